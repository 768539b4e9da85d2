"""Starting processes, and what their statuses say."""

from __future__ import annotations

import os
import signal
from errno import E2BIG, EACCES, ENOENT, ENOEXEC
from pathlib import Path

import pytest

from minishell.errors import SystemFailure
from minishell.system import descriptors, process, signals


def output_of(argv: list[str], moves: list[tuple[int, int | None]], **how: object) -> tuple[str, int]:
    """What a spawned program writes to standard output, and its raw wait status."""
    reader, writer = descriptors.pipe()
    environment = how.get("environment", {b"PATH": b"/usr/bin:/bin"})
    group = how.get("process_group")
    pid = process.spawn(argv[0].encode(), [word.encode() for word in argv], environment, [(1, writer), *moves], group)  # type: ignore[arg-type]
    os.close(writer)
    with open(reader, encoding="utf-8") as file:
        text = file.read()
    return text, os.waitpid(pid, 0)[1]


def test_spawn_gives_exactly_the_environment() -> None:
    environment = {b"A": b"1", b"B": b"\xff"}
    text, _ = output_of(["/usr/bin/env", "env", "-0"], [], environment={b"A": b"1"})
    assert text in ("", "A=1\0")  # env itself refuses -0 with a command
    reader, writer = descriptors.pipe()
    pid = process.spawn(b"/usr/bin/env", [b"env"], environment, [(1, writer)], None)
    os.close(writer)
    assert os.read(reader, 100) == b"A=1\nB=\xff\n"
    assert os.waitpid(pid, 0)[1] == 0


def test_spawn_does_the_moves_in_order(tmp_path: Path) -> None:
    file = descriptors.move_up(os.open(tmp_path / "f", os.O_WRONLY | os.O_CREAT))
    # Standard error becomes the pipe, then standard output the file: 2>&1 >f
    text, _ = output_of(["/bin/sh", "-c", "echo out; echo error >&2"], [(2, 1), (1, file)])
    assert text == "error\n"
    assert (tmp_path / "f").read_text() == "out\n"


def test_spawn_can_close() -> None:
    text, _ = output_of(["/bin/sh", "-c", "test -e /proc/self/fd/2 || echo closed"], [(2, None)])
    assert text == "closed\n"


def test_a_program_gets_the_standard_descriptors_only() -> None:
    descriptors.duplicate_up(0)
    text, _ = output_of(["/bin/ls", "/proc/self/fd"], [])
    assert text.split() == ["0", "1", "2", "3"]  # 3 is what ls opened


def test_a_program_gets_default_signals() -> None:
    signals.start()
    signals.start_interactive(True)
    signals.catch(10)
    signals.ignore(12)
    text, _ = output_of(["/bin/cat", "/proc/self/status"], [])
    fields = dict(line.split(":\t") for line in text.splitlines() if line.startswith("Sig") and "Q" not in line)
    assert fields["SigBlk"] == "0000000000000000"
    assert int(fields["SigIgn"], 16) & 0x7FFFFFFF == 0x800  # the C library's own signals, 32 and 33, left out
    assert fields["SigCgt"] == "0000000000000000"


def test_spawn_into_a_new_process_group() -> None:
    text, _ = output_of(
        ["/bin/sh", "-c", "read -r pid name state parent group rest </proc/$$/stat; echo $((pid-group))"], [], process_group=0
    )
    assert text == "0\n"


def test_errors_of_the_exec_are_the_callers(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no program")
    (tmp_path / "text").chmod(0o755)
    (tmp_path / "secret").write_text("")
    too_long = ["x" * 3_000_000]
    for path, argv, number in [
        (tmp_path / "text", [], ENOEXEC),
        (tmp_path / "secret", [], EACCES),
        (tmp_path / "none", [], ENOENT),
        (Path("/bin/true"), too_long, E2BIG),
    ]:
        with pytest.raises(OSError, match=rf"\[Errno {number}\]"):
            output_of([str(path), *argv], [])


def test_no_process_left_is_one_clear_error() -> None:
    import resource

    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    with pytest.raises(SystemFailure) as caught:
        process.fork()
    assert caught.value.message == "cannot fork: Resource temporarily unavailable"
    assert signal.pthread_sigmask(signal.SIG_BLOCK, []) == set()
    with pytest.raises(SystemFailure):
        process.spawn(b"/bin/true", [b"true"], {}, [], None)


def test_fork_gives_the_pid_of_a_child() -> None:
    pid = process.fork()
    if pid == 0:
        os._exit(7)
    assert os.waitpid(pid, 0) == (pid, 7 << 8)


def test_execute_replaces_the_process() -> None:
    pid = process.fork()
    if pid == 0:
        process.default_signals()
        process.execute(b"/bin/sh", [b"sh", b"-c", b"exit $x"], {b"x": b"5"})
    assert os.waitpid(pid, 0)[1] == 5 << 8


def test_die_of() -> None:
    pid = process.fork()
    if pid == 0:
        process.die_of(15)
    assert os.waitpid(pid, 0)[1] == 15


@pytest.mark.parametrize(
    ("raw_status", "status"), [(0, 0), (3 << 8, 3), (255 << 8, 255), (9, 137), (11 | 128, 139), (0x7F | 20 << 8, 148)]
)
def test_exit_status(raw_status: int, status: int) -> None:
    assert process.exit_status(raw_status) == status
