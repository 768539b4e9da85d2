"""kill's arguments."""

from __future__ import annotations

import pytest

from minishell.builtin.kill import counterpart, parse, process_id
from minishell.errors import ShellError


@pytest.mark.parametrize(
    ("words", "number", "targets"),
    [
        (["1"], 15, ["1"]),
        (["--", "-1"], 15, ["-1"]),
        (["-9", "1", "2"], 9, ["1", "2"]),
        (["-9", "-5"], 9, ["-5"]),
        (["-9", "--", "-5"], 9, ["-5"]),
        (["-KILL", "1"], 9, ["1"]),
        (["-sigkill", "1"], 9, ["1"]),
        (["-stop", "1"], 19, ["1"]),
        (["-s", "kill", "1"], 9, ["1"]),
        (["-sKILL", "1"], 9, ["1"]),
        (["-s", "0", "1"], 0, ["1"]),
        (["-0", "1"], 0, ["1"]),
        (["-n", "2", "%1"], 2, ["%1"]),
        (["-n2", "%1"], 2, ["%1"]),
        (["-l"], None, []),
        (["-l", "--", "9"], None, ["9"]),
        ([], 15, []),
        (["-"], 15, ["-"]),
    ],
)
def test_arguments(words: list[str], number: int | None, targets: list[str]) -> None:
    assert parse(["kill", *words]) == (number, targets)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-FOO", "1"], "FOO: no such signal"),
        (["-s", "FOO", "1"], "FOO: no such signal"),
        (["-sigfoo", "1"], "igfoo: no such signal"),
        (["-100", "1"], "100: no such signal"),
        (["-s"], "-s: a signal is missing"),
    ],
)
def test_wrong_arguments(words: list[str], message: str) -> None:
    with pytest.raises(ShellError) as caught:
        parse(["kill", *words])
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("word", "text"),
    [("9", "KILL"), ("137", "KILL"), ("TERM", "15"), ("sigint", "2"), ("0", None), ("128", None), ("300", None), ("x", None)],
)
def test_counterpart(word: str, text: str | None) -> None:
    assert counterpart(word) == text


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("12", 12), ("-12", -12)])
def test_process_id(text: str, number: int) -> None:
    assert process_id(text) == number


@pytest.mark.parametrize("text", ["", "-", "1x", "+1", "99999999999", "--1", "\u0661"])
def test_not_a_process_id(text: str) -> None:
    with pytest.raises(ShellError):
        process_id(text)
