"""A shell for tests of built-ins, and what a built-in writes there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minishell.builtin.table import Table
from minishell.shell import Capture, Shell

Call = Callable[..., tuple[int, str]]


@pytest.fixture
def sh() -> Shell:
    shell = Shell("minishell")
    shell.builtins = Table()
    return shell


@pytest.fixture
def call(sh: Shell) -> Call:
    """Calls a built-in by its name with arguments, and gives its status and what it writes, errors too."""

    def run(*argv: str) -> tuple[int, str]:
        sh.capture = capture = Capture()
        capture.fds.add(2)
        builtin = sh.builtins.find(argv[0])
        assert builtin is not None
        status = builtin.main(sh, list(argv))
        return status, "".join(capture.chunks)

    return run
