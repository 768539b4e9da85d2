"""``jobs``, ``fg``, ``bg``, ``disown``, ``suspend``: jobs of this shell (XCU jobs, fg, bg; 2.11)."""

from __future__ import annotations

import os

from minishell.builtin.usage import operands, options
from minishell.errors import FAILURE, Interrupt, ShellError, UsageError
from minishell.jobs.job import DONE, RUNNING, STOPPED
from minishell.jobs.report import describe
from minishell.source import visible
from minishell.system import signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.jobs.job import Job
    from minishell.shell import Shell

HELP = {
    "jobs": """\
jobs [-l|-p] [-nrs] [job...]

List jobs: their number, '+' for the current and '-' for the previous one, state
and command.

  -l  with process IDs
  -p  only the process ID of each job that has not ended
  -n  only those whose state has changed since it was told last
  -r  only those that run
  -s  only those that are stopped

A job is named %n, %% or %+ (the current one), %- (the previous one), %text (its
command begins so) or %?text (its command has it).
""",
    "fg": """\
fg [job...]

Continue a job in the foreground, and wait for it.
""",
    "bg": """\
bg [job...]

Continue a stopped job in the background.
""",
    "disown": """\
disown [-h] [-a] [job...]

Forget jobs: they are not listed any more, and get no SIGHUP when the shell ends.

  -a  all jobs
  -h  do not forget them, but spare them the SIGHUP
""",
    "suspend": """\
suspend [-f]

Stop this shell until it is continued.

  -f  also when it is a login shell
""",
}


def jobs(sh: Shell, argv: list[str]) -> int:
    """``jobs [-l|-p] [-nrs] [job...]``; a job whose end is told leaves the table. A subshell lists those around it."""
    given, names = options(argv, "lpnrs")
    if not sh.is_subshell:
        sh.reaper.poll()
    listed, current, previous = sh.jobs.listing()
    if names:
        listed = [sh.jobs.find(name) for name in names]
    lines = []
    for job in listed:
        state = job.state
        if ("n" in given and state == job.reported) or ("r" in given and state != RUNNING) or ("s" in given and state != STOPPED):
            continue
        if "p" in given:
            if state != DONE:
                lines.append(f"{job.processes[0].pid}\n")
            continue
        mark = "+" if job is current else "-" if job is previous else " "
        lines.append(describe(job, mark, "l" in given) + "\n")
        if not sh.is_subshell:
            job.mark_reported()
    sh.write("".join(lines))
    if not sh.is_subshell:
        sh.jobs.forget_ended()
    return 0


def chosen(sh: Shell, names: list[str]) -> list[Job]:
    """The jobs named, else the current one. Raises ShellError, also when there is no job control."""
    if not sh.options.monitor or sh.is_subshell:
        raise ShellError("there is no job control here")
    sh.reaper.poll()
    found = []
    for name in names or ["%%"]:
        job = sh.jobs.find(name)
        if job.has_ended:
            raise ShellError(f"{name}: the job has ended")
        if not job.process_group:
            raise ShellError(f"{name}: started without job control")
        found.append(job)
    return found


def fg(sh: Shell, argv: list[str]) -> int:
    """``fg [job...]``: one after the other; the status is the last one's."""
    _, names = options(argv, "")
    status = 0
    for job in chosen(sh, names):
        status = bring_to_foreground(sh, job)
        if job.is_stopped:
            break
    return status


def bring_to_foreground(sh: Shell, job: Job) -> int:
    """Continue a job, and wait for it. Raises Interrupt when SIGINT ended it: the shell takes it for its own."""
    sh.write(visible(job.text) + "\n")
    job.is_foreground = True
    sh.control.give_terminal(job)
    try:
        sh.control.continue_job(job)
    except ProcessLookupError:
        pass  # it ended just now, and the wait will tell
    status = sh.reaper.wait_for_job(job)
    sh.control.take_terminal(job)
    job.is_foreground = False
    if job.is_stopped:
        sh.jobs.make_current(job)
        sh.write_error(sh.jobs.describe(job) + "\n")
        job.mark_reported()
        return status
    sh.jobs.remove(job)
    number = job.killed_by
    if sh.is_interactive and number == signals.SIGINT:
        sh.status = status
        sh.write_error("\n")
        raise Interrupt
    if sh.is_interactive and number and number != signals.SIGPIPE:
        sh.write_error(signals.describe(number) + "\n")
    return status


def bg(sh: Shell, argv: list[str]) -> int:
    """``bg [job...]``: a job that runs in the background already is left alone."""
    _, names = options(argv, "")
    for job in chosen(sh, names):
        if job.state != RUNNING:
            sh.control.continue_job(job)
        sh.last_async_pid = job.processes[-1].pid
        sh.write(f"[{job.number}] {visible(job.text)}\n")
    return 0


def disown(sh: Shell, argv: list[str]) -> int:
    """``disown [-h] [-a] [job...]``, as in bash."""
    given, names = options(argv, "ha")
    sh.reaper.poll()
    if "a" in given:
        if names:
            raise UsageError("-a: takes no jobs")
        found = list(sh.jobs.jobs.values())
    else:
        found = [sh.jobs.find(name) for name in names or ["%%"]]
    for job in found:
        job.is_spared = True
        if "h" not in given:
            job.is_disowned = True
            sh.jobs.remove(job)
    return 0


def suspend(sh: Shell, argv: list[str]) -> int:
    """``suspend [-f]``: the terminal goes back to whoever had it before the shell, and is taken again afterwards."""
    given, rest = options(argv, "f")
    operands(rest, at_most=0)
    if not sh.options.monitor or sh.is_subshell:
        raise ShellError("there is no job control here")
    if sh.options.login and "f" not in given:
        raise ShellError("this is a login shell; -f stops it all the same")
    if os.getsid(0) == os.getpid():
        raise ShellError("nobody could continue the leader of the session", FAILURE)
    has_terminal = sh.control.is_interactive
    if has_terminal:
        sh.control.end_interactive()
    os.kill(os.getpid(), signals.SIGSTOP)
    if has_terminal:
        sh.control.start_interactive()
    return 0
