"""Shell variables (2.5.3): values, attributes, scopes.

One flat dictionary of values for the whole life of the shell: closures keep it and read it directly. Scopes of functions
(``local``, assignments before a call) are an undo log, so a name is found in one step however deep calls go.
"""

from __future__ import annotations

import os
from time import monotonic, time_ns

from minishell.encoding import decode, encode
from minishell.errors import AssignmentError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Hook: TypeAlias = Callable[[str | None], None]

MULTIPLIER, INCREMENT, MODULUS = 1103515245, 12345, 1 << 31  # a linear congruence; the upper 15 bits are given out
SPREAD = 2654435761  # takes neighbouring numbers far apart

RANDOM, SECONDS = "RANDOM", "SECONDS"
NOT_IMPORTED = frozenset(("LINENO",))
FIRST_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"  # when the shell was given no PATH at all


class Kept:
    """What a variable was before a scope changed it. ``state`` is that of a dynamic variable."""

    __slots__ = ("is_exported", "is_readonly", "state", "value")

    def __init__(self, value: str | None, is_exported: bool, is_readonly: bool, state: float | None) -> None:
        self.value = value
        self.is_exported = is_exported
        self.is_readonly = is_readonly
        self.state = state


class Snapshot:
    """What ``VariableStore.snapshot`` keeps."""

    __slots__ = (
        "depth",
        "dynamic",
        "environment",
        "exported",
        "guarded",
        "hooks",
        "option_index",
        "readonly",
        "scope",
        "states",
        "values",
    )

    def __init__(self, store: VariableStore) -> None:
        self.values = store.values.copy()
        self.exported = store.exported.copy()
        self.readonly = store.readonly.copy()
        self.guarded = store.guarded.copy()
        self.hooks = store.hooks.copy()
        self.dynamic = store.dynamic.copy()
        self.states = store._states.copy()
        self.environment = store._environment
        self.option_index = store.option_index
        # A subshell can add to the innermost scope; it can neither leave that nor reach those outside of it.
        self.depth = len(store.scopes)
        scope = store.scopes[-1] if store.scopes else None
        self.scope = None if scope is None else scope.copy()


class VariableStore:
    """``values`` may be read directly; it may be written directly for names that are not in ``guarded``.

    ``guarded``: names whose assignment must go through ``assign``: readonly, exported, or with a hook.
    ``hooks`` are called after a change, with the new value or None. ``dynamic`` values are computed when read; such a name is
    never in ``values``, and unsetting it takes its meaning away. ``values`` and ``guarded`` are the same objects for ever.
    ``option_index``: where getopts stands inside a cluster of options.
    ``scopes``: what each scope keeps for its end, None while that is nothing; a caller may append None and pop it by itself.
    """

    __slots__ = (
        "_environment",
        "_passed_on",
        "_states",
        "_subshells",
        "dynamic",
        "exported",
        "guarded",
        "hooks",
        "option_index",
        "readonly",
        "scopes",
        "values",
    )

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.exported: set[str] = set()
        self.readonly: set[str] = set()
        self.hooks: dict[str, Hook] = {RANDOM: self._seed, SECONDS: self._set_seconds}
        self.dynamic: dict[str, Callable[[], str]] = {RANDOM: self._next_random, SECONDS: self._elapsed}
        self.guarded: set[str] = set(self.dynamic)
        self.option_index = 0
        self.scopes: list[dict[str, Kept] | None] = []
        self._environment: dict[bytes, bytes] | None = None
        self._passed_on: dict[bytes, bytes] = {}  # entries of the environment whose names no variable can have
        self._states: dict[str, float] = {RANDOM: (os.getpid() * SPREAD ^ time_ns()) % MODULUS, SECONDS: monotonic()}
        self._subshells = 0

    # Values

    def get(self, name: str) -> str | None:
        """The value, None when unset."""
        value = self.values.get(name)
        if value is None and name in self.dynamic:
            return self.dynamic[name]()
        return value

    def assign(self, name: str, value: str) -> None:
        """Set the value. Raises AssignmentError when the variable is readonly."""
        if name in self.readonly:
            raise AssignmentError(f"{name}: is read only")
        if name not in self.dynamic:
            self.values[name] = value
        if name in self.exported:
            self._environment = None
        hook = self.hooks.get(name)
        if hook is not None:
            hook(value)

    def unset(self, name: str) -> None:
        """Remove the variable and its attributes. Raises AssignmentError when it is readonly."""
        if name in self.readonly:
            raise AssignmentError(f"{name}: is read only")
        if self.dynamic.pop(name, None) is not None:
            del self.hooks[name]
        self.values.pop(name, None)
        self.unexport(name)
        self._guard(name)
        hook = self.hooks.get(name)
        if hook is not None:
            hook(None)

    def export(self, name: str) -> None:
        """Give the export attribute; a variable without value gets into the environment once it has one."""
        if name not in self.exported:
            self.exported.add(name)
            self.guarded.add(name)
            self._environment = None

    def unexport(self, name: str) -> None:
        """Take the export attribute away."""
        if name in self.exported:
            self.exported.discard(name)
            self._environment = None
            self._guard(name)

    def set_readonly(self, name: str) -> None:
        """Give the readonly attribute, for good."""
        self.readonly.add(name)
        self.guarded.add(name)

    def add_hook(self, name: str, hook: Hook) -> None:
        """Have *hook* called after each change of the variable."""
        self.hooks[name] = hook
        self.guarded.add(name)

    def names(self) -> list[str]:
        """Names of all variables that are set, sorted."""
        return sorted([*self.values, *self.dynamic])

    def _guard(self, name: str) -> None:
        if name in self.exported or name in self.readonly or name in self.hooks:
            self.guarded.add(name)
        else:
            self.guarded.discard(name)

    # The environment of utilities

    def import_environment(self, environment: dict[bytes, bytes]) -> None:
        """Take the variables over that the shell was given, exported, and set those that a shell has (2.5.3)."""
        values = self.values
        for name_bytes, value_bytes in environment.items():
            name = decode(name_bytes)
            if not is_name(name):
                self._passed_on[name_bytes] = value_bytes
            elif name not in NOT_IMPORTED:
                self.assign(name, decode(value_bytes))
                self.exported.add(name)
        # A parent could lead a script astray with these.
        values["IFS"] = " \t\n"
        values["OPTIND"] = "1"
        values["PPID"] = str(os.getppid())
        values.setdefault("PATH", FIRST_PATH)
        values.setdefault("PS1", "$ " if os.geteuid() else "# ")
        values.setdefault("PS2", "> ")
        values.setdefault("PS4", "+ ")
        self._set_directory()
        self.exported.add("PWD")
        self.guarded |= self.exported
        self._environment = None

    def _set_directory(self) -> None:
        """PWD as it was given, when it is an absolute name of the current directory without dots, else found anew."""
        given = self.values.pop("PWD", "")
        try:
            if given.startswith("/") and not {".", ".."} & set(given.split("/")):
                here, there = os.stat("."), os.stat(encode(given))
                if os.path.samestat(here, there):
                    self.values["PWD"] = given
                    return
        except OSError:
            pass
        try:
            self.values["PWD"] = decode(os.getcwdb())
        except OSError:
            pass

    def environment(self) -> dict[bytes, bytes]:
        """What a utility gets: exported variables that are set. Not to be changed by the caller."""
        if self._environment is not None:
            return self._environment
        environment = dict(self._passed_on)
        for name in self.exported:
            value = self.get(name)
            if value is not None:
                environment[encode(name)] = encode(value)
        if self.exported.isdisjoint(self.dynamic):
            self._environment = environment
        return environment

    # Scopes

    @property
    def has_scope(self) -> bool:
        """Whether there is a scope: a function is being called, or assignments stand before a command."""
        return bool(self.scopes)

    def push_scope(self) -> None:
        """Enter a scope: what ``declare_local`` names from now on is given back by ``pop_scope``."""
        self.scopes.append(None)

    def declare_local(self, name: str) -> None:
        """Keep the variable as it is for the end of the scope; its value stays for now."""
        scope = self.scopes[-1]
        if scope is None:
            scope = self.scopes[-1] = {}
        if name not in scope:
            state = self._states.get(name) if name in self.dynamic else None
            scope[name] = Kept(self.values.get(name), name in self.exported, name in self.readonly, state)

    def pop_scope(self) -> None:
        """Leave a scope."""
        scope = self.scopes.pop()
        if scope is not None:
            for name, kept in scope.items():
                self._put_back(name, kept)

    def _put_back(self, name: str, kept: Kept) -> None:
        if not kept.is_readonly:
            self.readonly.discard(name)
        if kept.value is None:
            self.values.pop(name, None)
        else:
            self.values[name] = kept.value
        if kept.is_exported or name in self.exported:
            self._environment = None
        if kept.is_exported:
            self.exported.add(name)
        else:
            self.exported.discard(name)
        self._guard(name)
        if kept.state is not None:
            self._states[name] = kept.state
        elif name in self.hooks:
            self.hooks[name](kept.value)

    # Subshells

    def snapshot(self) -> Snapshot:
        """Everything, for ``restore`` at the end of the subshell that begins now.

        The subshell gets random numbers of its own: ``$(f)$(f)`` would else see the same ones twice.
        """
        kept = Snapshot(self)
        self._subshells += 1
        self._states[RANDOM] = (int(self._states[RANDOM]) ^ self._subshells * SPREAD ^ os.getpid()) % MODULUS
        return kept

    def restore(self, snapshot: Snapshot) -> None:
        """Give everything back."""
        self.values.clear()
        self.values.update(snapshot.values)
        self.guarded.clear()
        self.guarded.update(snapshot.guarded)
        self.exported = snapshot.exported
        self.readonly = snapshot.readonly
        self.hooks = snapshot.hooks
        self.dynamic = snapshot.dynamic
        self._states = snapshot.states
        self._environment = snapshot.environment
        self.option_index = snapshot.option_index
        del self.scopes[snapshot.depth :]
        if self.scopes:
            self.scopes[-1] = snapshot.scope

    # RANDOM and SECONDS: states are the last number, and the time at which SECONDS was 0

    def _next_random(self) -> str:
        number = (int(self._states[RANDOM]) * MULTIPLIER + INCREMENT) % MODULUS
        self._states[RANDOM] = number
        return str(number >> 16)

    def _seed(self, value: str | None) -> None:
        self._states[RANDOM] = integer(value) % MODULUS

    def _elapsed(self) -> str:
        return str(int(monotonic() - self._states[SECONDS]))

    def _set_seconds(self, value: str | None) -> None:
        self._states[SECONDS] = monotonic() - integer(value)


def is_name(text: str) -> bool:
    """Whether *text* can be a variable's name (XBD 3.216)."""
    return text.isascii() and text.isidentifier()


def integer(text: str | None) -> int:
    """*text* as a decimal integer, 0 when it is none."""
    try:
        return int(text or "0")
    except ValueError:
        return 0
