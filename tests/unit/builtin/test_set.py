"""set and shift."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minishell.errors import UsageError
from minishell.shell import Shell
from minishell.state.options import LETTERS, NAMES

Call = Callable[..., tuple[int, str]]


@pytest.mark.parametrize(
    ("words", "positional"),
    [
        (["a", "b"], ["a", "b"]),
        (["--", "a"], ["a"]),
        (["--"], []),
        (["--", "--"], ["--"]),
        (["--", "-e"], ["-e"]),
        (["a", "-e"], ["a", "-e"]),
        (["-e"], ["old"]),
        (["-e", "a"], ["a"]),
        (["-e", "--"], []),
        (["-e", "--", "-u"], ["-u"]),
        (["-o", "nounset", "a"], ["a"]),
        (["-"], ["old"]),
        (["-", "a", "-e"], ["a", "-e"]),
        (["-", "-e"], ["-e"]),
        (["+"], ["old"]),
        (["+", "a"], ["a"]),
        ([""], [""]),
    ],
)
def test_positional_parameters(sh: Shell, call: Call, words: list[str], positional: list[str]) -> None:
    sh.positional = ["old"]
    assert call("set", *words) == (0, "")
    assert sh.positional == positional


@pytest.mark.parametrize(("letter", "name"), [item for item in LETTERS.items() if item[0] != "m"])
def test_each_letter(sh: Shell, call: Call, letter: str, name: str) -> None:
    call("set", f"+{letter}")
    assert getattr(sh.options, name) is False
    call("set", f"-{letter}")
    assert getattr(sh.options, name) is True
    call("set", "+o", name)
    assert getattr(sh.options, name) is False


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        (["-eu"], "ehu"),
        (["-e", "-u"], "ehu"),
        (["-eu", "+e"], "hu"),
        (["-euo", "noglob", "+ue"], "fh"),
        (["-oe", "noglob"], "efh"),
        (["-o", "noglob", "-o", "nounset"], "fhu"),
        (["-vx", "-"], "h"),
        (["-vxe", "-"], "eh"),
    ],
)
def test_options(sh: Shell, call: Call, words: list[str], letters: str) -> None:
    assert call("set", *words) == (0, "")
    assert sh.options.letters() == letters


def test_vi_and_emacs_exclude_each_other(sh: Shell, call: Call) -> None:
    call("set", "-o", "vi")
    call("set", "-o", "emacs")
    assert (sh.options.vi, sh.options.emacs) == (False, True)


@pytest.mark.parametrize("words", [["-Z"], ["+Z"], ["-eZ"], ["-o", "bad"], ["+o", "bad"], ["-o", "-e"], ["-i"], ["-c"]])
def test_wrong_options(call: Call, words: list[str]) -> None:
    with pytest.raises(UsageError) as raised:
        call("set", *words)
    assert raised.value.status == 2


def test_variables_are_shown_sorted_and_quoted(sh: Shell, call: Call) -> None:
    for name, value in {"b": "it's", "a": "x y", "c": "", "d": "safe-1", "e": "a\nb", "B": "~"}.items():
        sh.variables.assign(name, value)
    status, text = call("set")
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith(("RANDOM=", "SECONDS="))]
    assert (status, lines) == (0, ["B='~'\n", "a='x y'\n", "b='it'\\''s'\n", "c=''\n", "d=safe-1\n", "e='a\n", "b'\n"])


def test_options_are_shown_for_people_and_for_shells(sh: Shell, call: Call) -> None:
    call("set", "-f", "-o", "pipefail")
    people = call("set", "-o")[1].splitlines()
    assert [line.split() for line in people if line.endswith("on")] == [["hashall", "on"], ["noglob", "on"], ["pipefail", "on"]]
    assert [line.split()[0] for line in people] == sorted(NAMES)
    shells = call("set", "+o")[1].splitlines()
    assert "set -o noglob" in shells
    assert "set +o errexit" in shells
    assert len(shells) == len(NAMES)


def test_shift(sh: Shell, call: Call) -> None:
    sh.positional = ["1", "2", "3", "4", "5", "6"]
    for words, left in [([], "23456"), (["2"], "456"), (["0"], "456"), (["--", "1"], "56"), (["2"], "")]:
        assert call("shift", *words) == (0, "")
        assert "".join(sh.positional) == left


@pytest.mark.parametrize("words", [["3"], ["-1"], ["x"], [""], ["1" * 5000], ["1", "2"]])
def test_a_wrong_shift_drops_nothing(sh: Shell, call: Call, words: list[str]) -> None:
    sh.positional = ["a", "b"]
    with pytest.raises(UsageError):
        call("shift", *words)
    assert sh.positional == ["a", "b"]


def test_shift_without_parameters(call: Call) -> None:
    assert call("shift", "0") == (0, "")
    with pytest.raises(UsageError, match="1: more than there are parameters"):
        call("shift")
