"""``trap`` (2.15 trap)."""

from __future__ import annotations

from minishell.builtin.usage import options
from minishell.errors import FAILURE, UsageError
from minishell.syntax.quoting import quote_always
from minishell.system import signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

HELP = {
    "trap": """\
trap action condition...
trap - condition...
trap '' condition...
trap [-p [condition...]]

Run a command when a signal comes, or, for EXIT, when the shell ends. '-' gives
back the default, an empty action ignores the signal. Without an action show
the traps there are. A condition is EXIT or 0, a signal's name or number.

  -p  show traps in a form that can be read back in
  -l  list the signals
""",
}


def trap(sh: Shell, argv: list[str]) -> int:
    """``trap``: with an unsigned integer as first operand all operands are conditions, and get the default back."""
    given, words = options(argv, "pl")
    if "l" in given:
        return list_signals(sh)
    if "p" in given or not words:
        return show(sh, words)
    action: str | None
    if words[0].isascii() and words[0].isdigit():
        action = None
    elif len(words) == 1:
        if condition_of(words[0]) is None:
            raise UsageError(f"{words[0]}: a condition is missing")
        action = None
    else:
        action = words.pop(0)
        if action == "-":
            action = None
    status = 0
    for word in words:
        condition = condition_of(word)
        if condition is None:
            sh.complain(f"trap: {word}: no such signal")
            status = FAILURE
        else:
            set_trap(sh, condition, action)
    return status


def condition_of(word: str) -> str | None:
    """The name of a condition, None when there is none of that name or number."""
    if word == "0" or word.upper() == "EXIT":
        return "EXIT"
    number = signals.number(word)
    return None if number is None else signals.name(number)


def set_trap(sh: Shell, condition: str, action: str | None) -> None:
    """Set one trap. What was ignored when the shell started stays so, unless the shell is interactive (2.12)."""
    if condition == "EXIT":
        sh.traps.set(condition, action)
        return
    number = signals.number(condition)
    assert number is not None
    if not sh.options.interactive and number in signals.ignored_on_entry():
        return
    sh.traps.set(condition, action)
    if number in (signals.SIGKILL, signals.SIGSTOP):
        return
    if action is None:
        signals.set_default(number)
    elif action:
        signals.catch(number)
    else:
        signals.ignore(number)


def show(sh: Shell, words: list[str]) -> int:
    """Write ``trap -- 'action' CONDITION`` for traps there are, or for the conditions named."""
    shown = sh.traps.shown()
    if not words:
        for condition in sorted(shown, key=order):
            sh.write(f"trap -- {quote_always(shown[condition])} {condition}\n")
        return 0
    status = 0
    for word in words:
        condition = condition_of(word)
        if condition is None:
            sh.complain(f"trap: {word}: no such signal")
            status = FAILURE
            continue
        found = shown.get(condition)
        sh.write(f"trap -- {'-' if found is None else quote_always(found)} {condition}\n")
    return status


def order(condition: str) -> int:
    """EXIT first, then by number."""
    return 0 if condition == "EXIT" else signals.number(condition) or 0


def list_signals(sh: Shell) -> int:
    """All signals, a number and a name in each line."""
    sh.write("".join([f"{number:>2} {signals.name(number)}\n" for number in signals.all_numbers()]))
    return 0
