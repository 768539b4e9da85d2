"""Lists (2.9.3): sequential, asynchronous and and-or lists."""

from __future__ import annotations

from minishell.syntax.nodes import List

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.commands.compiler import Compiler
    from minishell.shell import Action
    from minishell.syntax.nodes import AndOrList


def compile_list(node: List, c: Compiler, tested: bool) -> Action:
    """Commands one after the other (2.9.3.2), those before ``&`` without waiting (2.9.3.1)."""
    sh = c.sh
    actions: list[Action] = []
    for item in node.items:
        if item.is_async:
            actions.append(compile_async(item.command, c))
        else:
            actions.append(c.command(item.command, tested))
    if len(actions) == 1:
        return actions[0]
    if not actions:

        def run_nothing() -> None:
            sh.status = 0

        return run_nothing
    if len(actions) == 2:
        first, second = actions

        def run_two() -> None:
            first()
            second()

        return run_two
    if len(actions) == 3:
        first, second, third = actions

        def run_three() -> None:
            first()
            second()
            third()

        return run_three
    sequence = tuple(actions)

    def run() -> None:
        for action in sequence:
            action()

    return run


def compile_async(node: object, c: Compiler) -> Action:
    """``command &``: the module of processes is loaded when it runs."""
    sh = c.sh

    def run() -> None:
        from minishell.commands.asynchronous import start_async

        start_async(sh, node, c)  # type: ignore[arg-type]

    return run


def compile_and_or(node: AndOrList, c: Compiler, tested: bool) -> Action:
    """Pipelines joined by ``&&`` and ``||`` (2.9.3): equal precedence, left to right; all but the last are tested."""
    sh = c.sh
    first = c.command(node.first, True)
    last = len(node.rest) - 1
    if last == 0:
        operator, right = node.rest[0]
        second = c.command(right, tested)
        if operator == "&&":

            def run_and() -> None:
                first()
                if sh.status == 0:
                    second()

            return run_and

        def run_or() -> None:
            first()
            if sh.status:
                second()

        return run_or
    rest = tuple(
        (operator == "&&", c.command(right, tested or index < last)) for index, (operator, right) in enumerate(node.rest)
    )

    def run() -> None:
        first()
        for wants_success, action in rest:
            if (sh.status == 0) is wants_success:
                action()

    return run
