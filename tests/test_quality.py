"""What machines can say about the code: lint, types, floors, sizes. Each runs as developers run it by hand."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

TREE = Path(__file__).parents[1]
BESIDE_PYTHON = Path(sys.executable).parent

# A reader takes in a file at once. Longer ones are listed here with what makes them so.
LENGTH_LIMIT = 500
LONGER: dict[str, str] = {
    "minishell/syntax/parser.py": "the grammar, one method for each production, is read as a whole",
    "minishell/syntax/pattern_codes.py": "generated",
}


def sources() -> list[Path]:
    """Every Python file of the package."""
    return sorted((TREE / "minishell").rglob("*.py"))


def check(*command: str) -> None:
    """Run a tool that was installed for the tests; its output is the failure's text."""
    tool = BESIDE_PYTHON / command[0]
    assert tool.exists(), f"{command[0]} is not installed: pip install -e '.[test]'"
    done = subprocess.run([tool, *command[1:]], cwd=TREE, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.fail(done.stdout + done.stderr, pytrace=False)


@pytest.mark.slow
def test_ruff_finds_nothing() -> None:
    check("ruff", "check", "--no-cache", "--quiet", ".")


@pytest.mark.slow
def test_types_agree() -> None:
    check("mypy", "--no-error-summary")


@pytest.mark.slow
def test_no_module_imports_from_a_higher_floor() -> None:
    check("lint-imports", "--no-cache")


def test_files_are_short() -> None:
    long = {
        str(path.relative_to(TREE)): count
        for path in sources()
        if (count := path.read_text().count("\n")) > LENGTH_LIMIT and str(path.relative_to(TREE)) not in LONGER
    }
    assert long == {}


def test_exceptions_to_the_length_are_needed() -> None:
    for name, reason in LONGER.items():
        assert reason
        assert (TREE / name).read_text().count("\n") > LENGTH_LIMIT


def test_nothing_is_left_undone() -> None:
    mark = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X:")))
    stub = "Not" + "ImplementedError"  # only the layers of the parser have them: each names what the layer above provides
    for path in sources():
        text = path.read_text()
        assert not mark.search(text), path
        assert stub not in text or path.parent.name == "syntax", path


def test_every_module_function_and_class_says_what_it_is_for() -> None:
    """Public names have a docstring; ruff's rule for that also asks for more than we want."""
    import ast

    without = []
    for path in sources():
        tree = ast.parse(path.read_text())
        if tree.body and not ast.get_docstring(tree):
            without.append(f"{path.relative_to(TREE)}: the module")
        for node in ast.walk(tree):
            if not isinstance(node, ast.ClassDef) and not (isinstance(node, ast.FunctionDef) and node in tree.body):
                continue
            if not node.name.startswith("_") and not ast.get_docstring(node):
                without.append(f"{path.relative_to(TREE)}:{node.lineno}: {node.name}")
    assert without == []


def test_top_level_holds_nothing_unexpected() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=TREE, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("no git checkout")
    tops = {name.partition("/")[0] for name in listed.stdout.splitlines()}
    assert {name for name in tops if not name.startswith(".")} <= {
        "LICENSE",
        "README.md",
        "docs",
        "minishell",
        "pyproject.toml",
        "tests",
    }
