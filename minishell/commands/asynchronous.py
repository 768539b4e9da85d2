"""Asynchronous lists (2.9.3.1): ``command &``."""

from __future__ import annotations

from minishell.commands.consequences import report
from minishell.commands.frame import fork_here, run_as_process
from minishell.commands.last import compile_last
from minishell.commands.launch import enter_background, has_job_control, new_job, start_in_fork
from minishell.commands.pipeline import Element, start_elements
from minishell.commands.trap import attend
from minishell.errors import ShellError
from minishell.syntax.nodes import Pipeline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.commands.compiler import Compiler
    from minishell.jobs.job import Job
    from minishell.shell import Shell
    from minishell.syntax.nodes import Command


def start_async(sh: Shell, node: Command, c: Compiler) -> None:
    """Start *node* as a job in the background; ``$!`` is the process that decides its status. Status 0."""
    if sh.attention:
        attend(sh)
    fork_here(sh)
    job = new_job(sh, node)
    job.is_async = True
    try:
        if isinstance(node, Pipeline) and len(node.commands) > 1 and not node.is_negated:
            start_elements(sh, job, [Element(command, c) for command in node.commands], -1, is_foreground=False)
        else:
            start_one(sh, job, node, c)
    except ShellError as error:
        report(sh, error)
        return
    sh.jobs.add(job)
    sh.last_async_pid = job.processes[-1].pid
    if sh.options.interactive and has_job_control(sh):
        sh.write_error(f"[{job.number}] {sh.last_async_pid}\n")
    sh.status = 0


def start_one(sh: Shell, job: Job, node: Command, c: Compiler) -> None:
    """One process for the whole list."""
    action = compile_last(node, c, False)

    def run() -> None:
        enter_background(sh)
        run_as_process(sh, action)

    start_in_fork(sh, job, run, is_foreground=False)  # type: ignore[arg-type]
