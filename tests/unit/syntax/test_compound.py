"""Compound commands and functions."""

from __future__ import annotations

import pytest

from minishell.errors import ScriptSyntaxError
from minishell.source import Source
from minishell.syntax.nodes import (
    BraceGroup,
    CaseCommand,
    CaseItem,
    ForLoop,
    FunctionDefinition,
    IfCommand,
    List,
    ListItem,
    Literal,
    Pipeline,
    Redirected,
    Redirection,
    SimpleCommand,
    Subshell,
    WhileLoop,
    Word,
)
from minishell.syntax.parser import parse_program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.syntax.nodes import Command


def only(text: str) -> Command:
    (item,) = parse_program(text, Source("test")).items
    return item.command


def word(text: str) -> Word:
    return Word((Literal(text),))


def simple(*words: str) -> SimpleCommand:
    return SimpleCommand((), tuple(map(word, words)))


def body(*names: str) -> List:
    return List(tuple(ListItem(simple(name)) for name in names))


OUTPUT = (Redirection(1, ">", word("f")),)


def test_brace_group() -> None:
    assert only("{ a; b; }") == BraceGroup(body("a", "b"))
    assert only("{\na\n\nb\n}") == BraceGroup(body("a", "b"))


def test_braces_are_reserved_only_in_command_position() -> None:
    assert only("echo { }") == simple("echo", "{", "}")
    assert only("{a") == simple("{a")


def test_subshell() -> None:
    assert only("(a;b)") == Subshell(body("a", "b"))
    assert only("((a))") == Subshell(List((ListItem(Subshell(body("a"))),)))


def test_if() -> None:
    assert only("if a; then b; fi") == IfCommand(((body("a"), body("b")),), None)
    assert only("if a\nthen b\nelif c; then d\nelse e\nfi") == IfCommand(
        ((body("a"), body("b")), (body("c"), body("d"))), body("e")
    )


def test_a_reserved_word_may_follow_a_compound_command_directly() -> None:
    assert only("if (a) then (b) fi") == IfCommand(
        ((List((ListItem(Subshell(body("a"))),)), List((ListItem(Subshell(body("b"))),))),), None
    )


def test_while_and_until() -> None:
    assert only("while a; do b; done") == WhileLoop(body("a"), body("b"))
    assert only("until a\ndo b\ndone") == WhileLoop(body("a"), body("b"), True)


@pytest.mark.parametrize("head", ["for x\ndo", "for x do", "for x; do", "for x;\n\ndo"])
def test_for_without_in(head: str) -> None:
    assert only(f"{head} b; done") == ForLoop("x", None, body("b"))


@pytest.mark.parametrize("head", ["for x in a do; do", "for x in a do\ndo", "for x\n\nin a do;\ndo"])
def test_for_with_words(head: str) -> None:
    assert only(f"{head} b; done") == ForLoop("x", (word("a"), word("do")), body("b"))


def test_for_with_no_words() -> None:
    assert only("for in in; do b; done") == ForLoop("in", (), body("b"))


def test_case() -> None:
    assert only("case x in esac") == CaseCommand(word("x"), ())
    assert only("case x in a|b) c;; (d) ;; esac") == CaseCommand(
        word("x"), (CaseItem((word("a"), word("b")), body("c")), CaseItem((word("d"),), List(())))
    )
    assert only("case in\nin\n in) a ;& *) b\n esac") == CaseCommand(
        word("in"), (CaseItem((word("in"),), body("a"), ";&"), CaseItem((word("*"),), body("b")))
    )


def test_esac_is_a_pattern_after_a_parenthesis() -> None:
    assert only("case x in (esac) a;; esac") == CaseCommand(word("x"), (CaseItem((word("esac"),), body("a")),))
    assert only("case x in a|esac) b;; esac") == CaseCommand(word("x"), (CaseItem((word("a"), word("esac")), body("b")),))


def test_redirections_of_a_compound_command() -> None:
    assert only("{ a; } >f") == Redirected(BraceGroup(body("a")), OUTPUT)
    assert only("while a; do b; done>f | c") == Pipeline((Redirected(WhileLoop(body("a"), body("b")), OUTPUT), simple("c")))


def test_functions() -> None:
    assert only("f() { a; }") == FunctionDefinition("f", BraceGroup(body("a")))
    assert only("f ( )\n\n(a) >f") == FunctionDefinition("f", Redirected(Subshell(body("a")), OUTPUT))
    assert only("f() if a; then b; fi") == FunctionDefinition("f", IfCommand(((body("a"), body("b")),), None))


def test_the_function_word() -> None:
    assert only("function f { a; }") == FunctionDefinition("f", BraceGroup(body("a")))
    assert only("function f() { a; }") == FunctionDefinition("f", BraceGroup(body("a")))
    assert only("function") == simple("function")


def test_reserved_words_are_words_elsewhere() -> None:
    assert only("echo if then fi do done esac") == simple("echo", "if", "then", "fi", "do", "done", "esac")
    assert only("\\if") == SimpleCommand((), (Word((Literal("i", True), Literal("f"))),))
    assert only(">f if") == SimpleCommand((), (word("if"),), OUTPUT)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{ }", "expected a command before '}'"),
        ("()", "expected a command before ')'"),
        ("if then b; fi", "expected a command before 'then'"),
        ("if a; then fi", "expected a command before 'fi'"),
        ("while a; do done", "expected a command before 'done'"),
        ("while a; do b; fi", "expected 'done' to end the 'while' of line 1, found 'fi'"),
        ("if a; do", "expected 'then' to follow the 'if' of line 1, found 'do'"),
        ("for 1 in a; do b; done", "expected a variable's name after 'for', found '1'"),
        ("for x in a do b; done", "expected 'do' to follow the 'for' of line 1, found 'done'"),
        ("for x y", "expected 'do' to follow the 'for' of line 1, found 'y'"),
        ("case a b", "expected 'in' to follow the 'case' of line 1, found 'b'"),
        ("case a in b c) d;; esac", "expected ')' or '|' after a pattern, found 'c'"),
        ("case a in ) d;; esac", "expected a pattern in the 'case' of line 1, found ')'"),
        ("case a in b) c;; ;; esac", "expected a pattern in the 'case' of line 1, found ';;'"),
        ("{ a; } b", "expected an operator or a newline after a compound command, found a word"),
        ("f() a", "expected a compound command as the body of the function 'f', found 'a'"),
        ("f(a) { b; }", "expected ')' after 'f(', found 'a'"),
        ("if() { a; }", "expected a command before ')'"),
        ("function if { a; }", "'if' is a reserved word and cannot name a function"),
    ],
)
def test_errors(text: str, message: str) -> None:
    with pytest.raises(ScriptSyntaxError) as caught:
        only(text)
    assert caught.value.message == f"syntax error: {message}"
    assert not caught.value.incomplete
