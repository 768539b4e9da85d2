# set -e with all its exceptions (2.15 set).

#### a failing command ends the shell with its status
$SH -c 'set -e; (exit 3); echo no'; echo $?
$SH -e -c 'false; echo no'; echo $?
## STDOUT:
3
1
## END

#### set +e turns it off
set -e
set +e
false
echo on
## stdout: on

#### a failing utility, built-in and function end it
$SH -ec '/bin/false; echo no'; echo $?
$SH -ec 'test a = b; echo no'; echo $?
$SH -ec 'f() { return 4; }; f; echo no'; echo $?
## STDOUT:
1
1
4
## END

#### a command not found ends it
$SH -ec 'nosuchcmd_x; echo no' 2>/dev/null; echo $?
## stdout: 127

#### conditions of if, elif, while, until do not
set -e
if false; then :; fi
if false; then :; elif false; then :; fi
while false; do :; done
until true; do :; done
n=0
until test $n = 2; do n=$((n+1)); done
echo on
## stdout: on

#### all but the last of an and-or list do not
set -e
false && true
false || true
true && false || true
false && false && true
echo on
## stdout: on

#### the last of an and-or list does
$SH -ec 'true && false; echo no'; echo $?
$SH -ec 'false || false; echo no'; echo $?
$SH -ec 'true || false && false; echo no'; echo $?
## STDOUT:
1
1
1
## END

#### a command that is not reached as the last does not
set -e
false && echo no
echo on
## stdout: on

#### a pipeline with ! does not
set -e
! true
! false
! { true; }
! (exit 0)
echo on
## stdout: on

#### only the last command of a pipeline counts
set -e
false | true
echo on
$SH -ec 'true | false; echo no'; echo $?
## stdout: on
## status: 1

#### a subshell that fails
$SH -ec '(exit 5); echo no'; echo $?
$SH -ec '(false); echo no'; echo $?
## STDOUT:
5
1
## END

#### -e is in force in a subshell
set +e
(set -e; false; echo no); echo $?
$SH -ec '(false; echo no)'; echo $?
## STDOUT:
1
1
## END

#### a subshell as a condition ignores -e inside
set -e
if (false; echo in); then echo then; fi
(false; echo in2) || echo no
(false; echo in3) && echo and
## STDOUT:
in
then
in2
in3
and
## END

#### braces as a condition ignore -e inside
set -e
if { false; echo in; }; then echo then; fi
{ false; echo in2; } || echo no
while { false; echo in3; }; do break; done
## STDOUT:
in
then
in2
in3
## END

#### a function as a condition ignores -e inside
set -e
f() { false; echo in; }
if f; then echo then; fi
f || echo no
f && echo and
! f
echo on
## STDOUT:
in
then
in
in
and
in
on
## END

#### a function called plainly: -e is in force inside
$SH -ec 'f() { false; echo no; }; f; echo no'; echo $?
## stdout: 1

#### the failing last command of a function used in && does not end it
set -e
f() { return 3; }
f && echo no
f || echo "failed $?"
echo on
## STDOUT:
failed 3
on
## END

#### braces whose last and-or list fails in a non-last command (2.15 set -e 3.)
set -e
{ false && true; }
echo on
## stdout: on

#### a function whose last command is a failing and-or list
$SH -ec 'f() { false && true; }; f; echo no'; echo $?
## stdout: 1

#### a subshell whose last command is a failing and-or list
$SH -ec '(false && true); echo no'; echo $?
## stdout: 1

#### if whose body ends in a failing and-or list
set -e
if true; then false && true; fi
echo on
## stdout: on

#### a loop whose body ends in a failing and-or list
set -e
for i in 1; do false && true; done
n=0
while test $n = 0; do n=1; false && true; done
case x in x) false && true;; esac
echo on
## stdout: on

#### a loop body that fails ends it
$SH -ec 'for i in 1 2; do echo $i; false; done; echo no'; echo $?
$SH -ec 'while :; do false; done; echo no'; echo $?
## STDOUT:
1
1
1
## END

#### a branch body that fails ends it
$SH -ec 'if true; then false; fi; echo no'; echo $?
$SH -ec 'if false; then :; else (exit 3); fi; echo no'; echo $?
$SH -ec 'case x in x) false;; esac; echo no'; echo $?
## STDOUT:
1
3
1
## END

#### an assignment with a failing substitution ends it
$SH -ec 'x=$(false); echo no'; echo $?
$SH -ec 'x=$(exit 4) y=1; echo no'; echo $?
## STDOUT:
1
4
## END

#### a substitution as an argument does not
set -e
echo $(false) on
: $(exit 3)
echo on
## STDOUT:
on
on
## END

#### a substitution that is the command does
$SH -ec '$(false); echo no'; echo $?
## stdout: 1

#### inside a substitution of an assignment
$SH -ec 'x=$(false; echo still); echo "[$x]"'
echo $?
## stdout: 1

#### export with a failing substitution does not end it
set -e
export x=$(false)
readonly y=$(false)
echo on
## stdout: on

#### local with a failing substitution does not end it
set -e
f() { local x=$(false); echo on; }
f
## stdout: on

#### a failing redirection ends it
$SH -ec 'echo x >/nodir/f; echo no' 2>/dev/null; test $? -gt 0 && echo ended
$SH -ec '{ echo x; } >/nodir/f; echo no' 2>/dev/null; test $? -gt 0 && echo ended
## STDOUT:
ended
ended
## END

#### eval and dot: a failing command inside ends it
$SH -ec 'eval "false; echo no"; echo no'; echo $?
echo 'false; echo no' >s
$SH -ec '. ./s; echo no'; echo $?
## STDOUT:
1
1
## END

#### eval in a condition does not
set -e
eval 'false; echo in' || echo no
if eval false; then :; fi
echo on
## STDOUT:
in
on
## END

#### command in front does not change it
$SH -ec 'command false; echo no'; echo $?
$SH -ec 'command -v nosuchcmd_x; echo no'; test $? -gt 0 && echo ended
## STDOUT:
1
ended
## END

#### a background job's failure does not
set -e
false &
wait
echo on
## stdout: on

#### wait with a failing job does
$SH -ec 'false & wait $!; echo no'; echo $?
## stdout: 1

#### the EXIT trap runs, with the status
$SH -ec 'trap "echo trap \$?" EXIT; (exit 3); echo no'; echo $?
## STDOUT:
trap 3
3
## END

#### the trap of an EXIT may use failing commands
$SH -c 'set -e; trap "false; echo no" EXIT; exit 0'; echo $?
## stdout: 1

#### arithmetic, test and bracket
$SH -ec '[ 1 = 2 ]; echo no'; echo $?
set -e
[ 1 = 2 ] || echo on
## STDOUT:
1
on
## END

#### set -e given late in a function
f() { set -e; false; echo no; }
(f; echo no); echo $?
## stdout: 1

#### set -e inside a condition works after it
$SH -c 'if set -e; false; then :; fi; false; echo no'; echo $?
## stdout: 1

#### a status of ! in the middle of a list
set -e
x=1
! test $x = 1 && echo no
! test $x = 2 && echo yes
echo on
## STDOUT:
yes
on
## END

#### a negated pipeline as the last command of a function
$SH -ec 'f() { ! true; }; f; echo no'; echo $?
## stdout: 1

#### a negated pipeline as the last command of braces and a subshell
set -e
{ ! true; }
echo on
$SH -ec '( ! true ); echo no'; echo $?
## stdout: on
## status: 1

#### read at the end of input ends it
$SH -ec 'read x </dev/null; echo no'; echo $?
## stdout: 1

#### unset, shift and others that succeed do not
set -e
unset nosuchvar_x
unset -f nosuchfn_x
set -- a
shift
echo on
## stdout: on

#### getopts at its end is a failing condition only
set -e
while getopts a o -a; do echo $o; done
echo on
## STDOUT:
a
on
## END

#### a long chain
set -e
false || false || false || echo ok
true && true && true && echo ok
## STDOUT:
ok
ok
## END

#### nested and-or in groups
set -e
{ false || false; } || echo a
{ true && { false; echo b; }; } || echo c
(false || { false; echo d; }) || echo e
## STDOUT:
a
b
d
## END

#### while body with a condition function that fails inside
set -e
cond() { false; test $n -lt 1; }
n=0
while cond; do n=$((n+1)); done
echo $n
## stdout: 1

#### a pipeline's first part fails inside a subshell with -e
set -e
(false; echo no) | cat
echo on
## stdout: on

#### a pipeline's last part obeys -e inside
$SH -ec 'true | { false; echo no; }; echo no'; echo $?
## stdout: 1

#### pipefail with -e
$SH -c 'set -e -o pipefail; false | true; echo no'; echo $?
## N-I dash (0.5.12 has no pipefail)
## stdout: 1

#### a for loop with no words and case without a match succeed
set -e
false || for i in; do :; done
case x in y) false;; esac
echo on
## stdout: on

#### a redirection to a variable command that fails
$SH -ec 'exec 3</nofile; echo no' 2>/dev/null; test $? -gt 0 && echo ended
## stdout: ended

#### trap action: a failing command in it ends the shell
$SH -ec 'trap "false; echo no" USR1; kill -USR1 $$; echo no'; echo $?
## stdout: 1

#### exit status seen by $? in the next command when in a condition
set -e
if ! false; then echo "0: $?"; fi
false || echo "1: $?"
## STDOUT:
0: 0
1: 1
## END

#### set -e does not reach a new shell
set -e
$SH -c 'false; echo on'
## stdout: on

#### $- shows e
set -e
case $- in *e*) echo e;; esac
## stdout: e

#### last command in && inside if inside function used plainly
$SH -ec 'f() { if true; then true && false; fi; echo no; }; f; echo no'; echo $?
## stdout: 1

#### an empty command with a failing substitution in a redirection
set -e
>f$(false)
echo on
## STDOUT:
## END
## status: 1

#### alias, type and command -v failing
$SH -ec 'type nosuchcmd_x >/dev/null 2>&1; echo no' ; test $? -gt 0 && echo ended
$SH -ec 'alias nosuchalias 2>/dev/null; echo no' ; test $? -gt 0 && echo ended
## STDOUT:
ended
ended
## END

#### a subshell in a substitution that fails early
$SH -ec 'x=$( (exit 3); echo no); echo no'; echo $?
## stdout: 3
