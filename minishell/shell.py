"""The shell execution environment (2.13), and the two seams by which lower floors reach higher ones.

``Shell`` is data: stores that know nothing of each other. A method is admitted only where it keeps two of them
consistent. ``Interpreter`` is what expansions and built-ins need of ``commands``; ``Builtin`` is what ``commands`` needs
of a built-in utility.
"""

from __future__ import annotations

import os
from errno import EINTR

from minishell.encoding import encode
from minishell.state.options import Options
from minishell.state.traps import TrapTable
from minishell.state.variables import VariableStore
from minishell.system import signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol, TypeAlias

    from minishell.commands.frame import Frame
    from minishell.jobs.control import JobControl
    from minishell.jobs.reaper import Reaper
    from minishell.jobs.table import JobTable
    from minishell.source import Source
    from minishell.syntax.nodes import FunctionDefinition, List, Node

    Action: TypeAlias = Callable[[], None]
    """A compiled command, bound to one shell; it leaves its exit status in ``sh.status``."""

    class Interpreter(Protocol):
        """What the floors below ``commands`` may ask of it; implemented by ``commands/interpreter.py``."""

        def run_text(self, text: str, source: Source) -> None:
            """Run program text in the current environment (``eval``, traps); an empty program gives status 0.

            Raises: ScriptSyntaxError, and whatever the commands raise.
            """

        def run_file(self, path: str) -> None:
            """Run a file in the current environment (``.``, start-up files). Raises ShellError when it cannot be read."""

        def substitution(self, program: List) -> Callable[[], str]:
            """A closure that runs ``$(program)`` and gives its output without trailing newlines; the exit status is
            left in ``sh.substitution_status``, and ``sh.status`` as it was. The program is compiled at the first call."""

        def execute(self, argv: list[str], path: str | None = None) -> int:
            """Run a built-in or an external utility, no function (``command``); redirections are in force already.
            ``path``: look there instead of in PATH."""

        def replace(self, argv: list[str], environment_name: str | None = None) -> None:
            """Replace the process by an external utility (``exec``). Raises ShellError with 126 or 127."""

        def call_function(self, name: str, arguments: list[str]) -> None:
            """Call a shell function that exists (prompt hooks)."""

        def run_pending_traps(self) -> None:
            """Run the actions of signals that came."""

    class BuiltinTable(Protocol):
        """``builtin/table.py``."""

        def find(self, name: str) -> Builtin | None: ...
        def knows(self, name: str) -> bool: ...
        def names(self) -> list[str]: ...


class Builtin:
    """A built-in utility.

    ``is_special``: 2.15: found before functions, its errors end a script, assignments before it stay.
    ``needs_process``: it changes what only a process of its own can have (signals, limits, children), so a subshell that runs
    inside the shell's process forks before it.
    ``main`` gets the shell and the arguments with the name first, returns the exit status, or raises ShellError.
    """

    __slots__ = ("is_special", "main", "name", "needs_process")

    def __init__(
        self, name: str, main: Callable[[Shell, list[str]], int], is_special: bool = False, needs_process: bool = False
    ) -> None:
        self.name = name
        self.main = main
        self.is_special = is_special
        self.needs_process = needs_process


class Function:
    """A shell function: its definition, and its body's action once it was compiled."""

    __slots__ = ("action", "definition")

    def __init__(self, definition: FunctionDefinition, action: Action | None = None) -> None:
        self.definition = definition
        self.action = action


class Capture:
    """Output of a command substitution that runs inside the shell's process.

    ``fds``: descriptors that stand for the substitution's output now; ``chunks``: what was written, in order.
    """

    __slots__ = ("chunks", "fds")

    def __init__(self) -> None:
        self.fds = {1}
        self.chunks: list[str] = []


class Shell:
    """One shell execution environment.

    ``status`` is ``$?``; ``positional`` are ``$1``…; ``name`` is ``$0``; ``pid`` is ``$$`` (the same in subshells);
    ``attention`` is not empty while something must be looked at before the next command: numbers of signals that came
    (put there by the signal handler), and the names of options that the fast layer does not know (``"xtrace"``,
    ``"allexport"`` …); ``tested_depth`` counts the callers whose command's status is tested, where ``-e`` does nothing;
    ``input`` is what ``read`` reads, a descriptor or a text, and ``output`` the descriptor that ``write`` writes to: 0 and 1,
    but for a built-in whose own redirection is done in this way;
    ``line`` is where the command that runs stands, for messages; ``compound`` is the command that was typed at the prompt
    while it is one that can be stopped in the middle.
    """

    __slots__ = (
        "_control",
        "_jobs",
        "_reaper",
        "aliases",
        "attention",
        "builtins",
        "capture",
        "compound",
        "frame",
        "function_depth",
        "functions",
        "history",
        "input",
        "interpreter",
        "is_interactive",
        "is_subshell",
        "keep_redirections",
        "last_async_pid",
        "line",
        "locations",
        "loop_depth",
        "name",
        "options",
        "output",
        "pid",
        "pipe_status",
        "positional",
        "source_name",
        "status",
        "status_before_trap",
        "substitution_status",
        "tested_depth",
        "traps",
        "variables",
    )

    builtins: BuiltinTable
    interpreter: Interpreter

    def __init__(self, name: str) -> None:
        self.name = name
        self.source_name = ""  # of the script that runs; empty for -c
        self.status = 0
        self.substitution_status = 0
        self.status_before_trap: int | None = None  # while a trap's action runs
        self.positional: list[str] = []
        self.variables = VariableStore()
        self.options = Options()
        self.traps = TrapTable()
        self.aliases: dict[str, str] = {}
        self.functions: dict[str, Function] = {}
        self.locations: dict[str, str] = {}  # utilities found in PATH, see hash
        self.attention: list[int | str] = signals.pending
        self._jobs: JobTable | None = None
        self._reaper: Reaper | None = None
        self._control: JobControl | None = None
        self.capture: Capture | None = None
        self.input: int | bytes = 0
        self.output = 1
        self.frame: Frame | None = None
        self.history: object | None = None  # interactive/history.py's, for fc
        self.pid = os.getpid()
        self.last_async_pid: int | None = None
        self.pipe_status: list[int] = [0]
        self.loop_depth = 0
        self.function_depth = 0
        self.tested_depth = 0
        self.compound: Node | None = None
        self.line = 0
        self.is_subshell = False
        self.is_interactive = False
        self.keep_redirections = False

    # Processes: made when the first is needed, for many scripts need none

    @property
    def jobs(self) -> JobTable:
        """The job table."""
        if self._jobs is None:
            from minishell.jobs.table import JobTable

            self._jobs = JobTable()
        return self._jobs

    @property
    def reaper(self) -> Reaper:
        """The reaper; it takes SIGCHLD over when it is made."""
        if self._reaper is None:
            from minishell.jobs.reaper import Reaper

            self._reaper = Reaper(self.jobs, self.options)
            self._reaper.reporter = report_to_user
            self._reaper.install()
        return self._reaper

    @property
    def control(self) -> JobControl:
        """Job control."""
        if self._control is None:
            from minishell.jobs.control import JobControl

            self._control = JobControl(self.jobs)
        return self._control

    @property
    def has_control(self) -> bool:
        """Whether anybody asked for job control yet."""
        return self._control is not None

    @property
    def has_reports_to_come(self) -> bool:
        """Whether this process has to outlive its last command, to tell of a child."""
        return self._reaper is not None and self._reaper.has_reports_to_come()

    # Output

    def write(self, text: str) -> None:
        """Write to standard output, or to the substitution that captures it. Raises OSError."""
        capture = self.capture
        if capture is not None and 1 in capture.fds:
            capture.chunks.append(text)
        else:
            write_all(self.output, encode(text))

    def write_error(self, text: str) -> None:
        """Write to standard error; that it cannot be written is nobody's business."""
        capture = self.capture
        if capture is not None and 2 in capture.fds:
            capture.chunks.append(text)
            return
        try:
            write_all(2, encode(text))
        except OSError:
            pass

    def complain(self, message: str) -> None:
        """One line on standard error: the shell's name, the script and line where there are any, and *message*."""
        place = ""
        if not self.is_interactive and self.line:
            place = f"{self.source_name}: line {self.line}: " if self.source_name else f"line {self.line}: "
        self.write_error(f"minishell: {place}{message}\n")

    # Stores that must agree

    def assign(self, name: str, value: str) -> None:
        """Assign a variable as a script does: readonly is checked, ``-a`` exports. Raises AssignmentError."""
        self.variables.assign(name, value)
        if self.options.allexport:
            self.variables.export(name)

    def set_option(self, name: str, value: bool) -> None:
        """Turn an option on or off, and do what follows at once."""
        setattr(self.options, name, value)
        if name in ("xtrace", "allexport"):
            if value and name not in self.attention:
                self.attention.append(name)
            elif not value and name in self.attention:
                self.attention.remove(name)
        elif name == "monitor":
            self.control.set_enabled(value)
        elif name == "pollreap":
            self.reaper.set_polling(value)


def report_to_user(text: str) -> None:
    """Write a report as one line, on standard error itself: never into what a command substitution captures."""
    try:
        write_all(2, encode(text + "\n"))
    except OSError:
        pass


def write_all(fd: int, data: bytes) -> None:
    """Write all of *data*; a signal or a short write does not lose any. Raises OSError."""
    while True:
        try:
            written = os.write(fd, data)
        except OSError as error:
            if error.errno == EINTR:
                continue
            raise
        if written == len(data):
            return
        data = data[written:]
