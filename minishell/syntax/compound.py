"""Compound commands and function definitions (2.9.4, 2.9.5): what their reserved words begin.

Each method is called when its first word was consumed; ``line`` is where that stood.
"""

from __future__ import annotations

from minishell.syntax.heredoc import HereDocumentReader
from minishell.syntax.nodes import (
    BraceGroup,
    CaseCommand,
    CaseItem,
    ForLoop,
    FunctionDefinition,
    IfCommand,
    List,
    Redirected,
    Subshell,
    WhileLoop,
    Word,
)
from minishell.syntax.patterns import match_argument, match_function
from minishell.syntax.tokens import CLOSING_WORDS, RESERVED_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match
    from typing import NoReturn

    from minishell.syntax.nodes import Command, Redirection


class CompoundReader(HereDocumentReader):
    """The part of the parser that reads compound commands."""

    # Provided by Parser

    def compound_list(self, opener: str, line: int, ends: tuple[str, ...], may_be_empty: bool = False) -> List:
        """Commands up to and with one of *ends*, which is in ``operator`` then."""
        raise NotImplementedError

    def command(self) -> Command | None:
        """One command; see Parser."""
        raise NotImplementedError

    def newlines(self) -> None:
        """Skip newlines, blanks and comments."""
        raise NotImplementedError

    def peek(self) -> str:
        """What ``next_token`` would consume, as far as an operator or a plain word; see Parser."""
        raise NotImplementedError

    def next_token(self, checks_aliases: bool = False) -> str:
        """Consume an operator or a plain word; see Parser."""
        raise NotImplementedError

    def argument(self) -> Word | None:
        """Consume a word, if there is one; see Parser."""
        raise NotImplementedError

    def unexpected(self, expected: str = "", token: str | None = None) -> NoReturn:
        """Fail because of the last token; see Parser."""
        raise NotImplementedError

    # Compound commands

    def compound_command(self, word: str, line: int) -> Command:
        """The command that the reserved word or ``(`` *word* begins."""
        if word == "if":
            return self._if_command(line)
        if word == "for":
            return self._for_loop(line)
        if word == "case":
            return self._case_command(line)
        if word == "{":
            return BraceGroup(self.compound_list("{", line, ("}",)))
        if word == "(":
            return Subshell(self.compound_list("(", line, (")",)), line)
        condition = self.compound_list(word, line, ("do",))
        return WhileLoop(condition, self.compound_list(word, line, ("done",)), word == "until")

    def _if_command(self, line: int) -> IfCommand:
        """``if … then … [elif … then …] [else …] fi`` (2.9.4.4)."""
        clauses = []
        else_body = None
        while True:
            condition = self.compound_list("if", line, ("then",))
            clauses.append((condition, self.compound_list("if", line, ("elif", "else", "fi"))))
            if self.operator == "else":
                else_body = self.compound_list("if", line, ("fi",))
            if self.operator == "fi":
                return IfCommand(tuple(clauses), else_body)

    def _for_loop(self, line: int) -> ForLoop:
        """``for name [in words] do … done`` (2.9.4.2)."""
        name = self.next_token()
        if not (name.isidentifier() and name.isascii()):
            self.unexpected("a variable's name after 'for'", name)
        words = None
        self.newlines()
        token = self.next_token(True)
        if token == "in":
            words = self._for_words(line)
            self.newlines()
            token = self.next_token(True)
        elif token == ";":
            self.newlines()
            token = self.next_token(True)
        if token != "do":
            self.unexpected(f"'do' to follow the 'for' of line {line}", token)
        return ForLoop(name, words, self.compound_list("for", line, ("done",)), line)

    def _for_words(self, line: int) -> tuple[Word, ...]:
        """The words after ``in``, and the newline or ``;`` after them."""
        words: list[Word] = []
        while True:
            word = self.argument()
            if word is None:
                break
            words.append(word)
        token = self.next_token()
        if token == "\n":
            if self.pending:
                self.here_document_bodies()
        elif token != ";":
            self.unexpected(f"';' or a newline after the words of the 'for' of line {line}", token)
        return tuple(words)

    def _case_command(self, line: int) -> CaseCommand:
        """``case word in [(]pattern|pattern) … ;; … esac`` (2.9.4.3)."""
        subject = self.argument()
        if subject is None:
            self.unexpected("a word after 'case'", self.next_token())
        self.newlines()
        token = self.next_token()
        if token != "in":
            self.unexpected(f"'in' to follow the 'case' of line {line}", token)
        items: list[CaseItem] = []
        while True:
            self.newlines()
            token = self.peek()
            if not token:
                self.unexpected(f"'esac' to end the 'case' of line {line}", token)
            if token == "esac" or token == "(":
                self.next_token()
            if token == "esac":
                return CaseCommand(subject, tuple(items), line)
            patterns = self._case_patterns(line)
            body = self.compound_list("case", line, (";;", ";&", "esac"), True)
            if self.operator == "esac":
                items.append(CaseItem(patterns, body))
                return CaseCommand(subject, tuple(items), line)
            items.append(CaseItem(patterns, body, self.operator))

    def _case_patterns(self, line: int) -> tuple[Word, ...]:
        """``pattern|pattern)``."""
        patterns: list[Word] = []
        while True:
            pattern = self.argument()
            if pattern is None:
                self.unexpected(f"a pattern in the 'case' of line {line}", self.next_token())
            patterns.append(pattern)
            token = self.next_token()
            if token == ")":
                return tuple(patterns)
            if token != "|":
                self.unexpected("')' or '|' after a pattern", token)

    def redirected(self, command: Command, line: int) -> Command:
        """*command*, which is a compound command, with the redirections that follow it. Consumes the next operator."""
        redirections: list[Redirection] = []
        while True:
            found = match_argument(self.text, self.pos)
            if found is None:
                if self.more():
                    continue
                self.operator = ""
                break
            kind = found.lastindex
            if kind == 4:
                redirections.append(self.redirection(found))
                continue
            if kind == 2:
                self.operator = found[2]
                self.pos = found.end()
                break
            if kind == 1:
                word = found[1]
                if word in CLOSING_WORDS:
                    self.operator = word
                    self.pos = found.end()
                    break
                if self.aliases and self.substitute_alias(word, found.start(1)):
                    continue
            elif self.is_operator_continued(found.start(found.lastindex or 0)):
                continue
            self.fail("expected an operator or a newline after a compound command, found a word", found.start(kind or 0))
        return Redirected(command, tuple(redirections), line) if redirections else command

    # Functions

    def function_definition(self, name: str, line: int) -> FunctionDefinition:
        """``name() compound-command [redirections]`` (2.9.5); ``pos`` is after the ``(``."""
        token = self.next_token()
        if token != ")":
            self.unexpected(f"')' after '{name}('", token)
        return self._function_body(name, line)

    def function_word(self, line: int) -> FunctionDefinition | None:
        """``function name [()] compound-command``, as bash and ksh have it; None, and nothing consumed, when no name follows."""
        found = match_function(self.text, self.pos)
        if found is None:
            return None
        name = found[1]
        if name in RESERVED_WORDS:
            self.fail(f"'{name}' is a reserved word and cannot name a function", found.start(1))
        self.pos = found.end()
        return self._function_body(name, line)

    def _function_body(self, name: str, line: int) -> FunctionDefinition:
        self.newlines()
        body_line = self.line
        token = self.next_token(True)
        if token not in ("{", "(", "if", "for", "while", "until", "case"):
            self.unexpected(f"a compound command as the body of the function '{name}'", token)
        body = self.redirected(self.compound_command(token, body_line), body_line)
        return FunctionDefinition(name, body, line)

    def redirection(self, found: Match[str]) -> Redirection:
        """The redirection whose operator was *found*; see Parser."""
        raise NotImplementedError

    def is_operator_continued(self, pos: int) -> bool:
        """Whether a line continuation cut an operator or a descriptor's number, and was removed; see Parser."""
        raise NotImplementedError
