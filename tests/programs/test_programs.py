"""Real programs, written by people who never heard of minishell: run by it and by dash, they must do the same.

Each script in ``cases/`` uses programs that a Debian system has, by ``$SH program …``; it is itself run by dash, once with dash
and once with minishell as ``$SH`` and as ``sh``. Output, status, and all files that are left must be equal. Its comments
say what it needs (``# needs:`` commands), which files are not compared (``# skip:`` names), and with which shell minishell is
compared if not with dash (``# reference:``).
"""

import difflib
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from under_test import TIME_SCALE, shell_command

CASES = sorted((Path(__file__).parent / "cases").glob("*.sh"))
LIMIT_SECONDS = 60

# What the shells themselves say of errors is worded differently.
SHELL_MESSAGE = re.compile(r"minishell: |\S+: \d+: |Illegal option -")


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("dash"), reason="without dash")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_program_does_the_same_as_under_another_shell(case: Path, tmp_path: Path) -> None:
    text = case.read_text()
    missing = [command for command in words(text, "needs") if not shutil.which(command)]
    if missing:
        pytest.skip(f"without {', '.join(missing)}")
    reference = (words(text, "reference") or ["dash"])[0]
    expected = play(case, tmp_path, [reference])
    shutil.rmtree(tmp_path / "here")
    found = play(case, tmp_path, shell_command())
    if found != expected:
        difference = difflib.unified_diff(expected, found, reference, "minishell", n=2, lineterm="")
        pytest.fail("\n".join(difference), pytrace=False)


def words(text: str, title: str) -> list[str]:
    """The words after ``# title:`` in a script."""
    return [word for line in re.findall(rf"^# {title}: (.*)", text, re.MULTILINE) for word in line.split()]


def play(case: Path, place: Path, shell: list[str]) -> list[str]:
    """Run a case: its output, and the files it leaves, as lines. Always in the same directory, so that paths are the same."""
    here, commands = place / "here", place / "bin"
    here.mkdir()
    commands.mkdir(exist_ok=True)
    sh = commands / "sh"
    sh.write_text(f'#!/bin/sh\nexec {shlex.join(shell)} "$@"\n')
    sh.chmod(0o755)
    environment = {"PATH": f"{commands}:{os.defpath}:/usr/sbin", "HOME": str(place), "LC_ALL": "C.UTF-8", "TERM": "dumb"}
    environment["SH"] = "sh"
    with (place / "output").open("w+b") as output:  # no pipe: some programs leave processes that would keep it open
        done = subprocess.run(
            ["dash", case],
            cwd=here,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            timeout=LIMIT_SECONDS * TIME_SCALE,
            check=False,
        )
        output.seek(0)
        printed = output.read().decode("utf-8", "backslashreplace")
    lines = [line for line in printed.splitlines() if not SHELL_MESSAGE.match(line)]
    lines.append(f"status {done.returncode}")
    skipped = words(case.read_text(), "skip")
    for path in sorted(here.rglob("*")):
        name = path.relative_to(here)
        if not any(part in skipped for part in name.parts):
            lines += [f"{name}: {line}" for line in describe(path).splitlines()]
    return lines


def describe(path: Path) -> str:
    """What is compared of a file: its kind, its mode, its content."""
    if path.is_symlink():
        return f"link to {os.readlink(path)}"
    if path.is_dir():
        return "directory"
    return f"{path.stat().st_mode:o} " + path.read_bytes().decode("utf-8", "backslashreplace")
