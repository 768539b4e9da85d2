"""Tilde expansion (2.6.1)."""

from __future__ import annotations

import pwd
from collections.abc import Callable

import pytest

Fields = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("home", "words", "expected"),
    [
        ("/h", "~ ~/ ~/a", ["/h", "/h/", "/h/a"]),
        ("/h/", "~ ~/ ~/a", ["/h/", "/h/", "/h/a"]),
        ("/", "~ ~/ ~/a", ["/", "/", "/a"]),
        ("", "~ ~/ ~/a", ["", "/", "/a"]),
        ("/a b/*", "~ ~/c", ["/a b/*", "/a b/*/c"]),
        ("/h", '\\~ \'~\' "~" ~"/" a~', ["~", "~", "~", "~/", "a~"]),
    ],
)
def test_home(values: dict[str, str], fields: Fields, home: str, words: str, expected: list[str]) -> None:
    values["HOME"] = home
    assert fields(words) == expected


def test_without_home_a_tilde_stays(values: dict[str, str], fields: Fields) -> None:
    values.pop("HOME", None)
    assert fields("~ ~/a") == ["~", "~/a"]


def test_login_names(fields: Fields) -> None:
    root = pwd.getpwuid(0)
    assert fields(f"~{root.pw_name} ~{root.pw_name}/a") == [root.pw_dir, f"{root.pw_dir}/a"]


def test_unknown_login_names_stay(fields: Fields) -> None:
    assert fields("~no-such-user ~no-such-user/a") == ["~no-such-user", "~no-such-user/a"]


def test_a_tilde_from_an_expansion_is_literal(values: dict[str, str], fields: Fields) -> None:
    values.update(HOME="/h", t="~")
    assert fields("$t $t/a $(echo '~')") == ["~", "~/a", "~"]
