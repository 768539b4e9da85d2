"""What the shell takes from its environment, and what it hands on."""

from __future__ import annotations

from pathlib import Path

import pytest
from under_test import PATH, Run


def test_the_environment_is_handed_on_unharmed(run: Run) -> None:
    assert sorted(line.split("=")[0] for line in run("-c", "env", environment={"A": "1"}).out.split()) == ["A", "PWD"]  # as dash


@pytest.mark.parametrize(
    "locale", [{}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LANG": "C"}, {"LC_ALL": "no_SUCH.locale"}, {"LC_ALL": "C.UTF-8"}]
)
def test_no_locale_variable_is_added(run: Run, locale: dict[str, str]) -> None:
    result = run("-c", "env | grep -a -e ^LC_ -e ^LANG", environment={"PATH": PATH, **locale})
    assert result.out == "".join(f"{name}={value}\n" for name, value in locale.items())


def test_bytes_in_the_c_locale(run: Run) -> None:
    result = run("-c", "x=äö; echo ${#x} $x ${x#?}", environment={"PATH": PATH, "LC_ALL": "C"})
    assert result.out == "4 äö \udca4ö\n"


def test_names_that_are_no_variables(run: Run) -> None:
    environment = {"PATH": PATH, "A.B": "1", "1x": "2", "a b": "3"}
    assert run("-c", "set | grep -c -e A.B -e 1x= -e 'a b='; echo on", environment=environment).out.endswith("on\n")


@pytest.mark.parametrize(
    ("environment", "script", "expected"),
    [
        ({"IFS": "x"}, "v=axb; set -- $v; echo $#", "1\n"),
        ({"PS4": "+ "}, "echo a", "a\n"),
        ({"PWD": "/nonsense"}, 'test "$PWD" = "$(pwd -P)" && echo right', "right\n"),
        ({"OPTIND": "7"}, "set -- -a; getopts a o; echo $o", "a\n"),
        ({"PPID": "1"}, 'test "$PPID" != 1 && echo right', "right\n"),
        ({"LINENO": "99"}, "echo $LINENO", "1\n"),
        ({"ENV": "/dev/stdin"}, "echo a", "a\n"),
        ({"BASH_ENV": "/etc/passwd"}, "echo a", "a\n"),
        ({"BASH_FUNC_echo%%": "() { printf bad; }"}, "echo a", "a\n"),
        ({"x": "() { :; }; echo bad"}, "echo a", "a\n"),
        ({"SHELLOPTS": "noexec:xtrace"}, "echo a", "a\n"),
        ({"CDPATH": "/nonexistent"}, "cd . && echo a", "a\n"),
        ({"HOME": ""}, "echo a~ ~/x", "a~ /x\n"),
        ({"TERM": "no-such-terminal"}, "echo a", "a\n"),
        ({"COLUMNS": "x", "LINES": "y"}, "echo a", "a\n"),
        ({"PYTHONHOME": "/nonexistent", "PYTHONPATH": "/nonexistent", "PYTHONSTARTUP": "/etc/passwd"}, "echo a", "a\n"),
        ({"PYTHONWARNINGS": "error", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin1"}, "echo ä", "ä\n"),
        ({"BIG": "x" * 100000}, "echo ${#BIG}", "100000\n"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else None,
)
def test_variables_that_could_do_harm(run: Run, environment: dict[str, str], script: str, expected: str) -> None:
    assert run("-c", script, environment={"PATH": PATH, "LC_ALL": "C.UTF-8", **environment}).out == expected


def test_python_variables_reach_children(run: Run) -> None:
    result = run("-c", "env | grep PYTHON", environment={"PATH": PATH, "PYTHONPATH": "/x", "PYTHONUTF8": "0"})
    assert sorted(result.out.split()) == ["PYTHONPATH=/x", "PYTHONUTF8=0"]


def test_an_unset_path(run: Run) -> None:
    result = run("-c", "echo a; unset PATH; nosuchcommand; echo $?", environment={})
    assert result.out == "a\n127\n"


def test_an_unset_path_does_not_search_the_directory(run: Run, tmp_path: Path) -> None:
    (tmp_path / "here_x").write_text("#!/bin/sh\necho bad\n")
    (tmp_path / "here_x").chmod(0o755)
    assert run("-c", "here_x; echo $?", environment={}).out == "127\n"


def test_a_path_of_a_thousand_directories(run: Run) -> None:
    path = ":".join(f"/nonexistent/{n}" for n in range(1000)) + ":/bin:/usr/bin"
    assert run("-c", "/bin/true; cat </dev/null; echo $?; nosuchcommand; echo $?", environment={"PATH": path}).out == "0\n127\n"


def test_invalid_utf8_in_everything(run: Run, tmp_path: Path) -> None:
    odd = "v\udcff"
    result = run("-c", 'printf "%s" "$1$X$0" | od -An -tx1 | tr -d " "', odd, odd, environment={"PATH": PATH, "X": odd})
    assert result.out == "76ff76ff76ff\n"
