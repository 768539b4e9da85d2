"""``eval``, ``.`` and ``source`` (2.15 eval, dot): run text or a file in the current environment."""

from __future__ import annotations

import os

from minishell.encoding import encode
from minishell.errors import FAILURE, ReturnFunction, ScriptSyntaxError, ShellError, UsageError
from minishell.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

DOT_HELP = """\
{name} file [argument...]

Run the commands of a file in this shell. A name without a slash is looked for
in $PATH; the file need not be executable. Arguments are $1, $2, ... while it
runs. 'return' ends it.
"""

HELP = {
    "eval": """\
eval [argument...]

Join the arguments with blanks, and run the text as commands of this shell.
""",
    ".": DOT_HELP.format(name="."),
    "source": DOT_HELP.format(name="source"),
}


def eval_(sh: Shell, argv: list[str]) -> int:
    """``eval [argument...]``; status 0 when there is nothing to run."""
    words = argv[2:] if argv[1:2] == ["--"] else argv[1:]
    sh.interpreter.run_text(" ".join(words), Source("eval", sh.line or 1))
    return sh.status


def dot(sh: Shell, argv: list[str]) -> int:
    """``. file [argument...]``: the arguments are positional parameters until the file ends, as in ksh, yash and zsh.

    A file that cannot be read gives status 1; the shell ends, since ``.`` is special.
    """
    words = argv[2:] if argv[1:2] == ["--"] else argv[1:]
    if not words:
        raise UsageError("the name of a file is missing")
    path = find_script(sh, words[0])
    outer = sh.positional
    if len(words) > 1:
        sh.positional = words[1:]
    try:
        sh.interpreter.run_file(path)
    except ReturnFunction:
        pass
    except ScriptSyntaxError:
        raise
    except ShellError as error:
        raise ShellError(error.message, FAILURE) from None
    finally:
        # Without arguments the file has the caller's, and may set them.
        if len(words) > 1:
            sh.positional = outer
    return sh.status


def find_script(sh: Shell, name: str) -> str:
    """The path of a script to be read: *name* itself when it has a slash, else the first readable one in PATH.

    Raises ShellError.
    """
    if "/" in name:
        return name
    for directory in (sh.variables.get("PATH") or "").split(":"):
        path = f"{directory or '.'}/{name}"
        encoded = encode(path)
        if os.path.isfile(encoded) and os.access(encoded, os.R_OK):
            return path
    raise ShellError(f"{name}: not found")
