"""Job control (2.11): process groups, and who has the terminal.

An interactive shell has a process group of its own, and its terminal. A script with ``set -m`` stays in the group that it was
started in; it hands the terminal to its jobs only while that group is in the foreground. Without a terminal only process groups
are made.
"""

from __future__ import annotations

import os

from minishell.errors import SystemFailure
from minishell.system import descriptors, signals, terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.jobs.job import Job
    from minishell.jobs.table import JobTable
    from minishell.system.terminal import Modes

PATIENCE = 16
"""How often a shell in the background stops itself before it takes the terminal for lost: nobody may be there to continue it."""


class JobControl:
    """The terminal's side of ``set -m``. ``terminal`` is a descriptor of the shell's own, or -1."""

    __slots__ = ("_group", "_is_subshell", "_jobs", "_modes", "_original_group", "is_enabled", "is_interactive", "terminal")

    def __init__(self, jobs: JobTable) -> None:
        self._jobs = jobs
        self.terminal = -1
        self.is_enabled = False
        self.is_interactive = False
        self._is_subshell = False
        self._modes: Modes | None = None
        self._group = 0
        self._original_group = 0  # to whom the terminal is given back; 0 when it was not taken

    # Turning it on and off

    def set_enabled(self, value: bool) -> None:
        """``set -m`` and ``set +m``. An interactive shell takes the terminal, or gives it back, at once if it runs already."""
        if value == self.is_enabled or self._is_subshell:
            return
        self.is_enabled = value
        if not value:
            self._give_up()
        elif self.is_interactive:
            self._take_over()
        else:
            self._group = os.getpgrp()
            self._open_terminal()

    def start_interactive(self) -> None:
        """The shell is interactive, from now on or again after ``end_interactive``.

        Under ``set -m`` it becomes the leader of a process group of its own, in the foreground of the terminal; when it was
        started in the background, it stops itself until it is in the foreground (2.11).
        """
        self.is_interactive = True
        if self.is_enabled:
            self._take_over()
        else:
            signals.start_interactive(False)

    def end_interactive(self) -> None:
        """Give the terminal back to the group that had it before the shell, at its end or before it stops itself."""
        if self._original_group:
            terminal.set_foreground_group(self.terminal, self._original_group)
            try:
                os.setpgid(0, self._original_group)
            except OSError:
                pass  # the leader of a session stays where it is
            self._original_group = 0

    def _take_over(self) -> None:
        self._open_terminal()
        if self.terminal < 0 or not self._wait_for_foreground():
            self._close_terminal()
            signals.start_interactive(False)
            return
        signals.start_interactive(True)
        group = os.getpgrp()
        self._group = os.getpid()
        if group != self._group:
            try:
                os.setpgid(0, 0)
                self._original_group = group
            except OSError:
                self._group = group
        terminal.set_foreground_group(self.terminal, self._group)
        if self._modes is None:
            self._modes = terminal.modes(self.terminal)

    def _wait_for_foreground(self) -> bool:
        for _ in range(PATIENCE):
            front = terminal.foreground_group(self.terminal)
            if front < 0:
                return False
            if front == os.getpgrp():
                return True
            signals.set_handler(signals.SIGTTIN, None)
            os.kill(0, signals.SIGTTIN)
        return False

    def _give_up(self) -> None:
        self.end_interactive()
        self._close_terminal()
        if self.is_interactive:
            signals.start_interactive(False)

    def _open_terminal(self) -> None:
        if self.terminal < 0:
            fd = terminal.open_terminal()
            if fd >= 0:
                try:
                    self.terminal = descriptors.keep(fd, self._terminal_moved)
                except OSError as error:
                    raise SystemFailure(f"terminal: {os.strerror(error.errno or 0)}") from None

    def _terminal_moved(self, fd: int) -> None:
        self.terminal = fd

    def _close_terminal(self) -> None:
        if self.terminal >= 0:
            descriptors.close(self.terminal)
            self.terminal = -1

    # Starting jobs

    def child_setup(self, process_group: int, is_foreground: bool) -> None:
        """In the child: join the job's group (0: found it), and when in the foreground take the terminal, before the exec."""
        try:
            os.setpgid(0, process_group)
        except OSError:
            pass
        if is_foreground:
            self._put_in_front(process_group or os.getpid())

    def parent_setup(self, pid: int, process_group: int, is_foreground: bool) -> int:
        """In the shell, the same for the child *pid*, for either may run first; gives the job's process group."""
        group = process_group or pid
        try:
            os.setpgid(pid, group)
        except OSError:
            pass  # it has exec'ed already, after its own setpgid, or is gone
        if is_foreground:
            self._put_in_front(group)
        return group

    def _put_in_front(self, group: int) -> None:
        if self.terminal >= 0 and (self.is_interactive or terminal.foreground_group(self.terminal) == self._group):
            terminal.set_foreground_group(self.terminal, group)

    # Foreground jobs

    def give_terminal(self, job: Job) -> None:
        """Put a job in front; a job that was stopped gets the modes back that it had."""
        if self.terminal >= 0 and job.modes is not None:
            terminal.set_modes(self.terminal, job.modes)
        self._put_in_front(job.process_group)

    def take_terminal(self, job: Job) -> None:
        """After a foreground job: take the terminal back, and its modes, too, from a job that stopped or died of a signal.

        The modes that a job leaves are the shell's from now on only if it succeeded, as ``stty`` does.
        """
        if self.terminal < 0:
            return
        if self.is_interactive or terminal.foreground_group(self.terminal) == job.process_group:
            terminal.set_foreground_group(self.terminal, self._group)
        if job.is_stopped:
            job.modes = terminal.modes(self.terminal)
            self.restore_modes()
        elif job.killed_by:
            self.restore_modes()
        elif job.status == 0:
            self.save_modes()

    def save_modes(self) -> None:
        """Take the terminal's modes for the shell's own."""
        if self.terminal >= 0:
            self._modes = terminal.modes(self.terminal) or self._modes

    def restore_modes(self) -> None:
        """Give the terminal the shell's modes."""
        if self.terminal >= 0 and self._modes is not None:
            terminal.set_modes(self.terminal, self._modes)

    # Signals to jobs

    def continue_job(self, job: Job) -> None:
        """Let a job go on, stopped or just stopping: always SIGCONT, to the whole group. Raises OSError."""
        self.signal_job(job, signals.SIGCONT)
        job.mark_continued()
        self._jobs.make_current(job)

    def signal_job(self, job: Job, number: int) -> None:
        """Send a signal to a job: to its group, or, without job control, to each process that has not ended.

        Raises OSError, ProcessLookupError for a job that has ended: its group may be somebody else's by now.
        """
        if job.has_ended:
            raise ProcessLookupError
        if job.process_group:
            os.killpg(job.process_group, number)
            return
        for process in job.processes:
            if not process.has_ended:
                os.kill(process.pid, number)

    def hang_up(self) -> None:
        """The shell ends: remaining jobs get SIGHUP, and SIGCONT so that stopped ones hear it; disowned ones are spared."""
        for job in self._jobs.jobs.values():
            if not (job.is_spared or job.is_disowned):
                try:
                    self.signal_job(job, signals.SIGHUP)
                    self.signal_job(job, signals.SIGCONT)
                except OSError:
                    pass  # it has ended

    def enter_subshell(self) -> None:
        """A subshell controls no jobs."""
        self._is_subshell = True
        self.is_enabled = self.is_interactive = False
        self._group = self._original_group = 0
        self._close_terminal()
