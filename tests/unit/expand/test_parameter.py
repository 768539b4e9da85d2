"""Parameter expansion (2.6.2): operators, special parameters, errors."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minishell.errors import AssignmentError, ExpansionError
from minishell.expand.parameter import parameter_value
from minishell.shell import Shell

Fields = Callable[[str], list[str]]
Text = Callable[[str], str]


@pytest.mark.parametrize(
    ("operator", "unset", "null", "given"),
    [
        ("-", "w", "", "v"),
        (":-", "w", "w", "v"),
        ("+", "", "w", "w"),
        (":+", "", "", "w"),
        ("=", "w", "", "v"),
        (":=", "w", "w", "v"),
    ],
)
def test_operators_on_unset_null_and_other_values(
    values: dict[str, str], text: Text, operator: str, unset: str, null: str, given: str
) -> None:
    values.update(null="", given="v")
    assert text(f"${{unset{operator}w}}") == unset
    assert text(f"${{null{operator}w}}") == null
    assert text(f"${{given{operator}w}}") == given


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("${x#*/}", "b/c.tar.gz"),
        ("${x##*/}", "c.tar.gz"),
        ("${x%.*}", "a/b/c.tar"),
        ("${x%%.*}", "a/b/c"),
        ("${x%/*}", "a/b"),
        ("${x#a}", "/b/c.tar.gz"),
        ("${x%gz}", "a/b/c.tar."),
        ("${x#b}", "a/b/c.tar.gz"),
        ("${x#?}", "/b/c.tar.gz"),
        ("${x%%[!a-z]*}", "a"),
        ("${x##*[./]}", "gz"),
        ("${x#'*/'}", "a/b/c.tar.gz"),
        ('"${x#*/}"', "b/c.tar.gz"),
        ('"${x#"*/"}"', "a/b/c.tar.gz"),
        ("${x#$p}", "b/c.tar.gz"),
        ('${x#"$p"}', "a/b/c.tar.gz"),
        ("${x%$(echo gz)}", "a/b/c.tar."),
        ("${x#}", "a/b/c.tar.gz"),
        ("${x##*}", ""),
        ("${x#*}", "a/b/c.tar.gz"),
        ("${u#x}", ""),
        ("${1##*/}", "file"),
        ('${x%"${x##*/}"}', "a/b/"),
    ],
)
def test_removal(sh: Shell, values: dict[str, str], text: Text, value: str, expected: str) -> None:
    sh.positional = ["dir/file"]
    values.update(x="a/b/c.tar.gz", p="*/")
    assert text(value) == expected


def test_removal_from_each_positional_parameter(sh: Shell, fields: Fields) -> None:
    sh.positional = ["xa", "x b", "c"]
    assert fields('"${@#x}" ${@#x} "${*#x}" "-${@%?}-"') == ["a", " b", "c", "a", "b", "c", "a  b c", "-x", "x ", "-"]


def test_lengths(sh: Shell, values: dict[str, str], fields: Fields) -> None:
    sh.positional = ["abc", "de"]
    sh.status = 127
    values.update(x="äöü", bytes="\udcff\udcfe")
    assert fields("${#x} ${#bytes} ${#u} ${#1} ${#3}") == ["3", "2", "0", "3", "0"]
    assert fields("${#@} ${#*} ${#} ${##} ${#?}") == ["2", "2", "2", "1", "3"]


def test_special_parameters(sh: Shell, fields: Fields) -> None:
    sh.positional = [str(number) for number in range(1, 12)]
    sh.status = 3
    sh.pid = 4711
    sh.last_async_pid = 4712
    sh.pipe_status = [0, 1, 141]
    sh.options.noglob = True
    assert fields('$# $? $$ $! "$0"') == ["11", "3", "4711", "4712", "minishell"]
    assert fields('$1 ${10} $10 ${011} "${12}"') == ["1", "10", "10", "11", ""]
    assert fields('"$PIPESTATUS" $PIPESTATUS') == ["0 1 141", "0", "1", "141"]
    assert "f" in fields("$-")[0]


def test_the_number_of_parameters_with_operators(sh: Shell, fields: Fields) -> None:
    sh.positional = ["a", "b"]
    assert fields("${#-x} ${#:-y} ${#+z} ${?-x} ${!-none}") == ["2", "2", "z", "0", "none"]


def test_lineno_is_the_line_unless_it_was_assigned(values: dict[str, str], fields: Fields) -> None:
    assert fields('a$LINENO \\\n"$LINENO"') == ["a1", "1"]
    values["LINENO"] = "77"
    assert fields("$LINENO") == ["77"]


def test_computed_variables(sh: Shell, fields: Fields) -> None:
    sh.variables.dynamic["COUNT"] = lambda: "7"
    assert fields('$COUNT "$COUNT" a$COUNT ${COUNT:-no} ${COUNT+yes} ${#COUNT}') == ["7", "7", "a7", "7", "yes", "1"]


def test_default_values_are_assigned(sh: Shell, values: dict[str, str], fields: Fields) -> None:
    assert fields('"${x:=a  b}" "$x"') == ["a  b", "a  b"]
    assert values["x"] == "a  b"
    sh.variables.set_readonly("r")
    with pytest.raises(AssignmentError):
        fields("${r:=x}")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("${u?}", "u: parameter not set"),
        ("${u:?}", "u: parameter null or not set"),
        ("${null:?}", "null: parameter null or not set"),
        ('"${u?gone $((1+1)) "a  b"}"', "u: gone 2 a  b"),
        ("${u?a  b}", "u: a  b"),
        ("${u:?'a  b'}", "u: a  b"),
        ("${u?''}", "u: "),
        ("${3?no third}", "3: no third"),
        ('"${@?none}"', "@: none"),
        ("${*:?}", "*: parameter null or not set"),
        ("${1:=x}", "$1: cannot assign in this way"),
        ("${@=x}", "$@: cannot assign in this way"),
        ('"${*:=x}"', "$*: cannot assign in this way"),
        ("${!=x}", "$!: cannot assign in this way"),
        ("${x!y}", "${x!y}: bad substitution"),
        ('"${}"', "${}: bad substitution"),
    ],
)
def test_errors(values: dict[str, str], fields: Fields, words: str, message: str) -> None:
    values["null"] = ""
    with pytest.raises(ExpansionError) as caught:
        fields(words)
    assert caught.value.message == message


@pytest.mark.parametrize(
    "words", ["$u", '"$u"', "a$u", '"a $u b"', "${u}", "${#u}", "${u#x}", '"${u%%x}"', "$1", '"${1}"', "$!", "$((u))", "${u%$v}"]
)
def test_set_u_makes_unset_parameters_errors(sh: Shell, fields: Fields, words: str) -> None:
    sh.options.nounset = True
    with pytest.raises(ExpansionError) as caught:
        fields(words)
    assert caught.value.message in ("u: parameter not set", "1: parameter not set", "!: parameter not set")


def test_set_u_leaves_others_alone(sh: Shell, values: dict[str, str], fields: Fields) -> None:
    sh.options.nounset = True
    values["null"] = ""
    assert fields('"$@" $* "$*" ${@#x} $# ${#@}') == ["", "0", "0"]
    assert fields('${u-d} "${u+x}" ${u:-d} "$null" ${!-d}') == ["d", "", "d", "", "d"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("x", "v"), ("u", None), ("1", "a"), ("3", None), ("0", "minishell"), ("#", "2"), ("@", "a b"), ("*", "a:b"), ("!", None)],
)
def test_values_for_others(sh: Shell, values: dict[str, str], name: str, expected: str | None) -> None:
    sh.positional = ["a", "b"]
    values.update(x="v", IFS=":")
    assert parameter_value(sh, name) == expected
