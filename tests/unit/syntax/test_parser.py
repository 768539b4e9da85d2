"""Programs, lists, pipelines, simple commands, and what is read when."""

from __future__ import annotations

import pytest

from minishell.errors import ScriptSyntaxError
from minishell.source import Source
from minishell.syntax.nodes import (
    AndOrList,
    Assignment,
    List,
    ListItem,
    Literal,
    Parameter,
    Pipeline,
    Redirection,
    SimpleCommand,
    Tilde,
    Word,
)
from minishell.syntax.parser import Parser, parse_program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.syntax.nodes import Command


def parse(text: str, is_strict: bool = False) -> List:
    return parse_program(text, Source("test"), is_strict=is_strict)


def only(text: str) -> Command:
    (item,) = parse(text).items
    return item.command


def words_of(text: str) -> tuple[Word, ...]:
    command = only(text)
    assert isinstance(command, SimpleCommand)
    return command.words


def simple(*words: str) -> SimpleCommand:
    return SimpleCommand((), tuple(Word((Literal(word),)) for word in words))


def error(text: str, is_strict: bool = False) -> ScriptSyntaxError:
    with pytest.raises(ScriptSyntaxError) as caught:
        parse(text, is_strict)
    return caught.value


def test_words_of_a_simple_command() -> None:
    assert only("echo hello  world\n") == simple("echo", "hello", "world")


def test_an_empty_program() -> None:
    assert parse("") == List(())
    assert parse("\n \n# nothing\n") == List(())


def test_a_comment_ends_a_command() -> None:
    assert only("echo a#b # c\n") == simple("echo", "a#b")


def test_lists() -> None:
    assert parse("a; b & c\nd") == List(
        (ListItem(simple("a")), ListItem(simple("b"), True), ListItem(simple("c")), ListItem(simple("d")))
    )


def test_and_or_lists_continue_after_newlines() -> None:
    assert only("a &&\n\n b ||c") == AndOrList(simple("a"), (("&&", simple("b")), ("||", simple("c"))))


def test_pipelines() -> None:
    assert only("a | b|\n# why\nc") == Pipeline((simple("a"), simple("b"), simple("c")))


def test_negated_pipelines() -> None:
    assert only("! a") == Pipeline((simple("a"),), True)
    assert only("! a | b && c") == AndOrList(Pipeline((simple("a"), simple("b")), True), (("&&", simple("c")),))


def test_an_exclamation_mark_is_reserved_only_as_a_word() -> None:
    assert only("!a") == simple("!a")
    assert only("echo !") == simple("echo", "!")


def test_assignments_stand_before_the_name() -> None:
    assert only("a=1 b= c d=2") == SimpleCommand(
        (Assignment("a", Word((Literal("1"),))), Assignment("b", Word(()))), (Word((Literal("c"),)), Word((Literal("d=2"),)))
    )


@pytest.mark.parametrize("word", ["1a=b", "=b", "a-b=c", "./a=b"])
def test_no_assignment_without_a_name(word: str) -> None:
    assert only(word) == simple(word)


def test_a_quoted_name_is_no_assignment() -> None:
    assert only('"a"=b') == SimpleCommand((), (Word((Literal("a", True), Literal("=b"))),))


def test_tildes_in_assignments() -> None:
    assert only("a=~/x:~b:c~") == SimpleCommand(
        (Assignment("a", Word((Tilde(""), Literal("/x:"), Tilde("b"), Literal(":c~")))),), ()
    )
    assert only('a=b":"~') == SimpleCommand((Assignment("a", Word((Literal("b"), Literal(":", True), Literal("~")))),), ())


def test_operands_of_declaration_utilities_have_tildes_as_assignments_have() -> None:
    value = Word((Literal("a="), Tilde(""), Literal(":"), Tilde("b")))
    assert only("export a=~:~b") == SimpleCommand((), (Word((Literal("export"),)), value))
    assert words_of("command readonly a=~:~b")[2] == value
    assert only("echo a=~:~b") == simple("echo", "a=~:~b")
    assert only("command echo a=~") == simple("command", "echo", "a=~")


def test_redirections() -> None:
    target = Word((Literal("f"),))
    for text, fd, operator in (
        ("<f", 0, "<"),
        (">f", 1, ">"),
        (">> f", 1, ">>"),
        (">|f", 1, ">|"),
        ("<>f", 0, "<>"),
        ("<&f", 0, "<&"),
        (">&f", 1, ">&"),
        ("2>f", 2, ">"),
        ("10>f", 10, ">"),
        ("99999999999999999999>f", 2147483647, ">"),
    ):
        assert only(f"a {text}") == SimpleCommand((), (Word((Literal("a"),)),), (Redirection(fd, operator, target),))


def test_digits_are_a_descriptor_only_directly_before_the_operator() -> None:
    assert only("a 2 >f") == SimpleCommand((), simple("a", "2").words, (Redirection(1, ">", Word((Literal("f"),))),))
    assert words_of("a x2>f") == simple("a", "x2").words


def test_a_redirection_alone() -> None:
    assert only(">f") == SimpleCommand((), (), (Redirection(1, ">", Word((Literal("f"),))),))


def test_line_continuation_is_removed_everywhere() -> None:
    assert only("ec\\\nho \\\n  a\\\nb") == simple("echo", "ab")
    assert only("a &\\\n& b") == AndOrList(simple("a"), (("&&", simple("b")),))
    assert only("a 2\\\n>\\\n>f") == SimpleCommand((), simple("a").words, (Redirection(2, ">>", Word((Literal("f"),))),))
    assert only("a $b\\\nc") == SimpleCommand((), (Word((Literal("a"),)), Word((Parameter("bc"),))))


def test_a_backslash_at_the_end_of_the_input_is_literal() -> None:
    assert only("a b\\") == SimpleCommand((), (Word((Literal("a"),)), Word((Literal("b"), Literal("\\", True)))))


def test_nul_bytes_are_ignored() -> None:
    assert only("ec\0ho") == simple("echo")


def test_line_numbers() -> None:
    items = parse("\na\nb \\\nc\n\nd\n").items
    assert [item.line for item in items] == [2, 3, 6]
    assert [item.command.line for item in items if isinstance(item.command, SimpleCommand)] == [2, 3, 6]


def test_the_first_line_is_that_of_the_source() -> None:
    assert parse_program("a", Source("x", 7)).items[0].line == 7


def reader(*pieces: str) -> tuple[Parser, list[str]]:
    """A parser, and the pieces that it did not ask for yet."""
    left = list(pieces)
    return Parser(lambda: left.pop(0) if left else "", Source("test")), left


def test_no_more_is_read_than_is_needed() -> None:
    parser, left = reader("a\n", "if b\n", "then c\n", "fi\n", "d\n")
    assert parser.complete_command() == List((ListItem(simple("a")),))
    assert left == ["if b\n", "then c\n", "fi\n", "d\n"]
    parser.complete_command()
    assert left == ["d\n"]
    parser.complete_command()
    assert parser.complete_command() is None


def test_here_documents_are_read_with_their_command() -> None:
    parser, left = reader("cat <<E\n", "x\n", "E\n", "d\n")
    parser.complete_command()
    assert left == ["d\n"]


def test_blank_lines_do_not_ask_for_more() -> None:
    parser, left = reader("\n", "a\n")
    assert parser.complete_command() == List(())
    assert left == ["a\n"]


def test_blank_lines_that_were_read_are_skipped() -> None:
    parser, _ = reader("\n# x\n\na\n")
    assert parser.complete_command() == List((ListItem(simple("a")),))


def test_the_rest_was_read_and_not_parsed() -> None:
    parser, _ = reader("a\nb\nc\n")
    parser.complete_command()
    assert parser.rest() == "b\nc\n"
    parser.discard()
    assert parser.rest() == ""
    assert parser.complete_command() is None


def test_line_numbers_go_on_after_an_error() -> None:
    parser, _ = reader("fi\n", "a\n")
    with pytest.raises(ScriptSyntaxError):
        parser.complete_command()
    parser.discard()
    command = parser.complete_command()
    assert command is not None
    assert command.items[0].line == 2


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("fi", "'fi' without 'if'", "1:1"),
        ("a\n  done", "'done' without 'do'", "2:3"),
        ("a;;", "';;' without 'case'", "1:2"),
        ("a )", "')' without '('", "1:3"),
        ("; a", "expected a command before ';'", "1:1"),
        ("a ; ; b", "expected a command before ';'", "1:5"),
        ("a & && b", "expected a command before '&&'", "1:5"),
        ("a | ! b", "expected a command after '|', found '!'", "1:5"),
        ("a >", "expected a word after '>', found a newline", "1:4"),
        ("a <<< b", "expected a delimiter after '<<'", "1:5"),
        ("echo (", "expected ')' after 'echo(', found a newline", "1:7"),
        ("echo a (b)", "unexpected '('", "1:8"),
        ("é )", "')' without '('", "1:3"),
    ],
)
def test_errors_say_what_is_wrong_and_where(text: str, message: str, place: str) -> None:
    caught = error(text)
    assert caught.message == f"syntax error: {message}"
    assert str(caught.at) == f"test:{place}"
    assert not caught.incomplete


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a &&", "expected a command after '&&', found end of file"),
        ("a |\n", "expected a command after '|', found end of file"),
        ("x\nwhile a", "expected 'do' to follow the 'while' of line 2, found end of file"),
        ("\n\nwhile a; do\nb", "expected 'done' to end the 'while' of line 3, found end of file"),
        ("if a; then b", "expected 'fi' to end the 'if' of line 1, found end of file"),
        ("{ a", "expected '}' to end the '{' of line 1, found end of file"),
        ("case a in", "expected 'esac' to end the 'case' of line 1, found end of file"),
        ("echo\necho 'a\nb", 'expected "\'" to end the "\'" of line 2, found end of file'),
        ('echo "a\nb', "expected '\"' to end the '\"' of line 1, found end of file"),
        ("echo $(a\n", "expected ')' to end the '$(' of line 1, found end of file"),
        ("echo `a", "expected '`' to end the '`' of line 1, found end of file"),
        ("echo ${a", "expected '}' to end the '${' of line 1, found end of file"),
        ("echo $((1", "expected '))' to end the '$((' of line 1, found end of file"),
    ],
)
def test_what_more_text_may_cure_is_incomplete(text: str, message: str) -> None:
    caught = error(text)
    assert caught.message == f"syntax error: {message}"
    assert caught.incomplete


def test_an_error_inside_backquotes_is_no_incomplete_text() -> None:
    assert not error("echo `if a`").incomplete


def test_only_a_strict_parser_minds_what_the_end_of_input_ends() -> None:
    parse("cat <<E\nx\n")
    parse("a \\\n")
    assert error("cat <<E\nx\n", is_strict=True).message == (
        "syntax error: expected 'E' to end the here-document of line 1, found end of file"
    )
    assert error("cat <<E\n", is_strict=True).incomplete
    assert error("a \\\n", is_strict=True).incomplete
    assert error("a \\", is_strict=True).incomplete
