"""alias and unalias."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minishell.errors import UsageError
from minishell.shell import Shell

Call = Callable[..., tuple[int, str]]


def test_definitions_are_shown_in_a_form_that_can_be_read_back(sh: Shell, call: Call) -> None:
    assert call("alias", "b=it's", "a=x y", "e=", "n=p=q") == (0, "")
    assert sh.aliases == {"a": "x y", "b": "it's", "e": "", "n": "p=q"}
    assert call("alias") == (0, "a='x y'\nb='it'\\''s'\ne=''\nn='p=q'\n")
    assert call("alias", "n", "a") == (0, "n='p=q'\na='x y'\n")
    assert call("alias", "-p") == (0, "alias a='x y'\nalias b='it'\\''s'\nalias e=''\nalias n='p=q'\n")


def test_an_unknown_name_does_not_keep_the_others(sh: Shell, call: Call) -> None:
    assert call("alias", "a=b", "no", "c=d") == (1, "minishell: alias: no: not found\n")
    assert sh.aliases == {"a": "b", "c": "d"}


@pytest.mark.parametrize("name", ["a b", "a/b", "a$", 'a"', "a'", "a\\", "a`", "a;", "a|b", "a<", "(a", "a\n"])
def test_bad_names(sh: Shell, call: Call, name: str) -> None:
    assert call("alias", f"{name}=x", "good=y") == (1, f"minishell: alias: {name}: bad alias name\n")
    assert sh.aliases == {"good": "y"}


def test_names_that_are_no_variable_names(sh: Shell, call: Call) -> None:
    assert call("alias", "--", "-x=1", "!=2", "a.b=3", "é=4", "@%,=5") == (0, "")
    assert sorted(sh.aliases) == ["!", "-x", "@%,", "a.b", "é"]


def test_an_empty_name_is_no_definition(call: Call) -> None:
    assert call("alias", "=x") == (1, "minishell: alias: =x: not found\n")
    assert call("alias", "") == (1, "minishell: alias: : not found\n")


def test_unalias(sh: Shell, call: Call) -> None:
    sh.aliases.update(a="1", b="2", c="3")
    assert call("unalias", "a") == (0, "")
    assert call("unalias", "x", "b") == (1, "minishell: unalias: x: not found\n")
    assert sh.aliases == {"c": "3"}
    assert call("unalias", "-a") == (0, "")
    assert sh.aliases == {}


def test_wrong_usage(call: Call) -> None:
    for argv in (["unalias"], ["unalias", "-z"], ["alias", "-z"]):
        with pytest.raises(UsageError):
            call(*argv)
