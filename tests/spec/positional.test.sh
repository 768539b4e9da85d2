# "$@", $*, and the rest of the positional parameters (2.5.1, 2.5.2).

#### "$@" gives one field for each parameter (2.5.2)
set -- 'a b' '' c
for x in "$@"; do echo "<$x>"; done
## STDOUT:
<a b>
<>
<c>
## END

#### "$*" joins with the first character of IFS
set -- a 'b c' d
echo "$*"
IFS=:; echo "$*"
IFS=:-; echo "$*"
IFS=; echo "$*"
unset IFS; echo "$*"
## STDOUT:
a b c d
a:b c:d
a:b c:d
ab cd
a b c d
## END

#### "$@" without parameters is no field
set --
for x in "$@"; do echo wrong; done
set -- "$@" ''
echo $#
## stdout: 1

#### "$*" without parameters is one empty field
set --
for x in "$*"; do echo "<$x>"; done
## stdout: <>

#### $@ and $* unquoted: each parameter is split
set -- 'a b' c '' ' d '
set -- $@
echo $#
set -- 'a b' c '' ' d '
for x in $*; do echo "<$x>"; done
## STDOUT:
4
<a>
<b>
<c>
<d>
## END

#### unquoted $* and $@ without parameters are no field
set --
set -- $* $@
echo $#
## stdout: 0

#### text around "$@" joins the first and last field
set -- 1 2 3
for x in "a$@b"; do echo "<$x>"; done
set -- 1
for x in "a$@b"; do echo "<$x>"; done
## STDOUT:
<a1>
<2>
<3b>
<a1b>
## END

#### text around "$@" without parameters is one field
set --
for x in "a$@b"; do echo "<$x>"; done
for x in a"$@"; do echo "<$x>"; done
## STDOUT:
<ab>
<a>
## END

#### "$@$@"
set -- 1 2
for x in "$@$@"; do echo "<$x>"; done
## STDOUT:
<1>
<21>
<2>
## END

#### "$@" beside an empty expansion: no parameters, one empty field or none
set --
set -- "$@""$@"
echo $#
set --
set -- "$@"''
echo $#
## STDOUT:
0
1
## END

#### $@ in an assignment joins with blanks
set -- a b 'c d'
x=$@ y="$@"
echo "$x|$y"
## stdout: a b c d|a b c d

#### $* in an assignment joins with IFS
set -- a b c
IFS=:
x=$* y="$*"
echo "$x|$y"
## stdout: a:b:c|a:b:c

#### unquoted $* with IFS empty: fields stay apart
set -- 'a b' c
IFS=
for x in $*; do echo "<$x>"; done
## STDOUT:
<a b>
<c>
## END

#### unquoted $@ with IFS empty: fields stay apart
set -- 'a b' c
IFS=
for x in $@; do echo "<$x>"; done
## STDOUT:
<a b>
<c>
## END

#### unquoted $* with IFS of a letter
set -- axb c
IFS=x
for i in $*; do echo "<$i>"; done
## STDOUT:
<a>
<b>
<c>
## END

#### $@ unquoted with globs
touch f1 f2
set -- 'f*' x
echo $@ "$@"
## stdout: f1 f2 x f* x

#### "$@" in a for loop without in
set -- 'a b' c
for x do echo "<$x>"; done
for x
do echo "[$x]"; done
## STDOUT:
<a b>
<c>
[a b]
[c]
## END

#### "${@}" and "${*}" are the same as without braces
set -- 'a b' c
for x in "${@}"; do echo "<$x>"; done
echo "${*}"
## STDOUT:
<a b>
<c>
a b c
## END

#### "${@:-default}" with and without parameters
set --
for x in "${@:-d e}"; do echo "<$x>"; done
set -- a 'b c'
for x in "${@:-d}"; do echo "<$x>"; done
## STDOUT:
<d e>
<a>
<b c>
## END

#### "${@+set}" with and without parameters
set --
echo "[${@+set}]"
set -- a b
echo "[${@+set}]"
## STDOUT:
[]
[set]
## END
## OK dash (@ is always set) STDOUT:
[set]
[set]
## END

#### ${1+"$@"} keeps empty parameters
set -- '' 'a b'
set -- ${1+"$@"}
echo $#
set --
set -- ${1+"$@"}
echo $#
## STDOUT:
2
0
## END

#### "$@" in the word of a default
unset x
set -- 'a b' c
for i in ${x:-"$@"}; do echo "<$i>"; done
for i in "${x:-$@}"; do echo "<$i>"; done
## STDOUT:
<a b>
<c>
<a b>
<c>
## END

#### "$*" in the word of a default
unset x
set -- 'a b' c
IFS=-
for i in "${x:-$*}"; do echo "<$i>"; done
## stdout: <a b-c>

#### "$@" and "$*" in a here-document
set -- a 'b  c' d
cat <<E
$@
$*
E
## STDOUT:
a b  c d
a b  c d
## END
## OK bash STDOUT:
a b  c d
a b c d
## END

#### "$@" as a command and its arguments
set -- echo 'a  b' c
"$@"
"$@" d
## STDOUT:
a  b c
a  b c d
## END

#### empty "$@" as the command with an assignment before
set --
x=1 "$@"
echo $x
## stdout: 1

#### "$@" in case
set -- a b
case "$@" in 'a b') echo yes;; esac
## stdout: yes

#### $# after set and shift
set -- a b c
echo $#
shift
echo $# $1
shift 2
echo $# "[$1]"
## STDOUT:
3
2 b
0 []
## END

#### shift 0 drops nothing
set -- a b
shift 0
echo $# $?
## stdout: 2 0

#### set -- with values that look like options
set -- -e -x --
echo $# "$@"
## stdout: 3 -e -x --

#### set without -- also sets positional parameters
set a b c
echo $# $2
## stdout: 3 b

#### set - and set + as operands
set -- + x
echo $# $1
## stdout: 2 +

#### set with an option and operands
set -f a b
echo $# "$1" *
set +f
## stdout: 2 a *

#### set -- alone removes all
set -- a b
set --
echo $#
## stdout: 0

#### set with only options keeps the parameters
set -- a b
set -f
echo $#
## stdout: 2

#### positional parameters of a function are its own
f() { echo $# "$@"; set -- x; echo $1; }
set -- a b c
f 1 2
echo $# "$@"
## STDOUT:
2 1 2
x
3 a b c
## END

#### shift in a function does not shift the caller's
f() { shift; echo $1; }
set -- a b
f 1 2
echo $1
## STDOUT:
2
a
## END

#### a subshell's set does not change the parent's
set -- a
(set -- b c; echo $#)
echo $# $1
## STDOUT:
2
1 a
## END

#### parameters with leading zeros in braces
set -- a b c
echo ${01} ${002}
## stdout: a b

#### ${10} with fewer parameters is empty
set -- a b
echo "[${10}][$10]"
## stdout: [][a0]

#### "$1$2" with empty ones
set -- '' b
echo "<$1$2>"
## stdout: <b>

#### assigning IFS affects "$*" at once
set -- a b
IFS=1 echo "$*"
IFS=+
echo "$*"
## STDOUT:
a b
a+b
## END

#### $* in a pattern and a redirection target
set -- f 1
IFS=
echo hi >"$*"
cat f1
## stdout: hi

#### "$*" with a multibyte IFS character
set -- a b
IFS=é
echo "$*"
## stdout: aéb
## N-I dash (takes the first byte)

#### "$@" passed through two functions
f() { g "$@"; }
g() { for x in "$@"; do echo "<$x>"; done; }
f '' 'a  b' '*'
## STDOUT:
<>
<a  b>
<*>
## END

#### many positional parameters
set -- $(seq 1 500)
echo $# ${500} ${250}
shift 499
echo $# $1
## STDOUT:
500 500 250
1 500
## END

#### a parameter that is a backslash or glob stays one field quoted
set -- '\' '*' '?' '[a]'
for x in "$@"; do echo "$x"; done
## STDOUT:
\
*
?
[a]
## END

#### $@ in arithmetic
set -- 3
echo $(($@ + 1)) $((${1}*2)) $(( $# ))
## stdout: 4 6 1

#### unquoted $@ between texts
set -- 'a b' 'c d'
for x in -$@-; do echo "<$x>"; done
## STDOUT:
<-a>
<b>
<c>
<d->
## END

#### unquoted $* between texts with empty parameters
set -- '' a ''
for x in -$*-; do echo "<$x>"; done
## STDOUT:
<->
<a>
<->
## END

#### "$@" with IFS set to non-blank keeps fields
set -- a:b c
IFS=:
for x in "$@"; do echo "<$x>"; done
## STDOUT:
<a:b>
<c>
## END

#### $* split by non-blank IFS keeps inner empty fields
set -- a::b c
IFS=:
for x in $*; do echo "<$x>"; done
## STDOUT:
<a>
<>
<b>
<c>
## END
