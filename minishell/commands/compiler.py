"""From the tree to closures: the one table of constructs.

A compile function takes a node, the Compiler, and whether the command's exit status is *tested* (2.15 set -e: in a
condition, after ``!``, before the last ``&&`` or ``||``): there ``-e`` does nothing. What is tested is known where the command
stands, except through a call: a function that is called from a tested place carries that in ``sh.tested_depth``.
"""

from __future__ import annotations

from minishell.commands.fastpath import compile_shortcut
from minishell.commands.lists import compile_and_or, compile_list
from minishell.syntax import nodes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.shell import Action, Shell


class Compiler:
    """Compiles commands for one shell."""

    __slots__ = ("sh",)

    def __init__(self, sh: Shell) -> None:
        self.sh = sh

    def command(self, node: nodes.Node, tested: bool = False) -> Action:
        """The action of a command or a list."""
        kind = type(node)
        compile_node = TABLE.get(kind)
        if compile_node is None:
            compile_node = load(kind)
        return compile_node(node, self, tested)


def compile_simple_command(node: nodes.SimpleCommand, c: Compiler, tested: bool) -> Action:
    """The action of a simple command: a shortcut where there is one, else the general way."""
    return compile_shortcut(node, c.sh, tested, general) or general(node, c.sh, tested)


def general(node: nodes.SimpleCommand, sh: Shell, tested: bool) -> Action:
    """The general action; its parts are compiled, and its module loaded, when it first runs."""
    action: Action | None = None

    def run() -> None:
        nonlocal action
        if action is None:
            from minishell.commands.simple_command import Command

            action = Command(node, sh, tested).run
        action()

    return run


if TYPE_CHECKING:
    Compile = Callable[[nodes.Node, Compiler, bool], Action]

TABLE: dict[type[nodes.Node], Compile] = {
    nodes.SimpleCommand: compile_simple_command,  # type: ignore[dict-item]
    nodes.List: compile_list,  # type: ignore[dict-item]
    nodes.AndOrList: compile_and_or,  # type: ignore[dict-item]
}

MODULES = {
    nodes.Pipeline: ("pipeline", "compile_pipeline"),
    nodes.Redirected: ("compound", "compile_redirected"),
    nodes.BraceGroup: ("compound", "compile_brace_group"),
    nodes.Subshell: ("subshell", "compile_subshell"),
    nodes.ForLoop: ("loops", "compile_for"),
    nodes.WhileLoop: ("loops", "compile_while"),
    nodes.CaseCommand: ("compound", "compile_case"),
    nodes.IfCommand: ("compound", "compile_if"),
    nodes.FunctionDefinition: ("function", "compile_function_definition"),
}


def load(kind: type[nodes.Node]) -> Compile:
    """Load the module of a construct at its first use, which keeps it out of the start."""
    module_name, function_name = MODULES[kind]
    module = __import__(f"minishell.commands.{module_name}", fromlist=(function_name,))
    compile_node: Compile = getattr(module, function_name)
    TABLE[kind] = compile_node
    return compile_node
