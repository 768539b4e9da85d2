"""``read`` (XCU read)."""

from __future__ import annotations

import os
import stat

from minishell.builtin.usage import is_name, options, unsigned
from minishell.encoding import decode, encode, is_bytewise
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
TIMED_OUT = 142  # as if SIGALRM had ended it


class TimedOut(Exception):  # noqa: N818 - not an error
    """The time is over."""


def read(sh: Shell, argv: list[str]) -> int:
    """``read``: never reads past the line. Status 0, 1 at the end of file, 2 for an error, 142 when the time was over.

    The variables get what was read, but for an error. What the standard leaves open is as in bash: without a name the whole
    line goes into REPLY, and with ``-d`` a backslash before a newline still joins lines.
    """
    given, names = options(argv, "rsp:t:n:d:")
    for name in names:
        if not is_name(name):
            raise UsageError(f"{name}: bad variable name")
    line = Line(sh, is_raw="r" in given)
    if "t" in given:
        line.limit_time(seconds(given["t"]))
    if "n" in given:
        line.count = unsigned(given["n"])
    if "d" in given:
        line.delimiter = encode(given["d"])[:1] or b"\0"
    modes = None
    if given and given.keys() != {"r"} and os.isatty(0):
        if "p" in given:
            sh.write_error(given["p"])
        modes = quiet_terminal(given)
    try:
        status = 0 if line.read() else 1
    except TimedOut:
        status = TIMED_OUT
    except OSError as error:
        raise ShellError(f"read error: {error.strerror}", 2) from None
    finally:
        if modes is not None:
            restore_terminal(modes)
    assign(sh, names, line.text, line.quoted)
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
    """What is read: ``text``, and in ``quoted`` the places of its characters that a backslash quoted.

    ``delimiter`` is the byte that ends it; ``count`` the number of characters after which it ends, too.
    """

    __slots__ = ("_deadline", "_input", "_is_raw", "_sh", "count", "delimiter", "quoted", "text")

    def __init__(self, sh: Shell, is_raw: bool) -> None:
        self._sh = sh
        self._is_raw = is_raw
        self._input = sh.input
        self._deadline: float | None = None
        self.delimiter = b"\n"
        self.count: int | None = None
        self.text = ""
        self.quoted: set[int] = set()

    def limit_time(self, timeout_seconds: float) -> None:
        """Read no longer than that, from now on."""
        from time import monotonic

        self._deadline = monotonic() + timeout_seconds

    def read(self) -> bool:
        """Read it; False at the end of file. Raises OSError, TimedOut; ``text`` then is what came before."""
        data = bytearray()
        try:
            if isinstance(self._input, bytes):
                return self._read_text(data, self._input)
            if self._deadline is None and self.count is None and stat.S_ISREG(os.fstat(self._input).st_mode):
                return self._read_blocks(data, self._input)
            return self._read_bytes(data, self._input)
        finally:
            self._take(data)

    def _read_text(self, data: bytearray, text: bytes) -> bool:
        """From a here-document that is read once."""
        start = 0
        while True:
            end = text.find(self.delimiter, start)
            data += text[start : end if end >= 0 else None]
            if end < 0:
                return False
            if self._is_raw or not ends_in_escape(data):
                return True
            data += self.delimiter
            start = end + 1

    def _read_blocks(self, data: bytearray, fd: int) -> bool:
        """From a file: blocks, and back to behind the line."""
        while True:
            block = os.read(fd, BLOCK)
            if not block:
                return False
            end = block.find(self.delimiter)
            if end < 0:
                data += block
                continue
            data += block[:end]
            if end + 1 < len(block):
                os.lseek(fd, end + 1 - len(block), os.SEEK_CUR)
            if self._is_raw or not ends_in_escape(data):
                return True
            data += self.delimiter

    def _read_bytes(self, data: bytearray, fd: int) -> bool:
        """From anything else: byte by byte, for what follows belongs to others."""
        # A trap runs at once while the shell itself waits here; without one the kernel may hold us.
        waits = self._deadline is not None or bool(self._sh.traps.actions) or self._sh.is_interactive or os.isatty(fd)
        if self.count is not None:
            return self._read_characters(data, fd, self.count, waits)
        read_bytes, delimiter = os.read, self.delimiter
        while True:
            if waits:
                self._wait(fd)
            try:
                byte = read_bytes(fd, 1)
            except BlockingIOError:  # somebody left O_NONBLOCK on
                waits = True
                continue
            if byte == delimiter:
                if self._is_raw or not ends_in_escape(data):
                    return True
            elif not byte:
                return False
            data += byte

    def _read_characters(self, data: bytearray, fd: int, count: int, waits: bool) -> bool:
        """At most so many characters; fewer when the delimiter comes before."""
        missing = count  # at least so many bytes, as far as we know
        while missing > 0:
            if waits:
                self._wait(fd)
            try:
                byte = os.read(fd, 1)
            except BlockingIOError:
                waits = True
                continue
            if not byte:
                return False
            if byte == self.delimiter and (self._is_raw or not ends_in_escape(data)):
                return True
            data += byte
            missing -= 1
            if missing == 0:
                missing = count - len(self._unescaped(data))
                if missing <= 0 and not is_whole(data):
                    missing = 1
        return True

    def _wait(self, fd: int) -> None:
        """Until there is something to read; children are reaped, and traps run meanwhile."""
        from time import monotonic

        sh = self._sh
        is_deaf = False
        while True:
            left = None if self._deadline is None else max(0.0, self._deadline - monotonic())
            if sh.reaper.wait_readable(fd, left, interruptible=not is_deaf):
                return
            if self._deadline is not None and monotonic() >= self._deadline:
                raise TimedOut
            sh.interpreter.run_pending_traps()
            # A subshell inside the shell's process leaves signals to the shell, so they are still there.
            is_deaf = any([isinstance(entry, int) for entry in sh.attention])

    def _take(self, data: bytearray) -> None:
        self.text = self._unescaped(data, self.quoted)

    def _unescaped(self, data: bytearray, quoted: set[int] | None = None) -> str:
        """The text of *data* without NUL bytes, escaping backslashes and escaped newlines."""
        text = decode(bytes(data).replace(b"\0", b""))
        if self._is_raw or "\\" not in text:
            return text
        out: list[str] = []
        size = 0
        index = 0
        while True:
            found = text.find("\\", index)
            if found < 0:
                out.append(text[index:])
                return "".join(out)
            out.append(text[index:found])
            size += found - index
            character = text[found + 1 : found + 2]
            if character and character != "\n":
                out.append(character)
                if quoted is not None:
                    quoted.add(size)
                size += 1
            index = found + 2


def ends_in_escape(data: bytearray) -> bool:
    """Whether a backslash at the end of *data* quotes what comes next."""
    return data.endswith(b"\\") and (len(data) - len(data.rstrip(b"\\"))) % 2 == 1


def is_whole(data: bytearray) -> bool:
    """Whether *data* does not end inside a character."""
    if is_bytewise():
        return True
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte < 0x80:
            return True
        if byte >= 0xC0:
            return back >= (4 if byte >= 0xF0 else 3 if byte >= 0xE0 else 2)
    return True


def assign(sh: Shell, names: list[str], text: str, quoted: set[int]) -> None:
    """Give the variables their fields; all of them, also when one is readonly. Raises AssignmentError."""
    if not names:
        sh.assign("REPLY", text)
        return
    values, guarded = sh.variables.values, sh.variables.guarded
    fields = split_for(text, quoted, len(names), values.get("IFS", DEFAULT_IFS))
    is_exporting = sh.options.allexport
    error: AssignmentError | None = None
    for index, name in enumerate(names):
        value = fields[index] if index < len(fields) else ""
        if name not in guarded and not is_exporting:
            values[name] = value
            continue
        try:
            sh.assign(name, value)
        except AssignmentError as failed:
            error = failed
    if error is not None:
        raise error


def split_for(text: str, quoted: set[int], count: int, ifs: str) -> list[str]:
    """At most *count* fields (2.6.5); the last is the rest with its delimiters, less IFS white space at its end.

    When the rest is one field and one delimiter that is no white space, it is that field alone.
    """
    if not quoted:
        if ifs == DEFAULT_IFS:
            return split_at_white(text, count, ifs)
        if len(ifs) == 1 and ifs not in DEFAULT_IFS:
            return split_at_one(text, count, ifs)
    white, other = delimiters(ifs)
    if not quoted and not other:
        return split_at_white(text, count, white)
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


def split_at_one(text: str, count: int, separator: str) -> list[str]:
    """The same where IFS is one character, no white space, and nothing is quoted: ``IFS=:``."""
    fields = text.split(separator, count - 1)
    rest = fields[-1]
    if rest and rest.find(separator) == len(rest) - 1:
        fields[-1] = rest[:-1]
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


def quiet_terminal(given: dict[str, str]) -> list[Any] | None:
    """Stop showing what is typed (``-s``), and hand it over at once (``-n``, ``-d``); gives the modes before, to be restored."""
    if not given.keys() & {"s", "n", "d"}:
        return None
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
