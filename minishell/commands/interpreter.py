"""The interpreter: program text in, commands run (2.1)."""

from __future__ import annotations

import os

from minishell.commands.compiler import Compiler
from minishell.commands.consequences import fatal, leave, report
from minishell.commands.fastpath import ENABLED
from minishell.encoding import decode, encode
from minishell.errors import (
    NOT_EXECUTABLE,
    NOT_FOUND,
    BreakLoop,
    ContinueLoop,
    ExitShell,
    Interrupt,
    ReturnFunction,
    ScriptSyntaxError,
    ShellError,
)
from minishell.source import Source
from minishell.syntax.lexer import once
from minishell.syntax.nodes import AndOrList, List, Pipeline
from minishell.syntax.parser import Parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.shell import Action, Shell
    from minishell.system.input import FileInput

REMEMBERED_TEXTS = 500
DEEPEST_TEXT = 20_000


class Interpreter:
    """Runs program text in one shell; what the floors below may ask of it is declared in ``shell.py``."""

    __slots__ = ("_compiler", "_remembered", "_sh", "_text_depth")

    def __init__(self, sh: Shell) -> None:
        self._sh = sh
        self._compiler = Compiler(sh)
        self._text_depth = 0
        # Actions of texts that eval and traps ran, while no alias could change their meaning.
        self._remembered: dict[tuple[str, int], tuple[Action, ...]] = {}

    # Whole programs

    def run_script(self, file: FileInput, source: Source) -> None:
        """Run commands one by one as they are read (2.10.2 complete_command).

        Raises ExitShell; a syntax error is told and ends it.
        """
        sh = self._sh
        parser = Parser(file, source, sh.aliases)
        sh.status = 0
        while True:
            try:
                program = parser.complete_command()
            except ScriptSyntaxError as error:
                report(sh, error)
                raise ExitShell from None
            if program is None:
                return
            if not program.items or sh.options.noexec:
                continue
            file.sync(parser.rest())
            self.run_program(program)
            if not file.resume():
                parser.discard()

    def run_program(self, program: List) -> None:
        """Run a parsed program at top level. Raises ExitShell, Interrupt."""
        sh = self._sh
        try:
            self._compiler.command(program)()
        except ShellError as error:
            raise fatal(sh, error) from None
        except (BreakLoop, ContinueLoop):
            pass
        self.run_pending_traps()

    def run_command_string(self, text: str, source: Source) -> None:
        """Run the text of ``-c``: its last command, when a utility, takes the process over. Raises ExitShell."""
        sh = self._sh
        parser = Parser(once(text), source, sh.aliases)
        sh.status = 0
        while True:
            try:
                program = parser.complete_command()
            except ScriptSyntaxError as error:
                report(sh, error)
                raise ExitShell from None
            if program is None:
                return
            if not program.items or sh.options.noexec:
                continue
            if parser.rest() or program.items[-1].is_async or sh.options.interactive:
                self.run_program(program)
            else:
                self._run_last(program)

    def _run_last(self, program: List) -> None:
        from minishell.commands.last import compile_last

        try:
            compile_last(program, self._compiler, False)()
        except ShellError as error:
            raise fatal(self._sh, error) from None
        except (BreakLoop, ContinueLoop):
            pass
        self.run_pending_traps()

    def run_line(self, text: str) -> None:
        """Run what was typed at a prompt; errors are told, and an interrupt ends it. Raises ExitShell only."""
        sh = self._sh
        sh.line = 0
        parser = Parser(once(text), Source("minishell"), sh.aliases)
        try:
            while True:
                program = parser.complete_command()
                if program is None:
                    break
                for item in program.items:
                    # A simple command is one of these, too, when it calls a function.
                    sh.compound = None if isinstance(item.command, (AndOrList, Pipeline)) else item.command
                    self._compiler.command(List((item,)))()
        except ShellError as error:
            report(sh, error)
        except (Interrupt, ReturnFunction, BreakLoop, ContinueLoop):
            pass
        except ExitShell:
            if not sh.is_subshell:
                raise
        finally:
            sh.compound = None
            sh.loop_depth = sh.function_depth = sh.tested_depth = 0
        if sh.is_subshell:
            # The successor of a command that was stopped: its work is done.
            os._exit(sh.status & 255)

    def finish(self) -> int:
        """The end of the shell: the EXIT trap, then the exit status."""
        sh = self._sh
        if sh.traps.actions:
            from minishell.commands.trap import run_exit_trap

            try:
                run_exit_trap(sh)
            except ShellError as error:
                report(sh, error)
        return sh.status & 255

    # What eval, traps, dot scripts, substitutions and built-ins ask for

    def run_text(self, text: str, source: Source) -> None:
        """Run program text in the current environment; see ``shell.Interpreter``."""
        sh = self._sh
        if self._text_depth >= DEEPEST_TEXT:
            raise ShellError(f"more than {DEEPEST_TEXT} texts that run each other")
        key = (text, source.first_line)
        actions = self._remembered.get(key) if not sh.aliases else None
        if actions is not None:
            self._text_depth += 1
            try:
                for action in actions:
                    action()
            finally:
                self._text_depth -= 1
            return
        if ENABLED and "=" in text and not sh.options.noexec:
            from minishell.commands.fastpath_eval import assign_directly

            if assign_directly(text, sh):
                return
        parser = Parser(once(text), source, sh.aliases)
        done: list[Action] = []
        self._text_depth += 1
        try:
            while True:
                program = parser.complete_command()
                if program is None:
                    break
                if not program.items or sh.options.noexec:
                    continue
                action = self._compiler.command(program)
                done.append(action)
                action()
        finally:
            self._text_depth -= 1
        if not done:
            sh.status = 0
        if not sh.aliases:
            if len(self._remembered) >= REMEMBERED_TEXTS:
                self._remembered.clear()
            self._remembered[key] = tuple(done)

    def run_file(self, path: str) -> None:
        """Run a file in the current environment; ``sh.source_name`` is its path meanwhile."""
        sh = self._sh
        try:
            with open(encode(path), "rb", buffering=0) as file:
                text = decode(file.read())
        except OSError as error:
            status = NOT_FOUND if isinstance(error, FileNotFoundError) else NOT_EXECUTABLE
            raise ShellError(f"{path}: {error.strerror}", status) from None
        outer = sh.source_name
        sh.source_name = path
        parser = Parser(once(text), Source(path), sh.aliases)
        is_empty = True
        try:
            while True:
                program = parser.complete_command()
                if program is None:
                    break
                if program.items and not sh.options.noexec:
                    is_empty = False
                    self._compiler.command(program)()
            if is_empty:
                sh.status = 0
        finally:
            sh.source_name = outer

    def substitution(self, program: List) -> Callable[[], str]:
        """``$(program)``; see ``shell.Interpreter``."""
        sh = self._sh
        compiler = self._compiler
        action: Action | None = None

        def run() -> str:
            nonlocal action
            if action is None:
                action = compiler.command(program)
            from minishell.commands.frame import capture_output, is_single

            status = sh.status
            text = capture_output(sh, action, is_single(program))
            # ``$?`` beside the substitution is still that of the command before, as in dash, yash and mksh.
            sh.substitution_status, sh.status = sh.status, status
            return text

        return run

    def execute(self, argv: list[str], path: str | None = None) -> int:
        """Run a built-in or a utility, no function; see ``shell.Interpreter``. Errors of special built-ins end nothing."""
        from minishell.commands.launch import run_external
        from minishell.commands.simple_command import before_builtin
        from minishell.syntax.nodes import Literal, SimpleCommand, Word

        sh = self._sh
        builtin = sh.builtins.find(argv[0])
        if builtin is not None and (path is None or builtin.is_special):
            if sh.frame is not None:
                before_builtin(sh, builtin, argv)
            return builtin.main(sh, argv)
        node = SimpleCommand((), tuple(Word((Literal(word),)) for word in argv))
        try:
            run_external(sh, argv, sh.variables.environment(), path, None, node)
        except ShellError as error:
            report(sh, error)
        return sh.status

    def replace(self, argv: list[str], environment_name: str | None = None) -> None:
        """``exec``; see ``shell.Interpreter``."""
        from minishell.commands.launch import replace_process

        sh = self._sh
        try:
            if sh.frame is not None and not sh.frame.is_process and environment_name is None:
                self._end_with(argv)
            replace_process(sh, argv, sh.variables.environment(), None, environment_name)
        except ShellError as error:
            report(sh, error, "exec: ")
            raise leave(sh) from None

    def _end_with(self, argv: list[str]) -> None:
        """``exec`` in a subshell inside this process: the utility runs, and the subshell ends with its status."""
        from minishell.commands.frame import fork_here
        from minishell.commands.launch import run_external
        from minishell.syntax.nodes import SimpleCommand

        sh = self._sh
        assert sh.frame is not None
        if sh.frame.outer is not None and any(["PPID" in word for word in argv]):
            fork_here(sh, sh.frame.outer)
        run_external(sh, argv, sh.variables.environment(), None, None, SimpleCommand((), ()))
        raise ExitShell

    def call_function(self, name: str, arguments: list[str]) -> None:
        """Call a function that exists."""
        from minishell.commands.function import call

        call(self._sh, self._sh.functions[name], arguments)

    def run_pending_traps(self) -> None:
        """Run the actions of signals that came."""
        if self._sh.attention:
            from minishell.commands.trap import attend

            attend(self._sh)
