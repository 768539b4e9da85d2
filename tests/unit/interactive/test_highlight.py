"""The colours of a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from prompt_toolkit.document import Document

from minishell.interactive.highlight import ShellLexer
from minishell.shell import Shell


def coloured(sh: Shell, text: str) -> list[list[tuple[str, str]]]:
    """The pieces of each line that have a colour."""
    lines = ShellLexer(sh).lex_document(Document(text))
    count = text.count("\n") + 1
    shown = [[(style.removeprefix("class:shell."), run) for style, run, *_ in lines(number)] for number in range(count)]
    assert "\n".join(["".join([run for _, run in line]) for line in shown]) == text
    return [[piece for piece in line if piece[0]] for line in shown]


@pytest.fixture(autouse=True)
def program(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "tool").write_text("")
    (tmp_path / "bin" / "tool").chmod(0o755)
    (tmp_path / "file").write_text("")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [[]]),
        ("tool", [[("command", "tool")]]),
        ("nosuch", [[("unknown", "nosuch")]]),
        ("echo -n x", [[("command", "echo"), ("option", "-n")]]),
        ("a\\b", [[("command", "a\\b")]]),
        ("echo 'a\nb'", [[("command", "echo"), ("string", "'a")], [("string", "b'")]]),
        ("if :; then", [[("keyword", "if"), ("command", ":"), ("operator", ";"), ("keyword", "then")]]),
        ("x=1 tool", [[("assignment", "x="), ("command", "tool")]]),
        (": >o # c", [[("command", ":"), ("redirection", ">"), ("comment", "# c")]]),
        (": $HOME", [[("command", ":"), ("parameter", "$HOME")]]),
    ],
)
def test_kinds(sh: Shell, text: str, expected: list[list[tuple[str, str]]]) -> None:
    assert coloured(sh, text) == expected


def test_functions_and_aliases_are_commands(sh: Shell) -> None:
    sh.aliases["ll"] = "ls -l"
    assert coloured(sh, "ll") == [[("command", "ll")]]
    sh.aliases.clear()
    assert coloured(sh, "ll") == [[("unknown", "ll")]]


def test_an_unclosed_quote_is_an_error(sh: Shell) -> None:
    assert coloured(sh, ": 'a") == [[("command", ":"), ("error", "'"), ("string", "a")]]


def test_paths_that_exist(sh: Shell, tmp_path: Path) -> None:
    lexer_text = f": {tmp_path}/file {tmp_path}/none"
    assert coloured(sh, lexer_text)[0][1:] in ([("path", f"{tmp_path}/file")], [])


def test_files_on_slow_file_systems_are_not_looked_at(sh: Shell, tmp_path: Path) -> None:
    lexer = ShellLexer(sh)
    lexer._mounts = [(str(tmp_path), False), ("/", True)]
    text = f"{tmp_path}/nosuch {tmp_path}/file"
    assert [style for style, _ in lexer.lex_document(Document(text))(0)] == ["class:shell.command", "", ""]
    lexer.forget()
    lexer._mounts = [("/", True)]
    assert [style for style, _ in lexer.lex_document(Document(text))(0)] == ["class:shell.unknown", "", "class:shell.path"]


def test_a_very_long_text_is_shown_without_colours(sh: Shell) -> None:
    assert coloured(sh, "tool " * 5000) == [[]]
