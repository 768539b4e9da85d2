"""Command blocks of the documentation: reading, running, comparing.

A block fenced as ``sh`` holds commands after ``$ `` (``> `` continues one) and what they print, on standard output and
standard error alike::

    ```sh
    $ echo hello
    hello
    ```

A block's commands are run by one minishell, in an empty directory with a link to the tutorial's ``programs``. Numbers above 999
that the page shows stand for any number, the same one each time: process ids. After ``sh`` may follow: ``any-order``: the
lines come in an order that nobody can know; ``any-numbers``: so are all numbers; ``needs=ps,…``: skip it where these are missing.

``python tests/docs/blocks.py PAGE…`` writes into the pages what the commands print now.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from under_test import TIME_SCALE, TREE, shell_command

MARK = "--- end of a command ---"


@dataclass
class Block:
    """``line``: of its fence. ``steps``: pairs of a command's lines as shown, and what it is said to print."""

    page: Path
    line: int
    options: list[str]
    steps: list[tuple[str, str]]

    def missing(self) -> list[str]:
        """Programs that it needs and the machine does not have."""
        names = [name for option in self.options if option.startswith("needs=") for name in option[6:].split(",")]
        return [name for name in names if not shutil.which(name)]


def pages() -> list[Path]:
    """All pages."""
    return [TREE / "README.md", *(page for page in sorted((TREE / "docs").rglob("*.md")) if page.parent.name != "examples")]


def read_blocks(page: Path, language: str = "sh") -> list[Block]:
    """The blocks of a page that hold commands."""
    blocks = []
    text = page.read_text()
    for match in re.finditer(rf"^```{language}\b(.*)\n((?:.*\n)*?)```$", text, re.MULTILINE):
        steps: list[tuple[str, str]] = []
        for line in match[2].splitlines(keepends=True):
            if line.startswith("$ "):
                steps.append((line, ""))
            elif steps and line.startswith("> ") and not steps[-1][1]:
                steps[-1] = (steps[-1][0] + line, "")
            elif steps:
                steps[-1] = (steps[-1][0], steps[-1][1] + line)
        if steps:
            blocks.append(Block(page, text.count("\n", 0, match.start()) + 1, match[1].split(), steps))
    return blocks


def run(block: Block) -> list[str]:
    """What each command of the block prints."""
    commands = ["".join(line[2:] for line in shown.splitlines(True)) for shown, _ in block.steps]
    script = f"echo '{MARK}'; ".join(commands)  # on the same line: line numbers are those of the block's commands
    with tempfile.TemporaryDirectory(prefix="minishell.") as name:
        directory = Path(name)
        home = directory / "home"
        home.mkdir()
        (home / "programs").symlink_to(TREE / "docs" / "tutorial" / "programs")
        (directory / "script").write_text(script)
        programs = directory / "bin"
        programs.mkdir()
        (programs / "python3").symlink_to(sys.executable)
        launcher = programs / "minishell"
        launcher.write_text(f'#!/bin/sh\nexec {shlex.join(shell_command())} "$@"\n')
        launcher.chmod(0o755)
        environment = {
            "PATH": f"{programs}:{Path(sys.executable).parent}:{os.defpath}:/usr/sbin:/sbin",
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "TERM": "dumb",
        }
        with (directory / "output").open("w+b") as output:
            subprocess.run(
                [launcher, directory / "script"],
                cwd=home,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                timeout=60 * TIME_SCALE,
                check=False,
            )
            output.seek(0)
            printed = output.read().decode("utf-8", "backslashreplace")
        printed = printed.replace(f"{directory}/script", "script").replace(str(home), "/home/you")
    return printed.split(f"{MARK}\n")


def agrees(shown: str, printed: str, options: list[str]) -> bool:
    """Whether a command printed what the page shows."""
    if "any-numbers" in options:
        shown, printed = re.sub(r"\d+", "N", shown), re.sub(r"\d+", "N", printed)
    if "any-order" in options:
        numbers = re.compile(r"\b\d{2,}\b")
        return sorted(numbers.sub("N", shown).splitlines()) == sorted(numbers.sub("N", printed).splitlines())
    names: dict[str, str] = {}
    pattern = ""
    for text, number in re.findall(r"(.*?)(\b[1-9]\d{3,}\b|\Z)", shown, re.DOTALL):
        pattern += re.escape(text)
        if number in names:
            pattern += f"(?P={names[number]})"
        elif number:
            names[number] = f"number{len(names)}"
            pattern += rf"(?P<{names[number]}>\d+)"
    return re.fullmatch(pattern, printed) is not None


def update(page: Path) -> None:
    """Write into the page what its commands print."""
    text = page.read_text()
    for block in read_blocks(page):
        if block.missing():
            continue
        for (command, shown), printed in zip(block.steps, run(block), strict=True):
            if not agrees(shown, printed, block.options):
                print(f"{page}:{block.line}: {command}", end="")
                text = text.replace(command + shown, command + printed, 1)
    page.write_text(text)


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        update(Path(argument))
