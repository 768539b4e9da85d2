"""libsodium's configure script, 22,000 lines, run end to end by dash, bash and minishell: a program to be started by hand.

    python tests/programs/configure_libsodium.py [--keep DIRECTORY]

The source comes from PyNaCl's distribution, which pip downloads. Each shell configures an unpacked copy; then what configure
printed and what it wrote are compared with bash's, which like minishell knows LINENO. It takes some minutes.
"""

import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from under_test import shell_command

WRITTEN = ("config.status", "Makefile", "libtool", "libsodium.pc", "src/libsodium/include/sodium/version.h")


def main() -> int:
    """Compare the shells; the number of those that differ from bash."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", type=Path, help="work in this directory and leave everything there")
    arguments = parser.parse_args()
    place = arguments.keep or Path(tempfile.mkdtemp(prefix="libsodium."))
    place.mkdir(parents=True, exist_ok=True)
    source = download(place)
    shells = {"bash": ["bash"], "dash": ["dash"], "minishell": shell_command()}
    results = {name: configure(name, command, source, place) for name, command in shells.items()}
    wrong = 0
    for name, result in results.items():
        differences = list(difflib.unified_diff(results["bash"], result, "bash", name, n=0, lineterm=""))
        # dash has no LINENO in some places, so that configure replaces it by numbers there.
        differences = [line for line in differences if not re.search(r"LINENO|lineno|\"[0-9]+\" 5", line)]
        changed = [line for line in differences if line[:1] in "+-" and not line.startswith(("+++", "---"))]
        print(f"{name}: {len(changed)} lines differ from bash's")
        print("\n".join(changed[:40]))
        wrong += bool(changed) and name == "minishell"
    if not arguments.keep:
        shutil.rmtree(place)
    return wrong


def download(place: Path) -> Path:
    """The unpacked source of libsodium."""
    if not list(place.glob("[Pp]y[Nn]a[Cc]l-*.tar.gz")):
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-binary", ":all:", "pynacl"]
        subprocess.run(command, cwd=place, check=True)
    archive = next(place.glob("[Pp]y[Nn]a[Cc]l-*.tar.gz"))
    with tarfile.open(archive) as file:
        file.extractall(place, filter="data")
    return next(place.glob("[Pp]y[Nn]a[Cc]l-*/src/libsodium"))


def configure(name: str, command: list[str], source: Path, place: Path) -> list[str]:
    """Configure a fresh copy, always in the same place; the lines printed and written."""
    work = place / "work"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(source, work, symlinks=True)
    commands = place / "bin"
    commands.mkdir(exist_ok=True)
    sh = commands / "sh"
    sh.unlink(missing_ok=True)
    path = shutil.which(command[0])
    assert path is not None
    sh.write_text(f'#!/bin/sh\nexec {" ".join([path, *command[1:]])} "$@"\n')
    sh.chmod(0o755)
    environment = {"PATH": f"{commands}:{os.defpath}", "HOME": str(place), "LC_ALL": "C.UTF-8", "CONFIG_SHELL": str(sh)}
    start = time.monotonic()
    done = subprocess.run(
        [sh, "./configure", "--disable-dependency-tracking"],
        cwd=work,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    lines = [*done.stdout.splitlines(), f"status {done.returncode}"]
    print(f"{name}: status {done.returncode}, {len(lines)} lines, {time.monotonic() - start:.0f} s", flush=True)
    for written in WRITTEN:
        if (work / written).exists():
            lines += [f"{written}: {line}" for line in (work / written).read_text(errors="replace").splitlines()]
    return lines


if __name__ == "__main__":
    sys.exit(main())
