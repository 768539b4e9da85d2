"""The history: what is kept, who sees it, and how quickly it is found."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from minishell.builtin.history import history as builtin
from minishell.errors import ShellError
from minishell.interactive.history import History, bounds, open_for
from minishell.interactive.history_import import read_entries
from minishell.shell import Capture, Shell

TREE = Path(__file__).parents[3]


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "state" / "minishell" / "history.db")


@pytest.fixture
def history(path: str) -> History:
    return History(path, {"PWD": "/src"})


def test_entries_are_numbered_from_the_oldest(history: History) -> None:
    history.add("ls")
    history.add("make\n")
    assert history.entries() == [(1, "ls"), (2, "make")]
    assert history.next_number() == 3


def test_nobody_else_can_read_it(history: History, path: str) -> None:
    history.add("ls")
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode) == 0o700


def test_a_file_that_others_can_read_is_closed_to_them(history: History, path: str) -> None:
    history.add("ls")
    os.chmod(path, 0o644)
    history.add("make")
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


def test_a_link_in_the_place_of_the_file_is_not_followed(history: History, path: str, tmp_path: Path) -> None:
    os.makedirs(os.path.dirname(path))
    os.symlink(tmp_path / "elsewhere", path)
    history.add("ls")
    assert not (tmp_path / "elsewhere").exists()
    assert history.entries() == [(1, "ls")]


def test_no_descriptor_is_open_between_calls(history: History) -> None:
    before = os.listdir("/proc/self/fd")
    history.add("ls")
    with history.kept_open():
        history.add("make")
    assert os.listdir("/proc/self/fd") == before


def test_a_leading_blank_keeps_a_line_out(history: History) -> None:
    history.add("ls")
    history.add(" secret")
    history.add("make")
    assert history.entries() == [(1, "ls"), (2, "make")]


def test_the_line_that_runs_now_is_listed_even_if_it_is_left_out(history: History) -> None:
    history.add("ls")
    history.add(" fc -l")
    assert history.entries() == [(1, "ls"), (2, " fc -l")]
    history.drop_last()
    assert history.entries() == [(1, "ls")]


def test_the_same_again_is_kept_once(history: History) -> None:
    for text in ("ls", "ls", "make", "ls"):
        history.add(text)
    assert history.entries() == [(1, "ls"), (2, "make"), (3, "ls")]


def test_dropping_and_clearing(history: History) -> None:
    history.add("ls")
    history.add("make")
    history.drop_last()
    assert history.entries() == [(1, "ls")]
    history.clear()
    assert history.entries() == []
    history.add("ls")
    assert history.entries() == [(1, "ls")]


def test_histsize_bounds_what_is_listed(path: str) -> None:
    values = {"HISTSIZE": "2"}
    history = History(path, values)
    for text in ("a", "b", "c"):
        history.add(text)
    assert history.entries() == [(2, "b"), (3, "c")]
    values["HISTSIZE"] = "rubbish"
    assert history.entries() == [(1, "a"), (2, "b"), (3, "c")]


def test_bytes_that_are_no_characters_survive(history: History, path: str) -> None:
    history.add("echo \udcff")
    assert History(path, {}).entries() == [(1, "echo \udcff")]


def test_how_a_command_ended_is_noted(history: History, path: str) -> None:
    history.add("make")
    history.finish_last(2, 1.5)
    history.close()
    rows = sqlite3.connect(path).execute("SELECT text, directory, status, duration FROM entry").fetchall()
    assert rows == [(b"make", b"/src", 2, 1.5)]


def test_another_shell_sees_what_was_there_when_it_started(history: History, path: str) -> None:
    history.add("first")
    other = History(path, {})
    assert other.entries() == [(1, "first")]
    history.add("mine")
    other.add("its")
    assert history.entries() == [(1, "first"), (2, "mine")]
    assert other.entries() == [(1, "first"), (2, "its")]
    assert History(path, {}).entries() == [(1, "first"), (2, "mine"), (3, "its")]


def test_what_cannot_be_stored_is_remembered_here(path: str, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no directory")
    history = History(path, {})
    history.add("ls")
    history.add("make")
    assert history.entries() == [(1, "ls"), (2, "make")]
    assert history.next_number() == 3


def test_prefix(history: History) -> None:
    for text in ("git add", "ls", "git commit", "make"):
        history.add(text)
    assert history.before("git") == (3, "git commit")
    assert history.before("git", 3) == (1, "git add")
    assert history.before("git", 1) is None
    assert history.after("git", 1) == (3, "git commit")
    assert history.after("git", 3) is None
    assert history.before("") == (4, "make")


def test_a_prefix_is_no_pattern(history: History) -> None:
    history.add("echo 100%")
    history.add("echo 1000")
    assert history.before("echo 100%") == (1, "echo 100%")
    assert history.before("e%") is None


@pytest.mark.parametrize(
    ("prefix", "expected"), [("a", (b"a", b"b")), ("a\udcff", (b"a\xff", b"b")), ("\udcff", (b"\xff", b"\xff\xff"))]
)
def test_bounds_of_a_prefix(prefix: str, expected: tuple[bytes, bytes]) -> None:
    assert bounds(prefix) == expected


def test_suggestion_prefers_the_directory(path: str) -> None:
    values = {"PWD": "/one"}
    history = History(path, values)
    history.add("make one")
    values["PWD"] = "/two"
    history.add("make two")
    assert history.suggest("make", "/one") == "make one"
    assert history.suggest("make", "/else") == "make two"
    assert history.suggest("make two", "/two") == ""
    assert history.suggest("zsh", "/two") == ""


def test_search_finds_all_words_in_any_order_and_each_command_once(history: History) -> None:
    for text in ("grep -r Needle src", "ls src", "grep -r Needle src", "cat src/needle"):
        history.add(text)
    assert history.search(["src", "needle"], 10) == ["cat src/needle", "grep -r Needle src"]
    assert history.search(["ls"], 10) == ["ls src"]
    assert history.search(["-r", "src"], 10) == ["grep -r Needle src"]
    assert history.search(['"'], 10) == []
    assert history.search([], 2) == ["cat src/needle", "grep -r Needle src"]


def test_forgotten_commands_are_not_found(history: History) -> None:
    history.add("export TOKEN=secret")
    history.drop_last()
    assert history.search(["secret"], 10) == []


WRITER = """
import sys
sys.path.insert(0, sys.argv[1])
from minishell.interactive.history import History
history = History(sys.argv[2], {})
number = 0
while True:
    number += 1
    history.add(f"command {sys.argv[3]} {number}")
    print(number, flush=True)
"""


@pytest.mark.slow
def test_a_kill_loses_and_corrupts_nothing(path: str) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(TREE), path, name], stdout=subprocess.PIPE, text=True)
        for name in "ab"
    ]
    told = []
    for writer in writers:
        assert writer.stdout is not None
        for _ in range(5):
            writer.stdout.readline()
    for writer in writers:
        writer.kill()
        assert writer.stdout is not None
        lines = writer.stdout.read().split("\n")[:-1]
        told.append(int(lines[-1]) if lines else 5)
        writer.stdout.close()
        writer.wait()
    assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    texts = [text for _, text in History(path, {}).entries()]
    for name, count in zip("ab", told, strict=True):
        assert [f"command {name} {number}" in texts for number in range(1, count + 1)] == [True] * count


BASH_WITH_TIMES = b"#1700000000\nls -l\n#1700000100\nfor i in 1 2\ndo echo $i\ndone\n"
ZSH = b": 1700000000:0;ls -l\n: 1700000100:5;for i in 1 2\\\ndo echo $i\\\ndone\n: 1700000200:0;echo \x83\xa3\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"ls\n\nmake\n", [("ls", 0.0), ("make", 0.0)]),
        (BASH_WITH_TIMES, [("ls -l", 1700000000.0), ("for i in 1 2\ndo echo $i\ndone", 1700000100.0)]),
        (ZSH, [("ls -l", 1700000000.0), ("for i in 1 2\ndo echo $i\ndone", 1700000100.0), ("echo \udc83", 1700000200.0)]),
        (b"", []),
    ],
)
def test_files_of_other_shells(tmp_path: Path, data: bytes, expected: list[tuple[str, float]]) -> None:
    file = tmp_path / "history"
    file.write_bytes(data)
    assert read_entries(str(file)) == expected


def test_importing_twice_adds_nothing(path: str, tmp_path: Path) -> None:
    (tmp_path / ".bash_history").write_bytes(BASH_WITH_TIMES)
    history = History(path, {"HOME": str(tmp_path)})
    assert history.import_file("bash") == 2
    assert history.import_file("bash") == 0
    assert [number for number, _ in history.entries()] == [1, 2]


def test_the_built_in_imports(sh: Shell, history: History, tmp_path: Path) -> None:
    (tmp_path / "old").write_text("ls\nmake\n")
    sh.history = history
    sh.capture = Capture()
    assert builtin(sh, ["history", "import", str(tmp_path / "old")]) == 0
    assert sh.capture.chunks == ["2 commands imported\n"]
    assert history.entries() == [(1, "ls"), (2, "make")]
    with pytest.raises(ShellError, match="No such file"):
        builtin(sh, ["history", "import", str(tmp_path / "none")])


def test_where_it_is(sh: Shell, tmp_path: Path) -> None:
    store = open_for(sh)
    assert store is not None
    store.add("ls")
    assert (tmp_path / ".local" / "state" / "minishell" / "history.db").exists()
    sh.variables.values["XDG_STATE_HOME"] = "relative"
    assert open_for(sh) is None
