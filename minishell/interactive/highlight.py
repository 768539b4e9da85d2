"""Colours for the line, from the shell's own outline of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prompt_toolkit.lexers import Lexer
from prompt_toolkit.styles import Style

from minishell.encoding import encode
from minishell.syntax.outline import outline
from minishell.syntax.tokens import RESERVED_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.document import Document
    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from minishell.shell import Shell

STYLE = Style.from_dict(
    {
        "shell.command": "ansigreen",
        "shell.unknown": "ansired",
        "shell.keyword": "ansimagenta",
        "shell.operator": "ansiblue",
        "shell.redirection": "ansiblue",
        "shell.assignment": "ansicyan",
        "shell.string": "ansiyellow",
        "shell.parameter": "ansicyan",
        "shell.substitution": "ansimagenta",
        "shell.arithmetic": "ansicyan",
        "shell.comment": "ansibrightblack",
        "shell.heredoc": "ansiyellow",
        "shell.function": "ansigreen",
        "shell.error": "ansired underline",
        "shell.option": "ansicyan",
        "shell.path": "underline",
        "history.label": "ansicyan",
        "history.chosen": "reverse",
        "history.none": "ansibrightblack",
        "auto-suggestion": "ansibrightblack",
        "completion-menu": "noreverse",
        "completion-menu.completion": "bg:default",
        "completion-menu.completion.current": "reverse",
        "completion-menu.meta.completion": "bg:default ansibrightblack",
        "completion-menu.meta.completion.current": "bg:default ansibrightblack",
    }
)

LONGEST_COLOURED = 20_000  # characters; a longer text is shown without colours
SAFE_TYPES = frozenset(
    ("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "f2fs", "apfs", "ufs", "vfat", "ramfs", "rootfs")
)
"""File systems that answer at once: only there a key may ask whether a path exists."""


class ShellLexer(Lexer):
    """Colours a document; what it asked of the system is remembered until ``forget``."""

    def __init__(self, sh: Shell) -> None:
        self._sh = sh
        self._known: dict[str, bool] = {}
        self._paths: dict[str, bool] = {}
        self._mounts: list[tuple[str, bool]] | None = None
        self._text = ""
        self._lines: list[StyleAndTextTuples] = [[]]

    def forget(self) -> None:
        """A new prompt: commands and files may be others now."""
        self._known.clear()
        self._paths.clear()
        self._mounts = None
        self._text = ""
        self._lines = [[]]

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        """The pieces of each line."""
        if document.text != self._text:
            self._lines = self._coloured(document.text)
            self._text = document.text
        lines = self._lines
        return lambda number: lines[number] if number < len(lines) else []

    def _coloured(self, text: str) -> list[StyleAndTextTuples]:
        lines: list[StyleAndTextTuples] = [[]]

        def put(style: str, run: str) -> None:
            first, *rest = run.split("\n")
            if first:
                lines[-1].append((style, first))
            lines.extend([[(style, line)] if line else [] for line in rest])

        position = 0
        if len(text) <= LONGEST_COLOURED:
            for piece in outline(text, self._sh.aliases):
                put("", text[position : piece.start])
                put(self._style(piece.kind, text, piece.start, piece.end), text[piece.start : piece.end])
                position = piece.end
        put("", text[position:])
        return lines

    def _style(self, kind: str, text: str, start: int, end: int) -> str:
        word = text[start:end]
        if kind == "command":
            # A part of a word with quotes or expansions says nothing about the command.
            if is_whole_word(text, start, end) and not self._is_command(word):
                return "class:shell.unknown"
            return "class:shell.command"
        if kind == "word":
            if word.startswith("-") and (start == 0 or text[start - 1] in " \t\n"):
                return "class:shell.option"
            if is_whole_word(text, start, end) and self._exists(word):
                return "class:shell.path"
            return ""
        return f"class:shell.{kind}"

    def _is_command(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._find_command(word)
        return known

    def _find_command(self, word: str) -> bool:
        sh = self._sh
        if "\\" in word or word.startswith("~"):
            return True
        if word in sh.aliases or word in sh.functions or word in RESERVED_WORDS or sh.builtins.find(word) is not None:
            return True
        if "/" in word:
            return self._can_be_asked(word) is False or os.access(encode(word), os.X_OK)
        for directory in (sh.variables.values.get("PATH") or "").split(":"):
            file = f"{directory or '.'}/{word}"
            if self._can_be_asked(file) is False or os.access(encode(file), os.X_OK):
                return True
        return False

    def _exists(self, word: str) -> bool:
        path = word
        if path == "~" or path.startswith("~/"):
            path = self._sh.variables.values.get("HOME", "~") + path[1:]
        known = self._paths.get(path)
        if known is None:
            known = self._paths[path] = "\\" not in path and self._can_be_asked(path) and os.path.exists(encode(path))
        return known

    def _can_be_asked(self, path: str) -> bool:
        """Whether *path* is on a file system that answers at once, as far as its name tells."""
        absolute = path if path.startswith("/") else f"{self._sh.variables.values.get('PWD', '')}/{path}"
        if self._mounts is None:
            self._mounts = mounts()
        absolute = os.path.normpath(absolute)
        for point, is_safe in self._mounts:
            if absolute == point or absolute.startswith(point.rstrip("/") + "/"):
                return is_safe
        return False


def mounts() -> list[tuple[str, bool]]:
    """Mount points, the longest first, and whether each answers at once; an unknown system's root is taken for one that does."""
    try:
        with open("/proc/self/mounts", "rb") as file:
            lines = file.read().decode("utf-8", "surrogateescape").splitlines()
    except OSError:
        return [("/", True)]
    found = {}
    for line in lines:
        fields = line.split(" ")
        if len(fields) > 2:
            point = fields[1].replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n").replace("\\134", "\\")
            found[point] = fields[2] in SAFE_TYPES
    return sorted(found.items(), key=lambda entry: -len(entry[0]))


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Whether the run is a word by itself."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return before in " \t\n;&|(<>" and after in " \t\n;&|)<>"
