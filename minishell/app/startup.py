"""Building a shell: the environment it was given, its options, its signals."""

from __future__ import annotations

import os
import sys

from minishell import encoding
from minishell.builtin.table import Table
from minishell.commands.interpreter import Interpreter
from minishell.shell import Shell
from minishell.system import signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.app.arguments import Arguments


def build_shell(arguments: Arguments, environment: dict[bytes, bytes]) -> Shell:
    """A shell with everything in its place; interactive when told so, or when a person is at both ends of it."""
    sh = Shell(arguments.name)
    signals.start()
    sh.variables.import_environment(environment)
    sh.positional = arguments.operands
    sh.builtins = Table()
    sh.interpreter = Interpreter(sh)
    options = sh.options
    given = dict(arguments.options)
    interactive = given.get("interactive")
    if interactive is None:
        interactive = arguments.from_stdin and os.isatty(0) and os.isatty(2)
    options.interactive = sh.is_interactive = interactive
    options.stdin = arguments.from_stdin
    options.reapreport = arguments.from_stdin
    for name, value in arguments.options:
        if name not in ("interactive", "monitor"):
            sh.set_option(name, value)
    if given.get("monitor", interactive):
        sh.set_option("monitor", True)
    if arguments.script is not None:
        sh.source_name = arguments.script
    return sh


def initial_environment() -> dict[bytes, bytes]:
    """The environment as it was given to the process: Python adds LC_CTYPE in the C locale, /proc knows better."""
    try:
        with open("/proc/self/environ", "rb", buffering=0) as file:
            data = file.read()
    except OSError:
        data = b"\0".join(name + b"=" + value for name, value in os.environb.items())
    environment: dict[bytes, bytes] = {}
    for entry in data.split(b"\0"):
        name, separator, value = entry.partition(b"=")
        if separator and name not in environment:
            environment[name] = value
    return environment


def choose_encoding(environment: dict[bytes, bytes]) -> None:
    """Characters are those of UTF-8, unless the locale says that bytes are (XBD 7.2, 8.2)."""
    locale = environment.get(b"LC_ALL") or environment.get(b"LC_CTYPE") or environment.get(b"LANG") or b"C"
    if locale in (b"C", b"POSIX"):
        encoding.use_bytes()


def decoded_arguments(argv: list[str]) -> list[str]:
    """*argv* in the shell's own decoding."""
    return [encoding.from_system(word) for word in argv]


def add_site_packages() -> None:
    """Let packages of the environment be imported; a start without ``site`` (-S) left them out."""
    if sys.flags.no_site:
        import site

        site.main()
        sys.path[:] = [entry for entry in sys.path if entry not in ("", ".")]
