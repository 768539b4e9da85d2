"""Write ``minishell/syntax/pattern_codes.py``: the lexer's patterns as the matching engines of several Pythons want them.

Run it after a change of ``patterns.py``, with the Pythons to support as arguments:

    python tests/tools/make_pattern_codes.py python3.11 python3.12 python3.13
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TARGET = ROOT / "minishell" / "syntax" / "pattern_codes.py"
HEAD = '''"""The patterns of ``patterns.py``, compiled; made by tests/tools/make_pattern_codes.py. Do not edit.

By version of the matching engine (``_sre.MAGIC``) and pattern: the number of groups, and the code.
"""

# fmt: off
CODES: dict[int, dict[str, tuple[int, tuple[int, ...]]]] = {
'''


def codes() -> tuple[int, dict[str, tuple[int, tuple[int, ...]]]]:
    """The engine's version, and for each pattern its number of groups and its code."""
    import _sre
    from re import _compiler, _parser

    from minishell.syntax.patterns import DOTALL, SOURCES

    result = {}
    for name, source in SOURCES.items():
        parsed = _parser.parse(source, DOTALL)
        code = _compiler._code(parsed, DOTALL)
        result[name] = (parsed.state.groups - 1, tuple(map(int, code)))
    return int(_sre.MAGIC), result


def wrapped(numbers: tuple[int, ...]) -> str:
    lines, line = [], "           "
    for number in numbers:
        item = f" {number},"
        if len(line) + len(item) > 130:
            lines.append(line)
            line = "           "
        line += item
    return "\n".join([*lines, line])


def main(pythons: list[str]) -> None:
    if not pythons:
        magic, table = codes()
        sys.stdout.write(repr((magic, table)))
        return
    if not TARGET.exists():
        TARGET.write_text("CODES = {}\n")
    made: dict[int, dict[str, tuple[int, tuple[int, ...]]]] = {}
    for python in pythons:
        run = subprocess.run([python, __file__], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT)})
        magic, table = eval(run.stdout)
        made[magic] = table
    with TARGET.open("w") as file:
        file.write(HEAD)
        for magic, table in made.items():
            file.write(f"    {magic}: {{\n")
            for name, (groups, code) in table.items():
                file.write(f'        "{name}": ({groups}, (\n{wrapped(code)}\n        )),\n')
            file.write("    },\n")
        file.write("}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
