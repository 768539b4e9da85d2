"""``type`` and ``hash`` (XCU type, hash): what names stand for, and where utilities were found."""

from __future__ import annotations

from minishell import search
from minishell.builtin.usage import options
from minishell.errors import FAILURE, ShellError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

HELP = {
    "type": """\
type name...

Tell what each name is as the name of a command: an alias, a keyword, a function,
a built-in, or the path of a utility.
""",
    "hash": """\
hash [name...]
hash -r

Find utilities in $PATH and remember where they are; without names, list those
that are remembered.

  -r  forget them all
""",
}

IN_WORDS = {search.KEYWORD: "shell keyword", search.SPECIAL: "special shell builtin", search.BUILTIN: "shell builtin"}


def type_(sh: Shell, argv: list[str]) -> int:
    """``type name...``: status 1 when a name is nothing."""
    _, names = options(argv, "")
    status = 0
    for name in names:
        found = search.kind_of(sh, name)
        if found is None:
            sh.complain(f"type: {name}: not found")
            status = FAILURE
        else:
            sh.write(describe(sh, name, *found) + "\n")
    return status


def describe(sh: Shell, name: str, kind: str, text: str) -> str:
    """In words what ``search.kind_of`` found; of a function also its definition."""
    if kind == search.ALIAS:
        return f"{name} is an alias for {text}"
    if kind == search.FUNCTION:
        from minishell.syntax.unparse import pretty

        return f"{name} is a function\n" + pretty(sh.functions[name].definition).rstrip("\n")
    if kind == search.FILE:
        return f"{name} is {text}"
    return f"{name} is a {IN_WORDS[kind]}"


def hash_(sh: Shell, argv: list[str]) -> int:
    """``hash [-r] [name...]``: built-ins and functions have no place to remember, which is no error."""
    given, names = options(argv, "r")
    if "r" in given:
        sh.locations.clear()
    elif not names:
        sh.write("".join(f"{file}\n" for file in sh.locations.values()))
    status = 0
    for name in names:
        if "/" in name or name in sh.functions or sh.builtins.find(name) is not None:
            continue
        try:
            search.remember(sh, name, search.search(name, sh.variables.get("PATH")))
        except ShellError as error:
            sh.complain(f"hash: {error.message}")
            status = FAILURE
    return status
