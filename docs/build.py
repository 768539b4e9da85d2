"""Make the generated parts of the documentation: ``python docs/build.py``.

- docs/builtins/: a page for each built-in, of its help text and of docs/builtins/examples/;
- docs/minishell.1: the manual page, of the same help texts and of the usage message;
- in docs/architecture.md: the tree of modules, of their docstrings;
- in docs/tutorial/: the text of the programs, after each comment that names one.
"""

import ast
import re
import sys
from pathlib import Path

DOCS = Path(__file__).parent
TREE = DOCS.parent
sys.path.insert(0, str(TREE))

from minishell import __version__  # noqa: E402 - found by the line above
from minishell.app.arguments import USAGE  # noqa: E402
from minishell.builtin.help import text_of  # noqa: E402
from minishell.builtin.table import ROWS, SPECIAL  # noqa: E402

PAGE_NAMES = {".": "dot", ":": "colon", "[": "bracket"}
# Special built-ins that the standard does not know as such.
EXTENSIONS = ("source",)


def pages() -> dict[Path, str]:
    """Every page that is generated in whole or in part, and its text."""
    built = {DOCS / "builtins" / f"{page_name(name)}.md": builtin_page(name) for name in ROWS}
    built[DOCS / "builtins" / "README.md"] = builtin_index()
    built[DOCS / "minishell.1"] = manual_page()
    built[DOCS / "architecture.md"] = with_tree((DOCS / "architecture.md").read_text())
    for page in sorted((DOCS / "tutorial").glob("*.md")):
        built[page] = with_programs(page.read_text())
    return built


def page_name(name: str) -> str:
    """The name of a built-in's page, without suffix."""
    return PAGE_NAMES.get(name, name)


def is_special(name: str) -> bool:
    """Whether it is a special built-in (2.15)."""
    return bool(ROWS[name][2] & SPECIAL)


def builtin_page(name: str) -> str:
    """A built-in: synopsis, help text, examples."""
    parts = [f"# {name}\n", f"```\n{text_of(name).rstrip()}\n```\n"]
    if is_special(name):
        parts.append(
            "A *special* built-in: it is found before a function of the same name, an error in its use ends a script, and\n"
            "variables assigned before it keep their values.\n"
        )
    examples = DOCS / "builtins" / "examples" / f"{page_name(name)}.md"
    if examples.exists():
        parts.append(examples.read_text())
    parts.append("[All built-ins](README.md)\n")
    return "\n".join(parts)


def builtin_index() -> str:
    """The list of built-ins."""
    lines = ["# Built-in utilities\n", "`help name` prints the same text as these pages.\n"]
    for title, special in (("Special built-ins", True), ("Other built-ins", False)):
        lines += [f"## {title}\n", "| built-in | synopsis |", "|---|---|"]
        for name in sorted(ROWS):
            if is_special(name) is special:
                synopsis = text_of(name).partition("\n")[0].replace("|", "\\|")
                lines.append(f"| [{name}]({page_name(name)}.md) | `{synopsis}` |")
        lines.append("")
    return "\n".join(lines)


def manual_page() -> str:
    """The manual page, in the man macros."""
    template = (DOCS / "minishell.1.in").read_text()
    builtins = "".join(f".SS {roff(name)}\n.nf\n{roff(text_of(name).rstrip())}\n.fi\n" for name in sorted(ROWS))
    values = {"VERSION": __version__, "USAGE": roff(USAGE.replace("usage: ", "       ").rstrip()), "BUILTINS": builtins.rstrip()}
    return re.sub(r"@([A-Z]+)@", lambda match: values[match[1]], template)


def roff(text: str) -> str:
    """*text* so that troff prints it as it is."""
    lines = (line.replace("\\", "\\e").replace("-", "\\-") for line in text.split("\n"))
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in lines)


def with_tree(page: str) -> str:
    """The page with the tree of modules as it is."""
    block = f"```\nminishell/\n{module_tree()}```"
    return re.sub(r"^```\nminishell/\n.*?^```", lambda _: block, page, flags=re.DOTALL | re.MULTILINE)


def module_tree() -> str:
    """A line for each module: its name, and the first line of its docstring."""
    root, lines = TREE / "minishell", []
    lines += [module_line("  ", path) for path in sorted(root.glob("*.py"))]
    for package in sorted(path.parent for path in root.glob("*/__init__.py")):
        lines.append(f"  {package.name}/\n")
        modules = [path for path in sorted(package.iterdir()) if path.suffix in (".py", ".sh") and path.name != "__init__.py"]
        lines += [module_line("    ", path) for path in modules]
    return "".join(lines)


def module_line(indent: str, path: Path) -> str:
    """A module's line of the tree."""
    if path.suffix == ".py":
        purpose = (ast.get_docstring(ast.parse(path.read_text())) or "").split("\n\n")[0].replace("\n", " ").replace("``", "")
    else:
        purpose = path.read_text().splitlines()[1].lstrip("# ")
    sentence = re.split(r"(?<=[a-z)])\. ", purpose)[0].rstrip(".:")
    return f"{indent}{path.name:<20} {sentence}\n"


def with_programs(page: str) -> str:
    """The page with the programs that it names, as they are."""

    def program(match: re.Match[str]) -> str:
        text = (DOCS / "tutorial" / "programs" / match[1]).read_text()
        return f"<!-- program: {match[1]} -->\n```python\n{text}```"

    return re.sub(r"^<!-- program: (\S+) -->(?:\n```python\n.*?^```)?", program, page, flags=re.DOTALL | re.MULTILINE)


if __name__ == "__main__":
    for path, text in pages().items():
        if not path.exists() or path.read_text() != text:
            path.write_text(text)
            print(path.relative_to(TREE))
