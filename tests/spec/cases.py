"""Cases of the behaviour suite: how they are written, read and run.

A file ``NAME.test.sh`` holds cases one after the other::

    #### title
    script text
    ## stdout: the one line that it prints
    ## status: 3

Directives stand after the script, each at the start of a line:

=============================  =========================================================================================
``## stdout: LINE``            all of standard output is this line; ``## STDOUT:`` … ``## END`` for none or many lines
``## status: N``               exit status, 0 when not given; 128+n when a signal killed the shell
``## STDERR:`` … ``## END``    all of standard error, which is not compared unless asked
``## STDERR-HAS: TEXT``        standard error contains it (may be repeated)
``## argv: -e -u``             options for the shell, before the script's name
``## stdin: LINE``             standard input, else ``/dev/null``; ``## STDIN:`` … ``## END`` for many lines
``## OK dash/bash stdout: …``  these shells differ, and may; with ``STDOUT:`` and ``status:`` likewise
``## BUG bash (why) …``        likewise, but they are wrong
``## N-I dash (why)``          not implemented there: the case says nothing about them
``## only: minishell (why)``   no other shell can judge
=============================  =========================================================================================

A reason in parentheses may stand after the names of the shells. Standard output that is not given is not compared,
unless the status is not given either: then it must be empty.

The script runs as ``$SH [options] ../script`` in an empty directory, which is ``HOME`` too; ``$SH`` in a script is the
command that starts the shell under test.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

TIME_LIMIT_SECONDS = 20 * float(os.environ.get("MINISHELL_TEST_TIME_SCALE", "1"))

_DIRECTIVE = re.compile(
    r"## (?:(?P<verdict>OK|BUG|N-I) (?P<shells>[\w/]+)(?: \((?P<reason>.*?)\))?(?: |$))?"
    r"(?:(?P<name>[A-Za-z-]+): ?(?P<value>.*))?$"
)


@dataclass
class Expectation:
    """What one shell should do; None is: not compared."""

    status: int | None = 0
    stdout: bytes | None = None
    stderr: bytes | None = None
    stderr_has: list[bytes] = field(default_factory=list)


@dataclass
class Case:
    """One case; ``line`` is where its title stands, from 1."""

    title: str
    line: int
    script: str = ""
    expected: Expectation = field(default_factory=Expectation)
    differences: dict[str, Expectation] = field(default_factory=dict)
    options: list[str] = field(default_factory=list)
    stdin: bytes | None = None
    only: str | None = None

    def expectation_for(self, shell: str) -> Expectation | None:
        """What *shell* should do; None when the case says nothing about it."""
        if self.only is not None and shell != "minishell":
            return None
        expected = self.differences.get(shell, self.expected)
        return expected if expected.status is not None or expected.stdout is not None else None


@dataclass
class Outcome:
    """What a shell did. ``timed_out``: it was killed at the time limit."""

    status: int
    stdout: bytes
    stderr: bytes
    timed_out: bool


class CaseSyntaxError(Exception):
    """A case file is not written as it should be."""


def read_cases(path: Path) -> list[Case]:
    """The cases of a file. Raises CaseSyntaxError."""
    cases: list[Case] = []
    lines = path.read_text("utf-8", "surrogateescape").splitlines()
    titles = [number for number, line in enumerate(lines) if line.startswith("#### ")]
    for start, end in zip(titles, [*titles[1:], len(lines)], strict=True):
        cases.append(_read_case(lines[start:end], start + 1, path))
    names = [case.title for case in cases]
    for name in names:
        if names.count(name) > 1:
            raise CaseSyntaxError(f"{path}: two cases are named {name!r}")
    return cases


def _read_case(lines: list[str], first_line: int, path: Path) -> Case:
    case = Case(lines[0][5:].strip(), first_line)
    script: list[str] = []
    rest = iter(enumerate(lines[1:], first_line + 1))
    in_directives = says_something = False
    for number, line in rest:
        if not line.startswith("## "):
            if not in_directives:
                script.append(line)
            elif line.strip():
                raise CaseSyntaxError(f"{path}:{number}: text after the directives of a case")
            continue
        in_directives = True
        match = _DIRECTIVE.match(line)
        if match is None or not (match["name"] or match["verdict"]):
            raise CaseSyntaxError(f"{path}:{number}: not a directive: {line}")
        name, value = match["name"], match["value"]
        if name in ("STDOUT", "STDERR", "STDIN"):
            value = _block(rest, f"{path}:{number}")
        elif name in ("stdout", "stdin"):
            value += "\n"
        if not match["verdict"]:
            says_something = says_something or name.lower() in ("stdout", "status", "stderr", "stderr-has")
            _apply(case, case.expected, name, value, f"{path}:{number}")
            continue
        for shell in match["shells"].split("/"):
            if name is None:
                case.differences[shell] = Expectation(status=None)
                continue
            known = case.differences.setdefault(
                shell, Expectation(case.expected.status, case.expected.stdout, case.expected.stderr, case.expected.stderr_has)
            )
            _apply(case, known, name, value, f"{path}:{number}")
    if not says_something:
        case.expected.stdout = b""
    case.script = "\n".join(script).rstrip("\n") + "\n"
    return case


def _block(lines: object, place: str) -> str:
    block: list[str] = []
    for _, line in lines:  # type: ignore[attr-defined]
        if line == "## END":
            return "".join(f"{text}\n" for text in block)
        block.append(line)
    raise CaseSyntaxError(f"{place}: no ## END")


def _apply(case: Case, expected: Expectation, name: str, value: str, place: str) -> None:
    data = value.encode("utf-8", "surrogateescape")
    if name in ("stdout", "STDOUT"):
        expected.stdout = data
    elif name == "status":
        expected.status = int(value)
    elif name == "STDERR":
        expected.stderr = data
    elif name == "STDERR-HAS":
        expected.stderr_has = [*expected.stderr_has, data]
    elif name in ("stdin", "STDIN"):
        case.stdin = data
    elif name == "argv":
        case.options = shlex.split(value)
    elif name == "only" and value.startswith("minishell"):
        case.only = value
    else:
        raise CaseSyntaxError(f"{place}: unknown directive {name}")


def run_case(case: Case, shell: list[str], extra_environment: dict[str, str] | None = None) -> Outcome:
    """Run a case with the command *shell*, in a directory of its own; what it leaves running is killed."""
    home = tempfile.mkdtemp(prefix="spec.")
    try:
        work = f"{home}/work"
        os.mkdir(work)
        with open(f"{home}/script", "wb") as script:
            script.write(case.script.encode("utf-8", "surrogateescape"))
        if case.stdin is not None:
            with open(f"{home}/stdin", "wb") as stdin:
                stdin.write(case.stdin)
        environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": work,
            "TMPDIR": home,
            "LC_ALL": "C.UTF-8",
            "SH": shlex.join(shell),
            **(extra_environment or {}),
        }
        return _run([*shell, *case.options, "../script"], home, environment, case.stdin is not None)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(command: list[str], home: str, environment: dict[str, str], has_input: bool) -> Outcome:
    # Files, not pipes: a process that outlives the shell does not hold up the case.
    with (
        open(f"{home}/stdin" if has_input else "/dev/null", "rb") as stdin,
        open(f"{home}/stdout", "w+b") as stdout,
        open(f"{home}/stderr", "w+b") as stderr,
    ):
        process = subprocess.Popen(
            command, cwd=f"{home}/work", env=environment, stdin=stdin, stdout=stdout, stderr=stderr, process_group=0
        )
        timed_out = False
        try:
            process.wait(TIME_LIMIT_SECONDS)
        except subprocess.TimeoutExpired:
            timed_out = True
        try:
            os.killpg(process.pid, signal.SIGKILL)  # its group lives on as long as a member does
        except ProcessLookupError:
            pass
        status = process.wait()
        stdout.seek(0)
        stderr.seek(0)
        return Outcome(status if status >= 0 else 128 - status, stdout.read(), stderr.read(), timed_out)


def complaints(expected: Expectation, outcome: Outcome) -> list[str]:
    """How the outcome differs from what was expected; empty when it does not."""
    found: list[str] = []
    if outcome.timed_out:
        found.append("ran into the time limit")
    if expected.stdout is not None and outcome.stdout != expected.stdout:
        found.append(f"stdout:   {_show(outcome.stdout)}\nexpected: {_show(expected.stdout)}")
    if expected.status is not None and outcome.status != expected.status:
        found.append(f"status:   {outcome.status}\nexpected: {expected.status}")
    if expected.stderr is not None and outcome.stderr != expected.stderr:
        found.append(f"stderr:   {_show(outcome.stderr)}\nexpected: {_show(expected.stderr)}")
    lacking = [text for text in expected.stderr_has if text not in outcome.stderr]
    found += [f"stderr:   {_show(outcome.stderr)}\nlacks:    {_show(text)}" for text in lacking]
    return found


def _show(data: bytes) -> str:
    return repr(data.decode("utf-8", "backslashreplace"))
