"""^R: a list of the commands that contain what is typed, below the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import Condition, has_focus
from prompt_toolkit.layout import BufferControl, ConditionalContainer, FormattedTextControl, HSplit, VSplit, Window

from minishell.source import visible

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.key_binding.key_processor import KeyPressEvent
    from prompt_toolkit.layout import AnyContainer

    from minishell.interactive.history import History

LENGTH = 8  # commands that are shown
WIDTH = 1000  # characters of a command that are shown at most


class HistoryList:
    """The list, the line with the words that are looked for, and the keys for both.

    Commands must contain every word, in any order. ^R and the up arrow go to older ones, ^S and the down arrow to newer ones;
    Enter, Tab and the right arrow take the command into the line, ^G, Esc and ^C leave the line as it was.
    """

    def __init__(self, history: History | None) -> None:
        self._history = history
        self._words = Buffer(name="history", multiline=False, on_text_changed=lambda _: self._look())
        self._found: list[str] = []
        self._chosen = 0

    def container(self) -> AnyContainer:
        """What is shown below the line while the list is in use."""
        words = VSplit(
            [
                Window(FormattedTextControl([("class:history.label", "history: ")]), width=9, height=1),
                Window(BufferControl(self._words), height=1),
            ]
        )
        listing = Window(FormattedTextControl(self._lines), dont_extend_height=True, wrap_lines=False)
        return ConditionalContainer(HSplit([words, listing]), Condition(has_focus("history")))

    def bind(self, keys: KeyBindings, on_line: Condition) -> None:
        """Bind the keys that open and use the list."""
        in_list = has_focus("history")

        @keys.add("c-r", filter=on_line)
        def begin(event: KeyPressEvent) -> None:
            if self._history is not None:
                text = event.current_buffer.text
                self._words.reset(Document(text, len(text)))
                self._look()
                event.app.layout.focus(self._words)

        @keys.add("c-r", filter=in_list)
        @keys.add("up", filter=in_list)
        @keys.add("c-p", filter=in_list)
        def older(event: KeyPressEvent) -> None:
            self._chosen = min(self._chosen + 1, max(0, len(self._found) - 1))

        @keys.add("c-s", filter=in_list)
        @keys.add("down", filter=in_list)
        @keys.add("c-n", filter=in_list)
        def newer(event: KeyPressEvent) -> None:
            self._chosen = max(0, self._chosen - 1)

        @keys.add("enter", filter=in_list)
        @keys.add("c-j", filter=in_list)
        @keys.add("tab", filter=in_list)
        @keys.add("right", filter=in_list)
        def take(event: KeyPressEvent) -> None:
            event.app.layout.focus(DEFAULT_BUFFER)
            if self._found:
                text = self._found[self._chosen]
                event.current_buffer.document = Document(text, len(text))

        @keys.add("c-g", filter=in_list)
        @keys.add("c-c", filter=in_list)
        @keys.add("escape", filter=in_list)
        def leave(event: KeyPressEvent) -> None:
            event.app.layout.focus(DEFAULT_BUFFER)

    def _look(self) -> None:
        if self._history is not None:
            self._found = self._history.search(self._words.text.split(), 10 * LENGTH)
        self._chosen = 0

    def _lines(self) -> StyleAndTextTuples:
        if not self._found:
            return [("class:history.none", "no such command")]
        first = max(0, self._chosen - LENGTH + 1)
        lines: StyleAndTextTuples = []
        for index, text in enumerate(self._found[first : first + LENGTH], first):
            style = "class:history.chosen" if index == self._chosen else ""
            shown = visible(text[:WIDTH].replace("\n", " ↵ ").replace("\t", " "))
            lines.append((style, ("\n" if lines else "") + ("> " if index == self._chosen else "  ") + shown))
        return lines
