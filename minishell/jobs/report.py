"""What the user is told of jobs."""

from __future__ import annotations

from minishell.jobs.job import RUNNING, STOPPED, Job
from minishell.source import visible
from minishell.system import signals

STOP_NAMES = {signals.SIGTSTP: "Stopped", signals.SIGSTOP: "Stopped (SIGSTOP)"}
STOP_NAMES |= {signals.SIGTTIN: "Stopped (SIGTTIN)", signals.SIGTTOU: "Stopped (SIGTTOU)"}


def state_text(job: Job) -> str:
    """``Running``, ``Stopped``, ``Done``, ``Exit 3``, ``Killed``."""
    state = job.state
    if state == RUNNING:
        return "Running"
    if state == STOPPED:
        return STOP_NAMES.get(job.status - 128, "Stopped")
    number = job.killed_by
    if number:
        return signals.describe(number) + (" (core dumped)" if job.dumped_core else "")
    return f"Exit {job.status}" if job.status else "Done"


def describe(job: Job, mark: str, with_pids: bool = False) -> str:
    """``[1] + Done  sleep 5``; with pids each process's between mark and state (``jobs -l``)."""
    text = visible(job.text) + (" &" if job.is_async and job.state == RUNNING else "")
    pids = " ".join(str(process.pid) for process in job.processes) + " " if with_pids else ""
    return f"[{job.number}] {mark} {pids}{state_text(job):<10} {text}"


def reaped(pid: int) -> str:
    """What is written when a process of an asynchronous list has been reaped."""
    return f"Reaped child process {pid}"
