"""What an error does to the shell: the table of 2.8.1, in one place."""

from __future__ import annotations

from errno import EMFILE, ENFILE, ENOMEM, EPIPE

from minishell.errors import INTERNAL_ERROR, USAGE, Divert, ExitShell, Interrupt
from minishell.system import process, signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.errors import ShellError
    from minishell.shell import Shell


def fatal(sh: Shell, error: ShellError) -> Divert:
    """Tell the error, and give the Divert to raise: the shell ends; an interactive one goes back to its prompt.

    For expansion and assignment errors, and for errors of special built-ins.
    """
    report(sh, error)
    return leave(sh)


def leave(sh: Shell) -> Divert:
    """What ends a shell that cannot go on; its status is in ``sh.status``."""
    return Interrupt() if sh.is_interactive else ExitShell()


def report(sh: Shell, error: ShellError, prefix: str = "") -> None:
    """Tell the error and take over its status."""
    at = getattr(error, "at", None)
    if at is None:
        sh.complain(prefix + error.message)
    else:
        sh.write_error(f"{at}: {error.message}\n{at.caret()}\n")
    sh.status = error.status


def last_words(error: BaseException) -> tuple[str, int]:
    """What to tell of an exception that nobody saw to, and the exit status: means that ran out, or a fault of our own."""
    if isinstance(error, MemoryError):
        return "out of memory", USAGE
    if isinstance(error, RecursionError):
        return "nested too deeply", USAGE
    if isinstance(error, OSError) and error.errno in (EMFILE, ENFILE, ENOMEM):
        return f"{error.strerror}", USAGE
    return f"internal error: {type(error).__name__}: {error}; please report it", INTERNAL_ERROR


def write_failed(sh: Shell, name: str, error: OSError) -> None:
    """A built-in could not write its output: a message and status 1; a broken pipe ends the process as SIGPIPE would.

    A subshell that runs inside this process ends with SIGPIPE's status instead.
    """
    if error.errno == EPIPE and sh.traps.action("PIPE") is None:
        if sh.frame is not None and not sh.frame.is_process:
            sh.status = 128 + signals.SIGPIPE
            raise ExitShell
        if sh.is_interactive:
            sh.status = 128 + signals.SIGPIPE
            return
        process.die_of(signals.SIGPIPE)
    sh.complain(f"{name}: write error: {error.strerror}")
    sh.status = 1
