"""Options and operands of utilities (XBD 12.2)."""

from __future__ import annotations

from minishell.errors import UsageError


def options(argv: list[str], letters: str) -> tuple[dict[str, str], list[str]]:
    """The options of a utility, and its operands.

    ``letters``: the options there are; one with a ``:`` after it takes an argument, in the same word or the next. Options end at
    ``--``, ``-`` or the first word without a ``-``. The result has each option once, in the order of its last use,
    with its argument or "". Raises UsageError.
    """
    given: dict[str, str] = {}
    index = 1
    count = len(argv)
    while index < count:
        word = argv[index]
        if word[:1] != "-" or word == "-":
            break
        index += 1
        if word == "--":
            break
        position = 1
        while position < len(word):
            letter = word[position]
            position += 1
            place = letters.find(letter)
            if place < 0 or letter == ":":
                raise UsageError(f"-{letter}: unknown option")
            given.pop(letter, None)
            if letters[place + 1 : place + 2] == ":":
                if position < len(word):
                    given[letter] = word[position:]
                elif index < count:
                    given[letter] = argv[index]
                    index += 1
                else:
                    raise UsageError(f"-{letter}: needs an argument")
                break
            given[letter] = ""
    return given, argv[index:]


def operands(words: list[str], at_least: int = 0, at_most: int | None = None) -> list[str]:
    """*words*, when their number is right. Raises UsageError."""
    if len(words) < at_least:
        raise UsageError("an operand is missing")
    if at_most is not None and len(words) > at_most:
        raise UsageError(f"{words[at_most]}: one operand too many")
    return words


def is_name(text: str) -> bool:
    """Whether *text* is a name (XBD 3.216), as variables and functions have."""
    return text.isascii() and text.isidentifier()


def decimal(text: str) -> int | None:
    """The value of decimal digits with or without a sign, blanks around them allowed; None when *text* is anything else or
    the value does not fit into 64 bits."""
    stripped = text.strip(" \t\n")
    digits = stripped[1:] if stripped[:1] in ("-", "+") else stripped
    if not (digits.isascii() and digits.isdigit()):
        return None
    digits = digits.lstrip("0")
    if len(digits) > 19:  # also more than Python would convert
        return None
    value = int(digits or "0")
    if stripped[0] == "-":
        value = -value
    return value if -(1 << 63) <= value < 1 << 63 else None


def unsigned(text: str, what: str = "number") -> int:
    """An unsigned decimal integer, digits and nothing else. Raises UsageError."""
    value = decimal(text) if text.isdigit() else None
    if value is None:
        raise UsageError(f"{text}: bad {what}")
    return value
