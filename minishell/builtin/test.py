"""``test`` and ``[`` (XCU test)."""

from __future__ import annotations

import os
import stat

from minishell.builtin.usage import decimal
from minishell.encoding import encode
from minishell.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.shell import Shell

TEXT = """\
  -b -c -d -e -f -g -h -k -L -p -r -s -S -u -w -x -O -G -N file
                      the file's kind and permissions
  -t n                descriptor n is a terminal
  -n text, -z text    the text is not empty, is empty
  a = b, a == b, a != b, a < b, a > b            texts
  m -eq n, -ne, -lt, -le, -gt, -ge               integers
  f -nt g, f -ot g, f -ef g                      newer, older, the same file
  ! expression, ( expression ), a -a b, a -o b   combined
"""

HELP = {
    "test": "test [expression]\n\nStatus 0 when the expression is true, 1 when it is false, 2 when it is wrong.\n\n" + TEXT,
    "[": "[ [expression] ]\n\nStatus 0 when the expression is true, 1 when it is false, 2 when it is wrong.\n\n" + TEXT,
}


def test(sh: Shell, argv: list[str]) -> int:
    """``test [expression]``."""
    return 0 if evaluate(argv[1:]) else 1


def bracket(sh: Shell, argv: list[str]) -> int:
    """``[ [expression] ]``."""
    if argv[-1] != "]" or len(argv) == 1:
        raise UsageError("']' is missing")
    return 0 if evaluate(argv[1:-1]) else 1


def evaluate(words: list[str]) -> bool:
    """The value of an expression, by the number of words as the standard has it. Raises UsageError."""
    count = len(words)
    if count == 0:
        return False
    if count == 1:
        return words[0] != ""
    if count == 2:
        return two(words)
    if count == 3:
        return three(words)
    if count == 4:
        if words[0] == "!":
            return not three(words[1:])
        if words[0] == "(" and words[3] == ")":
            return two(words[1:3])
    return Expression(words).whole()


def two(words: list[str]) -> bool:
    """``! a`` or a unary primary."""
    operator, operand = words
    if operator == "!":
        return operand == ""
    primary = UNARY.get(operator)
    if primary is None:
        raise UsageError(f"{operator}: unknown operator")
    return primary(operand)


def three(words: list[str]) -> bool:
    """A binary primary, ``! a b`` or ``( a )``."""
    left, operator, right = words
    primary = BINARY.get(operator)
    if primary is not None:
        return primary(left, right)
    if operator == "-a":
        return left != "" and right != ""
    if operator == "-o":
        return left != "" or right != ""
    if left == "!":
        return not two(words[1:])
    if left == "(" and right == ")":
        return operator != ""
    raise UsageError(f"{operator}: unknown operator")


class Expression:
    """A longer expression: ``-o`` binds least, then ``-a``, then ``!``."""

    __slots__ = ("_index", "_words")

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._index = 0

    def whole(self) -> bool:
        """All words as one expression. Raises UsageError."""
        value = self._or()
        if self._index < len(self._words):
            raise UsageError(f"{self._words[self._index]}: unexpected operator")
        return value

    def _peek(self, ahead: int = 0) -> str | None:
        index = self._index + ahead
        return self._words[index] if index < len(self._words) else None

    def _or(self) -> bool:
        value = self._and()
        while self._peek() == "-o":
            self._index += 1
            value = self._and() or value
        return value

    def _and(self) -> bool:
        value = self._not()
        while self._peek() == "-a":
            self._index += 1
            value = self._not() and value
        return value

    def _not(self) -> bool:
        negated = False
        while self._peek() == "!" and self._peek(1) is not None and self._peek(1) not in BINARY:
            self._index += 1
            negated = not negated
        return self._primary() is not negated

    def _primary(self) -> bool:
        word = self._peek()
        if word is None:
            raise UsageError("an operand is missing")
        operator, right = self._peek(1), self._peek(2)
        if operator in BINARY and right is not None:
            self._index += 3
            return BINARY[operator](word, right)
        if word == "(" and operator is not None:
            self._index += 1
            value = self._or()
            if self._peek() != ")":
                raise UsageError("')' is missing")
            self._index += 1
            return value
        if word in UNARY and operator is not None:
            self._index += 2
            return UNARY[word](operator)
        self._index += 1
        return word != ""


# Primaries


def integer(text: str) -> int:
    """An integer of 64 bits, with optional sign and blanks around. Raises UsageError."""
    if text.isdigit() and text.isascii() and len(text) < 19:
        return int(text)
    value = decimal(text)
    if value is None:
        raise UsageError(f"{text}: not an integer")
    return value


def status_of(path: str) -> os.stat_result | None:
    """What ``stat`` says, None when it fails."""
    try:
        return os.stat(encode(path))
    except (OSError, ValueError):
        return None


def has_mode(check: Callable[[int], bool]) -> Callable[[str], bool]:
    """A primary about a file's mode."""

    def primary(path: str) -> bool:
        found = status_of(path)
        return found is not None and check(found.st_mode)

    return primary


def is_link(path: str) -> bool:
    """``-h``, ``-L``."""
    try:
        return stat.S_ISLNK(os.lstat(encode(path)).st_mode)
    except (OSError, ValueError):
        return False


def may(mode: int) -> Callable[[str], bool]:
    """``-r``, ``-w``, ``-x``: what the process is allowed, by its effective ids."""

    def primary(path: str) -> bool:
        try:
            return os.access(encode(path), mode, effective_ids=True)
        except (OSError, ValueError):
            return False

    return primary


def is_terminal(text: str) -> bool:
    """``-t``."""
    fd = integer(text)
    try:
        return os.isatty(fd)
    except (OSError, OverflowError):
        return False


def is_not_empty(path: str) -> bool:
    """``-s``."""
    found = status_of(path)
    return found is not None and found.st_size > 0


def is_owned(path: str) -> bool:
    """``-O``."""
    found = status_of(path)
    return found is not None and found.st_uid == os.geteuid()


def is_of_group(path: str) -> bool:
    """``-G``."""
    found = status_of(path)
    return found is not None and found.st_gid == os.getegid()


def was_changed(path: str) -> bool:
    """``-N``: modified since it was last read."""
    found = status_of(path)
    return found is not None and found.st_mtime_ns > found.st_atime_ns


def is_newer(left: str, right: str) -> bool:
    """``-nt``: also when only the left file exists."""
    first, second = status_of(left), status_of(right)
    return first is not None and (second is None or first.st_mtime_ns > second.st_mtime_ns)


def is_same_file(left: str, right: str) -> bool:
    """``-ef``."""
    first, second = status_of(left), status_of(right)
    return first is not None and second is not None and (first.st_dev, first.st_ino) == (second.st_dev, second.st_ino)


UNARY: dict[str, Callable[[str], bool]] = {
    "-n": lambda text: text != "",
    "-z": lambda text: text == "",
    "-e": lambda path: status_of(path) is not None,
    "-f": has_mode(stat.S_ISREG),
    "-d": has_mode(stat.S_ISDIR),
    "-b": has_mode(stat.S_ISBLK),
    "-c": has_mode(stat.S_ISCHR),
    "-p": has_mode(stat.S_ISFIFO),
    "-S": has_mode(stat.S_ISSOCK),
    "-u": has_mode(lambda mode: bool(mode & stat.S_ISUID)),
    "-g": has_mode(lambda mode: bool(mode & stat.S_ISGID)),
    "-k": has_mode(lambda mode: bool(mode & stat.S_ISVTX)),
    "-h": is_link,
    "-L": is_link,
    "-r": may(os.R_OK),
    "-w": may(os.W_OK),
    "-x": may(os.X_OK),
    "-s": is_not_empty,
    "-t": is_terminal,
    "-O": is_owned,
    "-G": is_of_group,
    "-N": was_changed,
}

BINARY: dict[str, Callable[[str, str], bool]] = {
    "=": lambda left, right: left == right,
    "==": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    ">": lambda left, right: left > right,
    "-eq": lambda left, right: integer(left) == integer(right),
    "-ne": lambda left, right: integer(left) != integer(right),
    "-lt": lambda left, right: integer(left) < integer(right),
    "-le": lambda left, right: integer(left) <= integer(right),
    "-gt": lambda left, right: integer(left) > integer(right),
    "-ge": lambda left, right: integer(left) >= integer(right),
    "-nt": is_newer,
    "-ot": lambda left, right: is_newer(right, left),
    "-ef": is_same_file,
}
