"""Sessions at a terminal that the documentation shows: what is typed after ``$ `` in ``console`` blocks is typed here.

A line that begins with ``^C`` or ``^Z`` is a key pressed while the command before it runs. Process ids are compared as in other
blocks. The terminal is a dumb one: what the editor paints has tests of its own.
"""

import os
import sys
import time
from pathlib import Path

import pexpect
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from blocks import TIME_SCALE, TREE, Block, agrees, pages, read_blocks, shell_command

SESSIONS = [block for page in pages() for block in read_blocks(page, "console")]
PROMPT = "$ "


@pytest.mark.parametrize("block", SESSIONS, ids=lambda block: f"{block.page.relative_to(TREE)}:{block.line}")
def test_session_goes_as_the_page_shows(block: Block, tmp_path: Path) -> None:
    shown = "".join(command + output for command, output in block.steps)
    seen = play(block, tmp_path)
    if not agrees(shown, seen, block.options):
        assert seen == shown


def play(block: Block, directory: Path) -> str:
    """Type the block's commands; what stands on the screen then."""
    shell, *arguments = [*shell_command(), "-i"]
    environment = {"PATH": f"{Path(sys.executable).parent}:{os.defpath}", "HOME": str(directory), "PS1": PROMPT, "TERM": "dumb"}
    environment["LC_ALL"] = "C.UTF-8"
    terminal = pexpect.spawn(
        shell, arguments, cwd=str(directory), env=environment, encoding="utf-8", timeout=10 * TIME_SCALE, dimensions=(24, 200)
    )
    terminal.delaybeforesend = None
    seen = ""
    terminal.expect_exact(PROMPT)
    own_group = os.tcgetpgrp(terminal.child_fd)
    for command, output in block.steps:
        terminal.send(command.removeprefix(PROMPT))
        if output.startswith(("^C", "^Z")):
            wait_for_foreground_job(terminal.child_fd, own_group)
            terminal.sendcontrol(output[1].lower())
        terminal.expect_exact("\r\n" + PROMPT)
        seen += PROMPT + terminal.before.replace("\r\n", "\n") + "\n"
    terminal.close(force=True)
    return seen


def wait_for_foreground_job(fd: int, own_group: int) -> None:
    """Wait until a job has the terminal."""
    end = time.monotonic() + 10 * TIME_SCALE
    while os.tcgetpgrp(fd) == own_group:
        assert time.monotonic() < end, "no foreground job"
        time.sleep(0.01)
