"""``set`` and ``shift`` (2.15)."""

from __future__ import annotations

from minishell.builtin.usage import operands, unsigned
from minishell.errors import UsageError
from minishell.state.options import LETTERS, NAMES
from minishell.syntax.quoting import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

HELP = {
    "set": """\
set [-abCefhmnuvx] [-o option]... [--] [argument...]
set -o | set +o | set

Turn options on (-) or off (+), and set the positional parameters. Without
arguments show all variables.

  -a allexport   export each variable that is assigned
  -b notify      tell of jobs that ended at once, not before the next prompt
  -C noclobber   let > overwrite no existing file
  -e errexit     leave when a command fails that is not tested
  -f noglob      expand no pathnames
  -h hashall     remember utilities of functions (no effect here)
  -m monitor     job control
  -n noexec      read commands, run none
  -u nounset     expanding an unset parameter is an error
  -v verbose     write input as it is read
  -x xtrace      write commands before they run
     emacs, vi   how lines are edited
     ignoreeof   an end of file does not leave an interactive shell
     nolog       no effect
     pipefail    a pipeline has the status of its last element that failed
     pollreap    reap children at safe points, not in the signal handler
     reapreport  tell of each child in the background that was reaped
""",
    "shift": "shift [n]\n\nDrop the first n positional parameters, 1 when not given.\n",
}


def set_(sh: Shell, argv: list[str]) -> int:
    """``set`` (2.15 set)."""
    count = len(argv)
    if count == 1:
        show_variables(sh)
        return 0
    index = 1
    while index < count:
        word = argv[index]
        if len(word) < 2 or word[0] not in "-+":
            if word == "-":
                # Obsolescent: turns -v and -x off, and the rest are operands.
                sh.set_option("verbose", False)
                sh.set_option("xtrace", False)
                index += 1
                if index == count:
                    return 0
            elif word == "+":
                index += 1
                if index == count:
                    return 0
            break
        index += 1
        if word == "--":
            sh.positional = argv[index:]
            return 0
        value = word[0] == "-"
        for letter in word[1:]:
            if letter == "o":
                if index == count:
                    show_options(sh, value)
                    return 0
                name = argv[index]
                index += 1
                if name not in NAMES:
                    raise UsageError(f"{name}: no such option")
                change(sh, name, value)
            elif letter in LETTERS:
                change(sh, LETTERS[letter], value)
            else:
                raise UsageError(f"{word[0]}{letter}: unknown option")
    if index < count:
        sh.positional = argv[index:]
    return 0


def change(sh: Shell, name: str, value: bool) -> None:
    """Set one option; ``vi`` and ``emacs`` exclude each other."""
    sh.set_option(name, value)
    if value and name in ("vi", "emacs"):
        sh.set_option("emacs" if name == "vi" else "vi", False)


def show_variables(sh: Shell) -> None:
    """All variables, in a form that can be read back in."""
    get = sh.variables.get
    sh.write("".join([f"{name}={shown(get(name) or '')}\n" for name in sh.variables.names()]))


def shown(value: str) -> str:
    """A value as part of an assignment."""
    return quote(value) if value else "''"


def show_options(sh: Shell, for_people: bool) -> None:
    """``set -o`` for people, ``set +o`` as commands."""
    lines = []
    for name in sorted(NAMES):
        value = getattr(sh.options, name)
        if for_people:
            lines.append(f"{name:<16}{'on' if value else 'off'}\n")
        else:
            lines.append(f"set {'-' if value else '+'}o {name}\n")
    sh.write("".join(lines))


def shift(sh: Shell, argv: list[str]) -> int:
    """``shift [n]`` (2.15 shift). More than there are is an error, as in dash and ksh, and nothing is dropped."""
    if len(argv) == 1:
        positional = sh.positional
        if not positional:
            raise UsageError("1: more than there are parameters")
        del positional[0]
        return 0
    words = argv[2:] if argv[1] == "--" else argv[1:]
    given = operands(words, at_most=1)
    count = unsigned(given[0]) if given else 1
    if count > len(sh.positional):
        raise UsageError(f"{count}: more than there are parameters")
    del sh.positional[:count]
    return 0
