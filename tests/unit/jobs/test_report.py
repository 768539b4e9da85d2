"""What the user reads of jobs."""

from __future__ import annotations

import pytest

from minishell.jobs.job import Job, Process
from minishell.jobs.report import describe, reaped, state_text

STOPS = {20: "Stopped", 19: "Stopped (SIGSTOP)", 21: "Stopped (SIGTTIN)", 22: "Stopped (SIGTTOU)"}


def job(raw_status: int | None, text: str = "sleep 5", is_async: bool = True) -> Job:
    made = Job(text)
    made.number = 3
    made.is_async = is_async
    process = Process(4711, is_async)
    if raw_status is not None:
        process.change(raw_status, None)
    made.add(process)
    return made


@pytest.mark.parametrize(
    ("raw_status", "text"),
    [
        (None, "Running"),
        (0, "Done"),
        (3 << 8, "Exit 3"),
        (9, "Killed"),
        (15, "Terminated"),
        (11 | 128, "Segmentation fault (core dumped)"),
        *((0x7F | number << 8, text) for number, text in STOPS.items()),
    ],
)
def test_state_text(raw_status: int | None, text: str) -> None:
    assert state_text(job(raw_status)) == text


def test_describe() -> None:
    assert describe(job(None), "+") == "[3] + Running    sleep 5 &"
    assert describe(job(0), "-") == "[3] - Done       sleep 5"
    assert describe(job(None, is_async=False), " ") == "[3]   Running    sleep 5"
    assert describe(job(3 << 8), "+", with_pids=True) == "[3] + 4711 Exit 3     sleep 5"


def test_describe_with_all_pids() -> None:
    pipeline = job(None, "a | b")
    pipeline.add(Process(4712))
    assert describe(pipeline, "+", with_pids=True) == "[3] + 4711 4712 Running    a | b &"


def test_control_characters_command_no_terminal() -> None:
    assert describe(job(0, "echo \x1b[31m\x9b\n"), "+") == "[3] + Done       echo ^[[31m\\x9b^J"


def test_reaped() -> None:
    assert reaped(4711) == "Reaped child process 4711"
