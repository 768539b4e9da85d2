"""The reaper: the only caller of ``wait4``.

The SIGCHLD handler reaps whatever has changed into a list of events, at once, so that no zombie waits for anybody. The main
flow applies them to the job table: whenever it waits, and at safe points. While a job is being built the handler is held: a
dead leader that is not reaped keeps its process group alive for the processes that are to join it.

``set -o pollreap`` reaps without the handler, at safe points and in waits; everything else is the same.
"""

from __future__ import annotations

import os
import select

from minishell.errors import SystemFailure
from minishell.jobs.job import DONE, STOPPED, Job, Process
from minishell.jobs.report import reaped
from minishell.system import descriptors, signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.jobs.table import JobTable
    from minishell.state.options import Options

CHANGES = os.WNOHANG | os.WUNTRACED | os.WCONTINUED


class Reaper:
    """Reaps children, and sleeps for all who wait.

    ``reporter`` is given each line ``Reaped child process N`` in the main flow; ``on_change`` is called in the signal handler after it
    reaped something, and may do no more than wake somebody up.
    """

    __slots__ = ("_events", "_held", "_is_polling", "_jobs", "_options", "_reader", "_reports", "_running_async", "_writer",
                 "on_change", "reporter")

    def __init__(self, jobs: JobTable, options: Options) -> None:
        self._jobs = jobs
        self._options = options
        self._events: list[tuple[int, int, object]] = []
        self._held = 0
        self._is_polling = False
        self._reader = self._writer = -1
        self._reports: list[str] = []
        self._running_async = 0
        self.on_change: Callable[[], None] | None = None
        self.reporter: Callable[[str], None] | None = None

    # Reaping

    def install(self) -> None:
        """Take over SIGCHLD, however it was when the shell started."""
        signals.set_handler(signals.SIGCHLD, self._on_sigchld)

    def set_polling(self, value: bool) -> None:
        """Reap at safe points instead of in the handler, or the reverse."""
        self._is_polling = value

    def _on_sigchld(self, signal_number: int, frame: object) -> None:
        if signals.is_caught(signals.SIGCHLD):
            signals.pending.append(signals.SIGCHLD)
        if self._is_polling:
            if signals.REAPED not in signals.pending:
                signals.pending.append(signals.REAPED)
        elif not self._held:
            self._reap()
        if self.on_change is not None:
            self.on_change()

    def _reap(self) -> None:
        """Collect every change there is. Must loop: signals of children that end together are merged into one."""
        by_pid = self._jobs.by_pid
        while True:
            try:
                pid, raw_status, usage = os.wait4(-1, CHANGES)
            except ChildProcessError:
                return
            if pid == 0:
                return
            self._events.append((pid, raw_status, usage))
            process = by_pid.get(pid)
            if process is not None and process.is_async and signals.REAPED not in signals.pending:
                signals.pending.append(signals.REAPED)

    def hold(self) -> None:
        """Leave children that end unreaped until ``release``; the two may be nested."""
        self._held += 1

    def release(self) -> None:
        """End a ``hold``; the last one reaps what ended meanwhile."""
        self._held -= 1
        if not self._held and not self._is_polling and self._running_async:
            self._reap()

    def register(self, pid: int, job: Job | None = None) -> Process:
        """Know the child *pid*, of *job* if any; called between ``hold`` and ``release``, before anything could reap it."""
        process = Process(pid, job is not None and job.is_async)
        if process.is_async:
            self._running_async += 1
        self._jobs.register(process, job)
        return process

    def poll(self) -> None:
        """Bring the job table up to date."""
        if self._is_polling or self._running_async:
            self._reap()
        self._apply()

    def _apply(self) -> None:
        events = self._events
        while events:
            pid, raw_status, usage = events.pop(0)
            self._take(pid, raw_status, usage)

    def _take(self, pid: int, raw_status: int, usage: object) -> None:
        process = self._jobs.apply(pid, raw_status, usage)
        # A child that nobody registered was inherited by exec, or given to us as the init of a container.
        if process is not None and process.has_ended and process.is_async:
            self._running_async -= 1
            if self._options.reapreport and self.reporter is not None:
                self._reports.append(reaped(pid))

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
        return self._options.reapreport and bool(self._running_async or self._reports)

    # Waiting

    def wait_for_process(self, process: Process) -> int:
        """Wait until *process* has ended; its exit status. Signals do not end the wait: traps run after it (2.12)."""
        if not process.has_ended and not self._running_async:
            # Nobody else to look after: the kernel may hold us until this one child ends.
            try:
                pid, raw_status, usage = os.wait4(process.pid, 0)
            except ChildProcessError:
                pass  # the handler was quicker, and the event is in the list
            else:
                self._take(pid, raw_status, usage)
            self._apply()
        if not process.has_ended:
            self.wait_until(lambda: process.has_ended)
        return process.status

    def wait_for_job(self, job: Job) -> int:
        """Wait until *job* has ended, or under job control until it stopped; its status."""
        if len(job.processes) == 1 and not job.process_group:
            return self.wait_for_process(job.processes[0])
        if job.process_group:
            self.wait_until(lambda: job.state in (DONE, STOPPED))
        else:
            for process in job.processes:
                self.wait_for_process(process)
        return job.status

    def wait_until(self, is_done: Callable[[], bool], interruptible: bool = False) -> bool:
        """Sleep until *is_done*; False when *interruptible* and a signal that the shell catches came first.

        Every event that comes meanwhile, of whatever child, is applied, and reports are written.
        """
        self._arm()
        pending = signals.pending
        while True:
            self._reap()
            self._apply()
            if self._reports:
                self.report_now()
            if is_done():
                return True
            if interruptible and any([isinstance(entry, int) for entry in pending]):
                return False
            if not self._events:
                self._sleep(None)

    def wait_readable(self, fd: int, timeout_seconds: float | None = None, interruptible: bool = False) -> bool:
        """Wait until *fd* can be read or is at its end; False when the time is over, or a caught signal came."""
        from time import monotonic

        deadline = None if timeout_seconds is None else monotonic() + timeout_seconds
        self._arm()
        while True:
            self.poll()
            if self._reports:
                self.report_now()
            if interruptible and any([isinstance(entry, int) for entry in signals.pending]):
                return False
            left = None if deadline is None else max(0.0, deadline - monotonic())
            if self._sleep(left, fd):
                return True
            if deadline is not None and monotonic() >= deadline:
                return False

    def _arm(self) -> None:
        """Have signals wake us up: anew each time, since others take the wake-up away (prompt-toolkit does)."""
        if self._writer < 0:
            try:
                reader, writer = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
                self._reader = descriptors.keep(reader, self._reader_moved)
                self._writer = descriptors.keep(writer, self._writer_moved)
            except OSError as error:
                raise SystemFailure(f"cannot make a pipe: {error.strerror}") from None
        signals.set_wakeup(self._writer)

    def _reader_moved(self, fd: int) -> None:
        self._reader = fd

    def _writer_moved(self, fd: int) -> None:
        self._writer = fd
        signals.set_wakeup(fd)

    def _sleep(self, timeout_seconds: float | None, fd: int = -1) -> bool:
        """Sleep until a signal comes, *fd* can be read, or the time is over; whether *fd* can be read."""
        poller = select.poll()
        poller.register(self._reader, select.POLLIN)
        if fd >= 0:
            poller.register(fd, select.POLLIN | select.POLLHUP)
        ready = poller.poll(None if timeout_seconds is None else timeout_seconds * 1000)
        is_readable = False
        for ready_fd, _ in ready:
            if ready_fd == self._reader:
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
        self._running_async = 0
        self.reporter = None
        self.on_change = None
        if self._writer >= 0:
            signals.set_wakeup(-1)
            descriptors.close(self._reader)
            descriptors.close(self._writer)
            self._reader = self._writer = -1
