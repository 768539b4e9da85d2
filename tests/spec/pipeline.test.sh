# Pipelines (2.9.2) and lists (2.9.3).

#### output goes to the next command's input (2.9.2)
echo abc | tr a-c x-z | sed 's/y/-/'
## stdout: x-z

#### the status is the last command's
false | true; echo $?
true | false; echo $?
exit 3 | exit 4; echo $?
## STDOUT:
0
1
4
## END

#### ! inverts the status
! true; echo $?
! false; echo $?
! exit 5 | exit 0; echo $?
! (exit 3); echo $?
## STDOUT:
1
0
1
0
## END

#### ! before a compound command and a function
f() { return 2; }
! f; echo $?
! { false; }; echo $?
! if true; then false; fi; echo $?
## STDOUT:
0
0
0
## END

#### ! applies to the whole pipeline
! true | false; echo $?
! false | true; echo $?
## STDOUT:
0
1
## END

#### newlines after the pipe symbol
echo a |
  cat |

  # a comment
  tr a b
## stdout: b

#### a built-in writes to a pipe
printf '%s\n' b a | sort
pwd | grep -c /
## STDOUT:
a
b
1
## END

#### a built-in reads from a pipe in its own environment
echo value | { read x; echo "in $x"; }
echo "out [$x]"
## STDOUT:
in value
out []
## END

#### variables changed in a pipeline's first command are lost
x=1
{ x=2; echo a; } | cat
echo $x
## STDOUT:
a
1
## END

#### while read in a pipeline
printf '%s\n' 1 2 3 | while read n; do echo "<$n>"; done
## STDOUT:
<1>
<2>
<3>
## END

#### compound commands on both sides
{ echo a; echo b; } | while read x; do echo "$x$x"; done | (cat; echo end)
for i in 1 2; do echo $i; done | cat
if true; then echo yes; fi | cat
case x in x) echo case;; esac | cat
## STDOUT:
aa
bb
end
1
2
yes
case
## END

#### functions on both sides
gen() { echo 1; echo 2; }
use() { while read x; do echo "got $x"; done; }
gen | use
## STDOUT:
got 1
got 2
## END

#### standard error is not piped
{ echo err >&2; echo out; } 2>/dev/null | cat
{ echo err >&2; } 2>&1 | cat
## STDOUT:
out
err
## END

#### a reader that leaves early ends the writer
yes | head -n 2
seq 1 100000 | head -n 1
## STDOUT:
y
y
1
## END

#### a redirection overrides the pipe
echo a >f | cat
cat f
echo b | cat <f
## STDOUT:
a
a
## END

#### the exit of one part does not end the shell
exit 3 | cat
echo on
true | exit 4
echo $?
## STDOUT:
on
4
## END

#### a long pipeline
echo x | cat | cat | cat | cat | cat | cat | cat | cat | cat | cat
## stdout: x

#### all commands of a pipeline run at the same time
mkfifo p
{ echo through >p; } | { read x <p; echo $x; }
## stdout: through

#### the shell waits for every command of the pipeline
{ echo late >f; } | true
cat f
{ read x <p2; echo done >f2; } 2>/dev/null | :
echo ok
## STDOUT:
late
ok
## END

#### command not found in a pipeline
nosuchcmd_x 2>/dev/null | cat; echo $?
echo x | nosuchcmd_x 2>/dev/null; echo $?
## STDOUT:
0
127
## END

#### $? after a pipeline with a negated list
! false | false && echo yes
! true | true || echo no
## STDOUT:
yes
no
## END

#### pipefail: the last failure is the status
set -o pipefail
false | true; echo $?
(exit 3) | (exit 5) | true; echo $?
true | true; echo $?
! false | true; echo $?
## N-I dash (0.5.12 has no pipefail)
## STDOUT:
1
5
0
0
## END

#### pipefail can be turned off
set -o pipefail
set +o pipefail
false | true; echo $?
## N-I dash (0.5.12 has no pipefail)
## stdout: 0

#### PIPESTATUS holds all statuses
(exit 1) | (exit 2) | (exit 3)
echo $PIPESTATUS
## only: minishell (an extension of bash, where it is an array: here a list word)
## stdout: 1 2 3

#### and-or lists: left to right with equal precedence (2.9.3)
true && echo a || echo b
false && echo c || echo d
true || echo e && echo f
false || false && echo g || echo h
## STDOUT:
a
d
f
h
## END

#### status of and-or lists
true && false; echo $?
false || true; echo $?
false && true; echo $?
(exit 3) || (exit 4); echo $?
## STDOUT:
1
0
1
4
## END

#### a skipped command leaves the status of the one that decided
(exit 3) && true && true; echo $?
true || false || false; echo $?
## STDOUT:
3
0
## END

#### newlines after && and ||
true &&
  echo a
false ||

  # comment
  echo b
## STDOUT:
a
b
## END

#### ! inside an and-or list
! false && echo a
! true || echo b
true && ! false && echo c
## STDOUT:
a
b
c
## END

#### pipelines inside an and-or list
echo a | grep -q a && echo found || echo lost
echo a | grep -q b && echo found || echo lost
## STDOUT:
found
lost
## END

#### sequential lists
echo a; echo b
echo c; echo d;
## STDOUT:
a
b
c
d
## END

#### a list's status is the last command's
true; false
echo $?
{ false; true; }
echo $?
## STDOUT:
1
0
## END

#### assignments in an and-or list stay
x=1 && y=2 || y=3
echo $x $y
## stdout: 1 2

#### break and continue in and-or lists
for i in 1 2 3; do test $i = 2 && continue; echo $i; done
for i in 1 2 3; do test $i = 2 && break || echo $i; done
## STDOUT:
1
3
1
## END

#### and-or with groups
{ true && false; } || echo a
(false || true) && echo b
false || { echo c; false; } || echo d
## STDOUT:
a
b
c
d
## END

#### exit in an and-or list
(true && exit 3 || exit 4); echo $?
(false && exit 3 || exit 4); echo $?
## STDOUT:
3
4
## END

#### a pipeline as a loop condition
while echo x | grep -q y; do :; done
echo $?
until ! echo x | grep -q y; do :; done
echo ok
## STDOUT:
0
ok
## END

#### subshell and pipe with shared stdin
printf '%s\n' 1 2 3 | { read a; (read b; echo "sub $b"); read c; echo "$a $c"; }
## STDOUT:
sub 2
1 3
## END

#### input not consumed by the first command is there for the next
printf '%s\n' 1 2 3 | (head -c 2; echo; cat)
## STDOUT:
1

2
3
## END

#### data with NUL bytes goes through
printf 'a\0b' | cat | od -An -c
## stdout:    a  \0   b

#### a pipeline whose parts are all built-ins
echo a | read x; echo "[$x]"
true | true | true; echo $?
## STDOUT:
[]
0
## END

#### a syntax error: nothing between pipes
$SH -c 'echo a | | cat' 2>/dev/null; test $? -gt 0 && echo failed
$SH -c '| cat' 2>/dev/null; test $? -gt 0 && echo failed
$SH -c 'echo a &&' 2>/dev/null; test $? -gt 0 && echo failed
$SH -c '&& echo a' 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
failed
failed
failed
failed
## END

#### a syntax error: two semicolons
$SH -c 'echo a;; echo b' 2>/dev/null; test $? -gt 0 && echo failed
$SH -c '; echo a' 2>/dev/null; test $? -gt 0 && echo failed
$SH -c 'echo a & ; echo b' 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
failed
failed
failed
## END

#### ! must be a word of its own
!true 2>/dev/null; echo $?
## stdout: 127

#### a nested pipeline in braces with its own negation
{ ! true | false; } | cat; echo $?
if ! echo a | grep -q b; then echo no b; fi
## STDOUT:
0
no b
## END

#### the EXIT trap of the shell does not run in pipeline parts
trap 'echo bye' EXIT
echo a | cat
trap - EXIT
## stdout: a

#### a pipeline of subshells that read and write many lines
seq 1 3000 | (while read x; do echo $x; done) | tail -n 1
## stdout: 3000

#### SIGPIPE in a built-in ends the part quietly
(while :; do echo y; done) 2>/dev/null | head -n 1
## stdout: y

#### set in a pipeline part does not change the shell
set -f | cat
touch f1
echo *
## stdout: f1

#### cd in a pipeline part does not move the shell
mkdir d
cd d | cat
test -d d && echo still here
## stdout: still here
