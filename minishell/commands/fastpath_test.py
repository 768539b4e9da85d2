"""Shortcuts for ``[`` and ``test`` with two or three operands: ``[ a op b ]``, ``[ op a ]``, either of them negated."""

from __future__ import annotations

from _operator import eq, ge, gt, le, lt, ne

from minishell.commands.fastpath import failed, finish, is_one_field
from minishell.errors import ShellError
from minishell.expand.fields import DEFAULT_IFS
from minishell.expand.numbers import compile_plain_number, plain_number
from minishell.expand.parameter import is_variable
from minishell.expand.shapes import is_quoted
from minishell.expand.words import compile_text, static_field
from minishell.syntax.nodes import ArithmeticExpansion, Parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from minishell.commands.fastpath import General
    from minishell.shell import Action, Shell
    from minishell.syntax.nodes import SimpleCommand, Word, WordPart

    MaybeText: TypeAlias = Callable[[], str | None]
    MaybeNumber: TypeAlias = Callable[[], int | None]


def test(node: SimpleCommand, sh: Shell, tested: bool, general: General, name: str) -> Action | None:
    """The shortcut for a command *name*, ``[`` or ``test``; None for another shape."""
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
        if operator is None or static_field(words[0]) in ("!", "("):
            return None
        compare = NUMERIC.get(operator)
        if compare is not None:
            left, right = number_operand(words[0], sh), number_operand(words[2], sh)
            if left is None or right is None:
                return None
            if isinstance(words[0].parts[0], ArithmeticExpansion) and static_field(words[2]) is None:
                left = unless_none(left, right)
            return numeric_test(node, sh, tested, slow, compare, left, right, not negated)
        a, b = operand(words[0], sh), operand(words[2], sh)
        if operator in ("=", "==", "!=") and a is not None and b is not None:
            return equality_test(node, sh, tested, slow, a, b, (operator == "!=") is not negated)
        return None
    if len(words) == 2:
        operator = static_field(words[0])
        value = operand(words[1], sh)
        if operator in ("-n", "-z") and value is not None:
            return emptiness_test(node, sh, tested, slow, value, (operator == "-n") is not negated)
    return None


NUMERIC: dict[str, Callable[[int, int], bool]] = {"-lt": lt, "-gt": gt, "-le": le, "-ge": ge, "-eq": eq, "-ne": ne}


# Operands


def operand(word: Word, sh: Shell) -> MaybeText | None:
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


def number_operand(word: Word, sh: Shell) -> MaybeNumber | None:
    """A closure that gives the number that a word is, or None when a closer look is needed."""
    text = static_field(word)
    if text is not None:
        constant = plain_number(text)
        return None if constant is None else lambda: constant
    number = number_part(word.parts[0], sh) if len(word.parts) == 1 else None
    if number is not None:
        return number if is_quoted(word.parts[0]) else when_not_split(number, sh)
    text_of = operand(word, sh)
    if text_of is None:
        return None

    def run() -> int | None:
        text = text_of()
        return None if text is None else plain_number(text)

    return run


def number_part(part: WordPart, sh: Shell) -> MaybeNumber | None:
    """The number that an expansion is, without a detour by its text where there is a shorter way."""
    if isinstance(part, ArithmeticExpansion):
        from minishell.expand.arithmetic import compile_arithmetic

        return compile_arithmetic(part.expression, sh, part.line)
    if not isinstance(part, Parameter) or part.operator:
        return None
    if part.name == "#":
        return lambda: len(sh.positional)
    if part.name != "0" and (part.name.isdecimal() or is_variable(part.name)):
        return compile_plain_number(part.name, sh)
    return None


def when_not_split(number: MaybeNumber, sh: Shell) -> MaybeNumber:
    """The same for an unquoted expansion: digits are not split where IFS is the usual one."""
    get = sh.variables.values.get
    return lambda: number() if get("IFS", DEFAULT_IFS) == DEFAULT_IFS else None


def unless_none(left: MaybeNumber, right: MaybeNumber) -> MaybeNumber:
    """*left*, but None when *right* is: arithmetic may assign, so it must not be evaluated here and once more in general."""
    return lambda: None if right() is None else left()


# Tests


def numeric_test(
    node: SimpleCommand,
    sh: Shell,
    tested: bool,
    slow: Action,
    compare: Callable[[int, int], bool],
    left: MaybeNumber,
    right: MaybeNumber,
    wanted: bool,
) -> Action:
    """A comparison of integers."""
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
        elif compare(a, b) is wanted:
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
    left: MaybeText,
    right: MaybeText,
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
        elif tested:
            sh.status = 1
        else:
            finish(sh, tested, 1)

    return run


def emptiness_test(
    node: SimpleCommand, sh: Shell, tested: bool, slow: Action, value: MaybeText, wants_text: bool
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
