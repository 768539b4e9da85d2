"""Laws of the parser: text and tree are inverse, and dash and bash take the same texts for programs."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

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
from minishell.syntax.tokens import RESERVED_WORDS
from minishell.syntax.unparse import pretty, unparse
from minishell.syntax.words import make_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.syntax.nodes import WordPart

NAMES = st.sampled_from(["a", "b1", "_c", "HOME"])
PLAIN = st.text("abz09_-./,:+%@*?[]^é\udcff", min_size=1, max_size=5)
ANYTHING = st.text("ab \t\n'\"\\$`{}()<>&|;#~=!*é\udcff", max_size=6)
VALUE_OPERATORS = st.sampled_from(["-", ":-", "=", ":=", "?", ":?", "+", ":+"])
PATTERN_OPERATORS = st.sampled_from(["%", "%%", "#", "##"])
BALANCED = st.sampled_from(["1", "a + 1", "(a)", "((2)) * 3", "a\\$", "'", "", "b ? (1) : 2"])


def parse(text: str) -> List:
    return parse_program(text, Source("test"))


def lists(commands: st.SearchStrategy[object], min_size: int = 1) -> st.SearchStrategy[List]:
    items = st.builds(ListItem, commands, st.booleans())
    return st.lists(items, min_size=min_size, max_size=2).map(lambda found: List(tuple(found)))


def parameters(words: st.SearchStrategy[Word], quoted_words: st.SearchStrategy[Word], quoted: bool) -> st.SearchStrategy[Parameter]:
    names = NAMES | st.sampled_from(["1", "10", "@", "*", "?", "$", "!", "0"])
    return st.one_of(
        st.builds(lambda name: Parameter(name, quoted=quoted), names | st.sampled_from(["#", "-"])),
        st.builds(lambda name: Parameter(name, "length", quoted=quoted), names | st.sampled_from(["#", "-"])),
        st.builds(
            lambda name, operator, word: Parameter(name, operator, word, quoted),
            names,
            VALUE_OPERATORS,
            quoted_words if quoted else words,
        ),
        st.builds(lambda name, operator, word: Parameter(name, operator, word, quoted), names, PATTERN_OPERATORS, words),
    )


def make(parts: list[WordPart]) -> Word:
    """A word in canonical form; in it no unquoted literal begins like something else."""
    return make_word(parts)


def extend(commands: st.SearchStrategy[object]) -> tuple[st.SearchStrategy[Word], st.SearchStrategy[Word]]:
    """Words and the quoted words inside expansions, with *commands* in their substitutions."""
    unquoted_literals = st.builds(Literal, PLAIN)
    quoted_literals = st.builds(Literal, ANYTHING, st.just(True))
    inner_quoted = st.lists(
        st.builds(Literal, ANYTHING.filter(bool), st.just(True))
        | st.builds(lambda name: Parameter(name, quoted=True), NAMES)
        | st.builds(lambda program: CommandSubstitution(program, True), lists(commands, 0)),
        max_size=2,
    ).map(make)
    inner = st.lists(
        unquoted_literals | quoted_literals | st.builds(lambda name: Parameter(name), NAMES), max_size=2
    ).map(make)
    # A pattern must not begin with what would make its operator longer.
    pattern_safe = inner.filter(lambda word: unparse(word)[:1] not in ("%", "#"))

    def expansions(quoted: bool) -> st.SearchStrategy[WordPart]:
        return st.one_of(
            parameters(pattern_safe, inner_quoted, quoted),
            st.builds(lambda program: CommandSubstitution(program, quoted), lists(commands, 0)),
            st.builds(
                lambda text, more: ArithmeticExpansion(make([Literal(text, True), *more]), quoted),
                BALANCED,
                st.lists(st.builds(lambda name: Parameter(name, quoted=True), NAMES), max_size=1),
            ),
        )

    words = (
        st.lists(unquoted_literals | quoted_literals | expansions(True) | expansions(False), min_size=1, max_size=3).map(make)
        | st.builds(lambda user, text: Word((Tilde(user), Literal("/" + text))), st.sampled_from(["", "ann"]), PLAIN)
    )
    return words, inner_quoted


def is_argument(word: Word) -> bool:
    text = unparse(word)
    return text[:1] not in ("#", "") and not text[:1].isdigit()


def is_name(word: Word) -> bool:
    text = unparse(word)
    return is_argument(word) and text not in RESERVED_WORDS and "=" not in text.split("$")[0].split("'")[0]


def grow(commands: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    words, quoted_words = extend(commands)
    arguments = words.filter(is_argument)
    bodies = st.lists(
        st.builds(Literal, ANYTHING.filter(bool), st.just(True)) | st.builds(lambda name: Parameter(name, quoted=True), NAMES),
        max_size=3,
    ).map(lambda parts: make([*parts, Literal("\n", True)]))
    documents = st.builds(lambda body: HereDocument(body, "END_OF_IT", False, False), bodies) | st.builds(
        lambda text: HereDocument(Word((Literal(text + "\n", True),)), "it's \"$over\"", True, False), ANYTHING
    )
    redirections = st.builds(
        lambda fd, operator, target: Redirection(fd, operator, target),
        st.integers(0, 12),
        st.sampled_from(["<", ">", ">>", ">|", "<>", "<&", ">&"]),
        arguments,
    ) | st.builds(lambda fd, document: Redirection(fd, "<<", document), st.integers(0, 12), documents)
    simple = st.builds(
        lambda assignments, name, rest, redirected: SimpleCommand(
            tuple(assignments), (name, *rest), tuple(redirected)
        ),
        st.lists(st.builds(Assignment, NAMES, words.filter(lambda word: not isinstance(word.parts[0], Tilde))), max_size=1),
        arguments.filter(is_name),
        st.lists(arguments, max_size=2),
        st.lists(redirections, max_size=2),
    )
    body = lists(commands)
    compound = st.one_of(
        st.builds(BraceGroup, body),
        st.builds(Subshell, body),
        st.builds(ForLoop, NAMES, st.none() | st.lists(arguments, max_size=2).map(tuple), body),
        st.builds(WhileLoop, body, body, st.booleans()),
        st.builds(
            lambda clauses, rest: IfCommand(tuple(clauses), rest),
            st.lists(st.tuples(body, body), min_size=1, max_size=2),
            st.none() | body,
        ),
        st.builds(
            lambda subject, items: CaseCommand(subject, tuple(items)),
            arguments,
            st.lists(
                st.builds(
                    lambda patterns, inside, terminator: CaseItem(tuple(patterns), inside, terminator),
                    st.lists(arguments, min_size=1, max_size=2),
                    lists(commands, 0),
                    st.sampled_from([";;", ";&"]),
                ),
                max_size=2,
            ),
        ),
    )
    redirected = st.builds(
        lambda command, found: Redirected(command, tuple(found)), compound, st.lists(redirections, min_size=1, max_size=2)
    )
    functions = st.builds(FunctionDefinition, NAMES, compound | redirected)
    single = st.one_of(simple, compound, redirected, functions)
    pipelines = st.builds(
        lambda found, negated: Pipeline(tuple(found), negated) if negated or len(found) > 1 else found[0],
        st.lists(single, min_size=1, max_size=2),
        st.booleans(),
    )
    and_or = st.builds(
        lambda first, rest: AndOrList(first, tuple(rest)),
        pipelines,
        st.lists(st.tuples(st.sampled_from(["&&", "||"]), pipelines), min_size=1, max_size=2),
    )
    return st.one_of(simple, pipelines, and_or)


LEAF = st.just(SimpleCommand((), (Word((Literal("x"),)),)))
PROGRAMS = lists(st.recursive(LEAF, grow, max_leaves=8), 0)

FRAGMENTS = [
    *("if ", "then ", "elif ", "else ", "fi ", "do ", "done ", "while ", "until ", "for ", "in ", "case ", "esac "),
    *("{ ", "} ", "( ", ") ", "! ", "; ", "& ", "| ", "&& ", "|| ", ";; ", ";& ", "\n", "\\\n", "# c\n"),
    *("a ", "b=c ", "1", "x", "$x", "${x}", "${x:-", "}", "${#", "$(", "$((", "))", "`", '"', "'", "\\", "~", "$'"),
    *("<f ", ">f ", "2>&1 ", "<<E ", "\nE\n", "<<-'E' ", "f() ", "#", "=", "*", "echo "),
]
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)


@settings(max_examples=300, deadline=None)
@given(PROGRAMS)
def test_a_tree_is_the_tree_of_its_text(program: List) -> None:
    assert parse(unparse(program)) == program
    assert parse(pretty(program)) == program


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_a_text_means_the_same_as_its_canonical_form(text: str) -> None:
    try:
        program = parse(text)
    except ScriptSyntaxError:
        assume(False)
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


@settings(max_examples=500, deadline=None)
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
        assume(False)
    assert [piece for piece in outline(canonical + "\n") if piece.kind == "error"] == []


@settings(max_examples=300, deadline=None)
@given(st.text("ab12 ()+-*/%<>=!&|^~?:,$x", max_size=12))
def test_arithmetic_never_fails_otherwise(text: str) -> None:
    try:
        parse_arithmetic(text)
    except ExpansionError as error:
        assert error.message.startswith("arithmetic: ")


def accepts(shell: str, text: str) -> bool:
    run = subprocess.run([shell, "-n", "-c", text], capture_output=True, timeout=20, check=False)
    return run.returncode == 0


@pytest.mark.skipif(not (shutil.which("dash") and shutil.which("bash")), reason="needs dash and bash")
@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_what_dash_and_bash_agree_on(text: str) -> None:
    others = {accepts("dash", text), accepts("bash", text)}
    assume(len(others) == 1)
    try:
        parse(text)
        accepted = True
    except ScriptSyntaxError:
        accepted = False
    assert accepted is others.pop()
