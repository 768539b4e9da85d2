"""Processes: fork, spawn, exec, and what a wait status says.

Between fork and exec: system calls only; no import, no lock, no logging; leave with ``os._exit``.
"""

from __future__ import annotations

import os
from errno import EAGAIN, ENOMEM
from time import sleep

from minishell.errors import SystemFailure
from minishell.system import signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

DELAYS_SECONDS = (0.05, 0.15, 0.3)  # between tries when the system has no process to give


def fork() -> int:
    """``fork``; tried again briefly when there are too many processes.

    All signals are blocked in the child until it calls ``signals.reset_for_child`` or ``default_signals``: one that
    came before would be noted by the shell's handler, and the child would outlive a ^C that was meant for it.

    Raises:
        SystemFailure: the system has no process or memory left.
    """
    signals.block_all()
    try:
        pid = _try(os.fork)
    except BaseException:
        signals.unblock_all()
        raise
    if pid:
        signals.unblock_all()
    return pid


def spawn(
    path: bytes,
    argv: list[bytes],
    environment: dict[bytes, bytes],
    moves: list[tuple[int, int | None]],
    process_group: int | None,
) -> int:
    """Start a program by ``posix_spawn``: fork and exec in one step that copies nothing of the interpreter; gives its pid.

    ``moves``: descriptors in order, each with the one (10 or above) that it is to be a copy of, or None to be closed.
    ``process_group``: 0 for a new one, None for the shell's. What the shell catches is default in the program.

    Raises:
        OSError: the exec failed.
        SystemFailure: the system has no process or memory left.
    """
    actions: list[tuple[int, int, int] | tuple[int, int]] = [
        (os.POSIX_SPAWN_CLOSE, fd) if source is None else (os.POSIX_SPAWN_DUP2, source, fd) for fd, source in moves
    ]
    defaults = signals.ignored_for_shell_only()

    def start() -> int:
        if process_group is None:
            return os.posix_spawn(path, argv, environment, file_actions=actions, setsigdef=defaults)
        return os.posix_spawn(path, argv, environment, file_actions=actions, setsigdef=defaults, setpgroup=process_group)

    return _try(start)


def _try(start: Callable[[], int]) -> int:
    for delay in (*DELAYS_SECONDS, 0.0):
        try:
            return start()
        except OSError as error:
            if error.errno not in (EAGAIN, ENOMEM):
                raise
            failure = error
        if failure.errno == ENOMEM or not delay:
            break
        sleep(delay)
    raise SystemFailure(f"cannot fork: {os.strerror(failure.errno or 0)}")


def execute(path: bytes, argv: list[bytes], environment: dict[bytes, bytes]) -> NoReturn:
    """Replace this process. Raises OSError."""
    os.execve(path, argv, environment)


def default_signals() -> None:
    """In a child that runs no shell code: default signals, none blocked."""
    signals.default_all_ours()


def die_of(signal_number: int) -> NoReturn:
    """End this process by a signal, as if it had never been caught."""
    signals.die_of(signal_number)


def exit_status(raw_status: int) -> int:
    """The exit status (0-255) that a raw wait status stands for: 128+n for a signal, also one that stopped (2.8.2)."""
    if os.WIFEXITED(raw_status):
        return os.WEXITSTATUS(raw_status)
    if os.WIFSTOPPED(raw_status):
        return 128 + os.WSTOPSIG(raw_status)
    return 128 + os.WTERMSIG(raw_status)
