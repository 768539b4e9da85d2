"""type, hash, command -v and -V: what they print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from minishell.builtin.command import command, exec_
from minishell.builtin.identify import hash_, type_
from minishell.builtin.table import Table
from minishell.shell import Capture, Function, Shell
from minishell.source import Source
from minishell.syntax.nodes import FunctionDefinition
from minishell.syntax.parser import parse_program


@pytest.fixture
def sh(tmp_path: Path) -> Shell:
    shell = Shell("minishell")
    shell.is_interactive = True  # messages without a line number
    shell.builtins = Table()
    (tmp_path / "tool").touch(0o755)
    shell.variables.assign("PATH", str(tmp_path))
    shell.aliases["ll"] = "ls 'x'"
    definition = parse_program("f() { echo; }", Source("test")).items[0].command
    assert isinstance(definition, FunctionDefinition)
    shell.functions["f"] = Function(definition)
    return shell


def output(sh: Shell, main: Callable[[Shell, list[str]], int], *argv: str) -> tuple[int, str]:
    """Status and what is written, errors too."""
    sh.capture = capture = Capture()
    capture.fds.add(2)
    status = main(sh, list(argv))
    return status, "".join(capture.chunks)


def test_command_v(sh: Shell, tmp_path: Path) -> None:
    expected = f"alias ll='ls '\\''x'\\'''\nif\nexport\nf\ncd\n{tmp_path}/tool\n"
    assert output(sh, command, "command", "-v", "ll", "if", "export", "f", "cd", "tool") == (0, expected)
    assert output(sh, command, "command", "-v", "nothing", "cd") == (1, "cd\n")


def test_command_big_v(sh: Shell, tmp_path: Path) -> None:
    status, text = output(sh, command, "command", "-vV", "ll", "if", "export", "f", "cd", "tool", "nothing")
    assert status == 1
    assert text == (
        "ll is an alias for ls 'x'\nif is a shell keyword\nexport is a special shell builtin\n"
        "f is a function\nf() {\n    echo\n}\ncd is a shell builtin\n"
        f"tool is {tmp_path}/tool\nminishell: command: nothing: not found\n"
    )


def test_command_p_looks_in_the_standard_directories(sh: Shell) -> None:
    status, text = output(sh, command, "command", "-pv", "cat")
    assert status == 0
    assert text.endswith("/cat\n")
    assert output(sh, command, "command", "-v", "cat") == (1, "")


def test_command_without_operands(sh: Shell) -> None:
    assert output(sh, command, "command") == (0, "")


def test_type(sh: Shell, tmp_path: Path) -> None:
    expected = f"minishell: type: nothing: not found\ntool is {tmp_path}/tool\n"
    assert output(sh, type_, "type", "nothing", "tool") == (1, expected)


def test_hash(sh: Shell, tmp_path: Path) -> None:
    assert output(sh, hash_, "hash") == (0, "")
    assert output(sh, hash_, "hash", "tool", "cd", "f") == (0, "")
    assert output(sh, hash_, "hash") == (0, f"{tmp_path}/tool\n")
    assert output(sh, hash_, "hash", "nothing") == (1, "minishell: hash: nothing: not found\n")
    assert output(sh, hash_, "hash", "-r") == (0, "")
    assert output(sh, hash_, "hash") == (0, "")


def test_exec_without_a_utility_keeps_redirections(sh: Shell) -> None:
    assert output(sh, exec_, "exec") == (0, "")
    assert sh.keep_redirections
