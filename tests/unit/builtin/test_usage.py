"""Options, operands and numbers, as all built-ins read them."""

from __future__ import annotations

import pytest

from minishell.builtin.usage import decimal, is_name, operands, options, unsigned
from minishell.errors import UsageError


@pytest.mark.parametrize(
    ("words", "given", "left"),
    [
        ([], {}, []),
        (["a", "-n"], {}, ["a", "-n"]),
        (["-n", "a"], {"n": ""}, ["a"]),
        (["-nq"], {"n": "", "q": ""}, []),
        (["-p", "x", "y"], {"p": "x"}, ["y"]),
        (["-px", "y"], {"p": "x"}, ["y"]),
        (["-np", "x"], {"n": "", "p": "x"}, []),
        (["-p", "--", "y"], {"p": "--"}, ["y"]),
        (["-p", ""], {"p": ""}, []),
        (["-n", "--", "-q"], {"n": ""}, ["-q"]),
        (["-", "-n"], {}, ["-", "-n"]),
        (["-p", "x", "-p", "y"], {"p": "y"}, []),
    ],
)
def test_options(words: list[str], given: dict[str, str], left: list[str]) -> None:
    assert options(["utility", *words], "np:q") == (given, left)


def test_options_are_in_the_order_of_their_last_use() -> None:
    assert list(options(["cd", "-L", "-P", "-L"], "LP")[0]) == ["P", "L"]


@pytest.mark.parametrize(
    ("word", "message"),
    [("-z", "-z: unknown option"), ("-nz", "-z: unknown option"), ("-:", "-:: unknown option"), ("-p", "-p: needs an argument")],
)
def test_wrong_options(word: str, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        options(["utility", word], "np:q")
    assert (raised.value.message, raised.value.status) == (message, 2)


def test_operands() -> None:
    assert operands(["a", "b"], at_least=1, at_most=2) == ["a", "b"]
    with pytest.raises(UsageError, match="an operand is missing"):
        operands([], at_least=1)
    with pytest.raises(UsageError, match="c: one operand too many"):
        operands(["a", "b", "c"], at_most=2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("-0", 0),
        ("007", 7),
        ("+12", 12),
        (" \t-12\n", -12),
        ("9223372036854775807", 9223372036854775807),
        ("-9223372036854775808", -9223372036854775808),
        ("9223372036854775808", None),
        ("1" * 5000, None),
        ("0" * 5000 + "1", 1),
        ("", None),
        ("-", None),
        ("- 1", None),
        ("1 2", None),
        ("0x10", None),
        ("1_0", None),
        ("٣", None),
        ("²", None),
    ],
)
def test_decimal(text: str, value: int | None) -> None:
    assert decimal(text) == value


def test_unsigned() -> None:
    assert unsigned("12") == 12
    for text in ("", "-1", "+1", " 1", "1x", "²", "1" * 5000):
        with pytest.raises(UsageError, match="bad count"):
            unsigned(text, "count")


def test_names() -> None:
    assert is_name("_a1")
    assert not any(map(is_name, ("", "1a", "a-b", "a b", "é", "a\n")))
