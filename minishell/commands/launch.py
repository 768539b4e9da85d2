"""Starting the processes of commands: utilities by ``posix_spawn`` where that will do, by a fork where it will not.

A fork is needed when the child runs shell code, or when it must be given the terminal before it starts (a foreground
job under job control). ``MINISHELL_SPAWN=0`` forks always; behaviour is the same.
"""

from __future__ import annotations

import os
import sys
from errno import E2BIG, ENOENT, ENOEXEC, ENOTDIR

from minishell.commands.frame import enter_child, read_all, run_as_process
from minishell.encoding import decode, encode
from minishell.errors import NOT_EXECUTABLE, NOT_FOUND, Interrupt, ShellError
from minishell.jobs.job import Job
from minishell.search import find_external
from minishell.syntax.nodes import SimpleCommand
from minishell.syntax.unparse import unparse_brief
from minishell.system import descriptors, process, signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from minishell.commands.redirection import Moves, Redirections
    from minishell.jobs.job import Process
    from minishell.shell import Action, Shell
    from minishell.syntax.nodes import Node

MAY_SPAWN = os.environ.get("MINISHELL_SPAWN") != "0"


def run_external(
    sh: Shell,
    argv: list[str],
    environment: dict[bytes, bytes],
    path: str | None,
    redirections: Redirections | None,
    node: Node,
) -> None:
    """Run a utility in the foreground, and leave its status. ``path``: the PATH given to it, for the search.

    Raises ShellError when it cannot be found or started, RedirectionError.
    """
    moves: Moves = []
    opened: list[int] = []
    if redirections is not None:
        moves, opened = redirections.moves()
    try:
        file = find_external(sh, argv[0], path)
        if has_job_control(sh):
            job = new_job(sh, node)
            start_in_fork(sh, job, lambda: become(sh, file, argv, environment, moves), is_foreground=True)
            close_all(opened)
            opened = []
            wait_foreground(sh, job)
            return
        capture = sh.capture
        if capture is None or not capture.fds:
            child = spawn(sh, file, argv, environment, moves)
            reader = -1
        else:
            reader, writer = descriptors.pipe()
            opened.append(writer)
            try:
                child = spawn(sh, file, argv, environment, [(fd, writer) for fd in capture.fds] + moves)
            except ShellError:
                os.close(reader)
                raise
    finally:
        close_all(opened)
    if reader >= 0 and capture is not None:
        try:
            data = read_all(reader)
        finally:
            os.close(reader)
        if data:
            capture.chunks.append(decode(data))
    sh.status = sh.reaper.wait_for_process(child)


def close_all(fds: list[int]) -> None:
    """Close the descriptors."""
    for fd in fds:
        os.close(fd)


def spawn(sh: Shell, file: str, argv: list[str], environment: dict[bytes, bytes], moves: Moves) -> Process:
    """Start a utility without job control. Raises ShellError."""
    reaper = sh.reaper
    reaper.hold()
    try:
        if not MAY_SPAWN:
            pid = process.fork()
            if pid == 0:
                enter_child(sh)
                become(sh, file, argv, environment, moves)
        else:
            try:
                pid = process.spawn(encode(file), list(map(encode, argv)), environment, moves, None)
            except OSError as error:
                if error.errno != ENOEXEC:
                    raise cannot_execute(argv[0], file, error) from None
                own = script_argv(file, argv)
                pid = process.spawn(own[0], own, environment, moves, None)
        return reaper.register(pid)
    finally:
        reaper.release()


def cannot_execute(name: str, file: str, error: OSError) -> ShellError:
    """What to tell when a file that was found could not be started: 127 when it is gone, else 126."""
    if error.errno in (ENOENT, ENOTDIR) and not os.path.lexists(encode(file)):
        return ShellError(f"{name}: not found", NOT_FOUND)
    if error.errno == ENOENT:
        return ShellError(f"{name}: its interpreter was not found", NOT_EXECUTABLE)
    if error.errno == E2BIG:
        return ShellError(f"{name}: Argument list too long", NOT_EXECUTABLE)
    return ShellError(f"{name}: {error.strerror}", NOT_EXECUTABLE)


def script_argv(file: str, argv: list[str]) -> list[bytes]:
    """The arguments of a new shell that runs *file* as its script (2.9.1.6), the executable first.

    Raises ShellError when the file looks like no text: a NUL before the first newline.
    """
    name = encode(file)
    try:
        with open(name, "rb", buffering=0) as script:
            beginning = script.read(256)
    except OSError as error:
        raise ShellError(f"{file}: {error.strerror}", NOT_EXECUTABLE) from None
    if b"\0" in beginning.partition(b"\n")[0]:
        raise ShellError(f"{argv[0]}: cannot execute binary file", NOT_EXECUTABLE)
    main = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "__main__.py")
    own = [sys.executable, "-I", "-S", "-X", "utf8", main, "--", file, *argv[1:]]
    return list(map(encode, own))


def become(sh: Shell, file: str, argv: list[str], environment: dict[bytes, bytes], moves: Moves) -> NoReturn:
    """In a forked child: do the moves, and be the utility. Failure is told on its own standard error."""
    for fd, source in moves:
        descriptors.place(fd, source)
    sh.capture = None
    try:
        execute(file, argv, environment)
    except ShellError as error:
        sh.complain(error.message)
        os._exit(error.status)


def execute(file: str, argv: list[str], environment: dict[bytes, bytes]) -> NoReturn:
    """Replace the process by a utility. Raises ShellError."""
    try:
        process.execute(encode(file), list(map(encode, argv)), environment)
    except OSError as error:
        if error.errno != ENOEXEC:
            raise cannot_execute(argv[0], file, error) from None
        own = script_argv(file, argv)
        process.execute(own[0], own, environment)


def replace_process(
    sh: Shell, argv: list[str], environment: dict[bytes, bytes], path: str | None, name: str | None = None
) -> NoReturn:
    """``exec``: the utility takes over this process, with the signals it would have had as a child. Raises ShellError."""
    file = find_external(sh, argv[0], path)
    signals.before_exec()
    try:
        execute(file, argv if name is None else [name, *argv[1:]], environment)
    finally:
        signals.after_failed_exec()


# Jobs


def has_job_control(sh: Shell) -> bool:
    """Whether commands become jobs with process groups of their own (``set -m``), which subshells never do."""
    return sh.options.monitor and not sh.is_subshell


def new_job(sh: Shell, node: Node) -> Job:
    """A job for the command, not in the table yet."""
    return Job(unparse_brief(node))


def start_in_fork(sh: Shell, job: Job, run: Callable[[], NoReturn], is_foreground: bool) -> Process:
    """Fork a process of *job* that does *run*; under job control it is in the job's process group before it runs.

    The caller holds the reaper while it starts more than one. Raises SystemFailure.
    """
    reaper = sh.reaper
    has_group = has_job_control(sh)
    reaper.hold()
    try:
        pid = process.fork()
        if pid == 0:
            try:
                if has_group:
                    sh.control.child_setup(job.process_group, is_foreground)
                enter_child(sh)
                run()
            finally:
                os._exit(70)
        if has_group:
            job.process_group = sh.control.parent_setup(pid, job.process_group, is_foreground)
        child = reaper.register(pid, job)
    finally:
        reaper.release()
    return child


def enter_background(sh: Shell) -> None:
    """In a child of an asynchronous list without job control: it ignores SIGINT and SIGQUIT, and reads nothing (2.12)."""
    if not has_job_control(sh):
        signals.ignore(signals.SIGINT)
        signals.ignore(signals.SIGQUIT)
        descriptors.place_null(0)


def run_forked(sh: Shell, action: Action, node: Node) -> None:
    """Run shell code as a foreground job of its own (a subshell under job control)."""
    job = new_job(sh, node)
    start_in_fork(sh, job, lambda: run_as_process(sh, action), is_foreground=True)
    wait_foreground(sh, job)


def wait_foreground(sh: Shell, job: Job) -> None:
    """Wait until a foreground job has ended or stopped, and leave its status; the terminal comes back to the shell.

    Raises Interrupt when an interactive shell's job died of SIGINT: the shell takes it for its own.
    """
    status = sh.reaper.wait_for_job(job)
    if has_job_control(sh):
        sh.control.take_terminal(job)
    sh.status = status
    if job.is_stopped:
        if job.number == 0:
            sh.jobs.add(job)
        job.is_foreground = False
        sh.write_error(sh.jobs.describe(job) + "\n")
        job.mark_reported()
        if sh.compound is not None and (sh.function_depth or not isinstance(sh.compound, SimpleCommand)):
            from minishell.commands.successor import hand_over

            hand_over(sh, job)
        return
    if sh.options.interactive and not sh.is_subshell:
        number = job.killed_by
        if number == signals.SIGINT:
            sh.write_error("\n")
            raise Interrupt
        if number and number != signals.SIGPIPE:
            sh.write_error(signals.describe(number) + "\n")
