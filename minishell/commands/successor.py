"""^Z in the middle of a function or compound command: the rest of it becomes part of the stopped job.

The command that stopped is a child of the shell, and so nobody else can wait for it. What was to run after it is taken
over by a *successor*: a fork of the shell, made when the command stops, in the command's process group, and stopped like
it. ``fg`` and ``bg`` continue both. The shell tells the successor, through a pipe, with which status the command ended;
until then the successor waits, and then goes on as if it had waited for the command itself. The shell goes back to its
prompt at once.
"""

from __future__ import annotations

import os

from minishell.commands.frame import Frame, enter_child
from minishell.errors import Interrupt
from minishell.syntax.unparse import unparse_brief
from minishell.system import descriptors, process, signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.jobs.job import Job
    from minishell.shell import Shell


def hand_over(sh: Shell, job: Job) -> None:
    """Split the shell where it waited for *job*, which just stopped in the middle of ``sh.compound``.

    Returns in the successor, when it was continued and the command has ended, with its status in ``sh.status``. Raises
    Interrupt in the shell.
    """
    assert sh.compound is not None
    reader, writer = descriptors.pipe()
    reaper = sh.reaper
    reaper.hold()
    pid = process.fork()
    if pid == 0:
        os.close(writer)
        become_successor(sh, reader)
        return
    os.close(reader)
    try:
        os.setpgid(pid, job.process_group)
    except OSError:
        pass
    command = job.processes[-1]
    command.on_end = lambda status: tell(writer, status)
    successor = reaper.register(pid, job)
    reaper.release()
    job.text = unparse_brief(sh.compound)
    reaper.wait_until(lambda: successor.is_stopped or successor.has_ended)
    job.mark_reported()
    raise Interrupt


def become_successor(sh: Shell, reader: int) -> None:
    """In the fork: a subshell environment, stopped until the job is continued; then wait for the news."""
    enter_child(sh)
    Frame(sh).is_process = True
    os.kill(os.getpid(), signals.SIGSTOP)
    news = os.read(reader, 1)
    os.close(reader)
    sh.status = news[0] if news else 1


def tell(writer: int, status: int) -> None:
    """In the shell: the command has ended with *status*."""
    try:
        os.write(writer, bytes((status,)))
    except OSError:
        pass
    os.close(writer)
