"""``help``: what a built-in does, as text beside each of them."""

from __future__ import annotations

from minishell.builtin.table import ROWS
from minishell.errors import FAILURE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

HELP = {
    "help": """\
help [name...]

Tell how to use built-ins; without names, list them all.
""",
}


def help_(sh: Shell, argv: list[str]) -> int:
    """``help [name...]``: status 1 when there is no such built-in."""
    names = argv[2:] if argv[1:2] == ["--"] else argv[1:]
    if not names:
        lines = [synopsis(name) for name in sorted(ROWS)]
        sh.write("Built-in commands; 'help name' tells more of one.\n\n" + "".join(f"  {line}\n" for line in lines))
        return 0
    texts = []
    status = 0
    for name in names:
        if name in ROWS:
            texts.append(text_of(name))
        else:
            sh.complain(f"help: {name}: no such built-in; try 'man {name}' or '{name} --help'")
            status = FAILURE
    sh.write("\n".join(texts))
    return status


def text_of(name: str) -> str:
    """The help text of a built-in, its synopsis first."""
    module = __import__(f"minishell.builtin.{ROWS[name][0]}", fromlist=("HELP",))
    text: str = module.HELP[name]
    return text


def synopsis(name: str) -> str:
    """The first line of the help text."""
    return text_of(name).partition("\n")[0]
