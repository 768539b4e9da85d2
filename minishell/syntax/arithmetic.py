"""Arithmetic expressions (2.6.4): the operators of C on signed 64-bit integers, parsed by precedence climbing.

``++``, ``--`` and the comma are there though the standard does not ask for them, and ``base#digits`` as in bash and ksh.
``1--1`` is ``1 - -1``, as in shells without ``--``: it is one operator only where it changes a variable.
"""

from __future__ import annotations

from minishell.errors import ExpansionError
from minishell.syntax.patterns import match_arithmetic_token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn, TypeAlias


class Number:
    """A constant."""

    __slots__ = ("value",)

    def __init__(self, value: int) -> None:
        self.value = value


class Variable:
    """A variable's value, which is an expression again (in this shell as in ksh) or nothing for 0."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


class Unary:
    """``operator`` is one of ``+ - ! ~``."""

    __slots__ = ("operand", "operator")

    def __init__(self, operator: str, operand: Arith) -> None:
        self.operator = operator
        self.operand = operand


class Binary:
    """``operator`` is one of ``* / % + - << >> < <= > >= == != & ^ | && || ,``; ``&&`` and ``||`` may leave ``right`` alone."""

    __slots__ = ("left", "operator", "right")

    def __init__(self, operator: str, left: Arith, right: Arith) -> None:
        self.operator = operator
        self.left = left
        self.right = right


class Conditional:
    """``test ? yes : no``."""

    __slots__ = ("no", "test", "yes")

    def __init__(self, test: Arith, yes: Arith, no: Arith) -> None:
        self.test = test
        self.yes = yes
        self.no = no


class Assign:
    """``name = value``; ``operator`` is the binary operator of a compound assignment (``+`` for ``+=``), or empty."""

    __slots__ = ("name", "operator", "value")

    def __init__(self, name: str, operator: str, value: Arith) -> None:
        self.name = name
        self.operator = operator
        self.value = value


class Increment:
    """``++name`` and the like: ``amount`` is 1 or -1; the value is the old one when ``is_postfix``."""

    __slots__ = ("amount", "is_postfix", "name")

    def __init__(self, name: str, amount: int, is_postfix: bool) -> None:
        self.name = name
        self.amount = amount
        self.is_postfix = is_postfix


if TYPE_CHECKING:
    Arith: TypeAlias = Number | Variable | Unary | Binary | Conditional | Assign | Increment

_LEVELS = {
    "||": 1,
    "&&": 2,
    "|": 3,
    "^": 4,
    "&": 5,
    "==": 6,
    "!=": 6,
    "<": 7,
    "<=": 7,
    ">": 7,
    ">=": 7,
    "<<": 8,
    ">>": 8,
    "+": 9,
    "-": 9,
    "*": 10,
    "/": 10,
    "%": 10,
}
_ASSIGNMENTS = frozenset(("=", "+=", "-=", "*=", "/=", "%=", "<<=", ">>=", "&=", "^=", "|="))
_NUMBER, _NAME, _OPERATOR = 1, 2, 3
_SHOWN = 60  # characters of an expression in a message


def parse_arithmetic(text: str) -> Arith:
    """The expression *text*; an empty one is 0. Raises ExpansionError."""
    try:
        return _Reader(text).whole()
    except RecursionError:
        pass
    raise ExpansionError(f"arithmetic: {_shown(text)}: nested too deeply")


def parse_constant(text: str) -> int | None:
    """The value of *text* when it is one integer constant and nothing else, a sign and blanks around it allowed; else None."""
    digits = text.strip(" \t\n")
    sign = 1
    if digits[:1] in ("-", "+"):
        sign = -1 if digits[0] == "-" else 1
        digits = digits[1:]
    value = _constant(digits)
    return None if value is None else _wrapped(sign * value)


def _constant(digits: str) -> int | None:
    """The value of an unsigned constant: decimal, octal, hexadecimal or ``base#digits``; None when it is none."""
    if not digits.isascii() or not digits[:1].isdecimal():
        return None
    if digits.isdecimal() and digits[0] != "0" and len(digits) < 19:
        return int(digits)
    base = 10
    if "#" in digits:
        prefix, _, digits = digits.partition("#")
        if not prefix.isdecimal() or len(prefix) > 2 or not 2 <= int(prefix) <= 36:
            return None
        base = int(prefix)
    elif digits[:2] in ("0x", "0X"):
        base, digits = 16, digits[2:]
    elif digits[0] == "0":
        base = 8
    if not digits.isalnum() or len(digits) > 4000:  # int() would take "_", blanks and signs
        return None
    try:
        return _wrapped(int(digits, base))
    except ValueError:
        return None


def _wrapped(value: int) -> int:
    """*value* modulo 2**64, as a signed number."""
    return (value + (1 << 63)) % (1 << 64) - (1 << 63)


def _shown(text: str) -> str:
    text = text.strip(" \t\n")
    return f"'{text}'" if len(text) <= _SHOWN else f"'{text[:_SHOWN]}…'"


class _Reader:
    """``token`` of ``kind`` is the next one; its text begins at ``start`` and ends at ``pos``. ``kind`` 0 is the end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = 0
        self.advance()

    def advance(self) -> None:
        found = match_arithmetic_token(self.text, self.pos)
        if found is None:
            self.kind, self.token, self.start = 0, "", len(self.text)
            return
        kind = found.lastindex
        assert kind is not None
        self.kind = kind
        self.token = found[kind]
        self.start = found.start(kind)
        self.pos = found.end()

    def fail(self, message: str) -> NoReturn:
        raise ExpansionError(f"arithmetic: {_shown(self.text)}: {message}")

    def expected(self, what: str) -> NoReturn:
        place = f"before '{self.token}'" if self.kind else "at the end"
        self.fail(f"expected {what} {place}")

    def whole(self) -> Arith:
        if not self.kind:
            return Number(0)
        expression = self.comma()
        if self.kind:
            if self.token in _ASSIGNMENTS:
                self.fail(f"'{self.token}' assigns to something that is no variable")
            self.expected("an operator")
        return expression

    def comma(self) -> Arith:
        left = self.assignment()
        while self.token == ",":
            self.advance()
            left = Binary(",", left, self.assignment())
        return left

    def assignment(self) -> Arith:
        """``name = value``, from right to left; or a conditional expression."""
        if self.kind == _NAME:
            name, pos, start = self.token, self.pos, self.start
            self.advance()
            operator = self.token
            if operator in _ASSIGNMENTS:
                self.advance()
                return Assign(name, operator[:-1], self.assignment())
            self.kind, self.token, self.pos, self.start = _NAME, name, pos, start
        return self.conditional()

    def conditional(self) -> Arith:
        test = self.binary(1)
        if self.token != "?":
            return test
        self.advance()
        yes = self.comma()
        if self.token != ":":
            self.expected("':'")
        self.advance()
        return Conditional(test, yes, self.conditional())

    def binary(self, lowest: int) -> Arith:
        """Operators of level *lowest* and higher; operators of one level from left to right."""
        left = self.unary()
        while True:
            operator = self.token
            if operator == "++" or operator == "--":
                operator = self.first_sign()
            level = _LEVELS.get(operator, 0)
            if level < lowest:
                return left
            self.advance()
            left = Binary(operator, left, self.binary(level + 1))

    def unary(self) -> Arith:
        operator = self.token
        if self.kind != _OPERATOR:
            return self.primary()
        if operator in ("++", "--"):
            self.advance()
            if self.kind == _NAME:
                name = self.token
                self.advance()
                return Increment(name, 1 if operator == "++" else -1, False)
            return Unary(operator[0], Unary(operator[0], self.unary()))
        if operator in ("+", "-", "!", "~"):
            self.advance()
            return Unary(operator, self.unary())
        return self.primary()

    def primary(self) -> Arith:
        if self.kind == _NUMBER:
            value = _constant(self.token)
            if value is None:
                self.fail(f"'{self.token}' is no valid number")
            self.advance()
            return Number(value)
        if self.kind == _NAME:
            name = self.token
            self.advance()
            if self.token == "++" or self.token == "--":
                return self.postfix(name)
            return Variable(name)
        if self.token == "(":
            self.advance()
            inner = self.comma()
            if self.token != ")":
                self.expected("')'")
            self.advance()
            return inner
        self.expected("a number or a variable")

    def postfix(self, name: str) -> Arith:
        """``name++`` and ``name--``; when an operand follows, the second character is a sign of that."""
        operator, start, pos = self.token, self.start, self.pos
        self.advance()
        if self.kind in (_NUMBER, _NAME) or self.token in ("(", "!", "~"):
            self.kind, self.token, self.start, self.pos = _OPERATOR, operator, start, pos
            self.first_sign()
            return Variable(name)
        return Increment(name, 1 if operator == "++" else -1, True)

    def first_sign(self) -> str:
        """Take ``++`` or ``--`` for two signs, the first of which is the token now."""
        self.token = self.token[0]
        self.pos = self.start + 1
        return self.token
