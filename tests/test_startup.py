"""What `minishell -c :` imports. Modules are counted, nothing is timed: each of ours costs about a quarter of a millisecond,
and one wrong import from the standard library more than the whole shell."""

import subprocess
import sys
from pathlib import Path

TREE = Path(__file__).parents[1]

# Each of these takes longer to import than minishell takes to start.
DEAR = {
    "argparse",
    "asyncio",
    "collections",
    "contextlib",
    "dataclasses",
    "enum",
    "functools",
    "logging",
    "prompt_toolkit",
    "re",
    "signal",
    "string",
    "subprocess",
    "tempfile",
    "threading",
    "typing",
}

# How many modules of ours the plainest start may load. Raise it in the open: with the reason in the commit.
MOST_MODULES = 60


def modules_after(command: str) -> set[str]:
    """Names of all modules that a shell has loaded when *command* has run; Python itself lists its imports."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", "-v", str(TREE / "minishell" / "__main__.py"), "-c", command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    return {line.split()[1].strip("'") for line in done.stderr.splitlines() if line.startswith("import ")}


def test_the_plainest_start_imports_nothing_dear() -> None:
    loaded = modules_after(":")
    assert "minishell.app.main" in loaded
    assert loaded & DEAR == set()


def test_the_plainest_start_needs_few_modules() -> None:
    ours = sorted(name for name in modules_after(":") if name.startswith("minishell"))
    assert len(ours) <= MOST_MODULES, "\n".join(ours)


def test_everyday_commands_import_nothing_dear_either() -> None:
    command = 'for i in 1 2; do x=$(echo "$i" | cat); case $x in [12]) printf "%s\\n" "${x%1}";; esac; done; ls >/dev/null & wait'
    assert modules_after(command) & DEAR == set()


def test_built_ins_are_loaded_when_they_are_used() -> None:
    assert "minishell.builtin.getopts" not in modules_after(":")
