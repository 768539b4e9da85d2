"""Utilities that can be started from a pipeline or in the background without a fork.

Only where nothing tells the difference: the words have no side effect on the shell, the name is that of no function or
built-in when it runs, and no file has to be opened that could make the shell itself wait (a FIFO).
Everything else goes through a forked child, which also tells the errors.
"""

from __future__ import annotations

import os
import stat

from minishell.commands.redirection import Redirections
from minishell.encoding import encode
from minishell.errors import ShellError
from minishell.expand.words import compile_fields, static_field, static_text
from minishell.search import find_external
from minishell.syntax.nodes import HereDocument, Literal, Parameter, SimpleCommand, Tilde

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.commands.redirection import Moves
    from minishell.shell import Shell
    from minishell.syntax.nodes import Node, Redirection, Word

HARMLESS_OPERATORS = ("", "length", "-", ":-", "+", ":+", "%", "%%", "#", "##")


class Ready:
    """A utility with all that it takes to start it. ``opened`` is to be closed afterwards."""

    __slots__ = ("argv", "environment", "file", "moves", "opened")

    def __init__(self, file: str, argv: list[str], environment: dict[bytes, bytes], moves: Moves, opened: list[int]) -> None:
        self.file = file
        self.argv = argv
        self.environment = environment
        self.moves = moves
        self.opened = opened


class PlainUtility:
    """A simple command that names a utility and has harmless words."""

    __slots__ = ("_fields", "_name", "_redirections", "_sh", "_targets")

    def __init__(self, node: SimpleCommand, name: str, sh: Shell) -> None:
        self._sh = sh
        self._name = name
        self._fields = compile_fields(node.words, sh)
        self._redirections = Redirections(node.redirections, sh) if node.redirections else None
        self._targets = [
            static_text(redirection.target)
            for redirection in node.redirections
            if not isinstance(redirection.target, HereDocument) and redirection.operator not in ("<&", ">&")
        ]

    def prepare(self, moves: Moves) -> Ready | None:
        """Everything for a start after *moves*; None when a forked child must do it, or tell what is wrong."""
        sh = self._sh
        if self._name in sh.functions or sh.builtins.find(self._name) is not None or sh.options.xtrace:
            return None
        for target in self._targets:
            try:
                if target is None or stat.S_ISFIFO(os.stat(encode(target)).st_mode):
                    return None
            except OSError:
                pass  # a file to be made, or an error that opening it will tell
        try:
            argv = self._fields()
            file = find_external(sh, self._name)
            more: Moves = []
            opened: list[int] = []
            if self._redirections is not None:
                more, opened = self._redirections.moves()
        except ShellError:
            return None
        return Ready(file, argv, sh.variables.environment(), moves + more, opened)


def plain_utility(node: Node, sh: Shell) -> PlainUtility | None:
    """*node* as a plain utility, None for any other command."""
    if not isinstance(node, SimpleCommand) or node.assignments or not node.words:
        return None
    name = static_field(node.words[0])
    if not name or not all(map(is_harmless, node.words)) or not all(map(is_plain_redirection, node.redirections)):
        return None
    return PlainUtility(node, name, sh)


def is_plain_redirection(node: Redirection) -> bool:
    """Whether a redirection can be done by the shell for a child: its target is known, or a harmless here-document."""
    target = node.target
    if isinstance(target, HereDocument):
        return is_harmless(target.body)
    return static_text(target) is not None and node.operator != "<>"


def is_harmless(word: Word) -> bool:
    """Whether expanding *word* changes nothing in the shell and runs nothing."""
    for part in word.parts:
        if isinstance(part, Parameter):
            if part.operator not in HARMLESS_OPERATORS or part.name in ("RANDOM", "SECONDS"):
                return False
            if part.word is not None and not is_harmless(part.word):
                return False
        elif not isinstance(part, (Literal, Tilde)):
            return False
    return True
