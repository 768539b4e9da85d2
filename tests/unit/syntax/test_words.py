"""Words: quoting, tildes, parameters, substitutions."""

from __future__ import annotations

import pytest

from minishell.errors import ScriptSyntaxError
from minishell.source import Source
from minishell.syntax.nodes import (
    ArithmeticExpansion,
    CommandSubstitution,
    List,
    ListItem,
    Literal,
    Parameter,
    SimpleCommand,
    Subshell,
    Tilde,
    Word,
)
from minishell.syntax.parser import parse_program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.syntax.nodes import WordPart


def parts(text: str) -> tuple[WordPart, ...]:
    """The parts of the word after ``echo``."""
    (item,) = parse_program(f"echo {text}", Source("test")).items
    assert isinstance(item.command, SimpleCommand)
    _, word = item.command.words
    return word.parts


def plain(text: str) -> Literal:
    return Literal(text)


def quoted(text: str) -> Literal:
    return Literal(text, True)


def program(*words: str) -> List:
    return List((ListItem(SimpleCommand((), tuple(Word((Literal(word),)) for word in words))),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'a b'", "a b"),
        ("'a\nb'", "a\nb"),
        ("'$a`\\'", "$a`\\"),
        ('"a b"', "a b"),
        ('"a\nb"', "a\nb"),
        ('"\\$\\`\\"\\\\\\a"', '$`"\\\\a'),
        ('"a\\\nb"', "ab"),
        ('"$"', "$"),
        ('"$ a"', "$ a"),
        ('"\'"', "'"),
        ("\\a", "a"),
        ("\\'", "'"),
        ("''", ""),
        ('""\'\'""', ""),
        ("a''", None),
    ],
)
def test_quoting(text: str, expected: str | None) -> None:
    assert parts(text) == ((quoted(expected),) if expected is not None else (plain("a"), quoted("")))


def test_parts_that_touch_are_joined() -> None:
    assert parts("a\\\nb") == (plain("ab"),)
    assert parts("'a'\"b\"\\c") == (quoted("abc"),)
    assert parts("a'b'c") == (plain("a"), quoted("b"), plain("c"))
    assert parts('"$a"""') == (Parameter("a", quoted=True),)
    assert parts('""$a') == (quoted(""), Parameter("a"))


def test_an_empty_string_beside_at_stays() -> None:
    assert parts('"$@"""') == (Parameter("@", quoted=True), quoted(""))


def test_a_lone_dollar_is_a_quoted_literal() -> None:
    assert parts("a$") == (plain("a"), quoted("$"))
    assert parts('$"a"') == (quoted("$a"),)
    assert parts("$,") == (quoted("$"), plain(","))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a b", "a b"),
        ("\\a\\b\\e\\f\\n\\r\\t\\v", "\a\b\x1b\f\n\r\t\v"),
        ("\\\\\\'\\\"\\?", "\\'\"?"),
        ("\\101\\1\\0101", "A\x01\b1"),
        ("\\x41\\x4g", "A\x04g"),
        ("\\303\\251", "é"),
        ("\\xc3\\xa9", "é"),
        ("\\u00e9\\U0001f600\\u41", "é\U0001f600A"),
        ("\\cA\\c?\\c[\\ca", "\x01\x7f\x1b\x01"),
        ("\\c\\\\x", "\x1cx"),
        ("\\xff", "\udcff"),
        ("a\\0b", "a"),
        ("\\q", "\\q"),
        ("a\nb", "a\nb"),
    ],
)
def test_dollar_single_quotes(text: str, expected: str) -> None:
    assert parts(f"$'{text}'") == (quoted(expected),)


def test_dollar_single_quotes_are_plain_inside_double_quotes() -> None:
    assert parts("\"$'a'\"") == (quoted("$'a'"),)


def test_tildes() -> None:
    assert parts("~") == (Tilde(""),)
    assert parts("~/a") == (Tilde(""), plain("/a"))
    assert parts("~ann.b-c/a") == (Tilde("ann.b-c"), plain("/a"))


@pytest.mark.parametrize("text", ["a~", "a=~", "a:~", "~+", "~a:b"])
def test_no_tildes(text: str) -> None:
    assert parts(text) == (plain(text),)


def test_no_tilde_before_a_quoted_or_expanded_part() -> None:
    assert parts('~"a"') == (plain("~"), quoted("a"))
    assert parts("~$a") == (plain("~"), Parameter("a"))
    assert parts("~\\a") == (plain("~"), quoted("a"))
    assert parts('"~"') == (quoted("~"),)


@pytest.mark.parametrize("name", ["a", "_b1", "1", "@", "*", "#", "?", "-", "$", "!", "0"])
def test_parameters(name: str) -> None:
    assert parts(f"${name}") == (Parameter(name),)
    assert parts(f"${{{name}}}") == (Parameter(name),)
    assert parts(f'"x${name}"') == (quoted("x"), Parameter(name, quoted=True))
    assert parts(f"${{#{name}}}") == (Parameter(name, "length"),)
    assert parts(f"${{{name}:-w}}") == (Parameter(name, ":-", Word((plain("w"),))),)


def test_positional_parameters_of_more_than_one_digit() -> None:
    assert parts("$10") == (Parameter("1"), plain("0"))
    assert parts("${10}") == (Parameter("10"),)
    assert parts("${01}") == (Parameter("1"),)


@pytest.mark.parametrize("operator", ["-", ":-", "=", ":=", "?", ":?", "+", ":+", "%", "%%", "#", "##"])
def test_operators(operator: str) -> None:
    assert parts(f"${{a{operator}b}}") == (Parameter("a", operator, Word((plain("b"),))),)
    assert parts(f"${{a{operator}}}") == (Parameter("a", operator, Word(())),)


@pytest.mark.parametrize(
    ("text", "name", "operator", "word"),
    [
        ("${#-x}", "#", "-", "x"),
        ("${#?x}", "#", "?", "x"),
        ("${##x}", "#", "#", "x"),
        ("${#:-x}", "#", ":-", "x"),
        ("${#%x}", "#", "%", "x"),
        ("${--x}", "-", "-", "x"),
        ("${@:-x}", "@", ":-", "x"),
    ],
)
def test_operators_after_special_parameters(text: str, name: str, operator: str, word: str) -> None:
    assert parts(text) == (Parameter(name, operator, Word((plain(word),))),)


@pytest.mark.parametrize("inner", ["x!", "", "x:", "x:3", "1a", "!x", "x[1]", "x/a/b", "#x-y", "x y", "#x'}'"])
def test_bad_forms_are_kept_until_they_are_expanded(inner: str) -> None:
    assert parts(f"${{{inner}}}") == (Parameter("", "bad", Word((plain(inner),))),)


def test_the_word_of_a_parameter_outside_double_quotes() -> None:
    assert parts("${a:-b c;d|e\n}") == (Parameter("a", ":-", Word((plain("b c;d|e\n"),))),)
    assert parts("${a:-'}'\"}\"\\}}") == (Parameter("a", ":-", Word((quoted("}}}"),))),)
    assert parts("${a:-~/b}") == (Parameter("a", ":-", Word((Tilde(""), plain("/b")))),)
    assert parts("${a:-~}") == (Parameter("a", ":-", Word((Tilde(""),))),)
    assert parts("${a:-$b}") == (Parameter("a", ":-", Word((Parameter("b"),))),)


def test_the_word_of_a_parameter_inside_double_quotes() -> None:
    def inner(text: str) -> tuple[WordPart, ...]:
        (part,) = parts(f'"{text}"')
        assert isinstance(part, Parameter)
        assert part.quoted
        assert part.word is not None
        return part.word.parts

    assert inner("${a:-b c}") == (quoted("b c"),)
    assert inner('${a:-"b c"}') == (quoted("b c"),)
    assert inner('${a:-"}"}') == (quoted("}"),)
    assert inner("${a:-'b'}") == (quoted("'b'"),)
    assert inner('${a:-\\}\\"\\x}') == (quoted('}"\\x'),)
    assert inner("${a:-~}") == (quoted("~"),)
    assert inner("${a:-$b}") == (Parameter("b", quoted=True),)
    assert inner('${a-""}') == ()
    assert inner("${a#'b'}") == (quoted("b"),)
    assert inner("${a%%*b}") == (plain("*b"),)
    assert inner('${a%"*"$b}') == (quoted("*"), Parameter("b"))


def test_line_continuation_inside_parameters() -> None:
    assert parts("$\\\na") == (Parameter("a"),)
    assert parts("$\\\n{a\\\nb\\\n:\\\n-\\\nc}") == (Parameter("ab", ":-", Word((plain("c"),))),)
    assert parts('"${a%\\\n%b}"') == (Parameter("a", "%%", Word((plain("b"),)), True),)


def test_command_substitution() -> None:
    assert parts("$(a b)") == (CommandSubstitution(program("a", "b")),)
    assert parts('"$(a b)"') == (CommandSubstitution(program("a", "b"), True),)
    assert parts("$()") == (CommandSubstitution(List(())),)
    assert parts("$(a # )\n)") == (CommandSubstitution(program("a")),)
    assert parts('"$(a ")")"') == (
        CommandSubstitution(List((ListItem(SimpleCommand((), (Word((plain("a"),)), Word((quoted(")"),))))),)), True),
    )


def test_a_case_pattern_does_not_end_a_substitution() -> None:
    (part,) = parts("$(case a in a) b;; esac)")
    assert isinstance(part, CommandSubstitution)
    assert len(part.program.items) == 1


def test_backquotes() -> None:
    assert parts("`a b`") == (CommandSubstitution(program("a", "b")),)
    assert parts("``") == (CommandSubstitution(List(())),)
    inner = CommandSubstitution(program("b"))
    assert parts("`a \\`b\\``") == (
        CommandSubstitution(List((ListItem(SimpleCommand((), (Word((plain("a"),)), Word((inner,))))),))),
    )


def test_backslashes_in_backquotes() -> None:
    def argument(text: str) -> tuple[WordPart, ...]:
        (part,) = parts(text)
        assert isinstance(part, CommandSubstitution)
        command = part.program.items[0].command
        assert isinstance(command, SimpleCommand)
        return command.words[1].parts

    assert argument("`a \\$b`") == (Parameter("b"),)
    assert argument("`a '\\$b'`") == (quoted("$b"),)
    assert argument("`a \\\\$b`") == (quoted("$"), plain("b"))
    assert argument("`a '\\\\x'`") == (quoted("\\x"),)
    assert argument("`a '\\x'`") == (quoted("\\x"),)
    assert argument('`a \\"b`') == (quoted('"'), plain("b"))
    assert argument('"`a \\"b c\\"`"') == (quoted("b c"),)
    assert argument('"`a "b c"`"') == (quoted("b c"),)


def test_arithmetic() -> None:
    assert parts("$((1 + 2))") == (ArithmeticExpansion(Word((quoted("1 + 2"),))),)
    assert parts("$(( (1) * (2) ))") == (ArithmeticExpansion(Word((quoted(" (1) * (2) "),))),)
    assert parts('"$((a+$b))"') == (ArithmeticExpansion(Word((quoted("a+"), Parameter("b", quoted=True))), True),)
    assert parts("$((1\\\n+2)\\\n)") == (ArithmeticExpansion(Word((quoted("1+2"),))),)
    assert parts('$(("$a"+1))') == (ArithmeticExpansion(Word((Parameter("a", quoted=True), quoted("+1")))),)
    assert parts("$(())") == (ArithmeticExpansion(Word(())),)


def test_a_subshell_in_a_substitution_is_no_arithmetic() -> None:
    first, second = (ListItem(Subshell(program(name))) for name in "ab")
    assert parts("$((a) )") == (CommandSubstitution(List((first,))),)
    assert parts("$((a);(b))") == (CommandSubstitution(List((first, second))),)
    assert parts("$( (a))") == (CommandSubstitution(List((first,))),)


def test_going_back_keeps_text_that_was_read() -> None:
    from minishell.syntax.parser import Parser

    lines = ["echo $((a\n", ");\n", "(b))\n", "c\n"]
    parser = Parser(lambda: lines.pop(0) if lines else "", Source("test"))
    first = parser.complete_command()
    assert first is not None
    command = first.items[0].command
    assert isinstance(command, SimpleCommand)
    assert command.words[1] == Word(
        (CommandSubstitution(List((ListItem(Subshell(program("a"))), ListItem(Subshell(program("b")))))),)
    )
    assert lines == ["c\n"]
    assert parser.complete_command() == program("c")


def test_lines_of_expansions() -> None:
    (_, item) = parse_program("a\necho 'x\ny' $z\n", Source("test")).items
    assert isinstance(item.command, SimpleCommand)
    (part,) = item.command.words[2].parts
    assert isinstance(part, Parameter)
    assert part.line == 2  # of the command


def test_an_error_in_a_substitution_has_its_line() -> None:
    with pytest.raises(ScriptSyntaxError) as caught:
        parse_program("a\necho `b\nfi`\n", Source("test"))
    assert caught.value.at.line == 3
