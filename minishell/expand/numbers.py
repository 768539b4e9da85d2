"""Numbers in variables and positional parameters, for arithmetic and ``test``.

A variable is a text, and loops read the same few variables as numbers over and over. So each name has a *cell*: a text that was
last found there, or made there, and the number that it is. While the parameter has this very text (the same object), the number
need not be read again. A cell never says what a variable's value is: its text and its number belong together for ever,
whoever assigns what, in whichever scope or subshell.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from minishell.shell import Shell

    MaybeNumber: TypeAlias = Callable[[], int | None]


class Cell:
    """``number`` is the value of ``text``, a plain decimal number: no sign but ``-``, no leading zero, 64 bits."""

    __slots__ = ("number", "text")

    def __init__(self) -> None:
        self.text = "no number"  # no parameter ever has this object
        self.number = 0


_cells: dict[str, Cell] = {}


def cell_of(name: str) -> Cell:
    """The cell of a variable or a positional parameter."""
    cell = _cells.get(name)
    if cell is None:
        cell = _cells[name] = Cell()
    return cell


_small: dict[str, int] = {}  # texts of the commonest numbers, as far as they came along


def plain_number(text: str) -> int | None:
    """The value of *text* when it is a plain decimal number, and surely not too large."""
    number = _small.get(text)
    if number is not None:
        return number
    if ("1" <= text < ":" and text.isdecimal() and len(text) < 19 and text.isascii()) or text == "0":
        number = int(text)
        if number < 1000:
            _small[text] = number
        return number
    if text[:1] == "-" and "1" <= text[1:] < ":" and text[1:].isdecimal() and len(text) < 20 and text.isascii():
        return int(text)
    return None


def compile_plain_number(name: str, sh: Shell) -> MaybeNumber:
    """The value of a variable or a positional parameter; None when it is unset or no plain decimal number."""
    cell = cell_of(name)
    if name[0].isdecimal():
        index = int(name) - 1

        def run_positional() -> int | None:
            try:
                text = sh.positional[index]
            except IndexError:
                return None
            if text is cell.text:
                return cell.number
            number = plain_number(text)
            if number is not None:
                cell.text, cell.number = text, number
            return number

        return run_positional
    get = sh.variables.values.get

    def run() -> int | None:
        text = get(name)
        if text is cell.text:
            return cell.number
        if text is None:
            return None
        number = plain_number(text)
        if number is not None:
            cell.text, cell.number = text, number
        return number

    return run
