"""Completion of the word at the cursor: how the answers of its sources become text of the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.completion import CompleteEvent, Completer, Completion

from minishell.interactive import completion_sources as sources
from minishell.interactive.completion_child import Children
from minishell.interactive.completion_choice import choose, look_behind_prefixes
from minishell.interactive.completion_words import Split, closing, escaped, quoted
from minishell.source import visible
from minishell.syntax.outline import word_at

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable

    from prompt_toolkit.document import Document

    from minishell.interactive.completion_child import Row
    from minishell.shell import Shell
    from minishell.syntax.outline import WordAt

LONGEST_SHOWN = 60  # characters of a description


class ShellCompleter(Completer):
    """Completes for one shell. Slow sources work in child processes while the line stays alive."""

    def __init__(self, sh: Shell) -> None:
        self._sh = sh
        self._children = Children()

    def stop(self) -> None:
        """The prompt is left: nobody waits for answers any more."""
        self._children.stop()

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Nothing: there is only the asynchronous form."""
        return []

    async def get_completions_async(self, document: Document, complete_event: CompleteEvent) -> AsyncGenerator[Completion, None]:
        """The completions at the cursor: what the shell knows itself, then what a child process found out, then files."""
        cursor = document.cursor_position
        word = word_at(document.text, cursor, self._sh.aliases)
        look_behind_prefixes(word)
        split = Split(document.text, cursor, word, self._sh.variables.values)
        choice = choose(self._sh, word)
        rows = [*choice.rows, *(await self._children.ask(choice.question) if choice.question is not None else [])]
        for text, description in unique(rows):
            if text.startswith(word.text):
                yield completion(whole_word(word, text), word.start - cursor, text, description)
        if choice.paths:
            kind, directory, base = choice.paths, split.directory, split.base
            for name, description in await self._children.ask(lambda: sources.paths(directory, base, kind)):
                inserted = split.completed(name.removesuffix("/"), name.endswith("/"))
                yield completion(inserted, split.start - cursor, name, description)


def whole_word(word: WordAt, text: str) -> str:
    """The word as it is to be written when it is *text*."""
    if word.kind == "parameter":
        return text + ("}" if word.is_braced else "")
    if word.kind == "user":
        return text + "/"
    if word.quote:
        return word.quote + escaped(text, word.quote) + closing(word.quote) + " "
    if text.startswith("%"):
        return text + " "  # a job ID, which a backslash would only make harder to read
    return quoted(text) + " "


def completion(text: str, start: int, shown: str, description: str) -> Completion:
    """A completion that cannot command the terminal, whatever the name of a file is."""
    short = description if len(description) <= LONGEST_SHOWN else description[: LONGEST_SHOWN - 1] + "…"
    return Completion(text, start, display=visible(shown.replace("\t", "^I")), display_meta=visible(short.replace("\t", " ")))


def unique(rows: list[Row]) -> list[Row]:
    """The first row for each text."""
    found: dict[str, str] = {}
    for text, description in rows:
        found.setdefault(text, description)
    return list(found.items())
