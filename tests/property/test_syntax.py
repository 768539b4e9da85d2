"""Laws of the parser: text and tree are inverse, and dash and bash take the same texts for programs."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minishell.encoding import encode
from minishell.errors import ExpansionError, ScriptSyntaxError
from minishell.source import Source
from minishell.syntax.arithmetic import parse_arithmetic
from minishell.syntax.nodes import (
    AndOrList,
    ArithmeticExpansion,
    Assignment,
    BraceGroup,
    CaseCommand,
    CaseItem,
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
from minishell.syntax.outline import is_incomplete, outline, word_at
from minishell.syntax.parser import Parser, parse_program
from minishell.syntax.unparse import pretty, unparse
from minishell.syntax.words import make_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from minishell.syntax.nodes import Command, WordPart

    T = TypeVar("T")

NAMES = ("a", "b1", "_c", "HOME")
SPECIAL = ("1", "10", "@", "*", "?", "$", "!", "0", "#", "-")
VALUE_OPERATORS = ("-", ":-", "=", ":=", "?", ":?", "+", ":+")
PATTERN_OPERATORS = ("%", "%%", "#", "##")
BALANCED = ("1", "a + 1", "(a)", "((2)) * 3", "a\\$", "'", "", "b ? (1) : 2", '"')
PLAIN = "abz09_-./,:+%@*?[]^é\udcff"
ANYTHING = "ab \t\n'\"\\$`{}()<>&|;#~=!*é\udcff"


class Maker:
    """Makes random trees in the canonical form; ``depth`` bounds what is nested in one more level. Without ``is_odd`` it
    keeps to what shells read alike."""

    def __init__(self, random: Random, is_odd: bool = True) -> None:
        self.random = random
        self.is_odd = is_odd
        self.quotable = ANYTHING if is_odd else "ab |;"
        self.terminators = (";;", ";&") if is_odd else (";;",)
        self.operators = ("<", ">", ">>", ">|", "<>", "<&", ">&")[: None if is_odd else 5]
        self.highest_fd = 12 if is_odd else 9
        self.depth = 3
        self.documents = 0

    def some(self, make: Callable[[], T], at_least: int = 0, at_most: int = 2) -> tuple[T, ...]:
        return tuple(make() for _ in range(self.random.randint(at_least, at_most)))

    def text(self, characters: str, at_least: int = 0) -> str:
        return "".join(self.random.choices(characters, k=self.random.randint(at_least, 5)))

    def list(self, at_least: int = 1) -> List:
        if not self.depth:
            return List((ListItem(self.simple(Word((Literal("x"),)))),))
        self.depth -= 1
        items = self.some(lambda: ListItem(self.and_or(), self.random.random() < 0.2), at_least)
        self.depth += 1
        return List(items)

    # Words

    def parameter(self, quoted: bool) -> Parameter:
        name = self.random.choice(NAMES + SPECIAL)
        form = self.random.randrange(4)
        if form == 0 or not self.depth:
            return Parameter(name, quoted=quoted)
        if form == 1:
            return Parameter(name, "length", quoted=quoted)
        self.depth -= 1
        if form == 2:
            word = self.quoted_word() if quoted else self.inner_word()
            operator = self.random.choice(VALUE_OPERATORS)
        else:
            word = self.inner_word()
            operator = self.random.choice(PATTERN_OPERATORS)
        self.depth += 1
        if (name == "#" and not word.parts) or unparse(word)[:1] in ("%", "#"):
            name, word = "a", Word((Literal("w", quoted and form == 2),))  # ${#-} and ${a##b} are other forms
        return Parameter(name, operator, word, quoted)

    def expansion(self, quoted: bool) -> WordPart:
        form = self.random.randrange(4 if self.is_odd else 3)
        if form < 2:
            return self.parameter(quoted)
        if form == 2:
            return CommandSubstitution(self.list(0), quoted)
        text = Literal(self.random.choice(BALANCED), True)
        more = self.some(lambda: self.parameter(True), 0, 1)
        return ArithmeticExpansion(make_word([text, *more] if text.text else [*more]), quoted)

    def part(self) -> WordPart:
        form = self.random.randrange(4)
        if form == 0:
            return Literal(self.text(PLAIN, 1))
        if form == 1:
            return Literal(self.text(self.quotable), True)
        return self.expansion(form == 2)

    def quoted_word(self) -> Word:
        """The inside of something in double quotes."""
        return make_word(
            [
                self.expansion(True) if self.random.random() < 0.4 else Literal(self.text(self.quotable, 1), True)
                for _ in range(self.random.randint(0, 3))
            ]
        )

    def inner_word(self) -> Word:
        return make_word(list(self.some(self.part, 0, 3)))

    def word(self) -> Word:
        """A word that is no descriptor's number."""
        if self.random.random() < 0.1:
            return Word((Tilde(self.random.choice(("", "ann"))), Literal("/" + self.text(PLAIN))))
        return make_word([Literal(self.random.choice(("w", "-"))), *self.some(self.part)])

    # Commands

    def redirection(self) -> Redirection:
        fd = self.random.randint(0, self.highest_fd)
        if self.random.random() < 0.7:
            return Redirection(fd, self.random.choice(self.operators), self.word())
        if self.random.random() < 0.5:
            self.documents += 1  # a delimiter cannot stand in the body of a here-document inside another one
            delimiter = f"END{self.documents}"
            body = make_word([*self.quoted_word().parts, Literal("\n", True)])
            return Redirection(fd, "<<", HereDocument(body, delimiter, False, False))
        self.documents += 1
        literal = Word((Literal(self.text(self.quotable) + "\n", True),))
        return Redirection(fd, "<<", HereDocument(literal, f'it\'s "$over" {self.documents}', True, False))

    def simple(self, name: Word) -> SimpleCommand:
        assignments = self.some(lambda: Assignment(self.random.choice(NAMES), self.word()), 0, 1)
        return SimpleCommand(assignments, (name, *self.some(self.word)), self.some(self.redirection, 0, 1))

    def compound(self) -> Command:
        form = self.random.randrange(6)
        if form == 0:
            return BraceGroup(self.list())
        if form == 1:
            return Subshell(self.list())
        if form == 2:
            words = self.some(self.word) if self.random.random() < 0.7 else None
            return ForLoop(self.random.choice(NAMES), words, self.list())
        if form == 3:
            return WhileLoop(self.list(), self.list(), self.random.random() < 0.5)
        if form == 4:
            clauses = self.some(lambda: (self.list(), self.list()), 1)
            return IfCommand(clauses, self.list() if self.random.random() < 0.5 else None)
        return CaseCommand(self.word(), self.some(self.case_item))

    def case_item(self) -> CaseItem:
        return CaseItem(self.some(self.word, 1), self.list(0), self.random.choice(self.terminators))

    def command(self) -> Command:
        if not self.depth or self.random.random() < 0.6:
            return self.simple(self.word())
        command = self.compound()
        if self.random.random() < 0.3:
            command = Redirected(command, self.some(self.redirection, 1))
        if self.random.random() < 0.2:
            return FunctionDefinition(self.random.choice(NAMES), command)
        return command

    def pipeline(self) -> Command:
        commands = self.some(self.command, 1)
        is_negated = self.random.random() < 0.2
        return commands[0] if len(commands) == 1 and not is_negated else Pipeline(commands, is_negated)

    def and_or(self) -> Command:
        first = self.pipeline()
        if self.random.random() < 0.7:
            return first
        return AndOrList(first, self.some(lambda: (self.random.choice(("&&", "||")), self.pipeline()), 1))


def parse(text: str) -> List:
    return parse_program(text, Source("test"))


FRAGMENTS = [
    *("if ", "then ", "elif ", "else ", "fi ", "do ", "done ", "while ", "until ", "for ", "in ", "case ", "esac "),
    *("{ ", "} ", "( ", ") ", "! ", "; ", "& ", "| ", "&& ", "|| ", ";; ", ";& ", "\n", "\\\n", "# c\n"),
    *("a ", "b=c ", "1", "x", "$x", "${x}", "${x:-", "}", "${#", "$(", "$((", "))", "`", '"', "'", "\\", "~", "$'"),
    *("<f ", ">f ", "2>&1 ", "<<E ", "\nE\n", "<<-'E' ", "f() ", "#", "=", "*", "echo "),
]


def damaged(seed: int, is_odd: bool = True) -> str:
    """A program in which a fragment was put somewhere, or a few characters are missing."""
    random = Random(seed)
    maker = Maker(random, is_odd)
    maker.depth = 2
    text = unparse(maker.list())
    at = random.randint(0, len(text))
    if random.random() < 0.5:
        return text[:at] + random.choice(FRAGMENTS) + text[at:]
    return text[:at] + text[at + random.randint(0, 3) :]


JUMBLES = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)
TEXTS = JUMBLES | st.integers(0, 2**32).map(damaged)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32))
def test_a_tree_is_the_tree_of_its_text(seed: int) -> None:
    program = Maker(Random(seed)).list(0)
    assert parse(unparse(program)) == program
    assert parse(pretty(program)) == program


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_text_means_the_same_as_its_canonical_form(text: str) -> None:
    try:
        program = parse(text)
    except ScriptSyntaxError:
        return
    canonical = unparse(program)
    assert parse(canonical) == program
    assert unparse(parse(canonical)) == canonical


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_reading_in_lines_makes_no_difference(text: str) -> None:
    lines = text.splitlines(keepends=True)
    try:
        whole: List | str = parse(text)
    except ScriptSyntaxError as error:
        whole = f"{error.message} {error.at}"
    try:
        pieces: List | str = Parser(lambda: lines.pop(0) if lines else "", Source("test")).program()
    except ScriptSyntaxError as error:
        pieces = f"{error.message} {error.at}"
    assert pieces == whole


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(0, 60))
def test_an_outline_has_its_pieces_in_order(text: str, cursor: int) -> None:
    end = 0
    for piece in outline(text):
        assert end <= piece.start < piece.end <= len(text)
        end = piece.end
    found = word_at(text, cursor)
    assert 0 <= found.start <= min(cursor, len(text))
    is_incomplete(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_program_has_no_error_in_its_outline(text: str) -> None:
    try:
        canonical = unparse(parse(text))
    except ScriptSyntaxError:
        return
    if "$((" in canonical:  # the outline finds its end by counting parentheses, quoted ones too
        return
    assert [piece for piece in outline(canonical + "\n") if piece.kind == "error"] == []


@settings(max_examples=300, deadline=None)
@given(st.text("ab12 ()+-*/%<>=!&|^~?:,$x", max_size=12))
def test_arithmetic_never_fails_otherwise(text: str) -> None:
    with contextlib.suppress(ExpansionError):
        parse_arithmetic(text)


def accepts(shell: str, text: str) -> bool:
    run = subprocess.run([shell, "-n"], input=encode(text), capture_output=True, timeout=20, check=False)
    return run.returncode == 0


@pytest.mark.skipif(not (shutil.which("dash") and shutil.which("bash")), reason="needs dash and bash")
@settings(max_examples=100, deadline=None)
@given(JUMBLES | st.integers(0, 2**32).map(lambda seed: damaged(seed, False)))
def test_what_dash_and_bash_agree_on(text: str) -> None:
    others = {accepts("dash", text), accepts("bash", text)}
    if len(others) == 2:
        return
    if "`" in text or "$((" in text:  # read when they are expanded, by some
        return
    try:
        parse(text)
        accepted = True
    except ScriptSyntaxError:
        accepted = False
    assert accepted is others.pop()
