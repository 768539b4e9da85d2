"""The ``run`` and ``start`` fixtures: the shell in a directory of the test's own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from under_test import Result, Run, Start, finish, launch


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the shell to its end: ``run("-c", "echo a", close=(0,), text=b"…")``."""

    def run_shell(*arguments: str, text: bytes | None = None, limit_seconds: float = 20, **how: object) -> Result:
        if text is not None:
            how["stdin"] = subprocess.PIPE
        return finish(launch(*arguments, directory=tmp_path, **how), text, limit_seconds)  # type: ignore[arg-type]

    return run_shell


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Start the shell and give its process."""
    return lambda *arguments, **how: launch(*arguments, directory=tmp_path, **how)
