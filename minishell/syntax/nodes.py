"""The syntax tree (2.10). Nodes are never changed once they are built.

Equality leaves places (``line``) out, so that a tree equals the tree of its own text.
Canonical form, which the parser guarantees: adjacent unquoted literals are one, adjacent quoted literals are one, an
empty quoted literal stands only where no other quoted part touches it; a pipeline of one command without ``!`` is
that command, an and-or list of one pipeline is that pipeline; a compound command without redirections is not wrapped.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias


class Node:
    """What all nodes share: equality and hash by their fields but ``line``."""

    __slots__: tuple[str, ...] = ()

    def fields(self) -> tuple[object, ...]:
        """The values of all fields but ``line``, in the order of construction."""
        return tuple(getattr(self, name) for name in self.__slots__ if name != "line")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Node):
            return NotImplemented
        return type(self) is type(other) and self.fields() == other.fields()

    def __hash__(self) -> int:
        return hash((type(self).__name__, *self.fields()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(repr, self.fields()))})"


# Words (2.2, 2.6)


class Literal(Node):
    """Characters that stand for themselves. ``quoted``: no splitting, no pattern, no tilde in them."""

    __slots__ = ("quoted", "text")

    def __init__(self, text: str, quoted: bool = False) -> None:
        self.text = text
        self.quoted = quoted


class Tilde(Node):
    """``~`` or ``~user`` at a place where it is expanded (2.6.1); ``user`` is empty for the first form."""

    __slots__ = ("user",)

    def __init__(self, user: str) -> None:
        self.user = user


class Parameter(Node):
    """Parameter expansion (2.6.2): ``$name``, ``${name}``, ``${name<operator>word}``, ``${#name}``.

    ``operator`` is ``""``, ``"length"``, or one of ``- :- = := ? :? + :+ % %% # ##``; ``word`` is None without one of
    those. ``name`` is a variable's name, digits, or one of ``@ * # ? - $ ! 0``. ``line`` is where it stands (LINENO).
    The parts of ``word`` are parsed in the context of the expansion: inside double quotes all its parts are quoted
    for the value operators; after ``% %% # ##`` unquoted literals are pattern characters in any context.
    ``operator == "bad"``: a form no shell knows (``${x!}``); ``word`` holds its text as one literal, and
    expanding it is an error (2.6.2).
    """

    __slots__ = ("line", "name", "operator", "quoted", "word")

    def __init__(self, name: str, operator: str = "", word: Word | None = None, quoted: bool = False, line: int = 0) -> None:
        self.name = name
        self.operator = operator
        self.word = word
        self.quoted = quoted
        self.line = line


class CommandSubstitution(Node):
    """``$(program)`` or backquotes (2.6.3). ``line``: where the program begins."""

    __slots__ = ("line", "program", "quoted")

    def __init__(self, program: List, quoted: bool = False, line: int = 0) -> None:
        self.program = program
        self.quoted = quoted
        self.line = line


class ArithmeticExpansion(Node):
    """``$((expression))`` (2.6.4); ``expression`` was read like text in double quotes, its parts are all quoted."""

    __slots__ = ("expression", "line", "quoted")

    def __init__(self, expression: Word, quoted: bool = False, line: int = 0) -> None:
        self.expression = expression
        self.quoted = quoted
        self.line = line


if TYPE_CHECKING:
    WordPart: TypeAlias = Literal | Tilde | Parameter | CommandSubstitution | ArithmeticExpansion


class Word(Node):
    """A word: its parts in order; ``Word(())`` is the empty word of ``x=``."""

    __slots__ = ("parts",)

    def __init__(self, parts: tuple[WordPart, ...]) -> None:
        self.parts = parts


# Redirections and assignments (2.7, 2.9.1)


class HereDocument(Node):
    """``<<delimiter`` (2.7.4). ``body``: all parts quoted; a quoted delimiter gives one literal. Tabs are stripped already."""

    __slots__ = ("body", "delimiter", "is_literal", "strip_tabs")

    def __init__(self, body: Word, delimiter: str, is_literal: bool, strip_tabs: bool) -> None:
        self.body = body
        self.delimiter = delimiter
        self.is_literal = is_literal
        self.strip_tabs = strip_tabs


class Redirection(Node):
    """``[n]op target`` (2.7). ``operator``: ``< > >> >| <> <& >& <<`` (``&>`` does not exist); ``fd`` is always given:
    0 or 1 by the operator when the text has none. ``target`` is a Word, or a HereDocument for ``<<``."""

    __slots__ = ("fd", "line", "operator", "target")

    def __init__(self, fd: int, operator: str, target: Word | HereDocument, line: int = 0) -> None:
        self.fd = fd
        self.operator = operator
        self.target = target
        self.line = line


class Assignment(Node):
    """``name=value`` before a command name; tildes after ``=`` and ``:`` are Tilde parts of ``value``."""

    __slots__ = ("name", "value")

    def __init__(self, name: str, value: Word) -> None:
        self.name = name
        self.value = value


# Commands (2.9)


class SimpleCommand(Node):
    """2.9.1. At least one of the three is not empty. Words that look like ``name=value`` after a literal command name
    ``export``, ``readonly``, ``local``, ``declare``, ``typeset`` (or ``command`` before one of them) carry
    Tilde parts as an assignment would; see ``is_declaration``. ``line``: of its first word."""

    __slots__ = ("assignments", "line", "redirections", "words")

    def __init__(
        self,
        assignments: tuple[Assignment, ...],
        words: tuple[Word, ...],
        redirections: tuple[Redirection, ...] = (),
        line: int = 0,
    ) -> None:
        self.assignments = assignments
        self.words = words
        self.redirections = redirections
        self.line = line


class ListItem(Node):
    """A command of a list, and whether ``&`` follows it."""

    __slots__ = ("command", "is_async", "line")

    def __init__(self, command: Command, is_async: bool = False, line: int = 0) -> None:
        self.command = command
        self.is_async = is_async
        self.line = line


class List(Node):
    """Commands separated by ``;``, ``&`` or newlines (2.9.3): a compound list, or a whole program (may be empty)."""

    __slots__ = ("items",)

    def __init__(self, items: tuple[ListItem, ...]) -> None:
        self.items = items


class AndOrList(Node):
    """``first`` and then pairs of ``&&`` or ``||`` and a pipeline; ``rest`` is never empty."""

    __slots__ = ("first", "rest")

    def __init__(self, first: Command, rest: tuple[tuple[str, Command], ...]) -> None:
        self.first = first
        self.rest = rest


class Pipeline(Node):
    """``[!] a | b`` (2.9.2)."""

    __slots__ = ("commands", "is_negated", "line")

    def __init__(self, commands: tuple[Command, ...], is_negated: bool = False, line: int = 0) -> None:
        self.commands = commands
        self.is_negated = is_negated
        self.line = line


class Redirected(Node):
    """A compound command with redirections (2.9.4); ``redirections`` is never empty."""

    __slots__ = ("command", "line", "redirections")

    def __init__(self, command: Command, redirections: tuple[Redirection, ...], line: int = 0) -> None:
        self.command = command
        self.redirections = redirections
        self.line = line


class BraceGroup(Node):
    """``{ body; }``."""

    __slots__ = ("body",)

    def __init__(self, body: List) -> None:
        self.body = body


class Subshell(Node):
    """``( body )``."""

    __slots__ = ("body", "line")

    def __init__(self, body: List, line: int = 0) -> None:
        self.body = body
        self.line = line


class ForLoop(Node):
    """``for name [in words]; do body; done``; ``words`` is None without ``in``: the positional parameters."""

    __slots__ = ("body", "line", "name", "words")

    def __init__(self, name: str, words: tuple[Word, ...] | None, body: List, line: int = 0) -> None:
        self.name = name
        self.words = words
        self.body = body
        self.line = line


class CaseItem(Node):
    """``pattern | pattern) body ;;``; ``terminator`` is ``;;`` (also for none) or ``;&``."""

    __slots__ = ("body", "patterns", "terminator")

    def __init__(self, patterns: tuple[Word, ...], body: List, terminator: str = ";;") -> None:
        self.patterns = patterns
        self.body = body
        self.terminator = terminator


class CaseCommand(Node):
    """``case subject in items esac``."""

    __slots__ = ("items", "line", "subject")

    def __init__(self, subject: Word, items: tuple[CaseItem, ...], line: int = 0) -> None:
        self.subject = subject
        self.items = items
        self.line = line


class IfCommand(Node):
    """``if``/``elif`` clauses as pairs of condition and body, and the ``else`` part or None."""

    __slots__ = ("clauses", "else_body")

    def __init__(self, clauses: tuple[tuple[List, List], ...], else_body: List | None) -> None:
        self.clauses = clauses
        self.else_body = else_body


class WhileLoop(Node):
    """``while`` or, with ``is_until``, ``until``."""

    __slots__ = ("body", "condition", "is_until")

    def __init__(self, condition: List, body: List, is_until: bool = False) -> None:
        self.condition = condition
        self.body = body
        self.is_until = is_until


class FunctionDefinition(Node):
    """``name() body`` (2.9.5); ``body`` is a compound command, or Redirected."""

    __slots__ = ("body", "line", "name")

    def __init__(self, name: str, body: Command, line: int = 0) -> None:
        self.name = name
        self.body = body
        self.line = line


if TYPE_CHECKING:
    Command: TypeAlias = (
        SimpleCommand
        | AndOrList
        | Pipeline
        | Redirected
        | BraceGroup
        | Subshell
        | ForLoop
        | CaseCommand
        | IfCommand
        | WhileLoop
        | FunctionDefinition
    )

DECLARATION_UTILITIES = frozenset(("export", "readonly", "local", "declare", "typeset"))


def is_declaration(words: tuple[Word, ...]) -> bool:
    """Whether the command named by *words* expands ``name=value`` operands as assignments (2.9.1.1, 2.15 export)."""
    for word in words:
        parts = word.parts
        if len(parts) != 1 or not isinstance(parts[0], Literal):
            return False
        if parts[0].text != "command":
            return parts[0].text in DECLARATION_UTILITIES
    return False
