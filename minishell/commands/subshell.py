"""``( list )`` (2.9.4.1)."""

from __future__ import annotations

from minishell.commands.consequences import leave
from minishell.commands.frame import is_single, run_subshell
from minishell.commands.trap import attend

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.commands.compiler import Compiler
    from minishell.shell import Action
    from minishell.syntax.nodes import Subshell


def compile_subshell(node: Subshell, c: Compiler, tested: bool) -> Action:
    """A list in a subshell environment: inside this process, or as a job of its own under ``set -m``."""
    sh = c.sh
    body = c.command(node.body, tested)
    options = sh.options
    single = is_single(node.body)

    def run() -> None:
        if sh.attention:
            attend(sh)
        if options.monitor and not sh.is_subshell:
            from minishell.commands.launch import run_forked

            run_forked(sh, body, node)
        else:
            run_subshell(sh, body, single)
        if sh.status and not tested and options.errexit and not sh.tested_depth:
            raise leave(sh)

    return run
