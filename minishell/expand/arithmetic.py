"""Arithmetic expansion (2.6.4): trees compiled to closures on signed 64-bit integers.

``$((x + 1))`` is parsed once. ``$(($x + 1))`` is text first, and an expression after its expansions: ``x`` may hold ``2 *``.
But where each expansion stands as a whole operand and its value is a plain decimal number, that number is the operand. So
such an expression is parsed once as well, and only another kind of value makes the shell build the text and parse it.
"""

from __future__ import annotations

from minishell.errors import ExpansionError
from minishell.expand.numbers import cell_of, compile_plain_number, plain_number
from minishell.expand.parameter import is_variable, unset
from minishell.syntax.arithmetic import (
    Assign,
    Binary,
    Conditional,
    Increment,
    Number,
    Unary,
    Variable,
    parse_arithmetic,
    parse_constant,
)
from minishell.syntax.nodes import Literal, Parameter, Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias, TypeGuard

    from minishell.shell import Shell
    from minishell.syntax.arithmetic import Arith
    from minishell.syntax.nodes import WordPart

    Value: TypeAlias = Callable[[], int]
    Text: TypeAlias = Callable[[], str]

_HALF, _WHOLE = 1 << 63, 1 << 64
_DEEPEST = 200  # variables in values of variables
_REMEMBERED = 64  # texts that one expression had


def compile_arithmetic(expression: Word, sh: Shell, line: int = 0) -> Value:
    """The value of ``$((expression))``, whose errors are raised when it is called.

    *line* is the value of LINENO, 0 for the line of the command that runs.
    """
    from minishell.expand.words import compile_text, static_text

    text = static_text(expression)
    if text is None:
        texts = [compile_text(Word((part,)), sh) for part in expression.parts]
        return _compile_expanded(expression.parts, texts, _Compiler(sh, line))
    try:
        return _Compiler(sh, line).compile(parse_arithmetic(text))
    except ExpansionError as error:
        message = error.message

    def fail() -> int:
        raise ExpansionError(message)

    return fail


def evaluate(text: str, sh: Shell) -> int:
    """The value of an expression given as text. Raises ExpansionError."""
    return _Compiler(sh, 0).compile(parse_arithmetic(text))()


# Expressions with expansions in them


class _NotDecimal(Exception):  # noqa: N818 - nothing is wrong
    """An operand is no plain decimal number."""


def _is_decimal(text: str) -> bool:
    """Whether *text* is a plain decimal number without a sign: an operand whatever stands beside it."""
    return ("1" <= text < ":" and text.isdecimal() and len(text) < 19 and text.isascii()) or text == "0"


def _compile_expanded(parts: tuple[WordPart, ...], texts: list[Text], compiler: _Compiler) -> Value:
    """An expression of *parts*, which expand to *texts*."""
    known: dict[str, Value] = {}

    def run_text(text: str) -> int:
        value = known.get(text)
        if value is None:
            if len(known) >= _REMEMBERED:
                known.clear()
            value = known[text] = compiler.compile(parse_arithmetic(text))
        return value()

    def run_expanded() -> int:
        return run_text("".join([text() for text in texts]))

    form = _operand_form(parts)
    if form is None:
        return run_expanded
    tree, places = form
    if _only_reads(tree) and all([_is_plain(parts[place]) for place in places.values()]):
        # Nothing happens but reading, and all of it, so that operands can be read as they are met, and once more in vain.
        operands = {name: _compile_operand(parts[place], texts[place], compiler.sh) for name, place in places.items()}
        value = compiler.compile(tree, operands)

        def run_reading() -> int:
            try:
                return value()
            except _NotDecimal:
                return run_expanded()

        return run_reading
    numbers: dict[int, int] = {}
    value = compiler.compile(tree, {name: _compile_number(place, numbers) for name, place in places.items()})

    def run_prepared() -> int:
        made = [text() for text in texts]
        for place in places.values():
            if not _is_decimal(made[place]):
                return run_text("".join(made))
        for place in places.values():
            numbers[place] = int(made[place])
        return value()

    return run_prepared


def _operand_form(parts: tuple[WordPart, ...]) -> tuple[Arith, dict[str, int]] | None:
    """The tree of an expression with variables for its expansions: their names, and the places of the expansions in *parts*.

    None when an expansion may be another thing than an operand: it touches a name, a number or an expansion, or is assigned to.
    """
    literal = "".join([part.text for part in parts if type(part) is Literal])
    stem = "operand"
    while stem in literal:
        stem += "_"
    pieces: list[str] = []
    places: dict[str, int] = {}
    for place, part in enumerate(parts):
        if type(part) is Literal:
            pieces.append(part.text)
            continue
        before, after = parts[place - 1] if place else None, parts[place + 1] if place + 1 < len(parts) else None
        if not _is_boundary(before, -1) or not _is_boundary(after, 0):
            return None
        name = f"{stem}{place}"
        places[name] = place
        pieces.append(name)
    try:
        tree = parse_arithmetic("".join(pieces))
    except ExpansionError:
        return None
    for node in _nodes(tree):
        if isinstance(node, (Assign, Increment)) and node.name in places:
            return None
    return tree, places


def _is_boundary(part: WordPart | None, index: int) -> bool:
    """Whether the neighbour of an expansion cannot make one token with it; *index* is that of the character beside it."""
    if part is None:
        return True
    if type(part) is not Literal or not part.text:
        return False
    character = part.text[index]
    return not character.isalnum() and character not in "_#"


def _nodes(tree: Arith) -> list[Arith]:
    """All nodes of a tree, which may be deep."""
    nodes = [tree]
    for node in nodes:  # grows meanwhile
        if isinstance(node, Unary):
            nodes.append(node.operand)
        elif isinstance(node, Binary):
            nodes += (node.left, node.right)
        elif isinstance(node, Conditional):
            nodes += (node.test, node.yes, node.no)
        elif isinstance(node, Assign):
            nodes.append(node.value)
    return nodes


def _only_reads(tree: Arith) -> bool:
    """Whether evaluation changes nothing and leaves no operand out."""
    return not any(
        [
            isinstance(node, (Assign, Increment, Conditional)) or (isinstance(node, Binary) and node.operator in ("&&", "||"))
            for node in _nodes(tree)
        ]
    )


def _is_plain(part: WordPart) -> bool:
    """Whether an expansion reads a variable, a positional parameter or the like, and does nothing else."""
    if type(part) is not Parameter or part.operator not in ("", "length"):
        return False
    return is_variable(part.name) or part.name[0].isdecimal() or part.name in ("#", "?", "$", "!")


def _compile_operand(part: WordPart, text_of: Text, sh: Shell) -> Value:
    """An operand that is read when it is met."""
    if type(part) is Parameter and part.operator == "" and part.name != "0" and (part.name.isalnum() or is_variable(part.name)):
        number_of = compile_plain_number(part.name, sh)

        def run_number() -> int:
            number = number_of()
            if number is None or number < 0:
                raise _NotDecimal
            return number

        return run_number

    def run() -> int:
        text = text_of()
        if _is_decimal(text):
            return int(text)
        raise _NotDecimal

    return run


def _compile_number(place: int, numbers: dict[int, int]) -> Value:
    """An operand that was read before."""
    return lambda: numbers[place]


# Trees


def _wrap(value: int) -> int:
    """*value* modulo 2**64, as a signed number."""
    return (value + _HALF) % _WHOLE - _HALF


class _Compiler:
    """``depth`` counts the variables whose values led to this expression."""

    __slots__ = ("depth", "line", "operands", "sh")

    def __init__(self, sh: Shell, line: int, depth: int = 0) -> None:
        self.sh = sh
        self.line = line
        self.depth = depth
        self.operands: dict[str, Value] = {}

    def compile(self, tree: Arith, operands: dict[str, Value] | None = None) -> Value:
        """A closure for *tree*, in which *operands* are given. Raises ExpansionError when it is too deep for this process."""
        self.operands = operands or {}
        try:
            return self.value(tree)
        except RecursionError:
            pass
        raise ExpansionError("arithmetic: expression nested too deeply")

    def value(self, node: Arith) -> Value:
        """A closure for a node."""
        if isinstance(node, Number):
            constant = node.value
            return lambda: constant
        if isinstance(node, Variable):
            return self.operands.get(node.name) or self.variable(node.name)
        if isinstance(node, Binary):
            return self.binary(node)
        if isinstance(node, Unary):
            return _unary(node.operator, self.value(node.operand))
        if isinstance(node, Conditional):
            test, yes, no = self.value(node.test), self.value(node.yes), self.value(node.no)
            return lambda: yes() if test() else no()
        if isinstance(node, Increment):
            return self.increment(node)
        return self.assignment(node)

    # Variables

    def variable(self, name: str) -> Value:
        """The value of a variable: a number, an expression, or 0 for nothing."""
        get = self.sh.variables.values.get
        cell = cell_of(name)
        other = self.other_value

        def run() -> int:
            text = get(name)
            if text is cell.text:
                return cell.number
            if text is not None:
                number = plain_number(text)
                if number is not None:
                    cell.text, cell.number = text, number
                    return number
            return other(name)

        return run

    def other_value(self, name: str) -> int:
        """The value of a variable that is no plain decimal number."""
        sh = self.sh
        text = sh.variables.get(name)
        if text is None:
            text = str(self.line or sh.line) if name == "LINENO" else unset(name, sh)
        if not text:
            return 0
        number = parse_constant(text)
        if number is not None:
            return number
        if self.depth == _DEEPEST:
            raise ExpansionError(f"arithmetic: '{name}': expression recursion level exceeded")
        return _Compiler(sh, self.line, self.depth + 1).compile(parse_arithmetic(text))()

    def store(self, name: str) -> Callable[[int], int]:
        """Assigns a number to a variable, and gives it back."""
        sh = self.sh
        values, guarded, attention = sh.variables.values, sh.variables.guarded, sh.attention
        cell = cell_of(name)

        def run(value: int) -> int:
            text = str(value)
            if attention or name in guarded:  # attention: it may be set -a
                sh.assign(name, text)
            else:
                values[name] = cell.text = text
                cell.number = value
            return value

        return run

    def increment(self, node: Increment) -> Value:
        """``++`` and ``--``."""
        read, store = self.variable(node.name), self.store(node.name)
        amount = node.amount
        if node.is_postfix:

            def run_postfix() -> int:
                value = read()
                store(_wrap(value + amount))
                return value

            return run_postfix
        return lambda: store(_wrap(read() + amount))

    def assignment(self, node: Assign) -> Value:
        """``=`` and ``+=`` and the like."""
        store = self.store(node.name)
        value = self.binary(Binary(node.operator, Variable(node.name), node.value)) if node.operator else self.value(node.value)
        return lambda: store(value())

    # Operators

    def binary(self, node: Binary) -> Value:
        """A binary operator. The commonest have the second operand or the test for 64 bits in place."""
        operator = node.operator
        if operator in ("+", "-") and isinstance(node.right, Number):
            return self.plus_constant(node.left, node.right.value if operator == "+" else -node.right.value)
        if operator in ("+", "-", "*") and self.is_variable(node.left) and self.is_variable(node.right):
            return self.of_variables(operator, node.left.name, node.right.name)
        left = self.value(node.left)
        right = self.value(node.right)
        if operator == "+":

            def run_plus() -> int:
                value = left() + right()
                return value if -_HALF <= value < _HALF else _wrap(value)

            return run_plus
        if operator == "-":

            def run_minus() -> int:
                value = left() - right()
                return value if -_HALF <= value < _HALF else _wrap(value)

            return run_minus
        if operator == "*":

            def run_times() -> int:
                value = left() * right()
                return value if -_HALF <= value < _HALF else _wrap(value)

            return run_times
        return _OPERATORS[operator](left, right)

    def is_variable(self, node: Arith) -> TypeGuard[Variable]:
        """Whether a node is a variable, and no operand that stands for an expansion."""
        return isinstance(node, Variable) and node.name not in self.operands

    def of_variables(self, operator: str, first: str, second: str) -> Value:
        """``x + y``, ``x - y`` and ``x * y``, with both variables in place."""
        get = self.sh.variables.values.get
        left, right = self.variable(first), self.variable(second)
        one, two = cell_of(first), cell_of(second)
        if operator == "*":

            def run_times() -> int:
                value = (one.number if get(first) is one.text else left()) * (two.number if get(second) is two.text else right())
                return value if -_HALF <= value < _HALF else _wrap(value)

            return run_times
        if operator == "+":

            def run_plus() -> int:
                value = (one.number if get(first) is one.text else left()) + (two.number if get(second) is two.text else right())
                return value if -_HALF <= value < _HALF else _wrap(value)

            return run_plus

        def run_minus() -> int:
            value = (one.number if get(first) is one.text else left()) - (two.number if get(second) is two.text else right())
            return value if -_HALF <= value < _HALF else _wrap(value)

        return run_minus

    def plus_constant(self, node: Arith, amount: int) -> Value:
        """``x + 1``, with the variable in place, too."""
        if self.is_variable(node):
            name, get, read, cell = node.name, self.sh.variables.values.get, self.variable(node.name), cell_of(node.name)

            def run_variable() -> int:
                value = (cell.number if get(name) is cell.text else read()) + amount
                return value if -_HALF <= value < _HALF else _wrap(value)

            return run_variable
        left = self.value(node)

        def run() -> int:
            value = left() + amount
            return value if -_HALF <= value < _HALF else _wrap(value)

        return run


def _unary(operator: str, operand: Value) -> Value:
    if operator == "-":
        return lambda: _wrap(-operand())
    if operator == "!":
        return lambda: 0 if operand() else 1
    if operator == "~":
        return lambda: ~operand()
    return operand


def _divide(left: Value, right: Value) -> Value:
    """C's division: towards zero."""

    def run() -> int:
        dividend, divisor = left(), right()
        if dividend >= 0 and divisor > 0:
            return dividend // divisor
        if not divisor:
            raise ExpansionError("arithmetic: division by zero")
        quotient = abs(dividend) // abs(divisor)
        return _wrap(quotient if (dividend < 0) is (divisor < 0) else -quotient)

    return run


def _remainder(left: Value, right: Value) -> Value:
    """C's remainder: with the sign of the dividend."""

    def run() -> int:
        dividend, divisor = left(), right()
        if dividend >= 0 and divisor > 0:
            return dividend % divisor
        if not divisor:
            raise ExpansionError("arithmetic: division by zero")
        rest = abs(dividend) % abs(divisor)
        return -rest if dividend < 0 else rest

    return run


_OPERATORS: dict[str, Callable[[Value, Value], Value]] = {
    "/": _divide,
    "%": _remainder,
    "<<": lambda left, right: lambda: _wrap(left() << (right() & 63)),
    ">>": lambda left, right: lambda: left() >> (right() & 63),
    "<": lambda left, right: lambda: 1 if left() < right() else 0,
    "<=": lambda left, right: lambda: 1 if left() <= right() else 0,
    ">": lambda left, right: lambda: 1 if left() > right() else 0,
    ">=": lambda left, right: lambda: 1 if left() >= right() else 0,
    "==": lambda left, right: lambda: 1 if left() == right() else 0,
    "!=": lambda left, right: lambda: 1 if left() != right() else 0,
    "&": lambda left, right: lambda: left() & right(),
    "^": lambda left, right: lambda: left() ^ right(),
    "|": lambda left, right: lambda: left() | right(),
    "&&": lambda left, right: lambda: 1 if left() and right() else 0,
    "||": lambda left, right: lambda: 1 if left() or right() else 0,
    ",": lambda left, right: lambda: (left(), right())[1],
}
