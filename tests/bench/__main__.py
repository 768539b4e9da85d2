"""``python -m tests.bench [group…]``: CPU time of minishell and other shells on the same work, in one run.

Every output is compared with that of the first shell. Nothing here is a test: figures depend on the machine.
"""

import argparse
import os
import sys
from pathlib import Path

from tests.bench import compute, others, processes
from tests.bench.report import Measured, as_json, as_markdown, as_text, rows
from tests.bench.runner import reference_start, run_workload
from tests.bench.shells import DEFAULT, find


def main() -> int:
    """Measure what was asked for, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("groups", nargs="*", help="groups, or parts of workloads' names; all when none is given")
    parser.add_argument("--shells", default=",".join(DEFAULT), help="names, the reference first (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds that count, after one to warm up (default: %(default)s)")
    parser.add_argument("--quick", action="store_true", help="one round, and less of the long ones")
    parser.add_argument("--markdown", action="store_true", help="print the table in Markdown")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write all figures to a file")
    parser.add_argument("--list", action="store_true", help="print the workloads' names and leave")
    arguments = parser.parse_args()

    json_file = arguments.json and arguments.json.absolute()
    workloads = [*compute.WORKLOADS, *processes.WORKLOADS, *others.workloads(arguments.quick)]
    if arguments.groups:
        workloads = [w for w in workloads if any(wanted == w.group or wanted in w.name for wanted in arguments.groups)]
    if arguments.list:
        print("\n".join(f"{workload.group}: {workload.name}" for workload in workloads))
        return 0
    shells = find(arguments.shells.split(","))
    if not shells or not workloads:
        parser.error("nothing to measure")

    rounds = 1 if arguments.quick else arguments.rounds
    measured: Measured = []
    for workload in workloads:
        if sys.stderr.isatty():
            print(f"\r\033[K{workload.group}: {workload.name}\r", end="", file=sys.stderr, flush=True)
        measured.append((workload, run_workload(workload, shells, rounds)))

    start = reference_start(rounds)
    table = rows(measured, shells, start)
    for shell in shells:
        print(f"{shell.name}: {shell.version}")
    print(f"CPU seconds (kB for memory), {rounds} rounds, {os.uname().sysname} {os.uname().release}, {os.cpu_count()} CPUs\n")
    print(as_markdown(table) if arguments.markdown else as_text(table))
    if json_file:
        json_file.write_text(as_json(measured, shells, start) + "\n")
    return 1 if any(result.wrong for _, results in measured for result in results if result.shell == "minishell") else 0


if __name__ == "__main__":
    sys.exit(main())
