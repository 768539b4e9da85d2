"""Deep and large programs: parsed, or a clear error; never a crash, and cost in proportion to the text."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

import pytest

from minishell.errors import ScriptSyntaxError
from minishell.source import Source
from minishell.syntax.outline import outline
from minishell.syntax.parser import parse_program
from minishell.syntax.unparse import unparse

pytestmark = pytest.mark.slow

DEEP = 10_000
MANY = 50_000


@pytest.fixture(autouse=True)
def deep_recursion() -> Iterator[None]:
    """The application's limit."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(1_000_000)
    yield
    sys.setrecursionlimit(limit)


@pytest.mark.parametrize(
    ("before", "middle", "after"),
    [
        ("(", "a", ")"),
        ("echo $(", "a", ")"),
        ('echo "$(', "a", ')"'),
        ("${x:-", "a", "}"),
        ('"${x:-', "a", '}"'),
        ("if a; then ", "b", "; fi"),
        ("while a; do ", "b", "; done"),
        ("for x in a; do ", "b", "; done"),
        ("case x in a) ", "b", " ;; esac"),
        ("{ ", "a;", " }"),
        ("f() { ", "a;", " }"),
        ("echo $((", "1", "))"),
        ("echo $((", "a", ") )"),
        ("echo $((1 + (", "1", ")))"),
    ],
)
def test_depth(before: str, middle: str, after: str) -> None:
    program = parse_program(before * DEEP + middle + after * DEEP, Source("test"))
    unparse(program)


def test_parentheses_in_arithmetic() -> None:
    parse_program("echo $((" + "(" * DEEP + "1" + ")" * DEEP + "))", Source("test"))


@pytest.mark.parametrize("opening", ["(", "$(", '"$(', "`", "${", "${x:-", "$((", "{ ", "if ", "while "])
def test_what_is_opened_a_hundred_thousand_times(opening: str) -> None:
    with pytest.raises(ScriptSyntaxError):
        parse_program(opening * 100_001, Source("test"))


def test_a_low_recursion_limit_gives_a_syntax_error() -> None:
    sys.setrecursionlimit(1000)
    with pytest.raises(ScriptSyntaxError) as caught:
        parse_program("(" * DEEP, Source("test"))
    assert caught.value.message == "syntax error: nested too deeply"
    outline("$(" * DEEP)


@pytest.mark.parametrize(
    "unit",
    [
        "a && ",
        "a | ",
        "word ",
        "a=b ",
        "\\a",
        '""',
        '"a$x"',
        "a\n",
        "a \\\n",
        "a &\\\n& ",
        "$a\\\nb ",
        "cat <<E\nx\nE\n",
        "# x\n",
        ">f ",
        "`a` ",
        "~:",
        "if a; then b; fi\n",
    ],
)
def test_cost_grows_with_the_text(unit: str) -> None:
    parse_program(unit * MANY + "a", Source("test"))
    limit = 10.0
    start = time.process_time()
    outline(unit * (MANY // 5))
    assert time.process_time() - start < 10 * limit


def test_long_words_and_lists_of_clauses() -> None:
    parse_program("echo " + "a" * 1_000_000, Source("test"))
    parse_program("case x in " + "a) b;; " * MANY + "esac", Source("test"))
    parse_program("if a; then b; " + "elif c; then d; " * MANY + "fi", Source("test"))
    parse_program("cat <<E\n" + "line $x\n" * MANY + "E\n", Source("test"))


def test_pieces_of_a_long_command() -> None:
    from minishell.syntax.parser import Parser

    lines = iter(["{\n", *["a b\n"] * MANY, "}\n"])
    command = Parser(lambda: next(lines, ""), Source("test")).complete_command()
    assert command is not None
    assert command.items[0].line == 1
