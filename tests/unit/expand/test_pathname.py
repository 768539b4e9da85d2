"""Pathname expansion (2.6.6, 2.14.3), in real directories."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from minishell.expand.pathname import expand_pathname
from minishell.shell import Shell

Fields = Callable[[str], list[str]]


def make(*names: str) -> None:
    """Make files, and directories where a name ends in a slash."""
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            Path(name).mkdir(parents=True, exist_ok=True)
        else:
            Path(name).touch()


@pytest.fixture(autouse=True)
def _directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("names", "words", "expected"),
    [
        ("b a c.txt", "*", ["a", "b", "c.txt"]),
        ("b a c.txt", "*.txt ? [ab]", ["c.txt", "a", "b", "a", "b"]),
        ("a", "*.none [x]y ?z", ["*.none", "[x]y", "?z"]),
        (".h v", "* .* ?h [.]h", ["v", ".h", "?h", "[.]h"]),
        ("d/.h d/s", "d/* */* d/.* */.h", ["d/s", "d/s", "d/.h", "d/.h"]),
        (".d/x d/x", "*/x .*/x", ["d/x", ".d/x"]),
        ("a1/b1/f a2/b1/f a1/b2/", "a*/b?/f */b2 */*/*", ["a1/b1/f", "a2/b1/f", "a1/b2", "a1/b1/f", "a2/b1/f"]),
        ("d1/ d2/ f", "*/ d*/ f*/", ["d1/", "d2/", "d1/", "d2/", "f*/"]),
        ("d/x", "*//x *//* */. */./x", ["d//x", "d//x", "d/.", "d/./x"]),
        ("d/x", "d?x d[/]x", ["d?x", "d[/]x"]),
        ("f", "f/* f/. */x", ["f/*", "f/.", "*/x"]),
        ("a*b axb", "a'*'b a\\*b \"a*b\" a*b", ["a*b", "a*b", "a*b", "a*b", "axb"]),
        ("a*b axb", "a'*'? a\"*\"[b]", ["a*b", "a*b"]),
        ("a]b a-b", "a[\"]\"]b a[x'-'z]b a[]]b", ["a]b", "a-b", "a]b"]),
        ("[a", "[a* [a [?", ["[a", "[a", "[a"]),
        ("é e", "? [é] [[:alpha:]]", ["e", "é", "é", "e", "é"]),
        ("10 9 B a _x", "*", ["10", "9", "B", "_x", "a"]),
        ("a/x", "'a'/[x] \"a\"/? a\\/?", ["a/x", "a/x", "a/x"]),
        ("ab", '${u-a?} ${u-"a?"} "${u-a?}"', ["ab", "a?", "a?"]),
    ],
)
def test_words(fields: Fields, names: str, words: str, expected: list[str]) -> None:
    make(*names.split())
    assert fields(words) == expected


@pytest.mark.parametrize(
    ("value", "words", "expected"),
    [
        ("f?", "$x '-'$x", ["f1", "f2", "-f?"]),
        ("f?", '"$x" a"$x"', ["f?", "af?"]),
        ("? x*", "f$x", ["f1", "f2", "x*"]),
        ("*", "f$x $x", ["f1", "f2", "f1", "f2"]),
        ("[", 'f${x}12] f$x"12"] f"$x"12]', ["f1", "f2", "f1", "f2", "f[12]"]),
        ("f\\?", "$x", ["f\\?"]),
        ("\\f?", "$x", ["f1", "f2"]),
        ("z\\*", "$x", ["z\\*"]),
        ("f[\\1]", "$x", ["f1"]),
        ("no* none*", "$x", ["no*", "none*"]),
    ],
)
def test_patterns_in_values(values: dict[str, str], fields: Fields, value: str, words: str, expected: list[str]) -> None:
    make("f1", "f2")
    values["x"] = value
    assert fields(words) == expected


def test_names_with_blanks_and_newlines_are_one_field(fields: Fields) -> None:
    make("a b", "a\nc")
    assert fields("a*") == ["a\nc", "a b"]


def test_set_f_turns_it_off(sh: Shell, values: dict[str, str], fields: Fields) -> None:
    make("f1")
    values["x"] = "* b"
    sh.options.noglob = True
    assert fields("* $x f$x f*'1'") == ["*", "*", "b", "f*", "b", "f*1"]
    sh.options.noglob = False
    assert fields("*") == ["f1"]


def test_symbolic_links(sh: Shell) -> None:
    make("dir/x")
    os.symlink("nowhere", "dangling")
    os.symlink("dir", "link")
    os.symlink("loop", "loop")
    assert expand_pathname("*", sh) == ["dangling", "dir", "link", "loop"]
    assert expand_pathname("*/", sh) == ["dir/", "link/"]
    assert expand_pathname("*/x", sh) == ["dir/x", "link/x"]
    assert expand_pathname("[d]angling", sh) == ["dangling"]


def test_names_that_are_no_text(sh: Shell) -> None:
    for name in (b"x\xff", b"x\xc3\xa9", b"x\xf0\x9f\x98\x80", b"x\xee\x80\x80"):
        Path(os.fsdecode(name)).touch()
    assert expand_pathname("x*", sh) == ["xé", "x\ue000", "x\U0001f600", "x\udcff"]
    assert expand_pathname("x?", sh) == ["xé", "x\ue000", "x\U0001f600", "x\udcff"]
    assert expand_pathname("*[!a-z]", sh) == ["xé", "x\ue000", "x\U0001f600", "x\udcff"]
    assert expand_pathname("x[\udc80-\udcff]", sh) == ["x\udcff"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_directories_that_cannot_be_read(sh: Shell) -> None:
    make("secret/x", "open/x")
    Path("secret").chmod(0o100)
    assert expand_pathname("*/x", sh) == ["open/x", "secret/x"]
    assert expand_pathname("*/[x]", sh) == ["open/x"]


def test_strange_patterns_match_nothing(sh: Shell) -> None:
    make("a")
    for pattern in ("\0*", "x\0/*", "/" * 5000 + "no*", "a" * 5000 + "*", "a" * 5000 + "/*"):
        assert expand_pathname(pattern, sh) == []
    assert expand_pathname("a", sh) == []
    assert expand_pathname("//*", sh)[0].startswith("//")


def test_the_locale_sorts(sh: Shell, values: dict[str, str]) -> None:
    import _locale

    before = _locale.setlocale(_locale.LC_COLLATE)
    try:
        _locale.setlocale(_locale.LC_COLLATE, "en_US.UTF-8")
    except _locale.Error:  # type: ignore[attr-defined]
        pytest.skip("no such locale here")
    finally:
        _locale.setlocale(_locale.LC_COLLATE, before)
    make("B", "a", "C", "ä")
    try:
        values["LANG"] = "en_US.UTF-8"
        assert expand_pathname("*", sh) == ["a", "ä", "B", "C"]
        values["LC_ALL"] = "C.UTF-8"
        assert expand_pathname("*", sh) == ["B", "C", "a", "ä"]
        values["LC_ALL"] = "no_SUCH.UTF-8"
        assert expand_pathname("*", sh) == ["B", "C", "a", "ä"]
    finally:
        _locale.setlocale(_locale.LC_COLLATE, before)


@pytest.mark.slow
def test_ten_thousand_names(sh: Shell) -> None:
    for number in range(10_000):
        os.close(os.open(f"f{number:05}", os.O_CREAT | os.O_WRONLY))
    start = time.process_time()
    assert len(expand_pathname("*", sh)) == 10_000
    assert len(expand_pathname("f*[13579]", sh)) == 5_000
    assert time.process_time() - start < 30
