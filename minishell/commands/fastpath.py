"""Shortcuts for common shapes of simple commands. The ideas, all of them:

- What can be decided where the command stands is decided there: whether the name is known, which operator ``[`` gets.
- ``sh.attention`` is empty while nothing is unusual. A signal that came, ``set -x``, ``set -a``, a function named like
  a built-in with a shortcut: each puts an entry there, and every shortcut then steps aside for the general way.
- A value that could not be taken as it is (an operand that might split, a number that is none) goes the general way too,
  which alone knows the messages.

``MINISHELL_FASTPATH=0`` leaves all of them out.
"""

from __future__ import annotations

import os

from minishell.commands.consequences import fatal, leave
from minishell.commands.function import call
from minishell.errors import BreakLoop, ContinueLoop, ReturnFunction, ShellError
from minishell.expand.shapes import is_quoted
from minishell.expand.words import compile_fields, compile_text, static_field, static_text
from minishell.syntax.nodes import ArithmeticExpansion, CommandSubstitution, Literal, Parameter, is_declaration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.expand.numbers import Cell
    from minishell.shell import Action, Builtin, Function, Shell
    from minishell.syntax.nodes import Assignment, Node, SimpleCommand, Word

    General = Callable[[SimpleCommand, Shell, bool], Action]

ENABLED = os.environ.get("MINISHELL_FASTPATH") != "0"

PURE_OPERATORS = frozenset(("", "length", "-", ":-", "+", ":+", "%", "%%", "#", "##"))


def compile_shortcut(node: SimpleCommand, sh: Shell, tested: bool, general: General) -> Action | None:
    """An action that does the same as ``general(node, sh, tested)``, only faster; None when no shortcut fits."""
    if not ENABLED:
        return None
    if not node.words:
        return None if node.redirections else assignments(node, sh, tested, general)
    if node.assignments or is_declaration(node.words):
        return None
    name = static_field(node.words[0])
    if name is None:
        return None
    if node.redirections:
        if name not in ("echo", "printf", "read"):
            return None
        from minishell.commands.fastpath_redirection import redirected

        return redirected(node, sh, tested, general, name)
    if name == "[" or name == "test":
        from minishell.commands.fastpath_test import test

        return test(node, sh, tested, general, name) or named(node, sh, tested, general, name)
    if name in (":", "true", "false"):
        return constant(node, sh, tested, general, 1 if name == "false" else 0)
    if name in ("break", "continue") and len(node.words) == 1:
        return jump(node, sh, tested, general, BreakLoop if name == "break" else ContinueLoop)
    if name == "return" and len(node.words) <= 2:
        return return_from_function(node, sh, tested, general)
    return named(node, sh, tested, general, name)


# What all shortcuts need


def finish(sh: Shell, tested: bool, status: int) -> None:
    """Leave a status that is not 0, and apply ``set -e``."""
    sh.status = status
    if not tested and sh.options.errexit and not sh.tested_depth:
        raise leave(sh)


def failed(sh: Shell, node: SimpleCommand, error: ShellError) -> BaseException:
    """What to raise after an expansion failed."""
    sh.line = node.line
    return fatal(sh, error)


def is_one_field(word: Word) -> bool:
    """Whether *word* always gives exactly one field, its text, and may be expanded twice: it changes nothing."""
    if static_field(word) is not None:
        return True
    return bool(word.parts) and is_pure(word) and all(map(is_quoted, word.parts))


def is_pure(word: Word) -> bool:
    """Whether expanding *word* only reads variables and parameters, none of them a list."""
    for part in word.parts:
        if isinstance(part, Parameter):
            if part.name in ("@", "*") or part.operator not in PURE_OPERATORS:
                return False
            if part.word is not None and not is_pure(part.word):
                return False
        elif not isinstance(part, Literal):
            return False
    return True


# Assignments


def assignments(node: SimpleCommand, sh: Shell, tested: bool, general: General) -> Action | None:
    """``x=word`` and ``x=word y=word`` without a command name."""
    if any(has_substitution(assignment.value) for assignment in node.assignments):
        return substituted(node, sh, tested, general)
    slow = general(node, sh, tested)
    if len(node.assignments) == 1:
        return single(node, sh, slow)
    steps = [assignment_step(assignment, sh) for assignment in node.assignments]
    attention = sh.attention

    def run() -> None:
        if attention:
            slow()
            return
        try:
            for step in steps:
                step()
        except ShellError as error:
            raise failed(sh, node, error) from None
        sh.status = 0

    return run


def assignment_step(assignment: Assignment, sh: Shell) -> Action:
    """One of several assignments."""
    values, guarded, name = sh.variables.values, sh.variables.guarded, assignment.name
    arithmetic = arithmetic_value(assignment, sh)
    if arithmetic is not None:
        number, cell = arithmetic

        def run_arithmetic() -> None:
            value = number()
            if name in guarded:
                sh.assign(name, str(value))
            else:
                values[name] = cell.text = str(value)
                cell.number = value

        return run_arithmetic
    value = compile_text(assignment.value, sh)

    def run() -> None:
        text = value()
        if name in guarded:
            sh.assign(name, text)
        else:
            values[name] = text

    return run


def arithmetic_value(assignment: Assignment, sh: Shell) -> tuple[Callable[[], int], Cell] | None:
    """The value of ``x=$((...))``, and where it is kept as a number, too; None for any other assignment."""
    parts = assignment.value.parts
    if len(parts) != 1 or not isinstance(parts[0], ArithmeticExpansion):
        return None
    from minishell.expand.arithmetic import compile_arithmetic
    from minishell.expand.numbers import cell_of

    return compile_arithmetic(parts[0].expression, sh, parts[0].line), cell_of(assignment.name)


def single(node: SimpleCommand, sh: Shell, slow: Action) -> Action:
    """``x=word``: static text, an arithmetic expansion, or anything else without a command substitution."""
    values, guarded, attention = sh.variables.values, sh.variables.guarded, sh.attention
    assignment = node.assignments[0]
    name = assignment.name
    text = static_text(assignment.value)
    if text is not None:

        def run_static() -> None:
            if attention or name in guarded:
                slow()
            else:
                values[name] = text
                sh.status = 0

        return run_static
    arithmetic = arithmetic_value(assignment, sh)
    if arithmetic is not None:
        number, cell = arithmetic

        def run_arithmetic() -> None:
            if attention or name in guarded:
                slow()
                return
            try:
                value = number()
            except ShellError as error:
                raise failed(sh, node, error) from None
            values[name] = cell.text = str(value)
            cell.number = value
            sh.status = 0

        return run_arithmetic
    value = compile_text(assignment.value, sh)

    def run() -> None:
        if attention or name in guarded:
            slow()
            return
        try:
            values[name] = value()
        except ShellError as error:
            raise failed(sh, node, error) from None
        sh.status = 0

    return run


def substituted(node: SimpleCommand, sh: Shell, tested: bool, general: General) -> Action | None:
    """``x=$(…)``: the status is the last substitution's."""
    if len(node.assignments) != 1:
        return None
    values, guarded, attention = sh.variables.values, sh.variables.guarded, sh.attention
    name = node.assignments[0].name
    value = compile_text(node.assignments[0].value, sh)
    slow = general(node, sh, tested)

    def run() -> None:
        if attention or name in guarded:
            slow()
            return
        sh.substitution_status = 0
        sh.line = node.line
        try:
            values[name] = value()
        except ShellError as error:
            raise failed(sh, node, error) from None
        status = sh.substitution_status
        if status:
            finish(sh, tested, status)
        else:
            sh.status = 0

    return run


def has_substitution(node: Node) -> bool:
    """Whether a command substitution is anywhere in a word; its status is the command's."""
    if isinstance(node, CommandSubstitution):
        return True
    if isinstance(node, (Literal, str)):
        return False
    if isinstance(node, Parameter):
        return node.word is not None and has_substitution(node.word)
    if isinstance(node, ArithmeticExpansion):
        return has_substitution(node.expression)
    return any(map(has_substitution, getattr(node, "parts", ())))


# Built-ins that are all status, and jumps


def constant(node: SimpleCommand, sh: Shell, tested: bool, general: General, status: int) -> Action:
    """``:``, ``true``, ``false``: the words are expanded for what that may do."""
    attention = sh.attention
    slow = general(node, sh, tested)
    words = node.words[1:]
    fields = None if all(static_field(word) is not None for word in words) else compile_fields(words, sh)

    def run() -> None:
        if attention:
            slow()
            return
        if fields is not None:
            sh.line = node.line
            try:
                fields()
            except ShellError as error:
                raise failed(sh, node, error) from None
        if status:
            finish(sh, tested, status)
        else:
            sh.status = 0

    return run


def jump(
    node: SimpleCommand, sh: Shell, tested: bool, general: General, divert: type[BreakLoop] | type[ContinueLoop]
) -> Action:
    """``break`` and ``continue`` without an operand."""
    attention = sh.attention
    slow = general(node, sh, tested)

    def run() -> None:
        if attention or not sh.loop_depth:
            slow()
            return
        sh.status = 0
        raise divert(1)

    return run


def return_from_function(node: SimpleCommand, sh: Shell, tested: bool, general: General) -> Action | None:
    """``return`` and ``return n`` in a function."""
    attention = sh.attention
    slow = general(node, sh, tested)
    value = compile_text(node.words[1], sh) if len(node.words) == 2 and is_one_field(node.words[1]) else None
    if len(node.words) == 2 and value is None:
        return None

    def run() -> None:
        if attention or not sh.function_depth:
            slow()
            return
        if value is not None:
            text = value()
            if not text.isdecimal() or not text.isascii() or len(text) > 3 or int(text) > 255:
                slow()
                return
            sh.status = int(text)
        raise ReturnFunction

    return run


# Functions and other built-ins by a name that is known


def named(node: SimpleCommand, sh: Shell, tested: bool, general: General, name: str) -> Action:
    """A function or a built-in, whichever has the name when it runs; a utility goes the general way."""
    attention = sh.attention
    slow = general(node, sh, tested)
    line = node.line
    builtin = None if name in sh.functions else sh.builtins.find(name)
    is_special = builtin is not None and builtin.is_special
    run_function: Callable[[Function], None] | None = None
    run_builtin: Action | None = None

    def run() -> None:
        nonlocal run_function, run_builtin
        function = None if is_special else sh.functions.get(name)
        if attention or (function is None and builtin is None):
            slow()
        elif function is not None:
            sh.line = line
            if run_function is None:
                run_function = function_runner(node, sh, tested)
            run_function(function)
        elif builtin is not None:
            sh.line = line
            if run_builtin is None:
                run_builtin = builtin_runner(node, sh, tested, builtin)
            run_builtin()

    return run


def function_runner(node: SimpleCommand, sh: Shell, tested: bool) -> Callable[[Function], None]:
    """Calls a function with the words after its name."""
    arguments = compile_fields(node.words[1:], sh)
    options = sh.options

    def run(function: Function) -> None:
        try:
            given = arguments()
        except ShellError as error:
            raise failed(sh, node, error) from None
        if tested:
            sh.tested_depth += 1
        try:
            call(sh, function, given)
        except ShellError as error:
            raise fatal(sh, error) from None
        finally:
            if tested:
                sh.tested_depth -= 1
        if sh.status and not tested and options.errexit and not sh.tested_depth:
            raise leave(sh)

    return run


def builtin_runner(node: SimpleCommand, sh: Shell, tested: bool, builtin: Builtin) -> Action:
    """Runs a built-in that has no redirections and no assignments."""
    from minishell.commands.simple_command import before_builtin, run_main

    fields = compile_fields(node.words, sh)
    options = sh.options

    def run() -> None:
        try:
            argv = fields()
        except ShellError as error:
            raise failed(sh, node, error) from None
        if sh.frame is not None:
            before_builtin(sh, builtin, argv)
        if tested:
            sh.tested_depth += 1
            try:
                run_main(sh, builtin, argv)
            finally:
                sh.tested_depth -= 1
        else:
            run_main(sh, builtin, argv)
            if sh.status and options.errexit and not sh.tested_depth:
                raise leave(sh)

    return run
