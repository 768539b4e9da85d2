"""Shortcuts for ``echo`` and ``printf``, which only write, and ``read``, which only reads, with one redirection.

The file is opened, used and closed, while descriptors 0 and 1 stay as they are: ``sh.output`` and ``sh.input`` say what the
built-in uses instead. A here-document that ``read`` reads never leaves the shell.
"""

from __future__ import annotations

import os

from minishell.commands.consequences import fatal, leave, report
from minishell.commands.fastpath import failed
from minishell.encoding import encode
from minishell.errors import AssignmentError, ExpansionError, ShellError
from minishell.expand.words import compile_fields, compile_text, static_field, static_text
from minishell.syntax.nodes import HereDocument
from minishell.system import descriptors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.commands.fastpath import General
    from minishell.shell import Action, Builtin, Shell
    from minishell.syntax.nodes import Redirection, SimpleCommand


def redirected(node: SimpleCommand, sh: Shell, tested: bool, general: General, name: str) -> Action | None:
    """The shortcut for a command *name* with redirections; None when it is another command or has other ones."""
    redirection = node.redirections[0]
    operator = redirection.operator
    if len(node.redirections) > 1:
        return None
    if name == "read":
        # With other options it asks whether descriptor 0 is a terminal.
        words = [static_field(word) for word in node.words[1:]]
        if redirection.fd != 0 or operator not in ("<", "<<") or None in words:
            return None
        if any([word is not None and word[:1] == "-" for word in (words[1:] if words[:1] == ["-r"] else words)]):
            return None
    elif name not in ("echo", "printf") or redirection.fd != 1 or operator not in (">", ">>", ">|", ">&"):
        return None
    use = use_copy(redirection, sh) if operator == ">&" else use_file(redirection, sh)
    if use is None:
        return None
    attention, options = sh.attention, sh.options
    slow = general(node, sh, tested)
    builtin = sh.builtins.find(name)
    fields: Callable[[], list[str]] | None = None
    assert builtin is not None

    def run() -> None:
        nonlocal fields
        if attention or name in sh.functions or sh.capture is not None:
            slow()
            return
        if fields is None:
            fields = compile_fields(node.words, sh)
        sh.line = node.line
        try:
            argv = fields()
        except ShellError as error:
            raise failed(sh, node, error) from None
        if tested:
            sh.tested_depth += 1
        try:
            use(builtin, argv)
        except (ExpansionError, AssignmentError) as error:
            raise fatal(sh, error) from None
        except ShellError as error:
            report(sh, error)
        finally:
            if tested:
                sh.tested_depth -= 1
        if sh.status and not tested and options.errexit and not sh.tested_depth:
            raise leave(sh)

    return run


def use_file(redirection: Redirection, sh: Shell) -> Callable[[Builtin, list[str]], None]:
    """Runs the built-in with the file, or the here-document, that the redirection names."""
    from minishell.commands.redirection import open_source
    from minishell.commands.simple_command import run_main

    target = redirection.target
    operator = redirection.operator
    if isinstance(target, HereDocument):
        body = compile_text(target.body, sh)

        def read_text(builtin: Builtin, argv: list[str]) -> None:
            sh.input = encode(body())
            try:
                run_main(sh, builtin, argv)
            finally:
                sh.input = 0

        return read_text
    path = compile_text(target, sh)
    reads = operator == "<"

    def run(builtin: Builtin, argv: list[str]) -> None:
        file = open_source(sh, operator, path())
        if reads:
            sh.input = file
        else:
            sh.output = file
        try:
            run_main(sh, builtin, argv)
        finally:
            sh.input, sh.output = 0, 1
            os.close(file)

    return run


def use_copy(redirection: Redirection, sh: Shell) -> Callable[[Builtin, list[str]], None] | None:
    """Runs the built-in with a descriptor that is open already: ``>&2``."""
    from minishell.commands.simple_command import run_main
    from minishell.errors import RedirectionError

    target = redirection.target
    text = None if isinstance(target, HereDocument) else static_text(target)
    if text not in tuple("012"):
        return None
    fd = int(text)

    def run(builtin: Builtin, argv: list[str]) -> None:
        if descriptors.is_own(fd) or not descriptors.is_open(fd):
            raise RedirectionError(f"{fd}: Bad file descriptor")
        sh.output = fd
        try:
            run_main(sh, builtin, argv)
        finally:
            sh.output = 1

    return run
