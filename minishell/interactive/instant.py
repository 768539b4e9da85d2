"""A prompt on the screen before prompt-toolkit is loaded, which takes a hundred milliseconds and more."""

from __future__ import annotations

import os
import termios

from minishell.encoding import encode
from minishell.interactive.prompt import ZERO_WIDTH_BEGIN, ZERO_WIDTH_END

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class instant_prompt:  # noqa: N801 - used like a function, in a with statement
    """Shows *prompt*, which is left for the editor to take over. What is typed meanwhile is neither shown nor lost."""

    def __init__(self, prompt: str) -> None:
        self._lines = prompt.replace(ZERO_WIDTH_BEGIN, "").replace(ZERO_WIDTH_END, "").split("\n")
        self._modes: list[Any] | None = None

    def __enter__(self) -> instant_prompt:
        try:
            self._modes = termios.tcgetattr(0)
            quiet = termios.tcgetattr(0)
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(0, termios.TCSANOW, quiet)
            os.write(2, encode("\r" + "\r\n".join(self._lines)))
        except (OSError, termios.error):
            self._modes = None
        return self

    def erase(self) -> None:
        """Wipe the prompt off."""
        if self._modes is not None:
            up = f"\033[{len(self._lines) - 1}A" if len(self._lines) > 1 else ""
            os.write(2, encode(f"\r{up}\033[J"))

    def __exit__(self, *_: object) -> None:
        if self._modes is not None:
            termios.tcsetattr(0, termios.TCSANOW, self._modes)
