"""Arithmetic expressions, shown with all their parentheses."""

from __future__ import annotations

import sys

import pytest

from minishell.errors import ExpansionError
from minishell.syntax.arithmetic import (
    Assign,
    Binary,
    Conditional,
    Increment,
    Number,
    Unary,
    Variable,
    parse_arithmetic,
    parse_constant,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.syntax.arithmetic import Arith


def shown(node: Arith) -> str:
    match node:
        case Number():
            return str(node.value)
        case Variable():
            return node.name
        case Unary():
            return f"({node.operator} {shown(node.operand)})"
        case Binary():
            return f"({shown(node.left)} {node.operator} {shown(node.right)})"
        case Conditional():
            return f"({shown(node.test)} ? {shown(node.yes)} : {shown(node.no)})"
        case Assign():
            return f"({node.name} {node.operator}= {shown(node.value)})"
        case Increment():
            sign = "++" if node.amount == 1 else "--"
            return f"({node.name}{sign})" if node.is_postfix else f"({sign}{node.name})"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "0"),
        (" \t\n", "0"),
        ("1", "1"),
        ("a", "a"),
        ("1+2*3", "(1 + (2 * 3))"),
        ("(1+2)*3", "((1 + 2) * 3)"),
        ("1-2-3", "((1 - 2) - 3)"),
        ("8/4%3", "((8 / 4) % 3)"),
        ("1<<2+3", "(1 << (2 + 3))"),
        ("a<b==c>d", "((a < b) == (c > d))"),
        ("a<=b!=c>=d", "((a <= b) != (c >= d))"),
        ("a|b^c&d", "(a | (b ^ (c & d)))"),
        ("a||b&&c|d", "(a || (b && (c | d)))"),
        ("a?b:c?d:e", "(a ? b : (c ? d : e))"),
        ("a?b,c:d", "(a ? (b , c) : d)"),
        ("a=b=1", "(a = (b = 1))"),
        ("a+=b-=1", "(a += (b -= 1))"),
        ("a*=1,b/=2,c%=3", "(((a *= 1) , (b /= 2)) , (c %= 3))"),
        ("a<<=1,b>>=2,c&=3,d^=4,e|=5", "(((((a <<= 1) , (b >>= 2)) , (c &= 3)) , (d ^= 4)) , (e |= 5))"),
        ("-1", "(- 1)"),
        ("!~-+a", "(! (~ (- (+ a))))"),
        ("++a", "(++a)"),
        ("--a", "(--a)"),
        ("a++ + ++b", "((a++) + (++b))"),
        ("a--", "(a--)"),
        ("1--1", "(1 - (- 1))"),
        ("1++1", "(1 + (+ 1))"),
        ("a--1", "(a - (- 1))"),
        ("--1", "(- (- 1))"),
        ("a---b", "((a--) - b)"),
        ("010", "8"),
        ("0x1fF", "511"),
        ("2#101+36#z", "(5 + 35)"),
        ("9223372036854775807", "9223372036854775807"),
        ("0xffffffffffffffff", "-1"),
    ],
)
def test_expressions(text: str, expected: str) -> None:
    assert shown(parse_arithmetic(text)) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1 +", "'1 +': expected a number or a variable at the end"),
        ("* 2", "'* 2': expected a number or a variable before '*'"),
        ("1 2", "'1 2': expected an operator before '2'"),
        ("(1", "'(1': expected ')' at the end"),
        ("1)", "'1)': expected an operator before ')'"),
        ("()", "'()': expected a number or a variable before ')'"),
        ("a ? b", "'a ? b': expected ':' at the end"),
        ("1 = 2", "'1 = 2': '=' assigns to something that is no variable"),
        ("a + b = 2", "'a + b = 2': '=' assigns to something that is no variable"),
        ("08", "'08': '08' is no valid number"),
        ("1a", "'1a': '1a' is no valid number"),
        ("2#2", "'2#2': '2#2' is no valid number"),
        ("0x", "'0x': '0x' is no valid number"),
        ("a $", "'a $': expected an operator before '$'"),
        ("1; 2", "'1; 2': expected an operator before ';'"),
        ("1.5", "'1.5': expected an operator before '.'"),
        ("é", "'é': expected a number or a variable before 'é'"),
    ],
)
def test_errors(text: str, message: str) -> None:
    with pytest.raises(ExpansionError) as caught:
        parse_arithmetic(text)
    assert caught.value.message == f"arithmetic: {message}"


def test_a_long_expression_is_cut_in_a_message() -> None:
    with pytest.raises(ExpansionError) as caught:
        parse_arithmetic("1 " * 100)
    assert len(caught.value.message) < 120


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", 1), (" -12 ", -12), ("+3", 3), ("0x10", 16), ("010", 8), ("", None), ("a", None), ("1 2", None), ("08", None)],
)
def test_constants(text: str, value: int | None) -> None:
    assert parse_constant(text) == value


def test_depth() -> None:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(1_000_000)
    try:
        parse_arithmetic("(" * 10_000 + "1" + ")" * 10_000)
        parse_arithmetic("-" * 10_000 + "1")
    finally:
        sys.setrecursionlimit(limit)
    parse_arithmetic("1" + "+1" * 50_000)
    with pytest.raises(ExpansionError) as caught:
        parse_arithmetic("(" * 100_000)
    assert caught.value.message.endswith("nested too deeply")
