"""help: every built-in has a text, and the text has the form that is shown."""

from __future__ import annotations

import pytest

from minishell.builtin.help import help_, text_of
from minishell.builtin.table import ROWS, Table
from minishell.shell import Capture, Shell


@pytest.mark.parametrize("name", sorted(ROWS))
def test_each_builtin_can_be_loaded_and_has_a_help_text(name: str) -> None:
    assert Table().find(name) is not None
    text = text_of(name)
    assert text.startswith(name)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert all(len(line) <= 90 for line in text.splitlines())


def test_help() -> None:
    sh = Shell("minishell")
    sh.is_interactive = True
    sh.capture = capture = Capture()
    capture.fds.add(2)
    assert help_(sh, ["help", "times", "nothing"]) == 1
    assert "".join(capture.chunks) == (
        "minishell: help: nothing: no such built-in; try 'man nothing' or 'nothing --help'\n"
        "times\n\nPrint the user and system time used by the shell, and on a second line by its\nchildren.\n"
    )


def test_help_lists_all() -> None:
    sh = Shell("minishell")
    sh.capture = capture = Capture()
    assert help_(sh, ["help"]) == 0
    text = "".join(capture.chunks)
    assert "\n  ulimit [-H|-S] [-a | -resource] [limit]\n" in text
    assert text.count("\n  ") == len(ROWS)
