"""Where completions come from. Functions that give rows of text and description; those that ask the system for files, users,
processes or repositories are slow, and are called in a child process only."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from minishell.encoding import decode, encode

if TYPE_CHECKING:
    from minishell.interactive.completion_child import Row
    from minishell.shell import Shell

OPTION_LINE = re.compile(r"^  (-[A-Za-z0-9]|--[a-z-]+)(?: [a-z]\S*)?(?:  +| \| )(\S.*)$")
TARGET_LINE = re.compile(r"^([A-Za-z0-9][^\s:=#$%]*(?: +[^\s:=#$%]+)*) *:(?!=)")
MOST_LINES = 20_000  # of a file that is looked through

GIT_COMMANDS = {
    "add": "add files to the index",
    "bisect": "find the commit that broke something",
    "blame": "who changed each line",
    "branch": "list, make or delete branches",
    "checkout": "switch branches or restore files",
    "cherry-pick": "apply commits that exist",
    "clean": "remove untracked files",
    "clone": "copy a repository",
    "commit": "record changes",
    "config": "get and set options",
    "diff": "show changes",
    "fetch": "get from another repository",
    "grep": "print lines that match",
    "init": "make an empty repository",
    "log": "show commits",
    "merge": "join histories",
    "mv": "move or rename",
    "pull": "fetch and merge",
    "push": "update another repository",
    "rebase": "apply commits on top of another base",
    "reflog": "where references were before",
    "remote": "manage other repositories",
    "reset": "set HEAD to a state",
    "restore": "restore files",
    "revert": "undo commits by new ones",
    "rm": "remove files",
    "show": "show objects",
    "stash": "put changes away",
    "status": "show what has changed",
    "submodule": "manage repositories within",
    "switch": "switch branches",
    "tag": "list, make or delete tags",
    "worktree": "manage work trees",
}


# In the shell


def own_commands(sh: Shell) -> list[Row]:
    """What the shell itself can run."""
    from minishell.syntax.tokens import RESERVED_WORDS

    rows = [(name, f"alias: {value}") for name, value in sh.aliases.items()]
    rows += [(name, "function") for name in sh.functions]
    rows += [(name, "built-in") for name in sh.builtins.names()]
    return rows + [(name, "keyword") for name in sorted(RESERVED_WORDS) if name.isalpha()]


def variables(sh: Shell) -> list[Row]:
    """Names of variables, with their values."""
    store = sh.variables
    return [(name, store.values.get(name, "")[:60]) for name in store.names()]


def jobs(sh: Shell) -> list[Row]:
    """Job IDs."""
    return [(f"%{job.number}", job.text) for job in sh.jobs.jobs.values()]


def signal_names(prefix: str) -> list[Row]:
    """Names of signals after *prefix*."""
    from minishell.system import signals

    return [(prefix + name, signals.describe(number)) for number, name in sorted(signals.NAMES.items())]


def set_options() -> list[Row]:
    """What ``set -o`` knows."""
    from minishell.state.options import NAMES

    return [(name, "option") for name in sorted(NAMES)]


def builtin_options(name: str) -> list[Row]:
    """The options of a built-in, from its help text."""
    from minishell.builtin.help import text_of

    return [(match[1], match[2]) for line in text_of(name).splitlines() if (match := OPTION_LINE.match(line))]


# In a child process


def paths(directory: str, base: str, only: str = "any") -> list[Row]:
    """Names in a directory that begin with *base*, directories with a slash; ``only``: ``any``, ``directory``, ``executable``.

    Hidden ones only when *base* begins with a dot. Without any match the case of letters does not count.
    """
    with os.scandir(encode(directory or ".")) as entries:
        names = [(decode(entry.name), entry) for entry in entries]
    matching = [(name, entry) for name, entry in names if name.startswith(base)]
    if not matching:
        folded = base.casefold()
        matching = [(name, entry) for name, entry in names if name.casefold().startswith(folded)]
    rows = []
    for name, entry in matching:
        if name.startswith(".") and not base.startswith("."):
            continue
        try:
            is_directory = entry.is_dir()
            if not is_directory and (only == "directory" or (only == "executable" and not os.access(entry.path, os.X_OK))):
                continue
            rows.append((name + "/" if is_directory else name, describe_file(entry)))
        except OSError:
            continue
    return sorted(rows)


def describe_file(entry: os.DirEntry[bytes]) -> str:
    """What kind of file it is, "" for a regular one."""
    if entry.is_symlink():
        return "link"
    mode = entry.stat(follow_symlinks=False).st_mode
    if stat.S_ISREG(mode):
        return "program" if mode & 0o111 else ""
    if stat.S_ISDIR(mode):
        return "directory"
    return {stat.S_IFIFO: "FIFO", stat.S_IFSOCK: "socket"}.get(stat.S_IFMT(mode), "device")


def programs(path: str, prefix: str) -> list[Row]:
    """Utilities found in PATH."""
    found: dict[str, str] = {}
    for directory in path.split(":"):
        try:
            with os.scandir(encode(directory or ".")) as entries:
                for entry in entries:
                    name = decode(entry.name)
                    if name.startswith(prefix) and name not in found and os.access(entry.path, os.X_OK) and entry.is_file():
                        found[name] = directory
        except OSError:
            continue
    return list(found.items())


def users() -> list[Row]:
    """Names of users with their full names."""
    import pwd

    return [(entry.pw_name, entry.pw_gecos.partition(",")[0]) for entry in pwd.getpwall()]


def processes() -> list[Row]:
    """Process ids with what runs in them, the newest first."""
    rows = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/cmdline", "rb") as file:
                    text = decode(file.read(200)).replace("\0", " ").strip()
                if not text:
                    with open(f"/proc/{name}/comm", "rb") as file:
                        text = f"[{decode(file.read(64)).strip()}]"
            except OSError:
                continue
            rows.append((name, text))
    return sorted(rows, key=lambda row: -int(row[0]))


def git_branches(environment: dict[bytes, bytes]) -> list[Row]:
    """Branches, then tags, of the repository around the current directory."""
    import subprocess

    command = ["git", "for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes", "refs/tags"]
    try:
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
    except OSError:
        return []
    rows = []
    kinds = {"heads": "branch", "remotes": "remote branch", "tags": "tag"}
    for line in decode(done.stdout).splitlines():
        _, kind, name = line.split("/", 2)
        if not name.endswith("/HEAD"):
            rows.append((name, kinds[kind]))
    return rows


def make_targets(names: list[str]) -> list[Row]:
    """Targets of the first make file there is; nothing in it is run, so those that it computes are not known."""
    for name in names or ["GNUmakefile", "makefile", "Makefile"]:
        try:
            lines = head(name)
        except OSError:
            continue
        found: dict[str, None] = {}
        for line in lines:
            match = TARGET_LINE.match(line)
            if match:
                found.update(dict.fromkeys(match[1].split()))
        return [(target, "target") for target in found]
    return []


def ssh_hosts(home: str) -> list[Row]:
    """Hosts that ssh knows by name."""
    found: dict[str, str] = {}
    for name in (f"{home}/.ssh/config", "/etc/ssh/ssh_config"):
        for line in head_or_nothing(name):
            words = line.split()
            if len(words) > 1 and words[0].lower() == "host":
                found.update({host: "host" for host in words[1:] if not set(host) & set("*?!")})
    for line in head_or_nothing(f"{home}/.ssh/known_hosts"):
        field = line.partition(" ")[0]
        if field and field[0] not in "#|@":
            for host in field.split(","):
                found.setdefault(host.removeprefix("[").partition("]")[0], "known host")
    return list(found.items())


def head(name: str) -> list[str]:
    """The first lines of a file. Raises OSError."""
    with open(encode(name), "rb") as file:
        return [decode(line).rstrip("\n") for line, _ in zip(file, range(MOST_LINES), strict=False)]


def head_or_nothing(name: str) -> list[str]:
    """The first lines of a file, none when it cannot be read."""
    try:
        return head(name)
    except OSError:
        return []
