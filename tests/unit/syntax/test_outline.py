"""What the editor is told of a text."""

from __future__ import annotations

import pytest

from minishell.syntax.outline import is_incomplete, outline, word_at


def kinds(text: str, aliases: dict[str, str] | None = None) -> list[tuple[str, str]]:
    return [(piece.kind, text[piece.start : piece.end]) for piece in outline(text, aliases)]


def test_a_simple_command() -> None:
    assert kinds("A=1 echo hi 2>&1 # c") == [
        ("assignment", "A="),
        ("word", "1"),
        ("command", "echo"),
        ("word", "hi"),
        ("redirection", "2>&"),
        ("word", "1"),
        ("comment", "# c"),
    ]


def test_quotes_and_expansions() -> None:
    assert kinds("echo 'a' \"b $c\"d ${e:-f} $(g) `h` $((1+i))") == [
        ("command", "echo"),
        ("string", "'a'"),
        ("string", '"b '),
        ("parameter", "$c"),
        ("string", '"'),
        ("word", "d"),
        ("parameter", "${e:-"),
        ("word", "f"),
        ("parameter", "}"),
        ("substitution", "$("),
        ("command", "g"),
        ("substitution", ")"),
        ("substitution", "`"),
        ("command", "h"),
        ("substitution", "`"),
        ("arithmetic", "$((1+i))"),
    ]


def test_depth() -> None:
    assert [piece.depth for piece in outline("a $(b $(c))")] == [0, 0, 1, 1, 2, 1, 0]


def test_keywords() -> None:
    assert kinds("if a; then b; fi") == [
        ("keyword", "if"),
        ("command", "a"),
        ("operator", ";"),
        ("keyword", "then"),
        ("command", "b"),
        ("operator", ";"),
        ("keyword", "fi"),
    ]
    assert kinds("for x in if; do a; done")[:4] == [("keyword", "for"), ("word", "x"), ("keyword", "in"), ("word", "if")]
    assert kinds("case a in b|c) d;; esac") == [
        ("keyword", "case"),
        ("word", "a"),
        ("keyword", "in"),
        ("word", "b"),
        ("operator", "|"),
        ("word", "c"),
        ("operator", ")"),
        ("command", "d"),
        ("operator", ";;"),
        ("keyword", "esac"),
    ]


def test_functions() -> None:
    assert kinds("f() { a; }")[:4] == [("function", "f"), ("operator", "("), ("operator", ")"), ("keyword", "{")]
    assert kinds("function f { a; }")[:3] == [("keyword", "function"), ("function", "f"), ("keyword", "{")]


def test_here_documents() -> None:
    assert kinds("cat <<E\na $b\nE\nc") == [
        ("command", "cat"),
        ("redirection", "<<"),
        ("word", "E"),
        ("heredoc", "a "),
        ("parameter", "$b"),
        ("heredoc", "\nE"),
        ("command", "c"),
    ]
    assert kinds("cat <<'E'\n$b\nE\n")[-1] == ("heredoc", "$b\nE")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("fi", "fi"),
        ("a && && b", "&&"),
        ("; a", ";"),
        ("a )", ")"),
        ("a ;; b", ";;"),
        ("{ a; } b", "b"),
        ('echo "a', '"'),
        ("echo 'a", "'"),
        ("echo $(a", "$("),
        ("echo ${a", "${a"),
        ("echo `a", "`"),
        ("while a; fi", "fi"),
    ],
)
def test_errors(text: str, wrong: str) -> None:
    assert [text[piece.start : piece.end] for piece in outline(text) if piece.kind == "error"] == [wrong]


@pytest.mark.parametrize("text", ["a=1; b", "a >f; b", "a &&\nb", "case a in b) ;; esac", "f() (a)", "a & b", "! a"])
def test_no_errors(text: str) -> None:
    assert "error" not in [piece.kind for piece in outline(text)]


def test_aliases() -> None:
    assert kinds("sudo ls", {"sudo": "sudo "}) == [("command", "sudo"), ("command", "ls")]
    assert ("error", "fi") not in kinds("when a; fi", {"when": "if true; then"})


@pytest.mark.parametrize(
    ("text", "kind", "start", "word", "quote", "words"),
    [
        ("", "command", 0, "", "", []),
        ("ec", "command", 0, "ec", "", []),
        ("if", "command", 0, "if", "", []),
        ("a; ", "command", 3, "", "", []),
        ("a | b", "command", 4, "b", "", []),
        ("A=1 b", "command", 4, "b", "", []),
        ("a ", "argument", 2, "", "", ["a"]),
        ("a b\\ c", "argument", 2, "b c", "", ["a"]),
        ("a 'b c' \"d", "argument", 8, "d", '"', ["a", "b c"]),
        ("a 'b c", "argument", 2, "b c", "'", ["a"]),
        ("a b'c d", "argument", 2, "bc d", "'", ["a"]),
        ("a $'b", "argument", 2, "b", "$'", ["a"]),
        ("a >f b", "argument", 5, "b", "", ["a"]),
        ("a >", "target", 3, "", "", []),
        ("a > f", "target", 4, "f", "", []),
        ("a 2>f", "target", 4, "f", "", []),
        ("A=b", "assignment", 2, "b", "", []),
        ("A=/b:/c", "assignment", 5, "/c", "", []),
        ('A="b c', "assignment", 2, "b c", '"', []),
        ("a $b", "parameter", 3, "b", "", ["a"]),
        ("a $", "parameter", 3, "", "", ["a"]),
        ('a "b $c', "parameter", 6, "c", '"', ["a"]),
        ("a ${b", "parameter", 4, "b", "", ["a"]),
        ("a $((b + c", "parameter", 9, "c", "", ["a"]),
        ("a $b/c", "argument", 2, "$b/c", "", ["a"]),
        ("a ~b", "user", 2, "~b", "", ["a"]),
        ("a ~b/c", "argument", 2, "~b/c", "", ["a"]),
        ("a $(b c", "argument", 6, "c", "", ["b"]),
        ('a "$(b', "command", 5, "b", "", []),
        ("a `b c", "argument", 5, "c", "", ["b"]),
        ("for x", "none", 4, "x", "", []),
        ("for x in a", "argument", 9, "a", "", []),
        ("case a", "argument", 5, "a", "", []),
        ("a # b", "none", 5, "", "", []),
        ("cat <<E\nb", "none", 9, "", "", []),
        ("cat <<E\n$b", "parameter", 9, "b", "", []),
        ("a\nb", "command", 2, "b", "", []),
        ("while a; do b", "command", 12, "b", "", []),
    ],
)
def test_the_word_at_the_end(text: str, kind: str, start: int, word: str, quote: str, words: list[str]) -> None:
    found = word_at(text, len(text))
    assert (found.kind, found.start, found.text, found.quote, found.words) == (kind, start, word, quote, words)


def test_only_the_text_before_the_cursor_counts() -> None:
    assert word_at("echo foo bar", 7).text == "fo"


def test_a_braced_name() -> None:
    assert word_at("a ${b", 5).is_braced
    assert not word_at("a $b", 4).is_braced


@pytest.mark.parametrize("text", ["if a", "a &&", "a |", "echo 'a", 'echo "a', "echo $(a", "cat <<E\nb\n", "a \\", "f() {", "{"])
def test_incomplete(text: str) -> None:
    assert is_incomplete(text)


@pytest.mark.parametrize("text", ["", "a", "fi", "a; ; b", "cat <<E\nE\n", "# if", "echo `if`", "a )"])
def test_not_incomplete(text: str) -> None:
    assert not is_incomplete(text)
