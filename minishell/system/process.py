"""Processes: fork, spawn, exec, and what a wait status says.

Between fork and exec: system calls only; no import, no lock, no logging; leave with ``os._exit``.
"""

from __future__ import annotations

import os
from errno import EAGAIN
from time import sleep

from minishell.errors import SystemFailure
from minishell.system import signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

FORK_DELAYS = (0.05, 0.15, 0.3)  # seconds between tries when the system has no process to give


def fork() -> int:
    """``fork``; tried again briefly when there are too many processes. Raises SystemFailure."""
    for delay in FORK_DELAYS:
        try:
            return os.fork()
        except OSError as error:
            if error.errno != EAGAIN:
                break
            sleep(delay)
    try:
        return os.fork()
    except OSError as error:
        raise SystemFailure(f"cannot fork: {error.strerror}") from None


def spawn(
    path: bytes,
    argv: list[bytes],
    environment: dict[bytes, bytes],
    moves: list[tuple[int, int | None]],
    process_group: int | None,
) -> int:
    """Start a program by ``posix_spawn``: fork and exec in one step that copies nothing of the interpreter.

    ``moves``: descriptors in order, each with the one it is to be a copy of, or None to be closed. Raises OSError of the exec.
    """
    actions: list[tuple[int, int, int] | tuple[int, int]] = [
        (os.POSIX_SPAWN_CLOSE, fd) if source is None else (os.POSIX_SPAWN_DUP2, source, fd) for fd, source in moves
    ]
    defaults = signals.ignored_for_shell_only()
    if process_group is None:
        return os.posix_spawn(path, argv, environment, file_actions=actions, setsigdef=defaults)
    return os.posix_spawn(
        path, argv, environment, file_actions=actions, setsigdef=defaults, setpgroup=process_group
    )


def execute(path: bytes, argv: list[bytes], environment: dict[bytes, bytes]) -> NoReturn:
    """Replace this process. Raises OSError."""
    os.execve(path, argv, environment)


def default_signals() -> None:
    """In a child that runs no shell code: default signals."""
    signals.default_all_ours()


def die_of(signal_number: int) -> NoReturn:
    """End this process by a signal, as if it had never been caught."""
    signals.die_of(signal_number)
    os._exit(128 + signal_number)


def exit_status(raw_status: int) -> int:
    """The exit status (0-255) that a raw wait status stands for: 128+n for a signal, also one that stopped."""
    if os.WIFEXITED(raw_status):
        return os.WEXITSTATUS(raw_status)
    if os.WIFSTOPPED(raw_status):
        return 128 + os.WSTOPSIG(raw_status)
    return 128 + os.WTERMSIG(raw_status)
