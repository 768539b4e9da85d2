"""echo: its options, and escapes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minishell.shell import Shell

Call = Callable[..., tuple[int, str]]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([], "\n"),
        ([""], "\n"),
        (["a", "", "b"], "a  b\n"),
        (["-n", "a"], "a"),
        (["-n", "-n", "a"], "a"),
        (["-n"], ""),
        (["-"], "-\n"),
        (["--", "a"], "-- a\n"),
        (["-x"], "-x\n"),
        (["-nx", "a"], "-nx a\n"),
        (["a", "-n"], "a -n\n"),
        (["-e", r"a\tb"], "a\tb\n"),
        (["-ne", r"a\tb"], "a\tb"),
        (["-E", r"a\tb"], "a\\tb\n"),
        (["-eE", r"a\tb"], "a\\tb\n"),
        ([r"a\tb", r"\\"], "a\tb \\\n"),
        ([r"a\cb", "c"], "a"),
        ([r"\a\b\e\f\n\r\t\v"], "\a\b\x1b\f\n\r\t\v\n"),
        ([r"\0101 \101 \08 \0"], "A A \x008 \0\n"),
        ([r"\q \E \8"], "\\q \\E \\8\n"),
        (["\\"], "\\\n"),
        ([r"\x41"], "\\x41\n"),
        (["-e", r"\x41\x4z\xg"], "A\x04z\\xg\n"),
        ([r"\0303\0251"], "é\n"),
        ([r"\0351"], "\udce9\n"),
    ],
)
def test_echo(call: Call, words: list[str], text: str) -> None:
    assert call("echo", *words) == (0, text)


def test_nothing_to_write_is_not_written(sh: Shell, call: Call) -> None:
    call("echo", "-n")
    assert sh.capture is not None
    assert sh.capture.chunks == []
