# Small whole programs, in the way scripts are really written.

#### quoting a list for eval
quote() { printf "'%s'" "$(printf '%s\n' "$1" | sed "s/'/'\\\\''/g")"; }
args=
for a in "it's" 'a b' '$x' '`y`'; do args="$args $(quote "$a")"; done
eval "set -- $args"
for a; do printf '%s\n' "$a"; done
## STDOUT:
it's
a b
$x
`y`
## END

#### splitting PATH
PATH=/bin:/usr/bin:/opt/x
old=$IFS; IFS=:
for d in $PATH; do echo "dir $d"; done
IFS=$old
## STDOUT:
dir /bin
dir /usr/bin
dir /opt/x
## END

#### dirname and basename by expansion
for p in /usr/lib/x.so ./a x /a; do
  d=${p%/*}; test "$d" = "$p" && d=.
  echo "${d:-/} ${p##*/}"
done
## STDOUT:
/usr/lib x.so
. a
. x
/ a
## END

#### a stack in a variable
push() { stack="$1 $stack"; }
pop() { top=${stack%% *}; stack=${stack#* }; }
push a; push b; push c
pop; echo $top; pop; echo $top
## STDOUT:
c
b
## END

#### join with a separator
join() { local IFS="$1"; shift; echo "$*"; }
join , a b c
join : x
## STDOUT:
a,b,c
x
## END

#### a configure-style cache test
ac_cv_x=yes
if test "${ac_cv_x+set}" = set; then echo "cached $ac_cv_x"; else echo checking; fi
eval "test \"\${ac_cv_y+set}\" = set" || echo 'not cached'
## STDOUT:
cached yes
not cached
## END

#### configure-style here-document script
cat >conftest.sh <<_ACEOF
#! /bin/sh
echo "\$1" $((1+1))
_ACEOF
sh conftest.sh arg
## stdout: arg 2

#### configure-style: exec descriptors
exec 6>&1 5>log
echo "checking..." >&6
echo "logged" >&5
cat log
## STDOUT:
checking...
logged
## END

#### an option parser with a case
parse() {
  while [ $# -gt 0 ]; do
    case "$1" in
      --name=*) name=${1#*=};;
      --name) shift; name=$1;;
      -v|--verbose) verbose=yes;;
      --) shift; break;;
      -*) echo "unknown $1"; return 1;;
      *) break;;
    esac
    shift
  done
  echo "name=$name verbose=$verbose rest=$*"
}
parse -v --name=x a b
parse --name 'y z' -- -q
parse --bad
## STDOUT:
name=x verbose=yes rest=a b
name=y z verbose=yes rest=-q
unknown --bad
## END
## status: 1

#### reading a configuration file
cat >conf <<'E'
# comment
key = value
other=thing with  blanks

last=1
E
while IFS='=' read -r k v; do
  case $k in ''|\#*) continue;; esac
  k=${k%% *}
  echo "$k:${v# }"
done <conf
## STDOUT:
key:value
other:thing with  blanks
last:1
## END

#### a counter of words
set -- a b a c b a
for w; do eval "n_$w=\$((\${n_$w:-0}+1))"; done
for w in a b c; do eval "echo $w \$n_$w"; done
## STDOUT:
a 3
b 2
c 1
## END

#### a lock by mkdir and a trap
work() {
  mkdir lock 2>/dev/null || { echo busy; return 1; }
  trap 'rmdir lock' EXIT
  echo working
}
(work)
test -d lock || echo released
## STDOUT:
working
released
## END

#### retry loop
tries=0
until test $tries -ge 3 && echo ok; do tries=$((tries+1)); echo "try $tries"; done
## STDOUT:
try 1
try 2
try 3
ok
## END

#### a tree walk
mkdir -p t/a/b t/c; : >t/1; : >t/a/2; : >t/a/b/3
walk() { for e in "$1"/*; do echo "$e"; test -d "$e" && walk "$e"; done; }
walk t
## STDOUT:
t/1
t/a
t/a/2
t/a/b
t/a/b/3
t/c
t/c/*
## END
## status: 1

#### primes
i=2
while [ $i -le 30 ]; do
  j=2 p=1
  while [ $((j*j)) -le $i ]; do [ $((i%j)) -eq 0 ] && { p=0; break; }; j=$((j+1)); done
  [ $p = 1 ] && printf '%d ' $i
  i=$((i+1))
done
echo
## STDOUT:
2 3 5 7 11 13 17 19 23 29 
## END

#### fibonacci with positional parameters
set -- 0 1
while [ $2 -lt 100 ]; do printf '%s ' $2; set -- $2 $(($1+$2)); done
echo
## STDOUT:
1 1 2 3 5 8 13 21 34 55 89 
## END

#### string reversal
s=abcdef r=
while [ -n "$s" ]; do c=${s%"${s#?}"}; r=$c$r; s=${s#?}; done
echo $r
## stdout: fedcba

#### replacing text by a loop of expansions
s='a-b-c-d' out=
while case $s in *-*) true;; *) false;; esac; do out=$out${s%%-*}_; s=${s#*-}; done
echo $out$s
## stdout: a_b_c_d

#### towers of hanoi
hanoi() { [ $1 -eq 0 ] && return; hanoi $(($1-1)) $2 $4 $3; echo "$2>$3"; hanoi $(($1-1)) $4 $3 $2; }
hanoi 3 A C B
## STDOUT:
A>C
A>B
C>B
A>C
B>A
B>C
A>C
## END

#### a co-process by fifos
mkfifo in out
(while read x; do echo "echo: $x"; done) <in >out &
exec 3>in 4<out
echo one >&3; read r <&4; echo "$r"
echo two >&3; read r <&4; echo "$r"
exec 3>&- 4<&-
wait
## STDOUT:
echo: one
echo: two
## END

#### a parallel map with wait
for i in 1 2 3; do (echo $((i*i)) >r$i) & done
wait
cat r1 r2 r3
## STDOUT:
1
4
9
## END

#### collecting statuses of parallel jobs
pids=
for s in 0 3 5; do (exit $s) & pids="$pids $!"; done
bad=0
for p in $pids; do wait $p || bad=$((bad+1)); done
echo $bad failed
## stdout: 2 failed

#### a generated function table
for n in add sub mul; do
  case $n in add) op=+;; sub) op=-;; mul) op='*';; esac
  eval "$n() { echo \$((\$1 $op \$2)); }"
done
add 7 3; sub 7 3; mul 7 3
## STDOUT:
10
4
21
## END

#### a state machine
state=start
for c in a b b c; do
  case $state$c in
    starta) state=one;;
    oneb) state=two;;
    twob) ;;
    twoc) state=end;;
    *) state=error;;
  esac
done
echo $state
## stdout: end

#### saving and restoring options
case $- in *f*) had=1;; *) had=;; esac
set -f
set -- *
test -n "$had" || set +f
echo "$1"
## stdout: *

#### version comparison
vercmp() {
  a=$1. b=$2.
  while [ -n "$a$b" ]; do
    x=${a%%.*} y=${b%%.*}
    [ "${x:-0}" -gt "${y:-0}" ] && { echo gt; return; }
    [ "${x:-0}" -lt "${y:-0}" ] && { echo lt; return; }
    a=${a#*.} b=${b#*.}
  done
  echo eq
}
vercmp 1.2.10 1.2.9; vercmp 2.0 2; vercmp 1.9 1.10
## STDOUT:
gt
eq
lt
## END

#### a here-document template with defaults
name=World
cat <<E
Hello ${name:-nobody}, you have ${count:-no} message${count:+s}.
E
## stdout: Hello World, you have no message.

#### a menu by case and read
menu() { while read -r c; do case $c in q) echo bye; break;; [0-9]) echo "num $c";; *) echo "? $c";; esac; done; }
menu <<E
1
x
q
2
E
## STDOUT:
num 1
? x
bye
## END

#### testing for a command
have() { command -v "$1" >/dev/null 2>&1; }
have sh && echo sh
have nosuchcmd_x || echo none
## STDOUT:
sh
none
## END

#### temporary file with a trap
f=$(mktemp)
trap 'rm -f "$f"' EXIT
echo data >"$f"
cat "$f"
## stdout: data

#### portable echo without newline
case $(echo -n x; echo c) in xc) n=-n c=;; *) n= c='\c';; esac
echo $n "prompt: $c"
echo answered
## stdout: prompt: answered

#### arithmetic for loop by hand with nested break
for ((i=0;i<3;i++)); do :; done 2>/dev/null
## only: minishell (bash has it; the standard has no such loop)
## status: 2

#### processing lines with a pipeline into while and a final count by wc
printf 'b 2\na 1\nc 3\n' | sort | while read k v; do echo "$k -> $v"; done | wc -l | tr -d ' '
## stdout: 3

#### nested functions with a visitor
each() { f=$1; shift; for x; do "$f" "$x"; done; }
show() { echo "<$1>"; }
each show a 'b c'
## STDOUT:
<a>
<b c>
## END

#### transpose with set
rows='a b c
d e f'
set --
echo "$rows" | while read x y z; do echo "$z$y$x"; done
## STDOUT:
cba
fed
## END

#### bit counting
n=181 c=0
while [ $n -gt 0 ]; do c=$((c+(n&1))); n=$((n>>1)); done
echo $c
## stdout: 5

#### greatest common divisor with recursion and return
gcd() { [ $2 -eq 0 ] && { echo $1; return; }; gcd $2 $(($1 % $2)); }
gcd 48 36
gcd 17 5
## STDOUT:
12
1
## END

#### hexadecimal conversion
hex() { printf '%x\n' "$1"; }
for i in 0 9 10 255 4096; do hex $i; done
## STDOUT:
0
9
a
ff
1000
## END

#### case on several words at once
check() { case "$1:$2" in a:b) echo ab;; *:b) echo xb;; a:*) echo ax;; *) echo none;; esac; }
check a b; check c b; check a d; check c d
## STDOUT:
ab
xb
ax
none
## END

#### set -e script with cleanup
cat >s <<'E'
set -e
trap 'echo cleanup $?' EXIT
echo step1
false
echo step2
E
$SH s; echo $?
## STDOUT:
step1
cleanup 1
1
## END
