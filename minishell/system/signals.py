"""Signals (2.12): names, dispositions, and the one handler.

The only importer of ``_signal``: the module ``signal`` builds enumerations at import, which costs more than all of the shell.
The handler appends a number to ``pending`` and does nothing else; what it means is looked at at safe points.

Python ignores SIGPIPE and SIGXFSZ, and an ignored signal stays ignored in every program that is started. The shell
*catches* the two instead, with a handler that does nothing: a write fails with EPIPE or EFBIG, and exec gives the default by
itself.

The signal mask of the shell is empty, as in dash and mksh, whatever it was at the start: a shell that inherited a
blocked SIGCHLD would wait for ever.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal as _signal
    from collections.abc import Callable, Iterable
    from typing import NoReturn, TypeVar

    T = TypeVar("T")
else:
    import _signal

SIGHUP: int = _signal.SIGHUP
SIGINT: int = _signal.SIGINT
SIGQUIT: int = _signal.SIGQUIT
SIGKILL: int = _signal.SIGKILL
SIGPIPE: int = _signal.SIGPIPE
SIGTERM: int = _signal.SIGTERM
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

SILENT = (SIGPIPE, SIGXFSZ)
JOB_CONTROL = (SIGTSTP, SIGTTIN, SIGTTOU)
FIXED = (SIGKILL, SIGSTOP)

pending: list[int | str] = []
"""Numbers of signals that came and were not seen to yet; ``Shell.attention`` is this very list."""

REAPED = "reaped"
"""An entry of ``pending``: a process of an asynchronous list has been reaped, and the next safe point should look."""

# Names


def _system_names() -> dict[int, str]:
    others = ("CLD", "IOT", "POLL", "RTMIN", "RTMAX")  # second names, and the ends of a range
    names: dict[int, str] = {16: "STKFLT"} if sys.platform == "linux" else {}  # Python 3.11 does not name it
    for text, value in vars(_signal).items():
        if text.startswith("SIG") and text[3:].isalnum() and text[3:] not in others and isinstance(value, int):
            names[int(value)] = text[3:]
    return names


NAMES: dict[int, str] = _system_names()
NUMBERS: dict[str, int] = {text: value for value, text in NAMES.items()}
NUMBERS.update(CLD=SIGCHLD, IOT=NUMBERS["ABRT"], POLL=NUMBERS["IO"], RTMIN=SIGRTMIN, RTMAX=SIGRTMAX)


def name(number: int) -> str:
    """The name without SIG; real-time signals are ``RTMIN``, ``RTMIN+n``, ``RTMAX``. An unknown number is its own name."""
    known = NAMES.get(number)
    if known is not None:
        return known
    if number == SIGRTMAX:
        return "RTMAX"
    if SIGRTMIN <= number < SIGRTMAX:
        return f"RTMIN+{number - SIGRTMIN}" if number > SIGRTMIN else "RTMIN"
    return str(number)


def number(text: str) -> int | None:
    """The number of a signal named with or without SIG, in any case, or given as a decimal; None for no signal.

    ``RTMIN+n`` and ``RTMAX-n`` are names, too.
    """
    if text.isascii() and text.isdigit():
        value = int(text) if len(text) < 10 else 0
        return value if value in NAMES or SIGRTMIN <= value <= SIGRTMAX else None
    upper = text.upper().removeprefix("SIG")
    for base, sign in (("RTMIN+", 1), ("RTMAX-", -1)):
        offset = upper.removeprefix(base)
        if offset != upper and offset.isascii() and offset.isdigit() and len(offset) < 10:
            value = NUMBERS[base[:-1]] + sign * int(offset)
            return value if SIGRTMIN <= value <= SIGRTMAX else None
    return NUMBERS.get(upper)


def all_numbers() -> list[int]:
    """Every signal there is, in order."""
    return [*sorted(NAMES), *range(SIGRTMIN, SIGRTMAX + 1)]


def describe(number: int) -> str:
    """What a user is told of a process that the signal ended: ``Killed``, ``Segmentation fault``."""
    return _signal.strsignal(number) or f"Signal {name(number)}"


# Dispositions
#
# What a signal does follows from four facts: whether it was ignored when the shell started, whether there is a trap for it,
# whether the shell is interactive, and whether Python or the shell itself needs it.

_ignored_on_entry: frozenset[int] | None = None
_trapped: dict[int, bool] = {}  # True: noted when it comes, False: ignored
_interactive: tuple[int, ...] = ()  # what an interactive shell outlives without any trap
_is_waiting = False  # for a foreground command
_was_interrupted = False
_may_raise = False  # while ``call_interruptibly`` calls


def _note(signal_number: int, frame: object) -> None:
    pending.append(signal_number)
    if _may_raise:
        raise InterruptedError


def call_interruptibly(call: Callable[[], T]) -> T:
    """Make a system call that may block for ever and cannot be waited for by ``poll``: opening a FIFO.

    Python would make it again after each signal (PEP 475). *call* must do nothing that a signal could leave half done.

    Raises:
        InterruptedError: a signal that is caught came, and is in ``pending``.
    """
    global _may_raise
    _may_raise = True
    try:
        return call()
    finally:
        _may_raise = False


def _nothing(signal_number: int, frame: object) -> None:
    """For signals whose effect is an error of a system call."""


def _interrupt(signal_number: int, frame: object) -> None:
    """SIGINT without a trap ends a shell, unless it waits for a foreground command; see ``begin_wait``."""
    global _was_interrupted
    if _is_waiting:
        _was_interrupted = True
    else:
        die_of(signal_number)


def start() -> None:
    """At the start of a shell: no KeyboardInterrupt, SIGPIPE and SIGXFSZ caught, an empty mask."""
    for entry in (SIGINT, *SILENT):
        _set_untrapped(entry)
    if _signal.getsignal(SIGCHLD) is _signal.SIG_IGN:
        # No shell could do without, nor could most programs that it starts.
        _signal.signal(SIGCHLD, _signal.SIG_DFL)
    _signal.pthread_sigmask(_signal.SIG_SETMASK, ())


def ignored_on_entry() -> frozenset[int]:
    """Signals that were ignored when the shell started; a script can neither trap them nor give them back the default (2.12).

    Python hides SIGPIPE and SIGXFSZ: they count when whoever started Python has said so, by ``-X sigignore=MASK`` with the
    decimal mask of /proc/self/stat. SIGCHLD never counts, since no shell can do without.
    """
    global _ignored_on_entry
    if _ignored_on_entry is None:
        told = sys._xoptions.get("sigignore", "")
        mask = int(told) if isinstance(told, str) and told.isascii() and told.isdigit() else 0
        silent = {entry for entry in SILENT if mask >> (entry - 1) & 1}
        others = {entry for entry in all_numbers() if _signal.getsignal(entry) is _signal.SIG_IGN}
        _ignored_on_entry = frozenset(silent | others - {SIGCHLD, *SILENT})
    return _ignored_on_entry


def catch(signal_number: int) -> None:
    """Note the signal when it comes. SIGCHLD is the reaper's, who notes it when it ``is_caught``."""
    _set(signal_number, _note)
    _trapped[signal_number] = True


def is_caught(signal_number: int) -> bool:
    """Whether the signal is noted because ``catch`` was told so."""
    return _trapped.get(signal_number, False)


def ignore(signal_number: int) -> None:
    """Ignore the signal, in this process and in every one that it starts."""
    _set(signal_number, _signal.SIG_IGN)
    _trapped[signal_number] = False


def set_default(signal_number: int) -> None:
    """Give the signal the disposition that it has in this shell without a trap."""
    _trapped.pop(signal_number, None)
    _set_untrapped(signal_number)


def _set(signal_number: int, disposition: Callable[[int, object], None] | int) -> None:
    ignored_on_entry()  # before the first change
    if signal_number != SIGCHLD and signal_number not in FIXED:
        _signal.signal(signal_number, disposition)


def _set_untrapped(signal_number: int) -> None:
    """The disposition without a trap. An interactive shell's are SIG_IGN and no function where that will do: a function
    would have Python retry a read of the terminal for ever (PEP 475)."""
    if signal_number in ignored_on_entry() and signal_number not in _interactive:
        _set(signal_number, _signal.SIG_IGN)
    elif signal_number == SIGINT:
        _set(signal_number, _note if signal_number in _interactive else _interrupt)
    elif signal_number in SILENT:
        _set(signal_number, _nothing)
    else:
        _set(signal_number, _signal.SIG_IGN if signal_number in _interactive else _signal.SIG_DFL)


def start_interactive(job_control: bool) -> None:
    """An interactive shell outlives SIGQUIT and SIGTERM, notes SIGINT, and with job control ignores the terminal's stop signals.

    May be called again when job control is turned on or off.
    """
    global _interactive
    before = _interactive
    _interactive = (SIGINT, SIGQUIT, SIGTERM, *JOB_CONTROL) if job_control else (SIGINT, SIGQUIT, SIGTERM)
    for entry in {*before, *_interactive}:
        if entry not in _trapped:
            _set_untrapped(entry)


def ignored_for_shell_only() -> list[int]:
    """Signals that an interactive shell ignores for itself: a child must have the default of them."""
    if not _interactive:
        return []
    return [entry for entry in _interactive if entry != SIGINT and entry not in _trapped and entry not in ignored_on_entry()]


def begin_wait() -> None:
    """From now on SIGINT without a trap does not end the shell, since it waits for a foreground command that got it, too.

    The command decides: when it dies of the signal, so shall the shell; when it took the signal for a keystroke, as an editor
    does, the script goes on. bash does so; in dash and yash the shell dies first, and leaves the editor alone.
    """
    global _is_waiting, _was_interrupted
    _was_interrupted = False
    _is_waiting = True


def end_wait() -> bool:
    """The wait is over; whether a SIGINT came that nobody saw to."""
    global _is_waiting
    _is_waiting = False
    return _was_interrupted


# Around fork and exec


def block_all() -> None:
    """Hold back every signal, so that none is lost between a fork and the moment when the child knows what it shall do."""
    _signal.pthread_sigmask(_signal.SIG_BLOCK, _EVERY)


def unblock_all() -> None:
    """Let every signal through."""
    _signal.pthread_sigmask(_signal.SIG_SETMASK, ())


_EVERY = _signal.valid_signals()


def reset_for_child() -> None:
    """In a forked subshell: what the shell catches, or ignores for itself, is untrapped again; what was ignored stays so.

    Signals that were held back since the fork come now.
    """
    global _interactive, _is_waiting
    changed = [entry for entry in {*_trapped, *_interactive} if _trapped.get(entry, True)]
    _interactive = ()
    _is_waiting = False
    for entry in changed:
        _trapped.pop(entry, None)
        _set_untrapped(entry)
    pending[:] = [entry for entry in pending if not isinstance(entry, int)]
    unblock_all()


def default_all_ours() -> None:
    """In a forked child that runs no shell code: no handler of ours, the defaults for what was not ignored."""
    reset_for_child()
    for entry in (SIGINT, SIGCHLD, *SILENT):
        if _signal.getsignal(entry) is not _signal.SIG_IGN:
            _signal.signal(entry, _signal.SIG_DFL)


def before_exec() -> None:
    """The process is about to be replaced: what the shell ignores for itself becomes the default."""
    for entry in ignored_for_shell_only():
        _signal.signal(entry, _signal.SIG_DFL)


def after_failed_exec() -> None:
    """The process was not replaced after all."""
    for entry in ignored_for_shell_only():
        _signal.signal(entry, _signal.SIG_IGN)


def die_of(signal_number: int) -> NoReturn:
    """End this process by the signal, as if it had never been caught; where the kernel refuses (pid 1), with 128+n."""
    if signal_number not in FIXED:
        _signal.signal(signal_number, _signal.SIG_DFL)
    _signal.pthread_sigmask(_signal.SIG_UNBLOCK, (signal_number,))
    os.kill(os.getpid(), signal_number)
    os._exit(128 + signal_number)


# Handlers and masks for others


def set_handler(signal_number: int, handler: Callable[[int, object], None] | None) -> None:
    """Give a signal a handler of its own (the reaper, the terminal's size), or the default with None."""
    ignored_on_entry()
    _signal.signal(signal_number, _signal.SIG_DFL if handler is None else handler)


def set_wakeup(fd: int) -> int:
    """Have the number of each signal that comes written to *fd* (-1: nowhere), and give the one before."""
    return _signal.set_wakeup_fd(fd, warn_on_full_buffer=False)


def block(numbers: Iterable[int]) -> set[int]:
    """Hold signals back; gives the mask before, for ``set_mask``."""
    return {int(entry) for entry in _signal.pthread_sigmask(_signal.SIG_BLOCK, numbers)}


def set_mask(numbers: Iterable[int]) -> None:
    """Make *numbers* the signals that are held back."""
    _signal.pthread_sigmask(_signal.SIG_SETMASK, numbers)
