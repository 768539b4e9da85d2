"""History files of bash and zsh."""

from __future__ import annotations

import re

from minishell.encoding import decode, encode

BASH_TIME = re.compile(rb"#([0-9]{9,12})$")
ZSH_ENTRY = re.compile(rb": *([0-9]{1,12}):[0-9]+;")
ZSH_META = 0x83  # stands before a byte that is special to zsh, which is xor 32


def file_of(shell: str, home: str) -> str:
    """Where a shell keeps its history unless told otherwise."""
    return f"{home}/.{shell}_history"


def read_entries(path: str) -> list[tuple[str, float]]:
    """Commands in the file, the oldest first, each with its time in seconds since the epoch, 0 when it is not there.

    Which shell wrote it shows in its form. Raises OSError.
    """
    with open(encode(path), "rb") as file:
        lines = file.read().split(b"\n")
    if any([ZSH_ENTRY.match(line) for line in lines[:100]]):
        return zsh_entries(lines)
    return bash_entries(lines)


def bash_entries(lines: list[bytes]) -> list[tuple[str, float]]:
    """Lines are commands; where there are times, all lines up to the next one are one command."""
    entries: list[tuple[str, float]] = []
    block: list[bytes] = []
    started: float | None = None

    def finish() -> None:
        if block and started is not None:
            entries.append((decode(b"\n".join(block)), started))
        block.clear()

    for line in lines:
        match = BASH_TIME.match(line)
        if match:
            finish()
            started = float(match[1])
        elif started is not None:
            if line or block:
                block.append(line)
        elif line:
            entries.append((decode(line), 0.0))
    while block and not block[-1]:
        block.pop()
    finish()
    return entries


def zsh_entries(lines: list[bytes]) -> list[tuple[str, float]]:
    """``: time:seconds;command``; a backslash at the end of a line goes on with the next."""
    entries: list[tuple[str, float]] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        while line.endswith(b"\\") and index < len(lines):
            line = line[:-1] + b"\n" + lines[index]
            index += 1
        match = ZSH_ENTRY.match(line)
        text = line[match.end() :] if match else line
        if text:
            entries.append((decode(unmetafied(text)), float(match[1]) if match else 0.0))
    return entries


def unmetafied(text: bytes) -> bytes:
    """*text* without zsh's own escapes for bytes."""
    if ZSH_META not in text:
        return text
    out = bytearray()
    rest = iter(text)
    for byte in rest:
        out.append(next(rest, 0) ^ 32 if byte == ZSH_META else byte)
    return bytes(out)
