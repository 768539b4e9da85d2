"""The job table (2.11): numbers, the current and previous job, job IDs. It knows no kernel and prints nothing."""

from __future__ import annotations

from minishell.errors import ShellError
from minishell.jobs.job import DONE, STOPPED, Job, Process
from minishell.jobs.report import describe

REMEMBERED = 4096
"""How many ended children of asynchronous lists keep their status for ``wait`` ({CHILD_MAX} or more, 2.9.3.1)."""


class JobTable:
    """Jobs by number, processes by pid, statuses of ended ones.

    ``jobs`` is in the order of numbers; ``by_pid`` has every child that runs or is stopped; ``of_process`` the job of each
    process, until the job is removed; ``remembered`` the statuses of ended processes of asynchronous lists until asked for.
    """

    __slots__ = ("_around", "_recent", "_stopped", "by_pid", "jobs", "of_process", "remembered")

    def __init__(self) -> None:
        self._around: JobTable | None = None  # of the shell around a subshell that has no jobs of its own yet
        self._clear()

    def _clear(self) -> None:
        self.jobs: dict[int, Job] = {}
        self.by_pid: dict[int, Process] = {}
        self.of_process: dict[int, Job] = {}
        self.remembered: dict[int, int] = {}
        # By number, the last one that was started, stopped or continued at the end.
        self._recent: dict[int, Job] = {}
        self._stopped: dict[int, Job] = {}

    # Processes

    def register(self, process: Process, job: Job | None) -> None:
        """Know a new child; all that was known of an older one with its pid is forgotten."""
        pid = process.pid
        self.by_pid[pid] = process
        self.remembered.pop(pid, None)
        if job is not None:
            job.add(process)
            self.of_process[pid] = job
        else:
            self.of_process.pop(pid, None)

    def apply(self, process: Process, raw_status: int, usage: object) -> None:
        """Take over what ``wait4`` told of a process."""
        process.change(raw_status, usage)
        pid = process.pid
        job = self.of_process.get(pid)
        if process.has_ended:
            if self.by_pid.get(pid) is process:
                del self.by_pid[pid]
            if process.is_async:
                self._remember(pid, process.status)
            if self._stopped and job is not None and job.state != STOPPED:
                self._stopped.pop(job.number, None)
        elif job is not None and job.number:
            self.make_current(job)

    def _remember(self, pid: int, status: int) -> None:
        self.remembered[pid] = status
        if len(self.remembered) > REMEMBERED:
            del self.remembered[next(iter(self.remembered))]

    # Jobs

    def add(self, job: Job) -> int:
        """Give the job the number after the greatest one in use, and make it the current job, if no job is stopped."""
        job.number = next(reversed(self.jobs), 0) + 1
        self.jobs[job.number] = job
        self.make_current(job)
        self._around = None
        return job.number

    def make_current(self, job: Job) -> None:
        """The job was just started, stopped or continued. The newest of the stopped jobs, or of all when none is stopped,
        is the current one."""
        number = job.number
        self._recent.pop(number, None)
        self._recent[number] = job
        self._stopped.pop(number, None)
        if job.state == STOPPED:
            self._stopped[number] = job

    def remove(self, job: Job) -> None:
        """Forget the job; its processes stay known until they end."""
        number = job.number
        if self.jobs.get(number) is job:
            del self.jobs[number]
            self._recent.pop(number, None)
            self._stopped.pop(number, None)
        for process in job.processes:
            if self.of_process.get(process.pid) is job:
                del self.of_process[process.pid]

    def forget_ended(self) -> None:
        """Forget jobs that have ended and were reported."""
        for job in [job for job in self.jobs.values() if job.reported == DONE]:
            self.remove(job)

    def current_and_previous(self) -> tuple[Job | None, Job | None]:
        """``%+`` and ``%-``: stopped jobs first, the newest first."""
        found: list[Job] = []
        for jobs in (self._stopped, self._recent):
            for job in reversed(jobs.values()):
                if job not in found:
                    found.append(job)
                if len(found) == 2:
                    return found[0], found[1]
        return (found[0] if found else None), None

    def find(self, job_id: str) -> Job:
        """The job named by ``%1``, ``%%``, ``%+``, ``%-``, ``%name`` or ``%?text``. Raises ShellError."""
        name = job_id.removeprefix("%")
        if name in ("", "%", "+", "-"):
            current, previous = self.current_and_previous()
            job = (previous or current) if name == "-" else current
            if job is None:
                raise ShellError(f"{job_id}: no current job")
            return job
        if name.isascii() and name.isdigit():
            job = self.jobs.get(int(name)) if len(name) < 10 else None
            found = [] if job is None else [job]
        elif name.startswith("?"):
            found = [job for job in self.jobs.values() if name[1:] in job.text]
        else:
            found = [job for job in self.jobs.values() if job.text.startswith(name)]
        if not found:
            raise ShellError(f"{job_id}: no such job")
        if len(found) > 1:
            raise ShellError(f"{job_id}: ambiguous job")
        return found[0]

    def describe(self, job: Job, with_pids: bool = False) -> str:
        """A line about the job for the user."""
        current, previous = self.current_and_previous()
        return describe(job, "+" if job is current else "-" if job is previous else " ", with_pids)

    def listing(self) -> tuple[list[Job], Job | None, Job | None]:
        """All jobs in order of number, with the current and previous one; in a subshell those of the shell around it."""
        if self._around is not None:
            return self._around.listing()
        current, previous = self.current_and_previous()
        return list(self.jobs.values()), current, previous

    def stopped(self) -> list[Job]:
        """The stopped jobs."""
        return [job for job in self.jobs.values() if job.state == STOPPED]

    def enter_subshell(self) -> None:
        """A subshell has no children yet; ``jobs`` lists those of the shell around it until it has.

        The old tables are set aside as they are: to copy or free them would touch every job, and so make this new process copy
        the memory of all of them.
        """
        around = JobTable()
        for name in ("by_pid", "jobs", "of_process", "remembered", "_around", "_recent", "_stopped"):
            setattr(around, name, getattr(self, name))
        self._clear()
        self._around = around if around.jobs else around._around
