"""Which commands of the history fc means, and what it does with them."""

from __future__ import annotations

import pytest

from minishell.builtin.history import (
    edited_range,
    fc,
    history,
    listed_range,
    position,
    split_negative_numbers,
    substituted,
)
from minishell.errors import ShellError
from minishell.shell import Capture, Shell
from minishell.source import Source

ENTRIES = [(5, "echo a"), (6, "ls -l"), (7, "echo b"), (8, "make")]


@pytest.mark.parametrize(
    ("name", "index"), [("5", 0), ("+6", 1), ("8", 3), ("-1", 3), ("-4", 0), ("echo", 2), ("echo a", 0), ("l", 1)]
)
def test_position(name: str, index: int) -> None:
    assert position(ENTRIES, name, clips=False) == index


@pytest.mark.parametrize("name", ["4", "9", "-5", "-0", "nosuch"])
def test_no_position(name: str) -> None:
    with pytest.raises(ShellError, match="no such command"):
        position(ENTRIES, name, clips=False)


@pytest.mark.parametrize(("name", "index"), [("1", 0), ("99", 3), ("-99", 0)])
def test_clipped_position(name: str, index: int) -> None:
    assert position(ENTRIES, name, clips=True) == index


def numbers(entries: list[tuple[int, str]]) -> list[int]:
    return [number for number, _ in entries]


def test_listed_range() -> None:
    assert numbers(listed_range(ENTRIES, None, None)) == [5, 6, 7, 8]
    assert numbers(listed_range(ENTRIES, "-2", None)) == [7, 8]
    assert numbers(listed_range(ENTRIES, "6", "7")) == [6, 7]
    assert numbers(listed_range(ENTRIES, "7", "6")) == [7, 6]
    assert numbers(listed_range(ENTRIES, "1", "99")) == [5, 6, 7, 8]


def test_the_last_sixteen_are_listed() -> None:
    entries = [(number, "x") for number in range(1, 41)]
    assert numbers(listed_range(entries, None, None)) == list(range(25, 41))


def test_edited_range() -> None:
    assert numbers(edited_range(ENTRIES, None, None)) == [8]
    assert numbers(edited_range(ENTRIES, "ls", None)) == [6]
    assert numbers(edited_range(ENTRIES, "5", "7")) == [5, 6, 7]
    with pytest.raises(ShellError):
        edited_range(ENTRIES, "99", None)


def test_substituted() -> None:
    assert substituted(ENTRIES, []) == "make"
    assert substituted(ENTRIES, ["echo"]) == "echo b"
    assert substituted(ENTRIES, ["b=c", "echo"]) == "echo c"
    assert substituted(ENTRIES, ["o=", "5"]) == "ech a"


@pytest.mark.parametrize(
    ("words", "before", "operands"),
    [
        (["-l", "-3"], ["-l"], ["-3"]),
        (["-l", "-5", "-2"], ["-l"], ["-5", "-2"]),
        (["-ln", "2"], ["-ln"], ["2"]),
        (["-e", "vi", "-1"], ["-e", "vi"], ["-1"]),
        (["-evi", "-1"], ["-evi"], ["-1"]),
        (["-l", "--", "-3"], ["-l"], ["-3"]),
        (["-e", "-", "x"], ["-e", "-"], ["x"]),
    ],
)
def test_negative_numbers_are_operands(words: list[str], before: list[str], operands: list[str]) -> None:
    assert split_negative_numbers(["fc", *words]) == (["fc", *before], operands)


# fc and history as commands


class FakeHistory:
    """A history in a list; the last entry is the line that runs."""

    def __init__(self, *texts: str) -> None:
        self.texts = list(texts)

    def entries(self) -> list[tuple[int, str]]:
        return list(enumerate(self.texts, 1))

    def add(self, text: str) -> None:
        self.texts.append(text)

    def drop_last(self) -> None:
        self.texts.pop()

    def clear(self) -> None:
        self.texts.clear()


class FakeInterpreter:
    """Keeps what it is to run; an editor, which is run with a file's name, replaces ``a`` by ``b`` in the file."""

    def __init__(self, sh: Shell) -> None:
        self.sh = sh
        self.ran: list[str] = []

    def run_text(self, text: str, source: Source) -> None:
        command, _, path = text.rpartition(" ")
        if command in ("vi", "ed", "failing"):
            self.ran.append(command)
            with open(path, "r+") as file:
                changed = file.read().replace("a", "b")
                file.seek(0)
                file.write(changed)
            self.sh.status = 3 if command == "failing" else 0
        else:
            self.ran.append(text)
            self.sh.status = 7


class Session:
    """A shell with a history of three commands, and the line that runs now."""

    def __init__(self, line: str) -> None:
        self.sh = Shell("minishell")
        self.history = FakeHistory("echo a", "ls\nls -a", "echo x", line)
        self.sh.history = self.history
        self.interpreter = FakeInterpreter(self.sh)
        self.sh.interpreter = self.interpreter  # type: ignore[assignment]

    def run(self) -> tuple[int, str]:
        """Status and output of the line; standard error is in the output."""
        self.sh.capture = capture = Capture()
        capture.fds.add(2)
        argv = self.history.texts[-1].split()
        status = {"fc": fc, "history": history}[argv[0]](self.sh, argv)
        return status, "".join(capture.chunks)


def test_listing() -> None:
    assert Session("fc -l").run() == (0, "1\techo a\n2\tls\n\tls -a\n3\techo x\n")
    assert Session("fc -ln -2").run() == (0, "\tls\n\tls -a\n\techo x\n")
    assert Session("fc -lr 1 2").run() == (0, "2\tls\n\tls -a\n1\techo a\n")
    assert Session("fc -l echo").run() == (0, "3\techo x\n")


def test_running_again_takes_the_place_of_fc() -> None:
    session = Session("fc -s x=y")
    assert session.run() == (7, "echo y\n")
    assert session.interpreter.ran == ["echo y"]
    assert session.history.texts == ["echo a", "ls\nls -a", "echo x", "echo y"]


def test_editing() -> None:
    session = Session("fc -e vi 1")
    assert session.run() == (7, "echo b\n")
    assert session.interpreter.ran == ["vi", "echo b"]
    assert session.history.texts == ["echo a", "ls\nls -a", "echo x", "echo b"]


def test_editing_a_range_in_reverse() -> None:
    session = Session("fc -r 1 2")
    session.sh.variables.assign("FCEDIT", "vi")
    assert session.run() == (7, "ls\nls -b\necho b\n")


def test_a_failing_editor_runs_nothing() -> None:
    session = Session("fc")
    session.sh.variables.assign("EDITOR", "failing")
    assert session.run() == (3, "")
    assert session.history.texts == ["echo a", "ls\nls -a", "echo x"]


def test_the_editor_is_ed_when_no_variable_names_one() -> None:
    session = Session("fc 3")
    session.run()
    assert session.interpreter.ran == ["ed", "echo x"]


def test_without_a_history() -> None:
    session = Session("fc -l")
    session.sh.history = None
    with pytest.raises(ShellError, match="keeps no history"):
        session.run()


def test_history() -> None:
    assert Session("history 2").run() == (0, "    3  echo x\n    4  history 2\n")
    session = Session("history -c")
    assert session.run() == (0, "")
    assert session.history.texts == []
