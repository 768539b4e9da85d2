"""Expansions against dash, and properties that hold for any text."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minishell.expand.arithmetic import evaluate
from minishell.expand.words import compile_fields, compile_text, static_field
from minishell.pattern import escape, matcher, remove_prefix, remove_suffix
from minishell.shell import Shell
from minishell.source import Source
from minishell.syntax.nodes import SimpleCommand
from minishell.syntax.parser import parse_program
from minishell.syntax.quoting import quote_always

needs_dash = pytest.mark.skipif(shutil.which("dash") is None, reason="dash is not installed")

texts = st.text(st.characters(codec=None, exclude_characters="\0", max_codepoint=0x10FFFF))


def dash(script: str) -> str:
    """What dash writes; everything is ASCII."""
    done = subprocess.run(["dash"], input=script, capture_output=True, text=True, env={"PATH": "/bin:/usr/bin"}, check=True)
    return done.stdout


def command(text: str) -> SimpleCommand:
    node = parse_program(text + "\n", Source("test")).items[0].command
    assert isinstance(node, SimpleCommand)
    return node


def shell(**values: str) -> Shell:
    sh = Shell("minishell")
    sh.variables.values.update(values)
    return sh


# Splitting. An expansion stands alone among other parts: where two touch, dash does not do what 2.6.5 says.

values = st.text("ab :,\t\n-", max_size=12)
separators = st.text(" :,\t\n", max_size=4)
words = st.tuples(
    st.sampled_from(["", "a", "''", '"$y"', "b:"]), st.sampled_from(["$x", '"$x"']), st.sampled_from(["", "a", "''"])
)


@needs_dash
@settings(max_examples=40)
@given(st.lists(st.tuples(values, values, separators, words), min_size=10, max_size=40))
def test_fields_are_those_of_dash(cases: list[tuple[str, str, str, tuple[str, str, str]]]) -> None:
    script, mine = [], []
    for x, y, ifs, word in cases:
        text = "".join(word)
        script.append(f"x={quote_always(x)} y={quote_always(y)} IFS={quote_always(ifs)}\nset -- {text}\nIFS=' '")
        script.append('printf "%s|" "$#" "$@"\necho')
        fields = compile_fields(command("echo " + text).words[1:], shell(x=x, y=y, IFS=ifs))()
        mine.append("".join(f"{field}|" for field in (str(len(fields)), *fields)) + "\n")
    assert "".join(mine) == dash("\n".join(script))


# Arithmetic. Division is by constants other than 0 and -1, which dash does not survive.

numbers = st.one_of(st.integers(0, 100), st.integers(0, 2**63 - 1)).map(str)
operands = st.one_of(numbers, st.sampled_from(["x", "y", "$x", "${y}", "0x1F", "017", "$#"]))


def operations(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    binary = st.sampled_from(["+", "-", "*", "<<", ">>", "<", "<=", ">", ">=", "==", "!=", "&", "^", "|", "&&", "||"])
    return st.one_of(
        st.tuples(inner, binary, inner).map(" ".join),
        st.tuples(inner, st.sampled_from(["/", "%"]), st.integers(1, 1000).map(str)).map(" ".join),
        st.tuples(st.sampled_from(["-", "+", "!", "~"]), inner).map(" ".join),
        st.tuples(inner, inner, inner).map(lambda three: f"{three[0]} ? {three[1]} : {three[2]}"),
        inner.map("({})".format),
    )


expressions = st.recursive(operands, operations, max_leaves=12)


@needs_dash
@settings(max_examples=40)
@given(st.integers(-1000, 1000), st.integers(-(2**63) + 1, 2**63 - 1), st.lists(expressions, min_size=10, max_size=40))
def test_numbers_are_those_of_dash(x: int, y: int, cases: list[str]) -> None:
    script = f"x={x} y={y}\nset -- a b\n" + "".join(f"echo $(({case}))\n" for case in cases)
    sh = shell(x=str(x), y=str(y))
    sh.positional = ["a", "b"]
    mine = [compile_fields(command(f"echo $(({case}))").words[1:], sh)()[0] for case in cases]
    assert mine == dash(script).split()


@given(st.integers(), st.integers(1, 2**70), st.sampled_from(["+", "-", "*"]))
def test_results_wrap_at_64_bits(left: int, right: int, operator: str) -> None:
    sh = Shell("minishell")
    exact = {"+": left + right, "-": left - right, "*": left * right}[operator]
    wrapped = evaluate(f"({left}) {operator} {right}", sh)
    assert -(2**63) <= wrapped < 2**63
    assert (wrapped - exact) % 2**64 == 0


# Any text


@given(texts)
def test_quoted_text_is_that_text(text: str) -> None:
    word = command("name=" + quote_always(text)).assignments[0].value
    assert compile_text(word, Shell("minishell"))() == text
    assert static_field(word) == text


@given(texts, texts)
def test_quoted_expansions_are_their_values(x: str, y: str) -> None:
    sh = shell(x=x, y=y)
    run = compile_fields(command('echo "$x" "$x$y" \'\'"$y" ${none-"$x"} ${x+"$x" "$y"}').words[1:], sh)
    assert run() == [x, x + y, y, x, x, y]


@given(texts)
def test_unquoted_expansions_without_ifs_are_their_values(x: str) -> None:
    sh = shell(x=x, IFS="")
    sh.options.noglob = True
    assert compile_fields(command("echo $x a$x").words[1:], sh)() == ([x] if x else []) + ["a" + x]


@given(texts)
def test_an_escaped_text_matches_itself(text: str) -> None:
    assert matcher(escape(text))(text)
    assert not matcher(escape(text))(text + "x")
    assert remove_prefix(text + "x", escape(text), True) == "x"
    assert remove_suffix("x" + text, escape(text), False) == "x"


@given(st.text("ab*?", max_size=8), st.text("ab", max_size=10))
def test_patterns_are_as_regular_expressions(pattern: str, text: str) -> None:
    expression = "".join({"*": ".*", "?": "."}.get(character, character) for character in pattern)
    assert matcher(pattern)(text) is bool(re.fullmatch(expression, text))
    ends = [end for end in range(len(text) + 1) if re.fullmatch(expression, text[:end])]
    assert remove_prefix(text, pattern, False) == (text[ends[0] :] if ends else text)
    assert remove_prefix(text, pattern, True) == (text[ends[-1] :] if ends else text)
    starts = [start for start in range(len(text) + 1) if re.fullmatch(expression, text[start:])]
    assert remove_suffix(text, pattern, True) == (text[: starts[0]] if starts else text)
    assert remove_suffix(text, pattern, False) == (text[: starts[-1]] if starts else text)
