"""Backslash escapes, where echo, %b and formats differ."""

from __future__ import annotations

import pytest

from minishell.builtin.escapes import unescape


@pytest.mark.parametrize(
    ("text", "in_argument", "in_format"),
    [
        ("", "", ""),
        ("abc", "abc", "abc"),
        (r"a\nb\\n", "a\nb\\n", "a\nb\\n"),
        (r"\101", "A", "A"),
        (r"\0101", "A", "\b1"),
        (r"\1017", "A7", "A7"),
        (r"\01017", "A7", "\b17"),
        (r"\8\08", "\\8\0008", "\\8\0008"),
        (r"\400\0777", "\0\udcff", "\0?7"),
        (r"\x41\x4\x414", "A\x04A4", "A\x04A4"),
        (r"\xg\x", "\\xg\\x", "\\xg\\x"),
        (r"\"\'", "\\\"\\'", "\"'"),
        (r"\q\E", "\\q\\E", "\\q\\E"),
        ("a\\", "a\\", "a\\"),
        ("a\\\nb", "a\\\nb", "a\\\nb"),
        (r"\303\251\xc3\xa9", "éé", "éé"),
        (r"\303x\251", "\udcc3x\udca9", "\udcc3x\udca9"),
    ],
)
def test_unescape(text: str, in_argument: str, in_format: str) -> None:
    assert unescape(text, for_format=False) == (in_argument, False)
    assert unescape(text, for_format=True) == (in_format, False)


def test_c_ends_an_argument_but_no_format() -> None:
    assert unescape(r"a\cb", for_format=False) == ("a", True)
    assert unescape(r"a\\cb", for_format=False) == (r"a\cb", False)
    assert unescape(r"a\cb", for_format=True) == (r"a\cb", False)


def test_hexadecimal_digits_are_an_extension() -> None:
    assert unescape(r"\x41\e", for_format=False, is_extended=False) == ("\\x41\x1b", False)
