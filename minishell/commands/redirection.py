"""Redirections (2.7): evaluated in order, then done in one of three ways.

- ``apply``: in the shell itself, to be undone (built-ins, functions, compound commands);
- ``apply_for_good``: in the shell itself, to stay (``exec``, a forked child);
- ``moves``: as a list for a child that is about to be started; the files are opened here, so that errors name them.

Inside a command substitution that runs in this process, descriptors can stand for the substitution's output
(``Capture.fds``) without any open file behind them; duplicating or replacing them changes that set.
"""

from __future__ import annotations

import os
import stat
from errno import EEXIST, EFBIG, ENOENT, ENXIO

from minishell.encoding import encode
from minishell.errors import RedirectionError
from minishell.expand.words import compile_text
from minishell.syntax.nodes import HereDocument
from minishell.system import descriptors, process, signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from minishell.shell import Shell
    from minishell.syntax.nodes import Redirection

    Moves: TypeAlias = list[tuple[int, int | None]]
    Step: TypeAlias = tuple[int, str, Callable[[], str]]

OPEN_FLAGS = {
    "<": os.O_RDONLY,
    ">": os.O_WRONLY | os.O_CREAT | os.O_TRUNC,
    ">|": os.O_WRONLY | os.O_CREAT | os.O_TRUNC,
    ">>": os.O_WRONLY | os.O_CREAT | os.O_APPEND,
    "<>": os.O_RDWR | os.O_CREAT,
}
BIGGEST_PIPE_TEXT = 4096  # always fits into a new pipe, whatever the system's limits


class Saved:
    """What ``apply`` replaced, in order: descriptor, its copy (None: it was closed), whether it was captured."""

    __slots__ = ("_entries", "_sh")

    def __init__(self, sh: Shell) -> None:
        self._sh = sh
        self._entries: list[tuple[int, int | None, bool]] = []

    def save(self, fd: int) -> None:
        """Keep what *fd* is now; the shell's own descriptors make room for it."""
        capture = self._sh.capture
        is_captured = capture is not None and fd in capture.fds
        descriptors.make_room(fd)
        self._entries.append((fd, descriptors.duplicate_up(fd), is_captured))
        if is_captured and capture is not None:
            capture.fds.discard(fd)

    def undo(self) -> None:
        """Give every descriptor back what it was."""
        capture = self._sh.capture
        for fd, copy, was_captured in reversed(self._entries):
            if capture is not None:
                if was_captured:
                    capture.fds.add(fd)
                else:
                    capture.fds.discard(fd)
            descriptors.put_back(fd, copy)
        self._entries.clear()

    def forget(self) -> None:
        """Let the redirections stay: only the copies are closed."""
        for _, copy, _ in self._entries:
            if copy is not None:
                descriptors.close(copy)
        self._entries.clear()


class Redirections:
    """The redirections of one command, compiled. ``targets`` are evaluated each time, in order."""

    __slots__ = ("_sh", "_steps", "has_here_document")

    def __init__(self, nodes: tuple[Redirection, ...], sh: Shell) -> None:
        self._sh = sh
        self._steps: list[Step] = []
        self.has_here_document = False
        for node in nodes:
            target = node.target
            if isinstance(target, HereDocument):
                self.has_here_document = True
                target = target.body
            self._steps.append((node.fd, node.operator, compile_text(target, sh)))

    def apply(self) -> Saved:
        """Do them in the shell. Raises RedirectionError, with those before undone."""
        saved = Saved(self._sh)
        try:
            for fd, operator, target in self._steps:
                self._apply_one(fd, operator, target(), saved)
        except BaseException:
            saved.undo()
            raise
        return saved

    def apply_for_good(self) -> None:
        """Do them in the shell, to stay. Raises RedirectionError, with those before still in force (2.7)."""
        for fd, operator, target in self._steps:
            self._apply_one(fd, operator, target(), None)

    def _apply_one(self, fd: int, operator: str, text: str, saved: Saved | None) -> None:
        capture = self._sh.capture
        if operator in ("<&", ">&"):
            source = duplicated(fd, text)
            if source is not None and capture is not None and source in capture.fds:
                if saved is not None:
                    saved.save(fd)
                capture.fds.add(fd)
                return
            if source == fd:
                if not descriptors.is_open(fd):
                    raise RedirectionError(f"{fd}: Bad file descriptor")
                return
            if source is not None and (descriptors.is_own(source) or not descriptors.is_open(source)):
                raise RedirectionError(f"{source}: Bad file descriptor")
            self._occupy(fd, saved)
            descriptors.place(fd, source)
            return
        opened = open_source(self._sh, operator, text)
        try:
            checked(fd)
            # A file opened on the very descriptor that was closed is in place already.
            if opened == fd:
                if saved is not None:
                    saved._entries.append((fd, None, False))
                os.set_inheritable(fd, True)
                return
            self._occupy(fd, saved)
            descriptors.place(fd, opened)
        finally:
            if opened != fd:
                os.close(opened)

    def _occupy(self, fd: int, saved: Saved | None) -> None:
        if saved is not None:
            saved.save(fd)
        else:
            descriptors.make_room(fd)
            capture = self._sh.capture
            if capture is not None:
                capture.fds.discard(fd)

    def moves(self) -> tuple[Moves, list[int]]:
        """What a child has to do in order, and the descriptors opened for it, which the caller closes.

        Raises RedirectionError, with nothing left open.
        """
        moves: Moves = []
        opened: list[int] = []
        capture = self._sh.capture
        state: dict[int, bool] = {} if capture is None else dict.fromkeys(capture.fds, True)
        try:
            for fd, operator, target in self._steps:
                text = target()
                if operator in ("<&", ">&"):
                    source = duplicated(fd, text)
                    if source is not None and not state.get(
                        source, descriptors.is_open(source) and not descriptors.is_own(source)
                    ):
                        raise RedirectionError(f"{source}: Bad file descriptor")
                    if source != fd or source is None:
                        moves.append((fd, source))
                    state[fd] = source is not None
                else:
                    file = open_source(self._sh, operator, text)
                    # A descriptor below 10 could be the target of a later redirection.
                    file = descriptors.move_up(file)
                    opened.append(file)
                    moves.append((checked(fd), file))
                    state[fd] = True
        except BaseException:
            for file in opened:
                os.close(file)
            raise
        return moves, opened

    def may_block(self) -> bool:
        """Whether opening a target could wait for another process (a FIFO), as far as can be told without expanding."""
        return any(operator not in ("<&", ">&", "<<") for _, operator, _ in self._steps)


def checked(fd: int) -> int:
    """*fd*, when the kernel could have it. Raises RedirectionError."""
    if fd >= descriptors.limit():
        raise RedirectionError(f"{fd}: Bad file descriptor")
    return fd


def duplicated(fd: int, text: str) -> int | None:
    """The descriptor that ``fd>&text`` copies, None for ``-``. Raises RedirectionError."""
    checked(fd)
    if text == "-":
        return None
    if not (text.isascii() and text.isdigit()):
        raise RedirectionError(f"{text}: bad file descriptor number")
    source = int(text) if len(text) < 10 else descriptors.limit()
    if source >= descriptors.limit():
        raise RedirectionError(f"{text}: Bad file descriptor")
    return source


def open_source(sh: Shell, operator: str, text: str) -> int:
    """Open what a redirection names (2.7.1-2.7.4, 2.7.7); the descriptor is the caller's, and close-on-exec."""
    if operator == "<<":
        return here_document(sh, text)
    flags = OPEN_FLAGS[operator]
    try:
        if operator == ">" and sh.options.noclobber:
            return open_without_clobber(text, flags)
        name = encode(text)
        if not sh.traps.actions and not sh.is_interactive:
            return os.open(name, flags, 0o666)
        # A FIFO may keep the shell waiting, and a trap or ^C shall not wait for it.
        # ``extend`` puts the descriptor where it is found before a signal's handler can come between.
        opened: list[int] = []
        while True:
            try:
                signals.call_interruptibly(lambda: opened.extend(map(os.open, (name,), (flags,), (0o666,))))
            except InterruptedError:
                if not opened:
                    sh.interpreter.run_pending_traps()
                    continue
            return opened[0]
    except OSError as error:
        raise RedirectionError(f"{text}: {error.strerror}") from None
    except ValueError:
        raise RedirectionError(f"{text}: {os.strerror(ENOENT)}") from None


def open_without_clobber(text: str, flags: int) -> int:
    """``set -C`` (2.7.2): an existing regular file is refused; anything else is opened as it is."""
    name = encode(text)
    try:
        return os.open(name, flags | os.O_EXCL, 0o666)
    except FileExistsError:
        try:
            if stat.S_ISREG(os.stat(name).st_mode):
                raise RedirectionError(f"{text}: cannot overwrite existing file") from None
        except FileNotFoundError:
            # A symbolic link to nothing: O_EXCL refuses to follow it, and so do we.
            raise OSError(EEXIST, os.strerror(EEXIST)) from None
        fd = os.open(name, flags & ~(os.O_CREAT | os.O_TRUNC))
        if stat.S_ISREG(os.fstat(fd).st_mode):
            os.close(fd)
            raise RedirectionError(f"{text}: cannot overwrite existing file") from None
        return fd


def here_document(sh: Shell, text: str) -> int:
    """A descriptor from which *text* can be read (2.7.4): a pipe when it surely fits, else an unnamed file in memory.

    A file under ``ulimit -f`` may be too small: then a child process writes into a pipe.
    """
    data = encode(text)
    if len(data) <= BIGGEST_PIPE_TEXT:
        reader, writer = descriptors.pipe()
        os.write(writer, data)
        os.close(writer)
        return reader
    try:
        fd = os.memfd_create("here-document", os.MFD_CLOEXEC)
    except OSError as error:
        raise RedirectionError(f"here-document: {error.strerror}") from None
    try:
        written = 0
        view = memoryview(data)
        while written < len(data):
            written += os.write(fd, view[written:])
    except OSError as error:
        os.close(fd)
        if error.errno in (EFBIG, ENXIO):
            return written_by_a_child(sh, data)
        raise RedirectionError(f"here-document: {error.strerror}") from None
    os.lseek(fd, 0, os.SEEK_SET)
    # Opened anew, so that it can be read only, as a pipe could.
    reader = os.open(f"/proc/self/fd/{fd}", os.O_RDONLY)
    os.close(fd)
    return reader


def written_by_a_child(sh: Shell, data: bytes) -> int:
    """The reading end of a pipe that a child of ours fills."""
    reader, writer = descriptors.pipe()
    fill_from_child(sh, reader, writer, data)
    os.close(writer)
    return reader


def fill_from_child(sh: Shell, reader: int, writer: int, data: bytes) -> None:
    """Let a child write *data* into a pipe; both ends stay the caller's. No job knows the child: the reaper forgets it."""
    if process.fork() == 0:
        os.close(reader)
        sh.reaper.forget()
        process.default_signals()
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(writer, view) :]
        except OSError:
            pass
        os._exit(0)
