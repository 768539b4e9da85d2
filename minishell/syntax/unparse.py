"""The tree back to text: canonical, and the parser makes the same tree of it again.

``unparse`` writes one line, but for here-documents, whose bodies follow the line as they must, and for newlines in words that
can be written in no other way. ``unparse_brief`` leaves the bodies out: the text of a job. ``pretty`` writes as people do.
"""

from __future__ import annotations

from minishell.syntax.nodes import (
    AndOrList,
    ArithmeticExpansion,
    Assignment,
    BraceGroup,
    CaseCommand,
    CommandSubstitution,
    ForLoop,
    FunctionDefinition,
    HereDocument,
    IfCommand,
    List,
    ListItem,
    Literal,
    Parameter,
    Pipeline,
    Redirected,
    Redirection,
    SimpleCommand,
    Subshell,
    Tilde,
    WhileLoop,
    Word,
)
from minishell.syntax.tokens import RESERVED_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from minishell.syntax.nodes import Command, Node, WordPart

# The characters that a backslash stands before, by the kind of quoted text.
_IN_QUOTES = '\\"$`'
_IN_QUOTED_BRACES = '\\"$`}'
_IN_HERE_DOCUMENT = "\\$`"

_INDENT = "    "


def unparse(node: Node) -> str:
    """The text of any node; bodies of here-documents stand after the line."""
    writer = _Writer()
    writer.write(node)
    writer.end_line()
    return "".join(writer.out)


def unparse_brief(node: Node) -> str:
    """The text of any node without the bodies of here-documents, for people."""
    writer = _Writer(has_bodies=False)
    writer.write(node)
    return "".join(writer.out)


def unparse_program(program: List) -> str:
    """A whole program, with a newline at the end."""
    text = unparse(program)
    return text if text.endswith("\n") else text + "\n"


def unparse_function(definition: FunctionDefinition) -> str:
    """``name() { …; }``, to be read back in."""
    return unparse(definition)


def pretty(node: Node, indent: int = 0) -> str:
    """The text of any node with a command on each line, indented by *indent* levels; it can be read back in, too."""
    writer = _Writer(level=indent)
    writer.out.append(_INDENT * indent)
    writer.write(node)
    writer.end_line()
    return "".join(writer.out)


class _Writer:
    """Collects text in ``out``. ``level`` is the depth of indentation, or None for one line."""

    def __init__(self, has_bodies: bool = True, level: int | None = None) -> None:
        self.out: list[str] = []
        self.has_bodies = has_bodies
        self.level = level
        self.pending: list[HereDocument] = []

    def write(self, node: Node) -> None:
        _WRITERS[type(node)](self, node)

    # Lists

    def write_list(self, node: List) -> None:
        """Commands with what separates them, but nothing after the last of them save ``&``."""
        last = len(node.items) - 1
        for index, item in enumerate(node.items):
            self.write_item(item)
            if index == last:
                break
            if self.pending or self.level is not None:
                self.end_line()
                if self.level is not None:
                    self.new_line()
            else:
                self.out.append(" " if item.is_async else "; ")

    def write_item(self, item: ListItem) -> None:
        self.write(item.command)
        if item.is_async:
            self.out.append(" &")

    def body(self, node: List, before: str, after: str) -> None:
        """A compound list with the reserved words *before* and *after* it."""
        out = self.out
        out.append(before)
        if self.level is not None:
            self.level += 1
            self.new_line()
            self.write_list(node)
            self.level -= 1
            self.end_line()
            self.new_line()
        else:
            out.append(" ")
            self.write_list(node)
            if self.pending:
                self.end_line()
            else:
                out.append(" " if node.items[-1].is_async else "; ")
        out.append(after)

    def condition(self, node: List, before: str, after: str) -> None:
        """A compound list on the line of its reserved words, as far as that can be."""
        self.out.append(before + " ")
        level, self.level = self.level, None
        self.write_list(node)
        self.level = level
        if self.pending:
            self.end_line()
        else:
            self.out.append(" " if node.items[-1].is_async else "; ")
        self.out.append(after)

    def end_line(self) -> None:
        """Write the bodies of the here-documents on this line, if there are any; a new line has begun then."""
        if not self.pending:
            return
        pending, self.pending = self.pending, []
        self.out.append("\n")
        for document in pending:
            if document.is_literal:
                self.out.extend(part.text for part in document.body.parts if isinstance(part, Literal))
            else:
                self.quoted(document.body.parts, _IN_HERE_DOCUMENT)
            self.out.append(f"\t{document.delimiter}\n" if document.strip_tabs else f"{document.delimiter}\n")

    def new_line(self) -> None:
        """Begin an indented line."""
        assert self.level is not None
        self.end_line()
        self.out.append(_INDENT * self.level if self.out[-1].endswith("\n") else "\n" + _INDENT * self.level)

    # Commands

    def and_or_list(self, node: AndOrList) -> None:
        self.write(node.first)
        for operator, command in node.rest:
            self.out.append(f" {operator} ")
            self.write(command)

    def pipeline(self, node: Pipeline) -> None:
        if node.is_negated:
            self.out.append("! ")
        for index, command in enumerate(node.commands):
            if index:
                self.out.append(" | ")
            self.write(command)

    def simple_command(self, node: SimpleCommand) -> None:
        fields: list[Node] = [*node.assignments]
        if node.redirections and _begins_reserved(node):
            fields += [*node.redirections, *node.words]  # ">f if": a reserved word is a plain word after a redirection
        else:
            fields += [*node.words, *node.redirections]
        for index, field in enumerate(fields):
            if index:
                self.out.append(" ")
            self.write(field)

    def redirected(self, node: Redirected) -> None:
        self.write(node.command)
        for redirection in node.redirections:
            self.out.append(" ")
            self.redirection(redirection)

    def brace_group(self, node: BraceGroup) -> None:
        self.body(node.body, "{", "}")

    def subshell(self, node: Subshell) -> None:
        self.out.append("(")
        self.parenthesized(node.body)

    def parenthesized(self, node: List) -> None:
        """A list and the closing parenthesis."""
        if node.items and _begins_with_parenthesis(node.items[0].command):
            self.out.append(" ")  # "((" would begin arithmetic
        level, self.level = self.level, None
        self.write_list(node)
        self.level = level
        self.end_line()
        self.out.append(")")

    def for_loop(self, node: ForLoop) -> None:
        self.out.append(f"for {node.name}")
        if node.words is not None:
            self.out.append(" in")
            for word in node.words:
                self.out.append(" ")
                self.word(word)
        self.body(node.body, "; do", "done")

    def case_command(self, node: CaseCommand) -> None:
        out = self.out
        out.append("case ")
        self.word(node.subject)
        out.append(" in")
        for item in node.items:
            if self.level is None:
                out.append(" ")
            else:
                self.level += 1
                self.new_line()
            if _plain_text(item.patterns[0]) == "esac":
                out.append("(")
            for index, pattern in enumerate(item.patterns):
                if index:
                    out.append(" | ")
                self.word(pattern)
            out.append(")")
            if self.level is not None and item.body.items:
                self.level += 1
                self.new_line()
                self.write_list(item.body)
                self.level -= 1
                self.end_line()
                self.new_line()
            else:
                out.append(" ")
                self.write_list(item.body)
                if item.body.items and item.body.items[-1].is_async:
                    out.append(" ")
                self.end_line()
            out.append(item.terminator)
            if self.level is not None:
                self.level -= 1
        if self.level is None:
            out.append(" ")
        else:
            self.new_line()
        out.append("esac")

    def if_command(self, node: IfCommand) -> None:
        word = "if"
        for index, (condition, body) in enumerate(node.clauses):
            self.condition(condition, word, "")
            word = "elif"
            is_last = index == len(node.clauses) - 1 and node.else_body is None
            self.body(body, "then", "fi" if is_last else "")
        if node.else_body is not None:
            self.body(node.else_body, "else", "fi")

    def while_loop(self, node: WhileLoop) -> None:
        self.condition(node.condition, "until" if node.is_until else "while", "")
        self.body(node.body, "do", "done")

    def function_definition(self, node: FunctionDefinition) -> None:
        self.out.append(f"{node.name}() ")
        self.write(node.body)

    # Assignments and redirections

    def assignment(self, node: Assignment) -> None:
        self.out.append(f"{node.name}=")
        self.word(node.value)

    def redirection(self, node: Redirection) -> None:
        operator = node.operator
        if node.fd != (0 if operator[0] == "<" else 1):
            self.out.append(str(node.fd))
        target = node.target
        if isinstance(target, Word):
            self.out.append(operator)
            self.word(target)
        else:
            self.here_document(target)

    def here_document(self, node: HereDocument) -> None:
        self.out.append("<<-" if node.strip_tabs else "<<")
        self.out.append(_single_quoted(node.delimiter) if node.is_literal else node.delimiter)
        if self.has_bodies:
            self.pending.append(node)

    # Words

    def word(self, node: Word) -> None:
        """A word outside double quotes: quoted parts that touch stand between one pair of quotes."""
        parts = node.parts
        count = len(parts)
        index = 0
        while index < count:
            part = parts[index]
            if isinstance(part, Tilde):
                self.out.append(f"~{part.user}")
            elif not part.quoted:
                if isinstance(part, Literal):
                    self.out.append(part.text)
                else:
                    self.expansion(part, parts[index + 1] if index + 1 < count else None)
            elif isinstance(part, Literal) and (
                not _can_share_quotes(part, self.level is None)
                or index + 1 == count
                or not _is_quoted_expansion(parts[index + 1])
            ):
                self.out.append(_quoted_literal(part.text, self.level is None))
            else:
                end = index + 1
                while end < count and _can_share_quotes(parts[end], self.level is None):
                    end += 1
                self.out.append('"')
                self.quoted(parts[index:end], _IN_QUOTES)
                self.out.append('"')
                index = end
                continue
            index += 1

    def quoted(self, parts: tuple[WordPart, ...], escaped: str) -> None:
        """Parts inside text that is read like text in double quotes, where a backslash is wanted before *escaped*."""
        for index, part in enumerate(parts):
            if isinstance(part, Literal):
                self.out.append(_escaped(part.text, escaped))
            else:
                self.expansion(part, parts[index + 1] if index + 1 < len(parts) else None)

    def expansion(self, part: WordPart, following: WordPart | None) -> None:
        """An expansion, without quotes round it; *following* is what stands after it."""
        if isinstance(part, Parameter):
            self.parameter(part, following)
        elif isinstance(part, CommandSubstitution):
            self.out.append("$(")
            pending, self.pending = self.pending, []
            self.parenthesized(part.program)
            self.pending = pending
        elif isinstance(part, ArithmeticExpansion):
            self.out.append("$((")
            self.quoted(part.expression.parts, _IN_QUOTES)
            self.out.append("))")

    def parameter(self, part: Parameter, following: WordPart | None) -> None:
        out, name, operator = self.out, part.name, part.operator
        if operator == "bad":
            assert part.word is not None
            out.append("${" + "".join(piece.text for piece in part.word.parts if isinstance(piece, Literal)) + "}")
        elif operator == "length":
            out.append(f"${{#{name}}}")
        elif not operator:
            braces = len(name) > 1 and name.isdecimal()
            if isinstance(following, Literal) and (name.isalnum() or len(name) > 1 or name == "_"):
                character = following.text[:1]
                braces = braces or (character.isascii() and character.isalnum()) or character == "_"
            out.append(f"${{{name}}}" if braces else f"${name}")
        else:
            assert part.word is not None
            out.append(f"${{{name}{operator}")
            count = len(out)
            if part.quoted and operator[0] not in "%#":
                self.quoted(part.word.parts, _IN_QUOTED_BRACES)
            else:
                self.word(part.word)
            if len(out) == count and name == "#" and operator in ("-", "?", "#"):
                out.append('""')  # ${#-} would be the length of $-
            out.append("}")


_WRITERS: dict[type[Node], Callable[[_Writer, Any], None]] = {
    List: _Writer.write_list,
    ListItem: _Writer.write_item,
    AndOrList: _Writer.and_or_list,
    Pipeline: _Writer.pipeline,
    SimpleCommand: _Writer.simple_command,
    Redirected: _Writer.redirected,
    BraceGroup: _Writer.brace_group,
    Subshell: _Writer.subshell,
    ForLoop: _Writer.for_loop,
    CaseCommand: _Writer.case_command,
    IfCommand: _Writer.if_command,
    WhileLoop: _Writer.while_loop,
    FunctionDefinition: _Writer.function_definition,
    Assignment: _Writer.assignment,
    Redirection: _Writer.redirection,
    HereDocument: _Writer.here_document,
    Word: _Writer.word,
    Literal: lambda writer, part: writer.word(Word((part,))),
    Tilde: lambda writer, part: writer.word(Word((part,))),
    Parameter: lambda writer, part: writer.word(Word((part,))),
    CommandSubstitution: lambda writer, part: writer.word(Word((part,))),
    ArithmeticExpansion: lambda writer, part: writer.word(Word((part,))),
}


def _begins_reserved(node: SimpleCommand) -> bool:
    return bool(node.words) and not node.assignments and _plain_text(node.words[0]) in RESERVED_WORDS


def _begins_with_parenthesis(command: Command) -> bool:
    """Whether the text of *command* begins with ``(``."""
    while True:
        if isinstance(command, AndOrList):
            command = command.first
        elif isinstance(command, Pipeline) and not command.is_negated:
            command = command.commands[0]
        elif isinstance(command, Redirected):
            command = command.command
        else:
            return isinstance(command, Subshell)


def _plain_text(word: Word) -> str:
    """The text of a word that is one unquoted literal, else empty."""
    if len(word.parts) == 1:
        part = word.parts[0]
        if isinstance(part, Literal) and not part.quoted:
            return part.text
    return ""


def _is_quoted_expansion(part: WordPart) -> bool:
    return not isinstance(part, (Literal, Tilde)) and part.quoted


def _can_share_quotes(part: WordPart, is_one_line: bool) -> bool:
    if isinstance(part, Tilde) or not part.quoted:
        return False
    return not isinstance(part, Literal) or (part.text != "" and not (is_one_line and "\n" in part.text))


def _escaped(text: str, characters: str) -> str:
    """*text* with a backslash before each of *characters*, the first of which is the backslash."""
    for character in characters:
        if character in text:
            text = text.replace(character, "\\" + character)
    return text


def _single_quoted(text: str) -> str:
    if "'" not in text:
        return f"'{text}'"
    return f'"{_escaped(text, _IN_QUOTES)}"'


def _quoted_literal(text: str, is_one_line: bool) -> str:
    """*text* between quotes."""
    if is_one_line and "\n" in text:
        inner = _escaped(text, "\\'").replace("\n", "\\n")
        return f"$'{inner}'"
    return _single_quoted(text)
