"""``read`` (XCU read)."""

from __future__ import annotations

import os
import stat

from minishell.builtin.usage import is_name, options, unsigned
from minishell.encoding import decode, encode
from minishell.errors import AssignmentError, ShellError, UsageError
from minishell.expand.fields import DEFAULT_IFS, delimiters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from minishell.shell import Shell

HELP = {
    "read": """\
read [-rs] [-p prompt] [-t seconds] [-n count] [-d delimiter] [name...]

Read a line and split it into the variables by IFS; the last one gets the rest.
Without a name the whole line is put into REPLY. Status 1 at the end of file.

  -r  a backslash is nothing special; without it, it quotes the next character,
      and a newline after it goes on with the next line
  -p  write the prompt on standard error, when standard input is a terminal
  -t  give up after so many seconds, with a status above 128
  -n  read at most so many characters
  -d  read up to this character instead of a newline
  -s  do not show what is typed
""",
}

BLOCK = 4096
TIMED_OUT = 142


class TimedOut(Exception):  # noqa: N818 - not an error
    """The time is over."""


def read(sh: Shell, argv: list[str]) -> int:
    """``read``: never reads past the line. Status 0, 1 at the end of file, 142 when the time was over."""
    given, names = options(argv, "rsp:t:n:d:")
    for name in names:
        if not is_name(name):
            raise UsageError(f"{name}: bad variable name")
    is_terminal = os.isatty(0)
    if "p" in given and is_terminal:
        sh.write_error(given["p"])
    timeout = seconds(given["t"]) if "t" in given else None
    count = unsigned(given["n"]) if "n" in given else None
    delimiter = encode(given["d"])[:1] or b"\0" if "d" in given else b"\n"
    modes = quiet_terminal(given) if is_terminal and ("s" in given or "n" in given or "d" in given) else None
    try:
        source = Line(sh, delimiter, timeout, count)
        status = 0
        try:
            status = source.read(raw="r" in given)
        except TimedOut:
            status = TIMED_OUT
        except OSError as error:
            raise ShellError(f"read error: {error.strerror}", 2) from None
    finally:
        if modes is not None:
            restore_terminal(modes)
    assign(sh, names, source.text, source.quoted)
    return status


def seconds(text: str) -> float:
    """A number of seconds. Raises UsageError."""
    try:
        value = float(text)
    except ValueError:
        raise UsageError(f"{text}: bad number of seconds") from None
    if not 0 <= value < 1e9:
        raise UsageError(f"{text}: bad number of seconds")
    return value


class Line:
    """What is read: ``text``, and the places in it of characters that a backslash quoted."""

    __slots__ = ("_count", "_deadline", "_delimiter", "_sh", "_timeout", "quoted", "text")

    def __init__(self, sh: Shell, delimiter: bytes, timeout: float | None, count: int | None) -> None:
        self._sh = sh
        self._delimiter = delimiter
        self._timeout = timeout
        self._count = count
        self._deadline = 0.0
        self.text = ""
        self.quoted: set[int] = set()

    def read(self, raw: bool) -> int:
        """Read up to the delimiter; 0, or 1 at the end of file. Raises OSError, TimedOut."""
        data = bytearray()
        try:
            if self._timeout is None and self._count is None and stat.S_ISREG(os.fstat(0).st_mode):
                is_complete = self._read_block(data)
            else:
                is_complete = self._read_bytes(data, raw)
            if not raw and b"\\" in data:
                while is_complete and self._is_continued(data):
                    del data[-1:]
                    more = bytearray()
                    is_complete = self._read_block(more) if self._is_plain() else self._read_bytes(more, raw)
                    data += more
        finally:
            if b"\0" in data:
                data = data.replace(b"\0", b"")
            self._take(decode(bytes(data)), raw)
        return 0 if is_complete else 1

    def _is_plain(self) -> bool:
        return self._timeout is None and self._count is None and stat.S_ISREG(os.fstat(0).st_mode)

    def _is_continued(self, data: bytearray) -> bool:
        """Whether the delimiter was quoted: an odd number of backslashes before it. A quoted newline is dropped."""
        if self._delimiter != b"\n":
            return False
        return (len(data) - len(data.rstrip(b"\\"))) % 2 == 1

    def _read_block(self, data: bytearray) -> bool:
        """From a file: blocks, and back to behind the line."""
        while True:
            block = os.read(0, BLOCK)
            if not block:
                return False
            end = block.find(self._delimiter)
            if end >= 0:
                data += block[:end]
                back = len(block) - end - 1
                if back:
                    os.lseek(0, -back, os.SEEK_CUR)
                return True
            data += block

    def _read_bytes(self, data: bytearray, raw: bool) -> bool:
        """From anything else: byte by byte, for what follows belongs to others."""
        delimiter = self._delimiter
        count = self._count
        if count == 0:
            return True
        # A trap runs at once while the shell itself waits here; without one the kernel may hold us.
        wait = self._wait if self._timeout is not None or self._sh.traps.actions or os.isatty(0) else None
        while True:
            if wait is not None:
                wait()
            byte = os.read(0, 1)
            if not byte:
                return False
            if byte == delimiter:
                return True
            data += byte
            if count is not None and len(decode(bytes(data))) >= count and is_whole(data):
                return True

    def _wait(self) -> None:
        """Until there is something to read; children are reaped meanwhile."""
        from time import monotonic

        left = None
        if self._timeout is not None:
            if not self._deadline:
                self._deadline = monotonic() + self._timeout
            left = max(0.0, self._deadline - monotonic())
        while not self._sh.reaper.wait_readable(0, left, interruptible=True):
            if left is not None and monotonic() >= self._deadline:
                raise TimedOut
            self._sh.interpreter.run_pending_traps()
            if left is not None:
                left = max(0.0, self._deadline - monotonic())

    def _take(self, text: str, raw: bool) -> None:
        if raw or "\\" not in text:
            self.text = text
            return
        out: list[str] = []
        index = 0
        size = 0
        while True:
            found = text.find("\\", index)
            if found < 0:
                out.append(text[index:])
                break
            out.append(text[index:found])
            size += found - index
            if found + 1 < len(text):
                out.append(text[found + 1])
                self.quoted.add(size)
                size += 1
            index = found + 2
        self.text = "".join(out)


def is_whole(data: bytearray) -> bool:
    """Whether *data* does not end inside a character of UTF-8."""
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte < 0x80:
            return True
        if byte >= 0xC0:
            return back >= (4 if byte >= 0xF0 else 3 if byte >= 0xE0 else 2)
    return True


def assign(sh: Shell, names: list[str], text: str, quoted: set[int]) -> None:
    """Give the variables their fields. Raises AssignmentError."""
    if not names:
        sh.assign("REPLY", text)
        return
    ifs = sh.variables.values.get("IFS", DEFAULT_IFS)
    fields = split_for(text, quoted, len(names), ifs)
    error: AssignmentError | None = None
    for index, name in enumerate(names):
        try:
            sh.assign(name, fields[index] if index < len(fields) else "")
        except AssignmentError as failed:
            error = failed
    if error is not None:
        raise error


def split_for(text: str, quoted: set[int], count: int, ifs: str) -> list[str]:
    """At most *count* fields (2.6.5); the last is the rest with its delimiters, less IFS white space at its end.

    When the rest is one field and one delimiter that is no white space, it is that field alone.
    """
    white, other = delimiters(ifs)
    if not quoted:
        if not other:
            return split_at_white(text, count, white)
        if not any([separator in text for separator in ifs]):
            return [text]
    fields: list[str] = []
    size = len(text)

    def is_in(index: int, kind: str) -> bool:
        return text[index] in kind and index not in quoted

    index = 0
    while index < size and is_in(index, white):
        index += 1
    while index < size:
        start = index
        while index < size and not is_in(index, ifs):
            index += 1
        end = index
        while index < size and is_in(index, white):
            index += 1
        if index < size and is_in(index, other):
            index += 1
            while index < size and is_in(index, white):
                index += 1
        if len(fields) == count - 1:
            if index < size:
                end = size
                while end > start and is_in(end - 1, white):
                    end -= 1
            fields.append(text[start:end])
            return fields
        fields.append(text[start:end])
    return fields


def split_at_white(text: str, count: int, white: str) -> list[str]:
    """The same where all of IFS is white space and nothing is quoted."""
    if not white:
        return [text]
    text = text.strip(white)
    if count == 1:
        return [text]
    if white == DEFAULT_IFS and text.isascii() and not any([odd in text for odd in "\r\v\f\x1c\x1d\x1e\x1f"]):
        return text.split(None, count - 1)
    fields: list[str] = []
    while len(fields) < count - 1 and text:
        end = 0
        while end < len(text) and text[end] not in white:
            end += 1
        fields.append(text[:end])
        text = text[end:].lstrip(white)
    fields.append(text)
    return fields


def quiet_terminal(given: dict[str, str]) -> list[Any]:
    """Stop showing what is typed (``-s``), and hand it over at once (``-n``, ``-d``); gives the modes before."""
    import termios

    before = termios.tcgetattr(0)
    modes = termios.tcgetattr(0)
    if "s" in given:
        modes[3] &= ~termios.ECHO
    if "n" in given or "d" in given:
        modes[3] &= ~termios.ICANON
    termios.tcsetattr(0, termios.TCSADRAIN, modes)
    return before


def restore_terminal(modes: list[Any]) -> None:
    """Give the terminal its modes back."""
    import termios

    termios.tcsetattr(0, termios.TCSADRAIN, modes)
