"""The words of an outline: quotes and expansions in any state of being typed."""

from __future__ import annotations

from minishell.syntax.patterns import (
    match_arithmetic_part,
    match_brace_part,
    match_name,
    match_quoted_brace_part,
    match_quoted_part,
    match_word_part,
)
from minishell.syntax.pieces import Piece, WordAt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from minishell.syntax.patterns import Matcher

    # The word that something stands in: its kind for WordAt, where it begins, its text so far, the words before it.
    Around: TypeAlias = tuple[str, int, str, list[str]]

_JOINED = frozenset(("command", "word", "string", "heredoc", "arithmetic"))
_SPECIAL_PARAMETERS = "@*#?$!-0123456789"


class WordScanner:
    """Scans words of ``text``; offsets in pieces are greater by ``base``. ``at_end`` is the word that the text ends in."""

    def __init__(self, text: str, base: int = 0, depth: int = 0) -> None:
        self.text = text
        self.end = len(text)
        self.base = base
        self.depth = depth
        self.pos = 0
        self.pieces: list[Piece] = []
        self.at_end: WordAt | None = None
        self.closing: dict[int, int] | None = None  # for each parenthesis the one that closes it

    def nested_commands(self, closer: str) -> bool:
        """Scan the commands of a substitution up to *closer*; whether it was found."""
        raise NotImplementedError

    # Pieces

    def piece(self, start: int, end: int, kind: str) -> None:
        if start >= end:
            return
        start += self.base
        end += self.base
        if kind in _JOINED and self.pieces:
            last = self.pieces[-1]
            if last.end == start and last.kind == kind and last.depth == self.depth:
                last.end = end
                return
        self.pieces.append(Piece(start, end, kind, self.depth))

    def opening(self, start: int, end: int, kind: str) -> int:
        """Add the piece of an opening delimiter; the result is for ``unclosed``."""
        self.pieces.append(Piece(start + self.base, end + self.base, kind, self.depth))
        return len(self.pieces) - 1

    def unclosed(self, index: int) -> None:
        """Show the opening delimiter number *index* as an error."""
        piece = self.pieces[index]
        if piece.kind == "string" and piece.end - piece.start > 1:
            self.pieces.insert(index, Piece(piece.start, piece.start + 1, "error", piece.depth))
            piece.start += 1
        else:
            piece.kind = "error"

    def ends_here(self, kind: str, start: int, text: str, quote: str, words: list[str], is_braced: bool = False) -> None:
        """The text ends in this word; the innermost that says so is right."""
        if self.at_end is None:
            self.at_end = WordAt(kind, start + self.base, text, quote, list(words), is_braced)

    # Words

    def parts(self, kind: str, at_end: str, words: list[str], closer: str) -> str:
        """Scan the parts of a word; its text without quotes.

        *at_end* is the kind of the word if the text ends in it.
        """
        text, start = self.text, self.pos
        value: list[str] = []
        while self.pos < self.end:
            pos = self.pos
            found = match_word_part(text, pos)
            if found is None or (closer == "`" and text[pos] == "`"):
                return "".join(value)
            part = found.lastindex
            if part == 1:
                self.pos = found.end()
                run = found[1]
                self.piece(pos, self.pos, kind)
                if at_end == "assignment" and ":" in run:
                    start = pos + run.rindex(":") + 1
                    value = [run[run.rindex(":") + 1 :]]
                else:
                    value.append(run)
            elif part == 6:
                self.pos = found.end()
                self.piece(pos, self.pos, kind)
                value.append(found[6])
            else:
                before = "".join(value)
                value = [before, self.special(match_word_part, (at_end, start, before, words))]
        text_so_far = "".join(value)
        if text_so_far[:1] == "~" and text[start] == "~" and "/" not in text_so_far:
            at_end = "user" if len(text_so_far) == self.pos - start else at_end
        self.ends_here(at_end, start, text_so_far, "", words if at_end in ("argument", "user") else [])
        return text_so_far

    def special(self, match: Matcher, around: Around, quote: str = "") -> str:
        """Scan a quoted run or an expansion; its text without quotes. *around* is the word that it stands in."""
        text, pos = self.text, self.pos
        character = text[pos]
        if character == "'" and not quote:
            return self.single_quoted(around)
        if character == '"':
            index = self.opening(pos, pos + 1, "string")
            self.pos += 1
            value, is_closed = self.quoted_text(match_quoted_part, "string", around, '"')
            if not is_closed:
                self.unclosed(index)
            return value
        if character == "`":
            return self.substitution(1, "`")
        if character == "\\":
            self.pos = min(pos + 2, self.end)
            if self.pos == pos + 1:
                self.piece(pos, self.pos, "word")
            return ""
        following = text[pos + 1 : pos + 2]
        if following == "(":
            if text.startswith("(", pos + 2) and self.is_arithmetic(pos + 2):
                self.arithmetic(around)
                return text[pos : self.pos]
            return self.substitution(2, ")")
        if following == "{":
            return self.braced(around, quote)
        if following == "'" and not quote:
            self.pos += 1
            return self.single_quoted(around, "$'")
        return self.parameter(around, quote, match)

    def parameter(self, around: Around, quote: str, match: Matcher) -> str:
        """``$name``, or a dollar sign alone."""
        text, pos = self.text, self.pos
        name = match_name(text, pos + 1)
        stop = name.end() if name is not None else pos + 1
        if name is None and text[stop : stop + 1] and text[stop] in _SPECIAL_PARAMETERS:
            stop += 1
        self.pos = stop
        if stop == self.end and (name is not None or stop == pos + 1):
            self.ends_here("parameter", pos + 1, text[pos + 1 : stop], quote.strip("\n"), around[3])
        self.piece(pos, stop, "string" if stop == pos + 1 and quote == '"' else "word" if stop == pos + 1 else "parameter")
        return text[pos:stop]

    def single_quoted(self, around: Around, quote: str = "'") -> str:
        """``'…'`` or ``$'…'``; ``pos`` is at the quote."""
        text, pos = self.text, self.pos
        stop = text.find("'", pos + 1)
        if quote == "$'":
            stop = pos + 1
            while stop < self.end and text[stop] != "'":
                stop += 2 if text[stop] == "\\" else 1
            stop = stop if stop < self.end else -1
        first = pos - len(quote) + 1
        if stop < 0:
            self.pieces.append(Piece(first + self.base, pos + 1 + self.base, "error", self.depth))
            self.piece(pos + 1, self.end, "string")
            self.pos = self.end
            kind, start, before, words = around
            self.ends_here(kind, start, before + text[pos + 1 :], quote, words if kind == "argument" else [])
            return text[pos + 1 :]
        self.pos = stop + 1
        self.piece(first, self.pos, "string")
        return text[pos + 1 : stop]

    def quoted_text(self, match: Matcher, kind: str, around: Around, quote: str) -> tuple[str, bool]:
        """Scan text as in double quotes: the text without quotes, and whether its end was found (or it needs none)."""
        text = self.text
        value: list[str] = []
        while self.pos < self.end:
            pos = self.pos
            found = match(text, pos)
            if found is None:
                break
            part = found.lastindex
            if part == 1 or part == 4:
                self.pos = found.end()
                self.piece(pos, self.pos, kind)
                value.append(found[part])
            elif part == 5:
                self.pos = found.end()
                if kind == "string":
                    self.piece(pos, self.pos, kind)
                return "".join(value), True
            elif found[0] == "\\":
                self.pos = min(pos + 2, self.end)
                self.piece(pos, self.pos, kind)
            else:
                outer, start, before, words = around
                value = ["".join(value)]
                value.append(self.special(match, (outer, start, before + value[0], words), quote or "\n"))
        if quote:
            outer, start, before, words = around
            self.ends_here(outer, start, before + "".join(value), quote, words if outer == "argument" else [])
        return "".join(value), False

    # Expansions

    def substitution(self, length: int, closer: str) -> str:
        """``$(…)`` or backquotes, whose opening delimiter has *length* characters; as written."""
        start = self.pos
        index = self.opening(start, start + length, "substitution")
        self.pos += length
        self.depth += 1
        is_closed = self.nested_commands(closer)
        self.depth -= 1
        if is_closed:
            self.piece(self.pos, self.pos + 1, "substitution")
            self.pos += 1
        else:
            self.unclosed(index)
        return self.text[start : self.pos]

    def braced(self, around: Around, quote: str) -> str:
        """``${…}``; as written."""
        text, start = self.text, self.pos
        stop = start + 2
        if text.startswith("#", stop) and text[stop + 1 : stop + 2] not in ("", "}"):
            stop += 1
        name = match_name(text, stop)
        if name is not None:
            if name.end() == self.end:
                self.ends_here("parameter", stop, name[0], quote.strip("\n"), around[3], True)
            stop = name.end()
        elif stop == self.end:
            self.ends_here("parameter", stop, "", quote.strip("\n"), around[3], True)
        while text[stop : stop + 1] and text[stop] in "@*#?$!-0123456789:=+%":
            stop += 1
            if text[stop - 1] in "-=?+%" and text[stop - 1 : stop + 1] != "%%":
                break
        index = self.opening(start, stop, "parameter")
        self.pos = stop
        is_pattern = text[stop - 1] in "%#"
        if quote and not is_pattern:
            inner = ("argument", stop, "", around[3])
            _, is_closed = self.quoted_text(match_quoted_brace_part, "string", inner, quote)
            if is_closed:
                last = self.pieces[-1]
                last.end -= 1
                if last.start == last.end:
                    self.pieces.pop()
        else:
            is_closed = self.brace_word(around[3])
        if is_closed:
            self.piece(self.pos - 1, self.pos, "parameter")
        else:
            self.unclosed(index)
        return text[start : self.pos]

    def brace_word(self, words: list[str]) -> bool:
        """The word of ``${…}`` outside double quotes; whether its brace was found."""
        text, start = self.text, self.pos
        value: list[str] = []
        while self.pos < self.end:
            pos = self.pos
            found = match_brace_part(text, pos)
            if found is None:
                self.pos += 1
                return True
            part = found.lastindex
            if part == 1 or part == 6:
                self.pos = found.end()
                self.piece(pos, self.pos, "word")
                value.append(found[part])
            else:
                before = "".join(value)
                value = [before, self.special(match_brace_part, ("argument", start, before, words))]
        self.ends_here("argument", start, "".join(value), "", words)
        return False

    def is_arithmetic(self, parenthesis: int) -> bool:
        """Whether the second parenthesis of ``$((`` is closed by one that another follows at once, or not closed."""
        if self.closing is None:
            self.closing = {}
            opened = []
            pos = -1
            for piece in self.text.replace(")", "(").split("(")[:-1]:
                pos += len(piece) + 1
                if self.text[pos] == "(":
                    opened.append(pos)
                elif opened:
                    self.closing[opened.pop()] = pos
        end = self.closing.get(parenthesis, self.end - 1)
        return end + 1 == self.end or self.text[end + 1] == ")"

    def arithmetic(self, around: Around) -> None:
        """``$((…))``."""
        text, start = self.text, self.pos
        index = self.opening(start, start + 3, "arithmetic")
        self.pos += 3
        level = 0
        while self.pos < self.end:
            pos = self.pos
            found = match_arithmetic_part(text, pos)
            if found is None:
                break
            part = found.lastindex
            if part == 1 or part == 4:
                self.pos = found.end()
                self.piece(pos, self.pos, "arithmetic")
            elif part == 5:
                self.pos += 1
                level += 1 if found[5] == "(" else -1
                if level < 0 and text.startswith(")", pos + 1):
                    self.piece(pos, pos + 2, "arithmetic")
                    self.pos = pos + 2
                    return
                self.piece(pos, self.pos, "arithmetic")
            elif text[pos] == "\\" or (text[pos] == '"'):
                self.pos += 1
                self.piece(pos, self.pos, "arithmetic")
            else:
                self.special(match_arithmetic_part, around, "\n")
        name = self.end
        while name > start and (text[name - 1].isalnum() or text[name - 1] == "_"):
            name -= 1
        self.ends_here("parameter", name, text[name:], "", around[3])
        self.unclosed(index)
