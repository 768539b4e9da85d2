"""Where the parser gets program text from: files, pipes, terminals.

Standard input is shared with the commands that run: they must find what follows their own line (XCU sh, STDIN). What can be
sought is read in blocks, and sought back before a command runs; a pipe or a terminal is read byte by byte up to the newline.
The parser gets one line at a time, so that ``set -v`` shows each when it is its turn.
"""

from __future__ import annotations

import os
import stat
from errno import EAGAIN, EBADF

from minishell.encoding import decode, encode
from minishell.errors import ShellError
from minishell.system import descriptors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

READ_ERROR = 128
"""Exit status of a shell that cannot read its commands (XCU sh, EXIT STATUS)."""

BLOCK = 65536
SHARED_BLOCK = 4096  # read again when a command has read, too


class FileInput:
    """Reads program text from *fd*: a callable for the Parser.

    ``is_shared``: commands read from the same descriptor (standard input); ``sync`` is to be called before each of them,
    ``resume`` after it. Else the descriptor is the shell's own from now on, and moves out of the way of redirections.
    ``on_line`` is given every line that was read (``set -v``).
    """

    __slots__ = ("_ahead", "_block", "_fd", "_is_seekable", "_is_shared", "_name", "_position", "_start", "on_line")

    def __init__(self, fd: int, name: str, is_shared: bool) -> None:
        self._fd = fd if is_shared else descriptors.keep(fd, self._moved)
        self._name = name
        self._is_shared = is_shared
        self._block = b""  # what was read; the parser has all before _start
        self._start = 0
        self._position = self._ahead = 0
        self.on_line: Callable[[str], None] | None = None
        try:
            self._is_seekable = not is_shared or stat.S_ISREG(os.fstat(fd).st_mode)
        except OSError:
            self._is_seekable = False
        if is_shared and not self._is_seekable:
            # "the shell shall … enable blocking reads on standard input" for a FIFO or terminal (XCU sh, STDIN)
            try:
                os.set_blocking(fd, True)
            except OSError:
                pass

    def _moved(self, fd: int) -> None:
        self._fd = fd

    def __call__(self) -> str:
        """The next line, with its newline if it has one; "" at the end. Raises ShellError when the file cannot be read."""
        text = decode(self._line_of_block() if self._is_seekable else self._line_by_bytes())
        if text and self.on_line is not None:
            self.on_line(text)
        return text

    def _line_of_block(self) -> bytes:
        while True:
            start = self._start
            end = self._block.find(b"\n", start) + 1
            if not end:
                more = self._read(SHARED_BLOCK if self._is_shared else BLOCK)
                if more:
                    self._block = self._block[start:] + more
                    self._start = 0
                    continue
                end = len(self._block)
            self._start = end
            return self._block[start:end]

    def _line_by_bytes(self) -> bytes:
        line = bytearray()
        while True:
            byte = self._read(1)
            line += byte
            if not byte or byte == b"\n":
                return bytes(line)

    def _read(self, size: int) -> bytes:
        while True:
            try:
                return os.read(self._fd, size)
            except OSError as error:
                if error.errno == EAGAIN:  # somebody who has the same pipe or terminal set O_NONBLOCK meanwhile
                    os.set_blocking(self._fd, True)
                    continue
                if error.errno == EBADF and self._is_shared and not descriptors.is_open(self._fd):
                    return b""  # closed is as good as empty: all shells but yash agree
                raise ShellError(f"{self._name}: {os.strerror(error.errno or 0)}", READ_ERROR) from None

    def sync(self, rest: str) -> None:
        """Before a command: put a shared file's offset to where *rest*, the text not parsed yet, begins."""
        if self._is_shared and self._is_seekable:
            self._ahead = len(encode(rest)) + len(self._block) - self._start
            try:
                self._position = os.lseek(self._fd, -self._ahead, os.SEEK_CUR)
            except OSError:
                self._is_seekable = False  # closed, or no longer a file

    def resume(self) -> bool:
        """After it: go on behind what was read already. False when the command read, too: *rest* must then be dropped."""
        if not (self._is_shared and self._is_seekable):
            return True
        try:
            if os.lseek(self._fd, 0, os.SEEK_CUR) == self._position:
                os.lseek(self._fd, self._ahead, os.SEEK_CUR)
                return True
        except OSError:
            self._is_seekable = False  # closed, or no longer a file
        self._block = b""
        self._start = 0
        return False
