"""File descriptors of the shell itself, and of its redirections.

Every descriptor of the shell's own is close-on-exec and 10 or above. A script may name any number, also one that the shell
uses: ``make_room`` then moves the shell's own descriptor away. So whatever is open while commands run must be registered:
by ``keep``, with a function that is told the new number, or as a copy made by ``duplicate_up``.
"""

from __future__ import annotations

import os
from errno import EBADF, EMFILE, ENFILE
from fcntl import F_DUPFD_CLOEXEC, F_GETFD, fcntl

from minishell.errors import SystemFailure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_OWN = 10
F_GETPIPE_SZ = 1032  # Linux; Python 3.11 does not name it everywhere

_own: dict[int, Callable[[int], None] | None] = {}
"""What is registered; None for a copy, whose owner knows it by its first number for ever."""

_moved_copies: dict[int, int] = {}
"""Numbers that copies had: those that they have now. No registered descriptor ever gets such a number."""


def limit() -> int:
    """One more than the greatest descriptor there can be just now."""
    try:
        value = os.sysconf("SC_OPEN_MAX")
    except (OSError, ValueError):
        return 1024
    return value if value > 0 else 1 << 20


def pipe() -> tuple[int, int]:
    """A pipe (reading end, writing end), both of the shell's own; the caller closes them by ``os.close`` before scripts could
    name them. Raises SystemFailure."""
    try:
        reader, writer = os.pipe()
        if reader >= FIRST_OWN and writer >= FIRST_OWN:
            return reader, writer
        try:
            reader = move_up(reader)
        except OSError:
            os.close(writer)
            raise
        try:
            return reader, move_up(writer)
        except OSError:
            os.close(reader)
            raise
    except OSError as error:
        raise SystemFailure(f"cannot make a pipe: {error.strerror}") from None


def pipe_size(fd: int) -> int:
    """How many bytes fit into an empty pipe."""
    try:
        return fcntl(fd, F_GETPIPE_SZ)
    except OSError:
        return 4096


def move_up(fd: int, lowest: int = FIRST_OWN) -> int:
    """*fd* moved to *lowest* or above, close-on-exec; the old number is closed. Raises OSError, with *fd* closed."""
    if fd >= lowest:
        return fd
    try:
        return fcntl(fd, F_DUPFD_CLOEXEC, lowest)
    finally:
        os.close(fd)


def duplicate_up(fd: int) -> int | None:
    """A registered copy of *fd* at 10 or above, to be given to ``put_back`` or ``close``; None when *fd* is closed.

    Raises SystemFailure.
    """
    try:
        copy = _duplicate(fd)
    except OSError as error:
        if error.errno in (EMFILE, ENFILE):
            raise SystemFailure(f"{fd}: {error.strerror}") from None
        return None
    _own[copy] = None
    return copy


def _duplicate(fd: int) -> int:
    copy = fcntl(fd, F_DUPFD_CLOEXEC, FIRST_OWN)
    while copy in _moved_copies:
        taken = copy
        try:
            copy = fcntl(fd, F_DUPFD_CLOEXEC, taken + 1)
        finally:
            os.close(taken)
    return copy


def keep(fd: int, moved: Callable[[int], None]) -> int:
    """Register a long-lived descriptor of the shell's own, moved to 10 or above: gives its number, and *moved* is told each new
    one. To be closed by ``close``. Raises OSError, with *fd* closed."""
    fd = move_up(fd)
    if fd in _moved_copies:
        taken = fd
        try:
            fd = _duplicate(taken)
        finally:
            os.close(taken)
    _own[fd] = moved
    return fd


def is_own(fd: int) -> bool:
    """Whether *fd* is one that scripts know nothing of: for them it is closed."""
    return fd in _own


def is_open(fd: int) -> bool:
    """Whether *fd* is open."""
    try:
        fcntl(fd, F_GETFD)
    except (OSError, OverflowError, ValueError):
        return False
    return True


def close(fd: int) -> None:
    """Close one of the shell's own, known by the number it has, or by the one it had as a copy."""
    while fd in _moved_copies:
        fd = _moved_copies.pop(fd)
    _own.pop(fd, None)
    try:
        os.close(fd)
    except OSError:
        pass


def make_room(fd: int) -> None:
    """Move the shell's own descriptor away from *fd*, if there is one: a redirection is about to take that number.

    Raises SystemFailure, with nothing changed.
    """
    if fd not in _own:
        return
    try:
        copy = _duplicate(fd)
    except OSError as error:
        raise SystemFailure(f"{fd}: {error.strerror}") from None
    moved = _own[copy] = _own.pop(fd)
    if moved is None:
        _moved_copies[fd] = copy
    else:
        moved(copy)
    os.close(fd)


def place(fd: int, source: int | None) -> None:
    """Make *fd* a copy of *source* that programs inherit, or close it for None. Raises OSError."""
    if source is None:
        try:
            os.close(fd)
        except OSError as error:
            if error.errno != EBADF:
                raise
    elif source == fd:
        os.set_inheritable(fd, True)
    else:
        os.dup2(source, fd, inheritable=True)


def place_null(fd: int) -> None:
    """Make *fd* read from /dev/null. Raises OSError."""
    null = os.open("/dev/null", os.O_RDONLY)
    place(fd, null)
    if null != fd:
        os.close(null)


def put_back(fd: int, copy: int | None) -> None:
    """Give *fd* what ``duplicate_up`` copied, and close the copy; None closes *fd*."""
    make_room(fd)
    if copy is None:
        place(fd, None)
        return
    while copy in _moved_copies:
        copy = _moved_copies.pop(copy)
    os.dup2(copy, fd, inheritable=True)
    close(copy)
