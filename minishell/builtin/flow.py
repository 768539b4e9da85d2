"""``:``, ``true``, ``false``, and the built-ins that leave the place where they are: ``break continue return exit``."""

from __future__ import annotations

from minishell.builtin.usage import operands, unsigned
from minishell.errors import BreakLoop, ContinueLoop, ExitShell, ReturnFunction, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

HELP = {
    ":": ": [argument...]\n\nDo nothing; the arguments are expanded. Status 0.\n",
    "true": "true\n\nStatus 0.\n",
    "false": "false\n\nStatus 1.\n",
    "break": "break [n]\n\nLeave the innermost loop, or n of them; at most all there are.\n",
    "continue": "continue [n]\n\nGo on with the next turn of the innermost loop, or of the n-th around it.\n",
    "return": "return [n]\n\nLeave a function or a dot script with status n, else that of the last command.\n",
    "exit": "exit [n]\n\nLeave the shell with status n, else that of the last command; the EXIT trap runs first.\n",
}


def colon(sh: Shell, argv: list[str]) -> int:
    """``:`` (2.15 colon)."""
    return 0


def true(sh: Shell, argv: list[str]) -> int:
    """``true``."""
    return 0


def false(sh: Shell, argv: list[str]) -> int:
    """``false``."""
    return 1


def levels(argv: list[str]) -> int:
    """How many loops. Raises UsageError."""
    given = operands(strip_delimiter(argv[1:]), at_most=1)
    if not given:
        return 1
    count = unsigned(given[0], "number of loops")
    if count == 0:
        raise UsageError(f"{given[0]}: bad number of loops")
    return count


def strip_delimiter(words: list[str]) -> list[str]:
    """*words* without a leading ``--``."""
    return words[1:] if words and words[0] == "--" else words


def break_(sh: Shell, argv: list[str]) -> int:
    """``break [n]`` (2.15 break). Outside of any loop it does nothing, as in dash and bash."""
    count = levels(argv)
    if not sh.loop_depth:
        return 0
    sh.status = 0
    raise BreakLoop(min(count, sh.loop_depth))


def continue_(sh: Shell, argv: list[str]) -> int:
    """``continue [n]`` (2.15 continue)."""
    count = levels(argv)
    if not sh.loop_depth:
        return 0
    sh.status = 0
    raise ContinueLoop(min(count, sh.loop_depth))


def status_operand(sh: Shell, argv: list[str]) -> int:
    """The status to leave with: the last 8 bits of the operand. Raises UsageError."""
    given = operands(strip_delimiter(argv[1:]), at_most=1)
    return unsigned(given[0], "status") & 255 if given else sh.status


def return_(sh: Shell, argv: list[str]) -> int:
    """``return [n]`` (2.15 return); outside of functions and dot scripts it ends the shell, as in dash, yash and mksh."""
    sh.status = status_operand(sh, argv)
    raise ReturnFunction


def exit_(sh: Shell, argv: list[str]) -> int:
    """``exit [n]`` (2.15 exit): in a trap without operand with the status from before the trap."""
    before_trap = sh.status_before_trap
    if before_trap is not None and len(argv) == 1:
        sh.status = before_trap
    else:
        sh.status = status_operand(sh, argv)
    raise ExitShell
