"""What the line editor needs to know of a text that is still being typed: pieces to colour, and the word at the cursor.

The functions take any text, finished or not, right or wrong; they never raise, and their cost is linear in all but
contrived texts. They follow the grammar far enough to know command positions and reserved words, and go on after an error.
"""

from __future__ import annotations

from minishell.errors import ScriptSyntaxError
from minishell.source import Source
from minishell.syntax.outline_words import WordScanner
from minishell.syntax.parser import parse_program
from minishell.syntax.patterns import (
    match_here_document_part,
    match_name,
    match_parentheses,
    match_redirection,
    match_word_part,
)
from minishell.syntax.pieces import Piece as Piece
from minishell.syntax.pieces import WordAt as WordAt
from minishell.syntax.tokens import RESERVED_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_DELIMITERS = " \t\n;&|<>()"

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


class _Scanner(WordScanner):
    def __init__(self, text: str, aliases: Mapping[str, str], base: int = 0, depth: int = 0) -> None:
        super().__init__(text, base, depth)
        self.aliases = aliases
        self.pending: list[tuple[str, bool, bool]] = []
        self.reports_errors = True

    def run(self) -> None:
        """Scan all of the text."""
        try:
            self.commands(_State(), "")
        except RecursionError:
            self.pos = self.end  # too deep to show: the rest has no pieces

    def nested_commands(self, closer: str) -> bool:
        """Scan the commands of a substitution up to *closer*; whether it was found."""
        pending, self.pending = self.pending, []
        is_closed = self.commands(_State(), closer)
        self.pending = pending
        return is_closed

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
        if plain and not state.has_begun and self.reserved(state, plain, start):
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
        if place not in ("command", "after", "pattern", "for in", "case in"):
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
