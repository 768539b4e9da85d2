"""Process groups and the terminal, on a pseudo-terminal that is the test's own."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import termios
import time
from collections.abc import Callable

import pytest

from minishell.jobs.control import JobControl
from minishell.jobs.job import Job
from minishell.jobs.reaper import Reaper
from minishell.jobs.table import JobTable
from minishell.state.options import Options
from minishell.system import descriptors, process, signals


class Terminal:
    """A shell's job control in a session with a terminal of its own."""

    def __init__(self, interactive: bool | None = True) -> None:
        os.setsid()
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        os.dup2(slave, 0)
        os.close(slave)
        if interactive is not None:  # else there is no shell yet, only its terminal
            self.begin(interactive)

    def begin(self, interactive: bool) -> None:
        signals.start()
        self.table = JobTable()
        self.reaper = Reaper(self.table, Options())
        self.reaper.install()
        self.control = JobControl(self.table)
        self.control.set_enabled(True)
        if interactive:
            self.control.start_interactive()

    def start(self, run: Callable[[], object], is_foreground: bool = True, job: Job | None = None) -> Job:
        """A process of *job*, which is a new one when not given, that does *run* and exits with what it returns."""
        job = job or Job("x")
        self.reaper.hold()
        pid = process.fork()
        if pid == 0:
            self.control.child_setup(job.process_group, is_foreground)
            self.reaper.forget()
            self.table.enter_subshell()
            self.control.enter_subshell()
            signals.reset_for_child()
            status = run()
            os._exit(status if isinstance(status, int) else 0)
        job.process_group = self.control.parent_setup(pid, job.process_group, is_foreground)
        self.reaper.register(pid, job)
        self.reaper.release()
        return job

    def finish(self, job: Job) -> int:
        """Wait for a foreground job, and take the terminal back."""
        status = self.reaper.wait_for_job(job)
        self.control.take_terminal(job)
        return status


def stop_then_exit_3() -> int:
    os.kill(os.getpid(), signal.SIGSTOP)
    return 3


def is_echoing() -> bool:
    return bool(termios.tcgetattr(0)[3] & termios.ECHO)


def set_echo(value: bool) -> None:
    modes = termios.tcgetattr(0)
    modes[3] = modes[3] | termios.ECHO if value else modes[3] & ~termios.ECHO
    termios.tcsetattr(0, termios.TCSADRAIN, modes)


def test_a_foreground_job_has_the_terminal_from_its_beginning() -> None:
    shell = Terminal()
    job = shell.start(lambda: 0 if os.tcgetpgrp(0) == os.getpgrp() == os.getpid() else 1)
    assert shell.finish(job) == 0
    assert os.tcgetpgrp(0) == os.getpgrp()


def test_a_background_job_has_it_not() -> None:
    shell = Terminal()
    job = shell.start(lambda: 0 if os.tcgetpgrp(0) == os.getppid() and os.getpgrp() == os.getpid() else 1, is_foreground=False)
    assert shell.reaper.wait_for_job(job) == 0


def test_a_background_job_that_reads_the_terminal_is_stopped() -> None:
    shell = Terminal()
    job = shell.start(lambda: os.read(0, 1) and 0, is_foreground=False)
    assert shell.reaper.wait_for_job(job) == 128 + signal.SIGTTIN
    shell.control.signal_job(job, signal.SIGKILL)
    shell.reaper.wait_until(lambda: job.has_ended)
    assert job.status == 137


def test_all_of_a_pipeline_is_one_group_even_when_its_leader_has_ended() -> None:
    shell = Terminal()
    shell.reaper.hold()
    job = shell.start(lambda: 0)
    while True:
        with open(f"/proc/{job.processes[0].pid}/stat", encoding="utf-8") as file:
            if file.read().rpartition(")")[2].split()[0] == "Z":
                break
    shell.start(lambda: 0 if os.getpgrp() == os.getppid() or os.tcgetpgrp(0) == os.getpgrp() else 1, job=job)
    shell.reaper.release()
    assert shell.finish(job) == 0
    assert job.process_group == job.processes[0].pid


def test_a_stopped_job_leaves_the_terminal_as_the_shell_had_it() -> None:
    shell = Terminal()

    def run() -> int:
        set_echo(False)
        os.kill(os.getpid(), signal.SIGSTOP)
        return 3 if not is_echoing() else 4

    job = shell.start(run)
    assert shell.finish(job) == 147
    assert is_echoing()
    assert os.tcgetpgrp(0) == os.getpgrp()
    shell.table.add(job)
    # fg
    shell.control.give_terminal(job)
    shell.control.continue_job(job)
    assert shell.finish(job) == 3


def test_a_killed_job_leaves_the_terminal_as_the_shell_had_it() -> None:
    shell = Terminal()
    job = shell.start(lambda: set_echo(False) or os.kill(os.getpid(), 9))
    assert shell.finish(job) == 137
    assert is_echoing()


@pytest.mark.parametrize("status", [0, 1])
def test_only_a_job_that_succeeds_may_change_the_modes_for_good(status: int) -> None:
    shell = Terminal()
    shell.finish(shell.start(lambda: set_echo(False) or status))
    assert not is_echoing()
    shell.finish(shell.start(lambda: set_echo(status == 0) or os.kill(os.getpid(), 9)))
    assert is_echoing() == (status == 1)


def test_the_stop_key_is_for_jobs_only() -> None:
    shell = Terminal()
    os.kill(0, signal.SIGTSTP)
    job = shell.start(lambda: os.kill(0, signal.SIGTSTP) or 3)
    assert shell.finish(job) == 148
    shell.control.continue_job(job)
    assert shell.reaper.wait_for_job(job) == 3


def test_a_shell_in_the_background_waits_until_it_is_in_the_foreground() -> None:
    outer = Terminal(None)
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        outer.begin(interactive=True)
        os._exit(0 if os.tcgetpgrp(0) == os.getpgrp() else 1)
    assert os.WSTOPSIG(os.waitpid(child, os.WUNTRACED)[1]) == signal.SIGTTIN
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    os.tcsetpgrp(0, child)
    os.kill(child, signal.SIGCONT)
    assert os.waitpid(child, os.WUNTRACED)[1] == 0


def test_an_orphan_in_the_background_does_without_job_control_in_the_end() -> None:
    Terminal()
    reader, writer = os.pipe()
    if os.fork() == 0:
        os.setpgid(0, 0)
        parent = os.getpid()
        if os.fork() == 0:
            while os.getppid() == parent:
                time.sleep(0.001)
            # Nobody of the session is left above us: the kernel stops no orphaned group.
            shell = JobControl(JobTable())
            shell.set_enabled(True)
            shell.start_interactive()
            os.write(writer, b"%d" % shell.terminal)
            os._exit(0)
        os._exit(0)
    os.close(writer)
    assert os.read(reader, 10) == b"-1"


def test_the_terminal_goes_back_to_who_had_it() -> None:
    outer = Terminal(None)
    child = os.fork()
    if child == 0:
        before = os.getpgrp()
        outer.begin(interactive=True)
        own = os.getpgrp()
        outer.control.end_interactive()
        os._exit(0 if own == os.getpid() != before == os.getpgrp() == os.tcgetpgrp(0) else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_a_script_stays_in_its_group_and_lends_the_terminal() -> None:
    shell = Terminal(interactive=False)
    job = shell.start(lambda: 0 if os.tcgetpgrp(0) == os.getpgrp() == os.getpid() else 1)
    assert shell.finish(job) == 0
    assert os.tcgetpgrp(0) == os.getpgrp()
    assert signal.getsignal(signal.SIGTSTP) == signal.SIG_DFL


def test_a_script_in_the_background_leaves_the_terminal_alone() -> None:
    outer = Terminal(None)
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        front = os.tcgetpgrp(0)
        outer.begin(interactive=False)
        job = outer.start(lambda: 0 if os.tcgetpgrp(0) == front else 1)
        status = outer.finish(job)
        os._exit(status if os.tcgetpgrp(0) == front else 2)
    assert os.waitpid(child, 0)[1] == 0


def test_without_a_terminal_there_are_groups_all_the_same() -> None:
    os.setsid()
    null = os.open("/dev/null", os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)
    shell = Terminal.__new__(Terminal)
    shell.begin(interactive=False)
    assert shell.control.terminal == -1
    job = shell.start(lambda: 5 if os.getpgrp() == os.getpid() else 1)
    assert shell.finish(job) == 5


def test_turning_it_off_and_on_again() -> None:
    shell = Terminal()
    shell.control.set_enabled(False)
    assert shell.control.terminal == -1
    assert signal.getsignal(signal.SIGTSTP) == signal.SIG_DFL
    shell.control.set_enabled(True)
    assert signal.getsignal(signal.SIGTSTP) == signal.SIG_IGN
    assert shell.finish(shell.start(lambda: 0 if os.tcgetpgrp(0) == os.getpid() else 1)) == 0


def test_a_subshell_controls_nothing() -> None:
    shell = Terminal()
    terminal = shell.control.terminal
    shell.control.enter_subshell()
    shell.control.set_enabled(True)
    assert not shell.control.is_enabled
    assert shell.control.terminal == -1
    assert not descriptors.is_open(terminal)


def test_the_terminal_moves_out_of_the_way_of_a_redirection() -> None:
    shell = Terminal()
    fd = shell.control.terminal
    descriptors.make_room(fd)
    descriptors.place(fd, None)
    assert shell.control.terminal != fd
    assert shell.finish(shell.start(lambda: 0 if os.tcgetpgrp(0) == os.getpid() else 1)) == 0


def test_continuing_wakes_the_whole_group() -> None:
    shell = Terminal()
    job = shell.start(stop_then_exit_3, is_foreground=False)
    shell.start(stop_then_exit_3, is_foreground=False, job=job)
    shell.table.add(job)
    assert shell.reaper.wait_for_job(job) == 147
    shell.control.continue_job(job)
    assert job.state == "running"
    assert shell.reaper.wait_for_job(job) == 3
    assert job.statuses() == [3, 3]


def test_an_ended_job_is_signalled_no_more() -> None:
    shell = Terminal()
    job = shell.start(lambda: 0)
    shell.finish(job)
    with pytest.raises(ProcessLookupError):
        shell.control.signal_job(job, 0)


def test_hanging_up_reaches_stopped_jobs_and_spares_disowned_ones() -> None:
    shell = Terminal()
    jobs = [shell.start(stop_then_exit_3, is_foreground=False) for _ in range(3)]
    for job in jobs:
        shell.table.add(job)
        shell.reaper.wait_for_job(job)
    jobs[1].is_spared = True
    jobs[2].is_disowned = True
    shell.control.hang_up()
    assert shell.reaper.wait_until(lambda: jobs[0].has_ended)
    assert jobs[0].status == 129
    assert [job.state for job in jobs[1:]] == ["stopped", "stopped"]
    for job in jobs[1:]:
        shell.control.signal_job(job, signal.SIGKILL)


def test_a_terminal_that_hung_up_is_no_error() -> None:
    shell = Terminal()
    signals.ignore(signals.SIGHUP)
    os.close(shell.master)
    job = shell.start(lambda: 3)
    assert shell.finish(job) == 3
    shell.control.save_modes()
    shell.control.restore_modes()
    shell.control.end_interactive()
