# set and options (2.15 set).

#### -f turns pathname expansion off
touch a b
set -f; echo *
set +f; echo *
## STDOUT:
*
a b
## END

#### -u and unset variables
(set -u; echo "$nope"; echo no) 2>/dev/null; test $? -gt 0 && echo ended
set -u; set +u; echo "[$nope]"
## STDOUT:
ended
[]
## END

#### -a exports what is assigned
set -a
v1=one
v2=two; read v3 <<E
three
E
set +a
v4=four
env | grep '^v[1-4]=' | sort
## STDOUT:
v1=one
v2=two
v3=three
## END

#### -a: for, default assignment, getopts
set -a
for va in loop; do :; done
: ${vb=def}
env | grep '^v[ab]=' | sort
## STDOUT:
va=loop
vb=def
## END

#### -C noclobber
set -C
echo a >f
(echo b >f) 2>/dev/null || echo refused
echo c >|f
cat f
## STDOUT:
refused
c
## END

#### -n reads without running
$SH -nc 'echo no'; echo $?
$SH -nc 'if' 2>/dev/null; test $? -gt 0 && echo error found
printf 'echo no\n' >s; $SH -n s
## STDOUT:
0
error found
## END

#### -n set in a script stops running
$SH -c 'echo a
set -n
echo no
echo no'
echo $?
## STDOUT:
a
0
## END

#### -v prints input lines to standard error
printf 'set -v\necho a\nif true\nthen echo b; fi\n' >s
$SH s 2>&1
## STDOUT:
echo a
a
if true
then echo b; fi
b
## END

#### -v from the start
printf '# comment\necho a\n' | $SH -v 2>&1
## STDOUT:
# comment
echo a
a
## END

#### -x traces with PS4
exec 2>&1
set -x
echo a 'b'
x=1
set +x
## STDOUT:
+ echo a b
a b
+ x=1
+ set +x
## END

#### -x: PS4 is expanded
exec 2>&1
n=7
PS4='[$n] '
set -x
echo a
set +x
## STDOUT:
[7] echo a
a
[7] set +x
## END

#### -x traces assignments and redirected commands
exec 2>&1
set -x
x=1 y=2
echo $x >/dev/null
true
set +x
## STDOUT:
+ x=1 y=2
+ echo 1
+ true
+ set +x
## END
## OK bash (one line or two) STDOUT:
+ x=1
+ y=2
+ echo 1
+ true
+ set +x
## END

#### -x traces nothing to standard output
$SH -xc 'echo a; x=1; : b' 2>/dev/null
## stdout: a

#### -x in functions, loops, and-or lists
exec 2>&1
f() { echo "in-$1"; }
set -x
f a
for i in 1 2; do echo $i; done
false || true
set +x
## STDOUT:
+ f a
+ echo in-a
in-a
+ echo 1
1
+ echo 2
2
+ false
+ true
+ set +x
## END
## OK bash (traces the for line too) STDOUT:
+ f a
+ echo in-a
in-a
+ for i in 1 2
+ echo 1
1
+ for i in 1 2
+ echo 2
2
+ false
+ true
+ set +x
## END

#### -x traces arguments after expansion
exec 2>&1
x='*'
set -f
set -x
echo $x ab
set +x
## STDOUT:
+ echo '*' ab
* ab
+ set +x
## END
## OK dash (no quotes) STDOUT:
+ echo * ab
* ab
+ set +x
## END

#### -x goes to the standard error at that time
set -x
echo a 2>f
set +x
## stdout: a

#### -e and +e in $-
set -e
case $- in *e*) echo on;; esac
set +e
case $- in *e*) ;; *) echo off;; esac
## STDOUT:
on
off
## END

#### several options together and separately
set -fu
case $- in *f*) echo f;; esac
case $- in *u*) echo u;; esac
set +f +u
case $- in *[fu]*) echo still;; *) echo gone;; esac
## STDOUT:
f
u
gone
## END

#### options by name with -o
set -o noglob
echo *
set +o noglob
touch a
echo *
set -o nounset -o noclobber
case $- in *u*) echo u;; esac
case $- in *C*) echo C;; esac
## STDOUT:
*
a
u
C
## END

#### every option has its name
for o in allexport errexit noclobber noglob noexec nounset verbose xtrace monitor notify ignoreeof; do
  (set +o $o) >/dev/null 2>&1 || echo "unknown: $o"
done
echo done
## stdout: done

#### set -o lists the options
set -o | grep -c -e errexit -e noglob -e nounset -e xtrace
set -f
set -o | grep noglob | tr -s ' \t' ' '
## STDOUT:
4
noglob on
## END

#### set +o gives commands that restore the options
set -f -u
x=$(set +o)
set +f +u
eval "$x"
case $- in *f*) echo f;; esac
case $- in *u*) echo u;; esac
## STDOUT:
f
u
## END

#### an unknown option is an error
(set -o nosuchoption) 2>/dev/null; test $? -gt 0 && echo failed
(set -@) 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
failed
failed
## END

#### options before operands
set -f -- -a b
echo $1 $2 $#
set +f x y
echo $1 $#
## STDOUT:
-a b 2
x 2
## END

#### set without operands lists variables so that they can be read back
x='a b' y="it's" z='$HOME'
set >f
unset x y z
grep -e '^[xyz]=' f >g
. ./g
echo "$x|$y|$z"
## stdout: a b|it's|$HOME

#### set lists names in order
zz=1 aa=2
set | grep -e '^aa=' -e '^zz=' | sed "s/'//g"
## STDOUT:
aa=2
zz=1
## END

#### set lists a value with a newline readably
nl='a
b'
set >f
unset nl
sed -n '/^nl=/,/b/p' f >g
. ./g
echo "$nl"
## STDOUT:
a
b
## END

#### options at invocation
$SH -f -c 'echo *'
$SH -fu -c 'case $- in *f*) echo f;; esac; case $- in *u*) echo u;; esac'
$SH -o noglob -c 'echo *'
$SH +f -c 'echo *' | grep -c work || echo expanded
## STDOUT:
*
f
u
*
0
expanded
## END

#### -e given at invocation with a script file
printf 'echo a\nfalse\necho no\n' >s
$SH -e s; echo $?
## STDOUT:
a
1
## END

#### -c: operands are $0 and the positional parameters
$SH -c 'echo $0 $# $1 $2' zero one two
$SH -c 'echo $#'
## STDOUT:
zero 2 one two
0
## END

#### -c with options after it
$SH -c -f 'echo *'
$SH -ec 'false; echo no'; echo $?
## STDOUT:
*
1
## END

#### -s reads standard input with operands
echo 'echo $# $1 $2' | $SH -s a b
echo 'echo $# "$1"' | $SH -s -- -x
## STDOUT:
2 a b
1 -x
## END

#### -- ends the options
printf 'echo script $1\n' >s
$SH -- s a
$SH -f -- ./s b
## STDOUT:
script a
script b
## END

#### a single minus ends the options too
printf 'echo script $1\n' >s
$SH - ./s a
## stdout: script a

#### $0 of a script file is its name as given
printf 'echo $0\n' >s
$SH s
$SH ./s
mkdir d; cp s d/s
$SH d/s
## STDOUT:
s
./s
d/s
## END

#### a script without slash is looked for in the current directory first
printf 'echo here\n' >s_x
$SH s_x
## stdout: here

#### positional parameters of a script
printf 'echo $# "$2"\n' >s
$SH s a 'b c' d
## stdout: 3 b c

#### set -- in a sourced file changes the caller's parameters
echo 'set -- x y z' >s
set -- a
. ./s
echo $#
## stdout: 3

#### set -m is off in scripts
case $- in *m*) echo on;; *) echo off;; esac
## stdout: off

#### -h and -b are accepted
set -h; set +h; set -b; set +b
echo ok
## stdout: ok
## OK dash STDOUT:
## END
## OK dash status: 2

#### -i does not stand in $- for a script
case $- in *i*) echo interactive;; *) echo not;; esac
## stdout: not

#### set +o output does not list what cannot be set
eval "$(set +o)"
echo ok
## stdout: ok

#### set -o pipefail by name
set -o pipefail
false | true
echo $?
set +o pipefail
## N-I dash (0.5.12 has no pipefail)
## stdout: 1

#### errexit by name
(set -o errexit; false; echo no); echo $?
## stdout: 1

#### set -x in a subshell does not leak
(set -x) 2>/dev/null
case $- in *x*) echo leaked;; *) echo clean;; esac
## stdout: clean

#### options in a function stay
f() { set -f; }
f
echo *
## stdout: *

#### set -u with "${x-}" idioms
set -u
echo "${x-}${x:-d}${x+set}" ${#}
## stdout: d 0

#### set -v in the middle of a line takes effect for later lines
printf 'set -v; echo a\necho b\nset +v\necho c\n' >s
$SH s 2>&1
## STDOUT:
a
echo b
b
set +v
c
## END
