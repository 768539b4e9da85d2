"""Processes and jobs (2.11). A job's state is derived from its processes, never stored."""

from __future__ import annotations

import os

from minishell.system.process import exit_status

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.system.terminal import Modes

RUNNING, STOPPED, DONE = "running", "stopped", "done"


class Process:
    """A child. ``raw_status`` is its last change as ``wait4`` told it (None: none yet); ``has_ended`` tells an end from a stop.

    ``is_async``: of an asynchronous list; ``usage`` is the ``rusage`` of its whole life, once it has ended; ``on_end`` is
    called with the exit status then, in the main flow.
    """

    __slots__ = ("has_ended", "is_async", "is_stopped", "on_end", "pid", "raw_status", "usage")

    def __init__(self, pid: int, is_async: bool = False) -> None:
        self.pid = pid
        self.is_async = is_async
        self.raw_status: int | None = None
        self.has_ended = False
        self.is_stopped = False
        self.usage: object | None = None
        self.on_end: Callable[[int], None] | None = None

    def change(self, raw_status: int, usage: object) -> None:
        """Take over a change of state."""
        if os.WIFCONTINUED(raw_status):
            self.is_stopped = False
            return
        self.raw_status = raw_status
        if os.WIFSTOPPED(raw_status):
            self.is_stopped = True
            return
        self.is_stopped = False
        self.has_ended = True
        self.usage = usage
        if self.on_end is not None:
            self.on_end(exit_status(raw_status))

    @property
    def status(self) -> int:
        """The exit status, or 128+n of the signal that stopped it; 0 while it runs."""
        return 0 if self.raw_status is None else exit_status(self.raw_status)

    @property
    def killed_by(self) -> int:
        """The signal that ended it; 0 when none did, or it has not ended."""
        if self.raw_status is None or not self.has_ended or not os.WIFSIGNALED(self.raw_status):
            return 0
        return os.WTERMSIG(self.raw_status)


class Job:
    """Processes started for one command.

    ``number`` is 0 until the job is in the table; ``process_group`` is 0 without job control; ``modes`` are the terminal's, kept
    while the job is stopped; ``reported`` is the state that the user was told last; ``is_spared``: no SIGHUP when the shell ends.
    """

    __slots__ = (
        "is_async",
        "is_disowned",
        "is_foreground",
        "is_spared",
        "modes",
        "number",
        "process_group",
        "processes",
        "reported",
        "text",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.number = 0
        self.processes: list[Process] = []
        self.process_group = 0
        self.is_foreground = False
        self.is_async = False
        self.is_disowned = False
        self.is_spared = False
        self.modes: Modes | None = None
        self.reported = RUNNING

    def add(self, process: Process) -> None:
        """Make *process* one of the job's."""
        self.processes.append(process)

    @property
    def state(self) -> str:
        """RUNNING while any process runs, else STOPPED while any is stopped, else DONE."""
        state = DONE
        for process in self.processes:
            if not process.has_ended:
                if not process.is_stopped:
                    return RUNNING
                state = STOPPED
        return state

    @property
    def is_stopped(self) -> bool:
        """Whether a process is stopped, and none runs."""
        return self.state == STOPPED

    @property
    def has_ended(self) -> bool:
        """Whether all processes have ended."""
        return all([process.has_ended for process in self.processes])

    @property
    def status(self) -> int:
        """The last process's; of a stopped job, that of a process that is stopped."""
        if self.is_stopped:
            return next(process.status for process in self.processes if process.is_stopped)
        return self.processes[-1].status if self.processes else 0

    def statuses(self) -> list[int]:
        """The exit status of each process."""
        return [process.status for process in self.processes]

    @property
    def killed_by(self) -> int:
        """The signal that ended the last process, 0 when none did."""
        return self.processes[-1].killed_by if self.processes else 0

    @property
    def dumped_core(self) -> bool:
        """Whether the last process left a core file."""
        raw_status = self.processes[-1].raw_status if self.processes else None
        return raw_status is not None and self.killed_by > 0 and os.WCOREDUMP(raw_status)

    def mark_reported(self) -> None:
        """The user was told the state that the job has now."""
        self.reported = self.state

    def mark_continued(self) -> None:
        """The job was sent SIGCONT: its stopped processes run again, and the user knows."""
        for process in self.processes:
            process.is_stopped = False
        self.reported = RUNNING
