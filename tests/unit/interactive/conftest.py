"""Tests of the editor set signal handlers and start children: each runs in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from own_process import pytest_pyfunc_call

from minishell.builtin.table import Table
from minishell.commands.interpreter import Interpreter
from minishell.shell import Shell
from minishell.system import signals

__all__ = ["pytest_pyfunc_call"]


@pytest.fixture
def sh(tmp_path: Path) -> Shell:
    """A shell in an empty directory, with a PATH of nothing but ``bin`` in it."""
    shell = Shell("minishell")
    shell.builtins = Table()
    shell.interpreter = Interpreter(shell)
    shell.is_interactive = True
    signals.ignored_on_entry()
    shell.variables.values.update(HOME=str(tmp_path), PWD=str(tmp_path), PATH=str(tmp_path / "bin"), TERM="xterm")
    return shell
