"""test and [: by the number of words, and each primary on real files."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from minishell.builtin.test import evaluate
from minishell.errors import UsageError

Call = Callable[..., tuple[int, str]]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ([], False),
        ([""], False),
        (["a"], True),
        (["-n"], True),
        (["!"], True),
        (["("], True),
        (["!", ""], True),
        (["!", "a"], False),
        (["-n", ""], False),
        (["-n", "a"], True),
        (["-z", ""], True),
        (["-z", "a"], False),
        (["a", "=", "a"], True),
        (["a", "==", "a"], True),
        (["a", "!=", "a"], False),
        (["a", "<", "b"], True),
        (["a", ">", "b"], False),
        (["=", "=", "="], True),
        (["!", "=", "!"], True),
        (["-n", "=", "-n"], True),
        (["(", "=", "("], True),
        (["(", "a", ")"], True),
        (["(", "", ")"], False),
        (["(", "!", ")"], True),
        (["!", "-n", "a"], False),
        (["!", "!", "a"], True),
        (["a", "-a", ""], False),
        (["", "-o", "a"], True),
        (["-n", "-a", "a"], True),
        (["!", "-a", "a"], True),
        (["!", "a", "=", "a"], False),
        (["(", "-n", "a", ")"], True),
        (["(", "!", "a", ")"], False),
        (["!", "!", "-n", "a"], True),
        (["!", "(", "a", ")"], False),
        (["a", "=", "a", "-a", "b", "=", "b"], True),
        (["a", "=", "b", "-o", "b", "=", "b"], True),
        (["a", "=", "a", "-o", "b", "=", "c", "-a", "d", "=", "e"], True),
        (["(", "a", "=", "a", "-o", "b", "=", "c", ")", "-a", "d", "=", "e"], False),
        (["!", "a", "=", "b", "-a", "c", "=", "c"], True),
        (["-z", "(", "-a", "-z", ")"], False),
        (["(", "(", "a", ")", ")"], True),
    ],
)
def test_expression(expression: list[str], value: bool) -> None:
    assert evaluate(expression) is value


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (["1", "-eq", "01"], True),
        (["1", "-ne", "1"], False),
        (["-1", "-lt", "+1"], True),
        (["1", "-le", "1"], True),
        (["2", "-gt", "10"], False),
        (["2", "-ge", "2"], True),
        ([" 1", "-eq", "1\t"], True),
        (["9223372036854775807", "-gt", "9223372036854775806"], True),
    ],
)
def test_integers(expression: list[str], value: bool) -> None:
    assert evaluate(expression) is value


@pytest.mark.parametrize(
    "expression",
    [
        ["-Q", "a"],
        ["a", "b"],
        ["a", "="],
        ["a", "=~", "b"],
        ["(", "a"],
        ["a", "=", "b", "c"],
        ["(", "a", "=", "a"],
        ["1", "-eq", "1", "-a"],
        ["a", "-eq", "1"],
        ["", "-eq", "0"],
        ["1", "-eq", "1x"],
        ["1", "-eq", "0x1"],
        ["1", "-eq", "- 1"],
        ["1", "-eq", "٣"],
        ["9223372036854775808", "-gt", "1"],
        ["1" * 5000, "-eq", "1"],
        ["-t", "x"],
        ["", "-a", "1", "-eq", "x"],
    ],
)
def test_wrong_expression(expression: list[str]) -> None:
    with pytest.raises(UsageError) as raised:
        evaluate(expression)
    assert raised.value.status == 2


def test_bracket(call: Call) -> None:
    assert call("[", "a", "]") == (0, "")
    assert call("[", "]") == (1, "")
    assert call("[", "]", "]") == (0, "")
    assert call("test", "") == (1, "")
    for argv in (["["], ["[", "a"], ["[", "a", "=", "a"]):
        with pytest.raises(UsageError, match="']' is missing"):
            call(*argv)


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("empty").touch()
    Path("full").write_text("x")
    Path("directory").mkdir()
    Path("link").symlink_to("full")
    Path("broken").symlink_to("nowhere")
    os.mkfifo("fifo")
    os.link("full", "full2")
    return tmp_path


@pytest.mark.parametrize(
    ("operator", "which"),
    [
        ("-e", "directory empty fifo full full2 link socket"),
        ("-f", "empty full full2 link"),
        ("-d", "directory"),
        ("-p", "fifo"),
        ("-S", "socket"),
        ("-h", "broken link"),
        ("-L", "broken link"),
        ("-b", ""),
        ("-c", ""),
    ],
)
def test_kinds_of_files(there: Path, operator: str, which: str) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert " ".join(sorted(name for name in os.listdir() if evaluate([operator, name]))) == which
    assert not evaluate([operator, "nothing"])
    assert not evaluate([operator, ""])
    assert not evaluate([operator, "a\0b"])


def test_sizes_and_permissions(there: Path) -> None:
    assert evaluate(["-s", "full"])
    assert not evaluate(["-s", "empty"])
    assert evaluate(["-c", "/dev/null"])
    os.chmod("full", 0o6755)
    os.chmod("directory", 0o1700)
    assert [evaluate([operator, "full"]) for operator in ("-r", "-w", "-x", "-u", "-g", "-k", "-O", "-G")] == [
        *(True, True, True, True, True),
        *(False, True, True),
    ]
    assert evaluate(["-k", "directory"])
    assert not evaluate(["-x", "empty"])


def test_ages_and_identity(there: Path) -> None:
    os.utime("full", (1, 1))
    os.utime("empty", (2, 2))
    for expression, value in [
        (["empty", "-nt", "full"], True),
        (["full", "-nt", "empty"], False),
        (["full", "-nt", "full2"], False),
        (["full", "-nt", "nothing"], True),
        (["nothing", "-nt", "full"], False),
        (["full", "-ot", "empty"], True),
        (["nothing", "-ot", "full"], True),
        (["full", "-ef", "full2"], True),
        (["full", "-ef", "link"], True),
        (["full", "-ef", "empty"], False),
        (["nothing", "-ef", "nothing"], False),
    ]:
        assert evaluate(expression) is value, expression


def test_changed_since_it_was_read(there: Path) -> None:
    os.utime("full", (1, 2))
    os.utime("empty", (2, 1))
    assert evaluate(["-N", "full"])
    assert not evaluate(["-N", "empty"])


def test_terminals() -> None:
    pty, tty = os.openpty()
    try:
        assert evaluate(["-t", str(tty)])
    finally:
        os.close(pty)
        os.close(tty)
    assert not evaluate(["-t", "999"])
    assert not evaluate(["-t", "-1"])
    assert not evaluate(["-t", "99999999999"])
