"""Compound commands (2.9.4) but loops and subshells: grouping, ``case``, ``if``, and redirections on any of them.

Bodies are compiled when they first run: most branches of most scripts never do.
"""

from __future__ import annotations

from minishell.commands.consequences import fatal, report
from minishell.commands.redirection import Redirections
from minishell.errors import RedirectionError, ShellError
from minishell.expand.words import compile_pattern, compile_text, static_text
from minishell.pattern import matcher, unescape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.commands.compiler import Compiler
    from minishell.shell import Action, Shell
    from minishell.syntax.nodes import BraceGroup, CaseCommand, IfCommand, List, Redirected, Word


def later(node: List, c: Compiler, tested: bool) -> Action:
    """An action that compiles *node* when it runs for the first time."""
    action: Action | None = None

    def run() -> None:
        nonlocal action
        if action is None:
            action = c.command(node, tested)
        action()

    return run


def compile_brace_group(node: BraceGroup, c: Compiler, tested: bool) -> Action:
    """``{ list; }``."""
    return c.command(node.body, tested)


def compile_redirected(node: Redirected, c: Compiler, tested: bool) -> Action:
    """A compound command with redirections, which are undone after it; when one fails the command does not run."""
    sh = c.sh
    redirections = Redirections(node.redirections, sh)
    action = c.command(node.command, tested)
    line = node.line

    def run() -> None:
        try:
            saved = redirections.apply()
        except ShellError as error:
            sh.line = line
            if not isinstance(error, RedirectionError):
                raise fatal(sh, error) from None
            report(sh, error)
            if not tested and sh.options.errexit and not sh.tested_depth:
                from minishell.commands.consequences import leave

                raise leave(sh) from None
            return
        try:
            action()
        except ShellError as error:
            # Told here, while standard error is what the command made it.
            raise fatal(sh, error) from None
        finally:
            saved.undo()

    return run


def compile_if(node: IfCommand, c: Compiler, tested: bool) -> Action:
    """``if``: the status of the body that ran, 0 when none did (2.9.4.4)."""
    sh = c.sh
    if len(node.clauses) == 1:
        condition = c.command(node.clauses[0][0], True)
        body_node = node.clauses[0][1]
        else_node = node.else_body
        body: Action | None = None
        else_body: Action | None = None

        def run_one() -> None:
            nonlocal body, else_body
            condition()
            if sh.status == 0:
                if body is None:
                    body = c.command(body_node, tested)
                body()
            elif else_node is None:
                sh.status = 0
            else:
                if else_body is None:
                    else_body = c.command(else_node, tested)
                else_body()

        return run_one
    clauses = [(c.command(node.clauses[0][0], True), later(node.clauses[0][1], c, tested))]
    clauses += [(later(test, c, True), later(then, c, tested)) for test, then in node.clauses[1:]]
    otherwise = None if node.else_body is None else later(node.else_body, c, tested)

    def run() -> None:
        for condition, body in clauses:
            condition()
            if sh.status == 0:
                body()
                return
        if otherwise is None:
            sh.status = 0
        else:
            otherwise()

    return run


MOST_KNOWN, LONGEST_KNOWN = 200, 40
"""How many subjects a ``case`` remembers, and of how many characters at most."""


def compile_case(node: CaseCommand, c: Compiler, tested: bool) -> Action:
    """``case``: the first pattern that matches, and after ``;&`` the bodies that follow (2.9.4.3).

    ``known``: which body is for which subject: those of literal patterns, and, when all patterns are static, subjects seen.
    """
    sh = c.sh
    line = node.line
    items = node.items
    subject = compile_text(node.subject, sh)
    bodies: list[Action | None] = [None] * len(items)
    falls_through = [item.terminator == ";&" for item in items[:-1]] + [False] if items else []
    tests: list[tuple[int, Callable[[str], bool]]] = []
    known: dict[str, int] = {}
    is_static = True
    for index, item in enumerate(items):
        for word in item.patterns:
            text = static_pattern(word, sh)
            if text is None:
                is_static = False
                tests.append((index, dynamic_matcher(word, sh)))
            elif not tests and is_literal(text):
                known.setdefault(unescape(text), index)
            else:
                tests.append((index, matcher(text)))

    def run() -> None:
        try:
            text = subject()
            chosen = known.get(text)
            if chosen is None:
                chosen = -1
                for index, matches in tests:
                    if matches(text):
                        chosen = index
                        break
                if is_static and len(known) < MOST_KNOWN and len(text) <= LONGEST_KNOWN:
                    known[text] = chosen
        except ShellError as error:
            sh.line = line
            raise fatal(sh, error) from None
        if chosen < 0:
            sh.status = 0
            return
        while True:
            body = bodies[chosen]
            if body is None:
                body = bodies[chosen] = c.command(items[chosen].body, tested)
            if not falls_through[chosen]:
                body()
                return
            body()
            chosen += 1

    return run


def dynamic_matcher(word: Word, sh: Shell) -> Callable[[str], bool]:
    """A test by a pattern that is expanded each time."""
    pattern = compile_pattern(word, sh)
    return lambda text: matcher(pattern())(text)


def static_pattern(word: Word, sh: Shell) -> str | None:
    """The pattern text of a word without expansions, None for another."""
    return None if static_text(word) is None else compile_pattern(word, sh)()


def is_literal(pattern: str) -> bool:
    """Whether *pattern* matches one string only."""
    from minishell.pattern import has_special

    return not has_special(pattern)
