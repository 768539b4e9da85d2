"""The patterns that were compiled beforehand are those that ``re`` makes of their sources."""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import re
import subprocess
import sys

import pytest

from minishell.syntax.pattern_codes import CODES
from minishell.syntax.patterns import DOTALL, SOURCES


@pytest.mark.parametrize("name", SOURCES)
def test_codes(name: str) -> None:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    assert _sre.MAGIC in CODES, "run tests/tools/make_pattern_codes.py for this Python too"
    parsed = _parser.parse(SOURCES[name], DOTALL)
    code = tuple(map(int, _compiler._code(parsed, DOTALL)))
    assert CODES[_sre.MAGIC][name] == (parsed.state.groups - 1, code)


def test_there_is_no_other_pattern() -> None:
    assert all(set(table) == set(SOURCES) for table in CODES.values())


def test_the_parser_needs_no_re() -> None:
    program = "import sys, minishell.syntax.parser, minishell.syntax.arithmetic; print('re' in sys.modules)"
    run = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


def test_an_unknown_engine_compiles_the_sources() -> None:
    program = (
        "import _sre; _sre.MAGIC = 1\nfrom minishell.syntax import patterns\nprint(patterns.match_prefix('a=1 ', 0).lastindex)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    # `re` itself refuses an engine of another version: all that can be asked is that it was called.
    assert "SRE module mismatch" in run.stderr or run.stdout == "10\n"
    assert re.compile(SOURCES["PREFIX"], re.DOTALL).match("a=1 ").lastindex == 10  # type: ignore[union-attr]
