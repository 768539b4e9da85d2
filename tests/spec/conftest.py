"""Collects ``*.test.sh``: each case is an item; see ``cases.py`` for how they are written.

A third of the cases, the same in each run, runs a second time "the slow way": with the fast layer,
subshells inside the process and posix_spawn all turned off. ``MINISHELL_TEST_ALL_WAYS=1`` does so for each case.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from under_test import shell_command

sys.path.insert(0, str(Path(__file__).parent))
from cases import Case, complaints, read_cases, run_case

SLOW_WAY = {"MINISHELL_FASTPATH": "0", "MINISHELL_INSIDE": "0", "MINISHELL_SPAWN": "0"}
ALL_WAYS = os.environ.get("MINISHELL_TEST_ALL_WAYS") == "1"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Each case file is a collector."""
    if file_path.name.endswith(".test.sh"):
        return CaseFile.from_parent(parent, path=file_path)
    return None


class CaseFile(pytest.File):
    """A file of cases."""

    def collect(self) -> Iterator[pytest.Item]:
        """The cases, and the second way of some."""
        for case in read_cases(self.path):
            yield CaseItem.from_parent(self, name=case.title, case=case, environment={})
            if ALL_WAYS or zlib.crc32(f"{self.path.name} {case.title}".encode()) % 3 == 0:
                yield CaseItem.from_parent(self, name=f"{case.title} (slow way)", case=case, environment=SLOW_WAY)


class CaseItem(pytest.Item):
    """A case, to be run in one way."""

    def __init__(self, name: str, parent: pytest.Collector, case: Case, environment: dict[str, str]) -> None:
        super().__init__(name, parent)
        self.case = case
        self.environment = environment

    def runtest(self) -> None:
        """Run it. Raises CaseFailed."""
        expected = self.case.expectation_for("minishell")
        assert expected is not None
        outcome = run_case(self.case, shell_command(), self.environment)
        found = complaints(expected, outcome)
        if found:
            raise CaseFailed("\n".join([*found, outcome.stderr.decode("utf-8", "backslashreplace")]))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str:  # type: ignore[override]
        """The script and what it did, instead of this module's source."""
        if isinstance(excinfo.value, CaseFailed):
            return f"{self.path}:{self.case.line}: {self.case.title}\n\n{self.case.script}\n{excinfo.value}"
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the case stands."""
        return self.path, self.case.line - 1, self.name


class CaseFailed(Exception):  # noqa: N818 - reads as what happened
    """The shell did not do what the case says."""
