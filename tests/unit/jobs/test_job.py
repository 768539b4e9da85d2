"""A job's state follows from its processes."""

from __future__ import annotations

import pytest

from minishell.jobs.job import DONE, RUNNING, STOPPED, Job, Process

STOP = 0x7F | 20 << 8
CONTINUE = 0xFFFF
KILLED = 9
EXIT_3 = 3 << 8


def job_of(*histories: list[int]) -> Job:
    """A job of processes, each with the wait statuses that were told of it."""
    job = Job("a | b")
    for pid, history in enumerate(histories, 100):
        process = Process(pid)
        for raw_status in history:
            process.change(raw_status, None)
        job.add(process)
    return job


@pytest.mark.parametrize(
    ("histories", "state", "status"),
    [
        ([[]], RUNNING, 0),
        ([[EXIT_3]], DONE, 3),
        ([[KILLED]], DONE, 137),
        ([[STOP]], STOPPED, 148),
        ([[STOP, CONTINUE]], RUNNING, 148),
        ([[STOP, KILLED]], DONE, 137),
        ([[STOP, CONTINUE, EXIT_3]], DONE, 3),
        ([[EXIT_3], []], RUNNING, 0),
        ([[EXIT_3], [STOP]], STOPPED, 148),
        ([[STOP], [EXIT_3]], STOPPED, 148),
        ([[STOP], []], RUNNING, 0),
        ([[EXIT_3], [0]], DONE, 0),
        ([[0], [EXIT_3]], DONE, 3),
    ],
)
def test_state_and_status(histories: list[list[int]], state: str, status: int) -> None:
    job = job_of(*histories)
    assert job.state == state
    assert job.is_stopped == (state == STOPPED)
    assert job.has_ended == (state == DONE)
    assert job.status == status


def test_statuses_of_all_processes() -> None:
    assert job_of([EXIT_3], [KILLED], [0]).statuses() == [3, 137, 0]


def test_what_killed_it() -> None:
    assert job_of([0], [KILLED]).killed_by == 9
    assert job_of([KILLED], [0]).killed_by == 0
    assert job_of([STOP]).killed_by == 0
    assert job_of([]).killed_by == 0
    assert job_of([11 | 128]).dumped_core
    assert not job_of([11]).dumped_core
    assert not job_of([EXIT_3]).dumped_core


def test_continuing_is_known_before_the_kernel_tells() -> None:
    job = job_of([STOP], [STOP])
    job.mark_reported()
    assert job.reported == STOPPED
    job.mark_continued()
    assert (job.state, job.reported) == (RUNNING, RUNNING)


def test_the_end_of_a_process_can_be_listened_to() -> None:
    told: list[int] = []
    process = Process(100)
    process.on_end = told.append
    process.change(STOP, None)
    process.change(CONTINUE, None)
    assert told == []
    process.change(EXIT_3, "usage")
    assert told == [3]
    assert process.usage == "usage"
