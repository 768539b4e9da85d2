"""Functions (2.9.5): definition and call."""

from __future__ import annotations

from minishell.commands.consequences import leave
from minishell.errors import ReturnFunction
from minishell.shell import Function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.commands.compiler import Compiler
    from minishell.shell import Action, Shell
    from minishell.syntax.nodes import FunctionDefinition

DEEPEST_CALL = 150_000

SHADOWABLE = frozenset((":", "true", "false", "[", "test", "break", "continue", "return"))
"""Built-ins whose shortcut in ``fastpath.py`` does not look for a function of that name."""
SHADOWED = "shadowed"
"""Put into ``sh.attention`` when a function has one of these names."""


def compile_function_definition(node: FunctionDefinition, c: Compiler, tested: bool) -> Action:
    """``name() body``; the body is compiled at the first call, and for this definition only once."""
    sh = c.sh
    name = node.name
    action: Action | None = None

    def run_body() -> None:
        nonlocal action
        if action is None:
            action = c.command(node.body)
        function = sh.functions.get(name)
        if function is not None and function.action is run_body:
            function.action = action
        action()

    def run() -> None:
        # Asked anew each time: a subshell that runs inside has a dictionary of its own.
        sh.functions[name] = Function(node, run_body)
        if name in SHADOWABLE and SHADOWED not in sh.attention:
            sh.attention.append(SHADOWED)
        sh.status = 0

    return run


def call(sh: Shell, function: Function, arguments: list[str]) -> None:
    """Call a function: its own positional parameters, its own scope for ``local``; ``return`` ends it.

    The status is left in ``sh.status``. ``break`` in a function never leaves a loop outside of it.
    """
    action = function.action
    assert action is not None
    if sh.function_depth >= DEEPEST_CALL:
        sh.complain(f"{function.definition.name}: more than {DEEPEST_CALL} nested function calls")
        sh.status = 2
        raise leave(sh)
    scopes = sh.variables.scopes
    outer_positional = sh.positional
    outer_loops = sh.loop_depth
    sh.positional = arguments
    sh.loop_depth = 0
    sh.function_depth += 1
    scopes.append(None)
    try:
        action()
    except ReturnFunction:
        pass
    finally:
        if scopes[-1] is None:
            scopes.pop()
        else:
            sh.variables.pop_scope()
        sh.function_depth -= 1
        sh.loop_depth = outer_loops
        sh.positional = outer_positional
