"""What a workload is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Workload:
    """A script that all shells run.

    ``arguments`` come between the shell and the script's file (``-n``).
    ``how``: the script is given as a ``file``, by ``-c`` (``command``), on ``stdin``, at a terminal (``prompt``), or it is what
    autoconf made (``configure``).
    ``prepare`` makes what the script needs in its directory, once.
    ``sizes``: the script is run with each as ``$1``, and the growth of its time is what counts; the first is as small as can be,
    and its time is taken for the cost of starting.
    ``unit``: ``s`` for CPU seconds; ``kB``: the script prints a number of kilobytes, and that is the result.
    """

    group: str
    name: str
    script: str
    how: str = "file"
    arguments: tuple[str, ...] = ()
    prepare: Callable[[Path], None] | None = None
    sizes: tuple[int, ...] = ()
    unit: str = "s"
