"""``kill`` (XCU kill)."""

from __future__ import annotations

import os

from minishell.errors import FAILURE, SIGNALLED, ShellError, UsageError
from minishell.system import signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

HELP = {
    "kill": """\
kill [-s name | -n number | -name | -number] pid...
kill -l [status...]

Send a signal, TERM when none is given, to processes. A pid is a process ID, a
job like %1, 0 for the shell's process group, or -n for the process group n.
Signal 0 only asks whether the process is there.

  -s name    the signal's name, with or without SIG, in any case
  -n number  the signal's number
  -l         list the signals' names; or the name of the signal that a number or
             an exit status stands for, or the number of a name
""",
}


def kill(sh: Shell, argv: list[str]) -> int:
    """``kill [-s name] pid...``, ``kill -l [status...]``: status 0 when every operand was signalled."""
    number, targets = parse(argv)
    if number is None:
        return list_signals(sh, targets)
    if not targets:
        raise UsageError("no process to signal is named")
    status = 0
    for target in targets:
        try:
            send(sh, target, number)
        except ShellError as error:
            sh.complain(f"kill: {error.message}")
            status = FAILURE
    return status


def parse(argv: list[str]) -> tuple[int | None, list[str]]:
    """The signal to send, None for ``-l``, and the operands. Raises ShellError.

    XBD 12.2 does not hold here: ``-TERM`` is one option, and once the signal is known a negative number is an operand.
    """
    rest = argv[1:]
    if not rest or not rest[0].startswith("-") or rest[0] == "-":
        return signals.SIGTERM, rest
    option = rest.pop(0)
    if option == "--":
        return signals.SIGTERM, rest
    if option == "-l":
        return None, without_delimiter(rest)
    number = signal_number(option[1:])
    if number is None and option[1] in "sn":
        name = option[2:]
        if not name:
            if not rest:
                raise UsageError(f"{option}: a signal is missing")
            name = rest.pop(0)
        number = signal_number(name)
        if number is None:
            raise ShellError(f"{name}: no such signal")
    elif number is None:
        raise ShellError(f"{option[1:]}: no such signal")
    return number, without_delimiter(rest)


def without_delimiter(words: list[str]) -> list[str]:
    """*words* without a ``--`` at the beginning."""
    return words[1:] if words[:1] == ["--"] else words


def signal_number(text: str) -> int | None:
    """The number of a signal by name or number, 0 among them."""
    return 0 if text == "0" else signals.number(text)


def send(sh: Shell, target: str, number: int) -> None:
    """Signal a process, a process group or a job. Raises ShellError."""
    try:
        if target.startswith("%"):
            signal_job(sh, target, number)
        else:
            os.kill(process_id(target), number)
    except OSError as error:
        raise ShellError(f"{target}: {error.strerror}") from None


def process_id(text: str) -> int:
    """A process ID, or the negative ID of a group. Raises ShellError."""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        raise ShellError(f"{text or repr(text)}: not a process or job ID")
    if len(digits) > 9:
        raise ShellError(f"{text}: no such process")
    return int(text)


def signal_job(sh: Shell, job_id: str, number: int) -> None:
    """Signal a job. A stopped one is continued, so that it hears that it shall end. Raises ShellError, OSError."""
    sh.reaper.poll()
    job = sh.jobs.find(job_id)
    if job.has_ended:
        raise ShellError(f"{job_id}: the job has ended")
    sh.control.signal_job(job, number)
    if job.is_stopped and number in (signals.SIGTERM, signals.SIGHUP):
        sh.control.signal_job(job, signals.SIGCONT)


def list_signals(sh: Shell, given: list[str]) -> int:
    """``kill -l``: names, one a line."""
    if not given:
        sh.write("".join(f"{signals.name(number)}\n" for number in signals.all_numbers()))
        return 0
    status = 0
    for word in given:
        text = counterpart(word)
        if text is None:
            sh.complain(f"kill: {word}: no such signal or exit status")
            status = FAILURE
        else:
            sh.write(text + "\n")
    return status


def counterpart(word: str) -> str | None:
    """The name for a signal's number or an exit status, the number for a name; None for neither."""
    number = signals.number(word)
    if word.isascii() and word.isdigit():
        if number is None and len(word) == 3:
            number = signals.number(str(int(word) - SIGNALLED))
        return None if number is None else signals.name(number)
    return None if number is None else str(number)
