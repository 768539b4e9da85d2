"""Keys from the terminal, byte by byte: what follows the key that ends a line belongs to the command that the line starts.

prompt-toolkit reads as much as there is, and keeps what it did not use for the next prompt; a ``cat`` in between would never
see it.
"""

from __future__ import annotations

import fcntl
import os
import struct
import termios
from contextlib import nullcontext
from typing import TYPE_CHECKING, TextIO, cast

from prompt_toolkit.input.vt100 import Vt100Input, raw_mode

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from prompt_toolkit.key_binding import KeyPress

PASTE_BEGIN, PASTE_END = b"\x1b[200~", b"\x1b[201~"
LAST_KEYS = b"\r\n\x03\x04\x05"  # Enter, ^C, ^D and ^X^E may leave the prompt


class Terminal:
    """As much of a text file as prompt-toolkit asks of its input."""

    encoding = "utf-8"

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def fileno(self) -> int:
        """The descriptor of the terminal."""
        return self._fd

    def isatty(self) -> bool:
        """True: prompt-toolkit would complain on standard error otherwise."""
        return True


class LineInput(Vt100Input):
    """Reads from *fd*, and never past a key that may end the line, unless it is part of a bracketed paste."""

    def __init__(self, fd: int) -> None:
        super().__init__(cast(TextIO, Terminal(fd)))
        self._tail = b""
        self._is_pasting = False

    def read_keys(self) -> list[KeyPress]:
        """The keys that can be read now, up to one that may end the line."""
        data = self._read()
        if data is None:
            self.stdin_reader.closed = True
            data = b""
        # The decoder keeps a character that has not come as a whole.
        self.vt100_parser.feed(self.stdin_reader._stdin_decoder.decode(data))
        keys, self._buffer = self._buffer, []
        return keys

    def _read(self) -> bytes | None:
        """The bytes; None at the end of the input."""
        data = bytearray()
        for _ in range(max(1, self._available())):
            try:
                byte = os.read(self._fileno, 1)
            except BlockingIOError:
                break
            except OSError:
                return None  # the terminal is gone
            if not byte:
                return None
            data += byte
            self._tail = (self._tail + byte)[-len(PASTE_END) :]
            if self._tail == PASTE_BEGIN:
                self._is_pasting = True
            elif self._tail == PASTE_END:
                self._is_pasting = False
            if byte in LAST_KEYS and not self._is_pasting:
                break
        return bytes(data)

    def _available(self) -> int:
        try:
            answer = fcntl.ioctl(self._fileno, termios.FIONREAD, b"\0\0\0\0")
        except OSError:
            return 1
        return cast(int, struct.unpack("i", answer)[0])

    def raw_mode(self) -> AbstractContextManager[None]:
        """Each key at once, without echo."""
        return cast("AbstractContextManager[None]", key_mode(self._fileno))

    def cooked_mode(self) -> AbstractContextManager[None]:
        """The modes stay: nothing but text is ever written while the prompt is up, and keys must not be echoed meanwhile."""
        return nullcontext()


class key_mode(raw_mode):  # noqa: N801 - named like the class that it stands for
    """Raw, but Enter is a newline as always, so that lines typed ahead are lines for the command that reads them."""

    @classmethod
    def _patch_iflag(cls, attrs: int) -> int:
        return super()._patch_iflag(attrs) | (attrs & termios.ICRNL)
