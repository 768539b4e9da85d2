"""Reserved words and operators (2.4, 2.10.2), and how they are named in messages."""

from __future__ import annotations

# What a reserved word that cannot begin a command belongs to (2.4).
PARTNERS = {
    "then": "if",
    "elif": "if",
    "else": "if",
    "fi": "if",
    "do": "for', 'while' or 'until",
    "done": "do",
    "esac": "case",
    "}": "{",
    ")": "(",
    ";;": "case",
    ";&": "case",
}

CLOSING_WORDS = frozenset(("then", "elif", "else", "fi", "do", "done", "esac", "}"))
OPENING_WORDS = frozenset(("if", "for", "while", "until", "case", "{", "!", "function"))
RESERVED_WORDS = CLOSING_WORDS | OPENING_WORDS | {"in"}

# Reserved at the beginning of a command; ``in`` is one only after ``for name`` and ``case word``.
COMMAND_WORDS = CLOSING_WORDS | OPENING_WORDS


def describe(token: str) -> str:
    """*token* for a message; the empty token is the end of the input."""
    if not token:
        return "end of file"
    if token == "\n":
        return "a newline"
    return f"'{token}'"
