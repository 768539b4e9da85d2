# command, type, hash, true, false, alias lookups.

#### command runs a utility or built-in, not a function
ls() { echo mine; }
touch f1
command ls
command echo a
## STDOUT:
f1
a
## END

#### command -p finds the standard utilities without PATH
PATH=/nonexistent
command -p ls / >/dev/null; echo $?
## stdout: 0

#### command -v: utility, built-in, function, reserved word
command -v sh | grep -c /sh
command -v cd
f() { :; }
command -v f
command -v if
command -v nosuchcmd_x; test $? -gt 0 && echo none
## STDOUT:
1
cd
f
if
none
## END

#### command -v with an absolute path
command -v /bin/sh
command -v /nofile; test $? -gt 0 && echo none
## STDOUT:
/bin/sh
none
## END

#### command -v of a special built-in
command -v :
command -v export
## STDOUT:
:
export
## END

#### command -V says what it is
command -V cd | grep -c cd
command -V if | grep -c if
command -V nosuchcmd_x >/dev/null 2>&1; test $? -gt 0 && echo failed
## STDOUT:
1
1
failed
## END

#### command without operands succeeds
command; echo $?
## stdout: 0

#### command: not found and not executable
command nosuchcmd_x 2>/dev/null; echo $?
: >f; chmod 644 f
command ./f 2>/dev/null; echo $?
## STDOUT:
127
126
## END

#### command --
command -- echo a
command -v -- cd
## STDOUT:
a
cd
## END

#### command with options of the utility
command printf '%s\n' -v
## stdout: -v

#### command from a variable
c=command
$c echo a
c='command -v'
$c cd
## STDOUT:
a
cd
## END

#### command command
command command echo deep
## stdout: deep

#### command with assignments
x=1 command sh -c 'echo $x'
echo ${x-unset}
## STDOUT:
1
unset
## END

#### command exec keeps redirections
command exec 3>f
echo a >&3
cat f
## stdout: a

#### command and a readonly assignment error
$SH -c 'readonly r=1; r=2 command :; echo on' 2>/dev/null; test $? -gt 0 && echo ended
## stdout: ended

#### type: each kind, and failure
type cd >/dev/null; echo $?
type sh | grep -c /sh
type nosuchcmd_x >/dev/null 2>&1; test $? -gt 0 && echo failed
type if | grep -c if
## STDOUT:
0
1
failed
1
## END

#### type with several operands
type cd nosuchcmd_x sh >/dev/null 2>&1; test $? -gt 0 && echo failed
type cd sh >/dev/null; echo $?
## STDOUT:
failed
0
## END

#### hash: nothing remembered at first, -r forgets
hash -r; echo $?
hash sh; echo $?
hash nosuchcmd_x 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
0
0
failed
## END

#### hash lists what was found
ls >/dev/null
hash | grep -c /ls
## stdout: 1

#### true and false
true; echo $?
false; echo $?
true a b --x; echo $?
false a b; echo $?
## STDOUT:
0
1
0
1
## END

#### a utility in a directory of PATH that is not executable is skipped
mkdir d; : >d/ls
PATH=$PWD/d:$PATH
command -v ls | grep -c "$PWD/d"
## stdout: 0
## status: 1

#### PATH lookup of command -v respects an assignment before it
mkdir d; printf '#!/bin/sh\n' >d/cmd_x; chmod +x d/cmd_x
PATH=$PWD/d command -v cmd_x | sed 's,.*/,,'
## stdout: cmd_x

#### command -v gives a path that can be run
$(command -v echo) a
## stdout: a

#### command -v for a name with a slash that is relative
printf '#!/bin/sh\n' >s; chmod +x s
command -v ./s | sed 's,.*/,,'
## stdout: s

#### command -p -v
PATH=/nonexistent
command -p -v sh | grep -c /sh
## N-I dash
## STDOUT:
## END
## status: 127

#### an alias is what command -v names
alias a1='echo x'
command -v a1 | grep -c 'echo x'
## stdout: 1

#### a built-in that PATH does not hold is found all the same
PATH=/nonexistent
echo a
cd . && printf 'b\n'
read x </dev/null; test $? -gt 0 && echo c
## STDOUT:
a
b
c
## END

#### fc without history fails
fc -l >/dev/null 2>&1; echo on
## stdout: on
