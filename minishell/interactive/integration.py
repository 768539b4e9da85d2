"""What terminals understand beyond text: the title, the directory (OSC 7), marks of prompts and commands (OSC 133), and a
notification when a command took long.

All of it is off for terminals that are known to print such sequences, without a terminal, and by MINISHELL_INTEGRATION=0.
"""

from __future__ import annotations

import os

from minishell.encoding import encode
from minishell.source import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

SILENT_TERMINALS = ("", "dumb", "linux", "cons25", "emacs")
NOTIFY_SECONDS = 10.0
SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


def is_wanted(sh: Shell) -> bool:
    """Whether to send anything."""
    values = sh.variables.values
    if values.get("MINISHELL_INTEGRATION") == "0" or values.get("MINISHELL_EDITOR") == "plain":
        return False
    return values.get("TERM", "") not in SILENT_TERMINALS and os.isatty(2)


def send(text: str) -> None:
    """Write sequences to the terminal."""
    try:
        os.write(2, encode(text))
    except OSError:
        pass


def before_prompt(sh: Shell) -> None:
    """The directory, the title, and where the prompt begins."""
    if not is_wanted(sh):
        return
    path = sh.variables.values.get("PWD", "")
    host = os.uname().nodename
    send(f"\033]7;file://{host}{percent_encoded(path)}\033\\\033]0;{title(sh, path)}\033\\\033]133;A\033\\")


def before_command(sh: Shell, text: str) -> None:
    """The title, and where the command's output begins."""
    if is_wanted(sh):
        send(f"\033]0;{visible(text.strip().partition(chr(10))[0])[:200]}\033\\\033]133;C\033\\")


def after_command(sh: Shell, text: str, seconds: float) -> None:
    """The command's status; a notification after a long one, unless MINISHELL_NOTIFY (seconds) is 0."""
    if not is_wanted(sh):
        return
    send(f"\033]133;D;{sh.status}\033\\")
    given = sh.variables.values.get("MINISHELL_NOTIFY", "")
    limit = float(given) if given.isascii() and given.isdigit() else NOTIFY_SECONDS
    if limit and seconds >= limit:
        line = visible(text.strip().partition("\n")[0])[:100].replace(";", ",")
        send(f"\033]777;notify;minishell;{line}: status {sh.status}\033\\\a")


def title(sh: Shell, path: str) -> str:
    """The directory, short."""
    home = sh.variables.values.get("HOME", "")
    shown = "~" + path[len(home) :] if home and home != "/" and (path + "/").startswith(home + "/") else path
    return visible(shown)[:200]


def percent_encoded(path: str) -> str:
    """A path as a URL has it."""
    return "".join([chr(byte) if byte in SAFE else f"%{byte:02X}" for byte in encode(path)])
