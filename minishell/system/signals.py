"""Signals (2.12): names, dispositions, and the one handler.

The only importer of ``_signal``: the module ``signal`` builds enumerations at import, which costs more than all of the shell.
The handler appends a number to ``pending`` and does nothing else; what it means is looked at at safe points.

Python ignores SIGPIPE and SIGXFSZ, and an ignored signal stays ignored in every program that is started. The shell
*catches* the two instead, with a handler that does nothing: exec then gives the default by itself.
"""

from __future__ import annotations

import _signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

SIGHUP, SIGINT, SIGQUIT, SIGKILL, SIGPIPE, SIGTERM = 1, 2, 3, 9, 13, 15
SIGCHLD: int = _signal.SIGCHLD
SIGCONT: int = _signal.SIGCONT
SIGSTOP: int = _signal.SIGSTOP
SIGTSTP: int = _signal.SIGTSTP
SIGTTIN: int = _signal.SIGTTIN
SIGTTOU: int = _signal.SIGTTOU
SIGWINCH: int = _signal.SIGWINCH
SIGXFSZ: int = _signal.SIGXFSZ
SIGRTMIN: int = _signal.SIGRTMIN
SIGRTMAX: int = _signal.SIGRTMAX

pending: list[int | str] = []
"""Numbers of signals that came and were not seen to yet; ``Shell.attention`` is this very list."""

REAPED = "reaped"
"""An entry of ``pending``: a process of an asynchronous list has been reaped, and the next safe point should look."""

NAMES: dict[int, str] = {
    number: name[3:]
    for name, number in vars(_signal).items()
    if name.startswith("SIG") and name[3:].isalpha() and name not in ("SIGCLD", "SIGPOLL", "SIGIOT")
    if isinstance(number, int) and number > 0
}
NAMES[16] = NAMES.get(16, "STKFLT")
NUMBERS: dict[str, int] = {name: number for number, name in NAMES.items()}
NUMBERS.update(CLD=SIGCHLD, IOT=NUMBERS["ABRT"], POLL=NUMBERS["IO"])

SILENT = (SIGPIPE, SIGXFSZ)
JOB_CONTROL = (SIGTSTP, SIGTTIN, SIGTTOU)

_ignored_on_entry: frozenset[int] | None = None
_caught: set[int] = set()  # with the noting handler
_shell_ignores: set[int] = set()  # ignored by an interactive shell for itself only
_entry_mask: set[int] = set()

DESCRIPTIONS = {
    1: "Hangup",
    3: "Quit",
    4: "Illegal instruction",
    5: "Trace/breakpoint trap",
    6: "Aborted",
    7: "Bus error",
    8: "Floating point exception",
    9: "Killed",
    10: "User defined signal 1",
    11: "Segmentation fault",
    12: "User defined signal 2",
    13: "Broken pipe",
    14: "Alarm clock",
    15: "Terminated",
    24: "CPU time limit exceeded",
    25: "File size limit exceeded",
    31: "Bad system call",
}


def describe(number: int) -> str:
    """What a user is told of a process that the signal ended."""
    return DESCRIPTIONS.get(number) or f"Signal {name(number)}"


def name(number: int) -> str:
    """The name without SIG; real-time signals are ``RTMIN+n``. An unknown number is its own name."""
    known = NAMES.get(number)
    if known is not None:
        return known
    if number == SIGRTMAX:
        return "RTMAX"
    if SIGRTMIN <= number < SIGRTMAX:
        return f"RTMIN+{number - SIGRTMIN}" if number > SIGRTMIN else "RTMIN"
    return str(number)


def number(text: str) -> int | None:
    """The number of a signal named with or without SIG, in any case, or given as a decimal; None for no signal."""
    if text.isascii() and text.isdigit():
        value = int(text)
        return value if 0 < value <= SIGRTMAX and (value in NAMES or value >= SIGRTMIN) else None
    upper = text.upper()
    upper = upper[3:] if upper.startswith("SIG") else upper
    known = NUMBERS.get(upper)
    if known is not None:
        return known
    for base_name, base, sign in (("RTMIN", SIGRTMIN, 1), ("RTMAX", SIGRTMAX, -1)):
        if upper == base_name:
            return base
        offset = upper[len(base_name) + 1 :]
        if upper.startswith(base_name + ("+" if sign > 0 else "-")) and offset.isdigit():
            value = base + sign * int(offset)
            return value if SIGRTMIN <= value <= SIGRTMAX else None
    return None


def all_numbers() -> list[int]:
    """Every signal there is, in order."""
    return [*sorted(NAMES), *range(SIGRTMIN, SIGRTMAX + 1)]


# Dispositions


def _note(signal_number: int, frame: object) -> None:
    pending.append(signal_number)


def _nothing(signal_number: int, frame: object) -> None:
    """For signals whose effect is an error of a system call."""


def start() -> None:
    """At the start of a shell: no KeyboardInterrupt, SIGPIPE and SIGXFSZ caught, SIGCHLD heard."""
    global _entry_mask
    if _signal.getsignal(SIGINT) is not _signal.SIG_IGN:
        _signal.signal(SIGINT, _signal.SIG_DFL)
    for silent in SILENT:
        _signal.signal(silent, _nothing)
    blocked = _signal.pthread_sigmask(_signal.SIG_BLOCK, ())
    if blocked:
        _entry_mask = {int(entry) for entry in blocked}
        _signal.pthread_sigmask(_signal.SIG_SETMASK, ())


def ignored_on_entry() -> frozenset[int]:
    """Signals that were ignored when the shell started, as far as can be known: Python hides SIGPIPE and SIGXFSZ."""
    global _ignored_on_entry
    if _ignored_on_entry is None:
        _ignored_on_entry = frozenset(
            entry
            for entry in all_numbers()
            if entry not in SILENT
            and entry not in _caught
            and entry not in _shell_ignores
            and _signal.getsignal(entry) is _signal.SIG_IGN
        )
    return _ignored_on_entry


def catch(signal_number: int) -> None:
    """Note the signal when it comes. SIGCHLD is the reaper's, which notes it when it is in ``caught``."""
    ignored_on_entry()
    _caught.add(signal_number)
    if signal_number != SIGCHLD:
        _signal.signal(signal_number, _note)


def is_caught(signal_number: int) -> bool:
    """Whether the signal is noted when it comes."""
    return signal_number in _caught


def ignore(signal_number: int) -> None:
    """Ignore the signal, in this process and in every one that it starts."""
    ignored_on_entry()
    _caught.discard(signal_number)
    _shell_ignores.discard(signal_number)
    if signal_number != SIGCHLD:
        _signal.signal(signal_number, _signal.SIG_IGN)


def set_default(signal_number: int) -> None:
    """Give the signal the disposition that it has in this shell without a trap."""
    ignored_on_entry()
    _caught.discard(signal_number)
    if signal_number in SILENT:
        _signal.signal(signal_number, _nothing)
    elif signal_number != SIGCHLD:
        if signal_number in _interactive:
            _interactive_disposition(signal_number)
        else:
            _signal.signal(signal_number, _signal.SIG_DFL)


_interactive: set[int] = set()


def start_interactive(job_control: bool) -> None:
    """An interactive shell outlives SIGINT, SIGQUIT and SIGTERM; with job control also the terminal's stop signals."""
    for entry in (SIGINT, SIGQUIT, SIGTERM, *(JOB_CONTROL if job_control else ())):
        _interactive.add(entry)
        if entry not in _caught:
            _interactive_disposition(entry)


def _interactive_disposition(signal_number: int) -> None:
    ignored_on_entry()
    if signal_number == SIGINT:
        _signal.signal(SIGINT, _note)
    else:
        _shell_ignores.add(signal_number)
        # SIG_IGN and no function: a function would have Python retry a read of the terminal for ever (PEP 475).
        _signal.signal(signal_number, _signal.SIG_IGN)


def reset_for_child() -> None:
    """In a forked subshell: what the shell catches or ignores for itself is default again; what was ignored stays so."""
    for entry in _caught | _interactive:
        if entry not in SILENT and entry != SIGCHLD and entry not in ignored_on_entry():
            _signal.signal(entry, _signal.SIG_DFL)
    _caught.clear()
    _interactive.clear()
    _shell_ignores.clear()


def default_all_ours() -> None:
    """In a child that runs no shell code: everything of ours back to the default."""
    for entry in _caught | _interactive | set(SILENT) | {SIGCHLD}:
        _signal.signal(entry, _signal.SIG_DFL)


def ignored_for_shell_only() -> set[int]:
    """Signals that an interactive shell ignores for itself: a child must have the default of them."""
    return _shell_ignores


def before_exec() -> None:
    """The process is about to be replaced: what the shell ignores for itself is default, the mask as it was."""
    for entry in _shell_ignores:
        _signal.signal(entry, _signal.SIG_DFL)


def after_failed_exec() -> None:
    """The process was not replaced after all."""
    for entry in _shell_ignores:
        _signal.signal(entry, _signal.SIG_IGN)


def set_handler(signal_number: int, handler: Callable[[int, object], None] | None) -> None:
    """Give a signal a handler of its own (the reaper, the terminal's size), or the default with None."""
    _signal.signal(signal_number, _signal.SIG_DFL if handler is None else handler)


def set_wakeup(fd: int) -> int:
    """Have the number of each signal that comes written to *fd* (-1: nowhere), and give the one before."""
    return _signal.set_wakeup_fd(fd, warn_on_full_buffer=False)


def block(numbers: tuple[int, ...]) -> None:
    """Hold signals back."""
    _signal.pthread_sigmask(_signal.SIG_BLOCK, numbers)


def unblock(numbers: tuple[int, ...]) -> None:
    """Let signals through."""
    _signal.pthread_sigmask(_signal.SIG_UNBLOCK, numbers)


def die_of(signal_number: int) -> None:
    """End this process by the signal; returns only for a signal that does not end a process."""
    import os

    _signal.signal(signal_number, _signal.SIG_DFL)
    _signal.pthread_sigmask(_signal.SIG_UNBLOCK, (signal_number,))
    os.kill(os.getpid(), signal_number)
