"""Command search (2.9.1.4): what a name stands for, and where a utility is."""

from __future__ import annotations

import os
import stat

from minishell.encoding import encode
from minishell.errors import NOT_EXECUTABLE, NOT_FOUND, ShellError
from minishell.syntax.tokens import RESERVED_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

ALIAS, KEYWORD, SPECIAL, FUNCTION, BUILTIN, FILE = "alias", "keyword", "special built-in", "function", "built-in", "file"


def find_external(sh: Shell, name: str, path: str | None = None) -> str:
    """The file of a utility: *name* itself when it has a slash, else the first executable file of that name in PATH.

    ``path`` is searched instead of PATH when given; what is found there is not remembered.
    Raises ShellError: 127 when there is no such file, 126 when there is one that cannot be executed.
    """
    if "/" in name:
        return checked(name)
    if path is not None:
        return search(name, path)
    known = sh.locations.get(name)
    if known is not None and os.access(encode(known), os.X_OK):
        return known
    found = search(name, sh.variables.get("PATH"))
    # What was found below the current directory would be wrong after the next cd.
    if found.startswith("/") and sh.options.hashall:
        remember(sh, name, found)
    return found


def remember(sh: Shell, name: str, file: str) -> None:
    """Let *name* be found at once from now on, until PATH is assigned."""
    hooks = sh.variables.hooks
    if "PATH" not in hooks:
        sh.variables.add_hook("PATH", lambda value: sh.locations.clear())
    sh.locations[name] = file


def checked(name: str) -> str:
    """A name with a slash, which is a pathname. Raises ShellError."""
    try:
        mode = os.stat(encode(name)).st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise ShellError(f"{name}: not found", NOT_FOUND) from None
    except OSError as error:
        raise ShellError(f"{name}: {error.strerror}", NOT_EXECUTABLE) from None
    if stat.S_ISDIR(mode):
        raise ShellError(f"{name}: is a directory", NOT_EXECUTABLE)
    if not os.access(encode(name), os.X_OK):
        raise ShellError(f"{name}: Permission denied", NOT_EXECUTABLE)
    return name


def search(name: str, path: str | None) -> str:
    """The first executable file in the directories of *path*; a file that is not executable is passed over.

    An empty element is the current directory (XBD 8.3). Without any path nothing is found. Raises ShellError.
    """
    was_refused = False
    if name and path is not None:
        for directory in path.split(":"):
            file = f"{directory or '.'}/{name}"
            encoded = encode(file)
            try:
                mode = os.stat(encoded).st_mode
            except OSError:
                continue
            if stat.S_ISDIR(mode):
                continue
            if os.access(encoded, os.X_OK):
                return file
            was_refused = True
    if was_refused:
        raise ShellError(f"{name}: Permission denied", NOT_EXECUTABLE)
    raise ShellError(f"{name or repr(name)}: not found", NOT_FOUND)


def default_path() -> str:
    """A PATH that finds all standard utilities (``command -p``)."""
    return os.confstr("CS_PATH") or "/bin:/usr/bin"


def absolute(sh: Shell, file: str) -> str:
    """*file* from the root; its directories are not looked at."""
    if file.startswith("/"):
        return file
    while file.startswith("./"):
        file = file[2:].lstrip("/")
    directory = sh.variables.get("PWD") or "."
    return f"{directory.rstrip('/')}/{file}"


def kind_of(sh: Shell, name: str, path: str | None = None) -> tuple[str, str] | None:
    """What *name* stands for as a command's name: one of the kinds above, and the alias's value or the utility's file.

    None when it stands for nothing. ``path``: as for ``find_external``.
    """
    value = sh.aliases.get(name)
    if value is not None:
        return ALIAS, value
    if name in RESERVED_WORDS:
        return KEYWORD, name
    builtin = sh.builtins.find(name)
    if builtin is not None and builtin.is_special:
        return SPECIAL, name
    if name in sh.functions:
        return FUNCTION, name
    if builtin is not None:
        return BUILTIN, name
    try:
        return FILE, absolute(sh, find_external(sh, name, path))
    except ShellError:
        return None
