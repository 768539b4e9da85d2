# Bytes, sizes and depth.

#### every byte but NUL survives an assignment and printing
x=$(printf "$(printf '\\%03o' $(seq 1 255))x")
printf '%s' "$x" | cksum
## stdout: 2090201141 256

#### invalid UTF-8 in arguments of utilities
x=$(printf '\377\376a\200')
printf '%s' "$x" | od -An -tx1
sh -c 'printf %s "$1"' sh "$x" | od -An -tx1
## STDOUT:
 ff fe 61 80
 ff fe 61 80
## END

#### invalid UTF-8 in the environment
x=$(printf '\377') sh -c 'printf %s "$x"' | od -An -tx1
export y=$(printf 'a\300')
env | grep -a '^y=' | od -An -tx1
## STDOUT:
 ff
 79 3d 61 c0 0a
## END

#### invalid UTF-8 as a file name in a redirection
f=$(printf 'n\377')
echo hi >"$f"
cat "$f"
ls | od -An -tx1
## STDOUT:
hi
 6e ff 0a
## END

#### invalid UTF-8 as a directory name
d=$(printf 'd\376')
mkdir "$d"
cd "$d" && cd ..
test -d "$d" && echo directory
(cd "$d" && pwd | tail -c 2 | od -An -tx1)
## STDOUT:
directory
 fe 0a
## END

#### invalid UTF-8 as a command name
d=$(printf 'cmd\377')
printf '#!/bin/sh\necho ran\n' >"$d"; chmod +x "$d"
"./$d"
## stdout: ran

#### invalid UTF-8 in case patterns
x=$(printf 'a\377b')
case $x in a?b) echo one;; a*b) echo many;; esac
y=$(printf '\377')
case $x in *"$y"*) echo found;; esac
## STDOUT:
one
found
## END

#### invalid UTF-8 in pattern removal
x=$(printf 'a\377b')
y=$(printf '\377')
printf '%s|%s' "${x%"$y"*}" "${x#*"$y"}"; echo
## stdout: a|b

#### invalid UTF-8 in a here-document
x=$(printf '\377')
cat <<E | od -An -tx1
$x
E
## stdout:  ff 0a

#### invalid UTF-8 in script text given to eval
eval "$(printf 'x="a\377"')"
printf %s "$x" | od -An -tx1
## stdout:  61 ff

#### invalid UTF-8 through read and IFS
printf 'a\377:b\n' | { IFS=: read -r x y; printf %s "$x" | od -An -tx1; echo "$y"; }
## STDOUT:
 61 ff
b
## END

#### invalid UTF-8 through set and eval
x=$(printf 'a\377 b')
set | grep -a '^x=' >f
unset x
. ./f
printf %s "$x" | od -An -tx1
## stdout:  61 ff 20 62

#### a lone continuation byte and an overlong form
x=$(printf '\200\300\200\355\262\200')
printf %s "$x" | od -An -tx1
## stdout:  80 c0 80 ed b2 80

#### control characters in arguments
printf '%s' "$(printf '\001\002\033\177')" | od -An -tx1
## stdout:  01 02 1b 7f

#### NUL bytes in a substitution are dropped
x=$(printf 'a\0b')
echo "$x" 2>/dev/null
## stdout: ab

#### a value of a hundred thousand characters
x=$(printf '%0100000d' 0)
echo ${#x}
y=$x$x
echo ${#y}
## STDOUT:
100000
200000
## END

#### a substitution of a megabyte
x=$(head -c 1000000 /dev/zero | tr '\0' x)
echo ${#x}
## stdout: 1000000

#### a list of ten thousand words
set -- $(seq 1 10000)
echo $# ${10000}
n=0
for i; do n=$((n+1)); done
echo $n
## STDOUT:
10000 10000
10000
## END

#### a line of a hundred thousand characters in a script
{ printf "echo '"; head -c 100000 /dev/zero | tr '\0' y; echo "' | wc -c | tr -d ' '"; } >s
. ./s
## stdout: 100001

#### a pattern over a long value
x=$(printf '%020000d' 0)1
case $x in *1) echo yes;; esac
echo "${x##*0}"
## STDOUT:
yes
1
## END

#### a hundred nested subshells
s='echo deep'
i=0
while test $i -lt 100; do s="( $s )"; i=$((i+1)); done
eval "$s"
## stdout: deep

#### a thousand nested braces
s='echo deep'
i=0
while test $i -lt 1000; do s="{ $s; }"; i=$((i+1)); done
eval "$s"
## stdout: deep

#### five hundred nested if
s='echo deep'
i=0
while test $i -lt 500; do s="if true; then $s; fi"; i=$((i+1)); done
eval "$s"
## stdout: deep

#### a hundred nested substitutions
s='echo deep'
i=0
while test $i -lt 30; do s="echo \$($s)"; i=$((i+1)); done
eval "$s"
## stdout: deep

#### five hundred parentheses in arithmetic
s=1
i=0
while test $i -lt 500; do s="($s)"; i=$((i+1)); done
eval "echo \$(($s))"
## stdout: 1

#### an and-or list of two thousand commands
s=true
i=0
while test $i -lt 2000; do s="$s && true"; i=$((i+1)); done
eval "$s"; echo $?
## stdout: 0

#### a pipeline of forty commands
s=cat
i=0
while test $i -lt 40; do s="$s | cat"; i=$((i+1)); done
echo through | eval "$s"
## stdout: through

#### a script of five thousand commands on one line
s=:
i=0
while test $i -lt 5000; do s="$s;:"; i=$((i+1)); done
eval "$s"; echo $?
## stdout: 0

#### a case of a thousand items
s='case $1 in'
i=0
while test $i -lt 1000; do s="$s $i) echo item $i;;"; i=$((i+1)); done
eval "f() { $s esac; }"
f 999
f 0
## STDOUT:
item 999
item 0
## END

#### an elif chain of five hundred
s='if false; then :;'
i=0
while test $i -lt 500; do s="$s elif test \$1 = $i; then echo is $i;"; i=$((i+1)); done
eval "f() { $s fi; }"
f 499
## stdout: is 499

#### a thousand variables and functions
i=0
while test $i -lt 1000; do eval "v$i=$i; f$i() { echo \$v$i; }"; i=$((i+1)); done
f999
echo $v500
## STDOUT:
999
500
## END

#### recursion a thousand deep
f() { if test $1 -gt 0; then f $(($1-1)); else echo bottom; fi; }
f 1000
## stdout: bottom
## OK dash (its limit is 1000) STDOUT:
## END
## OK dash (its limit is 1000) status: 2

#### appending in a loop
x=
i=0
while test $i -lt 3000; do x=$x$i,; i=$((i+1)); done
echo ${#x}
## stdout: 13890

#### a here-document of a hundred thousand lines
{ echo 'cat <<E | tail -n 1'; seq 1 100000; echo E; } >s
. ./s
## stdout: 100000

#### nested parameter expansions two hundred deep
s=bottom
i=0
while test $i -lt 200; do s="\${u:-$s}"; i=$((i+1)); done
eval "echo $s"
## stdout: bottom

#### a hundred here-documents
i=0
: >s
while test $i -lt 100; do printf 'cat <<E%s\nbody %s\nE%s\n' $i $i $i >>s; i=$((i+1)); done
. ./s | tail -n 1
## stdout: body 99

#### many descriptors from 3 to 9
exec 3>f3 4>f4 5>f5 6>f6 7>f7 8>f8 9>f9
for i in 3 4 5 6 7 8 9; do echo $i >&$i; done
cat f?
## STDOUT:
3
4
5
6
7
8
9
## END

#### a name of two hundred characters
n=$(printf 'v%0200d' 0)
eval "$n=long"
eval "echo \$$n"
## stdout: long

#### multibyte characters: length, patterns, reading
x=日本語テキスト
echo ${#x} ${x#??} ${x%??}
case $x in ???????) echo seven;; esac
## STDOUT:
7 語テキスト 日本語テキ
seven
## END
## N-I dash (works on bytes)

#### multibyte names of variables are no names
ä=1 2>/dev/null; test $? -gt 0 && echo not a name
## stdout: not a name

#### a file name with a newline and a quote through for and test
n='a
b"c'"'d"
: >"$n"
for f in *; do test "$f" = "$n" && echo same; done
## stdout: same
