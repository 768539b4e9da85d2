# Redirection (2.7).

#### output creates and truncates (2.7.2)
echo one >f
echo two >f
cat f
## stdout: two

#### append (2.7.3)
echo one >>f
echo two >>f
cat f
## STDOUT:
one
two
## END

#### input (2.7.1)
echo data >f
cat <f
read x <f
echo $x
## STDOUT:
data
data
## END

#### a redirection may stand anywhere in a simple command
>f echo a b
cat <f
echo >g c d
cat g
x=1 >h echo $x e
cat h
## STDOUT:
a b
c d
e
## END

#### a redirection alone creates the file
>f
test -f f && test ! -s f && echo empty
: >g
test -f g && echo made
## STDOUT:
empty
made
## END

#### a redirection alone with an assignment
x=1 >f
echo $x
ls
## STDOUT:
1
f
## END

#### missing input file: the command does not run, status is not zero
cat <nofile 2>/dev/null && echo no
test $? -gt 0 && echo failed
echo x <nofile 2>/dev/null
test $? -gt 0 && echo failed
## STDOUT:
failed
failed
## END

#### any descriptor number up to nine
echo to3 3>f >&3
cat f
{ echo five >&5; } 5>g
cat g
cat 9<f <&9
## STDOUT:
to3
five
to3
## END

#### duplicate output (2.7.6)
{ echo out; echo err >&2; } >f 2>&1
cat f
echo x 1>&2 2>/dev/null
## STDOUT:
out
err
## END

#### the order of redirections matters
{ echo out; echo err >&2; } 2>&1 >f
echo --
cat f
## STDOUT:
err
--
out
## END

#### duplicate input (2.7.5)
echo data >f
exec 3<f
cat <&3
exec 3<&-
## stdout: data

#### close with n>&- and n<&-
exec 3>f
echo a >&3
exec 3>&-
{ echo b >&3; } 2>/dev/null || echo closed
cat f
## STDOUT:
closed
a
## END

#### a duplicate of a closed descriptor is an error
{ echo x >&7; } 2>/dev/null
test $? -gt 0 && echo failed
{ cat <&8; } 2>/dev/null
test $? -gt 0 && echo failed
## STDOUT:
failed
failed
## END

#### closing a closed descriptor is no error
exec 7>&- 8<&-
echo $?
true 6>&-
echo $?
## STDOUT:
0
0
## END

#### >& with a word that is no number is an error (2.7.6)
$SH -c 'echo hi >&word' 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed
## OK bash (both outputs go to the file) STDOUT:
## END
## OK bash (both outputs go to the file) status: 1

#### descriptor from an expansion
exec 3>f
n=3
echo hi >&$n
cat f
## stdout: hi

#### a minus from an expansion closes
m=-
{ echo a >&$m; } 2>/dev/null || echo closed
## stdout: closed

#### read and write <> (2.7.7)
echo abcdef >f
exec 3<>f
read x <&3
echo "$x"
echo more >&3
exec 3>&-
cat f
## STDOUT:
abcdef
abcdef
more
## END

#### <> creates the file and does not truncate
: <>new
test -f new && echo made
echo keep >f
: <>f
cat f
## STDOUT:
made
keep
## END

#### <> is for descriptor 0 by default
echo data >f
cat <>f
## stdout: data

#### noclobber: > does not overwrite (2.7.2)
echo old >f
set -C
(echo new >f) 2>/dev/null
test $? -gt 0 && echo refused
cat f
## STDOUT:
refused
old
## END

#### noclobber: >| overwrites, >> appends
echo old >f
set -C
echo new >|f
echo more >>f
cat f
## STDOUT:
new
more
## END

#### noclobber: a new file and a device are fine
set -C
echo a >f
echo b >/dev/null
echo $?
cat f
## STDOUT:
0
a
## END

#### noclobber off again
echo old >f
set -C
set +C
echo new >f
cat f
## stdout: new

#### >| without noclobber is like >
echo a >f
echo b >|f
cat f
## stdout: b

#### redirections on compound commands
{ echo a; echo b; } >f
(echo c) >>f
if true; then echo d; fi >>f
for i in e f; do echo $i; done >>f
while :; do echo g; break; done >>f
until false; do echo h; break; done >>f
case x in x) echo i;; esac >>f
cat f
## STDOUT:
a
b
c
d
e
f
g
h
i
## END

#### input of a loop
printf '%s\n' 1 2 3 >f
while read x; do echo "<$x>"; done <f
## STDOUT:
<1>
<2>
<3>
## END

#### inner commands of a redirected loop share its input
printf '%s\n' 1 2 3 4 >f
while read a; do read b; echo "$a-$b"; done <f
## STDOUT:
1-2
3-4
## END

#### redirection on a function definition takes effect at each call (2.9.5)
f() { echo "call $1"; } >>log
f 1
f 2
cat log
## STDOUT:
call 1
call 2
## END

#### redirection of a function call
f() { echo out; echo err >&2; }
f >a 2>b
cat a b
## STDOUT:
out
err
## END

#### redirections of a command do not last
echo x >f
echo visible
## stdout: visible

#### redirections of a built-in do not last
read x <<E
v
E
echo $x
cd . >f
echo visible
## STDOUT:
v
visible
## END

#### redirections of a special built-in do not last
: >f
set -- a >g
eval 'echo in' >h
echo visible
cat h
## STDOUT:
visible
in
## END

#### exec keeps redirections
exec 3>f
echo a >&3
exec >g
echo to g
exec >&2
## STDOUT:
## END

#### exec: save and restore standard output
exec 3>&1 >f
echo in file
exec >&3 3>&-
echo back
cat f
## STDOUT:
back
in file
## END

#### exec in a subshell does not change the parent
(exec >f; echo in)
echo out
cat f
## STDOUT:
out
in
## END

#### exec in a function changes the shell
f() { exec 4>f; }
f
echo x >&4
cat f
## stdout: x

#### exec in braces with their own redirection
{ exec 5>&1; echo a >&5; } >f
echo b >&5
cat f
## STDOUT:
a
b
## END

#### redirection target is expanded: variable, substitution, arithmetic
n=1
echo a >f$n
echo b >$(echo f2)
echo c >f$((2+1))
cat f1 f2 f3
## STDOUT:
a
b
c
## END

#### redirection target is not split
n='a b'
echo x >$n
ls
## stdout: a b

#### an empty target is an error
n=
(echo x >$n) 2>/dev/null
test $? -gt 0 && echo failed
(echo x >"") 2>/dev/null
test $? -gt 0 && echo failed
## STDOUT:
failed
failed
## END

#### a redirection error with a special built-in ends the shell (2.8.1)
$SH -c ': <nofile; echo after' 2>/dev/null
test $? -gt 0 && echo ended
$SH -c 'set -- a <nofile; echo after' 2>/dev/null
test $? -gt 0 && echo ended
## STDOUT:
ended
ended
## END

#### a redirection error with exec ends the shell
$SH -c 'exec <nofile; echo after' 2>/dev/null
test $? -gt 0 && echo ended
## stdout: ended

#### a redirection error with a regular built-in or a utility does not
echo <nofile 2>/dev/null; echo on
cat <nofile 2>/dev/null; echo on
true </nodir/x 2>/dev/null; echo on
cd . <nofile 2>/dev/null; echo on
## STDOUT:
on
on
on
on
## END

#### a redirection error with a compound command does not
{ echo no; } <nofile 2>/dev/null; echo on
(echo no) <nofile 2>/dev/null; echo on
for i in 1; do echo no; done <nofile 2>/dev/null; echo on
while echo no; do break; done <nofile 2>/dev/null; echo on
## STDOUT:
on
on
on
on
## END

#### a redirection error with a function call does not
f() { echo no; }
f <nofile 2>/dev/null; test $? -gt 0 && echo on
## stdout: on

#### a redirection error of command set
command : <nofile 2>/dev/null; echo on
command exec <nofile 2>/dev/null; echo on
## STDOUT:
on
on
## END

#### a redirection error in a pipeline part
cat <nofile 2>/dev/null | echo next
echo a | cat >/nodir/f 2>/dev/null
test $? -gt 0 && echo failed
## STDOUT:
next
failed
## END

#### a failing redirection undoes the earlier ones
echo x >f <nofile 2>/dev/null
echo visible
test -f f && echo f was made
## STDOUT:
visible
f was made
## END

#### a directory as output is an error
mkdir d
(echo x >d) 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed

#### a digit must be adjacent to its operator
echo 3 >f
cat f
echo a3>f
cat f
## STDOUT:
3
a3
## END

#### a digit in quotes is no descriptor
echo "3">f
cat f
echo \4>f
cat f
## STDOUT:
3
4
## END

#### descriptors pass to utilities
exec 5>f
sh -c 'echo hi >&5'
cat f
## stdout: hi

#### standard error of a command not found can be redirected
nosuchcmd_x 2>f
test -s f && echo message
## stdout: message

#### swap standard output and error
{ { echo out; echo err >&2; } 3>&1 1>&2 2>&3 3>&-; } 2>/dev/null
## stdout: err

#### a chain of duplicates
{ echo x >&5; } 5>&4 4>&1 2>/dev/null || echo failed
{ echo x >&5; } 4>&1 5>&4
## STDOUT:
failed
x
## END

#### a here-document and an output redirection together
cat <<E >f
body
E
cat f
## stdout: body

#### redirection on a subshell inside a pipeline
(echo a; echo b >&2) 2>&1 | sort
## STDOUT:
a
b
## END

#### output of an asynchronous list
echo bg >f & wait
cat f
## stdout: bg

#### redirections are done in the order given and the last wins
echo x >f >g
cat g
test -f f && test ! -s f && echo empty
## STDOUT:
x
empty
## END

#### append mode writes at the end
echo a >f
exec 3>>f
echo b >f2
echo c >>f
echo d >&3
cat f
## STDOUT:
a
c
d
## END

#### two descriptors of one file share the offset
exec 3>f 4>&3
echo a >&3
echo b >&4
echo c >&3
cat f
## STDOUT:
a
b
c
## END

#### reading from one descriptor in turns
printf '%s\n' 1 2 3 >f
exec 3<f
read a <&3
read b <&3
cat <&3
echo $a $b
## STDOUT:
3
1 2
## END

#### the umask rules the mode of new files
umask 027
>f
ls -l f | cut -c1-10
## stdout: -rw-r-----

#### a descriptor closed for one command only
echo x 1>&- 2>/dev/null
echo visible
## stdout: visible

#### writing to a closed standard output fails
echo x >&- 2>/dev/null
test $? -gt 0 && echo failed
printf x >&- 2>/dev/null
test $? -gt 0 && echo failed
## STDOUT:
failed
failed
## END

#### redirect to a descriptor above nine in a script
exec 3>f
{ echo a >&3; } 3>g
echo b >&3
cat g f
## STDOUT:
a
b
## END

#### input from a descriptor opened for writing fails
exec 3>f
(cat <&3) 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed

#### nested redirections restore level by level
{ { echo a; } >f; echo b; } >g
echo c
cat f g
## STDOUT:
c
a
b
## END

#### redirection with break, continue and return leaving it
for i in 1 2; do { echo in; break; } >f; done
echo out $i
f() { { return 3; } >g; }
f
echo $?
echo visible
## STDOUT:
out 1
3
visible
## END

#### eval with a redirection inside and outside
eval 'echo a >f; echo b' >g
cat f g
## STDOUT:
a
b
## END

#### dot script with redirection
echo 'echo from dot' >s
. ./s >f
cat f
## stdout: from dot

#### <& and >& with the same number do nothing
echo x >&1
echo ok 1>&1 2>&2
## STDOUT:
x
ok
## END

#### /dev/null as input and output
cat </dev/null
echo x >/dev/null
read x </dev/null
echo $?
## stdout: 1

#### a symbolic link as target
ln -s real link
echo x >link
cat real
## stdout: x

#### redirection operators without blanks around
echo a>f;cat<f;echo b>>f;cat<f
## STDOUT:
a
a
b
## END

#### redirection of a brace group in a background list
{ echo a; echo b; } >f &
wait
cat f
## STDOUT:
a
b
## END
