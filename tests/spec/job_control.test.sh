# Job control in scripts (2.11), set -m, reports, processes.

#### without set -m a child is in the shell's process group
sh -c 'cut -d" " -f5 /proc/self/stat' >child
read x <child
set -- $(cat /proc/$$/stat)
test $x = $5 && echo same group
## stdout: same group

#### with set -m an asynchronous list has its own process group
set -m
sh -c 'cut -d" " -f1,5 /proc/$$/stat' >child &
p=$!
wait
read pid group <child
test $pid = $p && test $group = $p && echo own group
## N-I dash (set -m needs a terminal there)
## stdout: own group

#### with set -m all of an asynchronous pipeline are in one group
set -m
sh -c 'cut -d" " -f5 /proc/$$/stat' >a | sh -c 'cut -d" " -f5 /proc/$$/stat' >b &
wait
read x <a; read y <b
test $x = $y && test $x != $$ && echo one group
## N-I dash (set -m needs a terminal there)
## stdout: one group

#### with set -m a foreground pipeline has a group of its own
set -m
sh -c 'cut -d" " -f5 /proc/$$/stat' >a | sh -c 'cut -d" " -f5 /proc/$$/stat' >b
read x <a; read y <b
set -- $(cat /proc/$$/stat)
test $x = $y && test $x != $5 && echo one group
## N-I dash (set -m needs a terminal there)
## stdout: one group

#### with set -m asynchronous lists do not ignore INT
set -m
sh -c 'kill -INT $$; echo no' & wait $!
echo $?
## N-I dash (set -m needs a terminal there)
## stdout: 130

#### with set -m kill %1 reaches every process of the job
set -m
sh -c 'sleep 20; :' | sh -c 'sleep 20; :' &
kill %1
wait $!
echo $?
## N-I dash (set -m needs a terminal there)
## stdout: 143

#### jobs names a pipeline by its text
sleep 20 | cat &
jobs | sed 's/.*sleep/sleep/; s/ *&$//'
kill $(jobs -p) 2>/dev/null
wait 2>/dev/null
## N-I dash
## stdout: sleep 20 | cat

#### fg runs a stopped job in the foreground, its status is fg's
set -m
sh -c 'kill -19 $$; exit 7' &
while ! jobs | grep -q -i -e stop -e suspend; do :; done
fg %1 >/dev/null
echo $?
## stdout: 7
## N-I dash (set -m needs a terminal there)

#### bg lets a stopped job go on
set -m
sh -c 'kill -19 $$; echo went on; exit 3' &
p=$!
while ! jobs | grep -q -i -e stop -e suspend; do :; done
bg %1 >/dev/null
wait $p
echo $?
## STDOUT:
went on
3
## END
## N-I dash (set -m needs a terminal there)

#### jobs shows what is running
sleep 20 &
jobs | grep -c -i running
kill $!
## N-I dash
## stdout: 1

#### a job number goes up while jobs are alive
sleep 20 & a=$!
sleep 20 & b=$!
jobs >f
grep -c '^\[1\]' f
grep -c '^\[2\]' f
kill $a $b
## N-I dash
## STDOUT:
1
1
## END

#### %string names a job by its beginning
sleep 20 & p=$!
kill %sleep 2>/dev/null || kill $p
wait $p; echo $?
## stdout: 143

#### a report for each process of an asynchronous list, script on standard input
printf '%s\n' '(exit 3) &' 'wait' 'echo end' | $SH 2>err
sed 's/[0-9][0-9]*/N/' err
## only: minishell (reports of the reaper are its own)
## STDOUT:
end
Reaped child process N
## END

#### no report with -c and for a script file
$SH -c 'true & wait; echo end' 2>&1
printf 'true & wait\necho end\n' >s
$SH s 2>&1
## only: minishell (reports of the reaper are its own)
## STDOUT:
end
end
## END

#### set -o reapreport turns reports on, +o off
$SH -c 'set -o reapreport; true & wait; echo end' 2>err
sed 's/[0-9][0-9]*/N/' err
printf 'set +o reapreport\ntrue & wait\necho end\n' | $SH 2>&1
## only: minishell (reports of the reaper are its own)
## STDOUT:
end
Reaped child process N
end
## END

#### the report names the process
printf '%s\n' 'true &' 'echo $!' 'wait' | $SH >out 2>err
read p <out
read r a b q <err
test "$q" = "$p" && echo same
## only: minishell (reports of the reaper are its own)
## stdout: same

#### no report for foreground commands, substitutions, subshells
printf '%s\n' '/bin/true' 'x=$(/bin/true)' '(/bin/true)' '/bin/true | cat' '(true & wait)' 'echo end' | $SH 2>&1
## only: minishell (reports of the reaper are its own)
## stdout: end

#### reports for all processes of an asynchronous pipeline
printf '%s\n' 'true | true | true &' 'wait' | $SH 2>&1 | sed 's/[0-9][0-9]*/N/'
## only: minishell (reports of the reaper are its own)
## STDOUT:
Reaped child process N
Reaped child process N
Reaped child process N
## END

#### reports never go into a substitution's output
printf '%s\n' 'true &' 'x=$(sleep 0.05; echo out)' 'echo "$x"' 'wait' | $SH 2>/dev/null
## only: minishell (reports of the reaper are its own)
## stdout: out

#### polling gives the same reports
printf '%s\n' 'set -o pollreap' '(exit 3) &' 'wait $!' 'echo $?' | $SH 2>&1 | sed 's/process [0-9][0-9]*/process N/' | sort
## only: minishell (reports of the reaper are its own)
## STDOUT:
3
Reaped child process N
## END

#### no zombies are left while the shell works
for i in 1 2 3 4 5; do true & done
wait
for i in 1 2 3; do /bin/true; done
n=0
for s in /proc/[0-9]*/stat; do
  { read -r l <$s; } 2>/dev/null || continue
  case $l in *') Z '$$' '*) n=$((n+1));; esac
done
echo $n
## stdout: 0

#### a child does not inherit the shell's own descriptors
exec 3>f
ls /proc/self/fd | tr '\n' ' '; echo
## STDOUT:
0 1 2 3 4 
## END

#### inside pipelines no pipe end leaks
true | ls /proc/self/fd | tr '\n' ' '; echo
## STDOUT:
0 1 2 3 
## END

#### inside a here-document and a substitution none leaks
ls /proc/self/fd <<E | tr '\n' ' '
x
E
echo
echo $(ls /proc/self/fd)
## STDOUT:
0 1 2 3 
0 1 2 3
## END

#### inside a redirected loop and function none leaks
f() { ls /proc/self/fd; }
for i in 1; do f; done >out 2>/dev/null
tr '\n' ' ' <out; echo
## STDOUT:
0 1 2 3 
## END

#### SIGPIPE has its default in children
sh -c 'kill -PIPE $$; echo no'; echo $?
## stdout: 141

#### SIGXFSZ has its default in children
sh -c 'kill -XFSZ $$; echo no' 2>/dev/null; echo $?
## stdout: 153

#### children have no blocked and no ignored signals
grep -e SigBlk -e SigIgn /proc/self/status | while read name mask; do printf '%s %x\n' $name $((0x$mask & 0x7fffffff)); done
## STDOUT:
SigBlk: 0
SigIgn: 0
## END

#### ignored signals of the shell are the children's
trap '' USR1
grep SigIgn /proc/self/status | { read name mask; printf '%x\n' $((0x$mask & 0x7fffffff)); }
## stdout: 200

#### background children ignore INT and QUIT only
grep SigIgn /proc/self/status >f & wait
read name mask <f
printf '%x\n' $((0x$mask & 0x7fffffff))
## stdout: 6

#### the environment is handed on as it came
env -i A=1 $SH -c env | sort | grep -v -e '^PWD=' -e '^_=' -e '^SHLVL=' -e '^OLDPWD='
## stdout: A=1

#### a signal to the process group reaches the foreground child and the shell's trap
trap 'echo trapped' TERM
sh -c 'trap "echo child; exit 0" TERM; kill -TERM 0; sleep 0.01'
echo after
## STDOUT:
child
trapped
after
## END

#### wait for a stopped and continued child
set -m
sh -c 'kill -19 $$; exit 4' & p=$!
while ! jobs | grep -q -i -e stop -e suspend; do :; done
kill -CONT $p
while jobs | grep -q -i -e stop -e suspend; do :; done
wait $p; echo $?
## stdout: 4
## N-I dash (set -m needs a terminal there)
## N-I bash (it does not see that a job was continued by kill)

#### set -m and +m in $-
set -m
case $- in *m*) echo on;; esac
set +m
case $- in *m*) echo on;; *) echo off;; esac
## N-I dash (set -m needs a terminal there)
## STDOUT:
on
off
## END

#### a job's process group leader that ended first
set -m
true | sleep 0.05 &
wait $!; echo $?
## N-I dash (set -m needs a terminal there)
## stdout: 0

#### many short jobs one after the other
i=0
while test $i -lt 50; do true & i=$((i+1)); done
wait; echo $?
## stdout: 0
