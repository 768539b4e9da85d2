"""docs/architecture.md names the modules that there are, no others, and the floors that import-linter checks."""

import re
import tomllib
from pathlib import Path

TREE = Path(__file__).parents[1]
PAGE = TREE / "docs" / "architecture.md"


def modules_in_the_page() -> set[str]:
    """Paths below minishell/, from the block of the page that shows the tree."""
    block = re.search(r"^```\nminishell/\n(.*?)^```", PAGE.read_text(), re.DOTALL | re.MULTILINE)
    assert block, "docs/architecture.md shows no tree"
    found, package = set(), ""
    for line in block[1].splitlines():
        indent, name = re.match(r"( *)(\S+)", line).groups()  # type: ignore[union-attr]
        if name.endswith("/"):
            package = name
        else:
            found.add((package if len(indent) > 2 else "") + name)
    return found


def modules_in_the_tree() -> set[str]:
    """Paths below minishell/ of all modules; packages' empty ``__init__.py`` are no modules to speak of."""
    root = TREE / "minishell"
    return {
        str(path.relative_to(root))
        for path in root.rglob("*")
        if path.suffix in (".py", ".sh") and not (path.name == "__init__.py" and path.parent != root)
    }


def test_the_page_names_every_module_and_no_other() -> None:
    shown, there = modules_in_the_page(), modules_in_the_tree()
    assert {"missing in the page": there - shown, "only in the page": shown - there} == {
        "missing in the page": set(),
        "only in the page": set(),
    }


def test_the_page_shows_the_floors_that_are_checked() -> None:
    contracts = tomllib.loads((TREE / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    block = re.search(r"^```floors\n(.*?)^```", PAGE.read_text(), re.DOTALL | re.MULTILINE)
    assert block, "docs/architecture.md shows no floors"
    shown = [" ".join(line.split("  ")[0].split()) for line in block[1].splitlines()]
    assert shown == layers
