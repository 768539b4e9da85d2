"""Arithmetic expansion (2.6.4)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minishell.errors import AssignmentError, ExpansionError
from minishell.expand.arithmetic import compile_arithmetic, evaluate
from minishell.shell import Shell
from minishell.syntax.nodes import Literal, Word

Fields = Callable[[str], list[str]]

LARGEST = 9223372036854775807
SMALLEST = -9223372036854775808


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("", 0),
        ("7+3", 10),
        ("7 - 10", -3),
        ("2+3*4", 14),
        ("(2+3)*4", 20),
        ("-7/2", -3),
        ("7/-2", -3),
        ("-7%3", -1),
        ("7%-3", 1),
        ("-6/3", -2),
        ("-6/-4", 1),
        ("!0 + !5", 1),
        ("~5", -6),
        ("- -5", 5),
        ("1<2", 1),
        ("2<=1", 0),
        ("2>1", 1),
        ("2>=3", 0),
        ("2==2", 1),
        ("2!=2", 0),
        ("6&3|8^1", 11),
        ("1&&2", 1),
        ("0||0", 0),
        ("1?2:3", 2),
        ("0?2:3", 3),
        ("1,2", 2),
        ("010+0x1F", 39),
        ("9223372036854775807+1", SMALLEST),
        ("9223372036854775807*2", -2),
        ("-9223372036854775807-2", LARGEST),
        ("(-9223372036854775807-1)/-1", SMALLEST),
        ("(-9223372036854775807-1)%-1", 0),
        ("-(-9223372036854775807-1)", SMALLEST),
        ("3037000500*3037000500", -9223372036709301616),
        ("1<<63", SMALLEST),
        ("1<<64", 1),
        ("1<<-1", SMALLEST),
        ("-8>>1", -4),
        ("-1>>65", -1),
        ("x", 5),
        ("x+1", 6),
        ("x-1", 4),
        ("1+x", 6),
        ("x*x", 25),
        ("negative+1", -2),
        ("octal+0", 8),
        ("hexadecimal", 31),
        ("blanks+1", 5),
        ("empty+1", 1),
        ("unset+1", 1),
        ("sum*2", 6),
        ("sum+negative", 0),
        ("reference+1", 6),
        ("large+1", SMALLEST),
        ("zeros", 7),
    ],
)
def test_values(sh: Shell, values: dict[str, str], expression: str, expected: int) -> None:
    values.update(x="5", negative="-3", octal="010", hexadecimal="0x1F", blanks=" 4\t", empty="", sum="1+2")
    values.update(reference="x", large=str(LARGEST), zeros="007")
    assert evaluate(expression, sh) == expected


@pytest.mark.parametrize(
    ("expression", "value", "x"),
    [
        ("x=5", 5, "5"),
        ("x+=5", 15, "15"),
        ("x-=5", 5, "5"),
        ("x*=x", 100, "100"),
        ("x/=3", 3, "3"),
        ("x%=3", 1, "1"),
        ("x<<=2", 40, "40"),
        ("x>>=1", 5, "5"),
        ("x&=6", 2, "2"),
        ("x|=5", 15, "15"),
        ("x^=3", 9, "9"),
        ("x++", 10, "11"),
        ("++x", 11, "11"),
        ("x--", 10, "9"),
        ("--x", 9, "9"),
        ("x=y=3", 3, "3"),
        ("0 && (x=2)", 0, "10"),
        ("1 || (x=2)", 1, "10"),
        ("1 ? (x=2) : (x=3)", 2, "2"),
        ("0 ? (x=2) : (x=3)", 3, "3"),
        ("x=9223372036854775807, x+=1", SMALLEST, str(SMALLEST)),
    ],
)
def test_assignments(sh: Shell, values: dict[str, str], expression: str, value: int, x: str) -> None:
    values["x"] = "10"
    assert evaluate(expression, sh) == value
    assert values["x"] == x


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("$(($x))", "4"),
        ("$(($x+1))", "5"),
        ("$(( $x * $y ))", "12"),
        ("$(($x-$minus))", "9"),
        ("$((-$minus))", "5"),
        ("$((${x}*2))", "8"),
        ("$(($1+$2))", "9"),
        ("$(($#*10+$?))", "23"),
        ("$((${#word}+1))", "6"),
        ("$(($sum*3))", "7"),
        ("$((2 $op 3))", "5"),
        ("$((1$x))", "14"),
        ("$((${x}1))", "41"),
        ("$(($x$y))", "43"),
        ("$(($octal+0))", "8"),
        ("$(($name+1))", "5"),
        ("$(($name=7))$x", "77"),
        ("$(($empty+1))", "1"),
        ("$((${u:-3}+1))", "4"),
        ("$(($(echo 2)*$(echo 3)))", "6"),
        ("$(($(echo '1 + 1')*3))", "4"),
        ("$((1 + $((2 * $((3 + 4))))))", "15"),
        ('$(("$x"+1))', "5"),
        ("$((x=8, $x))$x", "48"),
        ("$((x=8, x))$x", "88"),
        ("$((0 && $x))", "0"),
        ("$(($x ? $y : $x))", "3"),
        ("$(($x<5 && $y>2))", "1"),
        ("$((operand=2, operand+$x))", "6"),
        ("$((operand1+$x))", "4"),
        ("$(($huge))", "-9223372036854775808"),
        ("$(($x\n+ 1))", "5"),
    ],
)
def test_expansions_in_expressions(sh: Shell, values: dict[str, str], fields: Fields, words: str, expected: str) -> None:
    sh.positional = ["4", "5"]
    sh.status = 3
    values.update(x="4", y="3", minus="-5", sum="1+2", op="+", octal="010", name="x", empty="", word="hello")
    values["huge"] = "9223372036854775808"
    assert fields(words) == [expected]


def test_an_expression_is_good_for_all_kinds_of_values(sh: Shell, values: dict[str, str]) -> None:
    from minishell.syntax.nodes import Parameter

    run = compile_arithmetic(Word((Parameter("x", quoted=True), Literal("*2", True))), sh)
    results = []
    for x in ("3", "-3", "1+2", "", "y", "0", "08", "3"):
        values["x"] = x
        try:
            results.append(run())
        except ExpansionError:
            results.append(99)
    assert results == [6, -6, 5, 99, 0, 0, 99, 6]


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("1/0", "arithmetic: division by zero"),
        ("1%0", "arithmetic: division by zero"),
        ("0/0", "arithmetic: division by zero"),
        ("x/=0", "arithmetic: division by zero"),
        ("itself", "arithmetic: 'itself': expression recursion level exceeded"),
        ("wrong", "arithmetic: 'abc x': expected an operator before 'x'"),
    ],
)
def test_errors(sh: Shell, values: dict[str, str], expression: str, message: str) -> None:
    values.update(itself="itself", wrong="abc x")
    with pytest.raises(ExpansionError) as caught:
        evaluate(expression, sh)
    assert caught.value.message == message


@pytest.mark.parametrize("expression", ["1 +", "+", "1 2", "(1", "1)", "1 ? 2", "* 3", "1 = 2", "3 @ 4", "1.5", "1a", "08"])
def test_malformed_expressions(sh: Shell, expression: str) -> None:
    with pytest.raises(ExpansionError):
        evaluate(expression, sh)


@pytest.mark.parametrize("words", ["$(($x y))", "$(($x $x))", "$(($empty * 2))", "$(($x 2))", "$(($bad))", "$((0 && $bad))"])
def test_malformed_expressions_after_expansion(values: dict[str, str], fields: Fields, words: str) -> None:
    values.update(x="1", empty="", bad="1 +")
    with pytest.raises(ExpansionError):
        fields(words)


def test_a_malformed_expression_is_an_error_only_when_it_is_evaluated(sh: Shell) -> None:
    run = compile_arithmetic(Word((Literal("1 +", True),)), sh)
    with pytest.raises(ExpansionError):
        run()
    with pytest.raises(ExpansionError):
        run()


def test_unset_variables_are_errors_under_set_u(sh: Shell) -> None:
    sh.options.nounset = True
    with pytest.raises(ExpansionError) as caught:
        evaluate("nope + 1", sh)
    assert caught.value.message == "nope: parameter not set"
    assert evaluate("x = 3", sh) == 3


def test_readonly_variables_stay(sh: Shell, values: dict[str, str]) -> None:
    values["r"] = "1"
    sh.variables.set_readonly("r")
    with pytest.raises(AssignmentError):
        evaluate("r = 2", sh)
    assert values["r"] == "1"


def test_assignments_export_with_set_a(sh: Shell) -> None:
    sh.attention = ["allexport"]  # what turning the option on does, without the signals that the list is shared with
    sh.options.allexport = True
    evaluate("x = 2", sh)
    assert "x" in sh.variables.exported


def test_lineno_in_expressions(sh: Shell, fields: Fields) -> None:
    assert fields("$((LINENO)) \\\n$((LINENO+1))") == ["1", "3"]
    sh.line = 12
    assert evaluate("LINENO", sh) == 12


def test_results_are_split(values: dict[str, str], fields: Fields) -> None:
    values["IFS"] = "0"
    assert fields('$((10203)) "$((10203))"') == ["1", "2", "3", "10203"]


def test_long_expressions(sh: Shell) -> None:
    assert evaluate("+".join(["1"] * 300), sh) == 300
    values = sh.variables.values
    values["x"] = "1"
    assert evaluate("x" + "*1" * 300, sh) == 1
