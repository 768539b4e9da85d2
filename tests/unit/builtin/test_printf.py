"""printf: formats, arguments and complaints."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minishell.builtin.printf import Format, Printer, parse_format
from minishell.errors import ShellError, UsageError
from minishell.shell import Capture, Shell

Call = Callable[..., tuple[int, str]]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([r"a\n"], "a\n"),
        ([""], ""),
        (["x", "a", "b"], "x"),
        (["%s\n"], "\n"),
        (["%s\n", "a", "b"], "a\nb\n"),
        (["%s-%s|", "a", "b", "c"], "a-b|c-|"),
        (["%s %d|", "a", "1", "b"], "a 1|b 0|"),
        (["%%%s%%", "a"], "%a%"),
        (["--", "%s", "a"], "a"),
        (["-"], "-"),
        (["%s", "-n"], "-n"),
        (["%5s|%-5s|%.2s|%5.1s", "ab", "ab", "abc", "abc"], "   ab|ab   |ab|    a"),
        (["%05s|%.s|", "ab", "ab"], "   ab||"),
        (["%3s|%-3s|", "é", "é"], " é|é |"),
        (["%.1s|%.2s", "é", "é"], "\udcc3|é"),
        (["%c%c", "abc", "é"], "a\udcc3"),
        (["%c|"], "\0|"),
        (["%c|", ""], "\0|"),
        (["%3c|%-3c|", "a", "b"], "  a|b  |"),
        (["%d %i %u %o %x %X", "-5", "+5", "7", "8", "255", "255"], "-5 5 7 10 ff FF"),
        (["%d %d %d", "010", "0x1f", "-0x10"], "8 31 -16"),
        (["%d %d %d", "'a", '"b', "'é"], "97 98 233"),
        (["%d %d", "'", "'\udcff"], "0 255"),
        (["%d %f", "", ""], "0 0.000000"),
        (["%u %x", "-1", "-1"], "18446744073709551615 ffffffffffffffff"),
        (["%u", "-18446744073709551615"], "1"),
        (["%05d %+d % d %-5d|", "42", "42", "42", "42"], "00042 +42  42 42   |"),
        (["%.3d|%6.3d|%06.3d", "5", "5", "5"], "005|   005|   005"),
        (["%#x %#o %#x", "255", "8", "0"], "0xff 010 0"),
        (["%+x", "42"], "2a"),
        (["%ld %lld %hd %zu %jd", "1", "2", "3", "4", "5"], "1 2 3 4 5"),
        (["%'d", "1234567"], "1234567"),
        (["%*d|%-*d|%*d", "4", "1", "4", "2", "-4", "3"], "   1|2   |3   "),
        (["%.*s|%.*d|%.*s", "2", "abc", "3", "5", "-1", "abc"], "ab|005|abc"),
        (["%f %.2f %e %g", "1.5", "1.005", "12345.678", "0.00001"], "1.500000 1.00 1.234568e+04 1e-05"),
        (["%f %F %g", "inf", "-inf", "nan"], "inf -INF nan"),
        (["%.1f %a", "0x1p4", "1"], "16.0 0x1p+0"),
        (["%f", "'a"], "97.000000"),
        (["%08.3f|%-8.2f|", "-2.5", "2.5"], "-002.500|2.50    |"),
        (["%b|", r"a\tb\0101\101"], "a\tbAA|"),
        (["%5b|%.1b", r"a\n", "xyz"], "   a\n|x"),
        (["%s%b%s|", "1", r"a\cb", "2", "3"], "1a"),
        (["%q %q %q %q", "a", "a b", "it's", ""], "a 'a b' 'it'\\''s' ''"),
        (["%10q|", "a b"], "     'a b'|"),
        (["%2$s %1$s|", "a", "b", "c", "d"], "b a|d c|"),
        (["%1$s %1$s|", "a"], "a a|"),
        (["%3$s|", "a"], "|"),
        (["%2$05d", "1", "2"], "00002"),
        ([r"\101\x42\"\q\e"], 'AB"\\q\x1b'),
    ],
)
def test_output(call: Call, words: list[str], text: str) -> None:
    assert call("printf", *words) == (0, text)
    assert call("printf", *words) == (0, text)  # now that the format is known


@pytest.mark.parametrize(
    ("words", "text", "complaint"),
    [
        (["%d|", "abc"], "0|", "abc: not a number"),
        (["%d|", "12abc"], "12|", "12abc: not a number to its end"),
        (["%d|", "12 "], "12|", "12 : not a number to its end"),
        (["%d|", "08"], "0|", "08: not a number to its end"),
        (["%d|", "1.5"], "1|", "1.5: not a number to its end"),
        (["%d|", "1_0"], "1|", "1_0: not a number to its end"),
        (["%d|", "9223372036854775808"], "9223372036854775807|", "9223372036854775808: out of range"),
        (["%d|", "-9223372036854775809"], "-9223372036854775808|", "-9223372036854775809: out of range"),
        (["%u|", "18446744073709551616"], "18446744073709551615|", "18446744073709551616: out of range"),
        (["%f|", "abc"], "0.000000|", "abc: not a number"),
        (["%f|", "1x"], "1.000000|", "1x: not a number to its end"),
        (["%.1f|", "1.5 "], "1.5|", "1.5 : not a number to its end"),
        (["%f|", "1e400"], "inf|", "1e400: out of range"),
        (["%*d|", "x", "1"], "1|", "x: not a number"),
    ],
)
def test_a_bad_number_is_told_and_the_rest_goes_on(call: Call, words: list[str], text: str, complaint: str) -> None:
    assert call("printf", *words) == (1, f"minishell: printf: {complaint}\n{text}")


@pytest.mark.parametrize("text", ["%", "%5", "%z", "%y", "%5%", "%C", "%1$"])
def test_a_bad_conversion_ends_the_output(sh: Shell, call: Call, text: str) -> None:
    with pytest.raises(UsageError, match="bad conversion") as raised:
        call("printf", f"%s {text}", "a")
    assert raised.value.status == 1
    assert sh.capture is not None
    assert sh.capture.chunks == ["a "]


@pytest.mark.parametrize("words", [["%2147483648d"], ["%.2147483648s"], [f"%{'9' * 5000}s"], ["%*s", "-2147483648"]])
def test_a_field_too_large(call: Call, words: list[str]) -> None:
    with pytest.raises(ShellError, match="a field too large"):
        call("printf", *words)


def test_wrong_usage(call: Call) -> None:
    for argv in (["printf"], ["printf", "--"], ["printf", "-v", "x", "y"]):
        with pytest.raises(UsageError) as raised:
            call(*argv)
        assert raised.value.status == 2


def test_nothing_to_write_is_not_written(sh: Shell, call: Call) -> None:
    for words in (["", "a"], ["%s"], ["%b", r"\c"]):
        call("printf", *words)
        assert sh.capture is not None
        assert sh.capture.chunks == []


@pytest.mark.parametrize(
    "words",
    [
        ["%s %d\n", "a", "1", "b", "22"],
        ["%-5s|%5.1s|%.3s|", "ab", "cd", "ef"],
        ["%05d|%-5d|%+d|% d|%+5i|%u|%x|%X|%o|%08x", "42", "42", "0", "7", "7", "8", "255", "255", "8", "255"],
        ["%f|%.2f|%e|%G|%#g|%010.3f|%-9.1f|%+f", "1.5", "2", "3.", ".5", "1", "2.25", "1.25", "0"],
        ["100%%%s", "x"],
        ["%d|%5d|%-5i|%05d", "-7", "-42", "-1", "-3"],
        ["plain"],
    ],
)
def test_quick_output_is_that_of_the_general_way(sh: Shell, words: list[str]) -> None:
    pieces = parse_format(words[0])
    quick = Format(pieces).quick(words[1:])
    sh.capture = capture = Capture()
    assert Printer(sh, words[1:]).run(pieces) == 0
    assert "".join(capture.chunks) == quick


@pytest.mark.parametrize(
    "words",
    [
        *(["%s"], ["%s%s", "a"], ["%5s", "é"], ["%05s", "a"], ["%c", "a"], ["%.3d", "1"], ["%#x", "0"], ["%+x", "1"]),
        *(["%d", "08"], ["%u", "-1"], ["%d", "1.5"], ["%d", ""], ["%d", "²"], ["%f", "."], ["%f", "1.2.3"], ["%d", "1" * 19]),
    ],
)
def test_what_the_quick_way_leaves_alone(words: list[str]) -> None:
    assert Format(parse_format(words[0])).quick(words[1:]) is None
