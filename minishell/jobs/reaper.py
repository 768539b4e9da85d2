"""The reaper: the only caller of ``wait4``, and the only place where the shell sleeps for its children.

The SIGCHLD handler reaps whatever has changed into a list of events, at once, so that no zombie waits for anybody. The main
flow applies all of them to the job table whenever it waits, whomever it waits for, and at safe points.

While a job is being built the handler is held: a dead leader that is not reaped keeps its process group alive for the processes
that are to join it, and no child can end unknown. A child that nobody has registered when it is reaped was inherited by exec,
or given to us as the init of a container: it is forgotten.

``set -o pollreap`` reaps without the handler, at safe points and in waits; everything else is the same. Then nothing depends on
SIGCHLD: it only makes sleeps shorter.
"""

from __future__ import annotations

import os
import select
from time import monotonic

from minishell.errors import NOT_FOUND, SystemFailure
from minishell.jobs.job import DONE, STOPPED, Job, Process
from minishell.jobs.report import reaped
from minishell.system import descriptors, signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.jobs.table import JobTable
    from minishell.state.options import Options

CHANGES = os.WNOHANG | os.WUNTRACED | os.WCONTINUED
POLL_SECONDS = 0.05
"""How long a sleep lasts at most while children are polled for."""


class Reaper:
    """Reaps children, and sleeps for all who wait.

    ``reporter`` is given each line ``Reaped child process N`` in the main flow; ``on_change`` is called in the signal handler
    after it reaped something, and may do no more than wake somebody up.
    """

    __slots__ = (
        "_events",
        "_has_missed",
        "_held",
        "_is_forked",
        "_is_polling",
        "_jobs",
        "_options",
        "_reader",
        "_reports",
        "_running_async",
        "_writer",
        "on_change",
        "reporter",
    )

    def __init__(self, jobs: JobTable, options: Options) -> None:
        self._jobs = jobs
        self._options = options
        self._events: list[tuple[Process, int, object]] = []  # reaped, and not applied yet
        self._held = 0
        self._has_missed = False  # a SIGCHLD came while held
        self._is_polling = False
        self._is_forked = False
        self._reader = self._writer = -1
        self._reports: list[str] = []
        self._running_async = 0
        self.on_change: Callable[[], None] | None = None
        self.reporter: Callable[[str], None] | None = None

    # Reaping

    def install(self) -> None:
        """Take over SIGCHLD, however it was when the shell started."""
        import resource  # noqa: F401 - wait4 imports it at its first call, which must not be in the signal handler

        signals.set_handler(signals.SIGCHLD, self._on_sigchld)

    def set_polling(self, value: bool) -> None:
        """Reap at safe points instead of in the handler, or the reverse."""
        self._is_polling = value
        self.poll()

    def _on_sigchld(self, signal_number: int, frame: object) -> None:
        if signals.is_caught(signals.SIGCHLD):
            signals.pending.append(signals.SIGCHLD)
        if self._held:
            self._has_missed = True
        elif not self._is_polling:
            self._reap()
        if self.on_change is not None:
            self.on_change()

    def _reap(self) -> bool:
        """Collect every change there is, in order; False when there are no children at all.

        Must loop: signals of children that end together are merged into one. A handler that interrupts it leaves the work to it.
        """
        while True:
            self._has_missed = False
            self._held += 1
            try:
                has_children = self._collect()
            finally:
                self._held -= 1
            if self._held or not self._has_missed:
                return has_children

    def _collect(self) -> bool:
        by_pid = self._jobs.by_pid
        while True:
            try:
                pid, raw_status, usage = os.wait4(-1, CHANGES)
            except ChildProcessError:
                return False
            if pid == 0:
                return True
            process = by_pid.get(pid)
            if process is not None:
                self._events.append((process, raw_status, usage))
                if process.is_async:
                    self._call_attention()

    def _call_attention(self) -> None:
        if signals.REAPED not in signals.pending:
            signals.pending.append(signals.REAPED)

    def hold(self) -> None:
        """Leave children that end unreaped until ``release``; the two may be nested."""
        self._held += 1

    def release(self) -> None:
        """End a ``hold``; the last one reaps what ended meanwhile."""
        self._held -= 1
        if self._has_missed and not self._held and not self._is_polling:
            self._reap()

    def register(self, pid: int, job: Job | None = None) -> Process:
        """Know the child *pid*, of *job* if any; called between ``hold`` and ``release``, before anything could reap it."""
        process = Process(pid, job is not None and job.is_async)
        if process.is_async:
            self._running_async += 1
        self._jobs.register(process, job)
        if self._is_polling:
            self._call_attention()
        return process

    def poll(self) -> None:
        """Bring the job table up to date."""
        self._reap()
        self._apply()
        if self._is_polling and self._jobs.by_pid:
            self._call_attention()  # so that the next safe point polls, too

    def _apply(self) -> None:
        while self._events:
            events, self._events = self._events, []
            for process, raw_status, usage in events:
                self._take(process, raw_status, usage)

    def _take(self, process: Process, raw_status: int, usage: object) -> None:
        self._jobs.apply(process, raw_status, usage)
        if process.is_async and process.has_ended:
            self._running_async -= 1
            if self._options.reapreport and not self._is_forked:
                self._reports.append(reaped(process.pid))

    # Reports

    def take_reports(self) -> list[str]:
        """The lines about reaped children that were not written yet."""
        reports = self._reports
        if reports:
            self._reports = []
        return reports

    def report_now(self) -> None:
        """Give all lines to the reporter."""
        if self.reporter is not None:
            for text in self.take_reports():
                self.reporter(text)

    def has_reports_to_come(self) -> bool:
        """Whether a line about a child that still runs will have to be written by this process."""
        return self._options.reapreport and not self._is_forked and bool(self._running_async or self._events or self._reports)

    # Waiting

    def wait_for_process(self, process: Process) -> int:
        """Wait until *process* has ended; its exit status. Signals do not end the wait: traps run after it (2.12)."""
        if self._events:
            self._apply()
        if not process.has_ended:
            signals.begin_wait()
            try:
                self._wait_for(process)
            finally:
                was_interrupted = signals.end_wait()
            if was_interrupted:
                die_along(process.killed_by)
        return process.status

    def wait_for_job(self, job: Job) -> int:
        """Wait until *job* has ended, or under job control until it stopped; its status."""
        if len(job.processes) == 1 and not job.process_group:
            return self.wait_for_process(job.processes[0])
        signals.begin_wait()
        try:
            if job.process_group:
                self.wait_until(lambda: job.state in (DONE, STOPPED))
            else:
                for process in job.processes:
                    self._wait_for(process)
        finally:
            was_interrupted = signals.end_wait()
        if was_interrupted:
            die_along(job.killed_by)
        return job.status

    def _wait_for(self, process: Process) -> None:
        if not process.has_ended and not self._running_async and not self._is_polling:
            # Nobody else to look after: the kernel may hold us until this one child ends.
            try:
                _, raw_status, usage = os.wait4(process.pid, 0)
            except ChildProcessError:
                self._apply()  # the handler was quicker, and the event is in the list
            else:
                self._apply()  # what the handler saw of this very child came before its end
                self._take(process, raw_status, usage)
        if not process.has_ended:
            self.wait_until(lambda: process.has_ended)

    def wait_until(self, is_done: Callable[[], bool], interruptible: bool = False) -> bool:
        """Sleep until *is_done*; False when *interruptible* and a signal that the shell catches came first.

        Every event that comes meanwhile, of whatever child, is applied, and reports are written.
        """
        self._arm()
        while True:
            has_children = self._reap()
            self._apply()
            if self._reports:
                self.report_now()
            if is_done():
                return True
            if interruptible and has_signal():
                return False
            if not has_children and self._jobs.by_pid:
                self._give_up_lost()
            elif not self._events:
                self._sleep(POLL_SECONDS if self._is_polling else None)

    def _give_up_lost(self) -> None:
        """Somebody else took the statuses of our children (a library that waits for all of them): nobody can tell any more."""
        for process in list(self._jobs.by_pid.values()):
            self._take(process, NOT_FOUND << 8, None)

    def wait_readable(self, fd: int, timeout_seconds: float | None = None, interruptible: bool = False) -> bool:
        """Wait until *fd* can be read or is at its end; False when the time is over, or a caught signal came."""
        deadline = None if timeout_seconds is None else monotonic() + timeout_seconds
        self._arm()
        while True:
            self.poll()
            if self._reports:
                self.report_now()
            if interruptible and has_signal():
                return False
            left = None if deadline is None else max(0.0, deadline - monotonic())
            if self._is_polling and self._jobs.by_pid:
                left = POLL_SECONDS if left is None else min(left, POLL_SECONDS)
            if self._sleep(left, fd):
                return True
            if deadline is not None and monotonic() >= deadline:
                return False

    def _arm(self) -> None:
        """Have signals wake us up: anew each time, since others take the wake-up away (prompt-toolkit does)."""
        if self._writer < 0:
            try:
                reader, writer = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
                try:
                    self._reader = descriptors.keep(reader, self._reader_moved)
                except OSError:
                    os.close(writer)
                    raise
                try:
                    self._writer = descriptors.keep(writer, self._writer_moved)
                except OSError:
                    descriptors.close(self._reader)
                    raise
            except OSError as error:
                raise SystemFailure(f"cannot make a pipe: {error.strerror}") from None
        signals.set_wakeup(self._writer)

    def _reader_moved(self, fd: int) -> None:
        self._reader = fd

    def _writer_moved(self, fd: int) -> None:
        self._writer = fd
        signals.set_wakeup(fd)

    def _sleep(self, timeout_seconds: float | None, fd: int = -1) -> bool:
        """Sleep until a signal comes, *fd* can be read, or the time is over; whether *fd* can be read.

        A signal that came since ``_arm`` has left a byte in the pipe: there is no moment in which it could be missed.
        """
        poller = select.poll()
        poller.register(self._reader, select.POLLIN)
        if fd >= 0:
            poller.register(fd, select.POLLIN)
        is_readable = False
        for ready, _ in poller.poll(None if timeout_seconds is None else timeout_seconds * 1000):
            if ready == self._reader:
                try:
                    os.read(self._reader, 4096)
                except BlockingIOError:
                    pass
            else:
                is_readable = True
        return is_readable

    def forget(self) -> None:
        """In a forked child: no children yet, no reports ever, a wake-up of its own."""
        self._events.clear()
        self._reports.clear()
        self._held = 0
        self._has_missed = False
        self._running_async = 0
        self._is_forked = True
        self.reporter = None
        self.on_change = None
        signals.set_wakeup(-1)
        if self._writer >= 0:
            descriptors.close(self._reader)
            descriptors.close(self._writer)
            self._reader = self._writer = -1


def has_signal() -> bool:
    """Whether a signal that the shell catches came, and was not seen to yet."""
    return any([isinstance(entry, int) for entry in signals.pending])


def die_along(killed_by: int) -> None:
    """After a foreground command that got a SIGINT together with the shell: if it died of it, the shell does, too."""
    if killed_by == signals.SIGINT:
        signals.die_of(signals.SIGINT)
