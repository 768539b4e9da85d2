"""``command`` (XCU command) and ``exec`` (2.15 exec)."""

from __future__ import annotations

from minishell import search
from minishell.builtin.identify import describe
from minishell.builtin.usage import options
from minishell.errors import FAILURE, ScriptSyntaxError, ShellError
from minishell.syntax.quoting import quote_always

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

HELP = {
    "command": """\
command [-p] name [argument...]
command [-p] -v name...
command [-p] -V name...

Run a utility or a built-in, but no function of that name. Errors of a special
built-in do not end the shell then, and assignments before it do not stay.

  -p  look for utilities in the system's own directories instead of $PATH
  -v  tell where name would be found: its path, itself, or the alias's definition
  -V  tell what name is, in words
""",
    "exec": """\
exec [-a name] [utility [argument...]]

Replace the shell by a utility. Without one, let the redirections of this
command stay in force for the shell.

  -a name  give the utility this name in place of its own ($0)
""",
}


def command(sh: Shell, argv: list[str]) -> int:
    """``command [-p] [-v|-V] name [argument...]``."""
    given, words = options(argv, "pvV")
    path = search.default_path() if "p" in given else None
    if "v" in given or "V" in given:
        return identify(sh, words, path, is_verbose=next(letter for letter in reversed(given) if letter in "vV") == "V")
    if not words:
        return 0
    try:
        return sh.interpreter.execute(words, path)
    except ScriptSyntaxError:
        raise
    except ShellError as error:
        # Told in the name of the built-in that failed.
        sh.complain(f"{words[0]}: {error.message}")
        return error.status


def identify(sh: Shell, names: list[str], path: str | None, is_verbose: bool) -> int:
    """``command -v`` and ``-V``: status 1 when a name is nothing, which only ``-V`` says aloud."""
    status = 0
    for name in names:
        found = search.kind_of(sh, name, path)
        if found is None:
            status = FAILURE
            if is_verbose:
                sh.complain(f"command: {name}: not found")
        elif is_verbose:
            sh.write(describe(sh, name, *found) + "\n")
        else:
            kind, text = found
            sh.write((f"alias {name}={quote_always(text)}" if kind == search.ALIAS else text) + "\n")
    return status


def exec_(sh: Shell, argv: list[str]) -> int:
    """``exec [-a name] [utility [argument...]]``. Raises ShellError with 126 or 127, which ends a script."""
    given, words = options(argv, "a:")
    if words:
        sh.interpreter.replace(words, given.get("a"))
    sh.keep_redirections = True
    return 0
