"""eval and dot: what they hand to the interpreter."""

from __future__ import annotations

from pathlib import Path

import pytest

from minishell.builtin.evaluate import dot, eval_, find_script
from minishell.errors import NOT_FOUND, ReturnFunction, ShellError, UsageError
from minishell.shell import Shell
from minishell.source import Source


class FakeInterpreter:
    """Keeps what it is to run, with the positional parameters at that time; files named ``return`` return."""

    def __init__(self, sh: Shell) -> None:
        self.sh = sh
        self.ran: list[tuple[str, list[str]]] = []

    def run_text(self, text: str, source: Source) -> None:
        self.ran.append((text, self.sh.positional))
        self.sh.status = 3

    def run_file(self, path: str) -> None:
        self.ran.append((path, self.sh.positional))
        self.sh.status = 4
        if path.endswith("return"):
            raise ReturnFunction
        if path.endswith("missing"):
            raise ShellError("missing: No such file or directory", NOT_FOUND)


@pytest.fixture
def interpreter() -> FakeInterpreter:
    sh = Shell("minishell")
    sh.positional = ["x"]
    sh.interpreter = interpreter = FakeInterpreter(sh)  # type: ignore[assignment]
    return interpreter


@pytest.mark.parametrize(
    ("words", "text"), [(["echo  a", "b"], "echo  a b"), (["--", "a"], "a"), ([], ""), (["-x"], "-x"), (["a", "--"], "a --")]
)
def test_eval_joins_its_arguments(interpreter: FakeInterpreter, words: list[str], text: str) -> None:
    assert eval_(interpreter.sh, ["eval", *words]) == 3
    assert interpreter.ran == [(text, ["x"])]


def test_dot_leaves_positional_parameters_alone_without_arguments(interpreter: FakeInterpreter) -> None:
    assert dot(interpreter.sh, [".", "./file"]) == 4
    assert interpreter.ran == [("./file", ["x"])]


def test_dot_gives_arguments_to_the_file_only(interpreter: FakeInterpreter) -> None:
    assert dot(interpreter.sh, [".", "--", "./return", "a", "b"]) == 4
    assert interpreter.ran == [("./return", ["a", "b"])]
    assert interpreter.sh.positional == ["x"]


def test_dot_cannot_read(interpreter: FakeInterpreter) -> None:
    with pytest.raises(ShellError) as caught:
        dot(interpreter.sh, [".", "./missing", "a"])
    assert (caught.value.status, caught.value.message) == (1, "missing: No such file or directory")
    assert interpreter.sh.positional == ["x"]
    with pytest.raises(UsageError):
        dot(interpreter.sh, ["."])


def test_dot_searches_path_for_a_readable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sh = Shell("minishell")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one" / "file").mkdir(parents=True)
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "file").touch(0o644)
    (tmp_path / "here").touch()
    sh.variables.assign("PATH", f"{tmp_path}/one:{tmp_path}/two")
    assert find_script(sh, "file") == f"{tmp_path}/two/file"
    assert find_script(sh, "no/such") == "no/such"
    with pytest.raises(ShellError, match=r"^here: not found$"):
        find_script(sh, "here")
    sh.variables.assign("PATH", "")
    assert find_script(sh, "here") == "./here"
