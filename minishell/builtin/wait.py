"""``wait`` (XCU wait)."""

from __future__ import annotations

from minishell.builtin.usage import options
from minishell.errors import NOT_FOUND, SIGNALLED, ShellError, UsageError
from minishell.jobs.job import RUNNING, Job

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.jobs.job import Process
    from minishell.shell import Shell

HELP = {
    "wait": """\
wait [pid...]
wait -n [pid...]

Wait until background processes have ended: those named by process ID or as jobs
like %1, else all. The status is the last operand's: 127 when it is no child of
this shell, 128 and more when a signal ended it. A signal that is trapped ends
the wait.

  -n  wait only for the first that ends, and give its status; 127 when there is
      nothing to wait for
""",
}


class Interrupted(Exception):  # noqa: N818 - nothing is wrong
    """A signal that the shell catches came."""


def wait(sh: Shell, argv: list[str]) -> int:
    """``wait [-n] [pid...]``: a status that was given out is forgotten, so a second ``wait`` for the pid gives 127."""
    given, operands = options(argv, "n")
    sh.reaper.poll()
    try:
        if "n" in given:
            return wait_for_one(sh, operands)
        if not operands:
            wait_for_all(sh)
            return 0
        status = 0
        for operand in operands:
            status = wait_for_operand(sh, operand)
        return status
    except Interrupted:
        return SIGNALLED + next(entry for entry in sh.attention if isinstance(entry, int))


def sleep_until(sh: Shell, is_done: Callable[[], bool]) -> None:
    """Raises Interrupted."""
    if not sh.reaper.wait_until(is_done, interruptible=True):
        raise Interrupted


def wait_for_process(sh: Shell, process: Process) -> None:
    """Wait until a process has ended or stopped: a stopped one does not hold us up, as in dash. Raises Interrupted."""
    sleep_until(sh, lambda: process.has_ended or process.is_stopped)


def wait_for_all(sh: Shell) -> None:
    """Wait for every process of an asynchronous list, and of a job that is in the background now. Raises Interrupted."""
    jobs = sh.jobs
    for process in list(jobs.by_pid.values()):
        job = jobs.of_process.get(process.pid)
        if process.is_async or (job is not None and job.number):
            wait_for_process(sh, process)
    jobs.remembered.clear()
    for job in list(jobs.jobs.values()):
        forget_job(sh, job)


def wait_for_operand(sh: Shell, operand: str) -> int:
    """Wait for a process or a job; its status. Raises UsageError, Interrupted."""
    if operand.startswith("%"):
        try:
            job = sh.jobs.find(operand)
        except ShellError as error:
            sh.complain(f"wait: {error.message}")
            return NOT_FOUND
        sleep_until(sh, lambda: job.state != RUNNING)
        status = job.status
        forget_job(sh, job)
        return status
    pid = process_id(operand)
    process = sh.jobs.by_pid.get(pid)
    if process is None:
        status = status_of_ended(sh, pid)
    else:
        wait_for_process(sh, process)
        status = process.status
        if process.is_stopped:
            return status
    forget_process(sh, pid)
    return status


def status_of_ended(sh: Shell, pid: int) -> int:
    """The status of a process that has ended, 127 when it is not known, or was asked for before."""
    status = sh.jobs.remembered.get(pid)
    if status is None:
        # A job that was started in the foreground and is in the background now: its processes are not remembered.
        job = sh.jobs.of_process.get(pid)
        for process in job.processes if job is not None else ():
            if process.pid == pid and not process.is_async:
                return process.status
    return NOT_FOUND if status is None else status


def process_id(text: str) -> int:
    """A process ID; 0 for one that no process can have. Raises UsageError."""
    if not (text.isascii() and text.isdigit()):
        raise UsageError(f"{text or repr(text)}: not a process or job ID")
    return int(text) if len(text) < 10 else 0


def forget_job(sh: Shell, job: Job) -> None:
    """A job that has ended and was waited for has no status any more; an interactive shell still tells that it is done."""
    if not job.has_ended:
        return
    for process in job.processes:
        sh.jobs.remembered.pop(process.pid, None)
    if not sh.is_interactive:
        sh.jobs.remove(job)


def forget_process(sh: Shell, pid: int) -> None:
    """A process that has ended and was waited for has no status any more; with its last process goes the job."""
    sh.jobs.remembered.pop(pid, None)
    job = sh.jobs.of_process.get(pid)
    if job is not None and job.processes[-1].pid == pid:
        forget_job(sh, job)


def has_status(sh: Shell, job: Job) -> bool:
    """Whether there is something to wait for in the job, or a status that nobody has asked for."""
    return not job.has_ended or job.processes[-1].pid in sh.jobs.remembered


def wait_for_one(sh: Shell, operands: list[str]) -> int:
    """``wait -n``: the status of the first job or process that ends, or of one that has ended already. Raises Interrupted."""
    candidates = chosen(sh, operands)
    if not candidates:
        return NOT_FOUND
    sleep_until(sh, lambda: any(candidate.has_ended for candidate in candidates))
    ended = next(candidate for candidate in candidates if candidate.has_ended)
    if isinstance(ended, Job):
        forget_job(sh, ended)
    else:
        forget_process(sh, ended.pid)
    return ended.status


def chosen(sh: Shell, operands: list[str]) -> list[Job | Process]:
    """What ``wait -n`` waits for: the jobs and processes named, else all jobs. Raises UsageError."""
    jobs = sh.jobs
    if not operands:
        return [job for job in jobs.jobs.values() if has_status(sh, job)]
    candidates: list[Job | Process] = []
    for operand in operands:
        if operand.startswith("%"):
            try:
                candidates.append(jobs.find(operand))
            except ShellError as error:
                sh.complain(f"wait: {error.message}")
            continue
        pid = process_id(operand)
        job = jobs.of_process.get(pid)
        if job is not None and has_status(sh, job):
            candidates += [process for process in job.processes if process.pid == pid]
    return candidates
