"""``fc`` (XCU fc) and ``history``: commands that were typed before."""

from __future__ import annotations

import os

from minishell.builtin.usage import operands, options
from minishell.encoding import decode, encode
from minishell.errors import ShellError, UsageError
from minishell.source import Source
from minishell.syntax.quoting import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol, TypeAlias

    from minishell.shell import Shell

    Entry: TypeAlias = tuple[int, str]

    class History(Protocol):
        """What is needed of the history. The newest entry is the line that runs now, the one with ``fc`` in it."""

        def entries(self) -> list[Entry]:
            """All commands that are remembered, the oldest first, each with its number; numbers go up by one."""

        def add(self, text: str) -> None:
            """Remember a command as the newest."""

        def drop_last(self) -> None:
            """Forget the newest command."""

        def clear(self) -> None:
            """Forget all commands."""

        def import_file(self, name: str) -> int:
            """Add the commands of ``bash``, of ``zsh``, or of a history file of either; how many. Raises ShellError."""


HELP = {
    "fc": """\
fc [-r] [-e editor] [first [last]]
fc -l [-nr] [first [last]]
fc -s [old=new] [first]

Edit commands of the history and run them (first form, in $FCEDIT, $EDITOR or
ed), list them (-l), or run one again at once (-s). A command is named by its
number, by -n (the n-th before this one), or by how it begins.

  -e editor  edit with this; '-e -' is the same as -s
  -l         list: from first to last, else the last 16
  -n         without numbers
  -r         in reverse order
  -s         run first again, with the first 'old' in it replaced by 'new'
""",
    "history": """\
history [n]
history -c
history import bash|zsh|file

List the commands of the history, or the last n of them; or add those that
another shell has in its history file.

  -c  forget them all
""",
}

LISTED = 16  # commands that fc -l shows by default


def history_of(sh: Shell) -> History:
    """The history. Raises ShellError when this shell has none."""
    if sh.history is None:
        raise ShellError("this shell is not interactive and keeps no history")
    return sh.history  # type: ignore[return-value]


def history(sh: Shell, argv: list[str]) -> int:
    """``history [n]``, ``history -c``, ``history import NAME``; the line that runs now is among them, as in bash."""
    given, rest = options(argv, "c")
    if rest[:1] == ["import"]:
        names = operands(rest[1:], at_most=1)
        if not names:
            raise UsageError("import: bash, zsh, or the name of a file is missing")
        sh.write(f"{history_of(sh).import_file(names[0])} commands imported\n")
        return 0
    count = operands(rest, at_most=1)
    store = history_of(sh)
    if "c" in given:
        store.clear()
        return 0
    entries = store.entries()
    if count:
        if not (count[0].isascii() and count[0].isdigit()):
            raise UsageError(f"{count[0]}: not a number")
        entries = entries[max(0, len(entries) - int(count[0])) :]
    sh.write("".join(f"{number:5}  {text}\n" for number, text in entries))
    return 0


def fc(sh: Shell, argv: list[str]) -> int:
    """``fc``: see the help text. What is run again takes the place of the ``fc`` command in the history."""
    words, names = split_negative_numbers(argv)
    given, rest = options(words, "e:lnrs")
    names = rest + names
    store = history_of(sh)
    entries = store.entries()[:-1]
    if "l" in given:
        if entries:
            chosen = listed_range(entries, *first_and_last(names))
            write_list(sh, chosen[::-1] if "r" in given else chosen, "n" not in given)
        return 0
    if not entries:
        raise ShellError("the history is empty")
    text: str | None
    if "s" in given or given.get("e") == "-":
        text = substituted(entries, names)
    else:
        chosen = edited_range(entries, *first_and_last(names))
        editor = given.get("e") or sh.variables.get("FCEDIT") or sh.variables.get("EDITOR") or "ed"
        text = edit(sh, editor, chosen[::-1] if "r" in given else chosen)
    store.drop_last()
    if text is None:
        return sh.status
    if not text:
        return 0
    store.add(text)
    sh.write_error(text + "\n")
    sh.interpreter.run_text(text, Source("fc"))
    return sh.status


def first_and_last(names: list[str]) -> tuple[str | None, str | None]:
    """The two operands, None for one that was not given. Raises UsageError."""
    given = operands(names, at_most=2)
    return given[0] if given else None, given[1] if len(given) > 1 else None


def split_negative_numbers(argv: list[str]) -> tuple[list[str], list[str]]:
    """*argv* up to the first operand, and the operands: ``-3`` is one, though it looks like an option."""
    index = 1
    while index < len(argv):
        word = argv[index]
        if word == "--":
            return argv[:index], argv[index + 1 :]
        if len(word) < 2 or word[0] != "-" or word[1:].isdigit():
            break
        # -e takes the next word when nothing follows it.
        index += 2 if word.endswith("e") and "e" not in word[1:-1] else 1
    return argv[:index], argv[index:]


def position(entries: list[Entry], name: str, clips: bool) -> int:
    """The index of the command that *name* stands for. ``clips``: numbers beyond the history mean its ends.

    Raises ShellError when there is none.
    """
    digits = name[1:] if name[:1] in ("-", "+") else name
    if not (digits.isascii() and digits.isdigit()):
        for index in range(len(entries) - 1, -1, -1):
            if entries[index][1].startswith(name):
                return index
        raise ShellError(f"{name}: no such command in the history")
    index = len(entries) - int(digits) if name[0] == "-" else int(digits) - entries[0][0]
    if 0 <= index < len(entries):
        return index
    if not clips:
        raise ShellError(f"{name}: no such command in the history")
    return max(0, min(index, len(entries) - 1))


def between(entries: list[Entry], first: int, last: int) -> list[Entry]:
    """The commands from one index to another, in reverse when the first is the newer one."""
    return entries[first : last + 1] if first <= last else entries[last : first + 1][::-1]


def listed_range(entries: list[Entry], first: str | None, last: str | None) -> list[Entry]:
    """What ``-l`` lists: the last 16; from *first* on; from *first* to *last*."""
    newest = len(entries) - 1
    start = max(0, len(entries) - LISTED) if first is None else position(entries, first, clips=True)
    return between(entries, start, newest if last is None else position(entries, last, clips=True))


def edited_range(entries: list[Entry], first: str | None, last: str | None) -> list[Entry]:
    """What is edited: the newest; *first*; from *first* to *last*."""
    start = len(entries) - 1 if first is None else position(entries, first, clips=last is not None)
    return between(entries, start, start if last is None else position(entries, last, clips=True))


def write_list(sh: Shell, entries: list[Entry], has_numbers: bool) -> None:
    """Write commands; the lines of a long one after the first are indented by a tab."""
    lines = []
    for number, text in entries:
        body = text.replace("\n", "\n\t")
        lines.append(f"{number if has_numbers else ''}\t{body}\n")
    sh.write("".join(lines))


def substituted(entries: list[Entry], names: list[str]) -> str:
    """The command that ``fc -s [old=new] [first]`` runs."""
    old = new = ""
    if names and "=" in names[0]:
        old, _, new = names[0].partition("=")
        names = names[1:]
    chosen = operands(names, at_most=1)
    text = entries[position(entries, chosen[0], clips=False) if chosen else -1][1]
    return text.replace(old, new, 1) if old else text


def edit(sh: Shell, editor: str, entries: list[Entry]) -> str | None:
    """Have commands edited in a file; the text, or None when the editor failed. Raises ShellError."""
    from tempfile import mkstemp

    try:
        fd, path = mkstemp(prefix="minishell-fc-")
    except OSError as error:
        raise ShellError(f"cannot make a file to edit: {error.strerror}") from None
    try:
        with open(fd, "wb") as file:
            file.write(encode("".join(f"{text}\n" for _, text in entries)))
        sh.interpreter.run_text(f"{editor} {quote(path)}", Source("fc"))
        if sh.status:
            return None
        with open(path, "rb") as file:
            return decode(file.read()).rstrip("\n")
    except OSError as error:
        raise ShellError(f"{path}: {error.strerror}") from None
    finally:
        os.unlink(path)
