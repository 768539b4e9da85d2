"""Alias substitution (2.3.1): an alias's name in the text is replaced by its value, and the text is read again from there."""

from __future__ import annotations

from minishell.syntax.lexer import Lexer


class Expanded:
    """An alias whose value stands in the text before offset ``end``; it is not substituted in its own value."""

    __slots__ = ("end", "ends_blank", "name")

    def __init__(self, name: str, end: int, ends_blank: bool) -> None:
        self.name = name
        self.end = end
        self.ends_blank = ends_blank


class AliasSubstitution(Lexer):
    """The part of the parser that knows aliases. ``candidate``: where an argument stands that may be an alias, too."""

    candidate = -1

    def substitute_alias(self, name: str, start: int) -> bool:
        """Substitute *name*, an unquoted word at offset *start* in command position; whether it was an alias.

        No blank is added after the value: it may end in the middle of a token that the text after it goes on with.
        """
        if name not in self.aliases:
            return False
        self.leave_values(start)
        for active in self.expanded:
            if active.name == name:
                return False
        value = self.aliases[name]
        self.replace(start, start + len(name), value)
        self.expanded.append(Expanded(name, start + len(value), value[-1:] in (" ", "\t")))
        return True

    def leave_values(self, start: int) -> bool:
        """Forget the aliases whose values end before *start*; whether one of them ended with a blank, so that the word
        at *start* is to be checked too."""
        expanded = self.expanded
        ends_blank = False
        while expanded and expanded[-1].end <= start:
            ends_blank = expanded.pop().ends_blank or ends_blank
        return ends_blank
