"""cd and pwd, on real directories."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from minishell.builtin.directory import cd, logical_directory, pwd, without_dots
from minishell.errors import AssignmentError, ShellError
from minishell.shell import Capture, Shell


class Places:
    """A shell in an empty directory ``top`` with ``a/b``, ``c`` and a link ``link`` to ``a/b``."""

    def __init__(self, top: str) -> None:
        os.makedirs(f"{top}/a/b")
        os.mkdir(f"{top}/c")
        os.symlink("a/b", f"{top}/link")
        Path(f"{top}/file").touch()
        self.top = top
        self.sh = Shell("minishell")
        self.sh.variables.values["PWD"] = top

    def cd(self, *words: str) -> str:
        """What ``cd`` writes; its status is 0."""
        self.sh.capture = capture = Capture()
        assert cd(self.sh, ["cd", *words]) == 0
        return "".join(capture.chunks)

    def pwd(self, *words: str) -> str:
        self.sh.capture = capture = Capture()
        assert pwd(self.sh, ["pwd", *words]) == 0
        return "".join(capture.chunks)

    def get(self, name: str) -> str | None:
        value = self.sh.variables.get(name)
        return None if value is None else value.replace(self.top, "TOP")


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    top = os.path.realpath(tmp_path / "top")
    os.mkdir(top)
    monkeypatch.chdir(top)
    return Places(top)


def test_cd_sets_both_variables_and_exports_them(places: Places) -> None:
    assert places.cd("a/b") == ""
    assert (places.get("PWD"), places.get("OLDPWD")) == ("TOP/a/b", "TOP")
    assert os.getcwd() == places.top + "/a/b"
    assert {"PWD", "OLDPWD"} <= places.sh.variables.exported


def test_links_are_kept_and_taken_back(places: Places) -> None:
    places.cd("link")
    assert places.get("PWD") == "TOP/link"
    assert places.pwd() == places.top + "/link\n"
    assert places.pwd("-P") == places.top + "/a/b\n"
    assert places.pwd("-P", "-L") == places.top + "/link\n"
    places.cd("..")
    assert places.get("PWD") == "TOP"


def test_physical_cd(places: Places) -> None:
    places.cd("-P", "link")
    assert places.get("PWD") == "TOP/a/b"
    places.cd(places.top + "/link")
    places.cd("-LP", "..")
    assert places.get("PWD") == "TOP/a"
    places.cd("-PL", "../link")
    assert places.get("PWD") == "TOP/link"


def test_minus_goes_back_and_prints(places: Places) -> None:
    places.cd("c")
    assert places.cd("-") == places.top + "\n"
    assert places.cd("-") == places.top + "/c\n"


def test_home(places: Places) -> None:
    places.sh.variables.assign("HOME", places.top + "/a")
    places.cd()
    assert places.get("PWD") == "TOP/a"
    places.sh.variables.assign("HOME", "")
    places.cd()
    assert places.get("PWD") == "TOP/a"
    places.sh.variables.unset("HOME")
    with pytest.raises(ShellError, match="HOME is not set"):
        cd(places.sh, ["cd"])


def test_cdpath(places: Places) -> None:
    places.sh.variables.assign("CDPATH", f"{places.top}/a:")
    assert places.cd("b") == places.top + "/a/b\n"
    assert places.cd("../../c") == ""
    os.mkdir("sub")
    assert places.cd("sub") == ""
    with pytest.raises(ShellError, match=r"^./b: No such file or directory$"):
        cd(places.sh, ["cd", "./b"])
    places.sh.variables.assign("CDPATH", "")
    with pytest.raises(ShellError, match=r"^b: No such file or directory$"):
        cd(places.sh, ["cd", "b"])


@pytest.mark.parametrize(
    ("operand", "message"),
    [
        ("", "the directory's name is empty"),
        ("nope", "nope: No such file or directory"),
        ("file", "file: Not a directory"),
        ("nope/..", "nope/..: No such file or directory"),
        ("file/..", "file/..: Not a directory"),
        ("-", "OLDPWD is not set"),
    ],
)
def test_errors(places: Places, operand: str, message: str) -> None:
    with pytest.raises(ShellError) as caught:
        cd(places.sh, ["cd", operand])
    assert (caught.value.message, caught.value.status) == (message, 1)
    assert places.get("PWD") == "TOP"
    assert os.getcwd() == places.top


def test_readonly_pwd(places: Places) -> None:
    places.sh.variables.set_readonly("PWD")
    with pytest.raises(AssignmentError):
        cd(places.sh, ["cd", "a"])
    assert places.get("OLDPWD") == "TOP"


@pytest.mark.parametrize("wrong", ["/nowhere", "relative", ""])
def test_a_wrong_pwd_is_not_believed(places: Places, wrong: str) -> None:
    places.sh.variables.assign("PWD", wrong)
    assert places.pwd() == places.top + "\n"
    places.cd("a")
    assert (places.get("PWD"), places.get("OLDPWD")) == ("TOP/a", "TOP")


def test_a_directory_that_is_gone(places: Places) -> None:
    os.mkdir("gone")
    places.cd("gone")
    os.rmdir(places.top + "/gone")
    with pytest.raises(ShellError, match="No such file or directory"):
        pwd(places.sh, ["pwd"])
    assert logical_directory(places.sh) == places.top + "/gone"
    with pytest.raises(ShellError, match=r"^\.: No such file or directory$"):
        cd(places.sh, ["cd", "."])
    places.cd(places.top)
    assert (places.get("PWD"), places.get("OLDPWD")) == ("TOP", "TOP/gone")


def test_names_longer_than_the_kernel_takes(places: Places) -> None:
    name = "d" * 200
    for _ in range(25):
        os.mkdir(name)
        places.cd(name)
    assert places.get("PWD") == "TOP" + f"/{name}" * 25
    assert places.pwd() == places.top + f"/{name}" * 25 + "\n"
    places.cd("..")
    assert places.get("PWD") == "TOP" + f"/{name}" * 24
    assert places.cd("-") == places.top + f"/{name}" * 25 + "\n"
    places.cd(places.top)
    assert places.get("PWD") == "TOP"


@pytest.mark.parametrize(
    ("path", "result"),
    [
        ("/", "/"),
        ("/..", "/"),
        ("/../..//.", "/"),
        ("//", "//"),
        ("//tmp/", "//tmp"),
        ("///tmp", "/tmp"),
        ("/tmp/./..", "/"),
        ("/usr/bin/../lib//", "/usr/lib"),
    ],
)
def test_without_dots(path: str, result: str) -> None:
    assert without_dots(path, path) == result
