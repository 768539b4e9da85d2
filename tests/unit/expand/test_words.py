"""Words to fields, to text, to patterns (2.6)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minishell.expand.words import compile_declaration_fields, compile_fields, static_field, static_text
from minishell.shell import Shell
from minishell.source import Source
from minishell.syntax.nodes import CommandSubstitution, List, Literal, Parameter, SimpleCommand, Word
from minishell.syntax.parser import parse_program

Fields = Callable[[str], list[str]]
Text = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a b c", ["a", "b", "c"]),
        ("'a b' \"c d\" e\\ f", ["a b", "c d", "e f"]),
        ("'' \"\"", ["", ""]),
        ("a'b'\"c\"\\d", ["abcd"]),
        ('"$x"', ["one two"]),
        ("$x", ["one", "two"]),
        ("${x}", ["one", "two"]),
        ("$plain", ["plain"]),
        ("$file", ["a.txt"]),
        ("$nope", []),
        ('"$nope"', [""]),
        ("a $plain b", ["a", "plain", "b"]),
        ("a $x b c", ["a", "one", "two", "b", "c"]),
        ("$plain $x $plain", ["plain", "one", "two", "plain"]),
        ('a "$x" $x "$plain" b', ["a", "one two", "one", "two", "plain", "b"]),
        ("lit$plain", ["litplain"]),
        ("lit$file.c", ["lita.txt.c"]),
        ("$plain.c", ["plain.c"]),
        ("lit$x.c", ["litone", "two.c"]),
        ("''$nope", [""]),
        ("lit$nope", ["lit"]),
        ('"$plain lit $x"', ["plain lit one two"]),
        ("$plain/$file", ["plain/a.txt"]),
        ("$plain$file", ["plaina.txt"]),
        ("$nope$nope", []),
        ("$nope''$nope", [""]),
        ('$x"$x"$x', ["one", "twoone twoone", "two"]),
        ('$(echo 1 2) "$(echo 1 2)"', ["1", "2", "1 2"]),
        ("a$(echo 1 2)b", ["a1", "2b"]),
        ("`echo 1`", ["1"]),
        ('$((1+2)) a$((3))b "$((4))"', ["3", "a3b", "4"]),
    ],
)
def test_fields(values: dict[str, str], fields: Fields, words: str, expected: list[str]) -> None:
    values.update(x="one two", plain="plain", file="a.txt")
    assert fields(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("${u:-a b c}", ["a", "b", "c"]),
        ('"${u:-a b c}"', ["a b c"]),
        ('${u:-"a b" c}', ["a b", "c"]),
        ("${u:-'a b' c}", ["a b", "c"]),
        ("${u:-a\\ b c}", ["a b", "c"]),
        ('${u:-x"a b"y z}', ["xa by", "z"]),
        ('${u:-""}', [""]),
        ("${u:-}", []),
        ('"${u:-}"', [""]),
        ("${u-''}", [""]),
        ('${u:-$s"$s"$s}', ["1", "21 21", "2"]),
        ("-${u:-a b}-", ["-a", "b-"]),
        ("${u:-${v:-${w:-a b}}}", ["a", "b"]),
        ('${u:-${v:-"a b"}}', ["a b"]),
        ('"${u:-"a b"}"', ["a b"]),
        ("\"${u:-'a b'}\"", ["'a b'"]),
        ('${s:+a b} ${s:+"a b"}', ["a", "b", "a b"]),
        ('${u+a} "${u+a}"', [""]),
        ('${u:-~} "${u:-~}"', ["/ho me", "~"]),
        ('${u:-"$@"}', ["p q", "", "r"]),
        ('"${u:-$@}"', ["p q", "", "r"]),
        ('a"${u:-$@}"b', ["ap q", "", "rb"]),
        ("${u:-$@}", ["p", "q", "r"]),
        ('"${u:-$*}"', ["p q  r"]),
        ('${1+"$@"}', ["p q", "", "r"]),
        ('${u=1 2} "$u"', ["1", "2", "1 2"]),
        ('${u="1 2"}', ["1", "2"]),
        ('"${@-none}" "${@+some}"', ["p q", "", "r", "some"]),
        ("${@+a b}", ["a", "b"]),
    ],
)
def test_words_of_operators(sh: Shell, values: dict[str, str], fields: Fields, words: str, expected: list[str]) -> None:
    sh.positional = ["p q", "", "r"]
    values.update(s="1 2", HOME="/ho me")
    assert fields(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('"${@-a b}"', ["a b"]),
        ("${@-a b}", ["a", "b"]),
        ('"${@+x}"', []),
        ('"${@-}"', [""]),
        ('${1+"$@"}', []),
        ('"${u-$@}"', [""]),
        ('"${u+$@}"', [""]),
        ("\"${u-$@}\"''", [""]),
        ('"${*-a b}"', ["a b"]),
        ('"$@${u-}"', [""]),
    ],
)
def test_operators_without_positional_parameters(fields: Fields, words: str, expected: list[str]) -> None:
    assert fields(words) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", ""),
        ("lit", "lit"),
        ("$x", "a  *"),
        ('"$x"', "a  *"),
        ("lit$x.$x", "lita  *.a  *"),
        ("$x$y'q'$x$y", "a  *yqa  *y"),
        ("$@", "1 2  3"),
        ('"$@"', "1 2  3"),
        ("$*", "1:2 :3"),
        ('"$*"', "1:2 :3"),
        ("a$@b", "a1 2  3b"),
        ("${u:-$*}", "1:2 :3"),
        ('${u:-"a  b" *}', "a  b *"),
        ("${@-none}", "1 2  3"),
        ("${*+some}", "some"),
        ("${@#1}", " 2  3"),
        ("~/a:~", "/h/a:/h"),
        ("$(echo a)$((1+1))", "a2"),
    ],
)
def test_text(sh: Shell, values: dict[str, str], text: Text, value: str, expected: str) -> None:
    sh.positional = ["1", "2 ", "3"]
    values.update(x="a  *", y="y", HOME="/h", IFS=":")
    assert text(value) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("a*b", "a*b"),
        ("'a*b'", "a\\*b"),
        ("$x", "*[x]\\y"),
        ('"$x"', "\\*\\[x\\]\\\\y"),
        ('[$x"]"]', "[*[x]\\y\\]]"),
        ('${u:-*"*"}', "*\\*"),
        ('"${u:-*}"', "\\*"),
        ("${x:+$x}", "*[x]\\y"),
        ("~/*", "/h\\*/*"),
        ("'a-b'", "a\\-b"),
    ],
)
def test_pattern(values: dict[str, str], pattern: Text, word: str, expected: str) -> None:
    values.update(x="*[x]\\y", HOME="/h*")
    assert pattern(word) == expected


@pytest.mark.parametrize(
    ("word", "text", "field"),
    [
        (Word(()), "", None),
        (Word((Literal("a"),)), "a", "a"),
        (Word((Literal("a*"),)), "a*", None),
        (Word((Literal("a*", True),)), "a*", "a*"),
        (Word((Literal("["),)), "[", "["),
        (Word((Literal("[a"), Literal("]", True))), "[a]", "[a]"),
        (Word((Literal("["), Literal("a", True), Literal("]"))), "[a]", None),
        (Word((Literal("", True),)), "", ""),
        (Word((Literal("a"), Parameter("x"))), None, None),
    ],
)
def test_what_is_static(word: Word, text: str | None, field: str | None) -> None:
    assert static_text(word) == text
    assert static_field(word) == field


def declaration(sh: Shell, text: str) -> list[str]:
    command = parse_program(text + "\n", Source("test")).items[0].command
    assert isinstance(command, SimpleCommand)
    return compile_declaration_fields(command.words, sh)()


def test_assignments_of_a_declaration_are_not_split(sh: Shell, values: dict[str, str]) -> None:
    values.update(x="1 2", HOME="/h")
    assert declaration(sh, "export a=$x b='*'$x c=~:~ $x \"d\"=$x") == [
        "export",
        "a=1 2",
        "b=*1 2",
        "c=/h:/h",
        "1",
        "2",
        "d=1",
        "2",
    ]


def test_each_call_gives_a_new_list(sh: Shell) -> None:
    run = compile_fields((Word((Literal("a"),)), Word((Literal("b"),))), sh)
    run().append("c")
    assert run() == ["a", "b"]


def test_a_closure_sees_what_changed_since_it_was_made(sh: Shell, values: dict[str, str]) -> None:
    run = compile_fields((Word((Parameter("x"),)), Word((Parameter("@", quoted=True),))), sh)
    assert run() == []
    values["x"] = "1:2"
    sh.positional = ["a"]
    assert run() == ["1:2", "a"]
    values["IFS"] = ":"
    assert run() == ["1", "2", "a"]


def test_words_of_operators_are_expanded_only_when_used(sh: Shell, values: dict[str, str], fields: Fields) -> None:
    values["x"] = "x"
    assert fields("${x-$(echo no)} ${x:=$(echo no)} ${u+$(echo no)} ${u-$(echo yes)}") == ["x", "x", "yes"]
    assert sh.interpreter.calls == 1  # type: ignore[attr-defined]


def test_a_substitution_is_run_once_though_its_result_is_split(sh: Shell, fields: Fields) -> None:
    assert fields("a$(echo '1 2')'b'") == ["a1", "2b"]
    assert sh.interpreter.calls == 1  # type: ignore[attr-defined]


def test_deep_nesting_of_operators(sh: Shell) -> None:
    word = Word((Literal("a b"),))
    for _ in range(150):
        word = Word((Parameter("u", "-", word), CommandSubstitution(program("echo '' x"), True)))
    assert compile_fields((word,), sh)()[0] == "a"


def program(text: str) -> List:
    return parse_program(text + "\n", Source("test"))


def test_any_character_may_be_in_a_value(values: dict[str, str], fields: Fields) -> None:
    everything = "".join(map(chr, range(1, 256))) + "\udc80\udcff\U0010ffff"
    values.update(x=everything, IFS="")
    assert fields('"$x" a"$x"b ${u-"$x"}') == [everything, f"a{everything}b", everything]


def test_large_values_cost_no_more_than_their_size(values: dict[str, str], fields: Fields) -> None:
    values["x"] = "word " * 400_000
    assert len(fields('a$x"b"')) == 400_001
    assert len(fields('"$x$x$x$x$x"')[0]) == 10_000_000
