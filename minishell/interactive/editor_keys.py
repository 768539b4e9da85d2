"""What keys do, beyond what they do in any prompt-toolkit program."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prompt_toolkit.application.current import get_app
from prompt_toolkit.auto_suggest import AutoSuggest, Suggestion
from prompt_toolkit.document import Document
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import Condition, has_focus, vi_navigation_mode
from prompt_toolkit.history import History as ToolkitHistory
from prompt_toolkit.key_binding import KeyBindings

from minishell.encoding import decode, encode
from minishell.errors import Interrupt, ShellError
from minishell.interactive.plain import is_incomplete
from minishell.source import Source
from minishell.syntax.quoting import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.key_binding.key_processor import KeyPressEvent

    from minishell.interactive.history import History
    from minishell.interactive.history_search import HistoryList
    from minishell.shell import Shell

LAST_ARGUMENTS = 100  # commands that Alt-. goes back through
LONGEST_SUGGESTED = 1000  # characters of a line beyond which nothing is suggested


class Pause:
    """A result of the prompt: leave it, do ``action``, and come back with the text that it gives (None: as it was)."""

    def __init__(self, action: Callable[[], str | None]) -> None:
        self.action = action


class LineHistory(ToolkitHistory):
    """The newest commands, for the keys of prompt-toolkit that take an argument from them (Alt-.)."""

    def __init__(self, history: History | None) -> None:
        super().__init__()
        self._history = history

    def load_history_strings(self) -> Iterable[str]:
        """None: arrows ask the database themselves, and large histories cost nothing at a prompt."""
        return []

    def get_strings(self) -> list[str]:
        """The newest commands, the oldest first."""
        return self._history.recent(LAST_ARGUMENTS) if self._history is not None else []

    def append_string(self, string: str) -> None:
        """Nothing: the loop adds what is run."""

    def store_string(self, string: str) -> None:
        """Nothing, see ``append_string``."""


class Suggester(AutoSuggest):
    """Suggests the newest command that goes on from the line, rather one that was run in the same directory."""

    def __init__(self, sh: Shell, history: History | None) -> None:
        self._sh = sh
        self._history = history

    def get_suggestion(self, buffer: Buffer, document: Document) -> Suggestion | None:
        """What would have to be typed yet."""
        text = document.text
        if self._history is None or not text.strip() or len(text) > LONGEST_SUGGESTED:
            return None
        found = self._history.suggest(text, self._sh.variables.values.get("PWD", ""))
        return Suggestion(found[len(text) :]) if found else None


class PrefixWalk:
    """The arrow keys' way through the history: entries that begin with what stood before the cursor at the first step."""

    def __init__(self, history: History | None) -> None:
        self._history = history
        self._shown: str | None = None
        self._prefix = ""
        self._own = ""  # the line at the first step
        self._number: int | None = None

    def step(self, buffer: Buffer, goes_back: bool) -> None:
        """Show the next older or newer entry; after the newest, the line as it was. At the oldest nothing happens."""
        if self._history is None:
            return
        if buffer.text != self._shown:
            self._own = buffer.text
            self._prefix = buffer.document.text_before_cursor
            self._number = None
        if goes_back:
            found = self._history.before(self._prefix, self._number)
            # Entries that are the same as what is shown already would look as if the key did nothing.
            while found is not None and found[1] == buffer.text:
                found = self._history.before(self._prefix, found[0])
            if found is None:
                return
        elif self._number is None:
            return
        else:
            found = self._history.after(self._prefix, self._number)
            while found is not None and found[1] == buffer.text:
                found = self._history.after(self._prefix, found[0])
        self._number, text = found if found is not None else (None, self._own)
        buffer.document = Document(text, len(text))
        self._shown = text


def bindings(sh: Shell, history: History | None, listing: HistoryList) -> KeyBindings:
    """All key bindings of the shell's own; they go before those of prompt-toolkit."""
    keys = KeyBindings()
    on_line = has_focus(DEFAULT_BUFFER)
    bind_line_keys(keys, sh, on_line)
    bind_history_keys(keys, history, on_line)
    listing.bind(keys, on_line)
    return keys


def bind_line_keys(keys: KeyBindings, sh: Shell, on_line: Condition) -> None:
    """Enter, ^C, ^D, and the editor."""

    @keys.add("enter", filter=on_line)
    @keys.add("c-j", filter=on_line)
    def accept(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state is not None and buffer.complete_state.current_completion is not None:
            buffer.complete_state = None  # takes what the menu shows
        elif is_incomplete(sh, buffer.text + "\n"):
            buffer.newline(copy_margin=False)
        else:
            buffer.cursor_position = len(buffer.text)
            buffer.validate_and_handle()

    @keys.add("escape", "enter", filter=on_line)
    @keys.add("escape", "c-j", filter=on_line)
    def new_line(event: KeyPressEvent) -> None:
        event.current_buffer.newline(copy_margin=False)

    @keys.add("c-c", filter=on_line)
    def interrupt(event: KeyPressEvent) -> None:
        event.current_buffer.cursor_position = len(event.current_buffer.text)
        event.app.renderer.farewell = "^C"  # type: ignore[attr-defined]
        event.app.exit(exception=Interrupt())

    @keys.add("c-d", filter=on_line & Condition(lambda: not get_app().current_buffer.text))
    def end(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError())

    @keys.add("c-z", filter=on_line)
    def undo(event: KeyPressEvent) -> None:
        event.current_buffer.undo()

    @keys.add("c-x", "c-e", filter=on_line)
    @keys.add("v", filter=on_line & vi_navigation_mode)
    def edit(event: KeyPressEvent) -> None:
        text = event.current_buffer.text
        event.app.erase_when_done = True
        event.app.exit(result=Pause(lambda: edited(sh, text)))


def bind_history_keys(keys: KeyBindings, history: History | None, on_line: Condition) -> None:
    """Up and down: within a text of several lines, through a menu, else through the history."""
    walk = PrefixWalk(history)

    @keys.add("up", filter=on_line)
    @keys.add("c-p", filter=on_line)
    @keys.add("k", filter=on_line & vi_navigation_mode)
    def up(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state is not None:
            buffer.complete_previous()
        elif buffer.document.cursor_position_row > 0:
            buffer.cursor_up(event.arg)
        else:
            walk.step(buffer, goes_back=True)

    @keys.add("down", filter=on_line)
    @keys.add("c-n", filter=on_line)
    @keys.add("j", filter=on_line & vi_navigation_mode)
    def down(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state is not None:
            buffer.complete_next()
        elif buffer.document.cursor_position_row < buffer.document.line_count - 1:
            buffer.cursor_down(event.arg)
        else:
            walk.step(buffer, goes_back=False)


def edited(sh: Shell, text: str) -> str | None:
    """*text* after $VISUAL or $EDITOR has been at it; None when the editor failed. Raises ShellError."""
    from tempfile import mkstemp

    values = sh.variables.values
    editor = values.get("VISUAL") or values.get("EDITOR") or "vi"
    status = sh.status
    try:
        fd, path = mkstemp(prefix="minishell-", suffix=".sh")
    except OSError as error:
        raise ShellError(f"cannot make a file to edit: {error.strerror}") from None
    try:
        with open(fd, "wb") as file:
            file.write(encode(text + "\n" if text else ""))
        sh.interpreter.run_text(f"{editor} {quote(path)}", Source("editor"))
        if sh.status:
            return None
        with open(path, "rb") as file:
            return decode(file.read()).rstrip("\n")
    except OSError as error:
        raise ShellError(f"{path}: {error.strerror}") from None
    finally:
        os.unlink(path)
        sh.status = status
