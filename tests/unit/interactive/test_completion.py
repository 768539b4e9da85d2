"""What Tab offers, and what it writes."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from minishell.interactive.completion import ShellCompleter
from minishell.interactive.completion_child import Children
from minishell.interactive.completion_sources import builtin_options, make_targets, ssh_hosts
from minishell.interactive.completion_words import escaped, quoted
from minishell.shell import Shell
from minishell.source import Source


def completed(sh: Shell, line: str) -> list[str]:
    """The whole line for each completion at its end."""

    async def collect() -> list[str]:
        found = ShellCompleter(sh).get_completions_async(Document(line), CompleteEvent(completion_requested=True))
        return [line[: len(line) + entry.start_position] + entry.text async for entry in found]

    return asyncio.run(collect())


@pytest.fixture(autouse=True)
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "tool").write_text("")
    (tmp_path / "bin" / "tool").chmod(0o755)
    (tmp_path / "bin" / "data").write_text("")
    (tmp_path / "sub dir").mkdir()
    (tmp_path / "sub dir" / "inner").write_text("")
    (tmp_path / ".hidden").write_text("")
    for name in ("one two", "it's", "Upper", "$dollar", "bad\033[31m"):
        (tmp_path / name).write_text("")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("too", ["tool "]),
        ("dat", []),
        ("unal", ["unalias "]),
        ("whil", ["while "]),
        ("bin/", ["bin/tool "]),
        ("cat one", ["cat one\\ two "]),
        ("cat one\\ t", ["cat one\\ two "]),
        ("cat 'one", ["cat 'one two' "]),
        ('cat "one', ['cat "one two" ']),
        ("cat it", ["cat it\\'s "]),
        ("cat 'it", ["cat 'it'\\''s' "]),
        ("cat \\$", ["cat \\$dollar "]),
        ('cat "\\$', ['cat "\\$dollar" ']),
        ("cat bad", ["cat $'bad\\e[31m' "]),
        ("cat upp", ["cat Upper "]),
        ("cat .h", ["cat .hidden "]),
        ("cat sub", ["cat sub\\ dir/"]),
        ("cat sub\\ dir/", ["cat sub\\ dir/inner "]),
        ('cat "sub dir/i', ['cat "sub dir/inner" ']),
        ("cat ~/sub", ["cat ~/sub\\ dir/"]),
        ("cat $HOME/one", ["cat $HOME/one\\ two "]),
        ("cat <one", ["cat <one\\ two "]),
        ("cat nothere/", []),
        ("x=one", ["x=one\\ two "]),
        ("cd ", ["cd bin/", "cd sub\\ dir/"]),
        ("command too", ["command tool "]),
        ("sudo -n too", ["sudo -n tool "]),
        ("echo $HOM", ["echo $HOME"]),
        ("echo ${HOM", ["echo ${HOME}"]),
        ("export HOM", ["export HOME "]),
        ("set -o nocl", ["set -o noclobber "]),
        ("trap : US", ["trap : USR1 ", "trap : USR2 "]),
        ("kill -US", ["kill -USR1 ", "kill -USR2 "]),
        ("git chec", ["git checkout "]),
        ("echo ~roo", ["echo ~root/"]),
        ("# co", []),
        ("cat <<E\no", []),
    ],
)
def test_completions(sh: Shell, line: str, expected: list[str]) -> None:
    assert completed(sh, line) == expected


def test_names_of_the_shell(sh: Shell) -> None:
    sh.aliases["tooth"] = "ls"
    sh.interpreter.run_text("toot() { :; }", Source("test"))
    assert completed(sh, "too") == ["tooth ", "toot ", "tool "]
    assert completed(sh, "unset -f t") == ["unset -f toot "]
    assert completed(sh, "unalias t") == ["unalias tooth "]


def test_what_is_shown_cannot_command_the_terminal(sh: Shell) -> None:
    async def collect() -> list[str]:
        found = ShellCompleter(sh).get_completions_async(Document("cat bad"), CompleteEvent())
        return [entry.display_text async for entry in found]

    assert asyncio.run(collect()) == ["bad^[[31m"]


def test_options_come_from_the_help_text() -> None:
    assert builtin_options("history") == [("-c", "forget them all")]
    assert [option for option, _ in builtin_options("cd")] == ["-L", "-P", "-e"]


def test_make_targets(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text(
        "X := 1\nall: x\nclean install:\n\trm: y\n.PHONY: all\n%.o: %.c\na/b.o: c\n# no: comment\n"
    )
    assert [target for target, _ in make_targets([])] == ["all", "clean", "install", "a/b.o"]


def test_ssh_hosts(tmp_path: Path) -> None:
    (tmp_path / ".ssh").mkdir()
    (tmp_path / ".ssh" / "config").write_text("Host one two *.net !no\n  HostName x\n")
    (tmp_path / ".ssh" / "known_hosts").write_text("three,10.0.0.1 ssh-ed25519 A\n[four]:22 ssh-rsa B\n|1|hash ssh-rsa C\n")
    hosts = [host for host, _ in ssh_hosts(str(tmp_path))]
    assert {"one", "two", "three", "10.0.0.1", "four"} <= set(hosts)
    assert not {"*.net", "!no", "|1|hash"} & set(hosts)


def test_what_takes_too_long_is_given_up() -> None:
    def stuck() -> list[tuple[str, str]]:
        time.sleep(60)
        return [("late", "")]

    began = time.monotonic()
    assert asyncio.run(Children().ask(stuck, 0.05)) == []
    assert time.monotonic() - began < 30


def test_a_child_that_fails_gives_nothing() -> None:
    def fails() -> list[tuple[str, str]]:
        raise ValueError

    assert asyncio.run(Children().ask(fails)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a b", "a\\ b"), ("a*?[", "a\\*\\?\\["), ("-x", "-x"), ("é", "é"), ("a\nb'", "$'a\\nb\\''"), ("\001", "$'\\001'")],
)
def test_quoting(text: str, expected: str) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(("quote", "expected"), [("'", "a'\\''\"$"), ('"', "a'\\\"\\$"), ("$'", "a\\'\"$")])
def test_escaping_within_quotes(quote: str, expected: str) -> None:
    assert escaped("a'\"$", quote) == expected
