"""The plain reader: the kernel's own line editing, the prompt exactly as it is.

For terminals that can do no more, for programs that drive the shell, and where prompt-toolkit is missing.
"""

from __future__ import annotations

import os

from minishell.encoding import decode, encode
from minishell.errors import Interrupt, ScriptSyntaxError
from minishell.interactive.prompt import ZERO_WIDTH_BEGIN, ZERO_WIDTH_END
from minishell.source import Source
from minishell.syntax.lexer import once
from minishell.syntax.parser import Parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell


class PlainReader:
    """Reads commands from standard input, a byte at a time: what follows a line belongs to the command that it starts."""

    def __init__(self, sh: Shell) -> None:
        self._sh = sh
        self._shown = ""

    def read_command(self, prompt: str, continuation: str, right_prompt: str) -> str | None:
        """One complete command with its newline; None at the end of file. Raises Interrupt at ^C."""
        text = ""
        while True:
            self._show(continuation if text else prompt)
            line = self._read_line()
            if not line:
                return text or None
            text += line
            if not is_incomplete(self._sh, text):
                return text

    def _show(self, prompt: str) -> None:
        self._shown = prompt.replace(ZERO_WIDTH_BEGIN, "").replace(ZERO_WIDTH_END, "")
        self._sh.write_error(self._shown)

    def _read_line(self) -> str:
        sh = self._sh
        reaper = sh.reaper
        outer = reaper.reporter
        reaper.reporter = self._report
        line = bytearray()
        try:
            while True:
                if not reaper.wait_readable(0, interruptible=True):
                    self._interrupted()
                try:
                    byte = os.read(0, 1)
                except OSError:
                    return ""  # the terminal is gone
                line += byte
                if not byte or byte == b"\n":
                    return decode(bytes(line))
        finally:
            reaper.reporter = outer

    def _interrupted(self) -> None:
        sh = self._sh
        try:
            sh.interpreter.run_pending_traps()
        except Interrupt:
            sh.write_error("\n")
            raise

    def _report(self, text: str) -> None:
        """A line of its own, and the prompt again; the kernel keeps what was typed."""
        try:
            os.write(2, encode(f"\n{text}\n{self._shown}"))
        except OSError:
            pass

    def close(self) -> None:
        """Nothing is kept open."""


def is_incomplete(sh: Shell, text: str) -> bool:
    """Whether *text* is the beginning of a command that goes on in the next line."""
    try:
        Parser(once(text), Source("minishell"), sh.aliases, is_strict=True).program()
    except ScriptSyntaxError as error:
        return error.incomplete
    return False
