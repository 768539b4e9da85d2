"""read: what is read from files and pipes, and how it is split."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from minishell.builtin.read import split_for
from minishell.errors import AssignmentError, ShellError, UsageError
from minishell.shell import Shell

Call = Callable[..., tuple[int, str]]
Feed = Callable[[bytes], None]


@pytest.fixture(params=["file", "pipe"])
def feed(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Feed]:
    """Gives standard input, as a file or from a pipe, for the rest of the test."""
    kept = os.dup(0)

    def give(data: bytes) -> None:
        if request.param == "file":
            (tmp_path / "input").write_bytes(data)
            reader = os.open(tmp_path / "input", os.O_RDONLY)
        else:
            reader, writer = os.pipe()
            os.write(writer, data)
            os.close(writer)
        os.dup2(reader, 0)
        os.close(reader)

    yield give
    os.dup2(kept, 0)
    os.close(kept)


def values(sh: Shell, names: str) -> list[str | None]:
    """Values of variables with names of one letter."""
    return [sh.variables.get(name) for name in names]


@pytest.mark.parametrize(
    ("data", "words", "status", "expected"),
    [
        (b"a b  c d\n", ["x", "y", "z"], 0, ["a", "b", "c d"]),
        (b"  a b  \n", ["x"], 0, ["a b"]),
        (b"a\n", ["x", "y", "z"], 0, ["a", "", ""]),
        (b"\n", ["x", "y", "z"], 0, ["", "", ""]),
        (b"a b", ["x", "y", "z"], 1, ["a", "b", ""]),
        (b"", ["x", "y"], 1, ["", ""]),
        (b"a\\ b c\\\nd e\n", ["x", "y", "z"], 0, ["a b", "cd", "e"]),
        (b"a\\ b c\\\nd e\n", ["-r", "x", "y", "z"], 0, ["a\\", "b", "c\\"]),
        (b"a\\\n\\\nb\n", ["x"], 0, ["ab"]),
        (b"\\\\\\n\\\\\n", ["x"], 0, ["\\n\\"]),
        (b"\\ a \n", ["x"], 0, [" a"]),
        (b"a\\  \n", ["x"], 0, ["a "]),
        (b"a\\\n", ["x"], 1, ["a"]),
        (b"a\\", ["x"], 1, ["a"]),
        (b"a\\", ["-r", "x"], 1, ["a\\"]),
        (b"a\0b\n", ["x"], 0, ["ab"]),
        (b"\xe9\xff \xc3\xa9\n", ["x", "y"], 0, ["\udce9\udcff", "é"]),
        (b"a\r\n", ["x"], 0, ["a\r"]),
        (b"a b:c\nd:e", ["-d", ":", "x", "y"], 0, ["a", "b"]),
        (b"a\\:b:c", ["-d", ":", "x"], 0, ["a:b"]),
        (b"a\\\nb:c", ["-d", ":", "x"], 0, ["ab"]),
        (b"a\\:b", ["-rd:", "x"], 0, ["a\\"]),
        (b"a\nb\0c", ["-d", "", "-r", "x", "y"], 0, ["a", "b"]),
    ],
)
def test_lines(sh: Shell, call: Call, feed: Feed, data: bytes, words: list[str], status: int, expected: list[str]) -> None:
    feed(data)
    assert call("read", *words) == (status, "")
    assert values(sh, "xyz"[: len(expected)]) == expected


@pytest.mark.parametrize(
    ("data", "words", "status", "expected", "rest"),
    [
        (b"abcd", ["-n", "2", "x"], 0, "ab", b"cd"),
        (b"a\nbc", ["-n", "3", "x"], 0, "a", b"bc"),
        (b"ab", ["-n", "3", "x"], 1, "ab", b""),
        (b"abc", ["-n", "0", "x"], 0, "", b"abc"),
        (b"a\\bc", ["-n", "2", "x"], 0, "ab", b"c"),
        (b"a\\bc", ["-rn2", "x"], 0, "a\\", b"bc"),
        (b"a\\\nbc", ["-n", "2", "x"], 0, "ab", b"c"),
        ("éàü".encode(), ["-n", "2", "x"], 0, "éà", "ü".encode()),
        (b"\xff\xc3\xa9a", ["-n", "2", "x"], 0, "\udcffé", b"a"),
        (b"a b c", ["-n", "4", "x"], 0, "a b", b"c"),
    ],
)
def test_a_number_of_characters(
    sh: Shell, call: Call, feed: Feed, data: bytes, words: list[str], status: int, expected: str, rest: bytes
) -> None:
    feed(data)
    assert call("read", *words) == (status, "")
    assert sh.variables.get("x") == expected
    assert os.read(0, 100) == rest


def test_nothing_behind_the_line_is_taken(sh: Shell, call: Call, feed: Feed) -> None:
    long = b"x" * 10000
    feed(b"a\n" + long + b"\nb\\\nc\nrest\n")
    for expected in ("a", long.decode(), "bc"):
        assert call("read", "x") == (0, "")
        assert sh.variables.get("x") == expected
    assert os.read(0, 100) == b"rest\n"


def test_without_names_the_whole_line_is_reply(sh: Shell, call: Call, feed: Feed) -> None:
    feed(b"  a  b \n  c\\ d \n")
    call("read")
    assert sh.variables.get("REPLY") == "  a  b "
    call("read", "-r")
    assert sh.variables.get("REPLY") == "  c\\ d "


def test_a_readonly_variable_does_not_keep_the_others(sh: Shell, call: Call, feed: Feed) -> None:
    feed(b"a b c\n")
    sh.variables.set_readonly("y")
    with pytest.raises(AssignmentError, match="y: is read only"):
        call("read", "x", "y", "z")
    assert values(sh, "xyz") == ["a", None, "c"]


def test_allexport(sh: Shell, call: Call, feed: Feed) -> None:
    feed(b"a\n")
    sh.options.allexport = True
    call("read", "x")
    assert sh.variables.environment() == {b"x": b"a"}


def test_no_prompt_without_a_terminal(call: Call, feed: Feed) -> None:
    feed(b"a\n")
    assert call("read", "-p", "prompt", "x") == (0, "")


@pytest.mark.parametrize(
    "words", [["1x"], [""], ["-z", "x"], ["-t", "x", "y"], ["-t", "-1", "x"], ["-t", "nan", "x"], ["-n", "-1", "x"], ["-d"]]
)
def test_wrong_usage(call: Call, words: list[str]) -> None:
    with pytest.raises(UsageError):
        call("read", *words)


def test_an_error_is_more_than_the_end(call: Call) -> None:
    kept = os.dup(0)
    try:
        directory = os.open("/", os.O_RDONLY)
        os.dup2(directory, 0)
        os.close(directory)
        with pytest.raises(ShellError, match="read error: Is a directory") as raised:
            call("read", "x")
        assert raised.value.status == 2
    finally:
        os.dup2(kept, 0)
        os.close(kept)


@pytest.mark.parametrize(
    ("text", "ifs", "count", "expected"),
    [
        ("a b c", " \t\n", 2, ["a", "b c"]),
        ("a b  ", " \t\n", 2, ["a", "b"]),
        ("a\tb \t c", " \t\n", 2, ["a", "b \t c"]),
        ("   ", " \t\n", 2, []),
        ("a\u00a0b c", " \t\n", 2, ["a\u00a0b", "c"]),
        ("a\x1fb\vc d", " \t\n", 2, ["a\x1fb\vc", "d"]),
        ("\ta b\t", " ", 1, ["\ta b\t"]),
        ("a b", "", 2, ["a b"]),
        ("a:b:c", ":", 2, ["a", "b:c"]),
        ("a:b:", ":", 2, ["a", "b"]),
        ("a:b::", ":", 2, ["a", "b::"]),
        ("a:b::c:", ":", 6, ["a", "b", "", "c"]),
        ("a:", ":", 1, ["a"]),
        ("a::", ":", 1, ["a::"]),
        (":", ":", 1, [""]),
        (":a", ":", 1, [":a"]),
        ("", ":", 2, []),
        ("a: b :c ", ": ", 3, ["a", "b", "c"]),
        (" : a : b", ": ", 3, ["", "a", "b"]),
        ("a : b : c :  ", ": ", 2, ["a", "b : c :"]),
        ("a : b :  ", ": ", 2, ["a", "b"]),
        ("aéb", "é", 2, ["a", "b"]),
        ("a-b:c", "-:", 3, ["a", "b", "c"]),
    ],
)
def test_split(text: str, ifs: str, count: int, expected: list[str]) -> None:
    fields = split_for(text, set(), count, ifs)
    assert fields == expected or fields == [*expected, ""]  # variables without a field are empty, too
