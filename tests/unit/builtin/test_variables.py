"""export, readonly, unset, local."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minishell.errors import AssignmentError, UsageError
from minishell.shell import Function, Shell
from minishell.source import Source
from minishell.syntax.nodes import FunctionDefinition
from minishell.syntax.parser import parse_program

Call = Callable[..., tuple[int, str]]


def define(sh: Shell, name: str) -> None:
    """Define a function of that name."""
    definition = parse_program(f"{name}() {{ :; }}", Source("test")).items[0].command
    assert isinstance(definition, FunctionDefinition)
    sh.functions[name] = Function(definition)


def test_export(sh: Shell, call: Call) -> None:
    sh.variables.assign("b", "old")
    assert call("export", "a=x y", "b", "c", "d=", "e=p=q") == (0, "")
    assert sh.variables.environment() == {b"a": b"x y", b"b": b"old", b"d": b"", b"e": b"p=q"}
    sh.variables.assign("c", "new")
    assert sh.variables.environment()[b"c"] == b"new"


def test_exports_are_shown_in_a_form_that_can_be_read_back(call: Call) -> None:
    call("export", "b=it's", "a=x\ny", "c")
    shown = "export a='x\ny'\nexport b='it'\\''s'\nexport c\n"
    assert call("export", "-p") == (0, shown)
    assert call("export") == (0, shown)


def test_export_n_takes_the_attribute_away(sh: Shell, call: Call) -> None:
    call("export", "a=1", "b=2")
    assert call("export", "-n", "a", "b=3") == (0, "")
    assert sh.variables.environment() == {}
    assert (sh.variables.get("a"), sh.variables.get("b")) == ("1", "3")


def test_readonly(sh: Shell, call: Call) -> None:
    assert call("readonly", "a=1", "b") == (0, "")
    assert call("readonly", "-p") == (0, "readonly a='1'\nreadonly b\n")
    for argv in (["readonly", "a=2"], ["export", "a=2"], ["readonly", "b=1"], ["unset", "a"], ["unset", "b"]):
        with pytest.raises(AssignmentError, match="is read only"):
            call(*argv)
    assert (sh.variables.get("a"), sh.variables.get("b")) == ("1", None)


@pytest.mark.parametrize("word", ["", "=x", "1a", "a-b=c", "a b", "é=1", "a.b", "a[1]=2"])
@pytest.mark.parametrize("command", ["export", "readonly"])
def test_bad_names(call: Call, command: str, word: str) -> None:
    with pytest.raises(UsageError, match="bad variable name") as raised:
        call(command, word)
    assert raised.value.status == 2


def test_unset(sh: Shell, call: Call) -> None:
    define(sh, "a")
    sh.variables.assign("a", "1")
    sh.variables.assign("b", "2")
    sh.variables.export("b")
    assert call("unset", "a", "b", "never") == (0, "")
    assert (sh.variables.get("a"), sh.variables.environment()) == (None, {})
    assert list(sh.functions) == ["a"]


def test_unset_takes_functions_only_when_told(sh: Shell, call: Call) -> None:
    define(sh, "f")
    define(sh, "g")
    sh.variables.assign("f", "1")
    assert call("unset", "f") == (0, "")
    assert call("unset", "-v", "g") == (0, "")
    assert list(sh.functions) == ["f", "g"]
    sh.variables.assign("f", "1")
    assert call("unset", "-f", "f", "never") == (0, "")
    assert (list(sh.functions), sh.variables.get("f")) == (["g"], "1")


def test_unset_needs_names(call: Call) -> None:
    assert call("unset") == (0, "")
    for word in ("1a", "a-b", ""):
        with pytest.raises(UsageError, match="bad variable name"):
            call("unset", word)
    with pytest.raises(UsageError, match="-z: unknown option"):
        call("unset", "-z", "a")


def test_local(sh: Shell, call: Call) -> None:
    sh.variables.assign("a", "outer")
    sh.variables.assign("b", "outer")
    sh.function_depth = 1
    sh.variables.push_scope()
    assert call("local", "a", "b=inner", "c=new", "d") == (0, "")
    assert [sh.variables.get(name) for name in "abcd"] == ["outer", "inner", "new", None]
    sh.variables.assign("a", "changed")
    sh.variables.assign("d", "changed")
    sh.variables.pop_scope()
    assert [sh.variables.get(name) for name in "abcd"] == ["outer", "outer", None, None]


def test_local_of_a_readonly_variable(sh: Shell, call: Call) -> None:
    call("readonly", "a=1")
    sh.function_depth = 1
    sh.variables.push_scope()
    assert call("local", "a") == (0, "")
    with pytest.raises(AssignmentError, match="a: is read only"):
        call("local", "a=2")


def test_local_optind_begins_anew(sh: Shell, call: Call) -> None:
    sh.variables.assign("OPTIND", "5")
    sh.function_depth = 1
    sh.variables.push_scope()
    call("local", "OPTIND")
    assert sh.variables.get("OPTIND") == "1"
    sh.variables.pop_scope()
    assert sh.variables.get("OPTIND") == "5"


def test_wrong_local(sh: Shell, call: Call) -> None:
    with pytest.raises(UsageError, match="not in a function"):
        call("local", "a")
    sh.function_depth = 1
    sh.variables.push_scope()
    with pytest.raises(UsageError, match="1a: bad variable name"):
        call("local", "1a")
    assert call("local") == (0, "")
