"""Running a command and counting what it used."""

import os
import resource
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sample:
    """One run: CPU seconds of the process and all children it waited for, exit status, standard output."""

    cpu_seconds: float
    status: int
    output: bytes


def clean_environment() -> dict[str, str]:
    """What every shell gets: nothing of the caller's."""
    return {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TERM": "dumb"}


def run(argv: list[str], directory: Path, stdin: Path | None = None, environment: dict[str, str] | None = None) -> Sample:
    """Run *argv* in *directory*; standard error goes to a file there, to be looked at when something is wrong."""
    output = directory / ".output"
    os.chdir(directory)
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, str(stdin or "/dev/null"), os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, str(output), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, str(directory / ".errors"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
    ]
    pid = os.posix_spawn(argv[0], argv, environment or clean_environment(), file_actions=actions)
    _, raw_status, usage = os.wait4(pid, 0)
    return Sample(cpu_seconds(usage), os.waitstatus_to_exitcode(raw_status), output.read_bytes())


def cpu_seconds(usage: resource.struct_rusage) -> float:
    """User and system time together."""
    return usage.ru_utime + usage.ru_stime
