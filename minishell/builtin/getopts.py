"""``getopts`` (XCU getopts)."""

from __future__ import annotations

from minishell.builtin.usage import is_name
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


def getopts(sh: Shell, argv: list[str]) -> int:
    """``getopts optstring name [argument...]``: where it stands inside a cluster is ``variables.option_index``."""
    words = argv[2:] if len(argv) > 1 and argv[1] == "--" else argv[1:]
    if len(words) < 2:
        raise UsageError("options and a variable's name are needed")
    letters, name = words[0], words[1]
    if not is_name(name):
        raise UsageError(f"{name}: bad variable name")
    arguments = words[2:] if len(words) > 2 else sh.positional
    is_silent = letters.startswith(":")
    variables = sh.variables
    text = variables.values.get("OPTIND", "1")
    number = int(text) if text.isascii() and text.isdigit() and int(text) > 0 else 1
    position = variables.option_index
    word = arguments[number - 1] if number <= len(arguments) else ""
    if position == 0 or position >= len(word):
        position = 0
        if len(word) < 2 or word[0] != "-" or word == "--":
            if word == "--":
                number += 1
            return end(sh, name, number)
        position = 1
    letter = word[position]
    position += 1
    place = letters.find(letter, 1 if is_silent else 0)
    argument: str | None = None
    if letter == ":" or place < 0:
        if is_silent:
            argument = letter
        else:
            sh.complain(f"getopts: -{letter}: unknown option")
        letter = "?"
    elif letters[place + 1 : place + 2] == ":":
        if position < len(word):
            argument = word[position:]
            position = len(word)
        elif number < len(arguments):
            argument = arguments[number]
            number += 1
            position = len(word)
        else:
            position = len(word)
            if is_silent:
                argument, letter = letter, ":"
            else:
                sh.complain(f"getopts: -{letter}: needs an argument")
                letter = "?"
    if position >= len(word):
        position = 0
        number += 1
    sh.assign("OPTIND", str(number))
    variables.option_index = position
    if argument is None:
        variables.unset("OPTARG")
    else:
        sh.assign("OPTARG", argument)
    sh.assign(name, letter)
    return 0


def end(sh: Shell, name: str, number: int) -> int:
    """No option is left."""
    sh.assign("OPTIND", str(number))
    sh.variables.option_index = 0
    sh.variables.unset("OPTARG")
    sh.assign(name, "?")
    return 1
