"""Field splitting (2.6.5), and what makes fields of a word's expanded parts: splitting, pathname expansion, quote removal."""

from __future__ import annotations

from minishell.pattern import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from minishell.shell import Shell

    Run: TypeAlias = tuple[int, str]
    """A kind and a text: a piece of an expanded word."""

DEFAULT_IFS = " \t\n"

# The kinds of runs.
QUOTED = 0  # neither split nor matched: quoted text, and results of quoted expansions and of tildes
LITERAL = 1  # unquoted text of the word itself: not split
RESULT = 2  # of an unquoted expansion
BREAK = 3  # a field ends here, if one has begun: between positional parameters


def split(text: str, ifs: str) -> list[str]:
    """The fields of *text* where *ifs* is the value of IFS (2.6.5).

    Blanks, tabs and newlines in *ifs* are IFS white space; any other character in it ends a field, which may be empty.
    """
    if not text:
        return []
    if ifs == DEFAULT_IFS:
        if "\t" in text:
            text = text.replace("\t", " ")
        if "\n" in text:
            text = text.replace("\n", " ")
        if " " not in text:
            return [text]
        return [field for field in text.split(" ") if field]
    if not ifs:
        return [text]
    white, other = "", ""  # one character that all of its kind are replaced by
    for character in ifs:
        if character in DEFAULT_IFS:
            if not white:
                white = character
            elif character in text:
                text = text.replace(character, white)
        elif not other:
            other = character
        elif character in text:
            text = text.replace(character, other)
    if not other or other not in text:
        return [field for field in text.split(white) if field] if white else [text]
    parts = text.split(other)
    last = parts.pop()
    if white and white in text:
        fields = []
        for part in parts:
            inner = [field for field in part.split(white) if field] if white in part else [part]
            fields += inner or [""]
        fields += [field for field in last.split(white) if field]
        return fields
    if last:
        parts.append(last)
    return parts


def delimiters(ifs: str) -> tuple[str, str]:
    """The IFS white space in the value of IFS, and the other characters."""
    white = "".join([character for character in ifs if character in DEFAULT_IFS])
    return white, "".join([character for character in ifs if character not in DEFAULT_IFS])


def star_separator(sh: Shell) -> str:
    """What joins the positional parameters in ``"$*"`` (2.5.2): the first character of IFS, a blank when that is unset."""
    return sh.variables.values.get("IFS", " ")[:1]


def is_pattern(text: str) -> bool:
    """Whether *text*, all unquoted, could be a pattern."""
    return "*" in text or "?" in text or "[" in text


def is_divisible(value: str) -> bool:
    """Whether *value* has anything in it to split, with the usual IFS, or to match."""
    return " " in value or "\n" in value or "\t" in value or "*" in value or "?" in value or "[" in value


def add_result(value: str, fields: list[str], sh: Shell) -> None:
    """Append the fields of a word that is one unquoted expansion, whose result is *value*."""
    pieces = split(value, sh.variables.values.get("IFS", DEFAULT_IFS))
    if is_pattern(value) and not sh.options.noglob:
        for piece in pieces:
            if is_pattern(piece):
                add_pattern(piece, piece, fields, sh)
            else:
                fields.append(piece)
    else:
        fields += pieces


def add_pattern(pattern: str, text: str, fields: list[str], sh: Shell) -> None:
    """Append the pathnames that match *pattern*, or, when there are none, *text* (2.6.6)."""
    from minishell.expand.pathname import expand_pathname

    names = expand_pathname(pattern, sh)
    if names:
        fields += names
    else:
        fields.append(text)


def add_fields(runs: list[Run], fields: list[str], sh: Shell) -> None:
    """Append the fields of one word that was expanded to *runs*."""
    assembler = _Assembler(fields, sh)
    for kind, text in runs:
        if kind == RESULT:
            assembler.split(text)
        elif kind == BREAK:
            assembler.end()
            assembler.is_after_white = False
        else:
            assembler.add(text, kind == QUOTED)
    assembler.end()


class _Assembler:
    """``pieces`` are those of the field that has begun, with whether each was quoted; empty when none has begun.

    ``is_after_white``: IFS white space ended the last field, so that another delimiter belongs to the same end.
    """

    __slots__ = ("fields", "is_after_white", "other", "pieces", "sh", "white")

    def __init__(self, fields: list[str], sh: Shell) -> None:
        self.fields = fields
        self.sh = sh
        self.pieces: list[tuple[str, bool]] = []
        self.is_after_white = False
        ifs = sh.variables.values.get("IFS", DEFAULT_IFS)
        self.white, self.other = (ifs, "") if ifs == DEFAULT_IFS else delimiters(ifs)

    def add(self, text: str, is_quoted: bool) -> None:
        """Go on with a field, or begin one."""
        self.pieces.append((text, is_quoted))

    def end(self) -> None:
        """End the field, if one has begun."""
        pieces = self.pieces
        if not pieces:
            return
        self.pieces = []
        text = "".join([piece for piece, _ in pieces])
        if any([not is_quoted and is_pattern(piece) for piece, is_quoted in pieces]) and not self.sh.options.noglob:
            pattern = "".join([escape(piece) if is_quoted else piece for piece, is_quoted in pieces])
            add_pattern(pattern, text, self.fields, self.sh)
        else:
            self.fields.append(text)

    def split(self, text: str) -> None:
        """The result of an unquoted expansion, which may end the field, and begin and end others."""
        white, other = self.white, self.other
        if not text:
            return
        if text[0] in white:
            text = text.lstrip(white)
            if self.pieces:
                self.end()
                self.is_after_white = True
        if not text:
            return
        if text[0] in other and (self.pieces or self.is_after_white):
            self.end()
            text = text[1:]
        self.is_after_white = False
        inner = split(text, white + other)
        if not inner:
            return
        ends_in_white = text[-1] in white
        if ends_in_white:
            text = text.rstrip(white)
        ends_in_other = text[-1] in other
        last = inner.pop()
        if inner:
            self.add(inner[0], False)
            self.end()
            if is_pattern(text):
                for field in inner[1:]:
                    self.add(field, False)
                    self.end()
            else:
                self.fields += inner[1:]
        self.add(last, False)
        if ends_in_white or ends_in_other:
            self.end()
            self.is_after_white = not ends_in_other
