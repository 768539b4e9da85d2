"""Traps at safe points (2.12, 2.15 trap): before each simple command, at each turn of a loop, after each wait."""

from __future__ import annotations

from minishell.errors import ExitShell, Interrupt, ReturnFunction
from minishell.source import Source
from minishell.system import process, signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell


def attend(sh: Shell) -> None:
    """Look at what came up: signals are trapped, reports of reaped children are written.

    A subshell that runs inside this process leaves signals alone: they were sent to the shell around it.
    """
    attention = sh.attention
    if signals.REAPED in attention:
        attention.remove(signals.REAPED)
        sh.reaper.poll()
        sh.reaper.report_now()
    if sh.frame is not None and not sh.frame.is_process:
        if sh.options.interactive and signals.SIGINT in attention:
            raise Interrupt  # and it stays noted: the prompt sees to it
        return
    while True:
        for entry in attention:
            if isinstance(entry, int):
                attention.remove(entry)
                run_trap(sh, entry)
                break
        else:
            return


def run_trap(sh: Shell, number: int) -> None:
    """Run the action of a signal that came; ``$?`` is the same afterwards."""
    action = sh.traps.action(signals.name(number))
    if action:
        status = sh.status
        outer, sh.status_before_trap = sh.status_before_trap, status
        try:
            sh.interpreter.run_text(action, Source(f"trap {signals.name(number)}"))
        finally:
            sh.status_before_trap = outer
        sh.status = status
    elif action is None and number == signals.SIGINT and sh.is_interactive:
        sh.status = 128 + signals.SIGINT
        raise Interrupt
    elif action is None and number == signals.SIGINT:
        process.die_of(number)


def run_exit_trap(sh: Shell) -> None:
    """Run the EXIT trap once; an ``exit`` in it decides the status, else the status stays."""
    action = sh.traps.action("EXIT")
    if not action:
        return
    sh.traps.set("EXIT", None)
    status = sh.status_before_trap = sh.status
    sh.tested_depth = 0
    try:
        sh.interpreter.run_text(action, Source("trap EXIT"))
    except ExitShell:
        return
    except (Interrupt, ReturnFunction):
        pass
    sh.status = status
