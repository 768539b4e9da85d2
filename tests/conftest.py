"""For all tests: the way to ``under_test``, and one profile for hypothesis."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import hypothesis

sys.path.insert(0, str(Path(__file__).parent))

# The same examples in each run: a failure in a change's tests is that change's.
hypothesis.settings.register_profile("minishell", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("minishell")

# However the tests were started (by nohup, in the background), the shells that they start get default signals.
for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
    if signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
