"""What an outline is made of, see outline.py."""

from __future__ import annotations


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
