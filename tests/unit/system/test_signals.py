"""Signals: names, dispositions in shells and their children."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from minishell.system import process, signals


@pytest.fixture(autouse=True)
def nothing_known_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tests of this process may have asked already what was ignored when it started."""
    monkeypatch.setattr(signals, "_ignored_on_entry", None)


def disposition(number: int) -> object:
    return signal.getsignal(number)


def status_of(child: object) -> int:
    """The raw wait status of a forked child that runs *child*; 0 when it returns."""
    pid = os.fork()
    if pid == 0:
        child()  # type: ignore[operator]
        os._exit(0)
    return os.waitpid(pid, 0)[1]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("INT", 2),
        ("SIGINT", 2),
        ("sigterm", 15),
        ("Usr1", 10),
        ("USR2", 12),
        ("9", 9),
        ("CLD", 17),
        ("POLL", 29),
        ("RTMIN", 34),
        ("SIGRTMIN+3", 37),
        ("RTMAX", 64),
        ("rtmax-1", 63),
        ("64", 64),
        ("0", None),
        ("33", None),
        ("65", None),
        ("", None),
        ("SIG", None),
        ("-1", None),
        ("RTMIN+31", None),
        ("RTMIN+", None),
        ("RTMIN-1", None),
        ("SIGSIGINT", None),
        ("99999999999999999999", None),
        ("²", None),
    ],
)
def test_number(text: str, number: int | None) -> None:
    assert signals.number(text) == number


@pytest.mark.parametrize(
    ("number", "name"),
    [
        (1, "HUP"),
        (6, "ABRT"),
        (10, "USR1"),
        (16, "STKFLT"),
        (17, "CHLD"),
        (34, "RTMIN"),
        (35, "RTMIN+1"),
        (64, "RTMAX"),
        (99, "99"),
    ],
)
def test_name(number: int, name: str) -> None:
    assert signals.name(number) == name


def test_names_and_numbers_agree() -> None:
    numbers = signals.all_numbers()
    assert numbers == [*range(1, 32), *range(34, 65)]
    assert [signals.number(signals.name(number)) for number in numbers] == numbers


def test_descriptions_are_for_people() -> None:
    assert [signals.describe(number) for number in (9, 11, 15)] == ["Killed", "Segmentation fault", "Terminated"]


def test_a_caught_signal_is_noted_and_nothing_else() -> None:
    signals.start()
    signals.catch(signals.number("USR1") or 0)
    os.kill(os.getpid(), 10)
    os.kill(os.getpid(), 10)
    assert signals.pending == [10, 10]
    assert signals.is_caught(10)


def test_default_again_after_catch() -> None:
    signals.start()
    signals.catch(10)
    signals.set_default(10)
    assert disposition(10) == signal.SIG_DFL
    assert not signals.is_caught(10)


def test_kill_and_stop_are_left_alone() -> None:
    signals.catch(9)
    signals.ignore(9)
    signals.set_default(19)


def test_an_untrapped_sigint_ends_the_shell_by_the_signal() -> None:
    def child() -> None:
        signals.start()
        os.kill(os.getpid(), 2)

    assert status_of(child) == 2


def test_sigint_in_a_wait_is_only_remembered() -> None:
    signals.start()
    signals.begin_wait()
    os.kill(os.getpid(), 2)
    assert signals.end_wait() is True
    signals.begin_wait()
    assert signals.end_wait() is False


def test_writing_into_a_closed_pipe_is_an_error_not_the_end() -> None:
    signals.start()
    reader, writer = os.pipe()
    os.close(reader)
    with pytest.raises(BrokenPipeError):
        os.write(writer, b"x")
    assert signals.pending == []


def test_the_inherited_mask_is_cleared() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD, signal.SIGUSR1])
    signals.start()
    assert signal.pthread_sigmask(signal.SIG_BLOCK, []) == set()


def test_what_was_ignored_on_entry_is_known() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signals.start()
    signals.ignore(10)
    assert signals.ignored_on_entry() == {15}


def test_sigint_ignored_on_entry_stays_ignored() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signals.start()
    os.kill(os.getpid(), 2)
    assert signals.pending == []


def test_the_launcher_can_tell_that_sigpipe_was_ignored() -> None:
    sys._xoptions["sigignore"] = str(1 << 12)
    signals.start()
    assert signals.ignored_on_entry() == {13}
    assert disposition(13) == signal.SIG_IGN


def test_an_interactive_shell_outlives_int_quit_and_term() -> None:
    signals.start()
    signals.start_interactive(True)
    for number in (2, 3, 15, 20, 21, 22):
        os.kill(os.getpid(), number)
    assert signals.pending == [2]
    assert sorted(signals.ignored_for_shell_only()) == [3, 15, 20, 21, 22]


def test_turning_job_control_off_gives_the_stop_signals_back() -> None:
    signals.start()
    signals.start_interactive(True)
    signals.start_interactive(False)
    assert disposition(20) == signal.SIG_DFL
    assert sorted(signals.ignored_for_shell_only()) == [3, 15]


def test_a_trap_in_an_interactive_shell_and_its_end() -> None:
    signals.start()
    signals.start_interactive(True)
    signals.catch(15)
    assert signals.ignored_for_shell_only() == [3, 20, 21, 22]
    signals.set_default(15)
    assert disposition(15) == signal.SIG_IGN


def test_a_subshell_has_defaults_but_what_is_ignored_by_a_trap() -> None:
    signals.start()
    signals.start_interactive(True)
    signals.catch(10)
    signals.ignore(12)
    signals.ignore(15)
    signals.pending.append("xtrace")
    os.kill(os.getpid(), 10)
    signals.reset_for_child()
    assert signals.pending == ["xtrace"]
    assert [disposition(number) for number in (10, 12, 15, 20, 3)] == [0, 1, 1, 0, 0]
    assert disposition(2) == signals._interrupt


def test_a_subshell_resets_a_sigpipe_trap_to_silence() -> None:
    signals.start()
    signals.catch(13)
    signals.reset_for_child()
    os.kill(os.getpid(), 13)
    assert signals.pending == []


def test_a_signal_after_the_fork_reaches_the_child() -> None:
    signals.start()
    signals.catch(15)
    pid = process.fork()
    if pid == 0:
        os.kill(os.getpid(), 15)  # as if it had come from outside, before the child knows what to do
        signals.reset_for_child()
        os._exit(0)
    assert os.waitpid(pid, 0)[1] == 15
    assert signals.pending == []


def test_a_child_without_shell_code_has_default_signals() -> None:
    signals.start()
    signals.catch(10)
    signals.ignore(12)
    signals.default_all_ours()
    assert [disposition(number) for number in (2, 10, 12, 13, 17, 25)] == [0, 0, 1, 0, 0, 0]


def test_around_an_exec_that_fails() -> None:
    signals.start()
    signals.start_interactive(True)
    signals.before_exec()
    assert disposition(15) == signal.SIG_DFL
    signals.after_failed_exec()
    assert disposition(15) == signal.SIG_IGN


@pytest.mark.parametrize("number", [2, 9, 13, 15])
def test_die_of_is_the_real_death(number: int) -> None:
    def child() -> None:
        signals.start()
        signals.catch(number)
        signal.pthread_sigmask(signal.SIG_BLOCK, [number])
        signals.die_of(number)

    assert status_of(child) == number


def test_opening_a_fifo_ends_when_a_caught_signal_comes(tmp_path: Path) -> None:
    path = tmp_path / "fifo"
    os.mkfifo(path)
    signals.start()
    signals.catch(14)
    signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
    with pytest.raises(InterruptedError):
        signals.call_interruptibly(lambda: os.open(path, os.O_RDONLY))
    signal.setitimer(signal.ITIMER_REAL, 0)
    assert 14 in signals.pending
    assert signals.call_interruptibly(os.getpid) == os.getpid()
