"""The shell's main program."""

from __future__ import annotations

import os
import sys

from minishell.app.arguments import USAGE, parse_arguments
from minishell.app.startup import build_shell, choose_encoding, decoded_arguments, initial_environment
from minishell.commands.consequences import last_words, report
from minishell.encoding import encode
from minishell.errors import NOT_EXECUTABLE, NOT_FOUND, Divert, ShellError, UsageError
from minishell.errors import USAGE as USAGE_STATUS
from minishell.shell import write_all
from minishell.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from minishell.app.arguments import Arguments
    from minishell.shell import Shell


def main(argv: list[str]) -> NoReturn:
    """Run the shell and end the process with its status."""
    sys.setrecursionlimit(1_000_000)
    try:
        status = run(argv)
    except BaseException as error:
        message, status = last_words(error)
        try:
            write_all(2, encode(f"minishell: {message}\n"))
        except OSError:
            pass
        if os.environ.get("MINISHELL_DEBUG"):
            raise
    os._exit(status)


def run(argv: list[str]) -> int:
    """The life of the shell; its exit status."""
    environment = initial_environment()
    choose_encoding(environment)
    try:
        arguments = parse_arguments(decoded_arguments(argv))
    except UsageError as error:
        write_all(2, encode(f"minishell: {error.message}\n{USAGE}"))
        return USAGE_STATUS
    if arguments.show_help or arguments.show_version:
        from minishell import __version__

        write_all(1, encode(USAGE if arguments.show_help else f"minishell {__version__}\n"))
        return 0
    sh = build_shell(arguments, environment)
    try:
        run_input(sh, arguments)
    except Divert:
        pass
    except ShellError as error:
        report(sh, error)
    return sh.interpreter.finish()  # type: ignore[attr-defined, no-any-return]


def run_input(sh: Shell, arguments: Arguments) -> None:
    """Run what the arguments name. Raises ExitShell."""
    interpreter = sh.interpreter
    if sh.options.interactive and arguments.command is None and arguments.script is None:
        from minishell.app.startup import add_site_packages

        add_site_packages()
        from minishell.interactive.loop import run as run_interactive

        run_interactive(sh)
        return
    if sh.options.login:
        from minishell.interactive.startup_files import read_login_files

        read_login_files(sh)
    if arguments.command is not None:
        interpreter.run_command_string(arguments.command, Source(arguments.name))  # type: ignore[attr-defined]
        return
    from minishell.system.input import FileInput

    if arguments.script is None:
        file = FileInput(0, "standard input", is_shared=True)
        name = "minishell"
    else:
        file = FileInput(open_script(sh, arguments.script), arguments.script, is_shared=False)
        name = arguments.script
    file.on_line = lambda text: echo(sh, text)
    interpreter.run_script(file, Source(name))  # type: ignore[attr-defined]


def echo(sh: Shell, text: str) -> None:
    """``set -v``: show input as it is read."""
    if sh.options.verbose:
        sh.write_error(text)


def open_script(sh: Shell, path: str) -> int:
    """Open the script: as named, or, without a slash and not there, from PATH (XCU sh). Raises ShellError: 126, 127."""
    from minishell.system import descriptors

    name = encode(path)
    if "/" not in path and not os.path.exists(name):
        for directory in sh.variables.values.get("PATH", "").split(":"):
            candidate = encode(f"{directory or '.'}/{path}")
            if os.path.isfile(candidate):
                name = candidate
                break
    try:
        if os.path.isdir(name):
            raise ShellError(f"{path}: Is a directory", NOT_EXECUTABLE)
        return descriptors.move_up(os.open(name, os.O_RDONLY))
    except FileNotFoundError:
        raise ShellError(f"{path}: No such file or directory", NOT_FOUND) from None
    except OSError as error:
        raise ShellError(f"{path}: {error.strerror}", NOT_EXECUTABLE) from None
