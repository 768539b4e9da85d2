"""Work that may be slow, in a child process with a deadline: a dead network mount holds the child up, and nobody else."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from minishell.encoding import decode, encode
from minishell.errors import SystemFailure
from minishell.shell import write_all
from minishell.system import process, signals

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = tuple[str, str]
    """A candidate and its description."""

DEADLINE_SECONDS = 2.0
CHUNK = 65536


class Children:
    """The child processes that work for the line. The reaper does not know them, and so forgets them when they end."""

    def __init__(self) -> None:
        self._running: dict[int, int] = {}  # pid: the descriptor that its answer comes from

    async def ask(self, question: Callable[[], list[Row]], seconds: float = DEADLINE_SECONDS) -> list[Row]:
        """What *question* gives in a child; what had come until the deadline, and nothing when there can be no child."""
        try:
            pid, reader = start(question)
        except (SystemFailure, OSError):
            return []
        self._running[pid] = reader
        answer = bytearray()
        loop = asyncio.get_running_loop()
        is_complete: asyncio.Future[None] = loop.create_future()

        def read() -> None:
            try:
                data = os.read(reader, CHUNK)
            except BlockingIOError:
                return
            answer.extend(data)
            if not data and not is_complete.done():
                is_complete.set_result(None)

        loop.add_reader(reader, read)
        try:
            await asyncio.wait_for(is_complete, seconds)
        except TimeoutError:
            pass
        finally:
            loop.remove_reader(reader)
            # A child that has told all may be reaped already, and its number be another's.
            self._end(pid, kills=not is_complete.done() or is_complete.cancelled())
        fields = decode(bytes(answer)).split("\0")
        return list(zip(fields[0:-1:2], fields[1:-1:2], strict=False))

    def stop(self) -> None:
        """End all children that still work."""
        for pid in list(self._running):
            self._end(pid, kills=True)

    def _end(self, pid: int, kills: bool) -> None:
        reader = self._running.pop(pid, None)
        if reader is None:
            return
        os.close(reader)
        if kills:
            try:
                os.kill(pid, signals.SIGKILL)
            except OSError:
                pass


def start(question: Callable[[], list[Row]]) -> tuple[int, int]:
    """Start the child; its pid and the descriptor to read from. Raises SystemFailure and OSError."""
    reader, writer = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
    try:
        pid = process.fork()
    except BaseException:
        os.close(reader)
        os.close(writer)
        raise
    if pid == 0:
        answer(question, writer)
    os.close(writer)
    return pid, reader


def answer(question: Callable[[], list[Row]], writer: int) -> None:
    """In the child: write the rows, each field ended by a null, and end."""
    try:
        process.default_signals()
        os.set_blocking(writer, True)
        null = os.open("/dev/null", os.O_RDWR)
        for fd in (0, 1, 2):
            os.dup2(null, fd)
        rows = question()
        write_all(writer, encode("".join([f"{text}\0{description}\0" for text, description in rows])))
    finally:
        os._exit(0)
