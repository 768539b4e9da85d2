"""For all tests: the way to ``under_test``, and one profile for hypothesis."""

from __future__ import annotations

import sys
from pathlib import Path

import hypothesis

sys.path.insert(0, str(Path(__file__).parent))

# The same examples in each run: a failure in a change's tests is that change's.
hypothesis.settings.register_profile("minishell", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("minishell")
