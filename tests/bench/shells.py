"""The shells that are compared, and how each is called."""

import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

TREE = Path(__file__).parents[2]
DEFAULT = ("dash", "bash", "minishell")


@dataclass(frozen=True)
class Shell:
    """A shell: a short name for tables, the command that starts it, and what it says about its version."""

    name: str
    command: tuple[str, ...]
    version: str


def find(names: list[str]) -> list[Shell]:
    """The shells of these names that the machine has, in this order."""
    found = []
    for name in names:
        if name == "minishell":
            found.append(Shell(name, minishell_command(), interpreter()))
        elif path := shutil.which(name):
            command = (path, "sh") if name == "busybox" else (path,)
            found.append(Shell(name, command, version_of(name, path)))
        else:
            print(f"{name} is not on this machine", file=sys.stderr)
    return found


def minishell_command() -> tuple[str, ...]:
    """The command beside the Python that runs the benchmark, as installed; without one, this source tree."""
    installed = Path(sys.executable).with_name("minishell")
    if installed.exists():
        return (str(installed),)
    return (sys.executable, "-I", "-S", "-X", "utf8", str(TREE / "minishell" / "__main__.py"))


def interpreter() -> str:
    """Python's version and how it was built: optimised builds differ by a factor of 1.3 to 1.8."""
    options = sysconfig.get_config_var("CONFIG_ARGS") or ""
    build = "PGO" if "--enable-optimizations" in options else "no PGO"
    if "--with-lto" in options:
        build += ", LTO"
    return f"Python {sys.version.split()[0]} ({build})"


def version_of(name: str, path: str) -> str:
    """One line; of those that do not tell, Debian's package manager knows."""
    if name in ("bash", "zsh", "yash", "fish", "xonsh"):
        command = [path, "--version"]
    else:
        command = ["dpkg-query", "--show", "--showformat=${Package} ${Version}", name]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "version unknown"
    return done.stdout.splitlines()[0]
