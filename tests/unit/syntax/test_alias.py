"""Alias substitution (2.3.1): each text means the same as another one without aliases."""

from __future__ import annotations

import pytest

from minishell.source import Source
from minishell.syntax.parser import Parser, parse_program


@pytest.mark.parametrize(
    ("aliases", "text", "same_as"),
    [
        ({"a": "b c"}, "a d", "b c d"),
        ({"a": "b"}, "x a; a | a && a", "x a; b | b && b"),
        ({"a": "a b"}, "a", "a b"),
        ({"a": "b", "b": "a"}, "a; b", "a; b"),
        ({"a": "b", "b": "c"}, "a", "c"),
        ({"a": "b"}, "'a'; \\a; a\"\"", "'a'; \\a; a''"),
        ({"a": ""}, "a b", "b"),
        ({"a": "b "}, "a a", "b b"),
        ({"a": "b ", "c": "d ", "e": "f"}, "a c e e", "b d f e"),
        ({"a": "b", "c": "d"}, "a c", "b c"),
        ({"a": "b\t", "c": "d"}, "a c", "b d"),
        ({"a": "b"}, "x=1 a", "x=1 b"),
        ({"a": "b"}, ">f a", ">f b"),
        ({"a": "x=1"}, "a b", "x=1 b"),
        ({"a": ">f "}, "a b", ">f b"),
        ({"if": "x"}, "if a; then b; fi", "if a; then b; fi"),
        ({"when": "if", "end": "fi"}, "when a; then b; end", "if a; then b; fi"),
        ({"run": "do"}, "for x in a; run b; done", "for x in a; do b; done"),
        ({"run": "do"}, "while a; run b; done", "while a; do b; done"),
        ({"begin": "{", "end": "}"}, "begin a; end", "{ a; }"),
        ({"not": "!"}, "not a | b", "! a | b"),
        ({"a": "b\nc"}, "a d", "b\nc d"),
        ({"a": "if b; then"}, "a c; fi", "if b; then c; fi"),
        ({"a": "echo 'x"}, "a y'", "echo 'x y'"),
        ({"a": "echo >"}, "a>f", "echo >>f"),
        ({"a": "b &"}, "a& c", "b && c"),
        ({"a": "b #"}, "a c\nd", "b\nd"),
        ({"a": "cat <<E"}, "a\nx\nE\nb", "cat <<E\nx\nE\nb"),
        ({"a": "b"}, 'echo $(a) "$(a)"', 'echo $(b) "$(b)"'),
        ({"a": "b"}, "echo `a`", "echo `b`"),
        ({"a": "b"}, "echo $((a) | a)", "echo $((b) | b)"),
        ({"a": "b"}, "case a in a) a;; esac", "case a in a) b;; esac"),
        ({"a": "b"}, "for a in a; do a; done", "for a in a; do b; done"),
        ({"f": "g"}, "f() { x; }", "g() { x; }"),
        ({"a": "b\\"}, "a\nc", "b\\\nc"),
        ({"-": "b"}, "-", "b"),
    ],
)
def test_substitution(aliases: dict[str, str], text: str, same_as: str) -> None:
    assert parse_program(text, Source("test"), aliases) == parse_program(same_as, Source("test"))


def test_an_alias_defined_by_a_command_is_known_in_the_next() -> None:
    aliases: dict[str, str] = {}
    parser = Parser(iter(("alias a=b\na\n", "", "")).__next__, Source("test"), aliases)
    parser.complete_command()
    aliases["a"] = "b"
    assert parser.complete_command() == parse_program("b", Source("test"))


def test_lines_keep_their_numbers() -> None:
    program = parse_program("a\na\nc\n", Source("test"), {"a": "b\nb"})
    assert [item.line for item in program.items][-1] == 3


def test_many_substitutions_in_a_long_text() -> None:
    text = "a x\n" * 5000
    assert parse_program(text, Source("test"), {"a": "b"}) == parse_program(text.replace("a", "b"), Source("test"))
