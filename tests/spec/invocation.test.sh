# Invocation, standard input as the script (sh, STDIN), reading of scripts.

#### a script on standard input
printf 'echo a\necho b\n' | $SH
## STDOUT:
a
b
## END

#### head takes the line after it from the script
printf '%s\n' 'head -n 1' 'data' 'echo after' | $SH
## stdout: data
## OK dash (reads ahead, against sh, STDIN) stdout: after

#### read takes the line after it from the script
printf '%s\n' 'read x' 'the line' 'echo "[$x]"' | $SH
## stdout: [the line]
## OK dash (reads ahead, against sh, STDIN) stdout: []

#### cat takes the rest of the script
printf '%s\n' 'cat' 'echo a' 'echo b' | $SH
## STDOUT:
echo a
echo b
## END
## OK dash (reads ahead, against sh, STDIN) STDOUT:
a
b
## END

#### a script on standard input from a file: read takes its next line
printf '%s\n' 'read x' 'the line' 'echo "[$x]"' >s
$SH <s
## stdout: [the line]
## OK dash (reads ahead, against sh, STDIN) stdout: []

#### a script on standard input from a file: a utility takes the rest
printf '%s\n' 'cat' 'echo a' 'echo b' >s
$SH <s
## STDOUT:
echo a
echo b
## END
## OK dash (reads ahead, against sh, STDIN) STDOUT:
a
b
## END

#### two reads and a loop on the script's lines
printf '%s\n' 'while read x; do test "$x" = end && break; echo "<$x>"; done' 1 2 end 'echo after' | $SH
## STDOUT:
<1>
<2>
after
## END
## OK dash (reads ahead, against sh, STDIN) stdout: after

#### exec from standard input hands over the rest
printf '%s\n' 'exec cat' 'rest of' 'the text' | $SH
## STDOUT:
rest of
the text
## END
## OK dash (reads ahead, against sh, STDIN) STDOUT:
## END

#### a compound command over many lines, then data
printf '%s\n' 'if true' 'then' 'read x' 'fi' 'data' 'echo "[$x]"' | $SH
## stdout: [data]
## OK dash (reads ahead, against sh, STDIN) stdout: []

#### a here-document, then data
printf '%s\n' 'cat <<E; read x' 'body' 'E' 'data' 'echo "[$x]"' | $SH
## STDOUT:
body
[data]
## END
## OK dash (reads ahead, against sh, STDIN) STDOUT:
body
[]
## END

#### -s reads standard input, operands are positional parameters
printf 'echo "$# $1"\n' | $SH -s a b
printf 'echo $0\n' | $SH -s a | sed 's,.*/,,' | grep -c .
## STDOUT:
2 a
1
## END

#### -c: the first operand is $0
$SH -c 'echo "$0|$1|$#"' n a b
$SH -c 'echo "$1" "$2"' - x y
## STDOUT:
n|a|2
x y
## END

#### -c with a multi-line program
$SH -c 'echo a
echo b
if true; then
  echo c
fi'
## STDOUT:
a
b
c
## END

#### -c: an empty program and one of blanks
$SH -c ''; echo $?
$SH -c '   '; echo $?
$SH -c '# only a comment'; echo $?
## STDOUT:
0
0
0
## END

#### -c leaves standard input to the commands
echo data | $SH -c 'read x; echo "[$x]"; cat'
## stdout: [data]

#### -c: status
$SH -c 'exit 3'; echo $?
$SH -c 'false'; echo $?
$SH -c 'nosuchcmd_x' 2>/dev/null; echo $?
## STDOUT:
3
1
127
## END

#### -c with options before and grouped
$SH -e -c 'false; echo no'; echo $?
$SH -ce 'false; echo no'; echo $?
## STDOUT:
1
1
## END

#### -c without a program is an error
$SH -c 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### a script file with arguments
printf 'echo "$0|$*"\nexit 4\n' >s
$SH ./s a 'b c'; echo $?
## STDOUT:
./s|a b c
4
## END

#### a script that is missing
$SH ./nofile 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### a script without a newline at its end
printf 'echo a\necho b' >s
$SH s
## STDOUT:
a
b
## END

#### a script with #!, run by the kernel
printf '#!/bin/sh\necho "$0 $1"\n' >s; chmod +x s
./s a
## stdout: ./s a

#### a script that changes itself is read command by command
cat >s <<'E'
echo 'echo appended' >>s
echo first
E
$SH s
## STDOUT:
first
appended
## END

#### a script on a fifo
mkfifo p
printf 'echo a\nread x </dev/null\necho b\n' >p &
$SH p
wait
## STDOUT:
a
b
## END

#### a script with CR LF line ends
printf 'echo a\r\n' >s
$SH s | od -An -c
## stdout:    a  \r  \n

#### a script with a very long line
{ printf 'echo '; seq 1 20000 | tr '\n' ' '; echo; } >s
$SH s | wc -w | tr -d ' '
## stdout: 20000

#### a script with invalid UTF-8
printf 'echo "a\377b"\nx=\303\303\necho "$x"\n' >s
$SH s | od -An -tx1
## stdout:  61 ff 62 0a c3 c3 0a

#### a script with a byte-order mark or a NUL is not our text
printf 'echo a\n\000\n' >s
$SH s >/dev/null 2>&1; echo on
## stdout: on

#### the shell finds a script in the current directory before PATH
mkdir d; echo 'echo path' >d/s_x; chmod +x d/s_x
echo 'echo here' >s_x
PATH=$PWD/d:$PATH $SH s_x
## stdout: here

#### a script not in the current directory is looked for in PATH
mkdir d; echo 'echo path' >d/s_x; chmod +x d/s_x
PATH=$PWD/d:$PATH $SH s_x
## stdout: path
## OK dash (does not look there) STDOUT:
## END
## OK dash (does not look there) status: 2

#### nested shells
$SH -c "$SH -c '$SH -c \"echo deep\"'"
## stdout: deep

#### a comment at the end without newline
$SH -c 'echo a # comment'
printf 'echo a\n# end' | $SH
## STDOUT:
a
a
## END

#### an empty script on standard input
$SH </dev/null; echo $?
printf '' | $SH; echo $?
## STDOUT:
0
0
## END

#### a syntax error on standard input ends the shell
printf 'echo a\nfi\necho no\n' | $SH 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
a
failed
## END

#### options given with plus
$SH -f +f -c 'test -d /tmp && case $- in *f*) echo on;; *) echo off;; esac'
## stdout: off

#### -o and +o with names at invocation
$SH -o nounset -c ': $nope; echo no' 2>/dev/null; test $? -gt 0 && echo failed
$SH -u +o nounset -c 'echo "[$nope]"'
## STDOUT:
failed
[]
## END

#### -v and -x together
printf 'echo a\n' | $SH -vx 2>&1
## STDOUT:
echo a
+ echo a
a
## END

#### -i is not on for a script on standard input
printf 'case $- in *i*) echo yes;; *) echo no;; esac\n' | $SH
## stdout: no

#### ENV is not read by a non-interactive shell
echo 'echo from env' >env_file
ENV=$PWD/env_file $SH -c 'echo main'
## stdout: main

#### standard input closed
$SH -c 'echo a' <&-
$SH <&- 2>/dev/null; echo on
## STDOUT:
a
on
## END

#### the parent's environment arrives, names that are no identifiers do not hurt
env -i A=1 B='x y' 'C.D=3' $SH -c 'echo "$A|$B"'
## stdout: 1|x y

#### an unset environment
env -i $SH -c 'echo ok; echo "${HOME-unset}"'
## STDOUT:
ok
unset
## END

#### a large script
i=0
while test $i -lt 300; do echo "x$i=$i; : \$x$i"; i=$((i+1)); done >s
echo 'echo $x299' >>s
$SH s
## stdout: 299

#### here-document at the end of standard input script
printf 'cat <<E\nbody\nE\n' | $SH
## stdout: body

#### a line continuation across reads on standard input
printf 'echo a\\\nb\necho c &&\\\n echo d\n' | $SH
## STDOUT:
ab
c
d
## END

#### aliases defined on standard input apply to the next line
printf 'alias e="echo aliased"\ne x\n' | $SH
## stdout: aliased x

#### exit in the middle of standard input
printf 'echo a\nexit 3\necho no\n' | $SH; echo $?
## STDOUT:
a
3
## END

#### commands are run before later lines are read
mkfifo p
{ echo 'echo first >out'; read x <p; echo 'echo second >>out'; } | $SH &
while ! test -s out; do :; done
echo go >p
wait
cat out
## STDOUT:
first
second
## END
