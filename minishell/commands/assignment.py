"""Variable assignments of a simple command (2.9.1.1, 2.9.1.2)."""

from __future__ import annotations

from minishell.encoding import encode
from minishell.errors import AssignmentError
from minishell.expand.words import compile_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.shell import Shell
    from minishell.syntax.nodes import Assignment


class Assignments:
    """The assignments of one command, compiled; values are expanded in order, each seeing those before it."""

    __slots__ = ("_pairs", "_sh")

    def __init__(self, nodes: tuple[Assignment, ...], sh: Shell) -> None:
        self._sh = sh
        self._pairs: list[tuple[str, Callable[[], str]]] = [(node.name, compile_text(node.value, sh)) for node in nodes]

    def assign(self, is_exported: bool = False) -> list[str]:
        """Assign to stay; gives ``name=value`` texts for ``set -x``. Raises AssignmentError, ExpansionError."""
        sh = self._sh
        done = []
        for name, value in self._pairs:
            text = value()
            sh.assign(name, text)
            if is_exported:
                sh.variables.export(name)
            done.append(f"{name}={text}")
        return done

    def assign_for_call(self) -> list[str]:
        """Assign and export in the scope that was just pushed; it ends with the command (2.9.1.2)."""
        variables = self._sh.variables
        done = []
        for name, value in self._pairs:
            text = value()
            if name in variables.readonly:
                raise AssignmentError(f"{name}: is read only")
            variables.declare_local(name)
            variables.assign(name, text)
            variables.export(name)
            done.append(f"{name}={text}")
        return done

    def environment(self) -> tuple[dict[bytes, bytes], dict[str, str], list[str]]:
        """What a utility gets: the environment, the variables among it that were just given, their texts for ``set -x``.

        A later value sees the earlier ones; the shell's own variables are as before at the end.
        """
        variables = self._sh.variables
        if len(self._pairs) == 1:
            name, value = self._pairs[0]
            text = value()
            if name in variables.readonly:
                raise AssignmentError(f"{name}: is read only")
            return {**variables.environment(), encode(name): encode(text)}, {name: text}, [f"{name}={text}"]
        variables.push_scope()
        try:
            done = self.assign_for_call()
            given = {name: variables.values[name] for name, _ in self._pairs}
            return dict(variables.environment()), given, done
        finally:
            variables.pop_scope()
