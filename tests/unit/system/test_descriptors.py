"""The shell's own descriptors, and the numbers that scripts name."""

from __future__ import annotations

import os
import resource
from pathlib import Path

import pytest

from minishell.errors import SystemFailure
from minishell.system import descriptors


def name(fd: int) -> str:
    return os.readlink(f"/proc/self/fd/{fd}")


def opened(path: Path, fd: int) -> None:
    """Let *fd* be a new file, as a redirection would."""
    descriptors.make_room(fd)
    file = os.open(path, os.O_RDWR | os.O_CREAT)
    descriptors.place(fd, file)
    if file != fd:
        os.close(file)


def test_pipe_is_out_of_the_way_and_close_on_exec() -> None:
    reader, writer = descriptors.pipe()
    assert min(reader, writer) >= 10
    assert not os.get_inheritable(reader)
    assert not os.get_inheritable(writer)
    os.write(writer, b"x")
    assert os.read(reader, 2) == b"x"


def test_pipe_with_the_standard_descriptors_closed() -> None:
    for fd in (0, 1, 2):
        os.close(fd)
    reader, writer = descriptors.pipe()
    assert min(reader, writer) >= 10
    assert [descriptors.is_open(fd) for fd in (0, 1, 2)] == [False, False, False]


def test_pipe_without_a_descriptor_left_leaks_nothing() -> None:
    for limit, why in [(10, "Invalid argument"), (11, "Too many open files")]:
        before = os.listdir("/proc/self/fd")
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, 4096))
        with pytest.raises(SystemFailure) as caught:
            descriptors.pipe()
        resource.setrlimit(resource.RLIMIT_NOFILE, (1024, 4096))
        assert caught.value.message == f"cannot make a pipe: {why}"
        assert os.listdir("/proc/self/fd") == before


def test_pipe_size() -> None:
    assert descriptors.pipe_size(descriptors.pipe()[1]) == 65536
    assert descriptors.pipe_size(99999) == 4096


def test_move_up_closes_the_old_number() -> None:
    fd = os.open("/dev/null", os.O_RDONLY)
    assert fd < 10
    moved = descriptors.move_up(fd)
    assert moved >= 10
    assert not descriptors.is_open(fd)
    assert descriptors.move_up(moved) == moved
    assert descriptors.move_up(moved, 50) >= 50


def test_a_copy_of_a_closed_descriptor_is_none() -> None:
    os.close(0)
    assert descriptors.duplicate_up(0) is None


def test_save_and_put_back(tmp_path: Path) -> None:
    before = name(0)
    saved = descriptors.duplicate_up(0)
    opened(tmp_path / "f", 0)
    assert name(0) == str(tmp_path / "f")
    descriptors.put_back(0, saved)
    assert name(0) == before
    assert os.get_inheritable(0)
    assert saved is not None
    assert not descriptors.is_open(saved)


def test_put_back_closes_what_was_closed(tmp_path: Path) -> None:
    os.close(0)
    saved = descriptors.duplicate_up(0)
    opened(tmp_path / "f", 0)
    descriptors.put_back(0, saved)
    assert not descriptors.is_open(0)
    descriptors.put_back(0, None)


def test_a_kept_descriptor_moves_away_and_its_owner_is_told() -> None:
    told: list[int] = []
    fd = descriptors.keep(os.open("/dev/zero", os.O_RDONLY), told.append)
    assert descriptors.is_own(fd)
    descriptors.make_room(fd)
    assert len(told) == 1
    assert told[0] != fd
    assert name(told[0]) == "/dev/zero"
    assert not descriptors.is_open(fd)
    assert not descriptors.is_own(fd)
    descriptors.close(told[0])
    assert not descriptors.is_open(told[0])
    assert not descriptors.is_own(told[0])


def test_room_is_made_only_where_it_is_needed() -> None:
    fd = os.dup2(0, 30)
    descriptors.make_room(fd)
    assert descriptors.is_open(fd)


def test_a_saved_copy_is_found_after_it_moved(tmp_path: Path) -> None:
    before = name(0)
    saved = descriptors.duplicate_up(0)
    assert saved is not None
    opened(tmp_path / "f", 0)
    opened(tmp_path / "g", saved)
    assert name(saved) == str(tmp_path / "g")
    descriptors.put_back(0, saved)
    assert name(0) == before
    assert name(saved) == str(tmp_path / "g")


def test_copies_never_get_the_number_that_a_moved_one_is_known_by(tmp_path: Path) -> None:
    # { { ...; } 10>g; cmd 3>x; } 4>f  where 4 was saved as 10
    opened(tmp_path / "four", 4)
    four = descriptors.duplicate_up(4)
    assert four == 10
    opened(tmp_path / "f", 4)
    opened(tmp_path / "g", 10)
    descriptors.put_back(10, None)
    opened(tmp_path / "three", 3)
    three = descriptors.duplicate_up(3)
    assert three not in (None, 10)
    opened(tmp_path / "x", 3)
    descriptors.put_back(3, three)
    descriptors.put_back(4, four)
    assert name(3) == str(tmp_path / "three")
    assert name(4) == str(tmp_path / "four")


def test_undoing_onto_a_number_that_the_shell_took_meanwhile(tmp_path: Path) -> None:
    told: list[int] = []
    opened(tmp_path / "ten", 10)
    saved = descriptors.duplicate_up(10)
    descriptors.place(10, None)
    assert descriptors.keep(os.open("/dev/zero", os.O_RDONLY), told.append) == 10
    descriptors.put_back(10, saved)
    assert name(10) == str(tmp_path / "ten")
    assert name(told[0]) == "/dev/zero"


def test_close_of_a_copy_that_moved() -> None:
    saved = descriptors.duplicate_up(0)
    assert saved is not None
    descriptors.make_room(saved)
    before = len(os.listdir("/proc/self/fd"))
    descriptors.close(saved)
    assert len(os.listdir("/proc/self/fd")) == before - 1


def test_impossible_numbers_are_just_not_open() -> None:
    assert [descriptors.is_open(fd) for fd in (-1, 99999, 99999999999)] == [False, False, False]
    assert not descriptors.is_own(99999999999)


def test_placing_gives_an_inheritable_copy() -> None:
    reader, _ = descriptors.pipe()
    descriptors.place(5, reader)
    assert os.get_inheritable(5)
    descriptors.place(reader, reader)
    assert os.get_inheritable(reader)
    descriptors.place(5, None)
    descriptors.place(5, None)
    assert not descriptors.is_open(5)


@pytest.mark.parametrize("is_closed", [False, True])
def test_place_null(is_closed: bool) -> None:
    if is_closed:
        os.close(0)
    descriptors.place_null(0)
    assert name(0) == "/dev/null"
    assert os.get_inheritable(0)


def test_too_many_open_files_when_saving() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (11, 4096))
    assert descriptors.duplicate_up(0) == 10
    with pytest.raises(SystemFailure) as caught:
        descriptors.duplicate_up(0)
    assert caught.value.message == "0: Too many open files"
    with pytest.raises(SystemFailure):
        descriptors.make_room(10)
    assert descriptors.is_own(10)
