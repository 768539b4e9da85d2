"""A shell that is nothing but its variables, and words of it expanded."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minishell.expand.words import compile_fields, compile_pattern, compile_text, static_text
from minishell.shell import Shell
from minishell.source import Source
from minishell.syntax.nodes import List, SimpleCommand, Word
from minishell.syntax.parser import parse_program


class EchoInterpreter:
    """Command substitutions of ``echo`` with static arguments; ``calls`` are how many were run."""

    def __init__(self) -> None:
        self.calls = 0

    def substitution(self, program: List) -> Callable[[], str]:
        command = program.items[0].command
        assert isinstance(command, SimpleCommand)
        output = " ".join(static_text(word) or "" for word in command.words[1:])

        def run() -> str:
            self.calls += 1
            return output

        return run


def parse(text: str) -> SimpleCommand:
    command = parse_program(text + "\n", Source("test")).items[0].command
    assert isinstance(command, SimpleCommand)
    return command


def words_of(text: str) -> tuple[Word, ...]:
    return parse("echo " + text).words[1:]


def value_of(text: str) -> Word:
    return parse("name=" + text).assignments[0].value


@pytest.fixture
def sh() -> Shell:
    sh = Shell("minishell")
    sh.interpreter = EchoInterpreter()  # type: ignore[assignment]
    return sh


@pytest.fixture
def values(sh: Shell) -> dict[str, str]:
    """The shell's variables."""
    return sh.variables.values


@pytest.fixture
def fields(sh: Shell) -> Callable[[str], list[str]]:
    """The fields of words."""
    return lambda text: compile_fields(words_of(text), sh)()


@pytest.fixture
def text(sh: Shell) -> Callable[[str], str]:
    """The text of an assignment's value."""
    return lambda text: compile_text(value_of(text), sh)()


@pytest.fixture
def pattern(sh: Shell) -> Callable[[str], str]:
    """The pattern text of a word."""
    return lambda text: compile_pattern(words_of(text)[0], sh)()
