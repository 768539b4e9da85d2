"""Backslash escapes of ``echo`` and ``printf``."""

from __future__ import annotations

from minishell.encoding import decode

SIMPLE = {"a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}
OCTAL = "01234567"
HEX = "0123456789abcdefABCDEF"


def unescape(text: str, for_format: bool, is_extended: bool = True) -> tuple[str, bool]:
    """*text* with its escapes replaced, and whether ``\\c`` ended it.

    In a format an octal number has up to three digits; for ``echo`` and ``%b`` a zero before it, which may be left out.
    ``is_extended``: ``\\xHH`` is an escape, too, which no shell knows in an ``echo`` without ``-e``.
    """
    if "\\" not in text:
        return text, False
    out: list[str] = []
    octets = bytearray()  # consecutive numeric escapes can make one character together
    index = 0
    size = len(text)
    while index < size:
        found = text.find("\\", index)
        if found < 0 or found + 1 >= size:
            flush(out, octets)
            out.append(text[index:])
            break
        if found > index:
            flush(out, octets)
            out.append(text[index:found])
        letter = text[found + 1]
        index = found + 2
        simple = SIMPLE.get(letter)
        if simple is not None:
            flush(out, octets)
            out.append(simple)
        elif letter == "c" and not for_format:
            flush(out, octets)
            return "".join(out), True
        elif letter in OCTAL:
            start = index - 1
            limit = start + (4 if letter == "0" and not for_format else 3)
            while index < size and index < limit and text[index] in OCTAL:
                index += 1
            octets.append(int(text[start:index], 8) & 255)
        elif letter == "x" and is_extended and index < size and text[index] in HEX:
            start = index
            while index < size and index < start + 2 and text[index] in HEX:
                index += 1
            octets.append(int(text[start:index], 16))
        elif for_format and letter in "\"'":
            flush(out, octets)
            out.append(letter)
        else:
            flush(out, octets)
            out.append("\\" + letter)
    flush(out, octets)
    return "".join(out), False


def flush(out: list[str], octets: bytearray) -> None:
    """Make text of the bytes that were collected."""
    if octets:
        out.append(decode(bytes(octets)))
        octets.clear()
