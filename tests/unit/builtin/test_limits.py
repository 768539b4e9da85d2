"""umask's masks, ulimit's limits, the times of times."""

from __future__ import annotations

import pytest

from minishell.builtin.limits import minutes, parse_limit, parse_mask, symbolic
from minishell.errors import UsageError


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("22", 0o000, 0o022),
        ("0077", 0o022, 0o077),
        ("1777", 0o000, 0o777),
        ("u=rwx,g=rx,o=rx", 0o777, 0o022),
        ("g+w", 0o022, 0o002),
        ("a-x", 0o002, 0o113),
        ("+w", 0o066, 0o044),
        ("-w", 0o044, 0o266),
        ("u=", 0o000, 0o700),
        ("=", 0o000, 0o777),
        ("+", 0o027, 0o027),
        ("g=u", 0o027, 0o007),
        ("o=g-w", 0o007, 0o002),
        ("go-rw,a+x", 0o022, 0o066),
        ("u=rw=x", 0o022, 0o622),
        ("ug+w-x", 0o022, 0o112),
        ("u+X", 0o777, 0o777),
        ("u+X", 0o776, 0o676),
        ("u+st", 0o022, 0o022),
        ("ugo=rwx", 0o777, 0o000),
        ("ga=r", 0o000, 0o333),
    ],
)
def test_mask(text: str, before: int, after: int) -> None:
    assert parse_mask(text, before) == after


@pytest.mark.parametrize("text", ["", "08", "10000", "u", "u=q", "u=r,", ",u=r", "u~r", "x", "u=rg", "\u0661"])
def test_not_a_mask(text: str) -> None:
    with pytest.raises(UsageError, match="mask"):
        parse_mask(text, 0o022)


@pytest.mark.parametrize(
    ("mask", "text"),
    [(0o022, "u=rwx,g=rx,o=rx"), (0o777, "u=,g=,o="), (0o000, "u=rwx,g=rwx,o=rwx"), (0o137, "u=rw,g=r,o=")],
)
def test_symbolic_form(mask: int, text: str) -> None:
    assert symbolic(mask) == text


@pytest.mark.parametrize(
    ("text", "value"), [("100", 51200), ("010", 5120), ("0", 0), ("unlimited", -1), ("hard", 7), ("soft", 3)]
)
def test_limit(text: str, value: int) -> None:
    assert parse_limit(text, 512, 3, 7) == value


@pytest.mark.parametrize("text", ["", "-1", "1k", "infinite", "\u0661"])
def test_not_a_limit(text: str) -> None:
    with pytest.raises(UsageError, match="not a limit"):
        parse_limit(text, 512, 3, 7)


@pytest.mark.parametrize(("seconds", "text"), [(0.0, "0m0.000000s"), (1.25, "0m1.250000s"), (3661.5, "61m1.500000s")])
def test_minutes(seconds: float, text: str) -> None:
    assert minutes(seconds) == text
