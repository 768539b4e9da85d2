"""Prompts (2.5.3): PS1, PS2, and the default prompt.

A prompt is text in which bash's escapes (``\\w``), parameter expansion, command substitution, arithmetic and ``!`` (the number of
the command in the history) mean something. The user's own text may command the terminal; what comes out of an expansion may
only colour it: a directory or branch named by somebody else must not.

``\\001`` and ``\\002`` stand around what takes no room on the screen, as in readline.
"""

from __future__ import annotations

import os
from time import localtime, strftime

from minishell import __version__
from minishell.encoding import decode, encode
from minishell.errors import ShellError
from minishell.expand.words import compile_text
from minishell.source import Source, visible
from minishell.syntax.nodes import Literal, Word
from minishell.syntax.parser import parse_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

ZERO_WIDTH_BEGIN, ZERO_WIDTH_END = "\001", "\002"
PLACEHOLDER = 0xF0000  # private use: stands for the n-th escape's value while the rest is expanded

LONG_COMMAND_SECONDS = 3.0

TIME_FORMATS = {"t": "%H:%M:%S", "T": "%I:%M:%S", "@": "%I:%M %p", "A": "%H:%M", "d": "%a %b %d"}


def expand_prompt(sh: Shell, name: str, default: str, history_number: int = 0, command_number: int = 0) -> str:
    """The prompt in variable *name*, ready to be written. A prompt that cannot be expanded is told once, and *default* taken."""
    text = sh.variables.values.get(name, default)
    status, line = sh.status, sh.line
    try:
        return expand(sh, text, history_number, command_number)
    except ShellError as error:
        sh.complain(f"{name}: {error.message}")
        sh.variables.values.pop(name, None)
        return default
    finally:
        sh.status, sh.line = status, line


def expand(sh: Shell, text: str, history_number: int = 0, command_number: int = 0) -> str:
    """Escapes, then expansions. Raises ShellError."""
    values: list[str] = []
    out: list[str] = []
    index = 0
    while index < len(text):
        character = text[index]
        if character == "!" and (index == 0 or text[index - 1] != "$"):
            if text[index + 1 : index + 2] == "!":
                out.append("!")
                index += 2
            else:
                out.append(str(history_number))
                index += 1
            continue
        if character != "\\" or index + 1 == len(text):
            out.append(character)
            index += 1
            continue
        letter = text[index + 1]
        index += 2
        if letter in "01234567":
            end = index
            while end < len(text) and end < index + 2 and text[end] in "01234567":
                end += 1
            out.append(chr(int(text[index - 1 : end], 8) & 255))
            index = end
            continue
        value = escape_value(sh, letter, history_number, command_number)
        if value is None:
            out.append("\\" + letter)
        else:
            out.append(chr(PLACEHOLDER + len(values)))
            values.append(value)
    expanded = expand_text(sh, "".join(out))
    for number, value in enumerate(values):
        expanded = expanded.replace(chr(PLACEHOLDER + number), value)
    return expanded


def escape_value(sh: Shell, letter: str, history_number: int, command_number: int) -> str | None:
    """What ``\\letter`` stands for, None for an unknown letter."""
    if letter in TIME_FORMATS:
        return strftime(TIME_FORMATS[letter], localtime())
    if letter == "u":
        return visible(user_name())
    if letter in "hH":
        host = visible(os.uname().nodename)
        return host.partition(".")[0] if letter == "h" else host
    if letter in "wW":
        return visible(directory(sh, only_last=letter == "W"))
    simple = {
        "$": "#" if os.geteuid() == 0 else "$",
        "j": str(len(sh.jobs.jobs)),
        "?": str(sh.status),
        "!": str(history_number),
        "#": str(command_number),
        "s": "minishell",
        "v": __version__,
        "V": __version__,
        "n": "\n",
        "r": "\r",
        "e": "\033",
        "a": "\a",
        "\\": "\\",
        "[": ZERO_WIDTH_BEGIN,
        "]": ZERO_WIDTH_END,
    }
    return simple.get(letter)


def expand_text(sh: Shell, text: str) -> str:
    """The expansions of *text*; what comes out of them cannot command a terminal. Raises ShellError."""
    if "$" not in text and "`" not in text:
        return text
    parts = parse_text(text, Source("prompt")).parts
    return "".join(
        [part.text if isinstance(part, Literal) else harmless(compile_text(Word((part,)), sh)()) for part in parts]
    )


def harmless(text: str) -> str:
    """*text* with control characters made visible, but for newlines, colours, and the marks round what takes no room."""
    if text.isprintable():
        return text
    out = []
    index = 0
    while index < len(text):
        character = text[index]
        if text.startswith("\033[", index):
            end = index + 2
            while end < len(text) and text[end] in "0123456789;:":
                end += 1
            if text[end : end + 1] == "m":
                out.append(text[index : end + 1])
                index = end + 1
                continue
        out.append(character if character in ("\n", ZERO_WIDTH_BEGIN, ZERO_WIDTH_END) else visible(character))
        index += 1
    return "".join(out)


def user_name() -> str:
    """The name of the user."""
    import pwd

    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return str(os.geteuid())


def directory(sh: Shell, only_last: bool = False) -> str:
    """The current directory, with ``~`` for the home directory."""
    path = sh.variables.values.get("PWD", "")
    home = sh.variables.values.get("HOME", "")
    if home and home != "/" and (path == home or path.startswith(home + "/")):
        path = "~" + path[len(home) :]
    if only_last and path not in ("/", "~"):
        path = path.rpartition("/")[2]
    return path


# The default prompt


def default_prompt(sh: Shell, seconds: float, is_coloured: bool) -> str:
    """Directory, git branch, jobs, how long the last command took, and its status when it failed; then ``$`` or ``#``."""
    pieces = [colour(visible(directory(sh)), "36", is_coloured)]
    branch = git_branch(sh.variables.values.get("PWD", ""))
    if branch:
        pieces.append(colour(f"({visible(branch)})", "35", is_coloured))
    count = len(sh.jobs.jobs)
    if count:
        pieces.append(colour(f"{count} job{'s' if count > 1 else ''}", "33", is_coloured))
    if seconds >= LONG_COMMAND_SECONDS:
        pieces.append(colour(duration(seconds), "33", is_coloured))
    if sh.status:
        pieces.append(colour(f"[{sh.status}]", "31", is_coloured))
    pieces.append(("#" if os.geteuid() == 0 else "$") + " ")
    return " ".join(pieces)


def colour(text: str, code: str, is_coloured: bool) -> str:
    """*text* in a colour."""
    if not is_coloured:
        return text
    return f"{ZERO_WIDTH_BEGIN}\033[{code}m{ZERO_WIDTH_END}{text}{ZERO_WIDTH_BEGIN}\033[0m{ZERO_WIDTH_END}"


def duration(seconds: float) -> str:
    """``3.2s``, ``2m05s``, ``1h02m``."""
    if seconds < 60:
        return f"{seconds:.1f}s"
    minutes = int(seconds) // 60
    if minutes < 60:
        return f"{minutes}m{int(seconds) % 60:02}s"
    return f"{minutes // 60}h{minutes % 60:02}m"


def git_branch(path: str) -> str:
    """The branch of the git work tree around *path*, from its files alone; "" when there is none."""
    while path.startswith("/"):
        dot_git = encode(f"{path.rstrip('/')}/.git")
        head = None
        try:
            if os.path.isdir(dot_git):
                head = first_line(dot_git + b"/HEAD")
            elif os.path.isfile(dot_git):
                pointer = first_line(dot_git).removeprefix("gitdir: ")
                head = first_line(os.path.join(encode(path), encode(pointer), b"HEAD"))
        except OSError:
            return ""
        if head is not None:
            return head.removeprefix("ref: refs/heads/") if head.startswith("ref: ") else head[:7]
        if path == "/":
            break
        path = path.rpartition("/")[0] or "/"
    return ""


def first_line(path: bytes) -> str:
    """The first line of a small file."""
    with open(path, "rb") as file:
        return decode(file.readline(4096)).rstrip("\n")
