"""``printf`` (XCU printf)."""

from __future__ import annotations

from minishell.builtin.conversions import (
    INFINITY,
    LEAST,
    MOST,
    MOST_UNSIGNED,
    format_float,
    format_integer,
    read_float,
    read_integer,
)
from minishell.builtin.escapes import unescape
from minishell.builtin.usage import options
from minishell.encoding import decode, encode
from minishell.errors import FAILURE, ShellError, UsageError
from minishell.expand.numbers import plain_number
from minishell.syntax.quoting import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from minishell.shell import Shell

    Piece: TypeAlias = "str | Conversion"

HELP = {
    "printf": """\
printf format [argument...]

Write the arguments as the format says, which is used again while arguments
are left. Conversions are those of C for integers, floating-point numbers,
%c and %s, and:

  %b  a string with escapes like those of echo
  %q  a string quoted for the shell
  %n$ before a conversion's letter: take the n-th argument
""",
}

LARGEST = (1 << 31) - 1  # of widths and precisions, as in C
REMEMBERED = 200  # formats


class Conversion:
    """One conversion of a format. ``width`` and ``precision``: a number, None, or ``"*"`` for an argument; ``argument``: the
    number of the argument that it takes, 0 for the next; ``letter`` is empty when it is none: then ``flags`` is its text."""

    __slots__ = ("argument", "flags", "letter", "precision", "width")

    def __init__(self, flags: str, width: int | str | None, precision: int | str | None, letter: str, argument: int) -> None:
        self.flags = flags
        self.width = width
        self.precision = precision
        self.letter = letter
        self.argument = argument

    def template(self) -> str | None:
        """The same for Python's ``%``, None when that has none, or differs from C for plain arguments."""
        plain_flags = {"s": "-", "d": "-+ 0", "i": "-+ 0", "u": "-0", "x": "-0", "X": "-0", "o": "-0"}
        flags = plain_flags.get(self.letter, "-+ 0#" if self.letter in "fFeEgG" else None)
        has_precision = self.precision is not None and self.letter not in "sfFeEgG"
        if not self.letter or flags is None or self.flags.strip(flags) or has_precision or self.argument:
            return None
        text = f"%{self.flags}"
        for mark, size in (("", self.width), (".", self.precision)):
            if isinstance(size, str) or (size is not None and size > LARGEST):
                return None
            text += "" if size is None else f"{mark}{size}"
        return text + self.letter


class Format:
    """A format, taken apart. ``template`` does for plain arguments, by Python's ``%``; ``letters`` are its conversions'."""

    __slots__ = ("letters", "pieces", "template")

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.letters = ""
        self.template: str | None = None
        template = ""
        for piece in pieces:
            if isinstance(piece, str):
                template += piece.replace("%", "%%")
                continue
            text = piece.template()
            if text is None:
                return
            template += text
            # A string in a field is counted in bytes; one without a field may be anything.
            self.letters += "S" if text == "%s" else piece.letter
        self.template = template

    def quick(self, arguments: list[str]) -> str | None:
        """All of the output, when each use of the format gets as many arguments as it takes, and they are plain."""
        count = len(self.letters)
        if self.template is None or (len(arguments) % count if count else arguments):
            return None
        if not arguments:
            return None if count else self.template % ()
        turns = len(arguments) // count
        values: list[str | int | float] = []
        for letter, argument in zip(self.letters * turns, arguments, strict=True):
            if letter == "S":
                values.append(argument)
            elif letter == "s":
                if not argument.isascii():
                    return None
                values.append(argument)
            elif letter in "fFeEgG":
                if len(argument) > 18 or not argument.isascii() or not argument.replace(".", "", 1).isdigit():
                    return None
                values.append(float(argument))
            else:
                number = plain_number(argument)
                if number is None or (number < 0 and letter not in "di"):
                    return None
                values.append(number)
        return self.template * turns % tuple(values)


_formats: dict[str, Format] = {}


def printf(sh: Shell, argv: list[str]) -> int:
    """``printf format [argument...]``. A bad number is told, counts for what could be read of it, and makes the status 1."""
    words = argv[1:]
    if words and words[0][:1] == "-":
        _, words = options(argv, "")
    if not words:
        raise UsageError("a format is missing")
    text = words.pop(0)
    known = _formats.get(text)
    if known is None:
        if len(_formats) >= REMEMBERED:
            _formats.clear()
        known = _formats[text] = Format(parse_format(text))
    written = known.quick(words)
    if written is None:
        return Printer(sh, words).run(known.pieces)
    if written:
        sh.write(written)
    return 0


def parse_format(text: str) -> list[Piece]:
    """A format as literal text and conversions; a bad one is an error only when it is used."""
    pieces: list[Piece] = []
    index = 0
    while index < len(text):
        found = text.find("%", index)
        if found < 0:
            found = len(text)
        if found > index:
            pieces.append(unescape(text[index:found], for_format=True)[0])
        if found == len(text):
            break
        if text.startswith("%%", found):
            pieces.append("%")
            index = found + 2
            continue
        conversion, index = parse_conversion(text, found + 1)
        pieces.append(conversion)
    return pieces


def parse_conversion(text: str, index: int) -> tuple[Conversion, int]:
    """The conversion after a ``%``, and where it ends."""
    start = index
    argument, end = parse_number(text, index)
    if isinstance(argument, int) and argument and text[end : end + 1] == "$":
        index = end + 1
    else:
        argument = 0
    flags_start = index
    while text[index : index + 1] in ("-", "+", " ", "#", "0", "'"):
        index += 1
    flags = text[flags_start:index]
    width, index = parse_number(text, index)
    precision: int | str | None = None
    if text[index : index + 1] == ".":
        precision, index = parse_number(text, index + 1)
        precision = 0 if precision is None else precision
    while text[index : index + 1] in ("h", "l", "L", "j", "z", "t"):
        index += 1
    letter = text[index : index + 1]
    if letter not in tuple("diouxXfFeEgGaAcsbq"):
        return Conversion(text[start - 1 : index + 1], None, None, "", 0), index + 1
    return Conversion(flags, width, precision, letter, argument), index + 1


def parse_number(text: str, index: int) -> tuple[int | str | None, int]:
    """Digits or ``*``. A number that is too large stays so."""
    if text[index : index + 1] == "*":
        return "*", index + 1
    end = index
    while text[end : end + 1] in tuple("0123456789"):
        end += 1
    if end == index:
        return None, end
    return (int(text[index:end]) if end - index < 19 else LARGEST + 1), end


class Stop(Exception):  # noqa: N818 - not an error
    """``\\c`` in a ``%b`` argument ends all output."""


class Printer:
    """One call of printf, whatever the format and the arguments."""

    __slots__ = ("_arguments", "_is_asking", "_next", "_out", "_sh", "_status")

    def __init__(self, sh: Shell, arguments: list[str]) -> None:
        self._sh = sh
        self._arguments = arguments
        self._next = 0
        self._out: list[str] = []
        self._status = 0
        self._is_asking = False

    def run(self, pieces: list[Piece]) -> int:
        """Write all; the status."""
        try:
            while True:
                base = highest = self._next
                self._is_asking = False
                for piece in pieces:
                    if isinstance(piece, str):
                        self._out.append(piece)
                        continue
                    if not piece.letter:
                        raise UsageError(f"{piece.flags}: bad conversion", FAILURE)
                    if piece.argument:
                        self._next = base + piece.argument - 1
                    self._convert(piece)
                    highest = max(highest, self._next)
                self._next = highest
                if highest >= len(self._arguments) or not self._is_asking:
                    break
        except Stop:
            pass
        finally:
            text = "".join(self._out)
            if text:
                self._sh.write(text)
        return self._status

    def _take(self) -> str | None:
        self._is_asking = True
        index = self._next
        self._next += 1
        return self._arguments[index] if index < len(self._arguments) else None

    def _convert(self, piece: Conversion) -> None:
        flags = piece.flags
        width = self._size(piece.width)
        precision = self._size(piece.precision)
        if width is not None and width < 0:
            flags += "-"
            width = -width
        if precision is not None and precision < 0:
            precision = None
        letter = piece.letter
        argument = self._take() or ""
        if letter in "di":
            self._out.append(format_integer(flags, width, precision, letter, self._signed(argument)))
        elif letter in "ouxX":
            self._out.append(format_integer(flags, width, precision, letter, self._unsigned(argument)))
        elif letter in "sbcq":
            is_cut = False
            text = argument
            if letter == "b":
                text, is_cut = unescape(text, for_format=False)
            elif letter == "c":
                text = decode(encode(text)[:1]) or "\0"
                precision = None
            elif letter == "q":
                text = quote(text)
            self._out.append(fitted(text, flags, width, precision))
            if is_cut:
                raise Stop
        else:
            self._out.append(format_float(flags, width, precision, letter, self._float(argument)))

    def _size(self, given: int | str | None) -> int | None:
        size = self._signed(self._take() or "") if isinstance(given, str) else given
        if size is not None and abs(size) > LARGEST:
            raise ShellError(f"{size}: a field too large")
        return size

    def _signed(self, text: str) -> int:
        value = self._integer(text)
        if LEAST <= value <= MOST:
            return value
        self._complain(text, "out of range")
        return MOST if value > 0 else LEAST

    def _unsigned(self, text: str) -> int:
        value = self._integer(text)
        if -MOST_UNSIGNED <= value <= MOST_UNSIGNED:
            return value & MOST_UNSIGNED
        self._complain(text, "out of range")
        return MOST_UNSIGNED

    def _integer(self, text: str) -> int:
        """The value of an argument; an empty one is 0, as in dash, bash and mksh."""
        if not text:
            return 0
        if text[0] in "\"'":
            return character_code(text)
        value, rest = read_integer(text)
        if value is None:
            self._complain(text, "not a number")
            return 0
        if rest:
            self._complain(text, "not a number to its end")
        return value

    def _float(self, text: str) -> float:
        if not text:
            return 0.0
        if text[0] in "\"'":
            return float(character_code(text))
        value, rest = read_float(text)
        if value is None:
            self._complain(text, "not a number")
            return 0.0
        if rest:
            self._complain(text, "not a number to its end")
        elif abs(value) == INFINITY and text[-1] in "0123456789.":
            self._complain(text, "out of range")
        return value

    def _complain(self, text: str, message: str) -> None:
        self._sh.complain(f"printf: {text}: {message}")
        self._status = FAILURE


def character_code(text: str) -> int:
    """The code of the character after a quote; of a byte that is no character its value."""
    if len(text) < 2:
        return 0
    code = ord(text[1])
    return code - 0xDC00 if 0xDC80 <= code <= 0xDCFF else code


def fitted(text: str, flags: str, width: int | None, precision: int | None) -> str:
    """A string cut and padded; the standard counts bytes, and so do dash and bash."""
    if width is None and precision is None:
        return text
    data = encode(text)
    if precision is not None:
        data = data[:precision]
    if width is not None:
        data = data.ljust(width) if "-" in flags else data.rjust(width)
    return decode(data)
