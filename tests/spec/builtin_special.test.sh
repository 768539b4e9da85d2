# Special built-ins (2.15): colon, dot, eval, exec, export, readonly, return, shift, times, unset.

#### colon: expands its operands and succeeds
x=
: ${x:=set} $(echo run >f)
echo $? $x
cat f
: a b c -x --; echo $?
## STDOUT:
0 set
run
0
## END

#### colon with a redirection
: >f
test -f f && echo made
## stdout: made

#### eval joins its operands with blanks
eval echo a 'b;' echo c
eval 'x=1' 'y=2'; echo $x $y
## STDOUT:
a b
c
1 2
## END

#### eval without operands or with empty ones succeeds
false
eval; echo $?
false
eval ''; echo $?
false
eval '' ' '; echo $?
## STDOUT:
0
0
0
## END

#### eval: the status is the last command's
eval false; echo $?
eval 'true; (exit 3)'; echo $?
eval 'echo $?'
## STDOUT:
1
3
0
## END

#### eval: $? is kept at the start
(exit 4)
eval 'echo $?'
## stdout: 4

#### eval: a second expansion
x='$y' y=value
eval echo $x
eval "echo \"$x\""
## STDOUT:
value
value
## END

#### eval: indirect assignment and reference
name=var
eval $name=5
eval "echo \$$name"
eval "$name='a  b'"
echo "$var"
## STDOUT:
5
a  b
## END

#### eval: control flow inside
for i in 1 2 3; do eval 'test $i = 2 && break'; echo $i; done
f() { eval 'return 3'; echo no; }
f; echo $?
## STDOUT:
1
3
## END

#### eval: many lines, here-documents, compound commands
eval 'for i in 1 2
do
  echo $i
done
cat <<E
body
E'
## STDOUT:
1
2
body
## END

#### eval: a function definition and alias
eval 'f() { echo f; }'
f
## stdout: f

#### eval -- as the end of options
eval -- echo x
## stdout: x
## OK dash (takes it for a command name) STDOUT:
## END
## OK dash (takes it for a command name) status: 127

#### eval: positional parameters are the shell's
set -- a b
eval 'echo $# $2; shift'
echo $#
## STDOUT:
2 b
1
## END

#### eval: a comment and an unfinished line at the end
eval 'echo a # comment'
eval 'echo b;'
eval 'echo c &'
wait
## STDOUT:
a
b
c
## END

#### eval nested
eval "eval \"eval 'echo deep'\""
## stdout: deep

#### eval in a substitution and with redirections
x=$(eval 'echo a; echo b')
echo "$x"
eval 'echo c' >f
cat f
## STDOUT:
a
b
c
## END

#### eval: set -- and quoting round trip
set -- 'a b' "c'd" '' '*' '\'
q=
for i; do q="$q '$(printf '%s\n' "$i" | sed "s/'/'\\\\''/g")'"; done
eval "set -- $q"
for i; do printf '<%s>\n' "$i"; done
## STDOUT:
<a b>
<c'd>
<>
<*>
<\>
## END

#### dot: runs a file in the shell itself
echo 'x=set; echo in' >s
. ./s
echo $x $?
## STDOUT:
in
set 0
## END

#### dot: the status is the last command's
echo '(exit 3)' >s
. ./s; echo $?
: >empty
false
. ./empty; echo $?
echo '# nothing' >s
false
. ./s; echo $?
## STDOUT:
3
0
0
## END

#### dot: looks in PATH for a name without slash
mkdir d
echo 'echo found' >d/script_x
PATH=$PWD/d:$PATH
. script_x
## stdout: found

#### dot: the file need not be executable
mkdir d; echo 'echo ok' >d/script_x; chmod 644 d/script_x
PATH=$PWD/d:$PATH
. script_x
## stdout: ok

#### dot: return ends the script only
echo 'echo a; return 3; echo no' >s
. ./s; echo $?
## STDOUT:
a
3
## END

#### dot: return inside a loop and function of the script
echo 'for i in 1 2; do return 4; done; echo no' >s
. ./s; echo $?
## stdout: 4

#### dot: break affects the enclosing loop
echo 'break' >s
for i in 1 2; do . ./s; echo no; done
echo $i
## stdout: 1

#### dot: positional parameters are the caller's
echo 'echo $# $1' >s
set -- a b
. ./s
## stdout: 2 a

#### dot within a function sees its parameters
echo 'echo $# $1' >s
f() { . ./s; }
f x y z
## stdout: 3 x

#### dot: functions and aliases defined there
printf 'f() { echo f; }\nalias al="echo alias"\n' >s
. ./s
f
al
## STDOUT:
f
alias
## END

#### dot: nested
echo '. ./s2; echo s1' >s1
echo 'echo s2' >s2
. ./s1
## STDOUT:
s2
s1
## END

#### dot: exit ends the shell
echo 'exit 5' >s
(. ./s; echo no); echo $?
## stdout: 5

#### dot: $0 is not changed
echo 'echo $0' >s
. ./s
## stdout: ../script

#### dot: reading a fifo and standard input
mkfifo p
echo 'echo from fifo' >p &
. ./p
echo 'echo from stdin' | { . /dev/stdin; }
## STDOUT:
from fifo
from stdin
## END

#### dot: a file with carriage return at a line's end is no problem of ours
printf 'echo a\r\n' >s
. ./s | od -An -c
## stdout:    a  \r  \n

#### dot: a file without newline at its end
printf 'echo last' >s
. ./s
## stdout: last

#### dot: $? inside is the previous command's
echo 'echo $?' >s
(exit 6)
. ./s
## stdout: 6

#### source is dot, an extension
echo 'echo $1' >s
set -- a
source ./s
## N-I dash
## stdout: a

#### dot: a syntax error in the file is not fatal in a subshell
echo 'if' >s
(. ./s) 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### exec: replaces the shell
$SH -c 'exec echo a b; echo no'
$SH -c 'exec sh -c "exit 3"'; echo $?
## STDOUT:
a b
3
## END

#### exec: with redirections and assignments
$SH -c 'x=1 exec sh -c "echo \$x" >f'
cat f
## stdout: 1

#### exec without operands keeps the redirections
exec 3>f
echo a >&3
exec 3>&-
cat f
## stdout: a

#### exec --
$SH -c 'exec -- echo a'
## stdout: a
## OK dash STDOUT:
## END
## OK dash status: 127

#### exec: a function or built-in is not what is replaced
$SH -c 'echo() { printf no; }; exec echo real'
## stdout: real

#### exec: the search uses PATH
mkdir d; printf '#!/bin/sh\necho found $1\n' >d/cmd_x; chmod +x d/cmd_x
(PATH=$PWD/d:$PATH; exec cmd_x arg)
(PATH=$PWD/d:$PATH exec cmd_x arg)
## STDOUT:
found arg
found arg
## END

#### exec keeps the process id
x=$($SH -c 'echo $$; exec sh -c "echo \$\$"')
set -- $x
test $1 = $2 && echo same
## stdout: same

#### export: values reach children
x=1
export x
sh -c 'echo $x'
export y=2 z=3
sh -c 'echo $y $z'
## STDOUT:
1
2 3
## END

#### export: a name without a value
unset x
export x
sh -c 'echo ${x-unset}'
x=later
sh -c 'echo $x'
## STDOUT:
unset
later
## END

#### export: the value is not split
v='a b'
export x=$v y="$v"
echo "$x|$y"
## stdout: a b|a b

#### export -p can be read back in
export v1='a b' v2="it's"
unset v3; export v3
export -p >f
$SH -c '. ./f; sh -c "echo \"\$v1|\$v2|\${v3-unset}\""'
grep -c 'v3' f
## STDOUT:
a b|it's|unset
1
## END

#### export -p form
export v1=x
export -p | grep v1 | tr -d "'\""
## stdout: export v1=x

#### export of a special name by expansion
n=name
export $n=5
sh -c 'echo $name'
## stdout: 5

#### export in a function is global
f() { export x=1; }
f
sh -c 'echo $x'
## stdout: 1

#### export several, one invalid
(export a=1 1b=2 c=3; echo on) 2>/dev/null
echo end
## stdout: end
## OK bash (does not end the shell) STDOUT:
on
end
## END

#### readonly: values and protection
readonly x=1
echo $x
(x=2) 2>/dev/null || echo protected
readonly y
(y=2) 2>/dev/null || echo protected
echo ${y-unset}
## STDOUT:
1
protected
protected
unset
## END

#### readonly -p can be read back in
readonly v1='a b' v2
readonly -p >f
grep -e 'v1=' f | tr -d "'\"" 
grep -c 'v2' f
## STDOUT:
readonly v1=a b
1
## END

#### readonly and export of the same variable
readonly x=1
export x
sh -c 'echo $x'
## stdout: 1

#### readonly: the same value again is an error too
readonly x=1
(readonly x=1; echo no) 2>/dev/null || echo failed
(readonly x; echo fine)
## STDOUT:
failed
fine
## END

#### readonly in a subshell does not leak
(readonly x=1)
x=2
echo $x
## stdout: 2

#### unset: variables
x=1
unset x
echo ${x-unset}
unset x; echo $?
unset nosuch_x; echo $?
## STDOUT:
unset
0
0
## END

#### unset -v and several names
a=1 b=2
unset -v a b
echo ${a-A} ${b-B}
## stdout: A B

#### unset without option removes a variable first
x=1
x() { echo fn; }
unset x
echo ${x-unset}
x
## STDOUT:
unset
fn
## END

#### unset -f
f() { :; }
g() { :; }
unset -f f g
f 2>/dev/null; echo $?
## stdout: 127

#### unset of PATH-like variables
IFS=:
unset IFS
x='a b:c'
set -- $x
echo $#
## stdout: 2

#### unset with an invalid name
(unset 1a; echo on) 2>/dev/null; echo end
## stdout: end
## OK bash (goes on) STDOUT:
on
end
## END

#### shift: default and number
set -- a b c d
shift; echo $1
shift 2; echo $1 $#
## STDOUT:
b
d 1
## END

#### shift too far is an error
(set -- a; shift 2; echo $#) 2>/dev/null
echo end
## stdout: end
## OK bash (an error that ends the shell; it only gives a status) STDOUT:
1
end
## END

#### shift with a bad operand
(shift x) 2>/dev/null; test $? -gt 0 && echo failed
(shift -1) 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
failed
failed
## END

#### times prints two lines of two times
times | grep -c '^[0-9]*m[0-9.]*s [0-9]*m[0-9.]*s$'
## stdout: 2

#### return at the top of a script file
printf 'echo a\nreturn 3\necho no\n' >s
$SH s 2>/dev/null; echo $?
## STDOUT:
a
3
## END
## OK bash (unspecified outside functions: goes on) STDOUT:
a
2
## END

#### set, shift and $@ in a loop over options
set -- -a x -b -- rest
while test $# -gt 0; do
  case $1 in
    -a) echo "a=$2"; shift;;
    -b) echo b;;
    --) shift; break;;
  esac
  shift
done
echo "$@"
## STDOUT:
a=x
b
rest
## END

#### command with a special built-in: assignments do not stay, errors do not end
x=1 command eval 'echo $x'
echo ${x-unset}
## STDOUT:
1
unset
## END

#### special built-ins found before functions (2.9.1.4)
command -v set
type set >/dev/null && echo known
## STDOUT:
set
known
## END

#### exec with a failing redirection in a subshell
(exec 3<nofile; echo no) 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### readonly for the loop variable
(readonly i; for i in 1; do echo no; done) 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### eval with a syntax error in a subshell
(eval 'echo a; )') 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### export with tilde and plus forms
HOME=/h
export a=~/x
echo $a
## stdout: /h/x
