"""Simple commands (2.9.1): expand, redirect, assign, search, run.

This is the general way, exact in every order and consequence; ``fastpath.py`` knows shortcuts for common shapes and comes
back here for everything else.
"""

from __future__ import annotations

from minishell.commands.assignment import Assignments
from minishell.commands.consequences import fatal, leave, report, write_failed
from minishell.commands.frame import fork_for_parent, fork_here, save_directory
from minishell.commands.function import call
from minishell.commands.redirection import Redirections
from minishell.commands.trap import attend
from minishell.errors import AssignmentError, ExpansionError, ShellError, SystemFailure
from minishell.expand.words import compile_declaration_fields, compile_fields
from minishell.syntax.nodes import is_declaration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.commands.redirection import Saved
    from minishell.shell import Builtin, Function, Shell
    from minishell.syntax.nodes import SimpleCommand


class Command:
    """A simple command, compiled: closures for its words, assignments and redirections, and how it runs."""

    __slots__ = ("_assignments", "_fields", "_line", "_redirections", "_sh", "_tested", "node")

    def __init__(self, node: SimpleCommand, sh: Shell, tested: bool) -> None:
        self.node = node
        self._sh = sh
        self._tested = tested
        self._line = node.line
        words = node.words
        self._fields = compile_declaration_fields(words, sh) if is_declaration(words) else compile_fields(words, sh)
        self._assignments = Assignments(node.assignments, sh) if node.assignments else None
        self._redirections = Redirections(node.redirections, sh) if node.redirections else None

    def run(self) -> None:
        """Run in the current environment, and apply ``set -e``."""
        sh = self._sh
        if sh.attention:
            attend(sh)
        sh.line = self._line
        sh.substitution_status = 0
        try:
            argv = self._fields()
        except (ExpansionError, AssignmentError) as error:
            raise fatal(sh, error) from None
        except ShellError as error:
            report(sh, error)
        else:
            if not argv:
                self._run_without_name()
            else:
                self._dispatch(argv)
        if sh.status and not self._tested and sh.options.errexit and not sh.tested_depth:
            raise leave(sh)

    def _dispatch(self, argv: list[str]) -> None:
        """Search by 2.9.1.4: special built-ins, functions, other built-ins, utilities."""
        sh = self._sh
        name = argv[0]
        builtin = sh.builtins.find(name)
        if builtin is not None and builtin.is_special:
            self.run_builtin(builtin, argv)
            return
        function = sh.functions.get(name)
        if function is not None:
            self.run_function(function, argv)
        elif builtin is not None:
            self.run_builtin(builtin, argv)
        else:
            self._run_utility(argv)

    def _run_without_name(self) -> None:
        """Redirections in a subshell environment of their own, assignments here; the status of the last substitution."""
        sh = self._sh
        if self._redirections is not None:
            try:
                self._redirections.apply().undo()
            except ShellError as error:
                report(sh, error)
                return
        if self._assignments is not None:
            try:
                done = self._assignments.assign()
            except ShellError as error:
                raise fatal(sh, error) from None
            self._trace(done, [])
        sh.status = sh.substitution_status

    def _trace(self, assignments: list[str], argv: list[str]) -> None:
        if self._sh.options.xtrace:
            from minishell.commands.xtrace import trace

            trace(self._sh, assignments, argv)

    # Functions

    def run_function(self, function: Function, argv: list[str]) -> None:
        """Call a function; redirections and assignments before it last as long as the call."""
        sh = self._sh
        try:
            saved = self._redirections.apply() if self._redirections is not None else None
        except ShellError as error:
            report(sh, error)
            return
        variables = sh.variables
        if self._tested:
            sh.tested_depth += 1
        try:
            if self._assignments is None:
                self._trace([], argv)
                call(sh, function, argv[1:])
            else:
                variables.push_scope()
                try:
                    self._trace(self._assignments.assign_for_call(), argv)
                    call(sh, function, argv[1:])
                finally:
                    variables.pop_scope()
        except ShellError as error:
            raise fatal(sh, error) from None
        finally:
            if self._tested:
                sh.tested_depth -= 1
            if saved is not None:
                saved.undo()

    # Built-ins

    def run_builtin(self, builtin: Builtin, argv: list[str]) -> None:
        """Run a built-in utility. Errors of special ones end a script, and assignments before them stay (2.8.1, 2.9.1.2)."""
        sh = self._sh
        if sh.frame is not None:
            before_builtin(sh, builtin, argv)
        try:
            saved = self._redirections.apply() if self._redirections is not None else None
        except (ExpansionError, AssignmentError) as error:
            raise fatal(sh, error) from None
        except ShellError as error:
            report(sh, error)
            if builtin.is_special:
                raise leave(sh) from None
            return
        assignments = self._assignments
        in_scope = assignments is not None and not builtin.is_special
        if self._tested:
            sh.tested_depth += 1
        if in_scope:
            sh.variables.push_scope()
        try:
            if assignments is None:
                done: list[str] = []
            elif in_scope:
                done = assignments.assign_for_call()
            else:
                done = assignments.assign(is_exported=builtin.name == "exec")
            self._trace(done, argv)
        except ShellError as error:
            raise fatal(sh, error) from None
        else:
            run_main(sh, builtin, argv)
        finally:
            if in_scope:
                sh.variables.pop_scope()
            if self._tested:
                sh.tested_depth -= 1
            if saved is not None:
                self._end_redirections(saved)

    def _end_redirections(self, saved: Saved) -> None:
        if self._sh.keep_redirections:
            self._sh.keep_redirections = False
            saved.forget()
        else:
            saved.undo()

    # Utilities

    def _run_utility(self, argv: list[str]) -> None:
        from minishell.commands.launch import run_external

        sh = self._sh
        if sh.frame is not None and any(["PPID" in word for word in argv]):
            fork_for_parent(sh)
        assignments = self._assignments
        no_assignments: list[str] = []
        try:
            if assignments is None:
                environment, given, done = sh.variables.environment(), None, no_assignments
            else:
                environment, given, done = assignments.environment()
        except ShellError as error:
            raise fatal(sh, error) from None
        self._trace(done, argv)
        try:
            run_external(sh, argv, environment, None if given is None else given.get("PATH"), self._redirections, self.node)
        except ShellError as error:
            # Also an expansion in a redirection ends nothing here: others do it in the utility's own process.
            report_through(sh, error, self._redirections)

    def replace(self) -> None:
        """Run as the last command of a process: a utility takes the process over, without a fork (``exec``)."""
        sh = self._sh
        if sh.attention or (sh.options.monitor and not sh.is_subshell):
            self.run()
            return
        sh.line = self._line
        sh.substitution_status = 0
        try:
            argv = self._fields()
        except ShellError as error:
            raise fatal(sh, error) from None
        if not argv or sh.functions.get(argv[0]) is not None or sh.builtins.find(argv[0]) is not None:
            if argv:
                self._dispatch(argv)
            else:
                self._run_without_name()
            return
        from minishell.commands.launch import replace_process

        try:
            if self._redirections is not None:
                self._redirections.apply_for_good()
            environment, given = sh.variables.environment(), None
            if self._assignments is not None:
                environment, given, _ = self._assignments.environment()
            replace_process(sh, argv, environment, None if given is None else given.get("PATH"))
        except (ExpansionError, AssignmentError) as error:
            raise fatal(sh, error) from None
        except ShellError as error:
            report(sh, error)


def report_through(sh: Shell, error: ShellError, redirections: Redirections | None) -> None:
    """Tell that a utility could not be run where its own standard error goes: ``nosuch 2>/dev/null`` is silent."""
    if redirections is None or error.status not in (126, 127):
        report(sh, error)
        return
    try:
        saved = redirections.apply()
    except ShellError:
        report(sh, error)
        return
    try:
        report(sh, error)
    finally:
        saved.undo()


def before_builtin(sh: Shell, builtin: Builtin, argv: list[str]) -> None:
    """In a subshell that runs inside this process: what only a process can have is done in one."""
    if builtin.needs_process:
        # ``exec utility`` is a utility that the subshell ends with; see Interpreter.replace.
        if builtin.name != "exec" or len(argv) == 1 or argv[1].startswith("-"):
            fork_here(sh)
    elif builtin.name == "cd":
        save_directory(sh)


def run_main(sh: Shell, builtin: Builtin, argv: list[str]) -> None:
    """Call the built-in, and do what its errors demand."""
    try:
        sh.status = builtin.main(sh, argv)
    except SystemFailure as error:
        report(sh, error, f"{argv[0]}: ")
    except (ExpansionError, AssignmentError) as error:
        report(sh, error, f"{argv[0]}: ")
        if builtin.is_special:
            raise leave(sh) from None
    except ShellError as error:
        report(sh, error, "" if hasattr(error, "at") else f"{argv[0]}: ")
        if builtin.is_special:
            raise leave(sh) from None
    except OSError as error:
        write_failed(sh, argv[0], error)
