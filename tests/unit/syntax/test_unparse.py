"""The tree as text."""

from __future__ import annotations

import pytest

from minishell.source import Source
from minishell.syntax.nodes import FunctionDefinition
from minishell.syntax.parser import parse_program
from minishell.syntax.unparse import pretty, unparse, unparse_brief, unparse_function, unparse_program


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("echo  a   b # c", "echo a b"),
        ("a;b\nc", "a; b; c"),
        ("a&b &", "a & b &"),
        ("a&&b||c", "a && b || c"),
        ("! a|b", "! a | b"),
        ("x=1 y= a >f 2>>g 3<&- <<<h".replace(" <<<h", ""), "x=1 y= a >f 2>>g 3<&-"),
        (">f a", "a >f"),
        (">f if", ">f if"),
        ("0<f 1>g 1<h", "<f >g 1<h"),
        ("{ a\nb\n}", "{ a; b; }"),
        ("{ a& }", "{ a & }"),
        ("(a;b)>f", "(a; b) >f"),
        ("((a))", "( (a))"),
        ("if a;then b;elif c;then d;else e;fi", "if a; then b; elif c; then d; else e; fi"),
        ("while a;do b;done", "while a; do b; done"),
        ("until a;do b& done", "until a; do b & done"),
        ("for i do a;done", "for i; do a; done"),
        ("for i in;do a;done", "for i in; do a; done"),
        ("for i in 1 2\ndo a;done", "for i in 1 2; do a; done"),
        ("case x in a|b)c;;(d)e;& f);; esac", "case x in a | b) c;; d) e;& f) ;; esac"),
        ("case x in (esac) a;; esac", "case x in (esac) a;; esac"),
        ("f () { a; } >g", "f() { a; } >g"),
        ("function f { a; }", "f() { a; }"),
        ("echo \"a b\" 'c' \\d", "echo 'a b' 'c' 'd'"),
        ('echo "it\'s" ""', "echo \"it's\" ''"),
        ("echo $a ${a} ${10} ${a}b ${a}.b ${1}0", "echo $a $a ${10} ${a}b $a.b ${1}0"),
        ('echo "a ${b}c" "$@"', 'echo "a ${b}c" "$@"'),
        ("echo ${a:-b c} ${#a} ${a##*/}", "echo ${a:-b c} ${#a} ${a##*/}"),
        ('echo "${a:-"b}"}" "${a#\'b\'}"', 'echo "${a:-b\\}}" "${a#\'b\'}"'),
        ('echo "${#-""}"', 'echo "${#-""}"'),
        ("echo ${a!}", "echo ${a!}"),
        ("echo `a` $(b) $( (c) ) $()", "echo $(a) $(b) $( (c)) $()"),
        ('echo $((1+2)) "$((a))"', 'echo $((1+2)) "$((a))"'),
        ("echo 'a\nb'", "echo $'a\\nb'"),
        ("echo ~ ~a/b x=~", "echo ~ ~a/b x=~"),
        ("echo a\\\nb", "echo ab"),
        ("echo $ $,", "echo '$' '$',"),
    ],
)
def test_one_line(text: str, expected: str) -> None:
    program = parse_program(text, Source("test"))
    assert unparse(program) == expected
    assert parse_program(expected, Source("test")) == program


@pytest.mark.parametrize(
    ("text", "expected", "brief"),
    [
        ("cat <<E\na $b\\$\nE\n", "cat <<E\na $b\\$\nE\n", "cat <<E"),
        ("cat <<'E'; b\n$a\nE\n", "cat <<'E'\n$a\nE\nb", "cat <<'E'; b"),
        ("cat <<E | b\na\nE\n", "cat <<E | b\na\nE\n", "cat <<E | b"),
        ("{ cat <<-E\n\ta\nE\n}", "{ cat <<-E\na\n\tE\n}", "{ cat <<-E; }"),
        ("echo $(cat <<E\na\nE\n)", "echo $(cat <<E\na\nE\n)", "echo $(cat <<E)"),
        ("while cat <<E; do b; done\na\nE\n", "while cat <<E\na\nE\ndo b; done", "while cat <<E; do b; done"),
        ("(cat <<A <<B)\na\nA\nb\nB\n", "(cat <<A <<B\na\nA\nb\nB\n)", "(cat <<A <<B)"),
        ("case x in y) cat <<E;; esac\na\nE\n", "case x in y) cat <<E\na\nE\n;; esac", "case x in y) cat <<E;; esac"),
    ],
)
def test_here_documents(text: str, expected: str, brief: str) -> None:
    program = parse_program(text, Source("test"))
    assert unparse(program) == expected
    assert unparse_brief(program) == brief
    assert parse_program(expected, Source("test")) == program


def test_a_program_ends_with_a_newline() -> None:
    assert unparse_program(parse_program("a;b", Source("test"))) == "a; b\n"
    assert unparse_program(parse_program("cat <<E\nE\n", Source("test"))) == "cat <<E\nE\n"


def test_a_function() -> None:
    definition = parse_program("f() { a && b\n}", Source("test")).items[0].command
    assert isinstance(definition, FunctionDefinition)
    assert unparse_function(definition) == "f() { a && b; }"


def test_pretty() -> None:
    text = (
        "f() { if a; then b; else c; fi; for i in 1 2; do d & done; "
        "case x in a) b; c;; *) ;; esac; cat <<E\nx\nE\nwhile (a; b); do 'c\nd'; done; }"
    )
    expected = """\
f() {
    if a; then
        b
    else
        c
    fi
    for i in 1 2; do
        d &
    done
    case x in
        a)
            b
            c
        ;;
        *) ;;
    esac
    cat <<E
x
E
    while (a; b); do
        'c
d'
    done
}"""
    program = parse_program(text, Source("test"))
    assert pretty(program) == expected
    assert parse_program(expected, Source("test")) == program
