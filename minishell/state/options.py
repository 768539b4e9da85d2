"""The shell's options (2.15 set, XCU sh): one bool each. They are stored here, and acted on elsewhere."""

from __future__ import annotations

from _operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Snapshot: TypeAlias = tuple[bool, ...]

LETTERS = {
    "a": "allexport",
    "b": "notify",
    "C": "noclobber",
    "e": "errexit",
    "f": "noglob",
    "h": "hashall",
    "m": "monitor",
    "n": "noexec",
    "u": "nounset",
    "v": "verbose",
    "x": "xtrace",
}
"""Options with a letter, for ``set`` and the shell's own command line."""

NAMES = (*LETTERS.values(), "ignoreeof", "nolog", "pipefail", "vi", "emacs", "reapreport", "pollreap")
"""Options that ``set -o`` knows."""

SHOWN = {**LETTERS, "i": "interactive", "s": "stdin"}
"""What ``$-`` shows."""


class Options:
    """One attribute for each option. ``interactive``, ``login`` and ``stdin`` are decided when the shell starts."""

    __slots__ = (*NAMES, "interactive", "login", "stdin")

    allexport: bool
    notify: bool
    noclobber: bool
    errexit: bool
    noglob: bool
    hashall: bool
    monitor: bool
    noexec: bool
    nounset: bool
    verbose: bool
    xtrace: bool
    ignoreeof: bool
    nolog: bool
    pipefail: bool
    vi: bool
    emacs: bool
    reapreport: bool
    pollreap: bool
    interactive: bool
    login: bool
    stdin: bool

    def __init__(self) -> None:
        for name in self.__slots__:
            setattr(self, name, False)
        self.hashall = True

    def letters(self) -> str:
        """The value of ``$-``."""
        return "".join([letter for letter, name in SHOWN.items() if getattr(self, name)])

    def snapshot(self) -> Snapshot:
        """All values, for ``restore``."""
        return _all_values(self)

    def restore(self, snapshot: Snapshot) -> None:
        """Give all options the values they had."""
        if snapshot != _all_values(self):
            for name, value in zip(self.__slots__, snapshot, strict=True):
                setattr(self, name, value)

    def value_in(self, snapshot: Snapshot, name: str) -> bool:
        """The value that an option had."""
        return snapshot[self.__slots__.index(name)]


_all_values: Callable[[Options], Snapshot] = attrgetter(*Options.__slots__)
