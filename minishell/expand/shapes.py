"""What can be said of a word before it is expanded."""

from __future__ import annotations

from minishell.expand.fields import QUOTED, RESULT, is_pattern
from minishell.expand.parameter import gives_list, is_choice, is_variable
from minishell.pattern import escape
from minishell.syntax.nodes import ArithmeticExpansion, Literal, Parameter, Tilde

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.syntax.nodes import Word, WordPart


# Words


def static_pattern(word: Word) -> str:
    """The pattern text of a word that is all literal."""
    return "".join([escape(part.text) if part.quoted else part.text for part in word.parts if type(part) is Literal])


def is_assignment(word: Word) -> bool:
    """Whether a word begins with ``name=``."""
    first = word.parts[0] if word.parts else None
    if type(first) is not Literal or first.quoted:
        return False
    name, equals, _ = first.text.partition("=")
    return bool(equals) and name.isascii() and name.isidentifier()


def is_one_field(word: Word) -> bool:
    """Whether a word gives just one field, its text: nothing in it can be split or matched, something is quoted or literal."""
    for part in word.parts:
        if type(part) is Literal:
            if not part.quoted and is_pattern(part.text):
                return False
        elif not is_quoted(part) or not is_one_text(part):
            return False
    return bool(word.parts)


def variable_between(word: Word) -> tuple[str, str, str] | None:
    """The shape of ``lit$x``, ``$x.lit``, ``$x``: what stands before, the variable's name, what stands after; None for others."""
    parts = word.parts
    before = after = ""
    if parts and type(parts[0]) is Literal:
        before, parts = parts[0].text, parts[1:]
    if len(parts) > 1 and type(parts[-1]) is Literal:
        after, parts = parts[-1].text, parts[:-1]
    node = parts[0] if len(parts) == 1 else None
    if type(node) is Parameter and node.operator == "" and is_variable(node.name):
        return before, node.name, after
    return None


# Parts


def is_quoted(part: WordPart) -> bool:
    """Whether what a part gives is neither split nor matched; of a tilde it is not (2.6.1)."""
    return type(part) is Tilde or part.quoted  # type: ignore[union-attr]


def kind_of(part: WordPart, literal: int) -> int:
    """The kind of the runs of a part; *literal* is that of unquoted literals."""
    if is_quoted(part):
        return QUOTED
    return literal if type(part) is Literal else RESULT


def is_one_text(part: WordPart) -> bool:
    """Whether a part gives one run: a text that is all quoted or all unquoted."""
    parts = [part]
    for inner in parts:  # grows meanwhile: words in words may go deep
        if is_quoted(inner) is not is_quoted(part):
            return False
        if type(inner) is Parameter:
            if gives_list(inner):
                return False
            if inner.word is not None and is_choice(inner):
                parts += inner.word.parts
    return True


def is_number(part: WordPart) -> bool:
    """Whether a part always gives an integer."""
    if type(part) is not Parameter:
        return type(part) is ArithmeticExpansion
    return part.operator == "length" or (part.operator == "" and part.name in ("#", "?"))
