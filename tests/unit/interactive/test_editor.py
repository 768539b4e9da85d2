"""What keys make of a line. Keys come through a pipe, or where the terminal matters through one end of a pseudo-terminal."""

from __future__ import annotations

import os
import pty
import termios
import tty
from io import StringIO
from pathlib import Path
from random import Random

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.output.vt100 import Vt100_Output

from minishell.errors import Interrupt
from minishell.interactive.editor import Editor, fragments
from minishell.interactive.editor_input import LineInput
from minishell.interactive.history import History
from minishell.shell import Shell
from minishell.source import Source
from minishell.system import signals

UP, DOWN, RIGHT = "\x1b[A", "\x1b[B", "\x1b[C"


@pytest.fixture
def history(tmp_path: Path) -> History:
    store = History(str(tmp_path / "state" / "history.db"), {})
    for text in ("git add", "ls", "git commit", "make"):
        store.add(text)
    return store


def typed(sh: Shell, keys: str, history: History | None = None) -> str | None:
    """What ``read_command`` gives when *keys* are typed."""
    with create_pipe_input() as keyboard:
        editor = Editor(sh, history, input=keyboard, output=DummyOutput())
        keyboard.send_text(keys)
        return editor.read_command("$ ", "> ", "")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("echo hi\r", "echo hi\n"),
        ("\r", "\n"),
        ("if true\rthen echo\rfi\r", "if true\nthen echo\nfi\n"),
        ("cat <<E\rtext\rE\r", "cat <<E\ntext\nE\n"),
        ("echo 'a\rb'\r", "echo 'a\nb'\n"),
        ("echo a \\\rb\r", "echo a \\\nb\n"),
        ("fi\r", "fi\n"),  # an error that more text does not cure is the loop's to tell
        ("a\x1b\rb\r", "a\nb\n"),
        ("abc\x01x\r", "xabc\n"),
        ("abc def\x17\x19\x19\r", "abc defdef\n"),
        ("abc\x15\x1f\r", "abc\n"),
        ("abc \x15\x1a\r", "abc \n"),
        ("\x1b[200~echo a\recho b\x1b[201~\r", "echo a\necho b\n"),
        ("a\x04b\r", "ab\n"),
    ],
)
def test_lines(sh: Shell, keys: str, expected: str) -> None:
    assert typed(sh, keys) == expected


def test_end_of_file_on_an_empty_line(sh: Shell) -> None:
    assert typed(sh, "\x04") is None


def test_interrupt(sh: Shell) -> None:
    with pytest.raises(Interrupt):
        typed(sh, "abc\x03")


def test_the_editor_is_as_new_after_an_interrupt(sh: Shell) -> None:
    with create_pipe_input() as keyboard:
        editor = Editor(sh, None, input=keyboard, output=DummyOutput())
        keyboard.send_text("abc\x03")
        with pytest.raises(Interrupt):
            editor.read_command("$ ", "> ", "")
        keyboard.send_text("d\r")
        assert editor.read_command("$ ", "> ", "") == "d\n"


def test_vi_is_looked_at_for_each_prompt(sh: Shell) -> None:
    with create_pipe_input() as keyboard:
        editor = Editor(sh, None, input=keyboard, output=DummyOutput())
        sh.options.vi = True
        keyboard.send_text("abc\x1bxiy\r")
        assert editor.read_command("$ ", "> ", "") == "ayb\n"
        sh.options.vi = False
        keyboard.send_text("abc\x01y\r")
        assert editor.read_command("$ ", "> ", "") == "yabc\n"


def test_aliases_decide_what_is_complete(sh: Shell) -> None:
    sh.aliases["start"] = "if"
    assert typed(sh, "start true\rthen echo\rfi\r") == "start true\nthen echo\nfi\n"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (UP + "\r", "make\n"),
        (UP * 2 + "\r", "git commit\n"),
        ("git" + UP + "\r", "git commit\n"),
        ("git" + UP * 2 + "\r", "git add\n"),
        ("git" + UP * 3 + "\r", "git add\n"),
        ("git" + UP * 2 + DOWN + "\r", "git commit\n"),
        ("git x" + "\x02\x02" + UP + DOWN + "\r", "git x\n"),
        ("a" + UP + "b\r", "ab\n"),
        (UP + "x" + UP + "\r", "makex\n"),
        (DOWN + "a\r", "a\n"),
        ("\x12git\r\r", "git commit\n"),
        ("\x12git\x12\r\r", "git add\n"),
        ("\x12git\x12\x13\r\r", "git commit\n"),
        ("\x12add git\r --all\r", "git add --all\n"),
        ("abc\x12\x15nosuch\r\r", "abc\n"),
        ("abc\x12git\x07\r", "abc\n"),
        ("abc\x12git\x03\r", "abc\n"),
        ("ls \x1b.\r", "ls make\n"),
    ],
)
def test_history(sh: Shell, history: History, keys: str, expected: str) -> None:
    assert typed(sh, keys, history) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [(RIGHT + "\r", "git commit\n"), ("\x05\r", "git commit\n"), ("\x06\r", "git commit\n"), ("\r", "g\n")],
)
def test_suggestion(sh: Shell, history: History, keys: str, expected: str) -> None:
    with create_pipe_input() as keyboard:
        editor = Editor(sh, history, input=keyboard, output=DummyOutput())
        editor._session.default_buffer.on_suggestion_set += lambda _: keyboard.send_text(keys)
        keyboard.send_text("g")
        assert editor.read_command("$ ", "> ", "") == expected


def test_a_word_of_a_suggestion(sh: Shell, history: History) -> None:
    history.add("scp one two")
    keys = ["\x1bf", "\r"]
    with create_pipe_input() as keyboard:
        editor = Editor(sh, history, input=keyboard, output=DummyOutput())
        editor._session.default_buffer.on_suggestion_set += lambda _: keyboard.send_text(keys.pop(0))
        keyboard.send_text("scp ")
        assert editor.read_command("$ ", "> ", "") == "scp one \n"


def test_the_line_is_edited_in_an_editor(sh: Shell, tmp_path: Path) -> None:
    sh.variables.values["VISUAL"] = "change () { echo 'echo changed' >$1; }; change"
    assert typed(sh, "abc\x18\x05\r") == "echo changed\n"
    assert sh.status == 0


def test_a_failed_editor_changes_nothing(sh: Shell) -> None:
    sh.variables.values["VISUAL"] = "false"
    assert typed(sh, "abc\x18\x05d\r") == "abcd\n"


def test_a_trap_runs_while_the_prompt_is_up_and_the_line_stays(sh: Shell) -> None:
    sh.interpreter.run_text("trap 'x=trapped' USR1", Source("test"))
    with create_pipe_input() as keyboard:
        editor = Editor(sh, None, input=keyboard, output=DummyOutput())
        sh.variables.add_hook("x", lambda value: keyboard.send_text("d\r"))
        editor._session.default_buffer.on_text_insert += lambda buffer: (
            os.kill(os.getpid(), signals.NUMBERS["USR1"]) if buffer.text == "abc" else None
        )
        keyboard.send_text("abc")
        assert editor.read_command("$ ", "> ", "") == "abcd\n"
    assert sh.variables.values["x"] == "trapped"


def test_nothing_is_left_open(sh: Shell, history: History) -> None:
    with create_pipe_input() as keyboard:
        editor = Editor(sh, history, input=keyboard, output=DummyOutput())
        before = sorted(os.listdir("/proc/self/fd"))
        keyboard.send_text("ls\r")
        editor.read_command("$ ", "> ", "")
        assert sorted(os.listdir("/proc/self/fd")) == before
    assert os.listdir("/proc/self/task") == [str(os.getpid())]
    assert sh.reaper.on_change is None


def test_the_size_of_the_window_is_followed(sh: Shell) -> None:
    with create_pipe_input() as keyboard:
        editor = Editor(sh, None, input=keyboard, output=DummyOutput())
        editor._is_on_terminal = True
        seen: list[str] = []

        def resize(_: object) -> None:
            os.kill(os.getpid(), signals.SIGWINCH)

        editor._session.app._on_resize = lambda: (seen.append("resized"), keyboard.send_text("\r"))
        editor._session.default_buffer.on_text_insert += resize
        keyboard.send_text("a")
        assert editor.read_command("$ ", "> ", "") == "a\n"
    assert seen == ["resized"]


# The terminal


def open_terminal() -> tuple[int, int]:
    """The two ends of a pseudo-terminal: where keys are typed, and where they are read; in raw mode."""
    keyboard, terminal = pty.openpty()
    tty.setraw(terminal)
    return keyboard, terminal


def test_what_follows_enter_is_left_to_the_command(sh: Shell) -> None:
    keyboard, terminal = open_terminal()
    editor = Editor(sh, None, input=LineInput(terminal), output=DummyOutput())
    os.write(keyboard, b"cat\rhello\r")
    assert editor.read_command("$ ", "> ", "") == "cat\n"
    assert os.read(terminal, 100) == b"hello\r"


def test_enter_within_a_paste_is_read_over(sh: Shell) -> None:
    keyboard, terminal = open_terminal()
    editor = Editor(sh, None, input=LineInput(terminal), output=DummyOutput())
    os.write(keyboard, b"\x1b[200~echo a\recho b\r\x1b[201~\rrest")
    assert editor.read_command("$ ", "> ", "") == "echo a\necho b\n\n"
    assert os.read(terminal, 100) == b"rest"


def test_the_modes_are_as_before(sh: Shell) -> None:
    keyboard, terminal = pty.openpty()
    before = termios.tcgetattr(terminal)
    editor = Editor(sh, None, input=LineInput(terminal), output=DummyOutput())
    os.write(keyboard, b"ls\n")
    assert editor.read_command("$ ", "> ", "") == "ls\n"
    assert termios.tcgetattr(terminal) == before


def test_a_terminal_that_goes_away_is_the_end(sh: Shell) -> None:
    keyboard, terminal = open_terminal()
    editor = Editor(sh, None, input=LineInput(terminal), output=DummyOutput())
    os.write(keyboard, b"abc")
    os.close(keyboard)
    assert editor.read_command("$ ", "> ", "") is None


def test_a_character_of_several_bytes(sh: Shell) -> None:
    keyboard, terminal = open_terminal()
    editor = Editor(sh, None, input=LineInput(terminal), output=DummyOutput())
    os.write(keyboard, "echo é€\r".encode())
    assert editor.read_command("$ ", "> ", "") == "echo é€\n"


# Prompts


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("$ ", [("fg:ansidefault ", "$"), ("fg:ansidefault ", " ")]),
        ("\001\033[36m\002a\001\033[0m\002$", [("ansicyan", "a"), ("fg:ansidefault ", "$")]),
        ("\001\033]0;t\a\002$", [("[ZeroWidthEscape]", "\033]0;t\a"), ("fg:ansidefault ", "$")]),
    ],
)
def test_prompt_fragments(prompt: str, expected: list[tuple[str, str]]) -> None:
    assert fragments(prompt) == expected


def painted(sh: Shell, shown_prompt: str, right_prompt: str = "") -> str:
    """What is written to the terminal while ``ls`` is typed at the prompt ``mini$ ``."""
    written = StringIO()
    output = Vt100_Output(written, lambda: Size(rows=24, columns=40), enable_cpr=False)
    with create_pipe_input() as keyboard:
        editor = Editor(sh, None, input=keyboard, output=output)
        editor.shown_prompt = shown_prompt
        keyboard.send_text("ls\r")
        editor.read_command("mini$ ", "> ", right_prompt)
    return written.getvalue()


def test_the_prompt_is_written_once_with_its_blank(sh: Shell) -> None:
    assert painted(sh, "").count("mini$ ") == 1


def test_a_prompt_that_is_shown_already_is_not_written_again(sh: Shell) -> None:
    text = painted(sh, "mini$ ")
    assert "mini$" not in text
    assert "\x1b[J" not in text.partition("ls")[0]


def test_another_prompt_than_the_one_shown_is_written_in_its_place(sh: Shell) -> None:
    text = painted(sh, "one\n$ ")
    assert text.count("mini$ ") == 1
    assert "\r\x1b[1A\x1b[J" in text.partition("mini$ ")[0]


def test_random_typing_never_leaves_the_editor_in_a_bad_way(sh: Shell, history: History) -> None:
    """Each round ends with keys that leave whatever is open, and a line that must come out as it was typed."""
    random = Random(1)
    keys = ["a", " ", "'", "(", "$", "\x1b", "\x1b[", "\x1b[A", "\x1b[B", "\x1b[200~", "\x1b[201~", "\t", "\x01", "\x05", "\x08"]
    keys += [
        "\x0b",
        "\x0c",
        "\x10",
        "\x12",
        "\x13",
        "\x14",
        "\x17",
        "\x18",
        "\x19",
        "\x1a",
        "\x1f",
        "\x7f",
        "é",
        "\x00",
        "{",
        "<<E",
    ]
    sh.variables.values["VISUAL"] = "true"
    with create_pipe_input() as keyboard:
        editor = Editor(sh, history, input=keyboard, output=DummyOutput())
        for _ in range(20):
            keyboard.send_text("".join(random.choices(keys, k=30)) + "\x1b[201~\x07\x07\x03\x03")
            try:
                while editor.read_command("$ ", "> ", "") is not None:
                    pass
            except Interrupt:
                pass
        keyboard.send_text("\x03")
        with pytest.raises(Interrupt):
            editor.read_command("$ ", "> ", "")
