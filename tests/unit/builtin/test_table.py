"""The registry: every row leads to a function, with a help text beside it."""

from __future__ import annotations

import pytest

from minishell.builtin.table import ROWS, Table

SPECIAL = {".", ":", "break", "continue", "eval", "exec", "exit", "export", "readonly", "return", "set", "shift", "source"}
SPECIAL |= {"times", "trap", "unset"}
NEED_A_PROCESS = {"bg", "disown", "exec", "fg", "suspend", "trap", "ulimit", "umask", "wait"}


@pytest.mark.parametrize("name", ROWS)
def test_every_row_can_be_loaded(name: str) -> None:
    builtin = Table().find(name)
    assert builtin is not None
    assert builtin.name == name
    assert callable(builtin.main)
    module = __import__(builtin.main.__module__, fromlist=("HELP",))
    assert module.HELP[name].endswith("\n")


def test_special_builtins() -> None:
    table = Table()
    assert {name for name in table.names() if getattr(table.find(name), "is_special", False)} == SPECIAL


def test_builtins_that_need_a_process_of_their_own() -> None:
    table = Table()
    assert {name for name in table.names() if getattr(table.find(name), "needs_process", False)} == NEED_A_PROCESS


def test_a_builtin_is_loaded_once() -> None:
    table = Table()
    assert table.find("true") is table.find("true")
    assert table.find("nothing") is None


def test_knowing_a_name_loads_nothing() -> None:
    assert Table().knows("cd")
    assert not Table().knows("nothing")
