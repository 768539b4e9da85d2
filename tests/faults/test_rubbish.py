"""Rubbish for input: no traceback, no hang, no crash, whatever the text is."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from under_test import Result, Run, Start, finish

TOKENS = r"""
if then else elif fi while until do done for in case esac { } ( ) ! && || ; ;; ;& & | < > >> >| <> <& >& << <<- 2>&1
$ ` " ' \ a b=1 $x ${x} ${x:-y} ${x ${ $( $(( )) ) $((1+1)) $((1/0)) * ? [ [a-z] ~ # echo : true false eval . return break
continue f() exit shift set -- -e -u unset readonly export trap '' "" 1>f <<E E 0<&- 3>&1 ] [[ test -f = == =~ function
local wait kill ${#x} ${x%%*} ${x#$y} $'a' $'\ "$@" $* $# $? $! $$ $- alias x=' ' printf %s read getopts
"""
WORDS = [*TOKENS.replace("while", "").replace("until", "").split(), "\n", "\n", "\n", "\\\n", "\t"]


def ended_well(result: Result) -> None:
    """A status that a shell gives, no crash, no signal; that there is no traceback is looked at for every run."""
    assert 0 <= result.status <= 127 or 128 < result.status <= 192
    assert result.status != 70


@pytest.mark.parametrize("seed", range(12))
def test_random_bytes_as_a_script(run: Run, tmp_path: Path, seed: int) -> None:
    data = random.Random(seed).randbytes(4000)
    (tmp_path / "s").write_bytes(data)
    ended_well(run("s"))
    ended_well(run(text=data))


@pytest.mark.parametrize("seed", range(8))
def test_random_bytes_as_an_argument(run: Run, seed: int) -> None:
    text = random.Random(seed).randbytes(400).replace(b"\0", b"").decode("utf-8", "surrogateescape")
    ended_well(run("-c", text))
    ended_well(run("-c", 'eval "$1"', "sh", text))
    ended_well(run("-n", "-c", text))


@pytest.mark.parametrize("seed", range(10))
def test_random_tokens(run: Run, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    programs = []
    for _ in range(40):
        words = [chance.choice(WORDS) for _ in range(chance.randrange(1, 14))]
        programs.append(" ".join(words))
    quoted = ["'" + program.replace("'", "'\\''") + "'" for program in programs]
    (tmp_path / "s").write_text("".join(f"(eval {program}) </dev/null >/dev/null\n" for program in quoted) + "echo end\n")
    result = run("s", limit_seconds=60)
    assert result.out == "end\n"


@pytest.mark.parametrize("seed", range(6))
def test_a_sound_script_with_some_bytes_changed(run: Run, tmp_path: Path, seed: int) -> None:
    sound = Path("/usr/bin/ldd").read_bytes() if os.path.exists("/usr/bin/ldd") else b"for i in 1 2 3; do echo $i; done\n" * 50
    chance = random.Random(seed)
    data = bytearray(sound)
    for _ in range(20):
        data[chance.randrange(len(data))] = chance.choice(b"\"'`$(){};|&<>\n\\ #")
    (tmp_path / "s").write_bytes(data)
    ended_well(run("-n", "s"))


SOUND = r"""
f() { if test $1 -gt 0; then echo "deep $(($1 - 1))"; fi; }
for i in 1 2 3; do case $i in 1) f $i;; [23]) echo ${i#x}
;; esac; done | while read -r x; do echo "$x"; done
cat <<E
$(echo in) `echo back` ${x:-d}
E
( echo a && { echo b; } || ! echo c ) >f 2>&1 &
wait; until false; do break; done; echo 'end'
"""


@pytest.mark.parametrize("cut", range(0, 400, 40))
def test_a_script_cut_off(run: Run, cut: int) -> None:
    ended_well(run("-c", SOUND[:cut]))
    ended_well(run(text=SOUND[:cut].encode()))


def test_a_binary_as_a_script(run: Run) -> None:
    result = run("/bin/true")
    assert result.status in (2, 126, 127)
    assert len(result.err.splitlines()) <= 4


def test_nul_bytes(run: Run) -> None:
    ended_well(run(text=b"echo a\0b\necho c\n"))
    ended_well(run(text=b"\0" * 10000))
    ended_well(run(text=b"cat <<E\na\0b\nE\n"))


def test_a_line_of_a_megabyte(run: Run) -> None:
    assert run(text=b"echo " + b"x" * 1_000_000 + b"\n").out == "x" * 1_000_000 + "\n"
    assert run(text=b"echo " + b"x " * 300_000 + b"| wc -w\n").out.strip() == "300000"
    ended_well(run(text=b"(" * 100_000))
    ended_well(run(text=b"'" + b"x" * 1_000_000))
    ended_well(run(text=b"echo " + b"$(" * 50_000))
    ended_well(run(text=b"echo " + b"`" * 50_001))
    ended_well(run(text=b"echo " + b"${x:-" * 50_000))
    ended_well(run(text=b"echo $((" + b"(" * 50_000))


def test_a_directory_as_a_script(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    result = run("./d")
    assert result.status in (126, 127, 2)
    assert "irectory" in result.err
    result = run("-c", ". ./d; echo no")
    assert result.status > 0
    assert result.out == ""


def test_an_unreadable_script(run: Run, tmp_path: Path) -> None:
    script = tmp_path / "s"
    script.write_text("echo no\n")
    script.chmod(0)
    if os.access(script, os.R_OK):
        pytest.skip("this user reads everything")
    result = run("./s")
    assert result.status in (126, 127, 2)
    assert "ermission denied" in result.err


def test_standard_input_is_a_directory(run: Run, tmp_path: Path) -> None:
    fd = os.open(tmp_path, os.O_RDONLY)
    result = run(stdin=fd)
    os.close(fd)
    assert result.status > 0
    assert result.err != ""


def test_standard_input_is_write_only(run: Run, tmp_path: Path) -> None:
    fd = os.open(tmp_path / "f", os.O_WRONLY | os.O_CREAT)
    result = run(stdin=fd)
    os.close(fd)
    assert result.status > 0
    assert result.err != ""


def test_a_script_that_is_a_fifo(start: Start, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p")
    process = start("p")
    with open(tmp_path / "p", "wb") as fifo:
        fifo.write(b"echo a\necho $0\n")
    assert finish(process).out == "a\np\n"


def test_a_script_that_is_shortened_while_it_runs(run: Run, tmp_path: Path) -> None:
    (tmp_path / "s").write_text("echo a\n: >s\n" + "echo b\n" * 5)
    result = run("s")
    assert result.status == 0
    assert result.out.startswith("a\n")


ODD_INVOCATIONS = [
    ("-@",),
    ("-o",),
    ("-o", "nosuch", "-c", ":"),
    ("--nosuch",),
    ("-c",),
    ("-c", "-e"),
    ("+@",),
    ("-oo",),
    ("nosuchfile",),
    ("",),
]


@pytest.mark.parametrize("arguments", ODD_INVOCATIONS)
def test_odd_arguments_of_the_shell(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    ended_well(result)
    assert result.status > 0 or arguments[0] in ("-o", "-oo", "-c")


NAMES = """
: . alias bg break cd command continue echo eval exec exit export false fc fg getopts hash help jobs kill local printf pwd read
readonly return set shift source test [ times trap true type ulimit umask unalias unset wait
"""
ODD = "-@|--|-|''|'a b'|-9999999999999999999|99999999999999999999|%|%%|%nosuch|1x|=|'*'|/|-p -p|'' ''|a b c d e f|\udcff"
BUILTINS = NAMES.split()


@pytest.mark.parametrize("name", BUILTINS)
def test_odd_arguments_of_builtins(run: Run, name: str) -> None:
    script = "".join(f"({name} {word}) </dev/null >/dev/null 2>&1\n" for word in ODD.split("|")) + "echo end\n"
    assert run("-c", script).out == "end\n"


@pytest.mark.parametrize("name", [name for name in BUILTINS if name not in ("exec", "exit", "return")])
def test_an_odd_number_for_a_builtin(run: Run, name: str) -> None:
    for word in ("99999999999999999999", "-1", "%9"):
        ended_well(run("-c", f"{name} {word}"))
