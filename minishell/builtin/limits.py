"""``ulimit``, ``umask`` and ``times`` (XCU ulimit, umask; 2.15 times): what a process is given and has used."""

from __future__ import annotations

import os

from minishell.builtin.usage import operands, options
from minishell.errors import ShellError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

HELP = {
    "ulimit": """\
ulimit [-H|-S] [-a | -resource] [limit]

Show or set a limit of this shell and of what it starts; without a resource the
size of files. limit is a number in the resource's unit, 'unlimited', 'hard' or
'soft' (the limits in force). Without -H and -S both limits are set, and the
soft one is shown.

  -H  the hard limit, which only a privileged process can raise
  -S  the soft limit, which is enforced
  -a  show all limits

  -c  core files (512 bytes)         -q  message queues (bytes)
  -d  data segment (1024 bytes)      -r  real-time priority
  -e  scheduling priority            -s  stack (1024 bytes)
  -f  size of files (512 bytes)      -t  processor time (seconds)
  -i  pending signals                -u  processes of the user (also -p)
  -l  locked memory (1024 bytes)     -v  address space (1024 bytes)
  -m  resident memory (1024 bytes)   -x  file locks (also -w)
  -n  open files                     -R  real-time without a pause (microseconds)
""",
    "umask": """\
umask [-S] [mask]

Show or set the file mode creation mask: the permissions that new files do not
get. mask is an octal number, or permissions that they may have, as in
'u=rwx,g=rx,o=' or 'g-w' (see chmod).

  -S  show the permissions that new files may have
""",
    "times": """\
times

Print the user and system time used by the shell, and on a second line by its
children.
""",
}

# Letter: number of the limit's name in the module resource, bytes (or whatever) for one unit, what it limits.
RESOURCES: dict[str, tuple[str, int, str]] = {
    "c": ("RLIMIT_CORE", 512, "core files (512 bytes)"),
    "d": ("RLIMIT_DATA", 1024, "data segment (1024 bytes)"),
    "e": ("RLIMIT_NICE", 1, "scheduling priority"),
    "f": ("RLIMIT_FSIZE", 512, "size of files (512 bytes)"),
    "i": ("RLIMIT_SIGPENDING", 1, "pending signals"),
    "l": ("RLIMIT_MEMLOCK", 1024, "locked memory (1024 bytes)"),
    "m": ("RLIMIT_RSS", 1024, "resident memory (1024 bytes)"),
    "n": ("RLIMIT_NOFILE", 1, "open files"),
    "q": ("RLIMIT_MSGQUEUE", 1, "message queues (bytes)"),
    "r": ("RLIMIT_RTPRIO", 1, "real-time priority"),
    "R": ("RLIMIT_RTTIME", 1, "real-time without a pause (microseconds)"),
    "s": ("RLIMIT_STACK", 1024, "stack (1024 bytes)"),
    "t": ("RLIMIT_CPU", 1, "processor time (seconds)"),
    "u": ("RLIMIT_NPROC", 1, "processes of the user"),
    "v": ("RLIMIT_AS", 1024, "address space (1024 bytes)"),
    "x": ("RLIMIT_LOCKS", 1, "file locks"),
}
SYNONYMS = {"p": "u", "w": "x"}  # as in dash
LINUX_LOCKS = 10  # which the module resource does not name


def ulimit(sh: Shell, argv: list[str]) -> int:
    """``ulimit [-H|-S] [-a|-resource] [limit]``."""
    given, rest = options(argv, "HSa" + "".join(RESOURCES) + "".join(SYNONYMS))
    limit = operands(rest, at_most=1)
    letters = list(dict.fromkeys(SYNONYMS.get(letter, letter) for letter in given if letter not in "HSa"))
    if "a" in given:
        if limit or letters:
            raise UsageError("-a: takes no limit and no other resource")
        letters = [letter for letter in RESOURCES if number_of(letter) is not None]
    elif not letters:
        letters = ["f"]
    if not limit:
        show(sh, letters, "H" in given and "S" not in given, is_listing="a" in given or len(letters) > 1)
    elif len(letters) > 1:
        raise UsageError("only one limit can be set at a time")
    else:
        set_limit(letters[0], limit[0], "H" in given or "S" not in given, "S" in given or "H" not in given)
    return 0


def number_of(letter: str) -> int | None:
    """The system's number of a resource; None when it has no such limit."""
    import resource

    name = RESOURCES[letter][0]
    number: int | None = getattr(resource, name, None)
    if number is None and name == "RLIMIT_LOCKS" and hasattr(resource, "RLIMIT_SIGPENDING"):
        return LINUX_LOCKS
    return number


def known_number(letter: str) -> int:
    """The system's number of a resource. Raises UsageError."""
    number = number_of(letter)
    if number is None:
        raise UsageError(f"-{letter}: this system has no such limit")
    return number


def show(sh: Shell, letters: list[str], is_hard: bool, is_listing: bool) -> None:
    """Write limits, in a listing with what they are."""
    import resource

    lines = []
    for letter in letters:
        soft, hard = resource.getrlimit(known_number(letter))
        _, unit, label = RESOURCES[letter]
        value = hard if is_hard else soft
        # Values beyond a C long are given as negative ones, as infinity is.
        text = "unlimited" if value < 0 else str(value // unit)
        lines.append(f"-{letter}  {label:<42}{text}\n" if is_listing else text + "\n")
    sh.write("".join(lines))


def set_limit(letter: str, text: str, sets_hard: bool, sets_soft: bool) -> None:
    """Set one limit. Raises ShellError when it must not be, or cannot be understood."""
    import resource

    number = known_number(letter)
    soft, hard = resource.getrlimit(number)
    value = parse_limit(text, RESOURCES[letter][1], soft, hard)
    try:
        resource.setrlimit(number, (value if sets_soft else soft, value if sets_hard else hard))
    except OverflowError:
        raise ShellError(f"{text}: limit out of range") from None
    except ValueError:
        # The module hides which of the two it was.
        raises_hard = sets_hard and (value < 0 or 0 <= hard < value)
        reason = "Operation not permitted" if raises_hard else "Invalid argument"
        raise ShellError(f"-{letter}: {text}: {reason}") from None
    except OSError as error:
        raise ShellError(f"-{letter}: {text}: {error.strerror}") from None


def parse_limit(text: str, unit: int, soft: int, hard: int) -> int:
    """The limit that *text* names, -1 for none. Raises UsageError."""
    if text == "unlimited":
        return -1
    if text == "hard":
        return hard
    if text == "soft":
        return soft
    if not (text.isascii() and text.isdigit()):
        raise UsageError(f"{text or repr(text)}: not a limit")
    return int(text) * unit


# umask


def umask(sh: Shell, argv: list[str]) -> int:
    """``umask [-S] [mask]``."""
    given, rest = options(argv, "S")
    mask = operands(rest, at_most=1)
    current = os.umask(0)
    os.umask(current)
    if mask:
        os.umask(parse_mask(mask[0], current))
    elif given:
        sh.write(symbolic(current) + "\n")
    else:
        sh.write(f"{current:04o}\n")
    return 0


def symbolic(mask: int) -> str:
    """What *mask* lets through, in the form that ``umask`` reads."""
    clauses = []
    for who, shift in (("u", 6), ("g", 3), ("o", 0)):
        permitted = ~mask >> shift & 7
        clauses.append(f"{who}=" + "".join(letter for letter, bit in PERMISSIONS.items() if permitted & bit))
    return ",".join(clauses)


PERMISSIONS = {"r": 4, "w": 2, "x": 1}
SHIFTS = {"u": 6, "g": 3, "o": 0}


def parse_mask(text: str, current: int) -> int:
    """The mask that *text* makes of *current*: an octal number, or a symbolic mode (XCU chmod). Raises UsageError."""
    if text.isascii() and text.isdigit():
        try:
            mask = int(text, 8)
        except ValueError:
            mask = -1
        if not 0 <= mask <= 0o7777:
            raise UsageError(f"{text}: not an octal mask")
        return mask & 0o777
    permitted = ~current & 0o777
    for clause in text.split(","):
        changed = apply_clause(clause, permitted)
        if changed is None:
            raise UsageError(f"{text or repr(text)}: not a mask")
        permitted = changed
    return ~permitted & 0o777


def apply_clause(clause: str, permitted: int) -> int | None:
    """*permitted* after one clause like ``ug+rw-x``; None when it is not well-formed.

    ``s`` and ``t`` mean nothing for a mask; ``X`` is ``x`` where any is permitted already.
    """
    position = 0
    while position < len(clause) and clause[position] in "ugoa":
        position += 1
    named = clause[:position] or "a"
    who = "ugo" if "a" in named else named
    if position == len(clause):
        return None
    while position < len(clause):
        operator = clause[position]
        if operator not in "+-=":
            return None
        position += 1
        bits = 0
        if position < len(clause) and clause[position] in SHIFTS:
            bits = permitted >> SHIFTS[clause[position]] & 7
            position += 1
        else:
            while position < len(clause) and clause[position] in "rwxXst":
                letter = clause[position]
                bits |= PERMISSIONS.get(letter, 1 if letter == "X" and permitted & 0o111 else 0)
                position += 1
        for one in who:
            shift = SHIFTS[one]
            if operator == "+":
                permitted |= bits << shift
            elif operator == "-":
                permitted &= ~(bits << shift)
            else:
                permitted = permitted & ~(7 << shift) | bits << shift
    return permitted


# times


def times(sh: Shell, argv: list[str]) -> int:
    """``times``: two lines, the shell's and its children's, each with user and system time."""
    operands(options(argv, "")[1], at_most=0)
    used = os.times()
    sh.write(f"{minutes(used.user)} {minutes(used.system)}\n{minutes(used.children_user)} {minutes(used.children_system)}\n")
    return 0


def minutes(seconds: float) -> str:
    """A time as ``0m1.230000s``."""
    return f"{int(seconds // 60)}m{seconds % 60:f}s"
