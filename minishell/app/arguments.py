"""Options and operands of the shell itself (XCU sh)."""

from __future__ import annotations

from minishell.errors import UsageError
from minishell.state.options import LETTERS, NAMES

USAGE = """\
usage: minishell [-abCefhilmnuvx] [-o option]... [script [argument...]]
       minishell [option]... -c command [name [argument...]]
       minishell [option]... -s [argument...]
       minishell --version | --help

  -c command     run the command text; the operands become $0, $1, ...
  -s             read commands from standard input; the operands become $1, ...
  -i             be interactive
  -l, --login    be a login shell: read /etc/profile and ~/.profile
  -o option      turn an option on by name; 'help set' lists them
  --reap=poll    reap children at safe points instead of in the SIGCHLD handler
  +letter, +o option   turn an option off
"""


class Arguments:
    """What the command line says. ``options``: pairs of an option's name and its value, in order."""

    __slots__ = ("command", "from_stdin", "name", "operands", "options", "script", "show_help", "show_version")

    def __init__(self) -> None:
        self.command: str | None = None
        self.script: str | None = None
        self.name = "minishell"
        self.operands: list[str] = []
        self.options: list[tuple[str, bool]] = []
        self.from_stdin = False
        self.show_help = False
        self.show_version = False


def parse_arguments(argv: list[str]) -> Arguments:
    """Understand *argv*, which has no name of the shell before it. Raises UsageError."""
    arguments = Arguments()
    has_command = False
    index = 0
    while index < len(argv):
        word = argv[index]
        if word in ("-", "--"):
            index += 1
            break
        if word.startswith("--"):
            long_option(arguments, word)
            index += 1
            continue
        if len(word) < 2 or word[0] not in "-+":
            break
        index += 1
        value = word[0] == "-"
        for letter in word[1:]:
            if letter == "c" and value:
                has_command = True
            elif letter == "s" and value:
                arguments.from_stdin = True
            elif letter == "l":
                arguments.options.append(("login", value))
            elif letter == "i":
                arguments.options.append(("interactive", value))
            elif letter == "o":
                if index >= len(argv):
                    raise UsageError(f"{word[0]}o: an option's name is missing")
                if argv[index] not in NAMES:
                    raise UsageError(f"{argv[index]}: no such option")
                arguments.options.append((argv[index], value))
                index += 1
            elif letter in LETTERS:
                arguments.options.append((LETTERS[letter], value))
            else:
                raise UsageError(f"{word[0]}{letter}: no such option")
    operands = argv[index:]
    if has_command:
        if not operands:
            raise UsageError("-c: the command is missing")
        arguments.command = operands.pop(0)
        if operands:
            arguments.name = operands.pop(0)
    elif operands and not arguments.from_stdin:
        arguments.script = arguments.name = operands.pop(0)
    else:
        arguments.from_stdin = True
    arguments.operands = operands
    return arguments


def long_option(arguments: Arguments, word: str) -> None:
    """``--help`` and the like."""
    if word == "--help":
        arguments.show_help = True
    elif word == "--version":
        arguments.show_version = True
    elif word == "--login":
        arguments.options.append(("login", True))
    elif word in ("--reap=poll", "--reap=signal"):
        arguments.options.append(("pollreap", word == "--reap=poll"))
    else:
        raise UsageError(f"{word}: no such option")
