"""Where the parser gets program text from: files, pipes, terminals.

Standard input is shared with the commands that run: they must find what follows their own line (XCU sh, STDIN). What can be
sought is read in blocks, and sought back before a command runs; a pipe or a terminal is read byte by byte up to the newline.
"""

from __future__ import annotations

import os
import stat
from errno import EAGAIN, EISDIR

from minishell.encoding import decode, encode
from minishell.errors import NOT_EXECUTABLE, ShellError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

BLOCK = 65536
SHARED_BLOCK = 4096  # what was read ahead is looked at again before each command


class FileInput:
    """Reads program text from *fd*: a callable for the Parser.

    ``is_shared``: commands read from the same descriptor; ``sync`` is to be called before each of them, ``resume`` after it.
    ``on_line`` is given every piece of text that was read (``set -v``).
    """

    __slots__ = ("_ahead", "_carry", "_fd", "_is_seekable", "_is_shared", "_name", "_position", "on_line")

    def __init__(self, fd: int, name: str, is_shared: bool) -> None:
        self._fd = fd
        self._name = name
        self._is_shared = is_shared
        self._carry = b""
        self._position = self._ahead = 0
        self.on_line: Callable[[str], None] | None = None
        try:
            self._is_seekable = not is_shared or stat.S_ISREG(os.fstat(fd).st_mode)
        except OSError:
            self._is_seekable = False
        if is_shared and not self._is_seekable:
            try:
                os.set_blocking(fd, True)
            except OSError:
                pass

    def __call__(self) -> str:
        """The next whole lines; "" at the end. Raises ShellError when the file cannot be read."""
        data = self._block() if self._is_seekable else self._line()
        text = decode(data)
        if text and self.on_line is not None:
            self.on_line(text)
        return text

    def _block(self) -> bytes:
        """Whole lines of a block, the last without newline only at the end of the file."""
        pieces = [self._carry] if self._carry else []
        while True:
            block = self._read(SHARED_BLOCK if self._is_shared else BLOCK)
            if not block:
                self._carry = b""
                return b"".join(pieces)
            end = block.rfind(b"\n") + 1
            if end:
                pieces.append(block[:end])
                self._carry = block[end:]
                return b"".join(pieces)
            pieces.append(block)

    def _line(self) -> bytes:
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
                if error.errno == EAGAIN:
                    os.set_blocking(self._fd, True)
                    continue
                status = NOT_EXECUTABLE if error.errno == EISDIR else 128
                raise ShellError(f"{self._name}: {error.strerror}", status) from None

    def sync(self, rest: str) -> None:
        """Before a command: put a shared file's offset to where *rest*, the text not parsed yet, begins."""
        if self._is_shared and self._is_seekable:
            self._ahead = len(encode(rest)) + len(self._carry)
            self._position = os.lseek(self._fd, -self._ahead, os.SEEK_CUR)

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
        self._carry = b""
        return False
