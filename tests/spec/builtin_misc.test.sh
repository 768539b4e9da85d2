# kill, umask, ulimit, jobs, fg, bg, unalias and others.

#### kill -l names a signal by number
kill -l 1 2 9 15
kill -l 15
## STDOUT:
HUP
INT
KILL
TERM
TERM
## END
## OK dash STDOUT:
HUP
TERM
## END

#### kill -l takes an exit status
kill -l 130
kill -l 143
## STDOUT:
INT
TERM
## END

#### kill -l lists the names
kill -l | tr ' ' '\n' | grep -c -e 'TERM$' -e 'HUP$' -e 'USR1$' | grep -c '[1-9]'
## stdout: 1

#### kill -s NAME, -NAME, -NUMBER
for a in '-s TERM' -TERM -15 '-s KILL' -9 ''; do
  sleep 20 & kill $a $!; wait $! 2>/dev/null; echo $?
done
## STDOUT:
143
143
143
137
137
143
## END

#### kill -0
kill -0 $$; echo $?
## stdout: 0

#### kill several processes
sleep 20 & a=$!
sleep 20 & b=$!
kill $a $b
wait $a; echo $?
wait $b; echo $?
## STDOUT:
143
143
## END

#### kill: errors
kill 2>/dev/null; test $? -gt 0 && echo no operand
kill -s NOSUCH $$ 2>/dev/null; test $? -gt 0 && echo no such signal
kill abc 2>/dev/null; test $? -gt 0 && echo no number
sleep 0 & wait $!
kill $! 2>/dev/null; test $? -gt 0 && echo no such process
## STDOUT:
no operand
no such signal
no number
no such process
## END

#### kill --
sleep 20 & kill -- $!; wait $! 2>/dev/null; echo $?
sleep 20 & kill -s TERM -- $!; wait $! 2>/dev/null; echo $?
## STDOUT:
143
143
## END

#### kill in lower case
sleep 20 & kill -s term $!; wait $! 2>/dev/null; echo $?
## stdout: 143

#### a child that kills its parent, a subshell
(sh -c 'kill -TERM $PPID'; echo no); echo $?
## stdout: 143

#### umask prints and sets
umask 022; umask
umask 077; umask
umask 0; umask
umask 7; umask
## STDOUT:
0022
0077
0000
0007
## END

#### umask -S
umask 022; umask -S
umask 077; umask -S
umask 0777; umask -S
## STDOUT:
u=rwx,g=rx,o=rx
u=rwx,g=,o=
u=,g=,o=
## END

#### umask symbolic
umask 022
umask g-r; umask
umask u=rwx,g=rx,o=; umask
umask a=rx; umask
umask +w; umask
umask o-rwx,g+x; umask
umask =; umask
## STDOUT:
0062
0027
0222
0000
0007
0777
## END

#### umask symbolic: copies of permissions
umask 027
umask g=u; umask
umask 027
umask o=g; umask
## STDOUT:
0007
0022
## END
## OK bash STDOUT:
0027
0027
## END

#### umask output can be read back in
umask 027
x=$(umask)
umask 0
umask $x; umask
x=$(umask -S)
umask 0
umask $x; umask
## STDOUT:
0027
0027
## END

#### umask applies to new files and directories
umask 027
: >f; mkdir d
ls -ld f d | cut -c1-10
## STDOUT:
drwxr-x---
-rw-r-----
## END

#### umask errors
umask 999 2>/dev/null; test $? -gt 0 && echo failed
umask u=z 2>/dev/null; test $? -gt 0 && echo failed
umask abc 2>/dev/null; test $? -gt 0 && echo failed
umask; :
## STDOUT:
failed
failed
failed
0022
## END

#### ulimit: print and set a soft limit
(ulimit -S -n 50; ulimit -n)
(ulimit -S -n 40; ulimit -Sn)
## STDOUT:
50
40
## END

#### ulimit: a hard limit
(ulimit -H -n 60; ulimit -Hn)
(ulimit -n 30; ulimit -Hn; ulimit -Sn)
## STDOUT:
20000
30
30
## END

#### ulimit: raising a soft limit above the hard one fails
(ulimit -n 30; ulimit -S -n 40) 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### ulimit -f is inherited by utilities
(ulimit -f 1; head -c 10000 /dev/zero >f) 2>/dev/null; test $? -gt 0 && echo stopped
## stdout: stopped

#### ulimit -f default, unlimited
(ulimit -f 100; ulimit; ulimit -f)
## STDOUT:
100
100
## END

#### ulimit -a names the limits
ulimit -a | grep -c -i -e 'open files' -e 'nofile' -e descriptors
## stdout: 1

#### ulimit: several kinds
(ulimit -c 0; ulimit -c)
(ulimit -t 1000; ulimit -t)
(ulimit -v 4000000; ulimit -v)
(ulimit -d 4000000; ulimit -d)
(ulimit -s 1024; ulimit -s)
## STDOUT:
0
1000
4000000
4000000
1024
## END

#### ulimit: a bad operand
ulimit -n abc 2>/dev/null; test $? -gt 0 && echo failed
echo on
## STDOUT:
failed
on
## END

#### jobs lists running jobs
sleep 20 & 
jobs | grep -c 'sleep 20'
kill $!
## stdout: 1
## OK dash stdout: 0

#### jobs -l shows the process
sleep 20 &
jobs -l | grep -c "$!"
kill $!
## stdout: 1
## OK dash stdout: 0

#### jobs with nothing to list
jobs; echo $?
## stdout: 0

#### jobs of an unknown job
jobs %9 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### fg and bg without job control fail
sleep 0 &
fg 2>/dev/null; test $? -gt 0 && echo failed
bg 2>/dev/null; test $? -gt 0 && echo failed
wait
## STDOUT:
failed
failed
## END

#### fg and bg of nothing
set -m 2>/dev/null
fg 2>/dev/null; test $? -gt 0 && echo failed
bg 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
failed
failed
## END

#### wait for an invalid operand
wait abc 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### RANDOM gives different numbers
a=$RANDOM b=$RANDOM c=$RANDOM
test "$a$b$c" != "$a$a$a" && test $a -ge 0 && test $a -le 32767 && echo random
## N-I dash
## stdout: random

#### SECONDS counts
test $SECONDS -ge 0 && test $SECONDS -lt 100 && echo seconds
SECONDS=50
test $SECONDS -ge 50 && echo set
## N-I dash
## STDOUT:
seconds
set
## END

#### help names a built-in
help cd | grep -c cd | grep -c '[1-9]'
## N-I dash
## stdout: 1

#### sleep, a utility, is interrupted by no signal that is ignored
trap '' USR1
sleep 0.05 & p=$!
kill -USR1 $p
wait $p; echo $?
## stdout: 0
