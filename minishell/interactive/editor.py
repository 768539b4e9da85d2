"""The line editor: prompt-toolkit, made fit for a shell.

What is special is in the files beside this one: type-ahead is left to commands (``editor_input``), a line is painted once
(``editor_render``), and here: signals stay the shell's own, and what needs more than a key (an editor, a trap) runs between two
rounds of the prompt and never inside prompt-toolkit's loop, so that it may wait for jobs and own descriptors as any command.
"""

from __future__ import annotations

import asyncio
import os
import re
from typing import TYPE_CHECKING, Any

from prompt_toolkit.document import Document
from prompt_toolkit.enums import EditingMode
from prompt_toolkit.filters import to_filter
from prompt_toolkit.formatted_text import ANSI, to_formatted_text
from prompt_toolkit.layout import HSplit
from prompt_toolkit.shortcuts import CompleteStyle, PromptSession

from minishell.errors import Divert, Interrupt, ShellError
from minishell.interactive.completion import ShellCompleter
from minishell.interactive.editor_input import LineInput
from minishell.interactive.editor_keys import LineHistory, Pause, Suggester, bindings
from minishell.interactive.editor_render import QuietRenderer, colour_depth, terminal_output
from minishell.interactive.highlight import STYLE, ShellLexer
from minishell.interactive.history_search import HistoryList
from minishell.interactive.prompt import ZERO_WIDTH_BEGIN, ZERO_WIDTH_END
from minishell.jobs.job import DONE
from minishell.jobs.reaper import has_signal
from minishell.system import signals

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from minishell.interactive.history import History
    from minishell.shell import Shell

ESCAPE_SECONDS = 0.05  # how long an Esc waits for being the beginning of another key
SETTLE_SECONDS = 0.1  # after the prompt is there, and nobody waits for it any more
COLOURS_WITHOUT_WIDTH = re.compile(f"{ZERO_WIDTH_BEGIN}((?:\033\\[[0-9;:]*m)*){ZERO_WIDTH_END}")


class ShellLoop(asyncio.SelectorEventLoop):
    """An event loop that leaves signals and their wake-up alone: they are the shell's."""

    def add_signal_handler(self, sig: int, callback: Callable[..., object], *args: object) -> None:
        """Nothing: ``Editor`` looks after the one signal that prompt-toolkit asks for, the window's change of size."""

    def remove_signal_handler(self, sig: int) -> bool:
        """True, for nothing was added."""
        return True


class Editor:
    """Reads commands from the terminal. ``input`` and ``output`` are descriptors 0 and 2 unless given."""

    def __init__(self, sh: Shell, history: History | None, input: Input | None = None, output: Output | None = None) -> None:  # noqa: A002
        self._sh = sh
        self._history = history
        self._is_on_terminal = output is None
        self._output = output or terminal_output(sh.variables.values.get("TERM", ""))
        self._completer = ShellCompleter(sh)
        self._lexer = ShellLexer(sh)
        self._list = HistoryList(history)
        self.shown_prompt = ""
        """The prompt that somebody has put on the screen for us; it is not painted again when it is the one to be shown."""
        self._continuation: StyleAndTextTuples = []
        self._reports: list[str] = []
        self._session: PromptSession[str | Pause] = PromptSession(
            multiline=True,
            complete_while_typing=False,
            complete_style=CompleteStyle.COLUMN,
            reserve_space_for_menu=10,
            completer=self._completer,
            lexer=self._lexer,
            auto_suggest=Suggester(sh, history),
            history=LineHistory(history),
            prompt_continuation=self._continue,
            key_bindings=bindings(sh, history, self._list),
            style=STYLE,
            color_depth=None,
            include_default_pygments_style=False,
            input=input or LineInput(0),
            output=self._output,
        )
        app = self._session.app
        self._session.layout.current_window.dont_extend_height = to_filter(True)  # the list is right below the line
        app.layout.container = HSplit([app.layout.container, self._list.container()])
        app.renderer = self._renderer = QuietRenderer(app._merged_style, self._output)
        app.ttimeoutlen = ESCAPE_SECONDS
        app.timeoutlen = 0.5
        app.terminal_size_polling_interval = None

    # Reading

    def read_command(self, prompt: str, continuation: str, right_prompt: str) -> str | None:
        """One complete command, perhaps of several lines, with its newline; None at the end of file.

        Raises Interrupt at ^C.
        """
        session = self._session
        session.message = fragments(prompt)
        is_shown = self._is_shown(prompt, right_prompt)
        session.rprompt = fragments(right_prompt) if right_prompt else None
        session.color_depth = colour_depth(self._sh.variables.values)
        session.app.editing_mode = EditingMode.VI if self._sh.options.vi else EditingMode.EMACS
        self._continuation = fragments(continuation)
        self._lexer.forget()
        session.default_buffer.reset(Document(""))
        if self._history is None:
            return self._read(is_shown)
        with self._history.kept_open():
            return self._read(is_shown)

    def _is_shown(self, prompt: str, right_prompt: str) -> bool:
        """Whether just this is on the screen already; anything else that is there is wiped off."""
        shown, self.shown_prompt = self.shown_prompt, ""
        if not shown or (shown == prompt and not right_prompt):
            return bool(shown)
        lines = shown.count("\n")
        self._output.write_raw("\r" + (f"\033[{lines}A" if lines else "") + "\033[J")
        self._output.flush()
        return False

    def _read(self, is_shown: bool) -> str | None:
        text = None
        while True:
            if not is_shown:
                self._start_line()
            self._renderer.adopts = is_shown
            is_shown = False
            try:
                result = self._run(text)
            except EOFError:
                return None
            except OSError:
                return None  # the terminal is gone
            if isinstance(result, str):
                return result + "\n"
            self._session.app.erase_when_done = False
            text = self._between(result)

    def _between(self, pause: Pause) -> str | None:
        """Do what could not be done while the prompt is up; the line's new text, None for the one that it has."""
        sh = self._sh
        try:
            return pause.action()
        except ShellError as error:
            sh.complain(error.message)
        except Interrupt:
            sh.write_error("^C\n")
            raise
        return None

    def _start_line(self) -> None:
        """Begin at the left edge without wiping off output that did not end its line: zsh's trick. A mark and as many blanks
        as fill the line go on to the next one only if something stood there."""
        if self._is_on_terminal:
            columns = self._output.get_size().columns
            mark = "%" if self._sh.variables.values.get("NO_COLOR") else "\033[7m%\033[0m"
            self._output.write_raw(f"{mark}{' ' * (columns - 1)}\r\033[K")
            self._output.flush()

    def _run(self, text: str | None) -> str | Pause:
        """One round of the prompt, with *text* as the line (None: as it is).

        Its loop is its own: no descriptor of it is open while commands run.
        """
        app = self._session.app
        reaper = self._sh.reaper
        outer_reporter = reaper.reporter
        loop = ShellLoop()
        asyncio.set_event_loop(loop)
        reader, writer = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        loop.set_exception_handler(self._tell_fault)
        loop.add_reader(reader, self._wake, reader)
        watches_size = self._is_on_terminal and not signals.is_caught(signals.SIGWINCH)

        def start() -> None:
            reaper.on_change = lambda: wake_up(loop, self._flush)
            reaper.reporter = self._reports.append
            signals.set_wakeup(writer)
            if watches_size:
                signals.set_handler(signals.SIGWINCH, lambda number, frame: wake_up(loop, app._on_resize))
            if text is not None:
                self._session.default_buffer.save_to_undo_stack()
                self._session.default_buffer.document = Document(text, len(text))
            loop.call_soon(self._look_for_signals)  # one may have come before there was a prompt
            loop.call_soon(self._flush)
            if self._history is not None:
                loop.call_later(SETTLE_SECONDS, self._history.settle)

        try:
            return loop.run_until_complete(app.run_async(pre_run=start, set_exception_handler=False, handle_sigint=False))
        finally:
            reaper.on_change = None
            reaper.reporter = outer_reporter
            signals.set_wakeup(-1)
            if watches_size:
                signals.set_handler(signals.SIGWINCH, None)
            self._completer.stop()
            loop.run_until_complete(loop.shutdown_asyncgens())
            asyncio.set_event_loop(None)
            loop.close()
            os.close(reader)
            os.close(writer)

    def close(self) -> None:
        """Nothing is open between two commands."""

    # While the prompt is up

    def _wake(self, reader: int) -> None:
        """A signal came. Its trap runs between two rounds of the prompt, with the line kept."""
        try:
            os.read(reader, 4096)
        except BlockingIOError:
            return
        self._look_for_signals()

    def _look_for_signals(self) -> None:
        app = self._session.app
        if has_signal() and not app.is_done:
            app.erase_when_done = True
            app.exit(result=Pause(self._run_traps))

    def _run_traps(self) -> None:
        self._sh.interpreter.run_pending_traps()

    def _flush(self) -> None:
        """Write what there is to tell above the line."""
        sh = self._sh
        sh.reaper.poll()
        lines = self._reports + sh.reaper.take_reports()
        self._reports.clear()
        if sh.options.notify:
            lines += job_news(sh)
        if lines:
            self._write_above("".join([line + "\n" for line in lines]))

    def _write_above(self, text: str) -> None:
        app = self._session.app
        if app.is_done:
            self._sh.write_error(text)  # the line was left already
            return
        app.renderer.erase()
        self._output.write_raw(text)
        self._output.flush()
        app.invalidate()

    def _tell_fault(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Something in the editor failed: that is told, and the line lives on."""
        error = context.get("exception")
        if isinstance(error, OSError):
            if not self._session.app.is_done:
                self._session.app.exit(exception=EOFError())
            return
        if isinstance(error, (ShellError, Divert)):
            return
        self._write_above(f"minishell: editor: {error or context.get('message')!r}\n")

    # Texts

    def _continue(self, width: int, line_number: int, wrap_count: int) -> StyleAndTextTuples:
        """What stands before the lines after the first; nothing before what is only wrapped."""
        return self._continuation if not wrap_count else []


def wake_up(loop: asyncio.AbstractEventLoop, callback: Callable[[], None]) -> None:
    """Have *callback* called in the loop; for signal handlers, which may come when it is closed already."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(callback)


def job_news(sh: Shell) -> list[str]:
    """Lines about jobs that changed (``set -b``); jobs that ended leave the table."""
    changed = [job for job in sh.jobs.jobs.values() if job.state != job.reported]
    lines = [sh.jobs.describe(job) for job in changed]
    for job in changed:
        job.mark_reported()
        if job.state == DONE:
            sh.jobs.remove(job)
    return lines


def fragments(prompt: str) -> StyleAndTextTuples:
    """A prompt for prompt-toolkit. What has no colour gets the terminal's own: blanks without any at the end of a line are not
    written, and whoever waits for ``$ `` would never see it."""
    coloured = COLOURS_WITHOUT_WIDTH.sub(r"\1", prompt)
    return [
        (style if "[ZeroWidthEscape]" in style or "ansi" in style or "#" in style else f"fg:ansidefault {style}", text)
        for style, text, *_ in to_formatted_text(ANSI(coloured))
    ]
