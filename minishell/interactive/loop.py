"""The interactive loop: tell the news, prompt, read, run (XCU sh; 2.11)."""

from __future__ import annotations

import os
from time import monotonic

from minishell.errors import Divert, ExitShell, Interrupt, ShellError
from minishell.interactive import integration
from minishell.interactive.plain import PlainReader
from minishell.interactive.prompt import default_prompt, expand_prompt
from minishell.interactive.startup_files import read_interactive_file, read_login_files
from minishell.jobs.job import DONE
from minishell.source import Source
from minishell.system import process, signals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from minishell.interactive.history import History
    from minishell.shell import Shell

    class Reader(Protocol):
        """What reads commands: ``PlainReader`` or ``Editor``."""

        def read_command(self, prompt: str, continuation: str, right_prompt: str) -> str | None: ...
        def close(self) -> None: ...


DUMB_TERMINALS = ("", "dumb")


def run(sh: Shell) -> None:
    """The life of an interactive shell. Returns at its end, with the status in ``sh.status``."""
    sh.control.start_interactive()
    signals.set_handler(signals.SIGHUP, lambda number, frame: hang_up(sh))
    history = open_history(sh)
    sh.history = history
    try:
        if sh.options.login:
            read_login_files(sh)
        read_interactive_file(sh)
        Loop(sh, history).run()
    except ExitShell:
        pass
    finally:
        if not sh.is_subshell:
            sh.control.hang_up()
            sh.control.restore_modes()
            sh.control.end_interactive()
            if history is not None:
                history.close()


def hang_up(sh: Shell) -> None:
    """The terminal is gone, or SIGHUP came: the jobs get it, too, and the shell dies of it."""
    sh.control.hang_up()
    sh.control.restore_modes()
    process.die_of(signals.SIGHUP)


def open_history(sh: Shell) -> History | None:
    """The history, None where it cannot be had."""
    try:
        from minishell.interactive.history import open_for
    except ImportError:
        return None
    return open_for(sh)


def wants_editor(sh: Shell) -> bool:
    """Whether the terminal can do what the editor needs, and nobody asked for the plain reader."""
    values = sh.variables.values
    if values.get("TERM", "") in DUMB_TERMINALS or values.get("MINISHELL_EDITOR") == "plain":
        return False
    return os.isatty(0) and os.isatty(2)


class Loop:
    """One loop, with what it remembers from command to command."""

    def __init__(self, sh: Shell, history: History | None) -> None:
        self._sh = sh
        self._history = history
        self._reader: Reader | None = None
        self._was_warned = False
        self._commands = 0
        self._seconds = 0.0
        self._directory = sh.variables.values.get("PWD", "")

    def run(self) -> None:
        """Read and run commands until the end. Raises ExitShell."""
        sh = self._sh
        while True:
            try:
                text = self._read()
            except Interrupt:
                sh.status = 128 + signals.SIGINT
                continue
            if text is None:
                if sh.options.ignoreeof and os.isatty(0):
                    sh.write_error("Use 'exit' to leave the shell.\n")
                    continue
                sh.write_error("\n" if not isinstance(self._reader, PlainReader) or os.isatty(0) else "")
                if self._may_leave():
                    return
                continue
            if text.strip():
                self._run(text)

    def _may_leave(self) -> bool:
        """Whether the shell may end: with stopped jobs only when it was said twice."""
        if self._sh.jobs.stopped() and not self._was_warned:
            self._sh.write_error("minishell: you have stopped jobs; once more to leave them\n")
            self._was_warned = True
            return False
        return True

    # Reading

    def _read(self) -> str | None:
        sh = self._sh
        sh.reaper.poll()
        sh.reaper.report_now()
        self._tell_news()
        self._run_hooks()
        self._set_size()
        prompt, right = self._prompts()
        continuation = expand_prompt(sh, "PS2", "> ")
        integration.before_prompt(sh)
        text = self._choose_reader(prompt).read_command(prompt, continuation, right)
        if text is not None and text.strip():
            self._commands += 1
            if self._history is not None:
                self._history.add(text.rstrip("\n"))
        return text

    def _choose_reader(self, prompt: str) -> Reader:
        wants = wants_editor(self._sh)
        if isinstance(self._reader, PlainReader) if wants else self._reader and not isinstance(self._reader, PlainReader):
            self._reader = None
        if self._reader is None:
            self._reader = new_reader(self._sh, self._history, prompt) if wants else PlainReader(self._sh)
        return self._reader

    def _prompts(self) -> tuple[str, str]:
        sh = self._sh
        number = self._history.next_number() if self._history is not None else self._commands + 1
        sign = "# " if os.geteuid() == 0 else "$ "
        if sh.variables.values.get("PS1") in (None, "$ ", "# ") and wants_editor(sh):
            prompt = default_prompt(sh, self._seconds, "NO_COLOR" not in sh.variables.values)
        else:
            prompt = expand_prompt(sh, "PS1", sign, number, self._commands + 1)
        right = expand_prompt(sh, "RPS1", "", number, self._commands + 1)
        return prompt, right

    def _tell_news(self) -> None:
        """Tell of jobs that ended or stopped since they were told of; those that ended leave the table."""
        sh = self._sh
        changed = [job for job in sh.jobs.jobs.values() if job.state != job.reported]
        if changed:
            sh.write_error("".join([sh.jobs.describe(job) + "\n" for job in changed]))
        for job in changed:
            job.mark_reported()
            if job.state == DONE:
                sh.jobs.remove(job)

    def _set_size(self) -> None:
        """LINES and COLUMNS as the terminal has them."""
        try:
            size = os.get_terminal_size(2)
        except OSError:
            return
        if size.columns and size.lines:
            for name, value in (("COLUMNS", str(size.columns)), ("LINES", str(size.lines))):
                if self._sh.variables.values.get(name) != value and name not in self._sh.variables.readonly:
                    self._sh.variables.assign(name, value)

    # Hooks

    def _run_hooks(self) -> None:
        sh = self._sh
        directory = sh.variables.values.get("PWD", "")
        if directory != self._directory:
            self._directory = directory
            self._call("chpwd", [])
        self._call("precmd", [])
        command = sh.variables.values.get("PROMPT_COMMAND")
        if command:
            self._guarded(lambda: sh.interpreter.run_text(command, Source("PROMPT_COMMAND")))

    def _call(self, name: str, arguments: list[str]) -> None:
        if name in self._sh.functions:
            self._guarded(lambda: self._sh.interpreter.call_function(name, arguments))

    def _guarded(self, hook: object) -> None:
        """Run a hook; whatever goes wrong in it is told, and ends nothing; ``$?`` is as before."""
        sh = self._sh
        status = sh.status
        try:
            hook()  # type: ignore[operator]
        except ShellError as error:
            sh.complain(error.message)
        except Divert:
            pass
        finally:
            sh.status = status
            sh.line = 0

    # Running

    def _run(self, text: str) -> None:
        sh = self._sh
        word = text.split(None, 1)[0]
        if word not in ("exit", "jobs", "fg", "bg"):
            self._was_warned = False
        self._call("preexec", [text.rstrip("\n")])
        integration.before_command(sh, text)
        started = monotonic()
        try:
            sh.interpreter.run_line(text)  # type: ignore[attr-defined]
        except ExitShell:
            if not self._may_leave():
                return
            raise
        finally:
            self._seconds = monotonic() - started
            integration.after_command(sh, text, self._seconds)
            if self._history is not None and not sh.is_subshell:
                self._history.finish_last(sh.status, self._seconds)


def new_reader(sh: Shell, history: History | None, prompt: str) -> Reader:
    """The editor, with the prompt on the screen while it is being loaded; the plain reader where there is none."""
    from minishell.interactive.instant import instant_prompt

    with instant_prompt(prompt) as shown:
        try:
            from minishell.interactive.editor import Editor

            editor = Editor(sh, history)
            editor.shown_prompt = prompt
            return editor
        except ImportError:
            shown.erase()
            return PlainReader(sh)
