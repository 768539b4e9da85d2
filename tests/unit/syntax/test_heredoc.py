"""Here-documents."""

from __future__ import annotations

import pytest

from minishell.source import Source
from minishell.syntax.nodes import (
    AndOrList,
    CommandSubstitution,
    HereDocument,
    List,
    Literal,
    Parameter,
    Redirected,
    Redirection,
    SimpleCommand,
    WhileLoop,
    Word,
)
from minishell.syntax.parser import parse_program


def parse(text: str) -> List:
    return parse_program(text, Source("test"))


def document(text: str) -> HereDocument:
    """The here-document of the first command of *text*."""
    command = parse(text).items[0].command
    assert isinstance(command, SimpleCommand)
    target = command.redirections[0].target
    assert isinstance(target, HereDocument)
    return target


def quoted(text: str) -> Literal:
    return Literal(text, True)


def test_a_plain_body() -> None:
    assert document("cat <<E\na\n b\nE\nc\n") == HereDocument(Word((quoted("a\n b\n"),)), "E", False, False)


def test_an_empty_body() -> None:
    assert document("cat <<E\nE\n") == HereDocument(Word(()), "E", False, False)


def test_a_body_is_read_like_text_in_double_quotes() -> None:
    assert document('cat <<E\n"$a\'\\$\\"\\\\ ~\nE\n').body == Word(
        (quoted('"'), Parameter("a", quoted=True), quoted("'$\\\"\\ ~\n"))
    )


def test_expansions_in_a_body() -> None:
    assert document('cat <<E\n${a-"b"}$(c)\nE\n').body.parts[0] == Parameter("a", "-", Word((quoted("b"),)), True)


@pytest.mark.parametrize("delimiter", ["'E'", '"E"', "\\E", "E''", "$'E'"])
def test_a_quoted_delimiter(delimiter: str) -> None:
    assert document(f"cat <<{delimiter}\n$a\\\nE\n") == HereDocument(Word((quoted("$a\\\n"),)), "E", True, False)


def test_odd_delimiters() -> None:
    assert document("cat <<'a b'\nx\na b\n").delimiter == "a b"
    assert document("cat << $x\nx\n$x\n") == HereDocument(Word((quoted("x\n"),)), "$x", False, False)
    assert document("cat <<''\nx\n\ny\n") == HereDocument(Word((quoted("x\n"),)), "", True, False)
    assert document("cat <<E>f\nx\nE\n").delimiter == "E"


def test_tabs_are_stripped() -> None:
    assert document("cat <<-E\n\t\ta\n\t b\tc\n\tE\n") == HereDocument(Word((quoted("a\n b\tc\n"),)), "E", False, True)
    assert document("cat <<- 'E'\n\t$a\n\tE\n") == HereDocument(Word((quoted("$a\n"),)), "E", True, True)


def test_line_continuation_in_a_body() -> None:
    assert document("cat <<E\na\\\nE\nE\n").body == Word((quoted("aE\n"),))
    assert document("cat <<E\na\\\\\nE\n").body == Word((quoted("a\\\n"),))
    assert document("cat <<E\na\nE\\\nF\nE\n").body == Word((quoted("a\nEF\n"),))
    assert document("cat <<EF\na\nE\\\nF\n").body == Word((quoted("a\n"),))
    assert document("cat <<-E\n\ta\\\n\tb\n\tE\n").body == Word((quoted("a\tb\n"),))


def test_several_on_one_line() -> None:
    command = parse("cat <<A 3<<B\na\nA\nb\nB\n").items[0].command
    assert isinstance(command, SimpleCommand)
    assert command.redirections == (
        Redirection(0, "<<", HereDocument(Word((quoted("a\n"),)), "A", False, False)),
        Redirection(3, "<<", HereDocument(Word((quoted("b\n"),)), "B", False, False)),
    )


def test_the_line_goes_on_after_the_delimiter() -> None:
    command = parse("cat <<A &&\na\nA\nb\n").items[0].command
    assert isinstance(command, AndOrList)
    assert command.rest[0][1] == SimpleCommand((), (Word((Literal("b"),)),))


def test_inside_a_compound_command() -> None:
    command = parse("while cat <<A; do\na\nA\nb\ndone <<B\nc\nB\n").items[0].command
    assert isinstance(command, Redirected)
    assert isinstance(command.command, WhileLoop)
    assert command.redirections == (Redirection(0, "<<", HereDocument(Word((quoted("c\n"),)), "B", False, False)),)


def test_inside_a_substitution() -> None:
    command = parse("echo $(cat <<A\na)\nA\n) b\n").items[0].command
    assert isinstance(command, SimpleCommand)
    assert len(command.words) == 3
    (part,) = command.words[1].parts
    assert isinstance(part, CommandSubstitution)
    inner = part.program.items[0].command
    assert isinstance(inner, SimpleCommand)
    assert inner.redirections[0].target == HereDocument(Word((quoted("a)\n"),)), "A", False, False)


def test_bodies_that_a_substitution_did_not_have_follow_its_line() -> None:
    command = parse("cat <<A $(cat <<B)\n1\nA\n2\nB\n").items[0].command
    assert isinstance(command, SimpleCommand)
    assert command.redirections[0].target == HereDocument(Word((quoted("1\n"),)), "A", False, False)
    (part,) = command.words[1].parts
    assert isinstance(part, CommandSubstitution)
    inner = part.program.items[0].command
    assert isinstance(inner, SimpleCommand)
    assert inner.redirections[0].target == HereDocument(Word((quoted("2\n"),)), "B", False, False)


def test_the_end_of_the_input_ends_a_body() -> None:
    assert document("cat <<E\na\n").body == Word((quoted("a\n"),))
    assert document("cat <<E").body == Word(())


def test_lines_go_on_after_a_body() -> None:
    assert [item.line for item in parse("cat <<E\na\nb\nE\nc\n").items] == [1, 5]


def test_a_body_in_pieces() -> None:
    from minishell.syntax.parser import Parser

    lines = ["cat <<E\n", "a\n", "E\n", "b\n"]
    parser = Parser(lambda: lines.pop(0) if lines else "", Source("test"))
    first = parser.complete_command()
    assert first is not None
    assert first == parse("cat <<E\na\nE\n")
    second = parser.complete_command()
    assert second is not None
    assert second.items[0].line == 4
