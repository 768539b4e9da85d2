"""Running workloads: every shell in each round, so that what disturbs the machine disturbs all of them."""

import math
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.measure import Sample, clean_environment, run
from tests.bench.prompt import run_to_first_prompt
from tests.bench.shells import Shell
from tests.bench.workload import Workload


@dataclass
class Result:
    """What a shell needed for a workload.

    ``values``: one for each round, in the workload's unit. ``wrong``: why the figures do not count; empty when they do.
    ``exponent``: for workloads with sizes, the growth of time with size (1 is linear).
    """

    shell: str
    values: list[float] = field(default_factory=list)
    wrong: str = ""
    exponent: float | None = None

    @property
    def median(self) -> float:
        """The figure that is compared."""
        return statistics.median(self.values)

    @property
    def spread(self) -> float:
        """Distance of the slowest and the fastest round, as a part of the median."""
        return (max(self.values) - min(self.values)) / self.median if self.median else 0.0


def run_workload(workload: Workload, shells: list[Shell], rounds: int) -> list[Result]:
    """One warm-up round, whose outputs are compared with the first shell's, then *rounds* that count."""
    with tempfile.TemporaryDirectory(prefix="bench.") as name:
        directory = Path(name)
        (directory / "script").write_text(workload.script)
        if workload.prepare is not None:
            workload.prepare(directory)
        results = {shell.name: Result(shell.name) for shell in shells}
        expected: dict[int, bytes] = {}
        curves: dict[str, dict[int, list[float]]] = {shell.name: {} for shell in shells}
        for turn in range(rounds + 1):
            for shell in rotated(shells, turn):
                result = results[shell.name]
                for size in workload.sizes or (0,):
                    if result.wrong:
                        break
                    sample = run_once(workload, shell, directory, size)
                    result.wrong = complaint(workload, sample, expected.setdefault(size, sample.output))
                    if turn > 0:
                        curves[shell.name].setdefault(size, []).append(value(workload, sample))
        for shell in shells:
            curve = curves[shell.name]
            if not results[shell.name].wrong:
                results[shell.name].values = curve[max(curve)]
                if workload.sizes:
                    results[shell.name].exponent = exponent({size: min(times) for size, times in curve.items()})
    return list(results.values())


def rotated(shells: list[Shell], turn: int) -> Iterator[Shell]:
    """The shells, each round beginning with another one; the first round begins with the reference."""
    for place in range(len(shells)):
        yield shells[(place + turn) % len(shells)]


def run_once(workload: Workload, shell: Shell, directory: Path, size: int) -> Sample:
    """One run of one shell."""
    environment = {**clean_environment(), "CONFIG_SHELL": " ".join(shell.command)}
    command = [*shell.command, *workload.arguments]
    if workload.how == "prompt":
        return run_to_first_prompt(command, directory, environment)
    if workload.how == "configure":
        return run([*command, "./configure", "-C"], directory, None, environment)
    if workload.how == "stdin":
        return run(command, directory, directory / "script", environment)
    if workload.how == "command":
        return run([*command, "-c", workload.script], directory, None, environment)
    return run([*command, "script", *([str(size)] if size else [])], directory, None, environment)


def complaint(workload: Workload, sample: Sample, expected: bytes) -> str:
    """What is wrong with a run."""
    if sample.status != 0:
        return f"status {sample.status}"
    if workload.unit == "s" and sample.output != expected:
        return "wrong output"
    return ""


def value(workload: Workload, sample: Sample) -> float:
    """The figure of a run, in the workload's unit."""
    return float(sample.output) if workload.unit == "kB" else sample.cpu_seconds


def exponent(curve: dict[int, float]) -> float:
    """Slope of the line that fits the logarithms best, after the cost of the smallest size was taken off the others'."""
    smallest, *sizes = sorted(curve)
    points = [(math.log(size), math.log(max(curve[size] - curve[smallest], 1e-6))) for size in sizes]
    mean_x, mean_y = (statistics.fmean(column) for column in zip(*points, strict=True))
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


def reference_start(rounds: int) -> float:
    """CPU seconds of the interpreter when it does nothing: what the start-up group is measured by."""
    command = [sys.executable, "-I", "-S", "-c", "pass"]
    with tempfile.TemporaryDirectory(prefix="bench.") as name:
        return statistics.median(run(command, Path(name)).cpu_seconds for _ in range(rounds + 1))
