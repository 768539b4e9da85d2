"""The grammar (2.10.2): programs, lists, pipelines, simple commands.

``Parser`` is built up in layers, one file each: Lexer (text and places), AliasSubstitution, WordReader, ExpansionReader,
HereDocumentReader, CompoundReader. A program in a word is read by the same parser, by recursion. Lists, pipelines and
words are read in loops, so that depth comes only from nesting.

Each method that reads a command consumes the operator after it too, and leaves it in ``operator``: one match of a pattern
finds blanks, a comment and the next token.
"""

from __future__ import annotations

import gc

from minishell.errors import ScriptSyntaxError
from minishell.source import Source
from minishell.syntax.compound import CompoundReader
from minishell.syntax.lexer import once
from minishell.syntax.nodes import (
    DECLARATION_UTILITIES,
    AndOrList,
    Assignment,
    List,
    ListItem,
    Literal,
    Parameter,
    Pipeline,
    Redirection,
    SimpleCommand,
    Word,
    is_declaration,
)
from minishell.syntax.patterns import match_argument, match_assignment, match_blank_lines, match_prefix, match_word_part
from minishell.syntax.tokens import PARTNERS, RESERVED_WORDS, describe
from minishell.syntax.words import EMPTY_WORD, IN_ASSIGNMENT, make_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from re import Match
    from typing import NoReturn

    from minishell.syntax.nodes import Command, WordPart

EMPTY_LIST = List(())

_MANY = 10_000  # characters of text for which the garbage collector is better off: a tree has no cycles
_LONGEST = 100  # characters that a reserved word, an alias or a variable's name may have when a \\newline is in it
_NO_LIMIT = 2**31 - 1  # no descriptor has this number; what is greater is taken for it


class Parser(CompoundReader):
    """Parses program text as it is read.

    ``read`` gives the next piece of text (any number of whole lines, the last perhaps without newline), ``""`` at the
    end of the input; it is called only when more text is needed. ``aliases`` is looked at whenever a name is read. With
    ``is_strict`` a here-document or a continued line that the input ends in is an error (``incomplete``), as it should be
    where someone is typing; without, it simply ends, as in other shells.
    """

    # Programs

    def complete_command(self) -> List | None:
        """The next complete command (2.10.2), up to and with the newline that ends it; None at the end of the input.

        Blank lines and comments before it are skipped as far as they were read already; if there is nothing else, the
        result is an empty List, and no more is read. Raises ScriptSyntaxError.
        """
        if self.pos >= len(self.text) and not self.more():
            return None
        text = self.text
        blank = match_blank_lines(text, self.pos)
        assert blank is not None
        self.pos = blank.end()
        if self.pos == len(text):
            return EMPTY_LIST
        pauses_collector = len(text) > _MANY and gc.isenabled()
        if pauses_collector:
            gc.disable()
        try:
            return self._complete_command()
        except RecursionError:
            pass
        finally:
            if pauses_collector:
                gc.enable()
        self.fail("nested too deeply")

    def _complete_command(self) -> List:
        items = []
        while True:
            line = self.line_at(self.pos)
            command = self._and_or_list(line)
            operator = self.operator
            if command is None:
                if operator and operator != "\n":
                    self.unexpected()
                break
            items.append(ListItem(command, operator == "&", line))
            if operator != ";" and operator != "&":
                if operator and operator != "\n":
                    self.unexpected()
                break
        if self.pending:
            self.here_document_bodies()
        if not operator and self.is_strict:
            self.fail("expected another line after '\\', found end of file", incomplete=True)
        return List(tuple(items))

    def compound_list(self, opener: str, line: int, ends: tuple[str, ...], may_be_empty: bool = False) -> List:
        """Commands (2.10.2 `compound_list`) up to and with one of *ends*, which is in ``operator`` then.

        *opener* and *line* are what it belongs to, for messages.
        """
        items = []
        while True:
            self.newlines()
            item_line = self.line_at(self.pos)
            command = self._and_or_list(item_line)
            operator = self.operator
            if command is None:
                break
            items.append(ListItem(command, operator == "&", item_line))
            if operator == "\n":
                if self.pending:
                    self.here_document_bodies()
            elif operator != ";" and operator != "&":
                break
        if operator not in ends:
            verb = "follow" if ends[0] in ("then", "do") else "end"
            end = ends[0] if verb == "follow" or opener == "case" else ends[-1]
            if opener == "case":
                end = "esac"
            self.unexpected(f"'{end}' to {verb} the '{opener}' of line {line}" if items or not operator else "")
        if not items and not may_be_empty:
            self.fail(f"expected a command before {describe(operator)}", self.pos - len(operator))
        return List(tuple(items))

    def substitution_program(self, line: int) -> List:
        """The program of ``$(…)`` from ``pos``, up to and with its ``)``; it may be empty."""
        return self.compound_list("$(", line, (")",), True)

    def text_program(self, text: str, line: int) -> List:
        """*text* (of backquotes), which begins in *line*, as a program."""
        try:
            return self.nested(text, line).program()
        except ScriptSyntaxError as error:
            error.incomplete = False  # the text has its end: more lines cannot cure it
            raise

    def nested(self, text: str, line: int) -> Parser:
        """A parser of *text*, which begins in *line*."""
        return Parser(once(text), Source(self.source.name, line), self.aliases)

    def program(self) -> List:
        """All complete commands up to the end of the input as one List."""
        items: list[ListItem] = []
        while True:
            command = self.complete_command()
            if command is None:
                return List(tuple(items))
            items.extend(command.items)

    # Lists and pipelines

    def _and_or_list(self, line: int) -> Command | None:
        """``pipeline && pipeline || pipeline`` (2.9.3); None when no command stands here, in *line*."""
        first = self._pipeline(line)
        operator = self.operator
        if (operator != "&&" and operator != "||") or first is None:
            return first
        rest = []
        while operator == "&&" or operator == "||":
            self.newlines()
            command = self._pipeline(self.line)
            if command is None:
                self.unexpected(f"a command after '{operator}'")
            rest.append((operator, command))
            operator = self.operator
        return AndOrList(first, tuple(rest))

    def _pipeline(self, line: int) -> Command | None:
        """``[!] command | command`` (2.9.2); None when no command stands here, in *line*."""
        command = self.command()
        is_negated = False
        if command is None:
            if self.operator != "!":
                return None
            is_negated = True
            command = self.command()
            if command is None:
                self.unexpected("a command after '!'")
        if self.operator != "|":
            return Pipeline((command,), True, line) if is_negated else command
        commands = [command]
        while self.operator == "|":
            self.newlines()
            command = self.command()
            if command is None:
                self.unexpected("a command after '|'")
            commands.append(command)
        return Pipeline(tuple(commands), is_negated, line)

    def newlines(self) -> None:
        """Skip newlines, blanks and comments; bodies of here-documents that begin after the first newline are read."""
        while True:
            text = self.text
            if self.pending:
                end = text.find("\n", self.pos) + 1
                blank = match_blank_lines(text[:end], self.pos)
                assert blank is not None
                self.pos = blank.end()
                if self.pos == end:
                    self.here_document_bodies()
                    continue
                return
            blank = match_blank_lines(text, self.pos)
            assert blank is not None
            self.pos = blank.end()
            if self.pos < len(text) or not self.more():
                return

    # Commands

    def command(self) -> Command | None:
        """One command, and the operator after it in ``operator``.

        None when no command begins here: then ``operator`` is what stands here instead, consumed.
        """
        while True:
            text = self.text
            found = match_prefix(text, self.pos)
            if found is None:
                if self.more():
                    continue
                self.operator = ""
                return None
            kind = found.lastindex
            if kind == 1:
                word = found[1]
                if word in RESERVED_WORDS:
                    start = found.start(1)
                    self.pos = found.end()
                    if word in PARTNERS or word == "!":
                        self.operator = word
                        return None
                    line = self.line_at(start)
                    if word != "function":
                        return self.redirected(self.compound_command(word, line), line)
                    definition = self.function_word(line)
                    if definition is not None:
                        return definition
                elif self.aliases and self.substitute_alias(word, found.start(1)):
                    continue
            elif kind == 2:
                operator = found[2]
                self.pos = found.end()
                if operator == "(":
                    line = self.line_at(self.pos)
                    return self.redirected(self.compound_command("(", line), line)
                self.operator = operator
                return None
            elif kind == 11 and self._is_prefix_continued(found.start(11)):
                continue
            return self._simple_command(found)

    def _simple_command(self, found: Match[str] | None) -> Command:
        """A simple command (2.9.1), or a function definition, whose first token was *found* by ``match_prefix``."""
        assignments: list[Assignment] = []
        redirections: list[Redirection] = []
        words: list[Word] = []
        assert found is not None and found.lastindex is not None
        line = self.line_at(found.start(found.lastindex))
        outer, self.command_line = self.command_line, line
        name = ""
        # Assignments and redirections before the command's name.
        while found is not None:
            kind = found.lastindex
            assert kind is not None
            if kind == 2:
                self.operator = found[2]
                self.pos = found.end()
                self.command_line = outer
                return SimpleCommand(tuple(assignments), (), tuple(redirections), line)
            start = found.start(kind)
            if kind == 10:
                value = found[10]
                assignments.append(Assignment(found[9], self._plain_word(value) if value else EMPTY_WORD))
                self.pos = found.end()
            elif kind == 4:
                redirections.append(self.redirection(found))
            elif kind == 1:
                name = found[1]
                if not self.aliases or not (assignments or redirections) or not self.substitute_alias(name, start):
                    words.append(self._plain_word(name))
                    self.pos = found.end()
                    break
            elif kind != 11 or not self._is_prefix_continued(start):
                assignment = match_assignment(self.text, start) if kind == 11 else None
                if assignment is None:
                    words.append(self._word(found, kind))
                    if kind == 5 or kind == 6:
                        name = found[kind]
                    break
                assignments.append(Assignment(assignment[1], self.word(assignment.end(), IN_ASSIGNMENT)))
            found = self._prefix()
        if not words:
            self.operator = ""
        elif name in DECLARATION_UTILITIES or name == "command":
            self._declaration_arguments(words, redirections)
        else:
            self._arguments(words, redirections)
            if self.operator == "(" and len(words) == 1 and kind == 1 and not assignments and not redirections:
                self.command_line = outer
                return self.function_definition(name, line)
        self.command_line = outer
        return SimpleCommand(tuple(assignments), tuple(words), tuple(redirections), line)

    def _prefix(self) -> Match[str] | None:
        """The next token where assignments are; None at the end of the input."""
        while True:
            found = match_prefix(self.text, self.pos)
            if found is not None or not self.more():
                return found

    def _arguments(self, words: list[Word], redirections: list[Redirection]) -> None:
        """The words and redirections after a command's name, and the operator that ends them."""
        text, pos, known = self.text, self.pos, self.words
        while True:
            found = match_argument(text, pos)
            if found is None:
                self.pos = pos
                if not self.more():
                    self.operator = ""
                    return
                text, pos = self.text, self.pos
                continue
            kind = found.lastindex
            if kind == 1:
                value = found[1]
                if self.expanded and self._is_alias_argument(value, found.start(1)):
                    text = self.text
                    continue
                word = known.get(value)
                if word is None:
                    known[value] = word = Word((Literal(value),))
                words.append(word)
                pos = found.end()
            elif kind == 2:
                self.operator = found[2]
                self.pos = found.end()
                return
            elif kind == 4:
                redirections.append(self.redirection(found))
                text, pos = self.text, self.pos
            else:
                assert kind is not None
                if kind != 9 or not self.is_operator_continued(found.start(9)):
                    if self.expanded:
                        self.leave_values(found.start(kind))
                    words.append(self._word(found, kind))
                    pos = self.pos
                text = self.text

    def _is_alias_argument(self, name: str, start: int) -> bool:
        """Whether *name* follows an alias whose value ends with a blank, and was substituted itself (2.3.1)."""
        is_candidate = self.leave_values(start) or start == self.candidate
        if not is_candidate or not self.substitute_alias(name, start):
            return False
        # The first word of the value is looked at in its turn.
        value = self.aliases[name]
        self.candidate = start + len(value) - len(value.lstrip(" \t"))
        return True

    def _declaration_arguments(self, words: list[Word], redirections: list[Redirection]) -> None:
        """As ``_arguments``, for a name that is, or may lead to, that of a declaration utility: its ``name=value`` operands
        have tilde-prefixes as assignments have."""
        while True:
            found = match_argument(self.text, self.pos)
            kind = found.lastindex if found is not None else 0
            if found is None or kind == 2:
                self._arguments(words, redirections)
                return
            if kind == 4:
                redirections.append(self.redirection(found))
                continue
            assert kind is not None
            start = found.start(kind)
            if kind == 1 and self.expanded and self._is_alias_argument(found[1], start):
                continue
            if kind == 9 and self.is_operator_continued(start):
                continue
            assignment = match_assignment(self.text, start) if kind == 1 or kind == 9 else None
            if assignment is not None and is_declaration(tuple(words)):
                self.pos = assignment.end()
                value: list[WordPart] = []
                self.unquoted(value, match_word_part, IN_ASSIGNMENT)
                words.append(make_word([Literal(assignment[0]), *value]))
            else:
                words.append(self._word(found, kind))

    # Tokens

    def _plain_word(self, text: str) -> Word:
        """The word of unquoted *text*; equal words of a program are one object."""
        word = self.words.get(text)
        if word is None:
            self.words[text] = word = Word((Literal(text),))
        return word

    def _word(self, found: Match[str], kind: int) -> Word:
        """The word that was *found* by ``match_prefix`` or ``match_argument``, of any *kind* that is a word; consumes it."""
        self.pos = found.end()
        if kind == 1:
            return self._plain_word(found[1])
        if kind == 5 or kind == 6:
            return Word((Literal(found[kind], True),))
        if kind == 7 or kind == 8:
            return Word((Parameter(found[kind], "", None, kind == 8, self.command_line or self.line_at(found.start(kind))),))
        return self.word(found.start(kind))

    def argument(self) -> Word | None:
        """The word that stands here, consumed; None when there is an operator, a redirection or the end of the input."""
        while True:
            found = match_argument(self.text, self.pos)
            if found is None:
                if self.more():
                    continue
                return None
            kind = found.lastindex
            assert kind is not None
            if kind == 2 or kind == 4:
                return None
            if kind != 9 or not self.is_operator_continued(found.start(9)):
                return self._word(found, kind)

    def peek(self) -> str:
        """The operator or plain word that stands here, not consumed; "a word" for any other word, ``""`` at the end."""
        while True:
            found = match_argument(self.text, self.pos)
            if found is None:
                if self.more():
                    continue
                return ""
            kind = found.lastindex
            assert kind is not None
            if kind == 9 and self._is_prefix_continued(found.start(kind)):
                continue
            return found[kind] if kind <= 2 else "a word"

    def next_token(self, checks_aliases: bool = False) -> str:
        """Consume the operator or word that stands here; words are given as they are written. ``""`` at the end of the input.

        ``checks_aliases``: a word that is not reserved may be an alias.
        """
        while True:
            found = match_argument(self.text, self.pos)
            if found is None:
                if self.more():
                    continue
                return ""
            kind = found.lastindex
            assert kind is not None
            if kind == 1:
                word = found[1]
                if checks_aliases and word not in RESERVED_WORDS and self.substitute_alias(word, found.start(1)):
                    continue
            start = found.start(kind)
            if kind == 9 and self._is_prefix_continued(start):
                continue
            self.pos = found.end()
            if kind <= 4:
                return found[kind]
            self._word(found, kind)
            return self.text[start : self.pos] or "a word"

    def redirection(self, found: Match[str]) -> Redirection:
        """The redirection (2.7) whose operator was *found*; consumes its target."""
        digits, operator = found[3], found[4]
        line = self.line_at(found.start(4))
        self.pos = found.end()
        if not digits:
            fd = 0 if operator[0] == "<" else 1
        else:
            fd = int(digits) if len(digits) < 10 else _NO_LIMIT
        if operator == "<<" or operator == "<<-":
            return Redirection(fd, "<<", self.here_document(operator == "<<-"), line)
        target = self.argument()
        if target is None:
            self.unexpected(f"a word after '{operator}'", self.next_token())
        return Redirection(fd, operator, target, line)

    def is_operator_continued(self, pos: int) -> bool:
        """Whether the operator or descriptor's number at *pos* goes on in the next line (2.2.1). The continuation is
        removed then, and the token can be looked for again."""
        text = self.text
        end = pos
        while text[end] in "0123456789":
            end += 1
        while text[end] in ";&|<>":
            end += 1
        if end == pos or not text.startswith("\\\n", end):
            return False
        self.join_lines(end)
        return True

    def _is_prefix_continued(self, pos: int) -> bool:
        """As ``is_operator_continued``, and for what begins like a reserved word, an alias or a name, too."""
        run = match_word_part(self.text, pos)
        if run is None or run.lastindex != 1 or run.end() - pos > _LONGEST or not self.text.startswith("\\\n", run.end()):
            return self.is_operator_continued(pos)
        self.join_lines(run.end())
        return True

    def unexpected(self, expected: str = "", token: str | None = None) -> NoReturn:
        """Fail because *token* (``operator`` when not given), which was consumed, stands where it cannot."""
        if token is None:
            token = self.operator
        if expected:
            message = f"expected {expected}, found {describe(token)}"
        elif token in PARTNERS:
            message = f"{describe(token)} without '{PARTNERS[token]}'"
        elif token == "(":
            message = "unexpected '('"
        else:
            message = f"expected a command before {describe(token)}"
        self.fail(message, max(self.pos - len(token), 0), incomplete=not token)


def parse_program(text: str, source: Source, aliases: Mapping[str, str] | None = None, is_strict: bool = False) -> List:
    """The whole of *text* as one List. Raises ScriptSyntaxError."""
    return Parser(once(text), source, aliases, is_strict).program()


def parse_text(text: str, source: Source) -> Word:
    """*text* as a word in which only expansions mean something, like the body of a here-document: PS1, PS4.

    Raises ScriptSyntaxError.
    """
    parts = list(Parser(once(""), source).body(text, 1).parts)
    # A body is made of lines; this text is none.
    last = parts[-1] if parts else None
    if isinstance(last, Literal) and last.text.endswith("\n") and not text.endswith("\n"):
        parts[-1:] = [Literal(last.text[:-1], True)] if len(last.text) > 1 else []
    return Word(tuple(parts))
