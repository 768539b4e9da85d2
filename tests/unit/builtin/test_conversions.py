"""Numbers as C reads and writes them."""

from __future__ import annotations

import math

import pytest

from minishell.builtin.conversions import format_float, format_integer, read_float, read_integer


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("0", 0, ""),
        ("-12", -12, ""),
        ("+12", 12, ""),
        (" \t\n12", 12, ""),
        ("12 ", 12, " "),
        ("12abc", 12, "abc"),
        ("1.5", 1, ".5"),
        ("010", 8, ""),
        ("08", 0, "8"),
        ("-0x1fF", -511, ""),
        ("0Xag", 10, "g"),
        ("0x", 0, "x"),
        ("0xg", 0, "xg"),
        ("18446744073709551616", 18446744073709551616, ""),
        ("1_0", 1, "_0"),
        ("", None, ""),
        ("-", None, "-"),
        ("- 5", None, "- 5"),
        ("abc", None, "abc"),
        ("٣", None, "٣"),
    ],
)
def test_read_integer(text: str, value: int | None, rest: str) -> None:
    assert read_integer(text) == (value, rest)


def test_read_integer_of_any_length() -> None:
    for text in ("1" * 5000, "0x" + "f" * 5000, "0" + "7" * 5000):
        value, rest = read_integer(text)
        assert value is not None
        assert value > 1 << 64
        assert rest == ""
    assert read_integer("0x" + "0" * 5000 + "1") == (1, "")


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("1", 1.0, ""),
        (" -1.5e2", -150.0, ""),
        (".5", 0.5, ""),
        ("5.", 5.0, ""),
        ("1e", 1.0, "e"),
        ("1e+", 1.0, "e+"),
        ("1e-2x", 0.01, "x"),
        ("1.5 ", 1.5, " "),
        ("1_0", 1.0, "_0"),
        ("0x1p4", 16.0, ""),
        ("-0x1.8P1", -3.0, ""),
        ("0x.8", 0.5, ""),
        ("0x1p", 1.0, "p"),
        ("0x", 0.0, "x"),
        ("0xg", 0.0, "xg"),
        ("inf", math.inf, ""),
        ("-INFINITY", -math.inf, ""),
        ("infinite", math.inf, "inite"),
        ("1e400", math.inf, ""),
        ("-0x1p5000", -math.inf, ""),
        ("", None, ""),
        (".", None, "."),
        ("e5", None, "e5"),
        ("-", None, "-"),
        ("٣", None, "٣"),
    ],
)
def test_read_float(text: str, value: float | None, rest: str) -> None:
    assert read_float(text) == (value, rest)


def test_read_nan() -> None:
    value, rest = read_float("NaNs")
    assert value is not None
    assert math.isnan(value)
    assert rest == "s"


@pytest.mark.parametrize(
    ("flags", "width", "precision", "letter", "value", "text"),
    [
        ("", None, None, "d", -5, "-5"),
        ("+", None, None, "i", 5, "+5"),
        (" ", None, None, "d", 5, " 5"),
        ("+ ", None, None, "d", 5, "+5"),
        ("", 5, None, "d", -5, "   -5"),
        ("-", 5, None, "d", -5, "-5   "),
        ("0", 5, None, "d", -5, "-0005"),
        ("-0", 5, None, "d", 5, "5    "),
        ("", 6, 3, "d", -5, "  -005"),
        ("0", 6, 3, "d", 5, "   005"),
        ("", None, 0, "d", 0, ""),
        ("+", None, 0, "d", 0, "+"),
        ("", 2, 0, "u", 0, "  "),
        ("+", None, None, "u", 5, "5"),
        ("", None, None, "x", 255, "ff"),
        ("#", None, None, "x", 255, "0xff"),
        ("#", None, None, "X", 255, "0XFF"),
        ("#", None, None, "x", 0, "0"),
        ("#0", 8, None, "x", 255, "0x0000ff"),
        ("#", 8, 4, "x", 255, "  0x00ff"),
        ("#", None, None, "o", 8, "010"),
        ("#", None, None, "o", 0, "0"),
        ("#", None, 0, "o", 0, "0"),
        ("#", None, 5, "o", 8, "00010"),
    ],
)
def test_format_integer(flags: str, width: int | None, precision: int | None, letter: str, value: int, text: str) -> None:
    assert format_integer(flags, width, precision, letter, value) == text


@pytest.mark.parametrize(
    ("flags", "width", "precision", "letter", "value", "text"),
    [
        ("", None, None, "f", 1.5, "1.500000"),
        ("", None, 0, "f", 2.5, "2"),
        ("#", None, 0, "f", 1.0, "1."),
        ("0", 8, 2, "f", -2.5, "-0002.50"),
        ("-", 8, 2, "f", 2.5, "2.50    "),
        ("+", None, None, "f", 1.0, "+1.000000"),
        ("0 ", 9, 3, "f", 1.5, " 0001.500"),
        ("", None, None, "e", 12345.678, "1.234568e+04"),
        ("", None, None, "G", 1e-10, "1E-10"),
        ("", None, None, "g", 1e6, "1e+06"),
        ("#", None, 3, "g", 1.0, "1.00"),
        ("", None, None, "f", -0.0, "-0.000000"),
        ("", None, None, "a", 1.0, "0x1p+0"),
        ("", None, None, "A", 255.5, "0X1.FFP+7"),
        ("", None, 2, "a", 1.999, "0x2.00p+0"),
        ("", None, 0, "a", 1.5, "0x2p+0"),
        ("", None, 14, "a", 1.5, "0x1.80000000000000p+0"),
        ("0", 10, None, "a", -1.0, "-0x0001p+0"),
        ("#", None, 0, "A", 1.5, "0X2.P+0"),
        ("+", None, None, "a", 1.0, "+0x1p+0"),
        ("0", 5, None, "f", math.inf, "  inf"),
        ("", None, None, "F", -math.inf, "-INF"),
        ("+", None, None, "e", math.inf, "+inf"),
        ("", None, None, "a", math.inf, "inf"),
        ("", None, None, "G", math.nan, "NAN"),
    ],
)
def test_format_float(flags: str, width: int | None, precision: int | None, letter: str, value: float, text: str) -> None:
    assert format_float(flags, width, precision, letter, value) == text
