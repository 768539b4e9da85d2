"""Quoting (2.2): text to a word that any POSIX shell reads back as that text."""

from __future__ import annotations

SAFE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@%+:,./-")


def quote(text: str) -> str:
    """*text* as it is where it needs no quotes, else in single quotes."""
    if text and SAFE.issuperset(text):
        return text
    return quote_always(text)


def quote_always(text: str) -> str:
    """*text* in single quotes; a single quote in it stands between two quoted parts, in double quotes or escaped."""
    return "'" + text.replace("'", "'\\''") + "'"
