"""The terminal: who is in its foreground, and its modes. At a hangup everything here fails, and nothing of it is an error.

``termios`` takes longer to load than all of this package, and only shells that have a terminal need it.
"""

from __future__ import annotations

import os
from errno import EINTR

from minishell.system import signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    Modes: TypeAlias = list[Any]
    """What ``termios.tcgetattr`` gives; nobody looks into it."""


def open_terminal() -> int:
    """A descriptor of the controlling terminal, which the caller closes; -1 when there is none."""
    try:
        return os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        pass  # perhaps only because /dev is not there
    for fd in (2, 0, 1):
        if foreground_group(fd) >= 0:
            try:
                return os.dup(fd)
            except OSError:
                pass
    return -1


def foreground_group(fd: int) -> int:
    """The process group in the foreground; -1 when it cannot be told."""
    try:
        return os.tcgetpgrp(fd)
    except OSError:
        return -1


def set_foreground_group(fd: int, group: int) -> None:
    """Put a process group into the foreground. SIGTTOU is blocked, for else a caller in the background would be stopped."""
    mask = signals.block((signals.SIGTTOU,))
    try:
        os.tcsetpgrp(fd, group)
    except OSError:
        pass  # no terminal of ours any more, or the group is gone
    finally:
        signals.set_mask(mask)


def modes(fd: int) -> Modes | None:
    """The terminal's modes; None when they cannot be told."""
    import termios

    try:
        return termios.tcgetattr(fd)
    except termios.error:
        return None


def set_modes(fd: int, wanted: Modes) -> None:
    """Give the terminal modes that ``modes`` told, after all output was written; a caller in the background may, too."""
    import termios

    mask = signals.block((signals.SIGTTOU,))
    try:
        while True:
            try:
                termios.tcsetattr(fd, termios.TCSADRAIN, wanted)
                return
            except termios.error as error:
                if error.args[0] != EINTR:
                    return
    finally:
        signals.set_mask(mask)


def size(fd: int) -> tuple[int, int]:
    """Columns and lines; 80 and 24 when the terminal does not know."""
    try:
        columns, lines = os.get_terminal_size(fd)
    except OSError:
        columns = lines = 0
    return columns or 80, lines or 24
