"""Files that are run at the start: of login shells, and of interactive ones (XCU sh, ENVIRONMENT VARIABLES)."""

from __future__ import annotations

import os

from minishell.commands.consequences import report
from minishell.encoding import encode
from minishell.errors import ExitShell, Interrupt, ReturnFunction, ScriptSyntaxError, ShellError
from minishell.interactive.prompt import expand_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell


def read_login_files(sh: Shell) -> None:
    """/etc/profile and ~/.profile. Raises ExitShell when one of them exits."""
    run_if_there(sh, "/etc/profile")
    home = sh.variables.values.get("HOME")
    if home:
        run_if_there(sh, f"{home}/.profile")


def read_interactive_file(sh: Shell) -> None:
    """The file that $ENV names after parameter expansion; without ENV minishell/rc.sh in the configuration directory."""
    values = sh.variables.values
    given = values.get("ENV")
    if given is not None:
        try:
            path = expand_text(sh, given)
        except ShellError as error:
            report(sh, error)
            return
    else:
        base = values.get("XDG_CONFIG_HOME") or (f"{values['HOME']}/.config" if values.get("HOME") else "")
        path = f"{base}/minishell/rc.sh" if base else ""
    if path:
        run_if_there(sh, path)


def run_if_there(sh: Shell, path: str) -> None:
    """Run a file if it exists and can be trusted; errors in it are told, and end neither the shell nor the start."""
    if not is_trusted(path):
        return
    try:
        sh.interpreter.run_file(path)
    except ReturnFunction:
        pass
    except Interrupt:
        pass
    except ScriptSyntaxError as error:
        report(sh, error)
    except ShellError as error:
        report(sh, error)
    except ExitShell:
        raise
    finally:
        sh.line = 0


def is_trusted(path: str) -> bool:
    """Whether the file is there and nobody else's, and this process runs with its user's own ids."""
    if os.geteuid() != os.getuid() or os.getegid() != os.getgid():
        return False
    try:
        found = os.stat(encode(path))
    except (OSError, ValueError):
        return False
    return found.st_uid in (0, os.geteuid())
