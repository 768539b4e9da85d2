"""Numbers of C: constants as ``strtol`` and ``strtod`` read them, and text as ``printf`` makes it."""

from __future__ import annotations

LEAST, MOST = -(1 << 63), (1 << 63) - 1
MOST_UNSIGNED = (1 << 64) - 1
INFINITY = float("inf")

BLANKS = " \t\n\r\v\f"
DECIMAL = "0123456789"
OCTAL = "01234567"
HEXADECIMAL = "0123456789abcdefABCDEF"


def span(text: str, start: int, allowed: str) -> int:
    """Where the characters of *allowed* that begin at *start* end."""
    end = start
    while end < len(text) and text[end] in allowed:
        end += 1
    return end


def read_integer(text: str) -> tuple[int | None, str]:
    """The integer constant at the beginning of *text* (None: there is none), and what follows it.

    A value that is far beyond 64 bits may be given as another such value.
    """
    stripped = text.lstrip(BLANKS)
    start = 1 if stripped[:1] in ("-", "+") else 0
    base, allowed = 10, DECIMAL
    if stripped[start : start + 2] in ("0x", "0X") and stripped[start + 2 : start + 3] in tuple(HEXADECIMAL):
        start += 2
        base, allowed = 16, HEXADECIMAL
    elif stripped[start : start + 1] == "0":
        base, allowed = 8, OCTAL
    end = span(stripped, start, allowed)
    if end == start:
        return None, stripped
    digits = stripped[start:end].lstrip("0")
    value = int(digits or "0", base) if len(digits) < 30 else 1 << 80
    return (-value if stripped[0] == "-" else value), stripped[end:]


def read_float(text: str) -> tuple[float | None, str]:
    """The floating-point constant at the beginning of *text* (None: there is none), and what follows it."""
    stripped = text.lstrip(BLANKS)
    start = 1 if stripped[:1] in ("-", "+") else 0
    unsigned = stripped[start:].lower()
    for name in ("infinity", "inf", "nan"):
        if unsigned.startswith(name):
            return float(stripped[: start + len(name)]), stripped[start + len(name) :]
    is_hexadecimal = unsigned.startswith("0x")
    allowed, mark = (HEXADECIMAL, "p") if is_hexadecimal else (DECIMAL, "e")
    begin = 2 if is_hexadecimal else 0
    end = span(unsigned, begin, allowed)
    count = end - begin
    if unsigned[end : end + 1] == ".":
        fraction_end = span(unsigned, end + 1, allowed)
        count += fraction_end - end - 1
        end = fraction_end
    if count == 0:
        return (0.0, stripped[start + 1 :]) if is_hexadecimal else (None, stripped)
    if unsigned[end : end + 1] == mark:
        sign = 1 if unsigned[end + 1 : end + 2] in ("-", "+") else 0
        exponent_end = span(unsigned, end + 1 + sign, DECIMAL)
        if exponent_end > end + 1 + sign:
            end = exponent_end
    number = stripped[: start + end]
    try:
        value = float.fromhex(number) if is_hexadecimal else float(number)
    except OverflowError:
        value = -INFINITY if number[0] == "-" else INFINITY
    return value, stripped[start + end :]


def format_integer(flags: str, width: int | None, precision: int | None, letter: str, value: int) -> str:
    """As C formats an integer that fits the conversion; ``letter`` is one of ``diouxX``."""
    if letter in "di":
        sign = "-" if value < 0 else "+" if "+" in flags else " " if " " in flags else ""
        digits = str(abs(value))
    else:
        sign = ""
        digits = str(value) if letter == "u" else f"{value:{letter}}"
        if "#" in flags and letter in "xX" and value:
            sign = "0" + letter
    if precision is not None:
        digits = "" if precision == 0 and value == 0 else digits.rjust(precision, "0")
    if "#" in flags and letter == "o" and digits[:1] != "0":
        digits = "0" + digits
    return padded(sign, digits, flags if precision is None else flags.replace("0", ""), width)


def format_float(flags: str, width: int | None, precision: int | None, letter: str, value: float) -> str:
    """As C formats a double; ``letter`` is one of ``fFeEgGaA``."""
    if value != value or value in (INFINITY, -INFINITY):
        digits = "nan" if value != value else "inf"
        flags = flags.replace("0", "")
    elif letter in "aA":
        digits = hexadecimal(abs(value), precision, "#" in flags)
    else:
        digits = f"%{'#' if '#' in flags else ''}.{6 if precision is None else precision}{letter}" % abs(value)
    if letter.isupper():
        digits = digits.upper()
    # A zero may be negative, too.
    sign = "-" if str(value)[0] == "-" else "+" if "+" in flags else " " if " " in flags else ""
    if letter in "aA" and digits[:1] == "0":
        sign, digits = sign + digits[:2], digits[2:]
    return padded(sign, digits, flags, width)


def padded(sign: str, digits: str, flags: str, width: int | None) -> str:
    """A number in its field; ``sign`` is what stands before zeros that fill it."""
    if width is None:
        return sign + digits
    if "-" in flags:
        return (sign + digits).ljust(width)
    if "0" in flags:
        return sign + digits.rjust(width - len(sign), "0")
    return (sign + digits).rjust(width)


def hexadecimal(value: float, precision: int | None, has_point: bool) -> str:
    """``%a`` of a value that is not negative: Python's form without the zeros at the end, or rounded to *precision* digits;
    with *has_point* there is a point also before no digits."""
    mantissa, _, exponent = value.hex()[2:].partition("p")
    whole, _, fraction = mantissa.partition(".")
    if precision is None:
        fraction = fraction.rstrip("0")
    elif precision >= 13:
        fraction = fraction.ljust(precision, "0")
    else:
        scaled = int(whole + fraction.ljust(13, "0"), 16)
        drop = 4 * (13 - precision)
        kept, remainder, half = scaled >> drop, scaled & ((1 << drop) - 1), 1 << (drop - 1)
        if remainder > half or (remainder == half and kept & 1):
            kept += 1
        digits = f"{kept:x}".rjust(precision + 1, "0")
        whole, fraction = digits[: len(digits) - precision], digits[len(digits) - precision :]
    return f"0x{whole}{'.' if fraction or has_point else ''}{fraction}p{exponent}"
