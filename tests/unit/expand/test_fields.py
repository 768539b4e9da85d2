"""Field splitting (2.6.5): values alone, and beside what else is in a word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minishell.expand.fields import split
from minishell.shell import Shell

Fields = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "ifs", "expected"),
    [
        ("", " \t\n", []),
        ("abc", " \t\n", ["abc"]),
        ("  a \t\n b ", " \t\n", ["a", "b"]),
        (" \t\n", " \t\n", []),
        ("a\vb\fc\rd", " \t\n", ["a\vb\fc\rd"]),
        ("a\xa0b\u2003c", " \t\n", ["a\xa0b\u2003c"]),
        ("a b:c", "", ["a b:c"]),
        ("a:b", ":", ["a", "b"]),
        (":a", ":", ["", "a"]),
        ("a:", ":", ["a"]),
        ("a::", ":", ["a", ""]),
        (":", ":", [""]),
        (":::", ":", ["", "", ""]),
        (" a : b ", ":", [" a ", " b "]),
        (" a : b  :c", ": ", ["a", "b", "c"]),
        ("a : : b", ": ", ["a", "", "b"]),
        (" : a", " :", ["", "a"]),
        ("a: ", " :", ["a"]),
        ("a b", "\t", ["a b"]),
        ("a\tb\nc", "\n\t", ["a", "b", "c"]),
        ("a b", "\n", ["a b"]),
        ("a-b:c", ":-", ["a", "b", "c"]),
        ("1x2y3xx4", "xy", ["1", "2", "3", "", "4"]),
        ("a\\b", "\\", ["a", "b"]),
        ("aébéc", "é", ["a", "b", "c"]),
        ("a\udcffb\udcfec", "\udcff", ["a", "b\udcfec"]),
        ("a::b", "::", ["a", "", "b"]),
    ],
)
def test_split(text: str, ifs: str, expected: list[str]) -> None:
    assert split(text, ifs) == expected


def test_a_million_fields_are_split_in_no_time() -> None:
    assert len(split("ab " * 1_000_000, " \t\n")) == 1_000_000
    assert len(split("ab:" * 1_000_000, ":")) == 1_000_000


@pytest.mark.parametrize(
    ("x", "y", "ifs", "words", "expected"),
    [
        ("1 2", "3", " ", "a$x", ["a1", "2"]),
        ("1 2", "3", " ", "$x-b", ["1", "2-b"]),
        (" 1 2 ", "3", " ", "a$x-b", ["a", "1", "2", "-b"]),
        ("1 ", " 2", " ", "$x$y", ["1", "2"]),
        ("1", "2", " ", "$x$y", ["12"]),
        ("1 2", "3 4", " ", "$x$y", ["1", "23", "4"]),
        ("", "", " ", "$x$y", []),
        (" ", " ", " ", "$x$y", []),
        (" ", "", " ", "a$x", ["a"]),
        (" ", "", " ", "a$x$y'b'", ["a", "b"]),
        ("", "", " ", "$x''", [""]),
        ("", "", " ", "''$x", [""]),
        (" ", "", " ", '$x"$y"', [""]),
        (" ", "", " ", "''$x''", ["", ""]),
        ("a ", ":b", ": ", "$x$y", ["a", "b"]),
        ("a ", ":b", ": ", "$x''$y", ["a", "", "b"]),
        ("a:", ":b", ": ", "$x$y", ["a", "", "b"]),
        ("a:", " b", ": ", "$x$y", ["a", "b"]),
        ("a: ", ":b", ": ", "$x$y", ["a", "", "b"]),
        (":", "", ":", "''$x''", ["", ""]),
        (":", "", ":", "$x", [""]),
        (":", "", ":", "a$x", ["a"]),
        (":b:", "c", ":", "a${x}$y", ["a", "b", "c"]),
        ("a:b", "", ":", '"$x":$x', ["a:b:a", "b"]),
        ("a b", "", "", "$x", ["a b"]),
        ("", "", "", "$x", []),
        ("a b", "c d", "", "$x$y", ["a bc d"]),
        ("a b", "c  d", " ", '$x"$y"', ["a", "bc  d"]),
        ("a b", "", ":", "a:b", ["a:b"]),
    ],
)
def test_splitting_beside_other_parts(
    values: dict[str, str], fields: Fields, x: str, y: str, ifs: str, words: str, expected: list[str]
) -> None:
    values.update(x=x, y=y, IFS=ifs)
    assert fields(words) == expected


@pytest.mark.parametrize(
    ("positional", "ifs", "words", "expected"),
    [
        (["a b", "", "c"], " ", '"$@"', ["a b", "", "c"]),
        ([], " ", '"$@"', []),
        ([""], " ", '"$@"', [""]),
        (["1", "2", "3"], " ", '"a$@b"', ["a1", "2", "3b"]),
        (["1"], " ", '"a$@b"', ["a1b"]),
        ([], " ", '"a$@b"', ["ab"]),
        (["1", "2"], " ", '"$@$@"', ["1", "21", "2"]),
        ([], " ", '"$@""$@"', []),
        ([], " ", "\"$@\"''", [""]),
        ([], " ", "''\"$@\"", [""]),
        (["a b", "", " c "], " ", "$@", ["a", "b", "c"]),
        (["a b", "", " c "], " ", "$*", ["a", "b", "c"]),
        (["", "a", ""], " ", "-$*-", ["-", "a", "-"]),
        (["a b", "c d"], " ", "-$@-", ["-a", "b", "c", "d-"]),
        (["", ""], " ", "$@", []),
        (["a b", "", "c"], "", "$@", ["a b", "c"]),
        (["a b", "", "c"], "", "$*", ["a b", "c"]),
        (["a:", ":b"], ":", "$@", ["a", "", "b"]),
        (["-", "::"], " :", "$*", ["-", "", ""]),
        (["a::b", "c"], ":", "$*", ["a", "", "b", "c"]),
        (["axb", "c"], "x", "$*", ["a", "b", "c"]),
        (["a b", "c"], ":", '"$@" x', ["a b", "c", "x"]),
        (["a", "b"], ":-", '"$*"', ["a:b"]),
        (["a", "b"], "", '"$*"', ["ab"]),
        (["a", "b"], "é", '"$*"', ["aéb"]),
        ([], " ", '"$*"', [""]),
        ([], " ", "$* $@", []),
    ],
)
def test_positional_parameters(
    sh: Shell, values: dict[str, str], fields: Fields, positional: list[str], ifs: str, words: str, expected: list[str]
) -> None:
    sh.positional = positional
    values["IFS"] = ifs
    assert fields(words) == expected


def test_unset_ifs_is_the_usual_one(sh: Shell, values: dict[str, str], fields: Fields) -> None:
    sh.positional = ["a", "b"]
    values["x"] = "1 2\t3\n4"
    values.pop("IFS", None)
    assert fields('$x "$*"') == ["1", "2", "3", "4", "a b"]


def test_the_positional_parameters_themselves_are_not_given_away(sh: Shell, fields: Fields) -> None:
    sh.positional = ["a"]
    fields('"$@"').append("b")
    assert sh.positional == ["a"]
