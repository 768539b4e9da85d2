"""Closed, full and few descriptors; what children get."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest
from under_test import Run, Start, finish

CLOSED = [fds for count in (1, 2, 3) for fds in itertools.combinations((0, 1, 2), count)]

WITH_CLOSED = {
    "redirections": ("echo hi >f; cat <f >g; read x <g; echo $x >out", "hi\n"),
    "pipeline": ("echo a | cat | cat >out", "a\n"),
    "substitution": ("x=$(echo a; /bin/echo b); echo $x >out", "a b\n"),
    "here_document": ("cat <<E >out\nbody $((1+1))\nE\n", "body 2\n"),
    "asynchronous_list": ("/bin/echo a >out & wait $!; echo $? >>out", "a\n0\n"),
    "subshell": ("(cd /; x=1) ; (echo in) >out; echo $? >>out", "in\n0\n"),
    "save_and_restore": ("{ echo a; } >out; { echo b; } >>out 2>f; echo c >>out", "a\nb\nc\n"),
    "dot": ("echo 'echo dot >out' >s; . ./s", "dot\n"),
}


@pytest.mark.parametrize("closed", CLOSED, ids=lambda fds: "closed_" + "_".join(map(str, fds)))
@pytest.mark.parametrize("name", WITH_CLOSED)
def test_closed_standard_descriptors_do_no_harm(run: Run, tmp_path: Path, name: str, closed: tuple[int, ...]) -> None:
    script, expected = WITH_CLOSED[name]
    result = run("-c", script + "\nexit 3", close=closed)
    assert result.status == 3
    assert (tmp_path / "out").read_text() == expected


@pytest.mark.parametrize("closed", CLOSED, ids=lambda fds: "closed_" + "_".join(map(str, fds)))
def test_a_closed_descriptor_stays_closed_for_children(run: Run, tmp_path: Path, closed: tuple[int, ...]) -> None:
    # The list of the shell's own descriptors, by a child that opens none: the shell's read of a directory's names would.
    script = "for n in 0 1 2 3 4 5 6 7 8 9; do test -e /proc/self/fd/$n && l=$l$n; done; : >fds_$l"
    run("-c", f"{script}; exit 0", close=closed)
    (found,) = (path.name for path in tmp_path.glob("fds_*"))
    assert found == "fds_" + "".join(str(fd) for fd in (0, 1, 2) if fd not in closed)


WRITERS = [
    "echo x",
    "printf x",
    "pwd",
    "set",
    "set -o",
    "export -p",
    "readonly -p",
    "alias a=b; alias",
    "umask",
    "ulimit",
    "ulimit -a",
    "times",
    "trap : USR1; trap",
    "command -v sh",
    "command -V sh",
    "type sh",
    "hash sh; hash",
    "kill -l",
    "help cd",
    "sleep 0 & jobs",
]


@pytest.mark.parametrize("script", WRITERS)
def test_a_full_device_is_an_error_of_the_builtin_that_writes(run: Run, script: str) -> None:
    *before, last = script.replace("&", "&;").split(";")
    text = "; ".join(before).replace("&;", "&")
    result = run("-c", f"x=1; readonly r=1; export e=1; {text}\ncommand {last} >/dev/full; test $? -gt 0 && echo failed")
    assert result.out == "failed\n"
    assert "No space left on device" in result.err


@pytest.mark.parametrize("script", WRITERS)
def test_a_closed_standard_output_is_an_error_of_the_builtin_that_writes(run: Run, script: str) -> None:
    *before, last = script.replace("&", "&;").split(";")
    text = "; ".join(before).replace("&;", "&")
    result = run("-c", f"x=1; readonly r=1; export e=1; {text}\ncommand {last} >&-; test $? -gt 0 && echo failed")
    assert result.out == "failed\n"
    assert result.err != ""


def test_a_full_device_as_the_shells_output_shows_in_its_status(run: Run) -> None:
    with open("/dev/full", "wb") as full:
        assert run("-c", "echo x", stdout=full.fileno()).status > 0
        assert run("-c", "(echo x)", stdout=full.fileno()).status > 0
        assert run("-c", "f() { echo x; }; f", stdout=full.fileno()).status > 0


def test_errors_can_go_to_a_full_device(run: Run) -> None:
    result = run("-c", "exec 2>/dev/full; nosuchcommand; echo $?; cd /nonexistent; echo $?; set -x; echo traced")
    assert result.out == "127\n1\ntraced\n"


def test_standard_error_closed_in_the_script(run: Run) -> None:
    result = run("-c", "exec 2>&-; nosuchcommand; echo $?; set -x; echo a | cat")
    assert result.out == "127\na\n"


@pytest.mark.parametrize("limit", [3, 4, 6, 8, 10, 11, 12, 14, 16, 20])
@pytest.mark.parametrize(
    "script",
    [
        "echo a | cat; echo $?",
        "x=$(echo a); echo $x",
        "x=$(/bin/echo a); echo $x",
        "cat <<E\nbody\nE\n",
        "{ echo a; } 3>f 4>g 5>h; echo b",
        "echo a >f; cat f",
        "echo a | cat | cat | cat | cat | cat",
        "/bin/true & wait; echo a",
        "(echo a); exec 3>f; echo b >&3",
    ],
)
def test_few_descriptors_end_in_success_or_one_clear_error(run: Run, limit: int, script: str) -> None:
    result = run("-c", f"ulimit -n {limit}\n{script}", limit_seconds=5)
    assert 0 <= result.status < 127
    if result.status != 0:
        assert result.err != ""
    for line in result.err.splitlines():
        assert line.startswith(("minishell: ", "cat:", "/bin/", "sh:"))


def test_few_descriptors_from_the_start(run: Run) -> None:
    result = run("-c", "echo a; x=$(echo b); echo $x", limits={"NOFILE": 16})
    assert result.out == "a\nb\n"


def test_many_pipelines_leak_nothing(run: Run) -> None:
    script = (
        "i=0; while test $i -lt 100; do echo a | read x; x=$(/bin/true); { :; } >f 3<f; cat <<E >f\n$i\nE\ni=$((i+1)); done\n"
    )
    result = run("-c", f"{script} echo $i", limits={"NOFILE": 32})
    assert result.out == "100\n"
    assert result.err == ""


def test_inherited_descriptors_are_passed_on(run: Run) -> None:
    read_end, write_end = os.pipe()
    os.set_inheritable(write_end, True)
    result = run("-c", f"sh -c 'echo through >/proc/self/fd/{write_end}'", pass_fds=(write_end,))
    os.close(write_end)
    assert result.status == 0
    assert os.read(read_end, 100) == b"through\n"
    os.close(read_end)


def test_an_inherited_descriptor_above_nine_is_left_alone(run: Run) -> None:
    read_end, write_end = os.pipe()
    high = 20
    os.dup2(write_end, high)
    os.close(write_end)
    script = "{ echo a; } >f; echo b | cat >f; x=$(echo c); exec 3>g; sh -c 'echo through >/proc/self/fd/20'"
    result = run("-c", script, pass_fds=(high,))
    os.close(high)
    assert result.status == 0
    assert os.read(read_end, 100) == b"through\n"
    os.close(read_end)


def test_children_get_only_the_standard_descriptors(run: Run, tmp_path: Path) -> None:
    places = [
        "ls /proc/self/fd",
        "ls /proc/self/fd | cat",
        "true | ls /proc/self/fd",
        "echo $(ls /proc/self/fd) | tr ' ' '\\n'",
        "(ls /proc/self/fd)",
        "{ ls /proc/self/fd; } <&0",
        "ls /proc/self/fd & wait",
        "f() { ls /proc/self/fd; }; f",
        "for i in 1; do ls /proc/self/fd; done <f",
        "eval 'ls /proc/self/fd'",
        "exec ls /proc/self/fd",
    ]
    (tmp_path / "f").write_text("")
    (tmp_path / "ls.sh").write_text("ls /proc/self/fd\n")
    for place in [*places, ". ./ls.sh"]:
        # 3 is what ls itself opens.
        assert run("-c", place).out.split() == ["0", "1", "2", "3"], place
    assert run("ls.sh").out.split() == ["0", "1", "2", "3"]
    assert run(text=b"ls /proc/self/fd\n").out.split() == ["0", "1", "2", "3"]


def test_a_nonblocking_standard_input_is_read_to_its_end(start: Start) -> None:
    read_end, write_end = os.pipe()
    os.set_blocking(read_end, False)
    process = start(stdin=read_end)
    os.close(read_end)
    os.write(write_end, b"echo a\nread x\nline\n")
    os.write(write_end, b'echo "$x"\n')
    os.close(write_end)
    assert finish(process).out == "a\nline\n"


def test_a_nonblocking_standard_output_loses_nothing_unsaid(start: Start) -> None:
    read_end, write_end = os.pipe()
    os.set_blocking(write_end, False)
    process = start("-c", "x=$(printf '%0200000d' 0); echo $x; test $? -gt 0 && exit 9; exit 0", stdout=write_end)
    os.close(write_end)
    data = b""
    while chunk := os.read(read_end, 65536):
        data += chunk
    os.close(read_end)
    status = process.wait(20)
    finish(process)
    assert (status, len(data)) == (0, 200001) or status == 9


def test_a_reader_that_leaves_ends_the_shell_by_sigpipe(start: Start) -> None:
    read_end, write_end = os.pipe()
    process = start("-c", "while :; do echo y; done", stdout=write_end)
    os.close(write_end)
    os.read(read_end, 100)
    os.close(read_end)
    result = finish(process)
    assert result.status == -13
    assert result.err == ""


def test_a_broken_pipe_with_sigpipe_ignored_is_a_write_error(start: Start) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    process = start("-c", "trap '' PIPE; echo y; exit $?", stdout=write_end)
    os.close(write_end)
    result = finish(process)
    assert result.status > 0
    assert "Broken pipe" in result.err
