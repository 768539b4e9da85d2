"""Run the behaviour suite through other shells: ``python tests/spec/confirm.py [--shell NAME]… [files]``.

dash and ``bash --posix`` judge unless other shells are named. What they do must be what a case expects or the difference it
records for them; anything else is printed, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cases import Case, complaints, read_cases, run_case

SHELLS = {
    "dash": ["dash"],
    "bash": ["bash", "--posix"],
    "yash": ["yash", "-o", "posixly-correct"],
    "mksh": ["mksh", "-o", "posix"],
    "busybox": ["busybox", "sh"],
}


def confirm(path: Path, case: Case, shell: str) -> str | None:
    """How *shell* disagrees with the case, or None."""
    expected = case.expectation_for(shell)
    if expected is None:
        return None
    expected.stderr_has = []  # messages are each shell's own
    found = complaints(expected, run_case(case, SHELLS[shell]))
    return "\n".join([f"{path}:{case.line}: {shell}: {case.title}", *found, ""]) if found else None


def main() -> int:
    """Print each disagreement that is not recorded; status 1 if there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shell", action="append", choices=sorted(SHELLS))
    parser.add_argument("files", nargs="*", type=Path)
    arguments = parser.parse_args()
    files = arguments.files or sorted(Path(__file__).parent.glob("*.test.sh"))
    names = [name for name in arguments.shell or ["dash", "bash"] if shutil.which(SHELLS[name][0])]
    work = [(path, case, name) for path in files for case in read_cases(path) for name in names]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = [text for text in pool.map(lambda item: confirm(*item), work) if text]
    print("\n".join(found), end="")
    print(f"{len(work)} runs of {', '.join(names)}: {len(found)} disagree")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
