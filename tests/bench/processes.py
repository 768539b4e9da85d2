"""Workloads that start processes."""

from tests.bench.workload import Workload


def repeated(count: int, command: str, before: str = "", after: str = 'echo "$i"') -> str:
    """A script that runs *command* *count* times."""
    return f'{before}\ni=0\nwhile [ "$i" -lt {count} ]; do\n    {command}\n    i=$((i + 1))\ndone\n{after}\n'


SCRIPTS = {
    "external commands": repeated(1000, "/bin/true"),
    "external, redirected": repeated(1000, "/bin/true </dev/null >out 2>&1"),
    "three-stage pipelines": repeated(300, 'head -c 100 /dev/zero | tr "\\\\0" x | cat >/dev/null'),
    "pipelines of built-ins": repeated(
        500, 'echo "$i" | while read -r x; do echo "$x"; done | { read -r y; echo "$y"; }', after=":"
    ),
    "substitution: built-in": repeated(1000, 'x=$(echo "$i")', after='echo "$x"'),
    "substitution: function": repeated(1000, 'x=$(f "$i")', before='f() { y=$1; echo "$((y * 2))"; }', after='echo "$x$y"'),
    "substitution: external": repeated(1000, "x=$(/bin/echo hello)", after='echo "$x"'),
    "subshells": repeated(1000, '(cd / && i=0 && x=$((x + 1)))', before="x=0", after='echo "$x"'),
    "background jobs": repeated(500, "/bin/true &", after='wait; echo "$i"'),
}

WORKLOADS = [Workload("processes", name, script) for name, script in SCRIPTS.items()]
