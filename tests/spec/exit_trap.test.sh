# trap (2.15 trap, 2.12) and exit.

#### the EXIT trap runs at the end of the script
trap 'echo bye' EXIT
echo end
## STDOUT:
end
bye
## END

#### the EXIT trap runs at exit, with the status kept
$SH -c 'trap "echo bye" EXIT; exit 3'; echo $?
$SH -c 'trap "echo bye" 0; (exit 4)'; echo $?
## STDOUT:
bye
3
bye
4
## END

#### $? in the EXIT trap is the status before it
$SH -c 'trap "echo \$?" EXIT; exit 5'; echo $?
$SH -c 'trap "echo \$?" EXIT; false'; echo $?
## STDOUT:
5
5
1
1
## END

#### exit in the EXIT trap sets the status
$SH -c 'trap "exit 7" EXIT; exit 3'; echo $?
$SH -c 'trap "(exit 9); exit" EXIT; exit 3'; echo $?
## STDOUT:
7
3
## END

#### a command in the EXIT trap does not change the status
$SH -c 'trap "false" EXIT; exit 3'; echo $?
$SH -c 'trap "true" EXIT; exit 3'; echo $?
## STDOUT:
3
3
## END

#### the EXIT trap runs after an error that ends the shell
$SH -c 'trap "echo bye" EXIT; : ${u?}; echo no' 2>/dev/null; test $? -gt 0 && echo failed
$SH -c 'trap "echo bye" EXIT; readonly r=1; r=2; echo no' 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
bye
failed
bye
failed
## END

#### the EXIT trap runs after a syntax error in eval
$SH -c 'trap "echo bye" EXIT; eval "if"; echo no' 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
bye
failed
## END

#### the EXIT trap runs once, even when it calls exit
$SH -c 'trap "echo bye; exit 2" EXIT; exit 1'; echo $?
## STDOUT:
bye
2
## END

#### the EXIT trap does not run when exec replaces the shell
$SH -c 'trap "echo bye" EXIT; exec echo replaced'
## stdout: replaced

#### the EXIT trap of the parent does not run in subshells
trap 'echo bye' EXIT
(echo sub)
(exit 3)
echo "$(echo substitution)"
echo pipe | cat
trap - EXIT
## STDOUT:
sub
substitution
pipe
## END

#### a subshell's own EXIT trap runs at its end
(trap 'echo sub bye' EXIT; echo in)
echo out
x=$(trap 'echo subst bye' EXIT)
echo "$x"
## STDOUT:
in
sub bye
out
subst bye
## END

#### a trap set in a function stays
f() { trap 'echo bye' EXIT; }
f
echo end
## STDOUT:
end
bye
## END

#### the trap is reset with a minus
trap 'echo bye' EXIT
trap - EXIT
echo end
## stdout: end

#### a single number operand resets the condition
trap 'echo bye' 0
trap 0
echo end
## stdout: end

#### an empty action for EXIT does nothing
trap '' EXIT
echo end
## stdout: end

#### a trap for a signal sent to the shell itself (2.12)
trap 'echo got it' USR1
kill -USR1 $$
echo after
## STDOUT:
got it
after
## END

#### several signals
trap 'echo usr' USR1 USR2
kill -USR1 $$
kill -USR2 $$
## STDOUT:
usr
usr
## END

#### different traps for different signals
trap 'echo one' USR1
trap 'echo two' USR2
trap 'echo term' TERM
kill -USR2 $$; kill -USR1 $$; kill -TERM $$
echo alive
## STDOUT:
two
one
term
alive
## END

#### signal names with and without SIG, and numbers
trap 'echo hup' HUP
kill -HUP $$
trap 'echo term' 15
kill -15 $$
kill -s TERM $$
kill -TERM $$
## STDOUT:
hup
term
term
term
## END

#### an ignored signal does nothing
trap '' USR1 TERM
kill -USR1 $$
kill -TERM $$
echo alive
## stdout: alive

#### a reset signal has its default action
$SH -c 'trap "echo no" TERM; trap - TERM; kill -TERM $$; echo no'; echo $?
## stdout: 143

#### a signal without a trap kills the shell
$SH -c 'kill -TERM $$; echo no'; echo $?
$SH -c 'kill -HUP $$; echo no'; echo $?
$SH -c 'kill -KILL $$; echo no'; echo $?
## STDOUT:
143
129
137
## END

#### an untrapped INT kills the shell
$SH -c 'kill -INT $$; echo no'; echo $?
## stdout: 130

#### the EXIT trap runs when a trapped signal's action exits
$SH -c 'trap "echo bye" EXIT; trap "exit 3" TERM; kill -TERM $$; echo no'; echo $?
## STDOUT:
bye
3
## END

#### the EXIT trap and a signal that kills
$SH -c 'trap "echo bye" EXIT; kill -TERM $$; echo no'; echo $?
## stdout: 143
## OK bash (it is unspecified whether the EXIT trap runs) STDOUT:
bye
143
## END

#### $? is kept over a trap action
trap 'false' USR1
true
kill -USR1 $$
echo $?
(exit 3) || kill -USR1 $$
echo $?
## STDOUT:
0
0
## END

#### $? at the start of an action is the interrupted command's
trap 'echo "in $?"' USR1
(exit 3); kill -USR1 $$
(exit 4) || { kill -USR1 $$; }
## STDOUT:
in 0
in 0
## END

#### a trap runs after the foreground command ended
trap 'echo trapped' USR1
sh -c "kill -USR1 $$; echo child"
echo after
## STDOUT:
child
trapped
after
## END

#### the action is parsed when it runs
x=old
trap 'echo $x' USR1
x=new
kill -USR1 $$
## stdout: new

#### double quotes expand when the trap is set
x=old
trap "echo $x" USR1
x=new
kill -USR1 $$
## stdout: old

#### an action of several commands and a multi-line one
trap 'echo a; echo b
echo c' USR1
kill -USR1 $$
## STDOUT:
a
b
c
## END

#### a trap within a function uses the shell's variables
f() { kill -USR1 $$; echo "f $v"; }
trap 'v=set' USR1
f
## stdout: f set

#### return in a trap action ends the function it interrupts
trap 'return 5' USR1
f() { kill -USR1 $$; echo no; }
f
echo $?
## stdout: 5

#### break in a trap action ends the loop it interrupts
trap 'break' USR1
for i in 1 2 3; do kill -USR1 $$; echo $i; done
echo out $i
## stdout: out 1

#### exit in a trap action
(trap 'exit 9' USR1; sh -c 'kill -USR1 $PPID'; echo no)
echo $?
## stdout: 9

#### a trap that sets itself anew
n=0
trap 'n=$((n+1)); trap "n=100" USR1' USR1
kill -USR1 $$
kill -USR1 $$
echo $n
## stdout: 100

#### a trap that removes itself
trap 'trap - USR2; echo once' USR2
kill -USR2 $$
$SH -c 'trap "trap - USR1; echo once" USR1; kill -USR1 $$; kill -USR1 $$; echo no'; echo $?
## STDOUT:
once
once
138
## END

#### traps are reset in subshells (2.13)
trap 'echo no' USR1
(sh -c 'kill -USR1 $PPID'; echo no)
echo $?
## stdout: 138

#### ignored signals stay ignored in subshells
trap '' USR1
(sh -c 'kill -USR1 $PPID'; echo alive)
## stdout: alive

#### ignored signals are ignored in utilities
trap '' USR1
sh -c 'kill -USR1 $$; echo alive'
## stdout: alive

#### trapped signals have their default in utilities
trap 'echo no' USR1
sh -c 'kill -USR1 $$; echo no'
echo $?
## stdout: 138

#### a signal ignored at entry cannot be trapped or reset (2.15 trap)
trap '' USR1
$SH -c 'trap "echo no" USR1; kill -USR1 $$; echo alive; trap - USR1; kill -USR1 $$; echo still'
## STDOUT:
alive
still
## END

#### trap without operands lists the traps so that they can be read back
trap 'echo "it'\''s"' USR1
trap >f
trap - USR1
. ./f
kill -USR1 $$
## stdout: it's

#### trap lists nothing when nothing is set
trap
## STDOUT:
## END

#### trap in a substitution shows the parent's traps (2.15 trap)
trap 'echo x' USR1
x=$(trap)
case $x in *'echo x'*) echo shown;; esac
## stdout: shown
## OK dash (shows none, though 2.15 trap demands it) STDOUT:
## END

#### trap in a subshell command lists the parent's until changed
trap 'echo x' USR1
(trap) | grep -c 'echo x'
(trap 'echo y' USR2; trap) | grep -c 'echo x'
echo end
## STDOUT:
1
0
end
## END
## OK dash (shows them or not; Issue 8 demands the first line) STDOUT:
0
0
end
## END

#### trap -p prints single conditions
trap 'echo x' USR1
trap 'echo y' USR2
trap -p USR1 | grep -c 'echo x'
trap -p USR1 | grep -c 'echo y'
## N-I dash (no trap -p)
## STDOUT:
1
0
## END
## status: 1

#### trap -p without operands can restore all
trap 'echo x' USR1
a=$(trap -p)
trap - USR1
eval "$a"
kill -USR1 $$
## N-I dash (no trap -p)
## stdout: x

#### an invalid signal name is an error that does not end the shell (2.15 trap)
trap 'echo x' NOSUCHSIG 2>/dev/null
echo $?
trap 'echo x' 9999 2>/dev/null
echo on
## STDOUT:
1
on
## END

#### KILL and STOP: setting a trap has no effect
$SH -c 'trap "echo no" KILL; kill -KILL $$' 2>/dev/null; echo $?
## stdout: 137

#### trap -- separates options
trap -- 'echo dashed' USR1
kill -USR1 $$
trap -- - USR1
## stdout: dashed

#### an action that starts with a minus needs --
trap -- '-x 2>/dev/null; echo ran' USR1
kill -USR1 $$
## stdout: ran

#### a syntax error in an action does not show before it runs
trap 'if' USR1
echo set
trap - USR1
## stdout: set

#### a trap is run between the commands of a list
trap 'echo trap' USR1
kill -USR1 $$; echo a; echo b
## STDOUT:
trap
a
b
## END

#### a trap inside a loop's condition
trap 'stop=1' USR1
n=0
while test -z "$stop"; do n=$((n+1)); test $n = 3 && kill -USR1 $$; done
echo $n
## stdout: 3

#### nested: a signal that comes while an action runs
trap 'echo two' USR2
trap 'echo one; kill -USR2 $$; echo end' USR1
kill -USR1 $$
## STDOUT:
one
two
end
## END

#### exit with no operand is the last status
$SH -c 'false; exit'; echo $?
$SH -c '(exit 6); exit'; echo $?
## STDOUT:
1
6
## END

#### exit with a number
for n in 0 1 126 127 128 255; do (exit $n); echo $?; done
## STDOUT:
0
1
126
127
128
255
## END

#### exit above 255 is taken modulo 256
(exit 256); echo $?
(exit 257); echo $?
## STDOUT:
0
1
## END

#### exit with a bad operand
(exit x) 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### exit leaves nested structures
(for i in 1 2; do while :; do if true; then { exit 3; }; fi; done; done; echo no)
echo $?
(f() { g; }; g() { exit 4; }; f; echo no)
echo $?
## STDOUT:
3
4
## END

#### exit in eval, dot and a condition
(eval 'exit 3'; echo no); echo $?
echo 'exit 4' >s; (. ./s; echo no); echo $?
(if exit 5; then echo no; fi); echo $?
## STDOUT:
3
4
5
## END

#### exit in the middle of a pipeline of the shell
$SH -c 'exit 3 | cat; echo on'
## stdout: on

#### a script that ends without exit has the last status
$SH -c 'true; false'; echo $?
$SH -c ''; echo $?
$SH -c 'false
# comment
'; echo $?
## STDOUT:
1
0
1
## END

#### death by signal of a child: 128 + n
sh -c 'kill -TERM $$'; echo $?
sh -c 'kill -KILL $$'; echo $?
sh -c 'kill -USR1 $$'; echo $?
sh -c 'kill -PIPE $$'; echo $?
## STDOUT:
143
137
138
141
## END

#### a shell whose last command died of a signal exits with 128 + n
$SH -c 'sh -c "kill -TERM \$\$"'; echo $?
$SH -c 'sh -c "kill -TERM \$\$"; exit $?'; echo $?
## STDOUT:
143
143
## END

#### ERR-like names are not conditions
trap 'echo x' NOSUCH 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### traps with lower-case or SIG names
trap 'echo got' USR1
trap - SIGUSR1 2>/dev/null || trap - USR1
$SH -c 'trap "echo no" USR1; trap - USR1; kill -USR1 $$; echo no'; echo $?
## stdout: 138

#### a background job killed does not stop the script
sleep 10 & kill $!
wait $! 2>/dev/null
echo $?
## stdout: 143

#### trap and wait for all
trap 'echo got' USR1
{ kill -USR1 $$; } &
wait
wait
echo done
## STDOUT:
got
done
## END

#### an EXIT trap with output to a redirected stdout
trap 'echo bye' EXIT
exec >f
echo hi
trap - EXIT
exec >&2
cat f
## STDOUT:
## END

#### the EXIT trap runs for end of input on standard input
printf 'trap "echo bye" EXIT\necho in\n' | $SH
## STDOUT:
in
bye
## END

#### the EXIT trap of a shell whose last command is a utility
$SH -c 'trap "echo bye" EXIT; /bin/echo last'
## STDOUT:
last
bye
## END

#### the EXIT trap of a subshell whose last command is a utility
(trap 'echo bye' EXIT; /bin/echo last)
## STDOUT:
last
bye
## END

#### return at the top of a script read by dot, with a trap
echo 'trap "echo bye" EXIT; return 3; echo no' >s
(. ./s; echo $?)
## STDOUT:
3
bye
## END

#### the EXIT trap sees and changes variables
$SH -c 'x=1; trap "echo \$x; x=2; exit \$x" EXIT; x=5'; echo $?
## STDOUT:
5
2
## END

#### an EXIT trap runs in the directory where the shell ended
mkdir d
(trap 'basename "$PWD"' EXIT; cd d)
## stdout: d

#### a pending signal is handled before the shell ends
trap 'echo got' USR1
kill -USR1 $$
## stdout: got

#### signals in a subshell sent by itself with sh
(trap 'echo sub got' USR1; sh -c 'kill -USR1 $PPID'; echo after)
## STDOUT:
sub got
after
## END

#### SIGCHLD can be trapped
trap 'echo child' CHLD
sh -c :
trap - CHLD
echo end
## STDOUT:
child
end
## END

#### SIGINT during a foreground child that dies of it ends the shell
$SH -c 'sh -c "kill -INT \$PPID; kill -INT \$\$"; echo no'; echo $?
## stdout: 130

#### a trap runs before the next command: a subshell, pipeline, substitution, asynchronous list
trap 'echo trap' USR1
kill -USR1 $$; (echo subshell)
kill -USR1 $$; echo pipeline | cat
kill -USR1 $$; echo $(echo substitution)
kill -USR1 $$; echo async & wait
kill -USR1 $$; (kill -USR1 $$; echo end)
## STDOUT:
trap
subshell
trap
pipeline
trap
substitution
trap
async
trap
end
trap
## END
