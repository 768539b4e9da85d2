"""How tests start the shell: as it is, and after something went wrong before or around it."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

TREE = Path(__file__).parents[1]
TIME_SCALE = float(os.environ.get("MINISHELL_TEST_TIME_SCALE", "1"))
"""All time limits are multiplied by it: more than 1 for slow machines."""


PATH = "/usr/local/bin:/usr/bin:/bin"


def shell_command() -> list[str]:
    """The command that starts the shell under test.

    ``MINISHELL_SPEC_SHELL`` if it is set, else ``minishell`` beside the Python that runs the tests, else this source tree.
    """
    given = os.environ.get("MINISHELL_SPEC_SHELL")
    if given:
        return shlex.split(given)
    installed = Path(sys.executable).with_name("minishell")
    if installed.exists():
        return [str(installed)]
    return [sys.executable, "-I", "-S", "-X", "utf8", str(TREE / "minishell" / "__main__.py")]


# A small program that runs first; it closes descriptors, sets limits, ignores and blocks signals, and becomes the shell. So
# nothing of the test's own process is changed, and the shell is the child that we started.
LAUNCHER = """
import json, os, resource, signal, sys
order = json.loads(sys.argv[1])
for number in (signal.SIGPIPE, signal.SIGXFSZ):
    signal.signal(number, signal.SIG_DFL)
for name in order["ignore"]:
    signal.signal(getattr(signal, "SIG" + name), signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, [getattr(signal, "SIG" + name) for name in order["block"]])
for name, value in order["limits"].items():
    resource.setrlimit(getattr(resource, "RLIMIT_" + name), (value, value))
for fd in order["close"]:
    os.close(fd)
os.execve(order["command"][0], order["command"], order["environment"])
"""


@dataclass
class Result:
    """What the shell did; ``status`` is negative when a signal killed it."""

    status: int
    out: str
    err: str


Run = Callable[..., Result]
"""Run the shell to its end, as ``launch`` starts it; ``text`` and ``limit_seconds`` are for ``finish``."""

Start = Callable[..., "subprocess.Popen[bytes]"]
"""Start the shell in the test's directory and give its process, to be ended with ``finish``."""


def launch(
    *arguments: str,
    directory: Path,
    ignore: tuple[str, ...] = (),
    block: tuple[str, ...] = (),
    close: tuple[int, ...] = (),
    limits: dict[str, int] | None = None,
    environment: dict[str, str] | None = None,
    pass_fds: tuple[int, ...] = (),
    stdin: int | None = subprocess.DEVNULL,
    stdout: int | None = subprocess.PIPE,
) -> subprocess.Popen[bytes]:
    """Start the shell in a session of its own."""
    order = {
        "ignore": ignore,
        "block": block,
        "close": close,
        "limits": limits or {},
        "command": [*shell_command(), *arguments],
        # Handed over in the order, not as the launcher's own: Python would add LC_CTYPE to that.
        "environment": {"PATH": PATH, "HOME": str(directory), "LC_ALL": "C.UTF-8"} if environment is None else environment,
    }
    return subprocess.Popen(
        [sys.executable, "-I", "-S", "-X", "utf8", "-c", LAUNCHER, json.dumps(order)],
        cwd=directory,
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        pass_fds=pass_fds,
        start_new_session=True,
    )


def finish(process: subprocess.Popen[bytes], text: bytes | None = None, limit_seconds: float = 20) -> Result:
    """Wait for the shell; a hang and a Python traceback are failures whatever the test looks at."""
    try:
        out, err = process.communicate(text, limit_seconds * TIME_SCALE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise AssertionError("the shell hangs") from None
    result = Result(process.returncode, (out or b"").decode("utf-8", "surrogateescape"), err.decode("utf-8", "backslashreplace"))
    assert "Traceback" not in result.err
    assert "internal error" not in result.err
    return result
