"""Pattern matching notation (2.14), for strings; pathname expansion uses it for each component of a pathname.

A pattern is cut at its asterisks into pieces. Each piece matches strings of one length only, so the first one is looked for
at the start, the last one at the end, and each of the others at the first place where it fits, from left to right: no other
choice can succeed where this fails. Nothing is tried twice, and `*a*a*a*b` costs no more than a few searches.

In pattern text a backslash quotes the next character, in brackets too; at the end of the text it stands for itself.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias, TypeVar

    Test: TypeAlias = Callable[[str], bool]
    Known = TypeVar("Known")

_REMEMBERED = 512  # patterns in each cache
_LONGEST = 1000  # characters of a pattern that is worth it
_SPECIAL = "\\*?[]!^-:.="  # "." and "=" are special inside "[[. .]]" and "[[= =]]"


def matcher(pattern: str) -> Test:
    """A test whether a whole string matches *pattern*."""
    test = _matchers.get(pattern)
    if test is None:
        test = _specialised(_compiled(pattern))
        _remember(_matchers, pattern, test)
    return test


def remover(operator: str, pattern: str) -> Callable[[str], str]:
    """What ``${x<operator>pattern}`` does to a value (2.6.2); *operator* is one of ``# ## % %%``."""
    key = operator + pattern if len(operator) == 2 else f"{operator} {pattern}"
    remove = _removers.get(key)
    if remove is None:
        remove = _specialised_remover(operator, _compiled(pattern))
        _remember(_removers, key, remove)
    return remove


def remove_prefix(text: str, pattern: str, longest: bool) -> str:
    """*text* without the shortest or longest prefix that matches *pattern*."""
    return remover("##" if longest else "#", pattern)(text)


def remove_suffix(text: str, pattern: str, longest: bool) -> str:
    """*text* without the shortest or longest suffix that matches *pattern*."""
    return remover("%%" if longest else "%", pattern)(text)


def has_special(pattern: str) -> bool:
    """Whether any ``*``, ``?`` or bracket expression is in *pattern*, so that it may match more than one string."""
    if "*" not in pattern and "?" not in pattern and "[" not in pattern:
        return False
    return _compiled(pattern).literal is None


def escape(text: str) -> str:
    """Pattern text that matches just *text*, also as a part of a pattern, and of a bracket expression in one."""
    if text.isalnum():
        return text
    for character in _SPECIAL:
        if character in text:
            text = text.replace(character, "\\" + character)
    return text


def unescape(pattern: str) -> str:
    """*pattern* with its quoting backslashes removed."""
    if "\\" not in pattern:
        return pattern
    pieces = []
    pos = 0
    while True:
        backslash = pattern.find("\\", pos, len(pattern) - 1)
        if backslash < 0:
            pieces.append(pattern[pos:])
            return "".join(pieces)
        pieces.append(pattern[pos:backslash])
        pieces.append(pattern[backslash + 1])
        pos = backslash + 2


# Pieces: strings of one length


class _Literal:
    """Characters that stand for themselves."""

    __slots__ = ("length", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.length = len(text)

    def is_at(self, text: str, pos: int) -> bool:
        """Whether it matches at *pos*; there is room for it."""
        return text.startswith(self.text, pos)

    def find(self, text: str, start: int, end: int) -> int:
        """The first place in ``text[start:end]``, -1 for none."""
        return text.find(self.text, start, end)

    def rfind(self, text: str, start: int, end: int) -> int:
        """The last place in ``text[start:end]``, -1 for none."""
        return text.rfind(self.text, start, end)


class _Mixed:
    """Literal runs and bracket expressions by their offsets; what is left are question marks. The methods are _Literal's."""

    __slots__ = ("brackets", "length", "runs")

    def __init__(self, runs: list[tuple[int, str]], brackets: list[tuple[int, Bracket]], length: int) -> None:
        self.runs = runs
        self.brackets = brackets
        self.length = length

    def is_at(self, text: str, pos: int) -> bool:
        for offset, run in self.runs:
            if not text.startswith(run, pos + offset):
                return False
        for offset, bracket in self.brackets:  # noqa: SIM110 - no generator: it is run for each character of a search
            if not bracket[text[pos + offset]]:
                return False
        return True

    def find(self, text: str, start: int, end: int) -> int:
        last = end - self.length
        if not self.runs:
            if not self.brackets:
                return start if start <= last else -1
            offset, bracket = self.brackets[0]
            for pos in range(start, last + 1):
                if bracket[text[pos + offset]] and self.is_at(text, pos):
                    return pos
            return -1
        offset, run = self.runs[0]
        pos = start
        while pos <= last:
            found = text.find(run, pos + offset, last + offset + len(run))
            if found < 0:
                return -1
            pos = found - offset
            if self.is_at(text, pos):
                return pos
            pos += 1
        return -1

    def rfind(self, text: str, start: int, end: int) -> int:
        last = end - self.length
        if not self.runs:
            if not self.brackets:
                return last if start <= last else -1
            offset, bracket = self.brackets[0]
            for pos in range(last, start - 1, -1):
                if bracket[text[pos + offset]] and self.is_at(text, pos):
                    return pos
            return -1
        offset, run = self.runs[0]
        pos = last
        while pos >= start:
            found = text.rfind(run, start + offset, pos + offset + len(run))
            if found < 0:
                return -1
            pos = found - offset
            if self.is_at(text, pos):
                return pos
            pos -= 1
        return -1


class _Compiled:
    """``pieces`` stand between the asterisks: at least one, and empty ones for asterisks at the ends.

    ``literal`` is the one string that the pattern matches, None when there are more, or none.
    """

    __slots__ = ("literal", "pieces")

    def __init__(self, pieces: list[_Literal | _Mixed]) -> None:
        self.pieces = pieces
        first = pieces[0]
        self.literal = first.text if len(pieces) == 1 and isinstance(first, _Literal) else None

    def matches(self, text: str) -> bool:
        """Whether all of *text* matches."""
        pieces = self.pieces
        first, last = pieces[0], pieces[-1]
        end = len(text) - last.length
        if len(pieces) == 1:
            return end == 0 and first.is_at(text, 0)
        pos = first.length
        if pos > end or not first.is_at(text, 0) or not last.is_at(text, end):
            return False
        for piece in pieces[1:-1]:
            pos = piece.find(text, pos, end)
            if pos < 0:
                return False
            pos += piece.length
        return True

    def prefix_end(self, text: str, longest: bool) -> int:
        """Where the shortest or longest matching prefix ends, -1 when none matches."""
        pieces = self.pieces
        first, last = pieces[0], pieces[-1]
        pos, end = first.length, len(text)
        if pos > end or not first.is_at(text, 0):
            return -1
        if len(pieces) == 1:
            return pos
        for piece in pieces[1:-1]:
            pos = piece.find(text, pos, end)
            if pos < 0:
                return -1
            pos += piece.length
        found = last.rfind(text, pos, end) if longest else last.find(text, pos, end)
        return -1 if found < 0 else found + last.length

    def suffix_start(self, text: str, longest: bool) -> int:
        """Where the shortest or longest matching suffix begins, -1 when none matches."""
        pieces = self.pieces
        first, last = pieces[0], pieces[-1]
        start = len(text) - last.length
        if start < 0 or not last.is_at(text, start):
            return -1
        if len(pieces) == 1:
            return start
        for piece in pieces[-2:0:-1]:
            start = piece.rfind(text, 0, start)
            if start < 0:
                return -1
        return first.find(text, 0, start) if longest else first.rfind(text, 0, start)


_compilations: dict[str, _Compiled] = {}
_matchers: dict[str, Test] = {}
_removers: dict[str, Callable[[str], str]] = {}


def _remember(cache: dict[str, Known], key: str, value: Known) -> None:
    if len(key) <= _LONGEST:
        if len(cache) >= _REMEMBERED:
            cache.clear()
        cache[key] = value


def _specialised(compiled: _Compiled) -> Test:
    """``compiled.matches``, by one method of ``str`` where that is enough."""
    pieces = compiled.pieces
    if len(pieces) > 3:
        return compiled.matches
    if not all(isinstance(piece, _Literal) for piece in pieces):
        return _specialised_mixed(pieces) or (_specialised_pair(*pieces) if len(pieces) == 2 else compiled.matches)
    texts = [piece.text for piece in pieces if isinstance(piece, _Literal)]
    if len(texts) == 1:
        return texts[0].__eq__
    if len(texts) == 2:
        prefix, suffix = texts
        if not suffix:
            return lambda text: text.startswith(prefix)
        if not prefix:
            return lambda text: text.endswith(suffix)
        size = len(prefix) + len(suffix)
        return lambda text: text.startswith(prefix) and text.endswith(suffix) and len(text) >= size
    if not texts[0] and not texts[2]:
        infix = texts[1]
        return lambda text: infix in text
    return compiled.matches


def _specialised_mixed(pieces: list[_Literal | _Mixed]) -> Test | None:
    """The same for ``???``, ``[set]``, ``[set]*``, ``*[set]`` and ``*[set]*``."""
    mixed = [piece for piece in pieces if piece.length]
    only = mixed[0]
    if len(mixed) > 1 or not isinstance(only, _Mixed) or only.runs or (len(pieces) == 3 and only is not pieces[1]):
        return None
    size = only.length
    if not only.brackets:
        return (lambda text: len(text) == size) if len(pieces) == 1 else (lambda text: len(text) >= size)
    if size > 1:
        return None
    is_in = only.brackets[0][1].__getitem__
    if len(pieces) == 1:
        return lambda text: len(text) == 1 and is_in(text)
    if len(pieces) == 3:
        return lambda text: any(map(is_in, text))
    place = 0 if only is pieces[0] else -1
    return lambda text: text != "" and is_in(text[place])


def _specialised_pair(first: _Literal | _Mixed, last: _Literal | _Mixed) -> Test:
    """The same for two pieces with an asterisk between them."""
    is_begun, is_ended, begin, end = first.is_at, last.is_at, first.length, last.length
    return lambda text: (place := len(text) - end) >= begin and is_begun(text, 0) and is_ended(text, place)


def _specialised_remover(operator: str, compiled: _Compiled) -> Callable[[str], str]:
    """The removal for *operator*; ``##*/``, ``%%.*`` and the like by one method of ``str``."""
    literal = compiled.literal
    if literal is not None:
        return (lambda text: text.removeprefix(literal)) if operator[0] == "#" else (lambda text: text.removesuffix(literal))
    pieces = compiled.pieces
    if len(pieces) == 2 and isinstance(pieces[0], _Literal) and isinstance(pieces[1], _Literal):
        special = _one_star_remover(operator, pieces[0].text, pieces[1].text)
        if special is not None:
            return special
    first = pieces[0]
    if len(pieces) == 1 and isinstance(first, _Mixed) and not first.runs and not first.brackets:
        size = first.length
        if operator[0] == "#":
            return lambda text: text[size:] if len(text) >= size else text
        return lambda text: text[:-size] if len(text) >= size else text
    longest = len(operator) == 2

    def without_prefix(text: str) -> str:
        end = compiled.prefix_end(text, longest)
        return text[end:] if end > 0 else text

    def without_suffix(text: str) -> str:
        start = compiled.suffix_start(text, longest)
        return text[:start] if start >= 0 else text

    return without_prefix if operator[0] == "#" else without_suffix


def _one_star_remover(operator: str, before: str, after: str) -> Callable[[str], str] | None:
    """The removal for ``*after`` and ``before*`` where it has to search."""
    if after and not before:
        if operator == "##":
            return lambda text: text.rpartition(after)[2]
        if operator == "#":
            size = len(after)
            return lambda text: text[found + size :] if (found := text.find(after)) >= 0 else text
    elif before and not after:
        if operator == "%%":
            return lambda text: text.partition(before)[0]
        if operator == "%":
            return lambda text: text[:found] if (found := text.rfind(before)) >= 0 else text
    return None


# From text to pieces


def _compiled(pattern: str) -> _Compiled:
    if "*" not in pattern and "?" not in pattern and "[" not in pattern:
        return _Compiled([_Literal(unescape(pattern))])
    compiled = _compilations.get(pattern)
    if compiled is None:
        compiled = _Compiled(_pieces(pattern))
        _remember(_compilations, pattern, compiled)
    return compiled


def _pieces(pattern: str) -> list[_Literal | _Mixed]:
    pieces: list[_Literal | _Mixed] = []
    elements: list[str | Bracket | None] = []  # of the piece that is being read; None for "?"
    last_closing = pattern.rfind("]")
    pos, length = 0, len(pattern)
    while pos < length:
        character = pattern[pos]
        pos += 1
        if character == "*":
            pieces.append(_piece(elements))
            elements = []
            while pos < length and pattern[pos] == "*":
                pos += 1
        elif character == "?":
            elements.append(None)
        elif character == "[" and pos <= last_closing and (found := _bracket(pattern, pos)):
            bracket, pos = found
            elements.append(bracket)
        elif character == "\\" and pos < length:
            elements.append(pattern[pos])
            pos += 1
        else:
            elements.append(character)
    pieces.append(_piece(elements))
    return pieces


def _piece(elements: list[str | Bracket | None]) -> _Literal | _Mixed:
    runs: list[tuple[int, str]] = []
    brackets: list[tuple[int, Bracket]] = []
    run: list[str] = []
    for offset, element in enumerate(elements):
        if isinstance(element, str):
            run.append(element)
            continue
        if run:
            runs.append((offset - len(run), "".join(run)))
            run = []
        if element is not None:
            brackets.append((offset, element))
    if len(run) == len(elements):
        return _Literal("".join(run))
    if run:
        runs.append((len(elements) - len(run), "".join(run)))
    return _Mixed(runs, brackets, len(elements))


# Bracket expressions (2.14.1; XBD 9.3.5)


class Bracket(dict[str, bool]):
    """A bracket expression: a mapping of each character to whether it matches, filled as they are asked for."""

    __slots__ = ("characters", "classes", "is_negated", "ranges")

    def __init__(self, characters: set[str], ranges: list[tuple[str, str]], classes: list[Test], is_negated: bool) -> None:
        self.characters = characters
        self.ranges = ranges
        self.classes = classes
        self.is_negated = is_negated

    def __missing__(self, character: str) -> bool:
        is_listed = (
            character in self.characters
            or any(low <= character <= high for low, high in self.ranges)
            or any(is_in_class(character) for is_in_class in self.classes)
        )
        self[character] = matches = is_listed is not self.is_negated
        return matches


def _bracket(pattern: str, pos: int) -> tuple[Bracket, int] | None:
    """The bracket expression whose ``[`` stands before *pos*, and where it ends; None when it does not end.

    ``^`` is taken for ``!``, as in most shells. A class that does not exist, a collating symbol of several characters, and a
    range from high to low match nothing. Ranges go by the code of characters, equivalence classes hold one character each.
    """
    is_negated = pattern[pos] == "!" or pattern[pos] == "^"
    if is_negated:
        pos += 1
    characters: set[str] = set()
    ranges: list[tuple[str, str]] = []
    classes: list[Test] = []
    length = len(pattern)
    is_first = True
    while pos < length:
        if pattern[pos] == "]" and not is_first:
            return Bracket(characters, ranges, classes, is_negated), pos + 1
        is_first = False
        if pattern.startswith("[:", pos):
            end = pattern.find(":]", pos + 2)
            if end >= 0:
                classes.append(CLASSES.get(pattern[pos + 2 : end], _is_nothing))
                pos = end + 2
                continue
        low, pos = _bracket_character(pattern, pos)
        # A minus is a range's when another character follows.
        if pattern.startswith("-", pos) and pos + 1 < length and not pattern.startswith(("]", "[:"), pos + 1):
            high, pos = _bracket_character(pattern, pos + 1)
            if low is not None and high is not None:
                ranges.append((low, high))
        elif low is not None:
            characters.add(low)
    return None


def _bracket_character(pattern: str, pos: int) -> tuple[str | None, int]:
    """The character, ``[.x.]`` or ``[=x=]`` at *pos*, and where it ends; None for one that no character can match."""
    character = pattern[pos]
    if character == "\\" and pos + 1 < len(pattern):
        return pattern[pos + 1], pos + 2
    if character == "[" and pattern[pos + 1 : pos + 2] in (".", "="):
        end = pattern.find(pattern[pos + 1] + "]", pos + 2)
        if end >= 0:
            symbol = unescape(pattern[pos + 2 : end])
            if not symbol:  # "[[.].]"
                end = pattern.find(pattern[pos + 1] + "]", pos + 3)
                symbol = pattern[pos + 2 : end] if end >= 0 else ""
            if end >= 0:
                return symbol if len(symbol) == 1 else None, end + 2
    return character, pos + 1


def _is_nothing(_: str) -> bool:
    return False


CLASSES: dict[str, Test] = {
    "alnum": lambda c: c.isalpha() or c.isdecimal(),
    "alpha": lambda c: c.isalpha() or (c.isdecimal() and c > "9"),
    "blank": lambda c: c == " " or c == "\t" or (c > "\x7f" and c.isspace() and c not in "\x85\xa0\u2007\u2028\u2029\u202f"),
    "cntrl": lambda c: c < " " or "\x7f" <= c < "\xa0" or c == "\u2028" or c == "\u2029",
    "digit": lambda c: "0" <= c <= "9",
    "graph": lambda c: c.isprintable() and not c.isspace(),
    "lower": lambda c: c.islower(),
    "print": lambda c: c.isprintable(),
    "punct": lambda c: c.isprintable() and not (c.isspace() or c.isalpha() or c.isdecimal()),
    "space": lambda c: c.isspace() and c not in "\x1c\x1d\x1e\x1f\x85\xa0\u2007\u202f",
    "upper": lambda c: c.isupper(),
    "xdigit": lambda c: c in "0123456789abcdefABCDEF",
}
"""Character classes as the C library's in a UTF-8 locale; in the POSIX locale there are no letters but those of ASCII."""
