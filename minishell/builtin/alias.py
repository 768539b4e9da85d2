"""``alias`` and ``unalias`` (XCU alias, unalias)."""

from __future__ import annotations

from minishell.builtin.usage import operands, options
from minishell.errors import FAILURE
from minishell.syntax.quoting import quote_always

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

HELP = {
    "alias": """\
alias [-p] [name[=value]...]

Define aliases, or show them in a form that can be read back in; without
operands all of them.
""",
    "unalias": """\
unalias name...
unalias -a

Remove aliases.

  -a  all of them
""",
}


def alias(sh: Shell, argv: list[str]) -> int:
    """``alias [name[=value]...]``; status 1 when a name is no alias, or cannot be one; the others are seen to."""
    given, names = options(argv, "p")
    if not names or given:
        command = "alias " if given else ""
        sh.write("".join([command + shown(sh, name) for name in sorted(sh.aliases)]))
    status = 0
    for word in names:
        name, equals, value = word.partition("=")
        if equals and name:
            if is_alias_name(name):
                sh.aliases[name] = value
            else:
                sh.complain(f"alias: {name}: bad alias name")
                status = FAILURE
        elif word in sh.aliases:
            sh.write(shown(sh, word))
        else:
            sh.complain(f"alias: {word}: not found")
            status = FAILURE
    return status


def shown(sh: Shell, name: str) -> str:
    """The line that defines an alias."""
    return f"{name}={quote_always(sh.aliases[name])}\n"


def is_alias_name(name: str) -> bool:
    """Whether a word of the shell could be that name: no quotes, expansions, operators or blanks in it."""
    return not any(map("\"'\\$`|&;<>()= \t\n/".__contains__, name))


def unalias(sh: Shell, argv: list[str]) -> int:
    """``unalias name...`` or ``unalias -a``."""
    given, names = options(argv, "a")
    if given:
        sh.aliases.clear()
        return 0
    status = 0
    for name in operands(names, at_least=1):
        if sh.aliases.pop(name, None) is None:
            sh.complain(f"unalias: {name}: not found")
            status = FAILURE
    return status
