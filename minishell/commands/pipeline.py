"""Pipelines (2.9.2): ``[!] a | b | c``.

n-1 pipes, each element in a process of its own, all in one process group under job control; the shell keeps no end of
any pipe while it waits. The reaper is held while the pipeline is built, so that its leader keeps the group alive.

Without job control two kinds of element need no process, for nobody can tell: a first ``echo`` or ``printf`` is run in a
subshell environment inside the shell, and what it printed is put into the pipe; a last element that is shell code
runs inside the shell with the pipe as its standard input.
"""

from __future__ import annotations

import os

from minishell.commands.consequences import leave, report
from minishell.commands.frame import RUN_INSIDE, printed, read_all, run_as_process, run_subshell
from minishell.commands.last import compile_last
from minishell.commands.launch import close_all, enter_background, has_job_control, new_job, spawn, start_in_fork, wait_foreground
from minishell.commands.plain import PlainUtility, plain_utility
from minishell.commands.redirection import fill_from_child
from minishell.commands.trap import attend
from minishell.encoding import decode, encode
from minishell.errors import ShellError
from minishell.expand.words import static_field
from minishell.syntax.nodes import SimpleCommand
from minishell.system import descriptors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from minishell.commands.compiler import Compiler
    from minishell.commands.redirection import Moves
    from minishell.jobs.job import Job
    from minishell.shell import Action, Shell
    from minishell.syntax.nodes import Command, Pipeline

PRINTERS = ("echo", "printf")


class Element:
    """One command of a pipeline: as a utility that needs no fork, as a printer, and as an action."""

    __slots__ = ("_action", "_c", "_last_action", "_node", "plain", "printer")

    def __init__(self, node: Command, c: Compiler) -> None:
        self._node = node
        self._c = c
        self._action: Action | None = None
        self._last_action: Action | None = None
        self.plain: PlainUtility | None = plain_utility(node, c.sh)
        self.printer = ""
        if isinstance(node, SimpleCommand) and node.words and not node.assignments and not node.redirections:
            name = static_field(node.words[0])
            if name in PRINTERS:
                self.printer = name

    @property
    def action(self) -> Action:
        """The command, for a place in this process."""
        if self._action is None:
            self._action = self._c.command(self._node)
        return self._action

    @property
    def last_action(self) -> Action:
        """The command as the last one of a forked child; compiled before the fork, once."""
        if self._last_action is None:
            self._last_action = compile_last(self._node, self._c, False)
        return self._last_action


def compile_pipeline(node: Pipeline, c: Compiler, tested: bool) -> Action:
    """The status of the last element, or with ``pipefail`` of the last that failed; ``!`` negates it."""
    sh = c.sh
    if len(node.commands) == 1:
        command = c.command(node.commands[0], True)

        def run_negated() -> None:
            command()
            sh.status = 0 if sh.status else 1

        return run_negated
    elements = [Element(command, c) for command in node.commands]
    is_negated = node.is_negated

    def run() -> None:
        if sh.attention:
            attend(sh)
        sh.line = node.line
        pipefail = sh.options.pipefail  # as it was when the pipeline began
        try:
            statuses = run_pipeline(sh, node, elements)
        except ShellError as error:
            report(sh, error)
        else:
            sh.pipe_status = statuses
            sh.status = statuses[-1]
            if pipefail:
                sh.status = next((status for status in reversed(statuses) if status), 0)
        if is_negated:
            sh.status = 0 if sh.status else 1
        elif sh.status and not tested and sh.options.errexit and not sh.tested_depth:
            raise leave(sh)

    return run


def run_pipeline(sh: Shell, node: Pipeline, elements: list[Element]) -> list[int]:
    """Run a pipeline in the foreground, and give the statuses of its elements."""
    if has_job_control(sh):
        job = new_job(sh, node)
        start_elements(sh, job, elements, -1, is_foreground=True)
        wait_foreground(sh, job)
        return job.statuses()
    job = new_job(sh, node)
    before: list[int] = []
    upstream = -1
    first = 0
    if RUN_INSIDE and elements[0].printer and elements[0].printer not in sh.functions:
        upstream = feed(sh, elements[0])
        before = [sh.status]
        first = 1
    last = elements[-1]
    if RUN_INSIDE and last.plain is None:
        upstream = start_elements(sh, job, elements[first:-1], -1, is_foreground=True, upstream=upstream, leaves_pipe=True)
        after = [run_reading(sh, last, upstream)]
    else:
        start_captured(sh, job, elements[first:], upstream)
        after = []
    if job.processes:
        wait_foreground(sh, job)
    return before + job.statuses() + after


def start_captured(sh: Shell, job: Job, elements: list[Element], upstream: int) -> None:
    """Start elements whose output may be that of a command substitution, and take it up."""
    capture = sh.capture
    if capture is None or not capture.fds:
        start_elements(sh, job, elements, -1, is_foreground=True, upstream=upstream)
        return
    reader, writer = descriptors.pipe()
    try:
        try:
            start_elements(sh, job, elements, writer, is_foreground=True, upstream=upstream)
        finally:
            os.close(writer)
        data = read_all(reader)
        if data:
            capture.chunks.append(decode(data))
    finally:
        os.close(reader)


def feed(sh: Shell, element: Element) -> int:
    """The reading end of a pipe with what a printer printed; more than a pipe holds is written by a child."""
    data = encode(printed(sh, element.action))
    status = sh.status
    reader, writer = descriptors.pipe()
    if len(data) <= descriptors.pipe_size(writer):
        if data:
            os.write(writer, data)
    else:
        fill_from_child(sh, reader, writer, data)
    os.close(writer)
    sh.status = status
    return reader


def run_reading(sh: Shell, element: Element, upstream: int) -> int:
    """Run the last element in a subshell environment here, with *upstream* as its standard input; gives its status."""
    saved = descriptors.duplicate_up(0)
    descriptors.place(0, upstream)
    os.close(upstream)
    try:
        run_subshell(sh, element.action)
    finally:
        descriptors.put_back(0, saved)
    return sh.status


def start_elements(
    sh: Shell,
    job: Job,
    elements: list[Element],
    writer: int,
    is_foreground: bool,
    upstream: int = -1,
    leaves_pipe: bool = False,
) -> int:
    """Start elements joined by pipes; the first reads from *upstream*, which is closed here, unless that is -1.

    ``writer``: where captured output goes, or -1. With ``leaves_pipe`` the last writes into a pipe too, whose
    reading end is given back. When one cannot be started, those that run see their pipes close and are waited for.
    Raises SystemFailure.
    """
    capture = sh.capture
    captured = sorted(capture.fds) if capture is not None and writer >= 0 else []
    last = len(elements) - (0 if leaves_pipe else 1)
    reaper = sh.reaper
    reaper.hold()
    try:
        for index, element in enumerate(elements):
            ends: list[int] = []
            moves: Moves = [(fd, writer) for fd in captured]
            if upstream >= 0:
                moves.append((0, upstream))
                ends.append(upstream)
            downstream = -1
            try:
                if index < last:
                    downstream, output = descriptors.pipe()
                    ends.append(output)
                    moves.append((1, output))
                start_element(sh, job, element, moves, downstream, is_foreground)
            except ShellError:
                if downstream >= 0:
                    os.close(downstream)
                raise
            finally:
                close_all(ends)
            upstream = downstream
    except ShellError:
        reaper.wait_for_job(job)
        raise
    finally:
        reaper.release()
    return upstream


def start_element(sh: Shell, job: Job, element: Element, moves: Moves, downstream: int, is_foreground: bool) -> None:
    """Start one element; ``downstream`` is the end of a pipe that it must not keep."""
    plain = element.plain
    if plain is not None and is_foreground and not has_job_control(sh) and not sh.attention:
        ready = plain.prepare(moves)
        if ready is not None:
            try:
                job.add(spawn(sh, ready.file, ready.argv, ready.environment, ready.moves))
                return
            finally:
                close_all(ready.opened)
    action = element.last_action
    ends = {source for _, source in moves if source is not None}
    if downstream >= 0:
        ends.add(downstream)

    def run() -> NoReturn:
        if not is_foreground:
            enter_background(sh)
        for fd, source in moves:
            descriptors.place(fd, source)
        close_all(sorted(ends))
        run_as_process(sh, action)

    start_in_fork(sh, job, run, is_foreground)
