"""Workloads of the remaining groups: start, prompt, bulk, parse, a real program, growth, memory."""

import shutil
import subprocess
from pathlib import Path

from tests.bench.configure_script import configure_script
from tests.bench.measure import clean_environment
from tests.bench.workload import Workload

CONFIGURE_AC = """\
AC_INIT([probe], [1.0])
AC_CONFIG_SRCDIR([configure.ac])
AC_PROG_CC
AC_CHECK_HEADERS([stdint.h unistd.h sys/stat.h sys/mman.h poll.h nothere.h])
AC_CHECK_FUNCS([memmove mmap strtoll poll nothere])
AC_CHECK_SIZEOF([long])
AC_CONFIG_FILES([Makefile])
AC_OUTPUT
"""

# The largest amount of memory that the shell itself had so far; built-ins only, so that nothing else is counted.
PRINT_MEMORY = """
while read -r name value unit; do
    case $name in VmHWM:) echo "$value" ;; esac
done </proc/$$/status
"""


def make_configure(directory: Path) -> None:
    """A configure script by autoconf, and its warm cache."""
    (directory / "configure.ac").write_text(CONFIGURE_AC)
    (directory / "Makefile.in").write_text("all:\n\t@echo @CC@\n")
    for command in (["autoconf"], ["dash", "./configure", "-C"]):
        subprocess.run(command, cwd=directory, env=clean_environment(), check=True, capture_output=True)
    # Shells quote differently, so that each would write the cache anew: configure sources the file, and then uses it no more.
    cache = directory / "config.cache"
    cache.write_text(cache.read_text() + "cache_file=/dev/null\n")


def workloads(quick: bool) -> list[Workload]:
    """All of them; *quick* makes the long ones shorter."""
    size, sizes = (200_000_000, (250, 500, 1000)) if quick else (2_000_000_000, (500, 1000, 2000, 4000))
    few, many = (1, *sizes), (1, *(10 * count for count in sizes))
    found = [
        Workload("start-up", "-c :", ":", how="command"),
        Workload("start-up", "script file", "echo hello\n"),
        Workload("start-up", "script on stdin", "echo hello\n", how="stdin"),
        Workload("prompt", "first prompt", "", how="prompt"),
        Workload("bulk", f"{size // 1_000_000} MB through cat", f"head -c {size} /dev/zero | cat | cat | wc -c"),
        Workload("parse", "-n, 20,000 lines", configure_script(20_000), arguments=("-n",)),
        Workload("growth", "jobs alive", GROWTH["jobs"], sizes=few),
        Workload("growth", "variables", GROWTH["variables"], sizes=many),
        Workload("growth", "functions", GROWTH["functions"], sizes=many),
        Workload("growth", "a string", GROWTH["string"], sizes=many),
        Workload("growth", "words", GROWTH["words"], sizes=many),
        Workload("memory", "-c :", PRINT_MEMORY, how="command", unit="kB"),
        Workload("memory", "a loop", 'i=0; while [ "$i" -lt 50000 ]; do i=$((i + 1)); done' + PRINT_MEMORY, unit="kB"),
    ]
    if shutil.which("autoconf"):
        found.append(Workload("program", "configure, cache warm", "", how="configure", prepare=make_configure))
    return found


GROWTH = {
    "jobs": """
i=0
while [ "$i" -lt "$1" ]; do
    sleep 100 &
    echo "$!"
    i=$((i + 1))
done >pids
jobs >list
kill $(cat pids)
wait
echo "$i"
""",
    "variables": """
i=0
while [ "$i" -lt "$1" ]; do
    eval "variable_$i=$i"
    i=$((i + 1))
done
eval "echo \\$variable_$((i - 1))"
""",
    "functions": """
i=0
while [ "$i" -lt "$1" ]; do
    eval "function_$i() { echo $i; }"
    i=$((i + 1))
done
"function_$((i - 1))"
""",
    "string": """
text= i=0
while [ "$i" -lt "$1" ]; do
    text=${text}abcdefgh
    i=$((i + 1))
done
echo "${#text}"
""",
    "words": """
set -- "$1" $(seq 1 "$1")
total=0
for word do
    total=$((total + word))
done
echo "$# $total"
""",
}
