"""Command search, on real files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from minishell import search
from minishell.builtin.table import Table
from minishell.errors import ShellError
from minishell.shell import Function, Shell
from minishell.syntax.nodes import BraceGroup, FunctionDefinition, List


def make(path: Path, mode: int = 0o755) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(mode)
    return str(path)


@pytest.fixture
def sh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell whose PATH has the directories ``one`` and ``two`` below the working directory."""
    monkeypatch.chdir(tmp_path)
    shell = Shell("minishell")
    shell.builtins = Table()
    shell.variables.assign("PATH", f"{tmp_path}/one:{tmp_path}/two")
    shell.variables.assign("PWD", str(tmp_path))
    return shell


def failure(sh: Shell, name: str, path: str | None = None) -> tuple[int, str]:
    with pytest.raises(ShellError) as caught:
        search.find_external(sh, name, path)
    return caught.value.status, caught.value.message


def test_the_first_executable_file_is_found(sh: Shell, tmp_path: Path) -> None:
    make(tmp_path / "one" / "tool", 0o644)
    (tmp_path / "one" / "other").mkdir()
    tool, other = make(tmp_path / "two" / "tool"), make(tmp_path / "two" / "other")
    assert search.find_external(sh, "tool") == tool
    assert search.find_external(sh, "other") == other


def test_what_cannot_be_found(sh: Shell, tmp_path: Path) -> None:
    make(tmp_path / "one" / "plain", 0o644)
    (tmp_path / "one" / "directory").mkdir()
    assert failure(sh, "plain") == (126, "plain: Permission denied")
    assert failure(sh, "directory") == (127, "directory: not found")
    assert failure(sh, "nothing") == (127, "nothing: not found")
    assert failure(sh, "") == (127, "'': not found")
    sh.variables.unset("PATH")
    assert failure(sh, "sh") == (127, "sh: not found")


def test_names_with_a_slash_are_pathnames(sh: Shell, tmp_path: Path) -> None:
    make(tmp_path / "one" / "tool")
    make(tmp_path / "one" / "plain", 0o644)
    assert search.find_external(sh, "one/tool") == "one/tool"
    assert failure(sh, "one/plain") == (126, "one/plain: Permission denied")
    assert failure(sh, "./one") == (126, "./one: is a directory")
    assert failure(sh, "./none") == (127, "./none: not found")
    assert failure(sh, "one/plain/x") == (127, "one/plain/x: not found")


def test_an_empty_element_is_the_working_directory(sh: Shell, tmp_path: Path) -> None:
    make(tmp_path / "tool")
    for path in ("", ":/nowhere", "/nowhere:"):
        assert search.find_external(sh, "tool", path) == "./tool"
    assert sh.locations == {}


def test_places_are_remembered_until_path_changes(sh: Shell, tmp_path: Path) -> None:
    second = make(tmp_path / "two" / "tool")
    assert search.find_external(sh, "tool") == second
    first = make(tmp_path / "one" / "tool")
    assert search.find_external(sh, "tool") == second
    sh.variables.assign("PATH", sh.variables.values["PATH"])
    assert sh.locations == {}
    assert search.find_external(sh, "tool") == first


def test_a_remembered_file_that_vanished_is_searched_again(sh: Shell, tmp_path: Path) -> None:
    second, first = make(tmp_path / "two" / "tool"), make(tmp_path / "one" / "tool")
    assert search.find_external(sh, "tool") == first
    os.unlink(first)
    assert search.find_external(sh, "tool") == second


def test_nothing_is_remembered_without_hashall_nor_for_another_path(sh: Shell, tmp_path: Path) -> None:
    tool = make(tmp_path / "two" / "tool")
    assert search.find_external(sh, "tool", f"{tmp_path}/two") == tool
    sh.options.hashall = False
    assert search.find_external(sh, "tool") == tool
    assert sh.locations == {}


def test_places_relative_to_the_working_directory_are_not_remembered(sh: Shell, tmp_path: Path) -> None:
    make(tmp_path / "one" / "tool")
    sh.variables.assign("PATH", "one")
    assert search.find_external(sh, "tool") == "one/tool"
    assert sh.locations == {}
    assert search.kind_of(sh, "tool") == ("file", f"{tmp_path}/one/tool")


def test_kinds(sh: Shell, tmp_path: Path) -> None:
    tool = make(tmp_path / "one" / "tool")
    sh.aliases["ll"] = "ls -l"
    sh.functions["f"] = sh.functions["cd"] = sh.functions["export"] = Function(FunctionDefinition("f", BraceGroup(List(()))))
    assert search.kind_of(sh, "ll") == ("alias", "ls -l")
    assert search.kind_of(sh, "while") == ("keyword", "while")
    assert search.kind_of(sh, "export") == ("special built-in", "export")
    assert search.kind_of(sh, "f") == ("function", "f")
    assert search.kind_of(sh, "cd") == ("function", "cd")
    assert search.kind_of(sh, "pwd") == ("built-in", "pwd")
    assert search.kind_of(sh, "tool") == ("file", tool)
    assert search.kind_of(sh, "./one/tool") == ("file", tool)
    assert search.kind_of(sh, "nothing") is None
