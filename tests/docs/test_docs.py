"""The documentation is true: its commands print what it shows, its programs are the files, its links lead somewhere."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from blocks import TREE, Block, agrees, pages, read_blocks, run

BLOCKS = [block for page in pages() for block in read_blocks(page)]


def place(block: Block) -> str:
    """A test's name: the page and the line."""
    return f"{block.page.relative_to(TREE)}:{block.line}"


@pytest.mark.parametrize("block", BLOCKS, ids=place)
def test_commands_print_what_the_page_shows(block: Block) -> None:
    if block.missing():
        pytest.skip(f"without {', '.join(block.missing())}")
    for (command, shown), printed in zip(block.steps, run(block), strict=True):
        if not agrees(shown, printed, block.options):
            assert command + printed == command + shown


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(TREE)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", re.sub(r"```.*?```", "", page.read_text(), flags=re.DOTALL)):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(TREE)))
def test_files_that_are_named_exist(page: Path) -> None:
    for name in re.findall(r"`((?:minishell|tests|docs)/[\w/.-]+)`", page.read_text()):
        assert (TREE / name).exists(), name


def test_generated_pages_are_current() -> None:
    build = runpy.run_path(str(TREE / "docs" / "build.py"))
    built: dict[Path, str] = build["pages"]()
    stale = [str(path.relative_to(TREE)) for path, text in built.items() if not path.exists() or path.read_text() != text]
    assert stale == [], "run: python docs/build.py"


def test_the_shell_of_the_tutorial_has_sixty_lines() -> None:
    assert (TREE / "docs/tutorial/programs/shell.py").read_text().count("\n") == 60


def test_the_check_runs_the_command_of_the_readme() -> None:
    readme = (TREE / "README.md").read_text()
    commands = re.findall(r"^python3 -m venv \.venv-test .*", readme, re.MULTILINE)
    assert len(commands) == 1
    assert "pytest" in commands[0]
    assert "README.md" in (TREE / ".ci" / "run").read_text()


@pytest.mark.parametrize("script", [".ci/run", "minishell/app/launcher.sh"])
def test_scripts_are_executable_and_have_no_syntax_error(script: str) -> None:
    path = TREE / script
    assert path.stat().st_mode & 0o111 == 0o111
    shell = path.read_text().splitlines()[0].removeprefix("#!")
    subprocess.run([shell, "-n", path], check=True)
