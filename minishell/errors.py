"""What goes wrong (``ShellError``), and where execution goes on elsewhere (``Divert``)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.source import Location

SUCCESS = 0
FAILURE = 1
USAGE = 2
NOT_EXECUTABLE = 126
NOT_FOUND = 127
SIGNALLED = 128  # + signal number
INTERNAL_ERROR = 70


class ShellError(Exception):
    """Something went wrong: one line for the user, and the exit status of the command at fault."""

    status = FAILURE

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        if status is not None:
            self.status = status


class ScriptSyntaxError(ShellError):
    """The text is no program (2.10). ``incomplete``: more text may cure it, so an interactive shell asks with PS2."""

    status = USAGE

    def __init__(self, message: str, at: Location, incomplete: bool = False) -> None:
        super().__init__(message)
        self.at = at
        self.incomplete = incomplete


class ExpansionError(ShellError):
    """``${x?}``, ``set -u``, division by zero, a bad substitution (2.8.1)."""

    status = USAGE


class RedirectionError(ShellError):
    """A redirection could not be done (2.8.1)."""


class AssignmentError(ShellError):
    """An assignment to a readonly variable (2.8.1)."""

    status = USAGE


class UsageError(ShellError):
    """Wrong options or operands of a utility; the utility's name goes before the message when it is printed."""

    status = USAGE


class SystemFailure(ShellError):  # noqa: N818 - the system failed, not the script
    """The kernel refused a process, a pipe, memory; nothing half-made is left."""

    status = USAGE


class Divert(Exception):  # noqa: N818 - nothing is wrong: execution goes on elsewhere
    """Execution leaves the place where it is."""


class BreakLoop(Divert):
    """``break``: ends ``levels`` loops."""

    def __init__(self, levels: int) -> None:
        self.levels = levels


class ContinueLoop(Divert):
    """``continue``: the next turn of the loop ``levels`` out."""

    def __init__(self, levels: int) -> None:
        self.levels = levels


class ReturnFunction(Divert):
    """``return``: ends a function or a dot script. The status is in the shell."""


class ExitShell(Divert):
    """The shell (or the subshell that runs) ends with the shell's status."""


class MovedAway(Divert):
    """The rest of the subshell that ran inside this process goes on in a forked child; see ``commands/frame.py``."""


class Interrupt(Divert):
    """An interactive shell goes back to its prompt: SIGINT, or an error that would end a script."""
