"""Workloads that stay inside the shell."""

from pathlib import Path

from tests.bench.workload import Workload


def make_lines(directory: Path) -> None:
    """20,000 lines of fields, and a text of 20,000 words."""
    with (directory / "lines").open("w") as file:
        for number in range(20_000):
            file.write(f"{number} user{number % 97}:x:{number % 1000}:/home/user{number % 97} some more words\n")
    words = ("the", "shell", "reads", "a", "line", "and", "runs", "it", "then", "next")
    with (directory / "words").open("w") as file:
        for number in range(2_000):
            file.write(" ".join(words[(number * 7 + place * place) % 10] for place in range(10)) + "\n")


def make_files(directory: Path) -> None:
    """A directory of 10,000 files."""
    (directory / "files").mkdir(exist_ok=True)
    for number in range(10_000):
        (directory / "files" / f"name-{number:05}.{('txt', 'c', 'h', 'o')[number % 4]}").touch()


SCRIPTS = {
    "counting loop": """
i=0
while [ "$i" -lt 200000 ]; do
    i=$((i + 1))
done
echo "$i"
""",
    "recursive function": """
fib() {
    if [ "$1" -lt 2 ]; then
        result=$1
    else
        fib $(($1 - 1))
        set -- "$1" "$result"
        fib $(($1 - 2))
        result=$((result + $2))
    fi
}
fib 21
echo "$result"
""",
    "parameter expansion": """
i=0 total=0
while [ "$i" -lt 30000 ]; do
    path=/usr/share/doc/package-$i/changelog.Debian.gz
    file=${path##*/} directory=${path%/*} plain=${path%.gz} top=${path#/usr/}
    total=$((total + ${#file} + ${#directory} + ${#plain} + ${#top}))
    name=${unset_name:-$file}
    i=$((i + 1))
done
echo "$total $name"
""",
    "characters of a string": """
text=abcdefghijklmnopqrstuvwxyz0123456789
count=0 round=0
while [ "$round" -lt 2000 ]; do
    rest=$text
    while [ -n "$rest" ]; do
        first=${rest%"${rest#?}"}
        rest=${rest#?}
        case $first in [aeiou]) count=$((count + 1)) ;; esac
    done
    round=$((round + 1))
done
echo "$count"
""",
    "case patterns": """
i=0 a=0 b=0 c=0 d=0
while [ "$i" -lt 150000 ]; do
    case $i in
        *[!0-9]*) d=$((d + 1)) ;;
        *00) a=$((a + 1)) ;;
        1*5 | 2*5) b=$((b + 1)) ;;
        ?? | ???) c=$((c + 1)) ;;
        *7*) d=$((d + 1)) ;;
        *) ;;
    esac
    i=$((i + 1))
done
echo "$a $b $c $d"
""",
    "word splitting": """
line='root:x:0:0:root of all things:/root:/bin/sh'
i=0 total=0
while [ "$i" -lt 25000 ]; do
    IFS=:
    set -- $line
    IFS=' '
    set -- $5 "$@"
    total=$((total + $#))
    i=$((i + 1))
done
echo "$total $1 $4"
""",
    "sieve by eval": """
limit=8000 n=2 count=0
while [ "$n" -le "$limit" ]; do
    eval "composite=\\${sieve_$n-}"
    if [ -z "$composite" ]; then
        count=$((count + 1))
        m=$((n * n))
        while [ "$m" -le "$limit" ]; do
            eval "sieve_$m=1"
            m=$((m + n))
        done
    fi
    n=$((n + 1))
done
echo "$count"
""",
    "mandelbrot": """
y=-60
while [ "$y" -le 60 ]; do
    x=-100 line=
    while [ "$x" -le 50 ]; do
        zr=0 zi=0 n=0
        while [ "$n" -lt 20 ] && [ "$((zr * zr + zi * zi))" -lt 40000 ]; do
            t=$(((zr * zr - zi * zi) / 50 + x)) zi=$((2 * zr * zi / 50 + y)) zr=$t n=$((n + 1))
        done
        case $n in 20) line=$line# ;; 1?) line=$line+ ;; *) line=$line. ;; esac
        x=$((x + 2))
    done
    echo "$line"
    y=$((y + 3))
done
""",
    "random numbers": """
seed=42 i=0 heads=0
while [ "$i" -lt 100000 ]; do
    seed=$(((seed * 1103515245 + 12345) % 2147483648))
    heads=$((heads + (seed >> 16 & 1)))
    i=$((i + 1))
done
echo "$seed $heads"
""",
    "function calls": """
add() { sum=$((sum + $1)); }
twice() { add "$1"; add "$1"; }
sum=0 i=0
while [ "$i" -lt 50000 ]; do
    twice "$i"
    i=$((i + 1))
done
echo "$sum"
""",
    "read from a file": """
count=0
while IFS=: read -r first second third rest; do
    case $third in 7*) count=$((count + 1)) ;; esac
done <lines
echo "$count $first"
""",
    "read from a pipe": """
head -n 10000 lines | {
    count=0
    while read -r number rest; do
        count=$((count + number))
    done
    echo "$count"
}
""",
    "here-documents": """
i=0 total=0
while [ "$i" -lt 10000 ]; do
    read -r a b c <<END
$i and ${i}0 $((i * 2))
END
    total=$((total + a + c_count))
    c_count=${#c}
    i=$((i + 1))
done
echo "$total $b"
""",
    "echo": """
i=0
while [ "$i" -lt 150000 ]; do
    echo "line $i of many"
    i=$((i + 1))
done
""",
    "printf": """
i=0
while [ "$i" -lt 30000 ]; do
    printf '%05d %-8s|%s %x\\n' "$i" name "$i" "$i"
    i=$((i + 1))
done
""",
    "pathname expansion": """
i=0
while [ "$i" -lt 8 ]; do
    set -- files/*.txt
    set -- "$@" files/name-0[0-4]*.[ch]
    i=$((i + 1))
done
echo "$# $1"
""",
    "shift": """
set --
i=0
while [ "$i" -lt 5000 ]; do
    set -- "$@" "$i"
    [ "$#" -lt 100 ] || shift 50
    i=$((i + 1))
done
total=0 round=0
while [ "$round" -lt 2000 ]; do
    set -- 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20
    while [ "$#" -gt 0 ]; do
        total=$((total + $1))
        shift
    done
    round=$((round + 1))
done
echo "$total"
""",
    "getopts": """
i=0 total=0
while [ "$i" -lt 15000 ]; do
    OPTIND=1
    while getopts ab:c option -a -b value -c operand; do
        case $option in
            a | c) total=$((total + 1)) ;;
            b) total=$((total + ${#OPTARG})) ;;
        esac
    done
    i=$((i + 1))
done
echo "$total $OPTIND"
""",
    "eval": """
i=0
while [ "$i" -lt 20000 ]; do
    eval "value_$((i % 100))=\\$i; last=\\$value_$((i % 50))"
    i=$((i + 1))
done
echo "$last $value_7"
""",
    "word frequency": """
while read -r line; do
    for word in $line; do
        eval "count_$word=\\$((\\${count_$word:-0} + 1))"
    done
done <words
for word in the shell reads a line and runs it then next; do
    eval "echo $word \\$count_$word"
done
""",
    "redirected blocks": """
i=0
while [ "$i" -lt 10000 ]; do
    {
        echo "$i"
        echo error >&2
    } >out 2>/dev/null
    read -r back <out
    i=$((i + 1))
done
echo "$back"
""",
    "and-or lists": """
i=0 hits=0
while [ "$i" -lt 80000 ]; do
    [ "$i" -gt 100 ] && [ "$i" -lt 70000 ] && hits=$((hits + 1)) || hits=$((hits + 2))
    false || true && :
    i=$((i + 1))
done
echo "$hits"
""",
    "test": """
i=0 hits=0
while [ "$i" -lt 30000 ]; do
    if [ "$i" = 100 ] || test -z "$i" || [ "x$i" != "x$hits" ] && [ ! -d /nonexistent ] && [ -e / ]; then
        hits=$((hits + 1))
    fi
    i=$((i + 1))
done
echo "$hits"
""",
    "growing a string": """
text= i=0
while [ "$i" -lt 8000 ]; do
    text=$text$i,
    i=$((i + 1))
done
echo "${#text}"
""",
    "for over words": """
total=0
for round in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    for n in $(seq 1 3000); do
        total=$((total + n))
    done
done
echo "$total"
""",
}

PREPARED = {
    "read from a file": make_lines,
    "read from a pipe": make_lines,
    "word frequency": make_lines,
    "pathname expansion": make_files,
}

WORKLOADS = [Workload("compute", name, script, prepare=PREPARED.get(name)) for name, script in SCRIPTS.items()]
