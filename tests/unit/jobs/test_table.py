"""Job numbers, the current job, job IDs, remembered statuses."""

from __future__ import annotations

import pytest

from minishell.errors import ShellError
from minishell.jobs.job import Job, Process
from minishell.jobs.table import JobTable

STOP = 0x7F | 20 << 8
CONTINUE = 0xFFFF


def started(table: JobTable, text: str, *pids: int) -> Job:
    """A job in the background."""
    job = Job(text)
    job.is_async = True
    for pid in pids:
        table.register(Process(pid, is_async=True), job)
    table.add(job)
    return job


def change(table: JobTable, pid: int, raw_status: int) -> None:
    table.apply(table.by_pid[pid], raw_status, None)


def marks(table: JobTable) -> str:
    """The mark of each job, in the order of the list."""
    jobs, current, previous = table.listing()
    return "".join("+" if job is current else "-" if job is previous else " " for job in jobs)


def test_numbers_go_up_and_start_again() -> None:
    table = JobTable()
    first, second, third = (started(table, "x", pid) for pid in (10, 11, 12))
    assert [first.number, second.number, third.number] == [1, 2, 3]
    table.remove(second)
    assert started(table, "x", 13).number == 4
    for job in list(table.jobs.values()):
        table.remove(job)
    assert started(table, "x", 14).number == 1


def test_the_number_after_the_greatest_that_is_left() -> None:
    table = JobTable()
    for pid in (10, 11, 12):
        started(table, "x", pid)
    table.remove(table.jobs[3])
    table.remove(table.jobs[2])
    assert started(table, "x", 13).number == 2


def test_the_newest_job_is_current() -> None:
    table = JobTable()
    assert table.current_and_previous() == (None, None)
    for pid in (10, 11, 12):
        started(table, "x", pid)
    assert marks(table) == " -+"
    table.remove(table.jobs[3])
    assert marks(table) == "-+"
    table.remove(table.jobs[1])
    assert marks(table) == "+"


def test_stopped_jobs_come_first() -> None:
    table = JobTable()
    for pid in (10, 11, 12):
        started(table, "x", pid)
    change(table, 10, STOP)
    assert marks(table) == "+ -"
    change(table, 11, STOP)
    assert marks(table) == "-+ "
    assert table.stopped() == [table.jobs[1], table.jobs[2]]


def test_a_job_that_goes_on_is_the_newest_of_the_running() -> None:
    table = JobTable()
    for pid in (10, 11, 12):
        started(table, "x", pid)
    change(table, 10, STOP)
    change(table, 11, STOP)
    change(table, 11, CONTINUE)
    assert marks(table) == "+- "
    change(table, 10, CONTINUE)
    assert marks(table) == "+- "


def test_a_stopped_job_that_is_killed_is_no_longer_first() -> None:
    table = JobTable()
    for pid in (10, 11, 12):
        started(table, "x", pid)
    change(table, 10, STOP)
    change(table, 10, 9)
    assert table.stopped() == []
    assert table.find("%+") is not None
    table.remove(table.jobs[1])
    assert marks(table) == "-+"


def test_a_pipeline_is_stopped_when_nobody_runs() -> None:
    table = JobTable()
    started(table, "a | b", 10, 11)
    started(table, "x", 12)
    change(table, 10, STOP)
    assert marks(table) == "-+" or marks(table) == "+-"
    assert table.stopped() == []
    change(table, 11, 0)
    assert table.stopped() == [table.jobs[1]]


@pytest.mark.parametrize(
    ("job_id", "number"),
    [
        ("%1", 1),
        ("%02", 2),
        ("%%", 3),
        ("%+", 3),
        ("%", 3),
        ("%-", 2),
        ("%vi", 2),
        ("%?c d", 1),
        ("%ab", 1),
        ("2", 2),
        ("%?ls", 3),
    ],
)
def test_find(job_id: str, number: int) -> None:
    table = JobTable()
    for pid, text in enumerate(["abc def", "vi x", "ls | wc"], 10):
        started(table, text, pid)
    assert table.find(job_id).number == number


@pytest.mark.parametrize(
    ("job_id", "message"),
    [
        ("%9", "%9: no such job"),
        ("%0", "%0: no such job"),
        ("%99999999999999999999", "%99999999999999999999: no such job"),
        ("%none", "%none: no such job"),
        ("%?none", "%?none: no such job"),
        ("%l", "%l: ambiguous job"),
        ("%?s", "%?s: ambiguous job"),
    ],
)
def test_find_fails(job_id: str, message: str) -> None:
    table = JobTable()
    started(table, "ls a", 10)
    started(table, "ls b", 11)
    with pytest.raises(ShellError) as caught:
        table.find(job_id)
    assert caught.value.message == message


@pytest.mark.parametrize("job_id", ["%%", "%+", "%-", "%"])
def test_no_current_job(job_id: str) -> None:
    with pytest.raises(ShellError, match="no current job"):
        JobTable().find(job_id)


def test_the_only_job_is_the_previous_one_too() -> None:
    table = JobTable()
    job = started(table, "x", 10)
    assert table.find("%-") is job


def test_statuses_of_asynchronous_processes_are_remembered() -> None:
    table = JobTable()
    job = started(table, "x", 10)
    table.register(Process(11), None)
    change(table, 10, 3 << 8)
    change(table, 11, 4 << 8)
    assert table.remembered == {10: 3}
    assert table.by_pid == {}
    assert job.has_ended


def test_a_pid_that_comes_again_is_another_process() -> None:
    table = JobTable()
    old = started(table, "x", 10)
    change(table, 10, 3 << 8)
    table.register(Process(10), None)
    assert table.remembered == {}
    assert 10 not in table.of_process
    change(table, 10, STOP)
    assert not old.is_stopped
    assert old.status == 3


def test_an_event_of_the_old_process_does_not_end_the_new_one() -> None:
    table = JobTable()
    old, new = Process(10), Process(10)
    table.register(old, None)
    table.register(new, None)
    table.apply(old, 0, None)
    assert table.by_pid == {10: new}
    assert not new.has_ended


def test_no_more_statuses_are_remembered_than_child_max() -> None:
    table = JobTable()
    for pid in range(1, 5001):
        table.register(Process(pid, is_async=True), None)
        change(table, pid, 5 << 8)
    assert len(table.remembered) == 4096
    assert 904 not in table.remembered
    assert table.remembered[905] == 5


def test_jobs_whose_end_was_told_are_forgotten() -> None:
    table = JobTable()
    told, untold, running = (started(table, "x", pid) for pid in (10, 11, 12))
    change(table, 10, 0)
    change(table, 11, 0)
    told.mark_reported()
    running.mark_reported()
    table.forget_ended()
    assert list(table.jobs.values()) == [untold, running]
    assert list(table.of_process) == [11, 12]


def test_describe() -> None:
    table = JobTable()
    job = started(table, "sleep 5", 10)
    assert table.describe(job) == "[1] + Running    sleep 5 &"


def test_a_subshell_lists_the_jobs_around_it_until_it_has_its_own() -> None:
    table = JobTable()
    started(table, "x", 10)
    started(table, "y", 11)
    table.enter_subshell()
    assert table.by_pid == {}
    assert marks(table) == "-+"
    table.enter_subshell()
    assert marks(table) == "-+"
    with pytest.raises(ShellError):
        table.find("%1")
    assert started(table, "z", 12).number == 1
    assert marks(table) == "+"


def test_thousands_of_jobs_are_listed_and_forgotten() -> None:
    table = JobTable()
    for pid in range(8000):
        started(table, "x", pid)
        table.current_and_previous()
    assert len([table.describe(job) for job in table.listing()[0]]) == 8000
    for pid in range(8000):
        change(table, pid, 0)
    for job in table.listing()[0]:
        job.mark_reported()
    table.forget_ended()
    assert table.listing()[0] == []
