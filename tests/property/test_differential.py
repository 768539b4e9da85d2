"""Small programs made from a grammar do in minishell what they do in dash and ``bash --posix``.

Where the two disagree with each other, minishell has to do what one of them does; a status that says "failed" may be any
that is not zero. ``MINISHELL_TEST_EXAMPLES`` sets the number of programs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from under_test import PATH, TIME_SCALE, shell_command

RIVALS = [["dash"], ["bash", "--posix"]]
EXAMPLES = int(os.environ.get("MINISHELL_TEST_EXAMPLES", "60"))

PRELUDE = "show() { printf '<%s>' \"$@\"; echo \" $#\"; }\nfails() { return ${1-1}; }\nset -- one 'two words' ''\n"

NAMES = st.sampled_from(["a", "b", "c"])
TEXTS = ["", "x", "x y", " x  y ", "x:y", ":x::y:", "*", "f?", "x*y", "7", "-3", "~", "a=b", "'", '"', "xyxyx", "x\ty\nz"]
VALUES = st.sampled_from(TEXTS)
PATTERNS = st.sampled_from(["*", "?", "x*", "*y", "*:", "[xy]", "[!x]*", "x", '"*"', "$a", '"$b"', "", "f?", "[[:alpha:]]*"])
NUMBERS = st.sampled_from(["0", "1", "2", "7", "-3", "010", "0x1f", "a", "$b", "c", "${#a}"])
OPERATORS = st.sampled_from(["+", "-", "*", "<", "==", "&&", "||", "&", "|", "^", "<<"])


def quote(text: str) -> str:
    """Single-quoted shell text."""
    return "'" + text.replace("'", "'\\''") + "'"


def arithmetic() -> st.SearchStrategy[str]:
    """Expressions without errors but those that the values of variables make."""
    return st.recursive(
        NUMBERS,
        lambda inner: st.one_of(
            st.builds("({} {} {})".format, inner, OPERATORS, inner),
            st.builds("({} ? {} : {})".format, inner, inner, inner),
            st.builds("(-{})".format, inner),
            st.builds("(! {})".format, inner),
        ),
        max_leaves=5,
    )


def expansions(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Expansions as they stand outside quotes; the same in double quotes is made by ``pieces``."""
    return st.one_of(
        st.builds("${{{}}}".format, NAMES),
        st.builds("${{{}{}{}}}".format, NAMES, st.sampled_from([":-", "-", ":+", "+", ":=", "="]), words),
        st.builds("${{{}{}{}}}".format, NAMES, st.sampled_from(["#", "##", "%", "%%"]), PATTERNS),
        st.builds("${{#{}}}".format, NAMES),
        st.builds("$(({}))".format, arithmetic()),
        st.builds("$(printf '%s\\n' {})".format, words),
        st.sampled_from(["$@", "$*", "$#", "$1", "$2", "$3", "$?", "${1+$@}"]),
    )


def pieces(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Parts of a word."""
    found = expansions(words)
    literal = st.sampled_from(["x", "y", "-", ":", "=", "f*", "\\*", "\\ "])
    return st.one_of(literal, VALUES.map(quote), found, found.map('"{}"'.format))


WORDS = st.recursive(
    st.one_of(VALUES.map(quote), st.builds('"${}"'.format, NAMES), st.builds("${}".format, NAMES)),
    lambda inner: st.lists(pieces(inner), min_size=1, max_size=3).map("".join),
    max_leaves=3,
)
FIELDS = st.lists(WORDS, max_size=3).map(" ".join)

SIMPLE = st.one_of(
    st.builds("show {}".format, FIELDS),
    st.builds("{}={}".format, NAMES, WORDS),
    st.builds("{}={} show {}".format, NAMES, WORDS, FIELDS),
    st.builds("set -- {}".format, FIELDS),
    st.builds("IFS={}".format, st.sampled_from(["", ":", "' '", "' :'", "x", "':-'"])),
    st.builds("unset {}".format, NAMES),
    st.builds("test {} = {}".format, NAMES.map('"${}"'.format), VALUES.map(quote)),
    st.builds("eval {}".format, FIELDS.map("show {}".format).map(quote)),
    st.builds("show {} >out; cat out".format, FIELDS),
    st.builds("read {} {} <<E\n{}\nE\n".format, NAMES, NAMES, VALUES),
    st.builds("cat <<E\n{}\nE\n".format, expansions(VALUES.filter(str.isalnum))),
    st.sampled_from(["true", "false", "fails 3", "(exit 4)", "echo $?", "shift", "unset IFS", "set -f", "trap 'echo bye' EXIT"]),
)


def compound(commands: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Commands made of commands."""
    return st.one_of(
        st.builds("{{ {}\n{}\n}}".format, commands, commands),
        st.builds("( {}\n{}\n)".format, commands, commands),
        st.builds("if {}\nthen {}\nelse {}\nfi".format, commands, commands, commands),
        st.builds("for {} in {}; do {}\ndone".format, NAMES, FIELDS, commands),
        st.builds("case {} in {}) {}\n;; {} | x) {}\n;; esac".format, WORDS, PATTERNS.filter(bool), commands, WORDS, commands),
        st.builds("for i in 1 2 3; do {}\ntest $i -eq 2 && {}\ndone".format, commands, st.sampled_from(["break", "continue"])),
        st.builds("{{ {}\n}} && {{ {}\n}} || {{ {}\n}}".format, commands, commands, commands),
        st.builds("! {{ {}\n}}".format, commands),
        st.builds("{{ {}\n}} | {{ {}\ncat; }}".format, commands, commands),
        st.builds("g() {{ {}\n{}\n{}\n}}; g {}".format, commands, st.sampled_from([":", "return 5", "return"]), commands, FIELDS),
        st.builds("{}=$( {}\n)".format, NAMES, commands),
        st.builds("(set -e; {}\n{}\n)".format, commands, commands),
        st.builds("(set -u; {}\n)".format, commands),
    )


PROGRAMS = st.lists(st.recursive(SIMPLE, compound, max_leaves=5), min_size=2, max_size=6).map("\n".join)


def outcome(command: list[str], program: str, directory: Path) -> tuple[str, bool]:
    """Standard output, and whether the program succeeded."""
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir()
    for name in ("f1", "f2", "xy"):
        (directory / name).touch()
    done = subprocess.run(
        [*command, "-c", PRELUDE + program],
        cwd=directory,
        env={"PATH": PATH, "HOME": "/home/of", "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=20 * TIME_SCALE,
        check=False,
    )
    return done.stdout, done.returncode == 0


@pytest.mark.slow
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(PROGRAMS)
def test_programs_do_what_they_do_in_other_shells(tmp_path_factory: pytest.TempPathFactory, program: str) -> None:
    directory = tmp_path_factory.getbasetemp() / "differential"
    rivals = [outcome(command, program, directory) for command in RIVALS if shutil.which(command[0])]
    if not rivals:
        pytest.skip("neither dash nor bash is here")
    assert outcome(shell_command(), program, directory) in rivals, PRELUDE + program
