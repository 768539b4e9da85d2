"""The job table (2.11): numbers, the current and previous job, job IDs. It knows no kernel and prints nothing."""

from __future__ import annotations

from minishell.errors import ShellError
from minishell.jobs.job import DONE, STOPPED, Job, Process
from minishell.jobs.report import describe

REMEMBERED = 4096
"""How many ended children of asynchronous lists keep their status for ``wait`` ({CHILD_MAX} or more, 2.9.3.1)."""


class JobTable:
    """Jobs by number, processes by pid, statuses of ended ones.

    ``by_pid`` has every child that runs or is stopped; ``remembered`` the ended ones of asynchronous lists until asked for.
    """

    __slots__ = ("_clock", "_highest", "_inherited", "by_pid", "jobs", "of_process", "remembered")

    def __init__(self) -> None:
        self.jobs: dict[int, Job] = {}
        self.by_pid: dict[int, Process] = {}
        self.of_process: dict[int, Job] = {}
        self.remembered: dict[int, int] = {}
        self._inherited: list[Job] = []
        self._clock = 0
        self._highest = 0

    # Processes

    def register(self, process: Process, job: Job | None) -> None:
        """Know a new child; a status that was remembered for an older one with its pid is forgotten."""
        pid = process.pid
        self.by_pid[pid] = process
        self.remembered.pop(pid, None)
        if job is not None:
            job.add(process)
            self.of_process[pid] = job

    def apply(self, pid: int, raw_status: int, usage: object) -> Process | None:
        """Take over what ``wait4`` told; gives the process, None for a child that nobody knows."""
        process = self.by_pid.get(pid)
        if process is None:
            return None
        process.change(raw_status, usage)
        if process.has_ended:
            del self.by_pid[pid]
            if process.is_async:
                self._remember(pid, process.status)
        elif process.is_stopped:
            job = self.of_process.get(pid)
            if job is not None and job.number:
                self.make_current(job)
        return process

    def _remember(self, pid: int, status: int) -> None:
        self.remembered[pid] = status
        if len(self.remembered) > REMEMBERED:
            del self.remembered[next(iter(self.remembered))]

    # Jobs

    def add(self, job: Job) -> int:
        """Give the job the number after the greatest one in use, and make it the current job."""
        if not self.jobs:
            self._highest = 0
            self._inherited = []
        self._highest += 1
        job.number = self._highest
        self.jobs[job.number] = job
        self.make_current(job)
        return job.number

    def make_current(self, job: Job) -> None:
        """The newest of the stopped jobs, or of all when none is stopped, is the current one."""
        self._clock += 1
        job.order = self._clock

    def remove(self, job: Job) -> None:
        """Forget the job; its processes stay known until they end."""
        if self.jobs.get(job.number) is job:
            del self.jobs[job.number]
            if job.number == self._highest:
                self._highest = max(self.jobs, default=0) if len(self.jobs) < 64 else self._highest - 1
        for process in job.processes:
            if self.of_process.get(process.pid) is job:
                del self.of_process[process.pid]

    def forget_ended(self) -> None:
        """Forget jobs that have ended and were reported."""
        for job in [job for job in self.jobs.values() if job.reported == DONE]:
            self.remove(job)

    def current_and_previous(self) -> tuple[Job | None, Job | None]:
        """``%+`` and ``%-``: stopped jobs first, the newest first."""
        first: Job | None = None
        second: Job | None = None
        rank_first = rank_second = (False, 0)
        for job in self.jobs.values():
            rank = (job.state == STOPPED, job.order)
            if first is None or rank > rank_first:
                second, rank_second = first, rank_first
                first, rank_first = job, rank
            elif second is None or rank > rank_second:
                second, rank_second = job, rank
        return first, second

    def find(self, job_id: str) -> Job:
        """The job named by ``%1``, ``%%``, ``%+``, ``%-``, ``%name`` or ``%?text``. Raises ShellError."""
        name = job_id[1:] if job_id.startswith("%") else job_id
        job: Job | None
        if name in ("", "%", "+", "-"):
            current, previous = self.current_and_previous()
            job = (previous or current) if name == "-" else current
            if job is None:
                raise ShellError(f"{job_id}: no current job")
            return job
        if name.isascii() and name.isdigit():
            job = self.jobs.get(int(name)) if len(name) < 10 else None
            if job is None:
                raise ShellError(f"{job_id}: no such job")
            return job
        if name.startswith("?"):
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
        if not self.jobs and self._inherited:
            return self._inherited, self._inherited[-1], None
        current, previous = self.current_and_previous()
        return list(self.jobs.values()), current, previous

    def stopped(self) -> list[Job]:
        """The stopped jobs."""
        return [job for job in self.jobs.values() if job.state == STOPPED]

    def enter_subshell(self) -> None:
        """A subshell has no children yet; ``jobs`` lists those of the shell around it until it has."""
        self._inherited = list(self.jobs.values())
        self.jobs = {}
        self.by_pid = {}
        self.of_process = {}
        self.remembered = {}
        self._highest = 0
