"""break, continue, return, exit: the divert and the status."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minishell.errors import BreakLoop, ContinueLoop, ExitShell, ReturnFunction, UsageError
from minishell.shell import Shell

Call = Callable[..., tuple[int, str]]


def test_constants(call: Call) -> None:
    assert call(":", "x") == (0, "")
    assert call("true", "--help") == (0, "")
    assert call("false", "x") == (1, "")


@pytest.mark.parametrize(("words", "levels"), [([], 1), (["1"], 1), (["2"], 2), (["03"], 3), (["9"], 3), (["--", "2"], 2)])
def test_levels_are_at_most_the_loops_there_are(sh: Shell, call: Call, words: list[str], levels: int) -> None:
    sh.loop_depth = 3
    sh.status = 7
    with pytest.raises(BreakLoop) as broken:
        call("break", *words)
    assert (broken.value.levels, sh.status) == (levels, 0)
    with pytest.raises(ContinueLoop) as continued:
        call("continue", *words)
    assert continued.value.levels == levels


def test_outside_of_loops_nothing_happens(call: Call) -> None:
    assert call("break") == (0, "")
    assert call("continue", "2") == (0, "")


@pytest.mark.parametrize("words", [["0"], ["-1"], ["x"], [""], ["1" * 5000], ["1", "2"]])
def test_bad_levels(sh: Shell, call: Call, words: list[str]) -> None:
    sh.loop_depth = 1
    with pytest.raises(UsageError):
        call("break", *words)


@pytest.mark.parametrize(
    ("words", "status"),
    [([], 5), (["3"], 3), (["255"], 255), (["256"], 0), (["300"], 44), (["--", "4"], 4)],
)
def test_status(sh: Shell, call: Call, words: list[str], status: int) -> None:
    sh.status = 5
    with pytest.raises(ReturnFunction):
        call("return", *words)
    assert sh.status == status
    sh.status = 5
    with pytest.raises(ExitShell):
        call("exit", *words)
    assert sh.status == status


@pytest.mark.parametrize("words", [["x"], ["-1"], ["1x"], [""], ["1" * 5000], ["1", "2"]])
def test_bad_status(call: Call, words: list[str]) -> None:
    with pytest.raises(UsageError):
        call("return", *words)
    with pytest.raises(UsageError):
        call("exit", *words)


def test_exit_in_a_trap_gives_the_status_before_it(sh: Shell, call: Call) -> None:
    sh.status, sh.status_before_trap = 1, 5
    with pytest.raises(ExitShell):
        call("exit")
    assert sh.status == 5
