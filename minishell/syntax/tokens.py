"""Reserved words and operators (2.4, 2.10.2), and how they are named in messages."""

from __future__ import annotations

# What a reserved word that cannot begin a command belongs to (2.4).
PARTNERS = {
    "then": "if",
    "elif": "if",
    "else": "if",
    "fi": "if",
    "do": "for', 'while' or 'until",
    "in": "for' or 'case",
    "done": "do",
    "esac": "case",
    "}": "{",
    ")": "(",
    ";;": "case",
    ";&": "case",
}

CLOSING_WORDS = frozenset(("then", "elif", "else", "fi", "do", "done", "esac", "}"))
RESERVED_WORDS = CLOSING_WORDS | {"if", "for", "while", "until", "case", "in", "{", "!", "function"}


def describe(token: str) -> str:
    """*token* for a message; the empty token is the end of the input."""
    if not token:
        return "end of file"
    if token == "\n":
        return "a newline"
    return f"'{token}'"
