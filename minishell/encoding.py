"""Bytes to text and back, at every border of the shell.

Text inside the shell is ``str``. A byte that is no valid character becomes a lone surrogate
(``surrogateescape``), so every byte but NUL survives a round trip. In a UTF-8 locale characters are
those of UTF-8; in the C or POSIX locale each byte above 127 is a character of its own (XBD 7.2), which
is what ``use_bytes`` arranges, once, at start-up.
"""

from __future__ import annotations

_codec = "utf-8"


def use_bytes() -> None:
    """Take each byte for one character from now on (the POSIX locale)."""
    global _codec
    _codec = "ascii"


def is_bytewise() -> bool:
    """Whether ``use_bytes`` was called."""
    return _codec == "ascii"


def decode(data: bytes) -> str:
    """Text of *data*; the inverse of ``encode`` for any bytes."""
    return data.decode(_codec, "surrogateescape")


def encode(text: str) -> bytes:
    """Bytes of *text*, however it was decoded.

    A surrogate that stands for no byte (only a program's fault could make one) is written as a question mark.
    """
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def from_system(text: str) -> str:
    """Text that Python decoded itself (``sys.argv``, ``os.listdir``), in the shell's own decoding."""
    if _codec == "utf-8" or text.isascii():
        return text
    return decode(encode(text))
