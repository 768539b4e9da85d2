"""The text being parsed: reading it piece by piece, places in it, line continuation, going back (2.2.1, 2.3).

Between tokens the parser works on ``text`` from ``pos``; what lies before ``pos`` is never looked at again, except where
something was marked. ``text`` ends with a newline always, so no token ends at its very end.
"""

from __future__ import annotations

from minishell.errors import ScriptSyntaxError
from minishell.source import Location

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import NoReturn

    from minishell.source import Source
    from minishell.syntax.alias import Expanded
    from minishell.syntax.nodes import CommandSubstitution, HereDocument, List, Word

    Mark = tuple[str, int, int, int, str, int, list[Expanded], list[HereDocument], int, int]

# Text is given to the parser in pieces of about this many characters once it is changed by alias
# substitution: each change copies the rest of the piece.
PIECE_LENGTH = 4096


class Lexer:
    """Text from ``read``, and the state of parsing it.

    ``operator`` is the operator (or closing reserved word) after the command that was parsed last; ``""`` is the end of input.
    ``pending`` are the here-documents whose bodies begin after the next newline. ``not_arithmetic`` holds the offsets in
    ``text`` where ``$((`` was found to begin a command substitution, and once it was parsed, that and the offset after it.
    """

    command_line = 0
    """The line of the simple command that is being read, 0 outside of one: what LINENO says in all of its words."""

    def __init__(
        self, read: Callable[[], str], source: Source, aliases: Mapping[str, str] | None = None, is_strict: bool = False
    ) -> None:
        self.read = read
        self.source = source
        self.aliases: Mapping[str, str] = {} if aliases is None else aliases
        self.is_strict = is_strict
        self.text = ""
        self.pos = 0
        self.operator = ""
        self.pending: list[HereDocument] = []
        self.expanded: list[Expanded] = []
        self.words: dict[str, Word] = {}
        self.not_arithmetic: dict[int, tuple[CommandSubstitution, int] | None] = {}
        self._counted = 0  # the offset of which _line is the line
        self._line = source.first_line
        self._ahead = ""  # text to be used before more is read
        self._ahead_pos = 0
        self.marks = 0  # how many places to go back to there are
        self._read_since_mark: list[str] = []
        self._replacements = 0

    # Places

    def line_at(self, pos: int) -> int:
        """The number of the line in which ``text[pos]`` stands."""
        counted = self._counted
        if pos > counted:
            self._line += self.text.count("\n", counted, pos)
        elif pos < counted:
            self._line -= self.text.count("\n", pos, counted)
        self._counted = pos
        return self._line

    @property
    def line(self) -> int:
        """The number of the line that the parser has reached."""
        return self.line_at(self.pos)

    def location(self, pos: int) -> Location:
        """The place of ``text[pos]``; the end of the text is at the end of its last line."""
        text = self.text
        if pos and pos >= len(text):
            pos = len(text) - 1
        start = text.rfind("\n", 0, pos) + 1
        end = text.find("\n", pos)
        return Location(self.source.name, self.line_at(pos), pos - start + 1, text[start : end if end >= 0 else len(text)])

    def fail(self, message: str, pos: int | None = None, incomplete: bool = False) -> NoReturn:
        """Raise a ScriptSyntaxError for the text at *pos* (at ``self.pos`` when not given)."""
        at = self.location(self.pos if pos is None else pos)
        raise ScriptSyntaxError(f"syntax error: {message}", at, incomplete)

    # Text

    def more(self) -> bool:
        """Get more text, when nothing but blanks stands after ``pos``; False at the end of the input, where ``pos`` is then."""
        piece = self._next_piece()
        if not piece:
            self.pos = len(self.text)
            return False
        if self.marks:
            self.text += piece
        else:
            self.line_at(len(self.text))
            self._counted = 0
            self.text = piece
            self.pos = 0
            self.expanded.clear()
            self.not_arithmetic.clear()
        return True

    def _next_piece(self) -> str:
        start, ahead = self._ahead_pos, self._ahead
        if start < len(ahead):
            end = ahead.find("\n", start + PIECE_LENGTH) + 1 or len(ahead)
            self._ahead_pos = end
            return ahead[start:end]
        piece = self.read()
        if "\0" in piece:
            piece = piece.replace("\0", "")  # as dash does
        if piece and piece[-1] != "\n":
            # The last line has no newline: a backslash at its very end stands for itself.
            if not self.is_strict and (len(piece) - len(piece.rstrip("\\"))) % 2:
                piece += "\\"
            piece += "\n"
        if self.marks:
            self._read_since_mark.append(piece)
        return piece

    def rest(self) -> str:
        """The text that was read and not parsed yet."""
        return self.text[self.pos :] + self._ahead[self._ahead_pos :]

    def discard(self) -> None:
        """Forget the text that was read and not parsed, after a syntax error."""
        self.command_line = 0
        self.line_at(len(self.text))
        self._line += self._ahead.count("\n", self._ahead_pos)
        self.text = self._ahead = ""
        self.pos = self._counted = self._ahead_pos = self.marks = 0
        self._read_since_mark.clear()
        self.not_arithmetic.clear()
        self.expanded.clear()
        self.pending = []

    def replace(self, start: int, end: int, new: str) -> None:
        """Put *new* in the place of ``text[start:end]``. Lines keep their numbers."""
        text = self.text
        self.line_at(start)
        self._line += text.count("\n", start, end) - new.count("\n")
        if len(text) - end > 2 * PIECE_LENGTH and self._ahead_pos >= len(self._ahead):
            cut = text.find("\n", end + PIECE_LENGTH) + 1
            if cut:
                self._ahead = text[cut:]
                self._ahead_pos = 0
                text = text[:cut]
        self.text = text[:start] + new + text[end:]
        growth = len(new) - (end - start)
        for name in self.expanded:
            if name.end >= end:
                name.end += growth
        self._replacements += 1
        self.not_arithmetic.clear()

    def join_lines(self, pos: int) -> None:
        """Take the ``\\``newline at *pos* out of the text (2.2.1), so that a token goes on in the next line."""
        if pos + 2 == len(self.text):
            self.text += self._next_piece() or "\n"
        self.replace(pos, pos + 2, "")

    # Going back

    def mark(self) -> Mark:
        """Remember this place for ``go_back``; ``release`` must follow."""
        self.marks += 1
        return (
            self.text,
            self.pos,
            self._counted,
            self._line,
            self._ahead,
            self._ahead_pos,
            self.expanded.copy(),
            self.pending.copy(),
            len(self._read_since_mark),
            self._replacements,
        )

    def go_back(self, mark: Mark) -> None:
        """Be again where *mark* was made; text that was read since then is still there."""
        (self.text, self.pos, self._counted, self._line, self._ahead, self._ahead_pos, self.expanded, self.pending) = mark[:8]
        since, replacements = mark[8:]
        if replacements != self._replacements:
            self.not_arithmetic.clear()
        new = "".join(self._read_since_mark[since:])
        if self._ahead_pos < len(self._ahead):
            self._ahead = self._ahead[self._ahead_pos :] + new
            self._ahead_pos = 0
        else:
            self.text += new

    def release(self) -> None:
        """Forget the newest mark."""
        self.marks -= 1
        if not self.marks:
            self._read_since_mark.clear()

    # Recursion: a word holds programs

    def substitution_program(self, line: int) -> List:
        """The program of ``$(…)`` from ``pos``, up to and with its ``)``; see Parser."""
        raise NotImplementedError

    def text_program(self, text: str, line: int) -> List:
        """*text* (of backquotes) as a program; see Parser."""
        raise NotImplementedError


def once(text: str) -> Callable[[], str]:
    """A ``read`` that gives *text*, and then the end of the input."""
    pieces = ["", text]
    return lambda: pieces.pop() if pieces else ""
