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

  -p  show the conditions named, or all of them, with '-' for the default
  -l  list the signals
""",
}


def trap(sh: Shell, argv: list[str]) -> int:
    """``trap``: with an unsigned integer as first operand all operands are conditions, and get the default back."""
    given, words = options(argv, "pl")
    if "l" in given:
        return list_signals(sh)
    if "p" in given or not words:
        return show(sh, words, "p" in given)
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
    if word.upper() == "EXIT" or (word and not word.strip("0")):
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


def show(sh: Shell, words: list[str], all_conditions: bool) -> int:
    """Write ``trap -- 'action' CONDITION`` for the conditions named, or for those that have not the default: also for signals
    that were ignored on entry. With *all_conditions* for the others, too, but for KILL and STOP."""
    shown = dict(sh.traps.shown())
    if not sh.options.interactive:
        for number in signals.ignored_on_entry():
            shown[signals.name(number)] = ""
    status = 0
    conditions = []
    for word in words:
        condition = condition_of(word)
        if condition is None:
            sh.complain(f"trap: {word}: no such signal")
            status = FAILURE
        else:
            conditions.append(condition)
    if not words and all_conditions:
        others = (signals.name(number) for number in signals.all_numbers() if number not in signals.FIXED)
        conditions = sorted({"EXIT", *shown, *others}, key=order)
    elif not words:
        conditions = sorted(shown, key=order)
    lines = []
    for condition in conditions:
        action = quote_always(shown[condition]) if condition in shown else "-"
        lines.append(f"trap -- {action} {condition}\n")
    sh.write("".join(lines))
    return status


def order(condition: str) -> int:
    """EXIT first, then by number."""
    return 0 if condition == "EXIT" else signals.number(condition) or 0


def list_signals(sh: Shell) -> int:
    """All signals, a number and a name in each line."""
    sh.write("".join([f"{number:>2} {signals.name(number)}\n" for number in signals.all_numbers()]))
    return 0
