"""``set -x``: each command on standard error after PS4, before it runs."""

from __future__ import annotations

from minishell.expand.words import compile_text
from minishell.syntax.quoting import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell


def trace(sh: Shell, assignments: list[str], argv: list[str]) -> None:
    """Write one line; PS4 undergoes parameter expansion (2.5.3), with tracing off meanwhile."""
    shown = []
    for text in assignments:
        name, _, value = text.partition("=")
        shown.append(f"{name}={quote(value) if value else ''}")
    shown += map(quote, argv)
    sh.write_error(prefix(sh) + " ".join(shown) + "\n")


def prefix(sh: Shell) -> str:
    """PS4, expanded; as it stands when it cannot be."""
    text = sh.variables.values.get("PS4", "")
    if "$" not in text and "`" not in text:
        return text
    from minishell.errors import Divert, ShellError
    from minishell.source import Source
    from minishell.syntax.parser import parse_text

    status = sh.status
    sh.set_option("xtrace", False)
    try:
        return compile_text(parse_text(text, Source("PS4")), sh)()
    except (ShellError, Divert):
        return text
    finally:
        sh.set_option("xtrace", True)
        sh.status = status
