"""Children, their ends, and those who wait for them; each test both with the SIGCHLD handler and with polling."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from collections.abc import Callable

import pytest

from minishell.jobs.job import DONE, STOPPED, Job, Process
from minishell.jobs.reaper import Reaper
from minishell.jobs.table import JobTable
from minishell.state.options import Options
from minishell.system import descriptors, process, signals

WAYS = pytest.mark.parametrize("polling", [False, True], ids=["handler", "polling"])


class Children:
    """A reaper with its table, and children that do what they are told."""

    def __init__(self, polling: bool = False, reports: bool = False) -> None:
        signals.start()
        self.options = Options()
        self.options.reapreport = reports
        self.table = JobTable()
        self.reaper = Reaper(self.table, self.options)
        self.reaper.install()
        if polling:
            self.reaper.set_polling(True)

    def start(self, run: Callable[[], object], job: Job | None = None) -> Process:
        """A child that does *run* and exits with what it returns."""
        self.reaper.hold()
        pid = process.fork()
        if pid == 0:
            self.reaper.forget()
            self.table.enter_subshell()
            signals.reset_for_child()
            status = run()
            os._exit(status if isinstance(status, int) else 0)
        child = self.reaper.register(pid, job)
        self.reaper.release()
        return child

    def exit_when_told(self, status: int, job: Job | None = None) -> tuple[Process, int]:
        """A child that ends when the descriptor is closed."""
        reader, writer = descriptors.pipe()

        def run() -> int:
            os.close(writer)
            os.read(reader, 1)
            return status

        child = self.start(run, job)
        os.close(reader)
        return child, writer


def background(text: str = "x") -> Job:
    job = Job(text)
    job.is_async = True
    return job


def state_in_proc(pid: int) -> str:
    """R, S, T, Z, or nothing for a process that is gone."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
            return file.read().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def wait_for_state(pid: int, *states: str) -> None:
    """Until the kernel says so; without asking for the child's status."""
    while state_in_proc(pid) not in states:
        time.sleep(0.001)


@WAYS
def test_the_status_of_a_child(polling: bool) -> None:
    children = Children(polling)
    assert children.reaper.wait_for_process(children.start(lambda: 7)) == 7
    assert children.table.by_pid == {}


@WAYS
def test_a_child_that_a_signal_killed(polling: bool) -> None:
    children = Children(polling)
    child = children.start(lambda: os.kill(os.getpid(), 15))
    assert children.reaper.wait_for_process(child) == 143
    assert child.killed_by == 15
    assert child.usage is not None


@WAYS
def test_a_child_that_ended_before_anybody_waits(polling: bool) -> None:
    children = Children(polling)
    child = children.start(lambda: 7)
    wait_for_state(child.pid, "Z" if polling else "")
    assert children.reaper.wait_for_process(child) == 7


def test_the_handler_leaves_no_zombie() -> None:
    children = Children()
    child = children.start(lambda: 7)
    wait_for_state(child.pid, "")
    assert not child.has_ended
    children.reaper.poll()
    assert child.status == 7


def test_a_held_leader_keeps_its_group_alive() -> None:
    children = Children()
    children.reaper.hold()
    leader = children.start(lambda: os.setpgid(0, 0))
    wait_for_state(leader.pid, "Z")
    second, writer = children.exit_when_told(0)
    os.setpgid(second.pid, leader.pid)
    children.reaper.release()
    assert state_in_proc(leader.pid) == ""
    os.close(writer)
    assert children.reaper.wait_for_process(second) == 0
    assert leader.has_ended


@WAYS
def test_waiting_for_one_notes_the_end_of_all_others(polling: bool) -> None:
    # sleep 0.1 & sleep 3
    children = Children(polling)
    first, first_writer = children.exit_when_told(3, background())

    def end_the_first() -> int:
        os.close(first_writer)
        wait_for_state(first.pid, "Z", "")
        return 4

    second = children.start(end_the_first)
    os.close(first_writer)
    assert children.reaper.wait_for_process(second) == 4
    children.reaper.poll()
    assert first.status == 3
    assert children.table.remembered == {first.pid: 3}


@pytest.mark.slow
@WAYS
def test_a_crowd_of_children(polling: bool) -> None:
    children = Children(polling)
    crowd = [children.start(lambda number=number: number) for number in range(40)]  # type: ignore[misc]
    assert [children.reaper.wait_for_process(child) for child in crowd] == list(range(40))
    assert children.table.by_pid == {}


@WAYS
def test_children_that_nobody_registered_are_forgotten(polling: bool) -> None:
    children = Children(polling)
    strangers = [os.spawnv(os.P_NOWAIT, "/bin/true", ["true"]) for _ in range(3)]
    child = children.start(lambda: 5)
    assert children.reaper.wait_for_process(child) == 5
    for pid in strangers:
        while state_in_proc(pid):
            children.reaper.poll()
    assert children.table.by_pid == {}


@WAYS
def test_orphans_that_come_to_us_are_forgotten(polling: bool) -> None:
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # a subreaper, as pid 1 of a container is
    children = Children(polling)
    reader, writer = os.pipe()

    def run() -> int:
        pid = os.fork()
        if pid == 0:
            os.read(reader, 1)
            os._exit(9)
        return 5

    os.set_inheritable(writer, False)
    assert children.reaper.wait_for_process(children.start(run)) == 5
    os.write(writer, b"x")
    assert children.reaper.wait_for_process(children.start(lambda: 6)) == 6


@WAYS
def test_stop_and_continue_under_job_control(polling: bool) -> None:
    children = Children(polling)
    job = background()
    child = children.start(lambda: os.kill(os.getpid(), signal.SIGSTOP) or 3, job)
    job.process_group = child.pid
    children.table.add(job)
    assert children.reaper.wait_for_job(job) == 147
    assert job.state == STOPPED
    os.kill(child.pid, signal.SIGCONT)
    children.reaper.wait_until(lambda: job.state != STOPPED)
    assert children.reaper.wait_for_job(job) == 3
    assert job.state == DONE


def test_without_job_control_a_stopped_child_is_waited_for() -> None:
    children = Children()
    child = children.start(lambda: os.kill(os.getpid(), signal.SIGSTOP) or 3)

    def go_on() -> None:
        wait_for_state(child.pid, "T")
        os.kill(child.pid, signal.SIGCONT)

    children.start(go_on)
    assert children.reaper.wait_for_process(child) == 3


@WAYS
def test_the_status_of_a_pipeline_is_the_last_one_whoever_ends_first(polling: bool) -> None:
    children = Children(polling)
    job = Job("a | b")
    first, writer = children.exit_when_told(3, job)
    last = children.start(lambda: 4, job)
    children.start(lambda: wait_for_state(last.pid, "Z", "") or os.close(writer))
    os.close(writer)
    assert children.reaper.wait_for_job(job) == 4
    assert job.statuses() == [3, 4]
    assert first.has_ended


@WAYS
def test_a_trapped_signal_ends_an_interruptible_wait(polling: bool) -> None:
    children = Children(polling)
    signals.catch(10)
    shell = os.getpid()
    sleeper, _writer = children.exit_when_told(0, background())
    children.start(lambda: os.kill(shell, 10))
    assert children.reaper.wait_until(lambda: sleeper.has_ended, interruptible=True) is False
    assert 10 in signals.pending
    assert not sleeper.has_ended


def test_a_trapped_signal_does_not_end_a_foreground_wait() -> None:
    children = Children()
    signals.catch(10)
    shell = os.getpid()
    child = children.start(lambda: os.kill(shell, 10) or 3)
    assert children.reaper.wait_for_process(child) == 3
    assert signals.pending == [10]


@pytest.mark.slow
@WAYS
def test_no_wake_up_is_lost_in_a_storm_of_signals(polling: bool) -> None:
    children = Children(polling)
    signals.catch(10)
    shell = os.getpid()
    storm = children.start(lambda: [os.kill(shell, 10) for _ in range(1000)] and 0)
    for number in range(40):
        assert children.reaper.wait_for_process(children.start(lambda number=number: number)) == number  # type: ignore[misc]
    assert children.reaper.wait_for_process(storm) == 0


def test_others_may_take_the_wake_up_away_between_waits() -> None:
    children = Children()
    children.start(lambda: 0, background())
    children.reaper.wait_until(lambda: not children.table.by_pid)
    signal.set_wakeup_fd(-1)
    child, writer = children.exit_when_told(3, background())
    children.start(lambda: os.close(writer))
    os.close(writer)
    assert children.reaper.wait_for_process(child) == 3


def test_the_wake_up_moves_out_of_the_way_of_a_redirection() -> None:
    children = Children()
    child, writer = children.exit_when_told(3, background())
    children.reaper.wait_until(lambda: True)
    for fd in range(10, 30):  # { …; } 10>&-
        if fd != writer:
            descriptors.make_room(fd)
            descriptors.place(fd, None)
    children.start(lambda: os.close(writer))
    os.close(writer)
    assert children.reaper.wait_for_process(child) == 3


def interrupt_the_waiting(shell: int) -> None:
    wait_for_state(shell, "S")
    os.kill(shell, signal.SIGINT)


def test_sigint_takes_a_shell_along_whose_command_died_of_it() -> None:
    pid = os.fork()
    if pid == 0:
        children = Children()
        shell = os.getpid()
        child = children.start(lambda: [interrupt_the_waiting(shell), os.kill(os.getpid(), signal.SIGINT)])
        children.reaper.wait_for_process(child)
        os._exit(0)
    assert os.waitpid(pid, 0)[1] == 2


@WAYS
def test_sigint_is_the_commands_own_when_it_handles_it(polling: bool) -> None:
    children = Children(polling)
    shell = os.getpid()
    assert children.reaper.wait_for_process(children.start(lambda: interrupt_the_waiting(shell) or 3)) == 3


def test_sigint_that_only_the_command_got_is_no_business_of_the_shell() -> None:
    children = Children()
    assert children.reaper.wait_for_process(children.start(lambda: os.kill(os.getpid(), 2))) == 130


@WAYS
def test_reports_for_asynchronous_lists_only(polling: bool) -> None:
    children = Children(polling, reports=True)
    child = children.start(lambda: 3, background())
    children.reaper.wait_for_process(children.start(lambda: 0))
    children.reaper.wait_until(lambda: child.has_ended)
    assert children.reaper.take_reports() == [f"Reaped child process {child.pid}"]
    assert children.reaper.take_reports() == []


@WAYS
def test_an_end_calls_for_attention_at_the_next_safe_point(polling: bool) -> None:
    children = Children(polling, reports=True)
    child = children.start(lambda: 3, background())
    while signals.REAPED not in signals.pending:
        pass
    assert children.reaper.has_reports_to_come()
    while child.pid in children.table.by_pid:
        children.reaper.poll()
    assert children.reaper.take_reports() == [f"Reaped child process {child.pid}"]
    assert not children.reaper.has_reports_to_come()


def test_polling_calls_for_attention_as_long_as_there_are_children() -> None:
    children = Children(polling=True)
    assert signals.pending == []
    child, writer = children.exit_when_told(0)
    assert signals.pending == [signals.REAPED]
    signals.pending.clear()
    children.reaper.poll()
    assert signals.pending == [signals.REAPED]
    signals.pending.clear()
    os.close(writer)
    children.reaper.wait_for_process(child)
    children.reaper.poll()
    assert signals.pending == []


def test_polling_needs_no_sigchld() -> None:
    children = Children(polling=True)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    assert children.reaper.wait_for_process(children.start(lambda: 7, background())) == 7


def test_reports_are_written_while_something_else_is_waited_for() -> None:
    children = Children(reports=True)
    written: list[str] = []
    children.reaper.reporter = written.append
    first = children.start(lambda: 3, background())
    second, writer = children.exit_when_told(0, background())
    children.reaper.wait_until(lambda: bool(written))
    assert written == [f"Reaped child process {first.pid}"]
    assert not second.has_ended
    os.close(writer)


def test_nothing_is_collected_when_nobody_wants_reports() -> None:
    children = Children()
    child = children.start(lambda: 3, background())
    children.reaper.wait_for_process(child)
    assert children.reaper.take_reports() == []
    assert not children.reaper.has_reports_to_come()


def test_the_handler_wakes_the_editor() -> None:
    children = Children()
    woken: list[bool] = []
    children.reaper.on_change = lambda: woken.append(True)
    children.reaper.wait_for_process(children.start(lambda: 3, background()))
    assert woken


def test_a_trap_on_chld_is_noted_and_the_child_reaped_all_the_same() -> None:
    children = Children()
    signals.catch(17)
    assert children.reaper.wait_for_process(children.start(lambda: 3)) == 3
    assert signals.pending == [17]


def test_sigchld_ignored_when_the_shell_started() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
    children = Children()
    assert children.reaper.wait_for_process(children.start(lambda: 3)) == 3
    assert children.reaper.wait_for_process(children.start(lambda: 4, background())) == 4


@WAYS
def test_children_whose_status_somebody_else_took_are_no_hang(polling: bool) -> None:
    children = Children(polling)
    children.reaper.hold()
    child = children.start(lambda: 3)
    os.waitpid(child.pid, 0)
    children.reaper.release()
    assert children.reaper.wait_for_process(child) == 127


@WAYS
def test_reading_while_children_end(polling: bool) -> None:
    # sleep 0.2 & x=$(long output)
    children = Children(polling)
    reader, writer = descriptors.pipe()
    child = children.start(lambda: 3, background())

    def run() -> None:
        wait_for_state(child.pid, "", "Z")
        os.write(writer, b"x")

    children.start(run)
    os.close(writer)
    assert children.reaper.wait_readable(reader) is True
    assert os.read(reader, 2) == b"x"
    assert children.reaper.wait_readable(reader) is True  # at its end
    children.reaper.poll()
    assert child.status == 3


def test_reading_ends_at_a_trapped_signal_or_in_time() -> None:
    children = Children()
    reader, _writer = descriptors.pipe()
    assert children.reaper.wait_readable(reader, timeout_seconds=0.01) is False
    assert children.reaper.wait_readable(reader, timeout_seconds=0) is False
    signals.catch(10)
    shell = os.getpid()
    children.start(lambda: os.kill(shell, 10))
    assert children.reaper.wait_readable(reader, interruptible=True) is False


def test_a_forked_child_knows_no_children_of_its_parent() -> None:
    children = Children(reports=True)
    other, writer = children.exit_when_told(3, background())

    def run() -> int:
        own = children.start(lambda: 5, background())
        status = children.reaper.wait_for_process(own)
        return status if children.reaper.take_reports() == [] and not children.reaper.has_reports_to_come() else 1

    assert children.reaper.wait_for_process(children.start(run)) == 5
    os.close(writer)
    assert children.reaper.wait_for_process(other) == 3
    assert children.reaper.take_reports() == [f"Reaped child process {other.pid}"]


def test_the_end_of_a_process_is_told_in_the_main_flow() -> None:
    children = Children()
    told: list[int] = []
    child = children.start(lambda: 3)
    child.on_end = told.append
    children.reaper.wait_for_process(child)
    assert told == [3]
