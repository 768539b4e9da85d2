"""Where program text comes from, and how a place in it is shown."""

from __future__ import annotations


class Source:
    """A name for program text: a file, ``-c``, standard input, a trap, ``eval``.

    ``name`` is shown in messages; ``first_line`` is the number of the first line of the text.
    """

    __slots__ = ("first_line", "name")

    def __init__(self, name: str, first_line: int = 1) -> None:
        self.name = name
        self.first_line = first_line


class Location:
    """A place in a source: line (from 1), column (from 1, in characters), and the line's text without newline."""

    __slots__ = ("column", "line", "source_name", "text")

    def __init__(self, source_name: str, line: int, column: int, text: str) -> None:
        self.source_name = source_name
        self.line = line
        self.column = column
        self.text = text

    def __str__(self) -> str:
        return f"{self.source_name}:{self.line}:{self.column}"

    def caret(self, width: int = 100) -> str:
        """The line of text, and below it a caret under the column; long lines are cut around the column."""
        start = max(0, self.column - 1 - width // 2)
        shown = self.text[start : start + width]
        before = self.text[start : self.column - 1]
        blank = "".join("\t" if character == "\t" else " " for character in before)
        return f"{visible(shown)}\n{blank}^"


def visible(text: str) -> str:
    """*text* with control characters made visible (``^[``), so that it cannot command a terminal.

    Blanks, tabs and undecodable bytes stay; C1 controls become ``\\x9b``.
    """
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    code = ord(character)
    if code < 32 and character != "\t":
        return "^" + chr(code + 64)
    if code == 127:
        return "^?"
    if 128 <= code < 160:
        return f"\\x{code:02x}"
    return character
