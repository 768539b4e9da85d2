"""The last command of a process: a utility there takes the process over instead of being forked once more."""

from __future__ import annotations

from minishell.expand.words import static_field
from minishell.syntax.nodes import AndOrList, BraceGroup, List, SimpleCommand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.commands.compiler import Compiler
    from minishell.shell import Action, Shell
    from minishell.syntax.nodes import Node


def compile_last(node: Node, c: Compiler, tested: bool) -> Action:
    """The action of *node* where nothing runs after it in this process but the EXIT trap, if there is one."""
    sh = c.sh
    if isinstance(node, SimpleCommand):
        name = static_field(node.words[0]) if node.words else ""
        if name is not None and (not name or name in sh.functions or sh.builtins.knows(name)):
            return c.command(node, tested)
        from minishell.commands.simple_command import Command

        command = Command(node, sh, tested)

        def run() -> None:
            if may_replace(sh):
                command.replace()
            else:
                command.run()

        return run
    if isinstance(node, BraceGroup):
        return compile_last(node.body, c, tested)
    if isinstance(node, List) and node.items and not node.items[-1].is_async:
        before = c.command(List(node.items[:-1]), tested) if len(node.items) > 1 else None
        last = compile_last(node.items[-1].command, c, tested)

        def run_list() -> None:
            if before is not None:
                before()
            last()

        return run_list
    if isinstance(node, AndOrList):
        operator, right = node.rest[-1]
        head = c.command(AndOrList(node.first, node.rest[:-1]) if len(node.rest) > 1 else node.first, True)
        wants_success = operator == "&&"
        tail = compile_last(right, c, tested)

        def run_and_or() -> None:
            head()
            if (sh.status == 0) is wants_success:
                tail()

        return run_and_or
    return c.command(node, tested)


def may_replace(sh: Shell) -> bool:
    """Whether nothing of this shell has to outlive its last command: no trap, no report, no loop around it."""
    return (
        not any(sh.traps.actions.values())
        and not sh.options.interactive
        and (sh.frame is None or sh.frame.is_process)
        and not sh.has_reports_to_come
    )
