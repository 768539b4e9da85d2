"""Results as a table for people, in Markdown for docs/performance.md, or as JSON."""

import json
import math
from collections.abc import Callable

from tests.bench.runner import Result
from tests.bench.shells import Shell
from tests.bench.workload import Workload

Measured = list[tuple[Workload, list[Result]]]
REFERENCES = ("dash", "bash")


def rows(measured: Measured, shells: list[Shell], start: float) -> list[list[str]]:
    """The cells of the table: a header, a row for each workload, a row of geometric means after each group."""
    references = [name for name in REFERENCES if name in {shell.name for shell in shells}]
    table = [["group", "workload"]]
    for shell in shells:
        table[0] += [shell.name, "±", *(f"/{name}" for name in references if name != shell.name)]
    for group in dict.fromkeys(workload.group for workload, _ in measured):
        members = [(workload, results) for workload, results in measured if workload.group == group]
        table += [row(workload, results, references) for workload, results in members]
        if len(members) > 1 and group not in ("growth", "memory"):
            table.append(means(group, members, references))
    table.append(["start-up", "python -I -S -c pass", number(start)])
    return table


def row(workload: Workload, results: list[Result], references: list[str]) -> list[str]:
    """A workload: for each shell the median, the spread, and the ratios; the exponent instead, where growth is the question."""
    cells = [workload.group, workload.name]
    by_name = {result.shell: result for result in results}
    for result in results:
        others = [name for name in references if name != result.shell]
        if result.wrong:
            cells += [result.wrong, "", *("" for _ in others)]
        elif result.exponent is not None:
            cells += [f"n^{result.exponent:.2f}", f"{result.spread:.0%}", *(ratio(result, by_name[name]) for name in others)]
        else:
            cells += [number(result.median), f"{result.spread:.0%}", *(ratio(result, by_name[name]) for name in others)]
    return cells


def means(group: str, members: Measured, references: list[str]) -> list[str]:
    """Geometric means of a group's ratios."""
    cells = [group, "geometric mean"]
    for place, shell in enumerate(result.shell for result in members[0][1]):
        cells += ["", ""]
        for reference in references:
            if reference == shell:
                continue
            pairs = [(results[place], next(r for r in results if r.shell == reference)) for _, results in members]
            logs = [math.log(a.median / b.median) for a, b in pairs if not a.wrong and not b.wrong]
            cells.append(f"{math.exp(sum(logs) / len(logs)):.2f}" if logs else "")
    return cells


def ratio(result: Result, reference: Result) -> str:
    """How many times as much as the reference."""
    return "" if reference.wrong else f"{result.median / reference.median:.2f}"


def number(figure: float) -> str:
    """Seconds with their thousandths, kilobytes without."""
    return f"{figure:.0f}" if figure >= 100 else f"{figure:.3f}"


def as_text(table: list[list[str]]) -> str:
    """Columns that line up."""
    return aligned(table, lambda cells: "  ".join(cells).rstrip())


def as_markdown(table: list[list[str]]) -> str:
    """A Markdown table."""
    lines = aligned(table, lambda cells: f"| {' | '.join(cells)} |").splitlines()
    return "\n".join([lines[0], "|---|---|" + "---:|" * (len(table[0]) - 2), *lines[1:]])


def aligned(table: list[list[str]], join: Callable[[list[str]], str]) -> str:
    """Rows as lines: texts to the left, figures to the right."""
    full = [cells + [""] * (len(table[0]) - len(cells)) for cells in table]
    columns = []
    for place, column in enumerate(zip(*full, strict=True)):
        width = max(map(len, column))
        columns.append([cell.ljust(width) if place < 2 else cell.rjust(width) for cell in column])
    return "\n".join(join(list(cells)) for cells in zip(*columns, strict=True))


def as_json(measured: Measured, shells: list[Shell], start: float) -> str:
    """Everything that was measured."""
    return json.dumps(
        {
            "shells": {shell.name: {"command": shell.command, "version": shell.version} for shell in shells},
            "python -I -S -c pass": start,
            "workloads": [
                {
                    "group": workload.group,
                    "name": workload.name,
                    "unit": workload.unit,
                    "results": [vars(result) for result in results],
                }
                for workload, results in measured
            ],
        },
        indent=1,
    )
