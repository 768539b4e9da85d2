# Asynchronous lists (2.9.3.1) and wait.

#### the status of starting an asynchronous list is 0 (2.9.3.1)
false &
echo $?
wait
## stdout: 0

#### wait without operands waits for all, status 0
(exit 3) &
wait
echo $?
## stdout: 0

#### wait PID gives the status of that process
(exit 3) & a=$!
(exit 4) & b=$!
wait $b; echo $?
wait $a; echo $?
## STDOUT:
4
3
## END

#### wait with several operands gives the last one's status
(exit 3) & a=$!
(exit 4) & b=$!
wait $a $b; echo $?
wait $b $a 2>/dev/null; test $? -gt 0 && echo known or forgotten
## STDOUT:
4
known or forgotten
## END

#### wait for an unknown process is 127
wait 1 2>/dev/null
echo $?
wait 999999 2>/dev/null
echo $?
## STDOUT:
127
127
## END

#### wait for a process killed by a signal
sleep 20 & p=$!
kill $p
wait $p; echo $?
sleep 20 & p=$!
kill -9 $p
wait $p; echo $?
## STDOUT:
143
137
## END

#### a status is remembered after the process ended
(exit 7) & p=$!
while kill -0 $p 2>/dev/null; do :; done
echo before
wait $p
echo $?
## STDOUT:
before
7
## END

#### a status can be asked for once
(exit 7) & p=$!
wait $p; echo $?
wait $p 2>/dev/null; echo $?
## STDOUT:
7
127
## END
## OK dash (remembers it, or forgets it) STDOUT:
7
7
## END

#### $! in a pipeline is the last command's process
sh -c 'exit 5' | sh -c 'exit 6' &
wait $!
echo $?
## stdout: 6

#### an asynchronous list reads /dev/null without job control (2.9.3.1)
cat & wait
echo "[$(cat)]"
## stdin: input
## stdout: [input]

#### an explicit redirection of input is kept
cat <<E & wait
data
E
echo file >f
cat <f & wait
## STDOUT:
data
file
## END

#### the rest of a group reads the shell's input
{ read x; echo "[$x]"; } & wait
read y
echo $y
## stdin: line
## STDOUT:
[]
line
## END

#### asynchronous lists ignore INT and QUIT (2.12)
sh -c 'kill -INT $$; kill -QUIT $$; echo alive' & wait $!
echo $?
## STDOUT:
alive
0
## END

#### an asynchronous list may set its ignored INT back to the default (2.12)
(trap - INT; sh -c 'kill -INT $$; echo alive') & wait $!
echo $?
## stdout: 130
## OK dash (keeps it ignored) STDOUT:
alive
0
## END

#### an and-or list as a whole is asynchronous
false || echo alternative &
wait
true && echo second &
wait
## STDOUT:
alternative
second
## END

#### a compound command is asynchronous
for i in 1 2; do echo $i; done &
wait
{ echo a; echo b; } & wait
if true; then echo c; fi & wait
## STDOUT:
1
2
a
b
c
## END

#### variables set in an asynchronous list do not reach the shell
x=1
x=2 & wait
{ x=3; } & wait
echo $x
## stdout: 1

#### an asynchronous list sees the variables and functions of the shell
x=5
f() { echo "f $x"; }
f & wait
## stdout: f 5

#### several lists on a line
echo a >f & echo b >g & wait
cat f g
## STDOUT:
a
b
## END

#### & ends a list like a semicolon
true & true & wait; echo ok
## stdout: ok

#### a job ended by exit
{ exit 9; } & wait $!
echo $?
## stdout: 9

#### nested asynchronous lists
(echo in >f & wait; echo out >g) & wait
cat f g
## STDOUT:
in
out
## END

#### wait in a subshell does not know the parent's children
sleep 0 & p=$!
(wait $p 2>/dev/null; echo $?)
wait $p
## stdout: 127

#### $! in a subshell is kept from the parent
: & p=$!
(test "$!" = $p && echo same)
wait
## stdout: same

#### the process id of an asynchronous list is a child of the shell
sh -c 'echo $PPID >f' & wait
test $(cat f) = $$ && echo child
## stdout: child

#### $$ is the same in an asynchronous list
a=$$
{ test $$ = $a && echo same; } & wait
## stdout: same

#### many jobs
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do (exit $i) & done
wait
echo $?
for i in 1 2 3 4 5; do (exit $i) & p="$p $!"; done
for i in $p; do wait $i; echo $?; done
## STDOUT:
0
1
2
3
4
5
## END

#### a trap interrupts wait, which then is above 128 (2.12)
trap 'trapped=yes' USR1
while kill -USR1 $$; do sleep 0.05; done & p=$!
wait $p
test $? -gt 128 && echo interrupted $trapped
kill $p
wait $p 2>/dev/null
echo $?
## STDOUT:
interrupted yes
143
## END

#### wait %1 and %% name jobs
(exit 3) &
wait %1; echo $?
(exit 4) &
wait %%; echo $?
(exit 5) &
wait %+; echo $?
## N-I bash (a job that has ended is forgotten at times)
## STDOUT:
3
4
5
## END

#### wait for a job that does not exist
wait %7 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed

#### an error in an asynchronous list does not end the shell
{ readonly r=1; r=2; echo no; } 2>/dev/null &
wait $!
test $? -gt 0 && echo failed
## stdout: failed

#### an EXIT trap set in an asynchronous list runs there
{ trap 'echo bye' EXIT; echo in; } & wait
## STDOUT:
in
bye
## END

#### the shell's EXIT trap does not run in an asynchronous list
trap 'echo bye' EXIT
{ echo in; } & wait
trap - EXIT
## stdout: in

#### a syntax error: nothing before &
$SH -c '& echo a' 2>/dev/null; test $? -gt 0 && echo failed
$SH -c 'true && &' 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
failed
failed
## END

#### the output of a substitution with a background job that keeps it open
x=$(echo a; { echo b; } & wait)
echo "$x"
## STDOUT:
a
b
## END

#### background job in a loop with wait
for i in 1 2 3; do echo $i & wait; done
## STDOUT:
1
2
3
## END

#### kill -0 tells whether a process is there
sleep 20 & p=$!
kill -0 $p && echo there
kill $p; wait $p 2>/dev/null
kill -0 $p 2>/dev/null || echo gone
## STDOUT:
there
gone
## END

#### kill %1
set -m
sleep 20 &
kill %1
wait $! ; echo $?
## N-I dash (set -m needs a terminal there)
## stdout: 143

#### wait -n waits for the first to end
sleep 20 & slow=$!
(exit 6) &
wait -n; echo $?
kill $slow
wait $slow 2>/dev/null; echo $?
## N-I dash
## STDOUT:
6
143
## END

#### an asynchronous function with arguments
f() { echo "$# $1"; }
f 'a b' c & wait
## stdout: 2 a b

#### reading from a fifo that a background job writes
mkfifo p
echo hello >p &
read x <p
echo $x
wait
## stdout: hello

#### an asynchronous pipeline with built-ins
echo a | { read x; echo "got $x"; } & wait
## stdout: got a

#### the shell does not wait for its jobs when it ends
mkfifo p
$SH -c '{ read x <p; echo $x >f; } & echo ended'
echo late >p
while ! test -s f; do :; done
cat f
## STDOUT:
ended
late
## END

#### exit status of a job with set -e in the shell
set -e
false & wait $! || echo "status $?"
false & 
wait
echo on
## STDOUT:
status 1
on
## END

#### a job's redirection error
{ echo no; } <nofile 2>/dev/null &
wait $!
test $? -gt 0 && echo failed
## stdout: failed

#### waiting twice for all
true & wait; wait; echo $?
## stdout: 0

#### jobs -p gives process ids
sleep 20 & p=$!
jobs -p >f
test "$(cat f)" = $p && echo same
kill $p
## stdout: same

#### an asynchronous command that is not found
nosuchcmd_x 2>/dev/null & wait $!
echo $?
## stdout: 127
