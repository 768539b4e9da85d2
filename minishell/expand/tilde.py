"""Tilde expansion (2.6.1)."""

from __future__ import annotations

from minishell.encoding import from_system

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.shell import Shell
    from minishell.syntax.nodes import WordPart


def compile_tilde(user: str, following: WordPart | None, sh: Shell) -> Callable[[], str]:
    """``~`` or ``~user``; *following* is the next part of the word.

    Without HOME, or without such a user, the prefix stays as it is. "If the pathname ends with a slash and the tilde-prefix is
    followed by one, the former is left out": so that ``~/x`` is ``/x`` where HOME is ``/``.
    """
    values = sh.variables.values
    is_before_slash = getattr(following, "text", "").startswith("/")

    def run() -> str:
        home = values.get("HOME") if not user else _home_directory(user)
        if home is None:
            return "~" + user
        if is_before_slash and home.endswith("/"):
            return home[:-1]
        return home

    return run


def _home_directory(user: str) -> str | None:
    from pwd import getpwnam

    try:
        return from_system(getpwnam(user).pw_dir)
    except (KeyError, ValueError):  # no such user; a name that cannot be one
        return None
