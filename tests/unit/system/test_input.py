"""Reading program text: never more than the command at hand needs, where somebody else reads, too."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from minishell import encoding
from minishell.errors import ShellError
from minishell.system import descriptors
from minishell.system.input import FileInput


def on_standard_input(path: Path, data: bytes) -> FileInput:
    path.write_bytes(data)
    os.dup2(os.open(path, os.O_RDONLY), 0)
    return FileInput(0, "standard input", is_shared=True)


def everything(read: FileInput) -> list[str]:
    pieces = []
    while piece := read():
        pieces.append(piece)
    return pieces


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"", []),
        (b"\n", ["\n"]),
        (b"a\nb\n", ["a\n", "b\n"]),
        (b"a\nb", ["a\n", "b"]),
        ("ä\n€".encode(), ["ä\n", "€"]),
        (b"\xff\n", ["\udcff\n"]),
        (b"x" * 200_000 + b"\ny\n", ["x" * 200_000 + "\n", "y\n"]),
    ],
    ids=["empty", "newline", "lines", "no-newline", "multibyte", "bytes", "long"],
)
@pytest.mark.parametrize("kind", ["script", "file", "pipe"])
def test_lines(tmp_path: Path, kind: str, data: bytes, lines: list[str]) -> None:
    if kind == "file":
        read = on_standard_input(tmp_path / "f", data)
    elif kind == "script":
        (tmp_path / "f").write_bytes(data)
        read = FileInput(os.open(tmp_path / "f", os.O_RDONLY), "f", is_shared=False)
    else:
        reader, writer = os.pipe()
        if os.fork() == 0:
            os.close(reader)
            with open(writer, "wb") as file:
                file.write(data)
            os._exit(0)
        os.close(writer)
        os.dup2(reader, 0)
        read = FileInput(0, "standard input", is_shared=True)
    assert everything(read) == lines


def test_a_pipe_is_never_read_past_the_line() -> None:
    reader, writer = os.pipe()
    os.write(writer, b"one\ntwo\n")
    os.dup2(reader, 0)
    assert FileInput(0, "standard input", is_shared=True)() == "one\n"
    assert os.read(0, 10) == b"two\n"


def test_a_command_finds_what_follows_its_line(tmp_path: Path) -> None:
    read = on_standard_input(tmp_path / "f", "eins; zwei ä\ndrei\nvier\n".encode())
    assert read() == "eins; zwei ä\n"
    read.sync(" zwei ä\n")
    assert os.read(0, 3) == b" zw"


def test_nothing_was_read_so_nothing_is_read_again(tmp_path: Path) -> None:
    read = on_standard_input(tmp_path / "f", b"one\ntwo\nthree\n")
    assert read() == "one\n"
    read.sync("")
    assert read.resume() is True
    assert read() == "two\n"
    assert read() == "three\n"
    assert read() == ""


def test_what_a_command_read_is_gone(tmp_path: Path) -> None:
    read = on_standard_input(tmp_path / "f", b"one; read x\ntwo\nthree\n")
    read()
    read.sync(" read x\n")
    os.read(0, 12)
    assert read.resume() is False
    assert read() == "three\n"


def test_standard_input_may_become_another_file(tmp_path: Path) -> None:
    read = on_standard_input(tmp_path / "f", b"exec <g\nnot this\n")
    (tmp_path / "g").write_bytes(b"this\n")
    read()
    read.sync("")
    os.dup2(os.open(tmp_path / "g", os.O_RDONLY), 0)
    assert read.resume() is False
    assert read() == "this\n"


def test_standard_input_may_become_a_pipe(tmp_path: Path) -> None:
    read = on_standard_input(tmp_path / "f", b"exec <p\nnot this\n")
    read()
    read.sync("")
    reader, writer = os.pipe()
    os.write(writer, b"this\nand\n")
    os.dup2(reader, 0)
    assert read.resume() is False
    assert read() == "this\n"
    assert os.read(0, 10) == b"and\n"


def test_standard_input_may_be_closed(tmp_path: Path) -> None:
    read = on_standard_input(tmp_path / "f", b"exec <&-\nnot this\n")
    read()
    read.sync("")
    os.close(0)
    assert read.resume() is False
    assert read() == ""


def test_a_script_is_out_of_the_way(tmp_path: Path) -> None:
    (tmp_path / "script").write_bytes(b"x\n" * 50_000)
    fd = os.open(tmp_path / "script", os.O_RDONLY)
    read = FileInput(fd, "script", is_shared=False)
    assert not descriptors.is_open(fd)
    (own,) = (number for number in range(10, 64) if descriptors.is_own(number))
    read()
    descriptors.make_room(own)
    os.dup2(os.open("/dev/null", os.O_RDONLY), own)
    assert len(everything(read)) == 49_999


def test_a_nonblocking_pipe_is_made_to_block() -> None:
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    os.dup2(reader, 0)
    read = FileInput(0, "standard input", is_shared=True)
    assert os.get_blocking(0)
    os.set_blocking(0, False)
    if os.fork() == 0:
        os.write(writer, b"late\n")
        os._exit(0)
    assert read() == "late\n"


def test_lines_are_shown_as_they_are_read(tmp_path: Path) -> None:
    read = on_standard_input(tmp_path / "f", b"one\ntwo\n")
    shown: list[str] = []
    read.on_line = shown.append
    read()
    assert shown == ["one\n"]
    everything(read)
    assert shown == ["one\n", "two\n"]


def test_a_directory_cannot_be_read() -> None:
    os.dup2(os.open("/", os.O_RDONLY), 0)
    with pytest.raises(ShellError) as caught:
        FileInput(0, "standard input", is_shared=True)()
    assert caught.value.message == "standard input: Is a directory"
    assert caught.value.status == 128


def test_bytes_are_characters_in_the_posix_locale(tmp_path: Path) -> None:
    encoding.use_bytes()
    read = on_standard_input(tmp_path / "f", "ä; ö\nx\n".encode())
    assert len(read()) == 7
    read.sync("\udcc3\udcb6\n")
    assert os.read(0, 4) == "ö\nx".encode()
