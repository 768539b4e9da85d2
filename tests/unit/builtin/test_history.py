"""Which commands of the history fc means."""

from __future__ import annotations

import pytest

from minishell.builtin.history import edited_range, listed_range, position, split_negative_numbers, substituted
from minishell.errors import ShellError

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
