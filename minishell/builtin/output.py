"""``echo`` and ``printf`` (XCU echo, printf)."""

from __future__ import annotations

from minishell.builtin.escapes import unescape
from minishell.encoding import decode, encode
from minishell.errors import FAILURE, UsageError
from minishell.syntax.quoting import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from minishell.shell import Shell

    Piece: TypeAlias = "str | Conversion"

HELP = {
    "echo": """\
echo [-neE] [string...]

Write the strings, with blanks between and a newline after them. Escapes like
\\n, \\t, \\0101 are replaced; \\c ends the output.

  -n  no newline at the end
  -e  replace escapes (this is the default)
  -E  leave escapes alone
""",
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


def echo(sh: Shell, argv: list[str]) -> int:
    """``echo [-neE] [string...]``: escapes are replaced as in dash, yash, mksh and the XSI option; ``-e`` is accepted."""
    index = 1
    newline, escapes = "\n", True
    while index < len(argv):
        word = argv[index]
        if word[:1] != "-" or len(word) < 2 or word.strip("neE") != "-":
            break
        for letter in word[1:]:
            if letter == "n":
                newline = ""
            else:
                escapes = letter == "e"
        index += 1
    text = " ".join(argv[index:])
    if escapes and "\\" in text:
        text, is_cut = unescape(text, for_format=False)
        if is_cut:
            newline = ""
    sh.write(text + newline)
    return 0


# printf


class Conversion:
    """One conversion of a format. ``width`` and ``precision``: a number, None, or ``"*"`` for an argument."""

    __slots__ = ("argument", "flags", "letter", "precision", "width")

    def __init__(self, flags: str, width: int | str | None, precision: int | str | None, letter: str, argument: int) -> None:
        self.flags = flags
        self.width = width
        self.precision = precision
        self.letter = letter
        self.argument = argument


_formats: dict[str, list[Piece]] = {}


def printf(sh: Shell, argv: list[str]) -> int:
    """``printf format [argument...]``. A bad number is told, counts for what could be read of it, and makes the status 1."""
    words = argv[2:] if len(argv) > 1 and argv[1] == "--" else argv[1:]
    if not words:
        raise UsageError("a format is missing")
    text = words[0]
    if text == "%s\n" and len(words) == 2:
        sh.write(words[1] + "\n")
        return 0
    pieces = _formats.get(text)
    if pieces is None:
        pieces = parse_format(text)
        if len(_formats) > 200:
            _formats.clear()
        _formats[text] = pieces
    return Printer(sh, words[1:]).run(pieces)


def parse_format(text: str) -> list[Piece]:
    """A format as literal text and conversions; its errors are those of its use, so a bad one is kept with its letter."""
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
    argument = 0
    end = index
    while end < len(text) and text[end].isdecimal():
        end += 1
    if end > index and text[end : end + 1] == "$":
        argument = int(text[index:end])
        index = end + 1
    flags_start = index
    while index < len(text) and text[index] in "-+ #0'":
        index += 1
    flags = text[flags_start:index]
    width, index = parse_number(text, index)
    precision: int | str | None = None
    if text[index : index + 1] == ".":
        precision, index = parse_number(text, index + 1)
        precision = 0 if precision is None else precision
    while text[index : index + 1] in ("h", "l", "L", "q", "j", "z", "t") and text[index : index + 1]:
        if text[index] == "q" and text[index + 1 : index + 2] not in tuple("diouxX"):
            break
        index += 1
    letter = text[index : index + 1]
    if letter not in tuple("diouxXfFeEgGaAcsbq"):
        return Conversion(text[start - 1 : index + 1], None, None, "", 0), index + 1
    return Conversion(flags, width, precision, letter, argument), index + 1


def parse_number(text: str, index: int) -> tuple[int | str | None, int]:
    """Digits or ``*``."""
    if text[index : index + 1] == "*":
        return "*", index + 1
    end = index
    while end < len(text) and text[end].isdecimal():
        end += 1
    return (int(text[index:end]) if end > index else None), end


class Stop(Exception):  # noqa: N818 - not an error
    """``\\c`` in a ``%b`` argument ends all output."""


class Printer:
    """One call of printf."""

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
                base = self._next
                highest = base
                self._is_asking = False
                for piece in pieces:
                    if isinstance(piece, str):
                        self._out.append(piece)
                        continue
                    if not piece.letter:
                        self._write()
                        raise UsageError(f"{piece.flags}: bad conversion", FAILURE)
                    if piece.argument:
                        self._next = base + piece.argument - 1
                    self._convert(piece)
                    highest = max(highest, self._next)
                self._next = highest
                if self._next >= len(self._arguments) or not self._is_asking:
                    break
        except Stop:
            pass
        self._write()
        return self._status

    def _write(self) -> None:
        self._sh.write("".join(self._out))
        self._out.clear()

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
        argument = self._take()
        if letter in "diouxX":
            self._out.append(format_integer(flags, width, precision, letter, self._integer(argument)))
        elif letter in "sbcq":
            is_cut = False
            text = argument or ""
            if letter == "b":
                text, is_cut = unescape(text, for_format=False)
            elif letter == "c":
                text = decode(encode(text)[:1]) if text or argument is None else "\0"
                precision = None
            elif letter == "q":
                text = quote(text)
            if precision is not None or width is not None:
                text = fitted(text, flags, width, precision)
            self._out.append(text)
            if is_cut:
                raise Stop
        else:
            self._out.append(format_float(flags, width, precision, letter, self._float(argument)))

    def _size(self, given: int | str | None) -> int | None:
        return self._integer(self._take()) if given == "*" else given  # type: ignore[return-value]

    def _integer(self, text: str | None) -> int:
        if text is None or text == "":
            if text == "":
                self._complain(text, "not a number")
            return 0
        if text[0] in "\"'":
            return self._character(text)
        value, rest = read_integer(text)
        if value is None:
            self._complain(text, "not a number")
            return 0
        if rest:
            self._complain(text, "not a number to its end")
        if not -(1 << 63) <= value < 1 << 64:
            self._complain(text, "out of range")
            return (1 << 63) - 1 if value > 0 else -(1 << 63)
        return value

    def _float(self, text: str | None) -> float:
        if not text:
            return 0.0
        if text[0] in "\"'":
            return float(self._character(text))
        stripped = text.lstrip(" \t\n")
        try:
            if "_" in stripped:
                raise ValueError
            return float.fromhex(stripped) if "x" in stripped.lower() else float(stripped)
        except (ValueError, OverflowError):
            pass
        end = len(stripped)
        while end:
            end -= 1
            try:
                value = float(stripped[:end])
            except ValueError:
                continue
            self._complain(text, "not a number to its end")
            return value
        self._complain(text, "not a number")
        return 0.0

    def _character(self, text: str) -> int:
        if len(text) < 2:
            return 0
        code = ord(text[1])
        if 0xDC80 <= code <= 0xDCFF:
            code -= 0xDC00
        if len(text) > 2:
            self._complain(text, "more than one character")
            self._status = 0
        return code

    def _complain(self, text: str, message: str) -> None:
        self._sh.complain(f"printf: {text}: {message}")
        self._status = FAILURE


def read_integer(text: str) -> tuple[int | None, str]:
    """The C constant at the beginning of *text* (None: there is none), and what follows it."""
    stripped = text.lstrip(" \t\n\r\v\f")
    sign = stripped[:1] if stripped[:1] in ("-", "+") and stripped else ""
    digits = stripped[len(sign) :]
    base, allowed, start = 10, "0123456789", 0
    if digits[:2].lower() == "0x" and digits[2:3] and digits[2] in "0123456789abcdefABCDEF":
        base, allowed, start = 16, "0123456789abcdefABCDEF", 2
    elif digits[:1] == "0":
        base, allowed = 8, "01234567"
    end = start
    while end < len(digits) and digits[end] in allowed:
        end += 1
    if end == start:
        return None, stripped
    value = int(digits[start:end], base)
    return (-value if sign == "-" else value), digits[end:]


def format_integer(flags: str, width: int | None, precision: int | None, letter: str, value: int) -> str:
    """As C formats a 64-bit integer."""
    if letter in "di":
        if value >= 1 << 63:
            value = (1 << 63) - 1
        sign = "-" if value < 0 else "+" if "+" in flags else " " if " " in flags else ""
        digits = str(abs(value))
    else:
        value &= (1 << 64) - 1
        sign = ""
        digits = str(value) if letter == "u" else f"{value:{letter}}"
        if "#" in flags and value:
            if letter in "xX":
                sign = "0" + letter
            elif letter == "o" and (precision is None or precision <= len(digits)):
                precision = len(digits) + 1
    if precision is not None:
        digits = "" if precision == 0 and value == 0 else digits.rjust(precision, "0")
    if width is None:
        return sign + digits
    if "-" in flags:
        return (sign + digits).ljust(width)
    if "0" in flags and precision is None:
        return sign + digits.rjust(width - len(sign), "0")
    return (sign + digits).rjust(width)


def format_float(flags: str, width: int | None, precision: int | None, letter: str, value: float) -> str:
    """As C formats a double."""
    if value != value or value in (float("inf"), float("-inf")):
        text = "nan" if value != value else "-inf" if value < 0 else "inf"
        text = text.upper() if letter.isupper() else text
        if "+" in flags and not text.startswith("-"):
            text = "+" + text
        flags = flags.replace("0", "")
    elif letter in "aA":
        text = hexadecimal(value, precision)
        text = text.upper() if letter == "A" else text
        if "+" in flags and not text.startswith("-"):
            text = "+" + text
    else:
        wanted = "".join([flag for flag in flags if flag in "+ #"])
        text = f"%{wanted}.{6 if precision is None else precision}{letter}" % value
    if width is None or len(text) >= width:
        return text
    if "-" in flags:
        return text.ljust(width)
    if "0" in flags:
        sign = text[:1] if text[0] in "+- " else ""
        rest = text[len(sign) :]
        prefix = rest[:2] if rest[:2].lower() == "0x" else ""
        return sign + prefix + rest[len(prefix) :].rjust(width - len(sign) - len(prefix), "0")
    return text.rjust(width)


def hexadecimal(value: float, precision: int | None) -> str:
    """``%a``: Python's own form, without the zeros at the end that C leaves out, or rounded to *precision* digits."""
    sign, _, rest = value.hex().rpartition("0x")
    mantissa, _, exponent = rest.partition("p")
    whole, _, fraction = mantissa.partition(".")
    if precision is None:
        fraction = fraction.rstrip("0")
    else:
        scaled = int(whole + fraction.ljust(13, "0"), 16)
        drop = 4 * (13 - precision)
        if drop > 0:
            half, kept = 1 << (drop - 1), scaled >> drop
            remainder = scaled & ((1 << drop) - 1)
            if remainder > half or (remainder == half and kept & 1):
                kept += 1
            digits = f"{kept:x}".rjust(precision + 1, "0")
        else:
            digits = f"{scaled:x}".rjust(14, "0") + "0" * (precision - 13)
        whole, fraction = digits[: len(digits) - precision], digits[len(digits) - precision :]
    return f"{sign}0x{whole}{'.' + fraction if fraction else ''}p{exponent}"


def fitted(text: str, flags: str, width: int | None, precision: int | None) -> str:
    """A string cut and padded; the standard counts bytes, and so do dash and bash."""
    if not text.isascii():
        data = encode(text)
        if precision is not None:
            data = data[:precision]
        if width is not None:
            data = data.ljust(width) if "-" in flags else data.rjust(width)
        return decode(data)
    if precision is not None:
        text = text[:precision]
    if width is not None:
        text = text.ljust(width) if "-" in flags else text.rjust(width)
    return text

