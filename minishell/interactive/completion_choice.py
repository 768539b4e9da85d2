"""Which sources can complete a word: by its place in the grammar, and for arguments by the utility's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minishell.builtin.table import ROWS
from minishell.interactive import completion_sources as sources

if TYPE_CHECKING:
    from collections.abc import Callable

    from minishell.interactive.completion_child import Row
    from minishell.shell import Shell
    from minishell.syntax.outline import WordAt

    Question = Callable[[], list[Row]]

PREFIXES = frozenset(("command", "exec", "nohup", "sudo", "env", "nice", "time", "xargs", "setsid", "doas", "watch"))
"""Utilities whose operand is a command."""

COMMANDS = frozenset(("type", "which", "hash", "man", "whatis"))
VARIABLES = frozenset(("export", "readonly", "read", "unset", "local", "printenv"))
JOBS = frozenset(("fg", "bg", "disown", "wait", "jobs"))
DIRECTORIES = frozenset(("cd", "rmdir", "mkdir"))
HOSTS = frozenset(("ssh", "scp", "sftp", "mosh", "ping", "ssh-copy-id"))
USERS = frozenset(("su", "id", "groups", "passwd", "chown"))
WITHOUT_FILES = JOBS | COMMANDS | VARIABLES | {"kill", "su", "id", "groups", "passwd", "alias", "unalias", "help", "trap", "set"}
GIT_WITHOUT_BRANCHES = frozenset(("add", "rm", "mv", "clean", "init", "clone", "commit", "status", "config"))


class Choice:
    """``rows``: answers that are known at once; ``question``: asks for more, in a child process; ``paths``: whether names of
    files are among the answers, and of which kind: "" for none, ``any``, ``directory``, ``executable``."""

    def __init__(self, rows: list[Row], question: Question | None = None, paths: str = "") -> None:
        self.rows = rows
        self.question = question
        self.paths = paths


def choose(sh: Shell, word: WordAt) -> Choice:
    """The sources for *word*."""
    if word.kind == "none":
        return Choice([])
    if word.kind == "parameter":
        return Choice(sources.variables(sh))
    if word.kind == "user":
        return Choice([], lambda: [(f"~{name}", full) for name, full in sources.users()])
    if word.kind == "command":
        if "/" in word.text:
            return Choice([], paths="executable")
        return Choice(sources.own_commands(sh), programs(sh, word), "directory" if word.text else "")
    if word.kind == "argument" and word.words:
        return choose_argument(sh, word)
    return Choice([], paths="any")


def choose_argument(sh: Shell, word: WordAt) -> Choice:
    """The sources for an argument of a simple command."""
    name, *given = word.words
    paths = "" if name in WITHOUT_FILES else "directory" if name in DIRECTORIES else "any"
    if word.text.startswith("-") and name in ROWS:
        rows = sources.builtin_options(name)
        return Choice(rows + sources.signal_names("-") if name == "kill" else rows)
    return Choice(known_arguments(sh, name, given), argument_question(sh, name, given, word), paths)


def known_arguments(sh: Shell, name: str, given: list[str]) -> list[Row]:
    """Operands that the shell itself knows."""
    if name in JOBS or name == "kill":
        return sources.jobs(sh)
    if name == "set" and given and given[-1] in ("-o", "+o"):
        return sources.set_options()
    if name == "trap" and given:
        return [("EXIT", "end of the shell"), *sources.signal_names("")]
    if name == "unset" and "-f" in given:
        return [(function, "function") for function in sh.functions]
    if name in VARIABLES:
        return sources.variables(sh)
    if name in ("alias", "unalias"):
        return list(sh.aliases.items())
    if name == "help":
        return [(builtin, "built-in") for builtin in sh.builtins.names()]
    if name in COMMANDS and name not in ("man", "whatis"):
        return sources.own_commands(sh)
    if name == "git" and not given:
        return list(sources.GIT_COMMANDS.items())
    return []


def argument_question(sh: Shell, name: str, given: list[str], word: WordAt) -> Question | None:
    """Operands that must be asked for."""
    if name == "git" and given and given[0] not in GIT_WITHOUT_BRANCHES:
        environment = dict(sh.variables.environment())
        return lambda: sources.git_branches(environment)
    if name in ("make", "gmake"):
        files = [given[index + 1] for index, option in enumerate(given[:-1]) if option == "-f"]
        return lambda: sources.make_targets(files)
    if name in HOSTS:
        home = sh.variables.values.get("HOME", "")
        return lambda: sources.ssh_hosts(home)
    if name in USERS:
        return sources.users
    if name in COMMANDS:
        return programs(sh, word)
    if name == "kill" or given[-1:] == ["-p"]:
        return sources.processes
    return None


def programs(sh: Shell, word: WordAt) -> Question:
    """Utilities in PATH that begin with the word."""
    path, prefix = sh.variables.values.get("PATH", ""), word.text
    return lambda: sources.programs(path, prefix)


def look_behind_prefixes(word: WordAt) -> None:
    """After utilities that run a command, let the words begin with that command."""
    while word.kind == "argument" and word.words and word.words[0] in PREFIXES:
        rest = word.words[1:]
        while rest and (rest[0].startswith("-") or "=" in rest[0]):
            del rest[0]
        if not rest:
            if not word.text.startswith("-") and "=" not in word.text:
                word.kind, word.words = "command", []
            return
        word.words = rest
