"""How tests start the shell."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

TREE = Path(__file__).parents[1]
TIME_SCALE = float(os.environ.get("MINISHELL_TEST_TIME_SCALE", "1"))
"""All time limits are multiplied by it: more than 1 for slow machines."""


def shell_command() -> list[str]:
    """The command that starts the shell under test.

    ``MINISHELL_SPEC_SHELL`` if it is set, else ``minishell`` beside the Python that runs the tests, else this source tree.
    """
    given = os.environ.get("MINISHELL_SPEC_SHELL")
    if given:
        return shlex.split(given)
    installed = Path(sys.executable).with_name("minishell")
    if installed.exists():
        return [str(installed)]
    return [sys.executable, "-I", "-S", "-X", "utf8", str(TREE / "minishell" / "__main__.py")]
