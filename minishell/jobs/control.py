"""Job control (2.11): process groups, and who has the terminal."""

from __future__ import annotations

import os
import termios
from errno import EINTR

from minishell.system import descriptors, signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from minishell.jobs.job import Job
    from minishell.jobs.table import JobTable


class JobControl:
    """The terminal's side of ``set -m``. Without a terminal only process groups are made.

    ``terminal`` is a descriptor of the shell's own, or -1.
    """

    __slots__ = ("_group", "_jobs", "_modes", "_original_group", "is_enabled", "is_interactive", "terminal")

    def __init__(self, jobs: JobTable) -> None:
        self._jobs = jobs
        self.terminal = -1
        self.is_enabled = False
        self.is_interactive = False
        self._modes: list[Any] | None = None
        self._group = 0
        self._original_group = 0

    def set_enabled(self, value: bool) -> None:
        """``set -m`` and ``set +m``."""
        self.is_enabled = value

    # Start and end of an interactive shell

    def start_interactive(self) -> None:
        """Become the leader of a process group of its own, in front of the terminal (2.11).

        A shell that was started in the background stops itself until it is in the foreground.
        """
        self.is_interactive = True
        self._open_terminal()
        if self.terminal < 0:
            return
        while True:
            try:
                front = os.tcgetpgrp(self.terminal)
            except OSError:
                break
            if front == os.getpgrp():
                break
            signals.set_handler(signals.SIGTTIN, None)
            os.kill(0, signals.SIGTTIN)
        signals.start_interactive(True)
        self._original_group = os.getpgrp()
        self._group = os.getpid()
        try:
            if self._original_group != self._group:
                os.setpgid(0, 0)
        except OSError:
            self._group = self._original_group
        self._put_in_front(self._group)
        self.save_modes()

    def _open_terminal(self) -> None:
        for fd in (2, 0, 1):
            if os.isatty(fd):
                copy = descriptors.duplicate_up(fd)
                if copy is not None:
                    self.terminal = descriptors.keep(copy, self._terminal_moved)
                    return
        try:
            self.terminal = descriptors.keep(os.open("/dev/tty", os.O_RDWR), self._terminal_moved)
        except OSError:
            self.terminal = -1

    def _terminal_moved(self, fd: int) -> None:
        self.terminal = fd

    def end_interactive(self) -> None:
        """Give the terminal back to the group that had it before the shell."""
        if self.terminal >= 0 and self._original_group and self._original_group != self._group:
            self._put_in_front(self._original_group)
            try:
                os.setpgid(0, self._original_group)
            except OSError:
                pass

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
        if self.terminal < 0:
            return
        signals.block((signals.SIGTTOU,))
        try:
            os.tcsetpgrp(self.terminal, group)
        except OSError:
            pass  # no terminal of ours (any more), or the group is gone
        finally:
            signals.unblock((signals.SIGTTOU,))

    # Foreground jobs

    def give_terminal(self, job: Job) -> None:
        """Put a job in front; a job that was stopped gets the modes back that it had."""
        if job.modes is not None and self.terminal >= 0:
            self._set_modes(job.modes)  # type: ignore[arg-type]
        self._put_in_front(job.process_group)

    def take_terminal(self, job: Job) -> None:
        """After a foreground job: take the terminal, and its modes back from a job that stopped or died of a signal."""
        if self.terminal < 0 or not self._group:
            return
        self._put_in_front(self._group)
        if job.is_stopped:
            job.modes = self._get_modes()
            self.restore_modes()
        elif job.killed_by:
            self.restore_modes()
        else:
            self.save_modes()

    def save_modes(self) -> None:
        """Take the terminal's modes for the shell's own."""
        modes = self._get_modes()
        if modes is not None:
            self._modes = modes

    def restore_modes(self) -> None:
        """Give the terminal the shell's modes."""
        if self._modes is not None and self.terminal >= 0:
            self._set_modes(self._modes)

    def _get_modes(self) -> list[Any] | None:
        if self.terminal < 0:
            return None
        try:
            return termios.tcgetattr(self.terminal)
        except termios.error:
            return None

    def _set_modes(self, modes: list[Any]) -> None:
        signals.block((signals.SIGTTOU,))
        try:
            while True:
                try:
                    termios.tcsetattr(self.terminal, termios.TCSADRAIN, modes)
                    return
                except termios.error as error:
                    if error.args[0] != EINTR:
                        return
        finally:
            signals.unblock((signals.SIGTTOU,))

    def continue_job(self, job: Job) -> None:
        """Let a job go on, stopped or just stopping: always SIGCONT, to the whole group."""
        job.mark_continued()
        self.signal_job(job, signals.SIGCONT)

    def signal_job(self, job: Job, number: int) -> None:
        """Send a signal to a job: to its group, or, without job control, to each process that has not ended. Raises OSError."""
        if job.process_group:
            os.killpg(job.process_group, number)
            return
        for process in job.processes:
            if not process.has_ended:
                os.kill(process.pid, number)

    def hang_up(self) -> None:
        """The shell ends: remaining jobs get SIGHUP, and SIGCONT so that stopped ones hear it; disowned ones are spared."""
        for job in list(self._jobs.jobs.values()):
            if job.is_spared or job.is_disowned or job.has_ended:
                continue
            for number in (signals.SIGHUP, signals.SIGCONT):
                try:
                    self.signal_job(job, number)
                except OSError:
                    break

    def enter_subshell(self) -> None:
        """A subshell controls no jobs."""
        self.is_interactive = False
        self._group = 0
        if self.terminal >= 0:
            descriptors.close(self.terminal)
            self.terminal = -1
