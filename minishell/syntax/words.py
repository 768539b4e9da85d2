"""Inside a word: quotes, literal runs, tilde-prefixes (2.2, 2.6.1).

Two loops do the work: ``unquoted`` for text outside double quotes, ``quoted`` for all that is read like text inside
double quotes. Each step is one match of a pattern that swallows a whole run. They append the parts as they come;
``make_word`` brings them into the canonical form.
"""

from __future__ import annotations

from minishell.syntax.alias import AliasSubstitution
from minishell.syntax.nodes import Literal, Parameter, Tilde, Word
from minishell.syntax.patterns import match_brace_part, match_quoted_part, match_word_part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.syntax.nodes import WordPart
    from minishell.syntax.patterns import Matcher

# Where tilde-prefixes are looked for.
NOWHERE = 0
AT_START = 1
IN_ASSIGNMENT = 2  # after each unquoted colon too

EMPTY_WORD = Word(())

_ESCAPES = {
    "a": "\a",
    "b": "\b",
    "e": "\x1b",
    "E": "\x1b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
    "\\": "\\",
    "'": "'",
    '"': '"',
    "?": "?",
}
_OCTAL = "01234567"
_HEXADECIMAL = "0123456789abcdefABCDEF"


class WordReader(AliasSubstitution):
    """The part of the parser that reads words."""

    def word(self, pos: int, tildes: int = AT_START) -> Word:
        """The word that begins at *pos*, which is no blank, operator or comment; ``pos`` is after it then."""
        self.pos = pos
        parts: list[WordPart] = []
        self.unquoted(parts, match_word_part, tildes)
        return make_word(parts)

    def unquoted(self, parts: list[WordPart], match: Matcher, tildes: int) -> None:
        """Read unquoted text up to a character that ends it, which is not consumed; quotes in it are read too."""
        text, pos = self.text, self.pos
        while True:
            found = match(text, pos)
            if found is None:
                self.pos = pos
                if pos < len(text) or not self.more():
                    return
                text, pos = self.text, self.pos
                continue
            kind = found.lastindex
            if kind == 1:
                run = found[1]
                pos = found.end()
                if tildes and "~" in run:
                    self._append_tildes(parts, run, pos, tildes)
                else:
                    parts.append(Literal(run))
            elif kind == 2 or kind == 3 or kind == 6:
                parts.append(Literal(found[kind], True))
                pos = found.end()
            elif kind == 4 or kind == 5:
                parts.append(Parameter(found[kind], "", None, False, self.command_line or self.line_at(pos)))
                pos = found.end()
            else:
                start = found[7]
                self.pos = pos
                if start == "\\":
                    # A backslash at the end of a line; anywhere else it would be of kind 6.
                    self.pos = pos + 2
                elif start == '"':
                    self.double_quoted(parts)
                elif start == "'":
                    self._single_quoted(parts)
                elif start == "$":
                    self.dollar(parts, False)
                else:
                    self.backquotes(parts, False)
                text, pos = self.text, self.pos

    def double_quoted(self, parts: list[WordPart]) -> None:
        """``"…"``, from its first quote on (2.2.3)."""
        line = self.line_at(self.pos)
        self.pos += 1
        count = len(parts)
        self.quoted(parts, match_quoted_part, '"', line)
        if len(parts) == count:
            parts.append(Literal("", True))

    def quoted(self, parts: list[WordPart], match: Matcher, end: str, line: int) -> None:
        """Read text as in double quotes up to and with *end*, which *match* knows; an empty *end* is the end of the text.

        *line* is where the text began, for the message when it does not end.
        """
        text, pos = self.text, self.pos
        while True:
            found = match(text, pos)
            if found is None:
                self.pos = pos
                if not end:
                    return
                if not self.more():
                    opening = '"' if end == '"' else "${"
                    self.fail(f"expected '{end}' to end the '{opening}' of line {line}, found end of file", incomplete=True)
                text, pos = self.text, self.pos
                continue
            kind = found.lastindex
            if kind == 1 or kind == 4:
                parts.append(Literal(found[kind], True))
                pos = found.end()
            elif kind == 2 or kind == 3:
                parts.append(Parameter(found[kind], "", None, True, self.command_line or self.line_at(pos)))
                pos = found.end()
            elif kind == 5:
                self.pos = found.end()
                return
            else:
                start = found[6]
                self.pos = pos
                if start == "$":
                    self.dollar(parts, True)
                elif start == "`":
                    self.backquotes(parts, True)
                elif start == '"':
                    self._nested_quotes(parts)
                else:
                    self.pos = pos + 2  # \newline; other backslashes are of kind 1 or 4
                text, pos = self.text, self.pos

    def _nested_quotes(self, parts: list[WordPart]) -> None:
        """Double quotes inside ``"${x-…}"``: they hide ``}`` and are removed, and all is quoted anyway."""
        line = self.line_at(self.pos)
        self.pos += 1
        self.quoted(parts, match_quoted_part, '"', line)

    def _single_quoted(self, parts: list[WordPart]) -> None:
        """``'…'`` that does not end in the text that was read (2.2.2)."""
        line = self.line_at(self.pos)
        pieces = []
        text, pos = self.text, self.pos + 1
        while True:
            end = text.find("'", pos)
            if end >= 0:
                break
            pieces.append(text[pos:])
            self.pos = len(text)
            if not self.more():
                self.fail(f'expected "\'" to end the "\'" of line {line}, found end of file', incomplete=True)
            text, pos = self.text, self.pos
        pieces.append(text[pos:end])
        self.pos = end + 1
        parts.append(Literal("".join(pieces), True))

    def dollar_single_quoted(self, parts: list[WordPart]) -> None:
        """``$'…'`` (2.2.4), from the dollar sign on.

        Octal and hexadecimal escapes are bytes, and together make characters as bytes of the input do. A NUL ends
        the text, as in bash.
        """
        from minishell.encoding import decode, encode

        line = self.line_at(self.pos)
        pieces: list[bytes] = []
        self.pos += 2
        while True:
            text, pos = self.text, self.pos
            stop = pos
            while stop < len(text) and text[stop] not in "\\'":
                stop += 1
            pieces.append(encode(text[pos:stop]))
            self.pos = stop
            if stop == len(text):
                if not self.more():
                    self.fail(f'expected "\'" to end the "$\'" of line {line}, found end of file', incomplete=True)
            elif text[stop] == "'":
                self.pos = stop + 1
                break
            else:
                pieces.append(self._escape(stop + 1))
        value = b"".join(pieces)
        nul = value.find(b"\0")
        parts.append(Literal(decode(value if nul < 0 else value[:nul]), True))

    def _escape(self, pos: int) -> bytes:
        """The bytes of the escape sequence whose backslash stands before *pos*; ``pos`` is after it then."""
        from minishell.encoding import encode

        text = self.text
        character = text[pos]
        self.pos = pos + 1
        if character in _ESCAPES:
            return _ESCAPES[character].encode()
        if character in _OCTAL:
            digits = self._digits(pos, 3, _OCTAL)
            return bytes((int(digits, 8) & 255,))
        if character == "x":
            digits = self._digits(pos + 1, 2, _HEXADECIMAL)
            return bytes((int(digits, 16),)) if digits else b"\\x"
        if character in "uU":
            digits = self._digits(pos + 1, 4 if character == "u" else 8, _HEXADECIMAL)
            code = int(digits, 16) if digits else 0x110000
            if code < 0x110000 and not 0xD800 <= code < 0xE000:
                return chr(code).encode()
            return encode("\\" + character + digits)
        if character == "c":
            control = text[pos + 1]
            self.pos = pos + 2
            if control == "\\" and text[pos + 2] == "\\":  # 2.2.4: "\c\\" is the control character of a backslash
                self.pos = pos + 3
            if control == "\n" or control == "'" or control > "\x7f":
                self.pos = pos + 1
                return b"\\c"
            return b"\x7f" if control == "?" else bytes((ord(control) & 31,))
        return encode("\\" + character)

    def _digits(self, pos: int, at_most: int, allowed: str) -> str:
        end = pos
        while end < pos + at_most and self.text[end] in allowed:
            end += 1
        self.pos = end
        return self.text[pos:end]

    def _append_tildes(self, parts: list[WordPart], run: str, end: int, tildes: int) -> None:
        """Append the unquoted *run*, which ends at offset *end*, with the tilde-prefixes in it (2.6.1).

        "If there are no unquoted slashes, all characters": a prefix is one only when nothing quoted or expanded is in it.
        """
        pieces = run.split(":") if tildes == IN_ASSIGNMENT else [run]
        last = len(pieces) - 1
        literal = ""
        for index, piece in enumerate(pieces):
            if index:
                literal += ":"
            if piece[:1] == "~" and (index or _is_tilde_place(parts, tildes)):
                user, slash, rest = piece[1:].partition("/")
                following = self.text[end : end + 1] or "\n"
                if (slash or index < last or following not in "\"'$`\\") and _is_user(user):
                    if literal:
                        parts.append(Literal(literal))
                    parts.append(Tilde(user))
                    literal = slash + rest
                    continue
            literal += piece
        if literal:
            parts.append(Literal(literal))

    # Expansions, see expansions.py

    def dollar(self, parts: list[WordPart], quoted: bool) -> None:
        """Any form that begins with ``$`` and is not a plain name; ``pos`` is at the dollar sign."""
        raise NotImplementedError

    def backquotes(self, parts: list[WordPart], quoted: bool) -> None:
        """A command in backquotes; ``pos`` is at the first of them."""
        raise NotImplementedError

    def brace_word(self, quoted: bool) -> Word:
        """The word of ``${name<operator>word}`` outside double quotes, up to and with the brace."""
        line = self.line_at(self.pos)
        parts: list[WordPart] = []
        self.unquoted(parts, match_brace_part, AT_START)
        if self.pos >= len(self.text):
            self.fail(f"expected '}}' to end the '${{' of line {line}, found end of file", incomplete=True)
        self.pos += 1
        return make_word(parts)


def _is_tilde_place(parts: list[WordPart], tildes: int) -> bool:
    if not parts:
        return True
    before = parts[-1]  # a run is cut in two by a \newline only
    return tildes == IN_ASSIGNMENT and isinstance(before, Literal) and not before.quoted and before.text[-1:] == ":"


def _is_user(name: str) -> bool:
    return not name or name.replace("-", "").replace(".", "").replace("_", "").isalnum()


def make_word(parts: list[WordPart]) -> Word:
    """A word of *parts*, with literals of one kind that touch joined, and empty quoted literals left out where another
    quoted part touches them.

    An empty literal stays beside ``"$@"``: without positional parameters ``"$@"`` gives no field, ``"$@"''`` an empty one.
    """
    if len(parts) < 2:
        return Word(tuple(parts)) if parts else EMPTY_WORD
    result: list[WordPart] = []
    has_empty = False
    index, count = 0, len(parts)
    while index < count:
        part = parts[index]
        index += 1
        if type(part) is Literal:
            if index < count:
                quoted = part.quoted
                following = parts[index]
                if type(following) is Literal and following.quoted is quoted:
                    texts = [part.text]
                    while type(following) is Literal and following.quoted is quoted:
                        texts.append(following.text)
                        index += 1
                        if index == count:
                            break
                        following = parts[index]
                    part = Literal("".join(texts), quoted)
            has_empty = has_empty or not part.text
        result.append(part)
    if not has_empty:
        return Word(tuple(result))
    return Word(tuple(part for index, part in enumerate(result) if not _is_needless(part, index, result)))


def _is_needless(part: WordPart, index: int, parts: list[WordPart]) -> bool:
    if type(part) is not Literal or part.text:
        return False
    if not part.quoted:
        return True
    if index and _hides_empty(parts[index - 1]):
        return True
    return index + 1 < len(parts) and _hides_empty(parts[index + 1])


def _hides_empty(neighbour: WordPart) -> bool:
    if type(neighbour) is Parameter:
        return neighbour.quoted and neighbour.name != "@"
    return not isinstance(neighbour, Tilde) and neighbour.quoted
