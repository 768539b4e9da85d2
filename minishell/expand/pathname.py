"""Pathname expansion (2.6.6, 2.14.3)."""

from __future__ import annotations

import os

from minishell.encoding import decode, encode
from minishell.pattern import has_special, matcher, unescape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.shell import Shell


def expand_pathname(pattern: str, sh: Shell) -> list[str]:
    """The pathnames that match *pattern*, in the order of the locale; none when nothing matches or nothing in it is special.

    Directories are read, one for each component that is a pattern; what cannot be read matches nothing. A dot at the start of a
    name is matched by a dot only, and ``.*`` matches neither ``.`` nor ``..``.
    """
    components = _components(pattern)
    found = [""]
    pending = ""  # components without special characters, not yet looked at
    is_expanded = False
    last = len(components) - 1
    for index, component in enumerate(components):
        if not has_special(component):
            pending += unescape(component) + ("/" if index < last else "")
            continue
        names: list[str] = []
        for prefix in found:
            names += _matching(prefix + pending, component, index < last)
        found = names
        pending = "/" if index < last else ""
        is_expanded = True
        if not found:
            return []
    if not is_expanded:
        return []
    if pending:
        found = [name + pending for name in found]
        if pending != "/":  # after a pattern and a slash only directories were taken
            found = [name for name in found if _exists(name)]
    return _in_order(found, sh)


def _components(pattern: str) -> list[str]:
    """*pattern* cut at its slashes, which a backslash does not hide."""
    components = pattern.split("/")
    if "\\" in pattern:
        for index, component in enumerate(components[:-1]):
            if (len(component) - len(component.rstrip("\\"))) % 2:
                components[index] = component[:-1]
    return components


def _matching(directory: str, pattern: str, wants_directories: bool) -> list[str]:
    """The names in *directory*, which ends in a slash or is empty, that match; with the directory before them."""
    matches = matcher(pattern)
    path = encode(directory or ".")
    try:
        names = _directories(path) if wants_directories else os.listdir(path)
    except (OSError, ValueError):  # ValueError: a NUL
        return []
    if not names:
        return []
    texts = decode(b"/".join(names)).split("/")
    if pattern.startswith((".", "\\.")):
        return [directory + name for name in texts if matches(name)]
    return [directory + name for name in texts if name[0] != "." and matches(name)]


def _directories(path: bytes) -> list[bytes]:
    """The names in a directory that are directories, or symbolic links to such."""
    with os.scandir(path) as entries:
        return [entry.name for entry in entries if _is_directory(entry)]


def _is_directory(entry: os.DirEntry[bytes]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a loop of symbolic links
        return False


def _exists(name: str) -> bool:
    """Whether a pathname is there, be it a symbolic link to nothing."""
    try:
        os.lstat(encode(name))
    except (OSError, ValueError):
        return False
    return True


# Collation


_collation = ["C", "C"]  # what was asked for, and what was set last


def _in_order(names: list[str], sh: Shell) -> list[str]:
    """*names* sorted by the collating sequence of LC_ALL, LC_COLLATE or LANG; in the POSIX locale by their bytes."""
    if len(names) == 1:
        return names
    values = sh.variables.values
    locale = values.get("LC_ALL") or values.get("LC_COLLATE") or values.get("LANG") or "C"
    if locale.partition(".")[0] not in ("C", "POSIX"):
        collate = _collation_key(locale)
        if collate is not None:
            try:
                names.sort(key=collate)
                return names
            except OSError:
                pass  # a name that the C library cannot compare
    names.sort(key=None if all(map(str.isascii, names)) else encode)
    return names


def _collation_key(locale: str) -> Callable[[str], tuple[str, str]] | None:
    """A key that sorts as the locale wants, and what that takes for equal by character; None when there is no such locale."""
    import _locale

    strxfrm = _locale.strxfrm

    if locale != _collation[0]:
        _collation[0] = locale
        try:
            _collation[1] = _locale.setlocale(_locale.LC_COLLATE, locale)
        except _locale.Error:  # type: ignore[attr-defined]
            _collation[1] = "C"
    return None if _collation[1] == "C" else lambda name: (strxfrm(name), name)
