"""The trap table."""

from __future__ import annotations

from minishell.state.traps import TrapTable


def test_actions_are_set_ignored_and_reset() -> None:
    traps = TrapTable()
    traps.set("INT", "echo x")
    traps.set("TERM", "")
    assert traps.action("INT") == "echo x"
    assert traps.action("TERM") == ""
    assert traps.action("EXIT") is None
    traps.set("INT", None)
    assert traps.shown() == {"TERM": ""}


def test_a_subshell_keeps_what_is_ignored_and_shows_the_rest() -> None:
    traps = TrapTable()
    traps.set("INT", "echo x")
    traps.set("TERM", "")
    traps.enter_subshell()
    assert traps.actions == {"TERM": ""}
    assert traps.shown() == {"INT": "echo x", "TERM": ""}
    traps.enter_subshell()
    assert traps.shown() == {"INT": "echo x", "TERM": ""}


def test_the_first_change_in_a_subshell_ends_the_showing() -> None:
    traps = TrapTable()
    traps.set("INT", "echo x")
    traps.enter_subshell()
    traps.set("HUP", "")
    assert traps.shown() == {"HUP": ""}


def test_restore_leaves_no_trace_of_a_subshell() -> None:
    traps = TrapTable()
    traps.set("INT", "echo x")
    snapshot = traps.snapshot()
    traps.enter_subshell()
    traps.set("HUP", "echo y")
    traps.restore(snapshot)
    assert traps.shown() == {"INT": "echo x"}
    assert traps.action("HUP") is None
