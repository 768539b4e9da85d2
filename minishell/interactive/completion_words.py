"""Words as they are typed: what they stand for as paths, and how a completed one is quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from minishell.syntax.outline import WordAt

SPECIAL = frozenset(" \t\n\\'\"`$&|;()<>*?[]#~=%!{}^")
VARIABLE = re.compile(r"\$(?:\{([A-Za-z_][A-Za-z0-9_]*)\}|([A-Za-z_][A-Za-z0-9_]*))")
NAMED_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\033": "\\e", "\a": "\\a", "\\": "\\\\", "'": "\\'"}


class Split:
    """A word for a path, cut after its last slash: the part before stays as it was typed.

    ``directory``: what the part before stands for, "" for none; ``base``: the rest, unquoted; ``start``: offset in the line
    where the rest begins; ``opens``: a quote that begins in the rest and is open at the cursor, ``inside``: one that began
    before it.
    """

    def __init__(self, line: str, cursor: int, word: WordAt, values: Mapping[str, str]) -> None:
        raw = line[word.start : cursor]
        slash = raw.rfind("/")
        self.start = word.start + slash + 1
        directory, found, self.base = word.text.rpartition("/")
        self.directory = expanded(directory + found, raw, values)
        tail = raw[slash + 1 :]
        self.opens = word.quote if word.quote and word.quote in tail else ""
        self.inside = word.quote if not self.opens else ""

    def completed(self, name: str, is_directory: bool) -> str:
        """The rest of the word when it is *name*: a directory is left open for more, anything else is closed."""
        if self.inside:
            return escaped(name, self.inside) + ("/" if is_directory else closing(self.inside) + " ")
        if self.opens:
            return self.opens + escaped(name, self.opens) + ("/" if is_directory else closing(self.opens) + " ")
        # A tilde or hash means something only at the beginning, and a dash nowhere.
        return quoted(name) + ("/" if is_directory else " ")


def expanded(path: str, raw: str, values: Mapping[str, str]) -> str:
    """*path* with a tilde or variables replaced that *raw*, the word as typed, has outside quotes that keep them."""
    if raw.startswith("~/"):
        path = values.get("HOME", "~") + path[1:]
    elif raw.startswith("~"):
        path = home_of(path)
    if "$" in raw and not raw.startswith("'"):
        path = VARIABLE.sub(lambda match: values.get(match[1] or match[2], ""), path)
    return path


def home_of(path: str) -> str:
    """``~name/…`` with the user's home directory; unchanged when there is no such user."""
    import pwd

    name, slash, rest = path[1:].partition("/")
    try:
        return pwd.getpwnam(name).pw_dir + slash + rest
    except (KeyError, ValueError):
        return path


def quoted(text: str) -> str:
    """*text* as a word without quotes where backslashes will do; control characters need ``$'…'``."""
    if any([ord(character) < 32 or ord(character) == 127 for character in text]):
        return "$'" + escaped(text, "$'") + "'"
    return "".join(["\\" + character if character in SPECIAL else character for character in text])


def escaped(text: str, quote: str) -> str:
    """*text* within an open *quote*."""
    if quote == "'":
        return text.replace("'", "'\\''")
    if quote == '"':
        return "".join(["\\" + character if character in '$`"\\' else character for character in text])
    return "".join([escaped_character(character) for character in text])


def escaped_character(character: str) -> str:
    """A character within ``$'…'``."""
    known = NAMED_ESCAPES.get(character)
    if known is not None:
        return known
    code = ord(character)
    return f"\\{code:03o}" if code < 32 or code == 127 else character


def closing(quote: str) -> str:
    """What ends an open quote."""
    return quote[-1]
