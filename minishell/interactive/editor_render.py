"""Painting: prompt-toolkit's renderer without its second painting of prompt and line, and where its output goes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TextIO, cast

from prompt_toolkit.data_structures import Size
from prompt_toolkit.output.color_depth import ColorDepth
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.renderer import Renderer

from minishell.shell import write_all
from minishell.system.terminal import size

if TYPE_CHECKING:
    from prompt_toolkit.application import Application
    from prompt_toolkit.layout import Layout

OUTPUT_FD = 2  # where a shell writes its prompt (XCU sh, STDERR)


class QuietRenderer(Renderer):
    """Leaves an accepted line as it is, and puts the cursor below it.

    prompt-toolkit paints everything once more; whoever looks for the next prompt in the output would find this one.
    """

    farewell = ""
    """What is written after the line when it is left: ``^C``."""

    adopts = False
    """Whether the prompt is on the screen already, with the cursor behind it, and is not to be painted again."""

    def render(self, app: Application[Any], layout: Layout, is_done: bool = False) -> None:
        """Paint what has changed; at the end, take off suggestion, menu and right prompt, and go to the next line."""
        app.exit_style = ""  # would be another style for all that is shown, and so paint it again
        if self.adopts and not is_done:
            self._adopt(app, layout)
            return
        if not is_done or self._last_screen is None:
            super().render(app, layout, is_done)
            return
        super().render(app, layout, False)
        output = self.output
        columns, lines = output.get_size().columns, output.get_size().rows
        height = layout.container.preferred_height(columns, lines).preferred
        output.write_raw(self.farewell + "\n" * max(1, height - self._cursor_pos.y) + "\r")
        output.erase_down()
        output.enable_autowrap()
        output.reset_attributes()
        output.flush()
        self.farewell = ""
        self.reset()

    def _adopt(self, app: Application[Any], layout: Layout) -> None:
        self.adopts = False
        output = self.output
        self.output = Vt100_Output(cast(TextIO, Nowhere()), output.get_size, enable_cpr=False)
        try:
            super().render(app, layout, False)
        finally:
            self.output = output
        output.enable_bracketed_paste()
        output.flush()


class Nowhere:
    """A text file that forgets what is written to it."""

    encoding = "utf-8"

    def write(self, text: str) -> None:
        """Forget *text*."""

    def flush(self) -> None:
        """Nothing is kept back."""


class Screen:
    """As much of a text file as prompt-toolkit asks of its output; each flush is one write."""

    encoding = "utf-8"

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def write(self, text: str) -> None:
        """Write at once. Bytes that are no characters are shown as question marks: they might mean something to a terminal."""
        write_all(self._fd, text.encode("utf-8", "replace"))

    def flush(self) -> None:
        """Nothing is kept back."""

    def fileno(self) -> int:
        """The descriptor of the terminal."""
        return self._fd

    def isatty(self) -> bool:
        """Whether there is a terminal."""
        return os.isatty(self._fd)


def terminal_output(term: str) -> Vt100_Output:
    """Output to the terminal, which is not asked where its cursor is: answers that do not come would cost a second each."""

    def terminal_size() -> Size:
        columns, lines = size(OUTPUT_FD)
        return Size(rows=lines, columns=columns)

    return Vt100_Output(cast(TextIO, Screen(OUTPUT_FD)), terminal_size, term=term, enable_cpr=False)


def colour_depth(values: dict[str, str]) -> ColorDepth:
    """As many colours as the terminal says it has: none with NO_COLOR, all of them with COLORTERM."""
    if values.get("NO_COLOR"):
        return ColorDepth.DEPTH_1_BIT
    if values.get("COLORTERM") in ("truecolor", "24bit"):
        return ColorDepth.DEPTH_24_BIT
    return ColorDepth.DEPTH_8_BIT if "256" in values.get("TERM", "") else ColorDepth.DEPTH_4_BIT
