"""``export``, ``readonly``, ``unset`` (2.15) and ``local``."""

from __future__ import annotations

from minishell.builtin.usage import is_name, options
from minishell.errors import UsageError
from minishell.syntax.quoting import quote_always

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

HELP = {
    "export": """\
export name[=value]...
export -p

Give variables to utilities in their environment.

  -p  show all exported variables in a form that can be read back in
  -n  take the export attribute away
""",
    "readonly": """\
readonly name[=value]...
readonly -p

Let variables never change again.

  -p  show all of them in a form that can be read back in
""",
    "unset": """\
unset [-v|-f] name...

Remove variables.

  -v  variables (this is the default)
  -f  functions
""",
    "local": """\
local name[=value]...

In a function: what happens to the variables ends with the function. A variable
without '=' keeps its value until it is assigned.
""",
}


def export(sh: Shell, argv: list[str]) -> int:
    """``export [-p] [-n] [name[=value]...]`` (2.15 export)."""
    given, words = options(argv, "pn")
    if not words:
        show(sh, "export", sh.variables.exported)
        return 0
    for word in words:
        name, equals, value = word.partition("=")
        checked(name, word)
        if equals:
            sh.variables.assign(name, value)
        if "n" in given:
            sh.variables.unexport(name)
        else:
            sh.variables.export(name)
    return 0


def readonly(sh: Shell, argv: list[str]) -> int:
    """``readonly [-p] [name[=value]...]`` (2.15 readonly)."""
    _, words = options(argv, "p")
    if not words:
        show(sh, "readonly", sh.variables.readonly)
        return 0
    for word in words:
        name, equals, value = word.partition("=")
        checked(name, word)
        if equals:
            sh.assign(name, value)
        sh.variables.set_readonly(name)
    return 0


def show(sh: Shell, command: str, names: set[str]) -> None:
    """Write commands that give the attribute, and the value of those that are set."""
    lines = []
    for name in sorted(names):
        value = sh.variables.get(name)
        lines.append(f"{command} {name}\n" if value is None else f"{command} {name}={quote_always(value)}\n")
    sh.write("".join(lines))


def checked(name: str, word: str) -> None:
    """Raises UsageError when *name* is none."""
    if not is_name(name):
        raise UsageError(f"{word}: bad variable name")


def unset(sh: Shell, argv: list[str]) -> int:
    """``unset [-fv] name...`` (2.15 unset): a variable, unless ``-f`` asks for a function."""
    given, names = options(argv, "fv")
    for name in names:
        if "f" in given:
            sh.functions.pop(name, None)
        else:
            checked(name, name)
            sh.variables.unset(name)
    return 0


def local(sh: Shell, argv: list[str]) -> int:
    """``local name[=value]...``: as in dash a variable without a value keeps the one that it has."""
    if not sh.function_depth:
        raise UsageError("not in a function")
    _, words = options(argv, "")
    for word in words:
        name, equals, value = word.partition("=")
        checked(name, word)
        sh.variables.declare_local(name)
        if equals:
            sh.assign(name, value)
        elif name == "OPTIND":
            # Others begin anew, too: dash has a place of its own for each function, in bash the variable is unset.
            sh.assign(name, "1")
    return 0
