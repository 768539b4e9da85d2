"""The time to the first prompt, at a terminal that answers as terminals do."""

import os
import pty
import select
import time
from pathlib import Path

from tests.bench.measure import Sample

PROMPT = b"ready> "
CURSOR_POSITION_REQUEST = b"\x1b[6n"
LIMIT_SECONDS = 20
WITHOUT_START_FILES = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"], "xonsh": ["--no-rc"]}  # they may set PS1


def run_to_first_prompt(argv: list[str], directory: Path, environment: dict[str, str]) -> Sample:
    """Start *argv* at a new terminal, and hang up when its prompt was painted. The output is the prompt, or all there was."""
    argv = [*argv, *WITHOUT_START_FILES.get(Path(argv[0]).name, []), "-i"]
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(directory)
        os.execve(argv[0], argv, {**environment, "PS1": PROMPT.decode(), "TERM": "xterm"})
    seen, asked = b"", 0
    end = time.monotonic() + LIMIT_SECONDS
    while PROMPT not in seen and time.monotonic() < end:
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            seen += os.read(terminal, 4096)
        except OSError:
            break
        for _ in range(seen.count(CURSOR_POSITION_REQUEST) - asked):
            os.write(terminal, b"\x1b[1;1R")
            asked += 1
    used = used_so_far(pid)
    os.close(terminal)
    os.wait4(pid, 0)
    painted = PROMPT in seen
    return Sample(used, 0 if painted else 1, PROMPT if painted else seen)


def used_so_far(pid: int) -> float:
    """CPU seconds of a process that was not waited for, and of its ended children."""
    own = time.clock_gettime(~pid << 3 | 2)  # what clock_getcpuclockid(3) gives for the process
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    children_ticks = int(fields[13]) + int(fields[14])  # cutime, cstime
    return own + children_ticks / os.sysconf("SC_CLK_TCK")
