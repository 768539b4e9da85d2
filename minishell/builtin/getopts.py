"""``getopts`` (XCU getopts)."""

from __future__ import annotations

from minishell.builtin.usage import decimal, is_name
from minishell.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

HELP = {
    "getopts": """\
getopts options name [argument...]

Get the next option from the arguments, else from the positional parameters,
into the variable; its argument into OPTARG. A letter in options with a ':'
after it takes an argument; a ':' at the beginning silences messages. OPTIND is
the number of the next argument; set it to 1 to begin anew. Status 1 at the
end of the options.
""",
}


class Place(str):
    """OPTIND's value after ``getopts``: the next argument's number as text, and how far it is inside of a word of options.

    So the two are one thing, for ``local`` and for subshells; whoever assigns OPTIND, assigns a plain text, and begins anew.
    """

    __slots__ = ("number", "position")

    number: int
    position: int


_places: dict[tuple[int, int], Place] = {}


def place_of(number: int, position: int) -> Place:
    """The Place, made once for each of the first."""
    place = _places.get((number, position))
    if place is None:
        place = Place(number)
        place.number, place.position = number, position
        if len(_places) < 100:
            _places[number, position] = place
    return place


def getopts(sh: Shell, argv: list[str]) -> int:
    """``getopts optstring name [argument...]``: status 1 only at the end of the options."""
    words = argv[2:] if len(argv) > 1 and argv[1] == "--" else argv[1:]
    if len(words) < 2:
        raise UsageError("options and a variable's name are needed")
    letters, name = words[0], words[1]
    if not is_name(name):
        raise UsageError(f"{name}: bad variable name")
    arguments = words[2:] or sh.positional
    is_silent = letters[:1] == ":"
    place = sh.variables.values.get("OPTIND", "1")
    if isinstance(place, Place):
        number, position = place.number, place.position
    else:
        number, position = max(decimal(place) or 1, 1), 0
    word = arguments[number - 1] if number <= len(arguments) else ""
    if position == 0 or position >= len(word):
        if len(word) < 2 or word[0] != "-" or word == "--":
            return end(sh, name, number + 1 if word == "--" else min(number, len(arguments) + 1))
        position = 1
    letter = word[position]
    position += 1
    found = letters.find(letter, 1 if is_silent else 0)
    argument: str | None = None
    if letter == ":" or found < 0:
        if is_silent:
            argument = letter
        else:
            sh.complain(f"getopts: -{letter}: unknown option")
        letter = "?"
    elif letters[found + 1 : found + 2] == ":":
        if position < len(word):
            argument = word[position:]
        elif number < len(arguments):
            argument = arguments[number]
            number += 1
        elif is_silent:
            argument, letter = letter, ":"
        else:
            sh.complain(f"getopts: -{letter}: needs an argument")
            letter = "?"
        position = len(word)
    if position >= len(word):
        position = 0
        number += 1
    leave(sh, number, position, argument)
    assign(sh, name, letter)
    return 0


def end(sh: Shell, name: str, number: int) -> int:
    """No option is left; *number* is that of the first operand."""
    leave(sh, number, 0, None)
    sh.assign(name, "?")
    return 1


def leave(sh: Shell, number: int, position: int, argument: str | None) -> None:
    """Set OPTIND and OPTARG. Raises AssignmentError."""
    variables = sh.variables
    assign(sh, "OPTIND", place_of(number, position))
    if argument is not None:
        assign(sh, "OPTARG", argument)
    elif "OPTARG" in variables.values:
        variables.unset("OPTARG")


def assign(sh: Shell, name: str, value: str) -> None:
    """Assign a variable, directly where that is the same. Raises AssignmentError."""
    if name in sh.variables.guarded or sh.options.allexport:
        sh.assign(name, value)
    else:
        sh.variables.values[name] = value
