"""What the line editor needs to know of a text that is still being typed: pieces to colour, and the word at the cursor.

The functions take any text, finished or not, right or wrong; they never raise, and their cost is linear in all but
contrived texts. They follow the grammar far enough to know command positions and reserved words, and go on after an error.
"""

from __future__ import annotations

from minishell.errors import ScriptSyntaxError
from minishell.source import Source
from minishell.syntax.parser import parse_program
from minishell.syntax.patterns import (
    match_arithmetic_part,
    match_brace_part,
    match_here_document_part,
    match_name,
    match_parentheses,
    match_quoted_brace_part,
    match_quoted_part,
    match_redirection,
    match_word_part,
)
from minishell.syntax.tokens import RESERVED_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from minishell.syntax.patterns import Matcher

_DELIMITERS = " \t\n;&|<>()"
_JOINED = frozenset(("command", "word", "string", "heredoc", "arithmetic"))
_SPECIAL_PARAMETERS = "@*#?$!-0123456789"

# Reserved words that go on with a construct: what may be open before them, and what is open after them ("" for none).
_CONTINUATIONS = {
    "then": (("if", "elif"), "then"),
    "elif": (("then",), "elif"),
    "else": (("then",), "else"),
    "fi": (("then", "else"), ""),
    "do": (("while", "for"), "do"),
    "done": (("do",), ""),
    "esac": (("case",), ""),
    "}": (("{",), ""),
}


class Piece:
    """A run of characters ``text[start:end]`` (offsets in code points) of one kind.

    ``kind``: ``command`` (a word in command position; of a word with quotes or expansions the literal runs), ``word``
    (another word), ``keyword`` (reserved word), ``operator``, ``redirection`` (operator with its descriptor number),
    ``assignment`` (``name=``), ``string`` (a quoted run, with its quotes), ``parameter`` (``$name``, or the delimiters, the
    name and the operator of ``${…}``), ``substitution`` (the delimiters ``$(``, ``)``, a backquote), ``arithmetic`` (``$((``,
    ``))``, and the literal text between), ``comment``, ``heredoc`` (literal text of a here-document's body, and the line
    that ends it), ``function`` (a name being defined), ``error`` (an opening quote, brace or parenthesis in a word that is
    not closed, an operator or reserved word that cannot stand where it stands). ``depth``: how many substitutions
    the piece stands in. Pieces do not overlap and are in order; blanks belong to none.
    """

    __slots__ = ("depth", "end", "kind", "start")

    def __init__(self, start: int, end: int, kind: str, depth: int = 0) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.depth = depth

    def __repr__(self) -> str:
        return f"Piece({self.start}, {self.end}, {self.kind!r}, {self.depth})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Piece) and repr(self) == repr(other)

    __hash__ = None  # type: ignore[assignment]


class WordAt:
    """The word at the cursor, as far as the cursor.

    ``kind``: ``command``, ``argument``, ``parameter`` (the name after ``$`` or ``${``, or a name in ``$((…))``), ``target``
    (of a redirection), ``assignment`` (the value after ``name=``; after an unquoted ``:`` in it the part since then), ``user``
    (the name after ``~``), or ``none`` (a comment, a here-document or its delimiter, the name of a function or a loop variable).
    ``start``: offset in code points of the first character that a completion replaces, an opening quote included
    (of ``parameter``: of the name; of ``user``: of the tilde).
    ``text``: the unquoted text from ``start`` to the cursor, expansions in it left as they are written.
    ``quote``: the quote that is open at the cursor: ``''``, ``'"'``, ``"'"`` or ``"$'"``.
    ``words``: the words of the simple command before this one, assignments and redirections left out, unquoted, expansions
    as written; empty in command position.
    ``is_braced``: for ``parameter``: whether ``${`` is before the name.
    """

    __slots__ = ("is_braced", "kind", "quote", "start", "text", "words")

    def __init__(self, kind: str, start: int, text: str, quote: str, words: list[str], is_braced: bool = False) -> None:
        self.kind = kind
        self.start = start
        self.text = text
        self.quote = quote
        self.words = words
        self.is_braced = is_braced

    def __repr__(self) -> str:
        return f"WordAt({self.kind!r}, {self.start}, {self.text!r}, {self.quote!r}, {self.words!r}, {self.is_braced})"


def outline(text: str, aliases: Mapping[str, str] | None = None) -> list[Piece]:
    """The pieces of *text*. After an alias whose value ends with a blank the next word is a command too (2.3.1)."""
    scanner = _Scanner(text, aliases or {})
    scanner.run()
    return scanner.pieces


def word_at(text: str, cursor: int, aliases: Mapping[str, str] | None = None) -> WordAt:
    """What stands at offset *cursor* of *text*, for completion; only the text before the cursor counts."""
    scanner = _Scanner(text[:cursor], aliases or {})
    scanner.run()
    return scanner.at_end or WordAt("none", cursor, "", "", [])


def is_incomplete(text: str, aliases: Mapping[str, str] | None = None) -> bool:
    """Whether *text* is the beginning of a program and needs more lines (unclosed quote, compound command,
    here-document, or a last line that is continued): the editor then opens a new line. False for a text in error."""
    try:
        parse_program(text, Source("text"), aliases, is_strict=True)
    except ScriptSyntaxError as error:
        return error.incomplete
    return False


class _State:
    """Where the grammar is in one list of commands.

    ``place``: what a word would be now: ``command``, ``argument``, ``after`` (a compound command: nothing), ``target``,
    ``delimiter``, ``variable`` (of for), ``for in``, ``subject`` (of case), ``case in``, ``pattern``, ``function``.
    ``before``: the place to return to after a redirection. ``open``: the constructs that are open, innermost last.
    ``has_begun``: assignments or redirections stand before the command's name.
    """

    __slots__ = ("before", "has_begun", "open", "place", "words")

    def __init__(self) -> None:
        self.place = "command"
        self.before = "command"
        self.has_begun = False
        self.open: list[str] = []
        self.words: list[str] = []


_KINDS_AT_END = {
    "command": "command",
    "argument": "argument",
    "target": "target",
    "subject": "argument",
    "pattern": "argument",
}


class _Scanner:
    def __init__(self, text: str, aliases: Mapping[str, str], base: int = 0, depth: int = 0) -> None:
        self.text = text
        self.end = len(text)
        self.aliases = aliases
        self.base = base
        self.depth = depth
        self.pos = 0
        self.pieces: list[Piece] = []
        self.at_end: WordAt | None = None
        self.pending: list[tuple[str, bool, bool]] = []
        self.closing: dict[int, int] | None = None
        self.reports_errors = True

    def run(self) -> None:
        """Scan all of the text."""
        try:
            self.commands(_State(), "")
        except RecursionError:
            self.pos = self.end  # too deep to show: the rest has no pieces

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

    # Commands

    def commands(self, state: _State, closer: str) -> bool:
        """Scan commands up to and with *closer* (``)``, a backquote, or empty: the end of the text); whether it was found."""
        text, end = self.text, self.end
        while self.pos < end:
            pos = self.pos
            character = text[pos]
            if character == " " or character == "\t":
                self.pos += 1
            elif character == "\n":
                self.pos += 1
                self.newline(state)
            elif character == "`" and closer == "`":
                return True
            elif character == "#":
                stop = text.find("\n", pos)
                stop = end if stop < 0 else stop
                if closer == "`":
                    quote = text.find("`", pos, stop)
                    stop = stop if quote < 0 else quote
                self.piece(pos, stop, "comment")
                self.pos = stop
                if stop == end:
                    self.ends_here("none", end, "", "", [])
            elif character in ";&|()":
                if character == ")" and closer == ")" and state.place != "pattern" and "(" not in state.open:
                    return True
                self.operator(state)
            elif text.startswith("\\\n", pos):
                self.pos += 2
            else:
                found = match_redirection(text, pos)
                if found is not None:
                    self.piece(pos, found.end(), "redirection")
                    self.pos = found.end()
                    if state.place not in ("target", "delimiter"):
                        state.before = state.place
                    state.place = found[0].lstrip("0123456789") if found[0].endswith(("<<", "<<-")) else "target"
                else:
                    self.word(state, closer)
        kind = _KINDS_AT_END.get(state.place, "none")
        self.ends_here(kind, end, "", "", state.words if kind == "argument" else [])
        return False

    def newline(self, state: _State) -> None:
        if state.place == "for in" or state.place == "case in" or state.place == "pattern":
            pass
        elif state.place != "subject":
            self.begin(state)
        if self.pending:
            self.here_documents()

    def begin(self, state: _State) -> None:
        """A new command may begin."""
        state.place = "command"
        state.has_begun = False
        state.words = []

    def operator(self, state: _State) -> None:
        text, pos = self.text, self.pos
        operator = text[pos : pos + 2]
        if operator not in (";;", ";&", "&&", "||"):
            operator = operator[0]
        self.pos = pos + len(operator)
        is_wrong = False
        place = state.place
        if operator == "(":
            if place == "command" and not state.has_begun:
                state.open.append("(")
            elif place == "argument" and len(state.words) == 1 and not state.has_begun:
                self.pos = pos
                if self.parentheses():
                    self.begin(state)
                    return
                self.pos = pos + 1
                is_wrong = self.pos < self.end
            else:
                is_wrong = place not in ("pattern", "for in")
        elif operator == ")":
            if place == "pattern":
                self.begin(state)
            elif "(" in state.open:
                is_wrong = state.open[-1] != "(" or (self.wants_command(state) and self.follows_operator())
                while state.open.pop() != "(":
                    pass
                state.place = "after"
            else:
                is_wrong = True
        elif operator in (";;", ";&"):
            if state.open and state.open[-1] == "case":
                self.begin(state)
                state.place = "pattern"
            else:
                is_wrong = True
        elif place == "pattern" and operator == "|":
            pass
        elif place == "for in" and operator == ";":
            self.begin(state)
        else:
            is_wrong = place in ("target", "pattern", "subject", "case in", "variable") or self.wants_command(state)
            self.begin(state)
        self.piece(pos, self.pos, "error" if is_wrong and self.reports_errors else "operator")

    def parentheses(self) -> bool:
        """Take the ``()`` after a function's name, if it stands here."""
        found = match_parentheses(self.text, self.pos)
        if found is None:
            return False
        self.pieces[-1].kind = "function"
        self.piece(found.start(1), found.end(1), "operator")
        self.piece(found.end() - 1, found.end(), "operator")
        self.pos = found.end()
        return True

    def wants_command(self, state: _State) -> bool:
        return state.place == "command" and not state.has_begun

    def follows_operator(self) -> bool:
        """Whether the last piece is an operator that wants a command after it."""
        last = self.pieces[-1]
        return last.kind == "operator" and self.text[last.start - self.base : last.end - self.base] in ("&&", "||", "|", "(")

    # Words

    def word(self, state: _State, closer: str) -> None:
        """Scan one word, and go on to the next place."""
        text, start, place = self.text, self.pos, state.place
        plain = self.plain_word(closer)
        if place == "<<" or place == "<<-":
            self.delimiter(place == "<<-")
            state.place = state.before
            state.has_begun = True
            return
        if (
            plain
            and not state.has_begun
            and place in ("command", "after", "pattern", "for in", "case in", "variable", "function")
        ):
            if self.reserved(state, plain, start):
                return
        if place == "command":
            name = match_name(text, start)
            if name is not None and text[name.end() : name.end() + 1] == "=":
                self.piece(start, name.end() + 1, "assignment")
                self.pos = name.end() + 1
                state.has_begun = True
                self.parts("word", "assignment", state.words, closer)
                return
        kind = "command" if place == "command" else "function" if place == "function" else "word"
        if place == "after" and self.reports_errors:
            kind = "error"
        value = self.parts(kind, _KINDS_AT_END.get(place, "none"), state.words, closer)
        if place == "target":
            state.place = state.before
            state.has_begun = True
        elif place == "command" or place == "argument":
            state.place = "argument"
            state.words.append(value)
            alias = self.aliases.get(plain) if place == "command" else None
            if alias is not None:
                if alias[-1:] in (" ", "\t"):
                    self.begin(state)
                if not alias.replace(" ", "").replace("-", "").replace("=", "").isalnum() or alias in RESERVED_WORDS:
                    self.reports_errors = False  # it may open or close anything
        elif place == "variable":
            state.place = "for in"
        elif place == "subject":
            state.place = "case in"
        elif place == "function":
            self.parentheses()
            self.begin(state)

    def plain_word(self, closer: str) -> str:
        """The word at ``pos``, if it is plain; else empty."""
        found = match_word_part(self.text, self.pos)
        if found is None or found.lastindex != 1:
            return ""
        following = self.text[found.end() : found.end() + 1]
        return found[1] if following in _DELIMITERS or following == closer else ""

    def reserved(self, state: _State, word: str, start: int) -> bool:
        """Take *word* for a reserved word, if it is one at this place."""
        place = state.place
        opened = state.open
        if place == "variable":
            return False
        if place == "for in" or place == "case in":
            if word == "in" and opened and opened[-1] in ("for", "case"):
                self.keyword(start, word)
                if place == "case in":
                    state.place = "pattern"
                else:
                    state.place = "argument"
                    state.words = []
                return True
            if place == "case in" or word != "do":
                return False
        elif place == "pattern":
            if word != "esac":
                return False
        elif word not in RESERVED_WORDS:
            return False
        if word in _CONTINUATIONS:
            needed, after = _CONTINUATIONS[word]
            if opened and opened[-1] in needed:
                self.keyword(start, word)
                opened.pop()
                if after:
                    opened.append(after)
            else:
                self.keyword(start, word, is_wrong=True)
            self.begin(state)
            if not after:
                state.place = "after"
            return True
        if place == "after":
            return False
        self.keyword(start, word)
        if word == "function":
            state.place = "function"
        elif word != "!":
            opened.append("while" if word == "until" else word)
            if word == "for":
                state.place = "variable"
            elif word == "case":
                state.place = "subject"
        return True

    def keyword(self, start: int, word: str, is_wrong: bool = False) -> None:
        self.pos = start + len(word)
        if self.pos == self.end:
            self.ends_here("command", start, word, "", [])
        self.piece(start, self.pos, "error" if is_wrong and self.reports_errors else "keyword")

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

    def special(self, match: Matcher, around: tuple[str, int, str, list[str]], quote: str = "") -> str:
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

    def parameter(self, around: tuple[str, int, str, list[str]], quote: str, match: Matcher) -> str:
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

    def single_quoted(self, around: tuple[str, int, str, list[str]], quote: str = "'") -> str:
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

    def quoted_text(self, match: Matcher, kind: str, around: tuple[str, int, str, list[str]], quote: str) -> tuple[str, bool]:
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
        pending, self.pending = self.pending, []
        is_closed = self.commands(_State(), closer)
        self.pending = pending
        self.depth -= 1
        if is_closed:
            self.piece(self.pos, self.pos + 1, "substitution")
            self.pos += 1
        else:
            self.unclosed(index)
        return self.text[start : self.pos]

    def braced(self, around: tuple[str, int, str, list[str]], quote: str) -> str:
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

    def arithmetic(self, around: tuple[str, int, str, list[str]]) -> None:
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

    # Here-documents

    def delimiter(self, strip_tabs: bool) -> None:
        """The delimiter of a here-document."""
        start = self.pos
        value = self.parts("word", "none", [], "")
        is_quoted = any(character in "'\"\\" for character in self.text[start : self.pos])
        self.pending.append((value, is_quoted, strip_tabs))

    def here_documents(self) -> None:
        """The bodies of the pending here-documents, from the start of a line on."""
        text = self.text
        pending, self.pending = self.pending, []
        for delimiter, is_quoted, strip_tabs in pending:
            start = pos = self.pos
            while pos < self.end:
                stop = text.find("\n", pos)
                stop = self.end if stop < 0 else stop
                line = text[pos:stop]
                if (line.lstrip("\t") if strip_tabs else line) == delimiter:
                    break
                pos = min(stop + 1, self.end)
            is_closed = pos < self.end
            if is_quoted:
                self.piece(start, pos, "heredoc")
            else:
                self.body(start, pos, not is_closed)
            self.pos = pos
            if is_closed:
                self.pos = stop
                self.piece(pos, stop, "heredoc")
                if stop < self.end:
                    self.pos += 1
            if self.pos == self.end:
                self.ends_here("none", self.end, "", "", [])

    def body(self, start: int, end: int, is_last: bool) -> None:
        """A body with expansions in it."""
        inner = _Scanner(self.text[start:end], self.aliases, self.base + start, self.depth)
        inner.quoted_text(match_here_document_part, "heredoc", ("none", 0, "", []), "")
        self.pieces += inner.pieces
        if is_last and self.at_end is None:
            self.at_end = inner.at_end
