"""Subshell environments (2.13) that run inside the shell's own process, until they need one of their own.

Most subshells and command substitutions only compute, print, and start utilities. Such a one runs in place: its
``Frame`` keeps what the shell environment was, and gives it back at the end. Before it does something that only a process can
have (a trap, a limit, a background child, ``exec``), ``fork_here`` forks at that very place: the child goes on and is the
subshell from then on; the parent drops out to the frame (``MovedAway``), reads what the child writes, and waits for it.

A forked subshell has a frame too, with ``is_process`` set: at its end the process ends.
With ``MINISHELL_INSIDE=0`` every frame forks at its beginning.
"""

from __future__ import annotations

import os

from minishell.commands.consequences import last_words, report
from minishell.commands.trap import attend, run_exit_trap
from minishell.encoding import decode
from minishell.errors import (
    BreakLoop,
    ContinueLoop,
    Divert,
    ExitShell,
    Interrupt,
    MovedAway,
    ReturnFunction,
    ShellError,
)
from minishell.shell import Capture
from minishell.syntax.nodes import SimpleCommand
from minishell.system import descriptors, process, signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from minishell.jobs.job import Process
    from minishell.shell import Action, Shell
    from minishell.syntax.nodes import List

RUN_INSIDE = os.environ.get("MINISHELL_INSIDE") != "0"


class Frame:
    """What a subshell environment gives back when it ends; made by entering it.

    ``is_single``: its body is one simple command, which other shells run in the subshell's own process.
    """

    __slots__ = (
        "_aliases",
        "_functions",
        "_is_interactive",
        "_is_subshell",
        "_last_async_pid",
        "_line",
        "_locations",
        "_loop_depth",
        "_name",
        "_options",
        "_pipe_status",
        "_positional",
        "_sh",
        "_tested_depth",
        "_traps",
        "_variables",
        "capture",
        "child",
        "directory",
        "is_process",
        "is_single",
        "outer",
        "reader",
    )

    def __init__(self, sh: Shell, is_single: bool = False) -> None:
        self.is_single = is_single
        self._sh = sh
        self.outer = sh.frame
        self.capture = sh.capture
        self._variables = sh.variables.snapshot()
        self._options = sh.options.snapshot()
        self._traps = sh.traps.snapshot()
        self._aliases = sh.aliases.copy()
        self._functions = sh.functions
        self._locations = sh.locations
        self._positional = sh.positional
        self._pipe_status = sh.pipe_status
        self._last_async_pid = sh.last_async_pid
        self._loop_depth = sh.loop_depth
        self._tested_depth = sh.tested_depth
        self._is_subshell = sh.is_subshell
        self._is_interactive = sh.is_interactive
        self._line = sh.line
        self._name = sh.name
        self.child: Process | None = None
        self.reader = -1
        self.directory = -1
        self.is_process = False
        sh.frame = self
        sh.functions = sh.functions.copy()
        sh.locations = sh.locations.copy()
        sh.positional = sh.positional[:]
        sh.is_subshell = True
        sh.is_interactive = False
        sh.traps.enter_subshell()

    def directory_moved(self, fd: int) -> None:
        """The descriptor of the directory to come back to has another number."""
        self.directory = fd

    def leave(self) -> None:
        """Give back the environment; only ``sh.status`` stays."""
        sh = self._sh
        sh.frame = self.outer
        sh.capture = self.capture
        options = self._options
        for name in ("xtrace", "allexport"):
            if getattr(sh.options, name) != sh.options.value_in(options, name):
                sh.set_option(name, not getattr(sh.options, name))
        sh.options.restore(options)
        sh.variables.restore(self._variables)
        sh.traps.restore(self._traps)
        sh.aliases.clear()
        sh.aliases.update(self._aliases)
        sh.functions = self._functions
        sh.locations = self._locations
        sh.positional = self._positional
        sh.pipe_status = self._pipe_status
        sh.last_async_pid = self._last_async_pid
        sh.loop_depth = self._loop_depth
        sh.tested_depth = self._tested_depth
        sh.is_subshell = self._is_subshell
        sh.is_interactive = self._is_interactive
        sh.line = self._line
        sh.name = self._name
        if self.directory >= 0:
            os.fchdir(self.directory)
            descriptors.close(self.directory)


def is_single(program: List) -> bool:
    """Whether a program is one simple command."""
    items = program.items
    return len(items) == 1 and isinstance(items[0].command, SimpleCommand) and not items[0].is_async


def run_subshell(sh: Shell, action: Action, is_single: bool = False) -> None:
    """Run *action* in a subshell environment (2.13), and leave its status in ``sh.status``."""
    frame = Frame(sh, is_single)
    sh.loop_depth = 0  # ``break`` knows no loops outside of ``( )``, as in bash, yash and mksh
    try:
        run_framed(sh, frame, action)
    finally:
        frame.leave()
    if frame.child is not None:
        collect(sh, frame, None)


def capture_output(sh: Shell, action: Action, is_single: bool = False) -> str:
    """Run *action* as a command substitution (2.6.3): its output without NULs and trailing newlines."""
    text = printed(sh, action, is_single)
    if "\0" in text:
        text = text.replace("\0", "")
    return text.rstrip("\n")


def printed(sh: Shell, action: Action, is_single: bool = False) -> str:
    """Run *action* in a subshell environment, and give what it writes to standard output."""
    capture = Capture()
    frame = Frame(sh, is_single)
    sh.capture = capture
    try:
        run_framed(sh, frame, action)
    finally:
        frame.leave()
    if frame.child is not None:
        collect(sh, frame, capture)
    chunks = capture.chunks
    return chunks[0] if len(chunks) == 1 else "".join(chunks)


def collect(sh: Shell, frame: Frame, capture: Capture | None) -> None:
    """Read what the frame's child writes until all writers are gone, and wait for the child."""
    child = frame.child
    assert child is not None
    if frame.reader >= 0:
        into = capture if capture is not None else sh.capture
        assert into is not None
        into.chunks.append(decode(read_all(frame.reader)))
        descriptors.close(frame.reader)
    sh.status = sh.reaper.wait_for_process(child)


def read_all(fd: int) -> bytes:
    """Everything until the end of a pipe."""
    first = os.read(fd, 65536)
    if not first:
        return first
    pieces = [first]
    while True:
        piece = os.read(fd, 1 << 20 if len(pieces) > 4 else 65536)
        if not piece:
            return pieces[0] if len(pieces) == 1 else b"".join(pieces)
        pieces.append(piece)


def run_framed(sh: Shell, frame: Frame, action: Action) -> None:
    """Run the body of a frame to its end. In a process of its own this does not return.

    Raises Interrupt only where the frame is no process.
    """
    try:
        try:
            if not RUN_INSIDE:
                fork_here(sh)
            action()
            if sh.attention:
                attend(sh)
        except (ExitShell, BreakLoop, ContinueLoop, ReturnFunction):
            pass
        except ShellError as error:
            report(sh, error)
        if sh.traps.actions:
            try:
                run_exit_trap(sh)
            except ShellError as error:
                report(sh, error)
    except MovedAway:
        if frame.child is None:
            raise
    except Interrupt:
        if frame.is_process:
            os._exit(sh.status)
        raise
    except BaseException as error:
        if frame.is_process:
            internal_error(sh, error)
        raise
    if frame.is_process:
        end_process(sh)


def end_process(sh: Shell) -> NoReturn:
    """End a forked subshell with the shell's status."""
    os._exit(sh.status & 255)


def internal_error(sh: Shell, error: BaseException) -> NoReturn:
    """An exception that nobody saw to, in a child: one line, and out."""
    message, status = last_words(error)
    sh.write_error(f"minishell: {message}\n")
    os._exit(status)


def fork_for_parent(sh: Shell) -> None:
    """Before a utility that looks at its parent: that must be the process which it would be in other shells.

    They run the only command of a subshell in the subshell's process; its parent is the environment around it.
    """
    frame = sh.frame
    if frame is not None and frame.is_single and not frame.is_process:
        frame = frame.outer
    if frame is not None:
        fork_here(sh, frame)


def fork_here(sh: Shell, frame: Frame | None = None) -> None:
    """Go on in a process of its own, when the innermost subshell environment (or *frame*, around it) has none yet.

    Raises MovedAway in the parent; returns in the child, or at once when there is nothing to do.
    """
    inner: Frame | None = None
    if frame is None or frame is sh.frame:
        frame = sh.frame
        capture = sh.capture
    else:
        inner = sh.frame
        while inner is not None and inner.outer is not frame:
            inner = inner.outer
        assert inner is not None
        capture = inner.capture
    if frame is None or frame.is_process:
        return
    captured = capture is not None and bool(capture.fds)
    reader = writer = -1
    if captured:
        reader, writer = descriptors.pipe()
    reaper = sh.reaper
    reaper.hold()
    try:
        try:
            pid = process.fork()
        except ShellError:
            if captured:
                os.close(reader)
                os.close(writer)
            raise
        if pid == 0:
            enter_child(sh)
            frame.is_process = True
            if captured and capture is not None:
                for fd in capture.fds:
                    descriptors.place(fd, writer)
                os.close(reader)
                os.close(writer)
            if inner is None:
                sh.capture = None
            else:
                inner.capture = None
            return
        frame.child = reaper.register(pid)
    finally:
        if not frame.is_process:
            reaper.release()
    if captured:
        os.close(writer)
        frame.reader = reader
    raise MovedAway


def enter_child(sh: Shell) -> None:
    """What every forked subshell does first: its own children only, signals as a subshell has them (2.12)."""
    sh.reaper.forget()
    sh.jobs.enter_subshell()
    if sh.has_control:
        sh.control.enter_subshell()
    signals.reset_for_child()
    sh.attention[:] = [entry for entry in sh.attention if not isinstance(entry, int)]


def run_as_process(sh: Shell, action: Action) -> NoReturn:
    """The life of a freshly forked subshell, after ``enter_child``: run *action*, end."""
    try:
        frame = Frame(sh)
        frame.is_process = True
        sh.capture = None
        run_framed(sh, frame, action)
    except Divert:
        pass
    finally:
        os._exit(sh.status & 255)


def save_directory(sh: Shell) -> None:
    """Before ``cd`` in a frame: keep the directory to come back to, or fork when it cannot be kept."""
    frame = sh.frame
    if frame is None or frame.is_process or frame.directory >= 0:
        return
    try:
        fd = os.open(".", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
        frame.directory = descriptors.keep(fd, frame.directory_moved)
    except OSError:
        fork_here(sh)
