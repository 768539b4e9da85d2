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
from minishell.expand.words import compile_fields, compile_text, static_field, static_text
from minishell.syntax.nodes import ArithmeticExpansion, CommandSubstitution, Literal, Parameter, is_declaration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.shell import Action, Builtin, Shell
    from minishell.syntax.nodes import Assignment, Node, SimpleCommand, Word

    General = Callable[[SimpleCommand, Shell, bool], Action]

ENABLED = os.environ.get("MINISHELL_FASTPATH") != "0"

DEFAULT_IFS = " \t\n"


def compile_shortcut(node: SimpleCommand, sh: Shell, tested: bool, general: General) -> Action | None:
    """An action that does the same as ``general(node, sh, tested)``, only faster; None when no shortcut fits."""
    if not ENABLED or node.redirections:
        return None
    if not node.words:
        return assignments(node, sh, tested, general)
    if node.assignments or is_declaration(node.words):
        return None
    name = static_field(node.words[0])
    if name is None:
        return None
    if name == "[" or name == "test":
        return test(node, sh, tested, general, name)
    if name in (":", "true", "false"):
        return constant(node, sh, tested, general, 1 if name == "false" else 0)
    if name in ("break", "continue") and len(node.words) == 1:
        return jump(node, sh, tested, general, BreakLoop if name == "break" else ContinueLoop)
    if name == "return" and len(node.words) <= 2:
        return return_from_function(node, sh, tested, general)
    return named(node, sh, tested, general, name)


def is_small(number: str) -> bool:
    """Whether decimal digits are those of ASCII, and few enough for 64 bits."""
    return number.isascii() and len(number) < 19


def finish(sh: Shell, tested: bool, status: int) -> None:
    """Leave a status that is not 0, and apply ``set -e``."""
    sh.status = status
    if not tested and sh.options.errexit and not sh.tested_depth:
        raise leave(sh)


def failed(sh: Shell, node: SimpleCommand, error: ShellError) -> BaseException:
    """What to raise after an expansion failed."""
    sh.line = node.line
    return fatal(sh, error)


# Assignments


def assignments(node: SimpleCommand, sh: Shell, tested: bool, general: General) -> Action | None:
    """``x=word`` and ``x=word y=word`` without a command name."""
    if any(has_substitution(assignment.value) for assignment in node.assignments):
        return substituted(node, sh, tested, general)
    slow = general(node, sh, tested)
    if len(node.assignments) == 1:
        return single(node, sh, slow)
    steps = [assignment_step(assignment, node, sh) for assignment in node.assignments]
    attention = sh.attention

    def run() -> None:
        if attention:
            slow()
            return
        for step in steps:
            step()
        sh.status = 0

    return run


def assignment_step(assignment: Assignment, node: SimpleCommand, sh: Shell) -> Action:
    """One of several assignments."""
    values, guarded, name = sh.variables.values, sh.variables.guarded, assignment.name
    value = compile_text(assignment.value, sh)

    def run() -> None:
        try:
            text = value()
            if name in guarded:
                sh.assign(name, text)
            else:
                values[name] = text
        except ShellError as error:
            raise failed(sh, node, error) from None

    return run


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
    parts = assignment.value.parts
    if len(parts) == 1 and isinstance(parts[0], ArithmeticExpansion):
        from minishell.expand.arithmetic import compile_arithmetic

        number = compile_arithmetic(parts[0].expression, sh)

        def run_arithmetic() -> None:
            if attention or name in guarded:
                slow()
                return
            try:
                values[name] = str(number())
            except ShellError as error:
                raise failed(sh, node, error) from None
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
            if not (text.isdecimal() and is_small(text)) or len(text) > 3 or int(text) > 255:
                slow()
                return
            sh.status = int(text)
        raise ReturnFunction

    return run


def is_one_field(word: Word) -> bool:
    """Whether *word* always gives exactly one field, the same as its text: quoted, static or both; without side effects."""
    if static_field(word) is not None:
        return True
    return bool(word.parts) and all(
        (isinstance(part, Literal) and part.quoted)
        or (isinstance(part, Parameter) and part.quoted and part.name not in ("@", "*") and part.operator in ("", "length"))
        for part in word.parts
    )


# [ and test


def test(node: SimpleCommand, sh: Shell, tested: bool, general: General, name: str) -> Action | None:
    """``[ a op b ]``, ``[ op a ]``, ``[ a ]`` with operands of exactly one field each."""
    words = node.words[1:]
    if name == "[":
        if not words or static_field(words[-1]) != "]":
            return None
        words = words[:-1]
    negated = len(words) > 2 and static_field(words[0]) == "!"
    if negated:
        words = words[1:]
        if len(words) not in (2, 3):
            return None
    slow = general(node, sh, tested)
    if len(words) == 3:
        operator = static_field(words[1])
        left, right = operand(words[0], sh), operand(words[2], sh)
        if operator is None or left is None or right is None or static_field(words[0]) in ("!", "("):
            return None
        compare = NUMERIC.get(operator)
        if compare is not None:
            return numeric_test(node, sh, tested, slow, compare, left, right, negated)
        if operator in ("=", "==", "!="):
            return equality_test(node, sh, tested, slow, left, right, (operator == "!=") is not negated)
        return None
    if len(words) == 2:
        operator = static_field(words[0])
        value = operand(words[1], sh)
        if operator not in ("-n", "-z") or value is None:
            return None
        return emptiness_test(node, sh, tested, slow, value, (operator == "-n") is not negated)
    return None


NUMERIC: dict[str, str] = {"-eq": "==", "-ne": "!=", "-lt": "<", "-le": "<=", "-gt": ">", "-ge": ">="}


def operand(word: Word, sh: Shell) -> Callable[[], str | None] | None:
    """A closure that gives the text of a word that is one field, or None when it might be none or several just now."""
    if is_one_field(word):
        return compile_text(word, sh)
    parts = word.parts
    if len(parts) != 1:
        return None
    part = parts[0]
    if not isinstance(part, Parameter) or part.operator not in ("", "length") or part.name in ("@", "*"):
        return None
    values = sh.variables.values
    text_of = compile_text(word, sh)

    def unquoted() -> str | None:
        text = text_of()
        # Letters and digits neither split nor match, with the usual IFS; everything else goes the general way.
        if text.isalnum() and values.get("IFS", DEFAULT_IFS) == DEFAULT_IFS:
            return text
        return None

    return unquoted


def numeric_test(
    node: SimpleCommand,
    sh: Shell,
    tested: bool,
    slow: Action,
    compare: str,
    left: Callable[[], str | None],
    right: Callable[[], str | None],
    negated: bool,
) -> Action:
    """A comparison of integers. Each operator has its own closure, for the one step that differs is the innermost."""
    attention = sh.attention
    # < and > serve for all of them: a <= b is not (a > b).
    if compare in ("<=", ">=", "!="):
        negated = not negated
        compare = {"<=": ">", ">=": "<", "!=": "=="}[compare]
    if compare == ">":
        left, right, compare = right, left, "<"
    is_equality = compare == "=="
    wanted = not negated

    def run() -> None:
        if attention:
            slow()
            return
        try:
            a = left()
            b = right()
        except ShellError as error:
            raise failed(sh, node, error) from None
        if a is None or b is None or not (a.isdecimal() and b.isdecimal() and is_small(a) and is_small(b)):
            slow()
            return
        if (int(a) == int(b) if is_equality else int(a) < int(b)) is wanted:
            sh.status = 0
        elif tested:
            sh.status = 1
        else:
            finish(sh, tested, 1)

    return run


def equality_test(
    node: SimpleCommand,
    sh: Shell,
    tested: bool,
    slow: Action,
    left: Callable[[], str | None],
    right: Callable[[], str | None],
    wants_difference: bool,
) -> Action:
    """``=``, ``==`` and ``!=``."""
    attention = sh.attention

    def run() -> None:
        if attention:
            slow()
            return
        try:
            a = left()
            b = right()
        except ShellError as error:
            raise failed(sh, node, error) from None
        if a is None or b is None:
            slow()
        elif (a != b) is wants_difference:
            sh.status = 0
        else:
            finish(sh, tested, 1)

    return run


def emptiness_test(
    node: SimpleCommand, sh: Shell, tested: bool, slow: Action, value: Callable[[], str | None], wants_text: bool
) -> Action:
    """``-n`` and ``-z``."""
    attention = sh.attention

    def run() -> None:
        if attention:
            slow()
            return
        try:
            text = value()
        except ShellError as error:
            raise failed(sh, node, error) from None
        if text is None:
            slow()
        elif (text != "") is wants_text:
            sh.status = 0
        else:
            finish(sh, tested, 1)

    return run


# Functions and other built-ins by a name that is known


def named(node: SimpleCommand, sh: Shell, tested: bool, general: General, name: str) -> Action:
    """A function or a built-in, whichever has the name when it runs; a utility goes the general way."""
    attention = sh.attention
    options = sh.options
    slow = general(node, sh, tested)
    line = node.line
    words = node.words
    fields: Callable[[], list[str]] | None = None
    builtin: Builtin | None = None
    if name not in sh.functions:
        builtin = sh.builtins.find(name)

    def run() -> None:
        nonlocal fields
        function = sh.functions.get(name)
        if attention or (function is None and builtin is None):
            slow()
            return
        sh.line = line
        if fields is None:
            fields = compile_fields(words, sh)
        try:
            argv = fields()
        except ShellError as error:
            raise failed(sh, node, error) from None
        if function is not None and (builtin is None or not builtin.is_special):
            if tested:
                sh.tested_depth += 1
                try:
                    call(sh, function, argv[1:])
                except ShellError as error:
                    raise fatal(sh, error) from None
                finally:
                    sh.tested_depth -= 1
                return
            try:
                call(sh, function, argv[1:])
            except ShellError as error:
                raise fatal(sh, error) from None
        elif builtin is not None:
            run_named_builtin(sh, builtin, argv, tested)
        if sh.status and not tested and options.errexit and not sh.tested_depth:
            raise leave(sh)

    return run


def run_named_builtin(sh: Shell, builtin: Builtin, argv: list[str], tested: bool) -> None:
    """Run a built-in that has no redirections and no assignments."""
    from minishell.commands.simple_command import before_builtin, run_main

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
