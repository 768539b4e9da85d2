"""Signals at bad moments, inherited dispositions and masks."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
from under_test import Run, Start, finish


def wait_for(path: Path) -> None:
    """Until the script under test has made *path*."""
    while not path.exists():
        time.sleep(0.005)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGKILL, signal.SIGALRM, signal.SIGUSR1])
@pytest.mark.parametrize("moment", ["sleep 20", "wait_", "while :; do :; done", "x=$(sleep 20)", "read x <p", "sleep 20 | cat"])
def test_an_untrapped_signal_ends_the_shell(start: Start, tmp_path: Path, number: int, moment: str) -> None:
    os.mkfifo(tmp_path / "p")
    process = start("-c", f": >ready; {moment.replace('wait_', 'sleep 20 >f 2>&1 & wait')}; echo no")
    wait_for(tmp_path / "ready")
    os.killpg(process.pid, number)
    result = finish(process)
    assert result.status == -number
    assert result.out == ""


@pytest.mark.parametrize("moment", ["sleep 20 >f 2>&1 & wait $!", "while test -z $got; do :; done", "read x <p", "read x"])
def test_a_trap_runs_at_once_where_the_shell_itself_waits(start: Start, tmp_path: Path, moment: str) -> None:
    os.mkfifo(tmp_path / "p")
    read_end, write_end = os.pipe()
    process = start("-c", f"trap 'got=1; echo trapped; exit 4' TERM; : >ready; {moment}; echo no", stdin=read_end)
    wait_for(tmp_path / "ready")
    process.send_signal(signal.SIGTERM)
    result = finish(process)
    os.close(read_end)
    os.close(write_end)
    assert result.out == "trapped\n"
    assert result.status == 4


def test_a_trap_waits_for_the_foreground_command(start: Start, tmp_path: Path) -> None:
    process = start("-c", "trap 'echo trapped' TERM; sh -c ': >ready; while ! test -e go; do :; done; echo child'; echo after")
    wait_for(tmp_path / "ready")
    process.send_signal(signal.SIGTERM)
    (tmp_path / "go").touch()
    assert finish(process).out == "child\ntrapped\nafter\n"


def test_a_trapped_signal_does_not_disturb_a_foreground_status(start: Start, tmp_path: Path) -> None:
    process = start("-c", "trap : USR1; sh -c ': >ready; while ! test -e go; do :; done; exit 7'; echo $?")
    wait_for(tmp_path / "ready")
    for _ in range(50):
        process.send_signal(signal.SIGUSR1)
    (tmp_path / "go").touch()
    assert finish(process).out == "7\n"


def test_a_storm_of_trapped_signals(start: Start, tmp_path: Path) -> None:
    script = """
        trap 'n=$((n+1))' USR1
        n=0
        : >ready
        while ! test -e go; do x=$(echo a); /bin/true; echo b | cat >/dev/null; : & wait $!; done
        test $n -gt 0 && echo counted
    """
    process = start("-c", script)
    wait_for(tmp_path / "ready")
    for _ in range(300):
        process.send_signal(signal.SIGUSR1)
        time.sleep(0.001)
    (tmp_path / "go").touch()
    result = finish(process)
    assert result.out == "counted\n"
    assert result.err == ""


def test_a_storm_of_ending_children(run: Run) -> None:
    script = "i=0; while test $i -lt 150; do (exit 3) & i=$((i+1)); done; (exit 5) & p=$!; wait; x=$(echo a); wait $p; echo $? $x"
    assert run("-c", script).out in ("127 a\n", "5 a\n")


def test_statuses_stay_with_their_processes_in_a_crowd(run: Run) -> None:
    script = (
        'for i in 1 2 3 4 5 6 7 8 9; do (exit $i) & p="$p $!"; done; /bin/true; for q in $p; do wait $q; printf %s $?; done; echo'
    )
    assert run("-c", script).out == "123456789\n"


@pytest.mark.parametrize("how", [{"ignore": ("CHLD",)}, {"block": ("CHLD",)}, {"ignore": ("CHLD",), "block": ("CHLD",)}])
def test_sigchld_ignored_or_blocked_at_entry(run: Run, how: dict[str, tuple[str, ...]]) -> None:
    script = """
        sh -c 'exit 3'; echo $?
        x=$(sh -c 'echo a; exit 4'); echo $? $x
        (exit 5) & wait $!; echo $?
        echo b | cat; wait; echo $?
    """
    assert run("-c", script, **how).out == "3\n4 a\n5\nb\n0\n"


def test_all_signals_blocked_at_entry(run: Run) -> None:
    names = ("CHLD", "INT", "TERM", "USR1", "PIPE", "HUP", "TSTP", "TTIN", "TTOU", "CONT", "ALRM", "WINCH")
    result = run("-c", "echo a | cat; sh -c 'kill -TERM $$'; echo $?; x=$(sh -c 'exit 3'); echo $?", block=names)
    assert result.out == "a\n143\n3\n"


def mask(result_text: str, name: str) -> int:
    """A signal mask out of a copy of /proc/self/status; bit n-1 is signal n. Signals 32 and 33 are the C library's own."""
    (line,) = (line for line in result_text.splitlines() if line.startswith(name + ":"))
    return int(line.split()[1], 16) & ~(3 << 31)


@pytest.mark.parametrize(
    "place", ["cat /proc/self/status", "cat /proc/self/status | cat", "(cat /proc/self/status)", "exec cat /proc/self/status"]
)
def test_children_have_default_signals_and_an_empty_mask(run: Run, place: str) -> None:
    result = run("-c", f"trap : USR1 TERM; {place}", block=("CHLD", "USR2"))
    assert mask(result.out, "SigIgn") == 0
    assert mask(result.out, "SigBlk") == 0
    assert mask(result.out, "SigCgt") == 0


def test_what_was_ignored_at_entry_stays_ignored_for_children(run: Run) -> None:
    result = run("-c", "cat /proc/self/status", ignore=("QUIT", "INT", "USR1"))
    ignored = sum(1 << (number - 1) for number in (signal.SIGQUIT, signal.SIGINT, signal.SIGUSR1))
    assert mask(result.out, "SigIgn") == ignored


def test_what_was_ignored_at_entry_cannot_be_trapped(run: Run) -> None:
    script = """
        trap 'echo no' TERM; kill -TERM $$; echo alive
        trap - TERM; kill -TERM $$; echo still
        (trap - TERM; sh -c 'kill -TERM $$; echo child')
    """
    assert run("-c", script, ignore=("TERM",)).out == "alive\nstill\nchild\n"


def test_sigpipe_has_its_default_in_children(run: Run) -> None:
    assert run("-c", "sh -c 'kill -PIPE $$'; echo $?; yes | head -n 1; sh -c 'kill -XFSZ $$'; echo $?").out == "141\ny\n153\n"


def test_stop_and_continue_lose_nothing(start: Start, tmp_path: Path) -> None:
    process = start("-c", "(while ! test -e go; do :; done; exit 6) & : >ready; wait $!; echo $?")
    wait_for(tmp_path / "ready")
    process.send_signal(signal.SIGSTOP)
    (tmp_path / "go").touch()
    time.sleep(0.05)
    process.send_signal(signal.SIGCONT)
    assert finish(process).out == "6\n"


@pytest.mark.parametrize("number", [signal.SIGWINCH, signal.SIGURG, signal.SIGCONT, signal.SIGCHLD])
def test_signals_that_mean_nothing_change_nothing(start: Start, tmp_path: Path, number: int) -> None:
    process = start("-c", "sh -c ': >ready; while ! test -e go; do :; done; exit 3'; echo $?; read x; echo $?")
    wait_for(tmp_path / "ready")
    for _ in range(20):
        process.send_signal(number)
    (tmp_path / "go").touch()
    assert finish(process).out == "3\n1\n"


def test_a_child_killed_while_the_shell_reads_its_output(run: Run) -> None:
    assert run("-c", "x=$(echo a; kill -KILL $(exec sh -c 'echo $PPID')); echo $? $x").out == "137 a\n"
    assert run("-c", "x=$(echo a; sh -c 'kill -KILL $$'); echo $? $x").out == "137 a\n"


def test_parts_of_a_pipeline_killed(run: Run) -> None:
    assert run("-c", "sh -c 'kill -KILL $$' | cat; echo $?; echo a | sh -c 'kill -KILL $$'; echo $?").out == "0\n137\n"


def test_exit_in_a_trap_that_interrupts_wait(start: Start, tmp_path: Path) -> None:
    process = start("-c", "trap 'exit 8' INT; trap 'echo bye' EXIT; sleep 20 >f 2>&1 & : >ready; wait; echo no")
    wait_for(tmp_path / "ready")
    process.send_signal(signal.SIGINT)
    result = finish(process)
    assert result.out == "bye\n"
    assert result.status == 8


def test_a_foreground_child_that_dies_of_sigint_takes_the_script_along(start: Start, tmp_path: Path) -> None:
    process = start("-c", "while :; do sh -c ': >ready; exec sleep 20'; done; echo no")
    wait_for(tmp_path / "ready")
    os.killpg(process.pid, signal.SIGINT)
    result = finish(process)
    assert result.status == -signal.SIGINT
    assert result.out == ""


def test_background_children_survive_sigint_without_job_control(start: Start, tmp_path: Path) -> None:
    process = start(
        "-c", "trap 'echo trapped' INT; sh -c ': >ready; while ! test -e go; do :; done; echo child' & wait; wait; echo end"
    )
    wait_for(tmp_path / "ready")
    os.killpg(process.pid, signal.SIGINT)
    time.sleep(0.05)
    (tmp_path / "go").touch()
    assert finish(process).out == "trapped\nchild\nend\n"


def test_a_signal_between_fork_and_exec_is_not_lost_on_the_child(run: Run) -> None:
    script = """
        trap 'n=1' TERM
        i=0
        while test $i -lt 50; do sleep 20 & kill $!; wait $!; test $? = 143 || echo wrong; i=$((i+1)); done
        echo ${n-none}
    """
    assert run("-c", script).out == "none\n"


def test_a_trap_on_chld_runs_and_wait_still_works(run: Run) -> None:
    result = run("-c", "trap 'c=1' CHLD; (exit 3) & wait $!; wait $!; /bin/true; /bin/true; echo ${c-none}")
    assert result.out == "1\n"


def test_children_that_end_while_modules_are_imported(run: Run) -> None:
    # A handler that imports breaks an import that it interrupts: KeyError out of importlib.
    script = """
        set -m; : & sh -c 'kill -19 $$' & : & : | : &
        while false; do :; done; case x in x) ;; esac; f() { :; }; f; (:); : $((1)) ${x-y}; trap : USR1; : &
        jobs >f; kill -CONT $!; umask >f; ulimit >f; getopts a o; read x <f; test x = y; printf x >f; : & wait -n
        set +m; cat <<E | cat >f
E
    """
    for _ in range(15):
        run("-c", script)
