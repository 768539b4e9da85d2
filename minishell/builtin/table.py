"""The registry of built-in utilities (2.15): where each is, loaded at first use."""

from __future__ import annotations

from minishell.shell import Builtin

SPECIAL, NEEDS_PROCESS = 1, 2

ROWS: dict[str, tuple[str, str, int]] = {
    ".": ("evaluate", "dot", SPECIAL),
    ":": ("flow", "colon", SPECIAL),
    "[": ("test", "bracket", 0),
    "alias": ("alias", "alias", 0),
    "bg": ("jobs", "bg", NEEDS_PROCESS),
    "break": ("flow", "break_", SPECIAL),
    "cd": ("directory", "cd", 0),
    "command": ("command", "command", 0),
    "continue": ("flow", "continue_", SPECIAL),
    "disown": ("jobs", "disown", NEEDS_PROCESS),
    "echo": ("echo", "echo", 0),
    "eval": ("evaluate", "eval_", SPECIAL),
    "exec": ("command", "exec_", SPECIAL | NEEDS_PROCESS),
    "exit": ("flow", "exit_", SPECIAL),
    "export": ("variables", "export", SPECIAL),
    "false": ("flow", "false", 0),
    "fc": ("history", "fc", 0),
    "fg": ("jobs", "fg", NEEDS_PROCESS),
    "getopts": ("getopts", "getopts", 0),
    "hash": ("identify", "hash_", 0),
    "help": ("help", "help_", 0),
    "history": ("history", "history", 0),
    "jobs": ("jobs", "jobs", 0),
    "kill": ("kill", "kill", 0),
    "local": ("variables", "local", 0),
    "printf": ("printf", "printf", 0),
    "pwd": ("directory", "pwd", 0),
    "read": ("read", "read", 0),
    "readonly": ("variables", "readonly", SPECIAL),
    "return": ("flow", "return_", SPECIAL),
    "set": ("set_", "set_", SPECIAL),
    "shift": ("set_", "shift", SPECIAL),
    "source": ("evaluate", "dot", SPECIAL),
    "suspend": ("jobs", "suspend", NEEDS_PROCESS),
    "test": ("test", "test", 0),
    "times": ("limits", "times", SPECIAL),
    "trap": ("trap", "trap", SPECIAL | NEEDS_PROCESS),
    "true": ("flow", "true", 0),
    "type": ("identify", "type_", 0),
    "ulimit": ("limits", "ulimit", NEEDS_PROCESS),
    "umask": ("limits", "umask", NEEDS_PROCESS),
    "unalias": ("alias", "unalias", 0),
    "unset": ("variables", "unset", SPECIAL),
    "wait": ("wait", "wait", NEEDS_PROCESS),
}


class Table:
    """The built-in utilities by name."""

    __slots__ = ("_loaded",)

    def __init__(self) -> None:
        self._loaded: dict[str, Builtin] = {}

    def find(self, name: str) -> Builtin | None:
        """The built-in of that name, its module loaded; None when there is none."""
        builtin = self._loaded.get(name)
        if builtin is None and name in ROWS:
            module_name, function_name, flags = ROWS[name]
            module = __import__(f"minishell.builtin.{module_name}", fromlist=(function_name,))
            main = getattr(module, function_name)
            builtin = self._loaded[name] = Builtin(name, main, bool(flags & SPECIAL), bool(flags & NEEDS_PROCESS))
        return builtin

    def knows(self, name: str) -> bool:
        """Whether there is a built-in of that name; loads nothing."""
        return name in ROWS

    def names(self) -> list[str]:
        """All names, sorted."""
        return sorted(ROWS)
