"""``for``, ``while`` and ``until`` (2.9.4.2, 2.9.4.5, 2.9.4.6), with ``break`` and ``continue``.

``sh.loop_depth`` tells the two built-ins how many loops they stand in.
"""

from __future__ import annotations

from minishell.commands.consequences import fatal
from minishell.commands.trap import attend
from minishell.errors import BreakLoop, ContinueLoop, ShellError
from minishell.expand.words import compile_fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.commands.compiler import Compiler
    from minishell.shell import Action
    from minishell.syntax.nodes import ForLoop, WhileLoop


def compile_while(node: WhileLoop, c: Compiler, tested: bool) -> Action:
    """``while``/``until``: status of the body's last turn, 0 when there was none."""
    sh = c.sh
    attention = sh.attention
    condition = c.command(node.condition, True)
    body_node = node.body
    body: Action | None = None
    is_until = node.is_until

    def run() -> None:
        nonlocal body
        status = 0
        sh.loop_depth += 1
        try:
            while True:
                try:
                    # The inner loop is where time is spent; continue and break leave it by exceptions.
                    while True:
                        if attention:
                            attend(sh)
                        condition()
                        if (sh.status == 0) is is_until:
                            sh.status = status
                            return
                        if body is None:
                            body = c.command(body_node, tested)
                        body()
                        status = sh.status
                except ContinueLoop as divert:
                    if divert.levels > 1 and sh.loop_depth > 1:
                        divert.levels -= 1
                        raise
                    status = sh.status
        except BreakLoop as divert:
            if divert.levels > 1 and sh.loop_depth > 1:
                divert.levels -= 1
                raise
        finally:
            sh.loop_depth -= 1

    return run


def compile_for(node: ForLoop, c: Compiler, tested: bool) -> Action:
    """``for name in words``: the words are expanded once, before the first turn; without ``in``: ``"$@"``."""
    sh = c.sh
    attention = sh.attention
    variables = sh.variables
    values = variables.values
    guarded = variables.guarded
    name = node.name
    line = node.line
    words = None if node.words is None else compile_fields(node.words, sh)
    body_node = node.body
    body: Action | None = None

    def run() -> None:
        nonlocal body
        try:
            items = sh.positional[:] if words is None else words()
        except ShellError as error:
            sh.line = line
            raise fatal(sh, error) from None
        if not items:
            sh.status = 0
            return
        if body is None:
            body = c.command(body_node, tested)
        sh.loop_depth += 1
        try:
            for item in items:
                if attention:
                    attend(sh)
                if name in guarded or attention:
                    try:
                        sh.assign(name, item)
                    except ShellError as error:
                        sh.line = line
                        raise fatal(sh, error) from None
                else:
                    values[name] = item
                try:
                    body()
                except ContinueLoop as divert:
                    if divert.levels > 1 and sh.loop_depth > 1:
                        divert.levels -= 1
                        raise
        except BreakLoop as divert:
            if divert.levels > 1 and sh.loop_depth > 1:
                divert.levels -= 1
                raise
        finally:
            sh.loop_depth -= 1

    return run
