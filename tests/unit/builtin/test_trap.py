"""trap: the table, what is shown, and what signals do afterwards."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from under_test import finish, launch

from minishell.errors import UsageError
from minishell.shell import Shell
from minishell.system import signals

Call = Callable[..., tuple[int, str]]


@pytest.fixture(autouse=True)
def _restored(sh: Shell) -> Iterator[None]:
    sh.options.interactive = True  # the runner may have been started with signals ignored
    yield
    for number in (signal.SIGUSR1, signal.SIGUSR2, signal.SIGWINCH):
        signals.set_default(number)
        assert signal.getsignal(number) is signal.SIG_DFL
    signals.pending.clear()


def test_actions_are_set_and_shown(call: Call) -> None:
    assert call("trap", "echo it's", "USR2", "EXIT", "sigusr1") == (0, "")
    assert call("trap", "", "WINCH") == (0, "")
    assert call("trap") == (
        0,
        "trap -- 'echo it'\\''s' EXIT\ntrap -- 'echo it'\\''s' USR1\ntrap -- 'echo it'\\''s' USR2\ntrap -- '' WINCH\n",
    )
    assert call("trap", "-p", "WINCH", "CHLD", "0") == (0, "trap -- '' WINCH\ntrap -- - CHLD\ntrap -- 'echo it'\\''s' EXIT\n")


def test_p_shows_all_conditions_but_kill_and_stop(call: Call) -> None:
    call("trap", ":", "USR1")
    lines = call("trap", "-p")[1].splitlines()
    assert lines[:3] == ["trap -- - EXIT", "trap -- - HUP", "trap -- - INT"]
    assert "trap -- ':' USR1" in lines
    assert "trap -- - RTMIN+1" in lines
    assert not [line for line in lines if line.endswith((" KILL", " STOP"))]
    assert len(lines) == len(set(lines)) == 1 + len(signals.all_numbers()) - 2


@pytest.mark.parametrize("words", [["-", "USR1", "EXIT"], ["10", "0"], ["010", "00"], ["--", "-", "usr1", "exit"]])
def test_the_default_comes_back(sh: Shell, call: Call, words: list[str]) -> None:
    call("trap", ":", "USR1", "EXIT")
    assert call("trap", *words) == (0, "")
    assert sh.traps.actions == {}


def test_a_single_condition_gets_its_default_back(sh: Shell, call: Call) -> None:
    call("trap", ":", "USR1", "EXIT")
    assert call("trap", "EXIT") == (0, "")
    assert sh.traps.actions == {"USR1": ":"}


@pytest.mark.parametrize("words", [["echo x"], [""], ["-"], ["-z"], ["--", "-p"]])
def test_wrong_usage(call: Call, words: list[str]) -> None:
    with pytest.raises(UsageError):
        call("trap", *words)


def test_a_bad_condition_does_not_keep_the_others(sh: Shell, call: Call) -> None:
    assert call("trap", ":", "BAD", "USR1", "99") == (
        1,
        "minishell: trap: BAD: no such signal\nminishell: trap: 99: no such signal\n",
    )
    assert sh.traps.actions == {"USR1": ":"}
    assert call("trap", "-p", "BAD") == (1, "minishell: trap: BAD: no such signal\n")


def test_kill_and_stop_are_taken_for_what_they_are_worth(sh: Shell, call: Call) -> None:
    assert call("trap", ":", "KILL", "STOP") == (0, "")
    assert sh.traps.actions == {"KILL": ":", "STOP": ":"}


def test_dispositions(call: Call) -> None:
    call("trap", ":", "USR1")
    os.kill(os.getpid(), signal.SIGUSR1)
    assert signals.pending == [signal.SIGUSR1]
    call("trap", "", "USR1")
    assert signal.getsignal(signal.SIGUSR1) is signal.SIG_IGN
    call("trap", "-", "USR1")
    assert signal.getsignal(signal.SIGUSR1) is signal.SIG_DFL


def test_a_subshell_shows_the_traps_around_it_until_it_sets_one(sh: Shell, call: Call) -> None:
    call("trap", ":", "EXIT")
    call("trap", "", "USR1")
    sh.traps.enter_subshell()
    assert call("trap") == (0, "trap -- ':' EXIT\ntrap -- '' USR1\n")
    call("trap", "echo", "USR2")
    assert call("trap") == (0, "trap -- '' USR1\ntrap -- 'echo' USR2\n")


def test_list_of_signals(call: Call) -> None:
    lines = call("trap", "-l")[1].splitlines()
    assert lines[:3] == [" 1 HUP", " 2 INT", " 3 QUIT"]
    assert "34 RTMIN" in lines


def test_what_was_ignored_at_the_start_stays_so_and_is_shown(tmp_path: Path) -> None:
    script = "trap 'echo no' USR1; trap - HUP; trap; kill -USR1 $$; kill -HUP $$; echo end"
    result = finish(launch("-c", script, directory=tmp_path, ignore=("USR1", "HUP")))
    assert (result.status, result.out, result.err) == (0, "trap -- '' HUP\ntrap -- '' USR1\nend\n", "")
