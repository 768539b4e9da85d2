"""getopts: every step, and where it stands between them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minishell.errors import AssignmentError, UsageError
from minishell.shell import Shell

Call = Callable[..., tuple[int, str]]


def steps(sh: Shell, call: Call, letters: str, *arguments: str) -> list[str]:
    """Call getopts until its status is not 0: each time the option, OPTARG and OPTIND; messages among them."""
    sh.variables.assign("OPTIND", "1")
    found = []
    status = 0
    while not status:
        status, text = call("getopts", letters, "o", *arguments)
        found += text.splitlines()
        values = [sh.variables.get(name) for name in ("o", "OPTARG", "OPTIND")]
        found.append(" ".join(["-" if value is None else f"[{value}]" for value in values]) + (f" {status}" if status else ""))
    return found


@pytest.mark.parametrize(
    ("letters", "arguments", "expected"),
    [
        ("ab", ["-a", "-b", "x"], ["[a] - [2]", "[b] - [3]", "[?] - [3] 1"]),
        ("ab", ["-ab"], ["[a] - [1]", "[b] - [2]", "[?] - [2] 1"]),
        ("ab:", ["-abx", "y"], ["[a] - [1]", "[b] [x] [2]", "[?] - [2] 1"]),
        ("ab:", ["-ab", "x", "y"], ["[a] - [1]", "[b] [x] [3]", "[?] - [3] 1"]),
        ("b:", ["-b", "", "-b", "-b"], ["[b] [] [3]", "[b] [-b] [5]", "[?] - [5] 1"]),
        ("b:", ["-b", "--", "x"], ["[b] [--] [3]", "[?] - [3] 1"]),
        ("a", ["-a", "--", "-a"], ["[a] - [2]", "[?] - [3] 1"]),
        ("a", ["-a", "-", "-a"], ["[a] - [2]", "[?] - [2] 1"]),
        ("a", ["x", "-a"], ["[?] - [1] 1"]),
        ("a", [""], ["[?] - [1] 1"]),
        ("ab", ["-axb"], ["[a] - [1]", "minishell: getopts: -x: unknown option", "[?] - [1]", "[b] - [2]", "[?] - [2] 1"]),
        ("b:", ["-b"], ["minishell: getopts: -b: needs an argument", "[?] - [2]", "[?] - [2] 1"]),
        ("a:", ["-:"], ["minishell: getopts: -:: unknown option", "[?] - [2]", "[?] - [2] 1"]),
        ("", ["-a"], ["minishell: getopts: -a: unknown option", "[?] - [2]", "[?] - [2] 1"]),
        (":ab:", ["-x", "-b"], ["[?] [x] [2]", "[:] [b] [3]", "[?] - [3] 1"]),
        (":a:", ["-:"], ["[?] [:] [2]", "[?] - [2] 1"]),
        (":", ["-a"], ["[?] [a] [2]", "[?] - [2] 1"]),
        ("a-", ["-a-", "--a"], ["[a] - [1]", "[-] - [2]", "[-] - [2]", "[a] - [3]", "[?] - [3] 1"]),
        ("a", ["-é"], ["minishell: getopts: -é: unknown option", "[?] - [2]", "[?] - [2] 1"]),
    ],
)
def test_steps(sh: Shell, call: Call, letters: str, arguments: list[str], expected: list[str]) -> None:
    assert steps(sh, call, letters, *arguments) == expected
    sh.positional = arguments
    assert steps(sh, call, letters) == expected


def test_nothing_to_parse(sh: Shell, call: Call) -> None:
    assert steps(sh, call, "a") == ["[?] - [1] 1"]


@pytest.mark.parametrize(
    ("before", "status", "option", "after"),
    [
        ("2", 0, "b", "3"),
        ("9", 1, "?", "3"),
        ("0", 0, "a", "2"),
        ("-1", 0, "a", "2"),
        ("x", 0, "a", "2"),
        ("1" * 5000, 0, "a", "2"),
    ],
)
def test_optind_decides(sh: Shell, call: Call, before: str, status: int, option: str, after: str) -> None:
    sh.variables.assign("OPTIND", before)
    assert call("getopts", "ab", "o", "-a", "-b") == (status, "")
    assert (sh.variables.get("o"), sh.variables.get("OPTIND")) == (option, after)


def test_optind_unset_begins_at_the_first(sh: Shell, call: Call) -> None:
    assert call("getopts", "a", "o", "-a") == (0, "")
    assert sh.variables.get("OPTIND") == "2"


def test_assigning_optind_begins_anew_inside_of_a_word(sh: Shell, call: Call) -> None:
    call("getopts", "abc", "o", "-abc")
    call("getopts", "abc", "o", "-abc")
    assert sh.variables.get("o") == "b"
    sh.variables.assign("OPTIND", "1")
    call("getopts", "abc", "o", "-abc")
    assert sh.variables.get("o") == "a"


def test_a_function_with_its_own_optind_does_not_disturb_its_caller(sh: Shell, call: Call) -> None:
    call("getopts", "abc", "o", "-abc")
    sh.variables.push_scope()
    sh.variables.declare_local("OPTIND")
    sh.variables.assign("OPTIND", "1")
    call("getopts", "xyz", "p", "-xyz")
    call("getopts", "xyz", "p", "-xyz")
    assert sh.variables.get("p") == "y"
    sh.variables.pop_scope()
    call("getopts", "abc", "o", "-abc")
    assert sh.variables.get("o") == "b"


def test_a_subshell_does_not_disturb_the_shell(sh: Shell, call: Call) -> None:
    call("getopts", "abc", "o", "-abc")
    snapshot = sh.variables.snapshot()
    call("getopts", "abc", "o", "-abc")
    assert sh.variables.get("o") == "b"
    sh.variables.restore(snapshot)
    call("getopts", "abc", "o", "-abc")
    assert sh.variables.get("o") == "b"


def test_a_shorter_word_than_before(sh: Shell, call: Call) -> None:
    call("getopts", "abc", "o", "-abc")
    call("getopts", "abc", "o", "-abc")
    assert call("getopts", "x", "o", "-x") == (0, "")
    assert (sh.variables.get("o"), sh.variables.get("OPTIND")) == ("x", "2")


@pytest.mark.parametrize("words", [[], ["a"], ["a", "1x"], ["a", ""], ["--", "a"]])
def test_wrong_usage(call: Call, words: list[str]) -> None:
    with pytest.raises(UsageError):
        call("getopts", *words)


def test_readonly_variable(sh: Shell, call: Call) -> None:
    sh.variables.set_readonly("o")
    with pytest.raises(AssignmentError):
        call("getopts", "a", "o", "-a")
