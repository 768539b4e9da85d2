"""The trap table (2.15 trap): which condition has which action. Signal dispositions are set elsewhere."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Snapshot: TypeAlias = tuple[dict[str, str], dict[str, str]]


class TrapTable:
    """Actions by condition: ``"EXIT"``, or a signal's name without SIG. An empty action ignores; no entry is the default.

    ``inherited``: the actions that were in force before a subshell reset them, which ``trap`` prints there until the first
    change; a subshell of a subshell that changed none still knows them, as in bash and yash.
    """

    __slots__ = ("actions", "inherited")

    def __init__(self) -> None:
        self.actions: dict[str, str] = {}
        self.inherited: dict[str, str] = {}

    def action(self, condition: str) -> str | None:
        """The action, None for the default."""
        return self.actions.get(condition)

    def set(self, condition: str, action: str | None) -> None:
        """Set the action, or with None the default."""
        self.inherited = {}
        if action is None:
            self.actions.pop(condition, None)
        else:
            self.actions[condition] = action

    def shown(self) -> dict[str, str]:
        """What ``trap`` without operands prints."""
        return self.inherited or self.actions

    def enter_subshell(self) -> None:
        """A subshell has the default for everything that was not ignored (2.13)."""
        if self.actions:
            self.inherited = self.inherited or self.actions
            self.actions = {condition: action for condition, action in self.actions.items() if not action}

    def snapshot(self) -> Snapshot:
        """All of it, for ``restore``; a copy, since a subshell may change its traps in place."""
        return self.actions.copy(), self.inherited

    def restore(self, snapshot: Snapshot) -> None:
        """Give the table what it had."""
        self.actions, self.inherited = snapshot
