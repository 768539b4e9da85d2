"""Zombies, strangers, crowds of children, exhausted resources."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest
from under_test import Run, Start, finish, shell_command


def children(pid: int) -> list[str]:
    """States of the children of *pid*, as /proc shows them."""
    states: list[str] = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            states.append(fields[0])
    return states


def wait_for(path: Path) -> None:
    """Until the script under test has made *path*."""
    while not path.exists():
        time.sleep(0.005)


@pytest.mark.parametrize("way", ["", "set -o pollreap; "])
def test_no_zombie_outlives_the_next_command(start: Start, tmp_path: Path, way: str) -> None:
    script = (
        way
        + "for i in 1 2 3 4 5; do (exit $i) & done; /bin/sleep 0.1; /bin/true; : >ready; "
        + "while ! test -e go; do /bin/sleep 0.01; done"
    )
    process = start("-c", script)
    wait_for(tmp_path / "ready")
    assert children(process.pid).count("Z") <= 1  # the sleep that may just have ended
    (tmp_path / "go").touch()
    assert finish(process).status == 0


def test_no_process_is_left_behind(start: Start, tmp_path: Path) -> None:
    process = start("-c", "echo a | cat | cat; x=$(echo b | cat); (sh -c :); cat <<E\nbody\nE\n: | : ; true & wait")
    finish(process)
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # its session's processes


def test_a_crowd_of_jobs(run: Run) -> None:
    result = run("-c", "i=0; while test $i -lt 400; do : & i=$((i+1)); done; wait; echo $?", limit_seconds=40)
    assert result.out == "0\n"


def test_children_inherited_by_exec_are_no_errors(run: Run) -> None:
    shell = " ".join(shell_command())
    script = """
        sh -c "exit 4"; echo $?
        wait; echo $?
        sleep 0.1; echo a | cat
        (exit 5) & wait $!; echo $?
    """
    result = run("-c", f"sleep 0.05 & (exit 3) & exec {shell} -c '{script}'")
    assert result.out == "4\n0\na\n5\n"
    assert result.err == ""


def test_as_the_reaper_of_strangers(run: Run) -> None:
    # A subreaper, as pid 1 of a container: orphans of its grandchildren come to it.
    program = "import ctypes, os, sys; ctypes.CDLL(None).prctl(36, 1, 0, 0, 0); os.execv(sys.argv[1], sys.argv[1:])"
    inner = """
        i=0; while test $i -lt 20; do sh -c 'sleep 0.01 & :'; i=$((i+1)); done
        sleep 0.1; sh -c 'exit 3'; echo $?
        wait; (exit 4) & wait $!; echo $?
    """
    script = f"exec {sys.executable} -I -S -c '{program}' \"$@\""
    result = run("-c", script, "sh", *shell_command(), "-c", inner)
    assert result.out == "3\n4\n"
    assert result.err == ""


def test_a_large_file_is_refused_by_its_limit(run: Run, tmp_path: Path) -> None:
    result = run("-c", "ulimit -f 1; head -c 100000 /dev/zero >f; echo $?")
    assert result.out == "153\n"
    result = run("-c", "x=$(printf '%0100000d' 0); trap '' XFSZ; ulimit -f 1; echo $x >f; test $? -gt 0 && echo failed")
    assert result.out == "failed\n"
    assert "File too large" in result.err


@pytest.mark.parametrize(
    "script",
    [
        "x=$(head -c 300000000 /dev/zero | tr '\\0' x); echo ${#x}",
        "x=xxxxxxxxxxxxxxxx; while :; do x=$x$x; done",
        'set -- a; while :; do set -- "$@" "$@"; done',
        "f() { f $1$1; }; f xxxxxxxx",
        "x=$(printf '%010000000d' 0); y=$x$x$x$x$x; z=$y$y$y$y$y; echo ${z#*1}",
    ],
)
def test_little_memory_ends_in_one_clear_error(run: Run, script: str) -> None:
    result = run("-c", script, limits={"AS": 200_000_000}, limit_seconds=60)
    if result.status != 0:
        assert result.err.count("\n") <= 3
        assert result.err != ""


@pytest.mark.slow
@pytest.mark.parametrize("script", ["f() { f; }; f", "f() { g; }; g() { f; }; f", "f() { x=$(:); f; }; f", "f() { eval f; }; f"])
def test_endless_recursion_ends_in_one_clear_error(run: Run, script: str) -> None:
    result = run("-c", f"{script}; echo no", limit_seconds=60)
    assert result.status > 0
    assert result.out == ""
    assert 1 <= len(result.err.splitlines()) <= 3  # a syntax error shows its line and a caret


def test_a_small_stack_is_no_crash(run: Run) -> None:
    result = run("-c", "f() { test $1 -gt 0 && f $(($1-1)); }; f 500; echo end", limits={"STACK": 1_000_000})
    assert result.status >= 0


def test_deep_nesting_of_the_text_is_no_crash(run: Run) -> None:
    for opening, closing in [("( ", " )"), ("{ ", "; }"), ("$(", ")"), ("if :; then ", "; fi"), ("${x:-", "}"), ("! { ", "; }")]:
        for depth in (100, 3000, 20000):
            text = opening * depth + "echo a" + closing * depth
            result = run(text=f"{'echo ' if opening.startswith('$') else ''}{text}\n".encode(), limit_seconds=60)
            assert result.status >= 0, (opening, depth)
            if depth == 100 and opening != "$(":
                assert result.status == 0, (opening, depth)


def test_too_long_arguments_are_126(run: Run) -> None:
    result = run("-c", "x=$(printf '%0300000d' 0); /bin/echo $x; echo $?; echo on")
    assert result.out == "126\non\n"
    assert "Argument list too long" in result.err


def test_names_that_are_too_long(run: Run) -> None:
    name = "n" * 5000
    result = run(
        "-c",
        f"{name}; echo $?; ./{name}; echo $?; cd {name}; echo $?; echo x >{name}; echo $?; test -e {name}; echo $?; echo {name}*",
    )
    assert result.out == f"127\n126\n1\n1\n1\n{name}*\n" or result.out.startswith("127\n")


def test_a_text_file_that_is_no_program(run: Run, tmp_path: Path) -> None:
    for name, data in {
        "zeros": b"\0\0\0\0",
        "elf": b"\x7fELF garbage\0\0",
        "empty": b"",
        "interpreter": b"#!/nonexistent\n",
    }.items():
        (tmp_path / name).write_bytes(data)
        (tmp_path / name).chmod(0o755)
    result = run("-c", "./zeros; echo $?; ./elf; echo $?; ./empty; echo $?; ./interpreter; echo $?")
    statuses = result.out.split()
    assert statuses[0] == "126"
    assert statuses[1] == "126"
    assert statuses[2] == "0"
    assert statuses[3] in ("126", "127")


def test_a_program_that_is_being_written(run: Run, tmp_path: Path) -> None:
    program = tmp_path / "busy"
    program.write_bytes(Path("/bin/true").read_bytes())
    program.chmod(0o755)
    with open(program, "ab"):
        result = run("-c", "./busy; echo $?; echo on")
    assert result.out == "126\non\n"


def test_the_directory_is_gone(run: Run, tmp_path: Path) -> None:
    result = run("-c", "mkdir d; cd d; rmdir ../d; echo ok; /bin/echo child; echo * ; (cd ..; pwd) >/dev/null; cd /; pwd")
    assert result.out == "ok\nchild\n*\n/\n"


def test_started_in_a_directory_that_is_gone(run: Run, tmp_path: Path) -> None:
    shell = " ".join(shell_command())
    result = run("-c", f"mkdir d; cd d; rmdir ../d; exec {shell} -c 'echo ok; cd /; pwd'")
    assert result.out == "ok\n/\n"
