"""The editor on a terminal, as somebody meets it who types or drives it by expect."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest
from under_test import PATH, TIME_SCALE, shell_command

PROMPT = "mini$ "
LIMIT_SECONDS = 30 * TIME_SCALE
SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x1b\a]*(?:\x1b\\|\a)|\r")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[pexpect.spawn]:
    """An interactive shell with the editor, at its second prompt: the first is shown before there is an editor."""
    command = shell_command()
    environment = {"PATH": PATH, "HOME": str(tmp_path), "TERM": "xterm", "PS1": "first> ", "LC_ALL": "C.UTF-8"}
    child = pexpect.spawn(
        command[0],
        [*command[1:], "-i"],
        env=environment,
        cwd=tmp_path,
        encoding="utf-8",
        timeout=LIMIT_SECONDS,
        dimensions=(24, 80),
    )
    child.expect_exact("first> ")
    child.send("PS1=mini'$ '\r")
    child.expect_exact(PROMPT)
    yield child
    child.close(force=True)


def run(terminal: pexpect.spawn, line: str) -> str:
    """Type a line, and give what was written from then to the next prompt, without sequences."""
    terminal.send(line + "\r")
    terminal.expect_exact("\x1b[?2004l")  # the line was left
    terminal.expect_exact(PROMPT)
    return SEQUENCE.sub("", terminal.before).strip("\n% ")


def test_a_command(terminal: pexpect.spawn) -> None:
    assert run(terminal, "echo hi") == "hi"


def test_each_prompt_is_written_once(terminal: pexpect.spawn) -> None:
    terminal.send("echo one\r")
    terminal.expect_exact("one\r\n")
    terminal.expect_exact(PROMPT)
    terminal.send("exit\r")
    terminal.expect(pexpect.EOF)
    assert PROMPT not in terminal.before


def test_type_ahead_belongs_to_the_command(terminal: pexpect.spawn) -> None:
    terminal.send('read line; echo "<$line>"\rhello\r')
    terminal.expect_exact("<hello>\r\n")
    terminal.expect_exact(PROMPT)


def test_a_command_of_several_lines(terminal: pexpect.spawn) -> None:
    terminal.send("for i in 1 2\r")
    terminal.expect_exact("> ")
    terminal.send("do echo x$i; done\r")
    terminal.expect_exact("x1\r\nx2\r\n")
    terminal.expect_exact(PROMPT)


def test_interrupt(terminal: pexpect.spawn) -> None:
    terminal.send("abc\x03")
    terminal.expect_exact("^C")
    terminal.expect_exact(PROMPT)
    assert run(terminal, "echo $?") == "130"


def test_a_report_appears_above_the_line_which_stays(terminal: pexpect.spawn) -> None:
    terminal.send("mkfifo p; read x <p &\r")
    terminal.expect_exact(PROMPT)
    terminal.send("echo ha")
    terminal.expect_exact("ha")
    fd = os.open(os.path.join(terminal.cwd, "p"), os.O_WRONLY)
    os.close(fd)
    terminal.expect(r"Reaped child process [0-9]+\r\n")
    terminal.expect_exact(PROMPT)
    terminal.expect_exact("ha")
    terminal.send("lf\r")
    terminal.expect_exact("half\r\n")
    terminal.expect_exact(PROMPT)


@pytest.mark.slow
def test_a_burst_of_reports_loses_nothing(terminal: pexpect.spawn) -> None:
    run(terminal, "mkfifo p; i=0")
    terminal.send("while [ $i -lt 200 ]; do read x <p & i=$((i+1)); done 2>/dev/null\r")
    terminal.expect_exact(PROMPT)
    terminal.send("echo ha")
    terminal.expect_exact("ha")
    os.close(os.open(os.path.join(terminal.cwd, "p"), os.O_WRONLY))
    seen = set()
    while len(seen) < 200:
        # A reader may open the pipe only after it was closed: they are let go until none is left.
        terminal.expect(r"Reaped child process ([0-9]+)\r\n")
        seen.add(terminal.match[1])
        try:
            os.close(os.open(os.path.join(terminal.cwd, "p"), os.O_WRONLY | os.O_NONBLOCK))
        except OSError:
            pass
    terminal.send("lf\r")
    terminal.expect_exact("half\r\n")


def test_output_without_a_newline_is_not_wiped_off(terminal: pexpect.spawn) -> None:
    pyte = pytest.importorskip("pyte")
    screen = pyte.Screen(80, 24)
    stream = pyte.Stream(screen)
    terminal.send("printf unfinished\r")
    terminal.expect_exact("\x1b[?2004l")
    terminal.expect_exact(PROMPT)
    stream.feed(terminal.before + terminal.after)
    lines = [line.rstrip() for line in screen.display if line.strip()]
    assert lines == ["unfinished%", "mini$"]


def test_completion(terminal: pexpect.spawn, tmp_path: Path) -> None:
    (tmp_path / "one two").write_text("found\n")
    terminal.send("cat one\t")
    terminal.expect_exact("one\\ two")
    terminal.send("\r")
    terminal.expect_exact("found\r\n")
    terminal.expect_exact(PROMPT)


def test_history_is_there_in_the_next_shell(terminal: pexpect.spawn) -> None:
    assert run(terminal, "echo kept") == "kept"
    command = shell_command()
    terminal.send(f"exec {' '.join(command)} -i\r")
    terminal.expect_exact(PROMPT)
    terminal.send("echo k\x1b[A\r")
    terminal.expect_exact("kept\r\n")
    terminal.expect_exact(PROMPT)


def test_the_modes_of_the_terminal_are_the_same_for_each_command(terminal: pexpect.spawn) -> None:
    first = run(terminal, "stty -a")
    terminal.send("abc\x03")
    terminal.expect_exact(PROMPT)
    assert run(terminal, "stty -a") == first
    assert " icanon " in first.replace("\n", " ")


def test_the_editor_runs_in_the_foreground(terminal: pexpect.spawn, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nread answer\necho "echo got $answer" >"$1"\n')
    editor.chmod(0o755)
    run(terminal, f"VISUAL={editor}")
    terminal.send("draft\x18\x05yes\r")
    terminal.expect_exact("got")
    terminal.expect_exact("yes")
    terminal.send("\r")
    terminal.expect_exact("got yes\r\n")
    terminal.expect_exact(PROMPT)


def test_no_colour(terminal: pexpect.spawn) -> None:
    run(terminal, "NO_COLOR=1")
    terminal.send("echo 'hi'\r")
    terminal.expect_exact("hi'")
    assert "\x1b[0;3" not in terminal.before.replace("\x1b[0;39m", "")
    terminal.expect_exact("hi\r\n")
    terminal.expect_exact(PROMPT)
