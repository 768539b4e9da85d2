# Shell execution environment (2.13), variables (2.5.3) and simple commands (2.9.1).

#### a subshell does not change the parent's variables
x=1
(x=2; unset y; z=3)
echo $x ${z-unset}
## stdout: 1 unset

#### a subshell does not change the directory
d=$PWD
(cd /; test "$PWD" = / && echo root)
test "$PWD" = "$d" && echo same
## STDOUT:
root
same
## END

#### a subshell does not change the umask
umask 022
(umask 077; umask)
umask
## STDOUT:
0077
0022
## END

#### a subshell does not change options
(set -f -u)
case $- in *[fu]*) echo changed;; *) echo same;; esac
## stdout: same

#### a subshell does not change traps
trap 'echo bye' EXIT
(trap - EXIT)
(trap 'echo sub' EXIT)
trap - EXIT
echo end
## STDOUT:
sub
end
## END

#### a subshell does not change functions
f() { echo old; }
(f() { echo new; }; f; unset -f f)
f
## STDOUT:
new
old
## END

#### a subshell does not change aliases
alias a='echo old'
(unalias a; alias b='echo b')
a
b 2>/dev/null; echo $?
## STDOUT:
old
127
## END

#### a subshell does not change descriptors
exec 3>f
(exec 3>&-; exec 4>g)
echo x >&3
cat f
{ echo y >&4; } 2>/dev/null || echo closed
## STDOUT:
x
closed
## END

#### a subshell does not change positional parameters
set -- a b
(shift; set -- x)
echo $# $1
## stdout: 2 a

#### a subshell does not change the ulimit
(ulimit -n 20 && ulimit -n)
test $(ulimit -n) != 20 && echo same
## STDOUT:
20
same
## END

#### exit in a subshell ends it only
(exit 4; echo no); echo $?
( (exit 5); echo "inner $?"; exit 6); echo $?
## STDOUT:
4
inner 5
6
## END

#### exec in a subshell replaces it only
(exec echo hi; echo no)
echo on
## STDOUT:
hi
on
## END

#### errors end the subshell only
(readonly r=1; r=2; echo no) 2>/dev/null
(: ${u?}; echo no) 2>/dev/null
(set -u; : $u; echo no) 2>/dev/null
(. ./nofile; echo no) 2>/dev/null
echo on
## stdout: on

#### subshell depth
(((((echo five)))))
( ( ( ( exit 3 ) ) ) ); echo $?
## STDOUT:
five
3
## END
## OK bash (starts an arithmetic command there) stdout: 3

#### pipeline parts are subshells
x=1
echo a | { read x; }
x=2 | cat
echo $x
## stdout: 1

#### variables set before a utility are in its environment only
x=old
x=new sh -c 'echo $x'
echo $x
y=1 sh -c 'echo $y'
echo ${y-unset}
## STDOUT:
new
old
1
unset
## END

#### several assignments before a utility, expanded in order
a=1
a=2 b=$a sh -c 'echo $a $b'
## stdout: 2 2

#### an assignment alone sets a shell variable, not the environment
x=1
sh -c 'echo ${x-unset}'
export x
sh -c 'echo $x'
x=2
sh -c 'echo $x'
## STDOUT:
unset
1
2
## END

#### a variable that came from the environment is exported
FROM_ENV=1 $SH -c 'FROM_ENV=2; sh -c "echo \$FROM_ENV"'
## stdout: 2

#### assignments before a regular built-in do not last
x=old
x=new true
echo $x
IFS=: read a b <<E
1:2
E
echo "$a $b"
printf %s "$IFS" | od -An -c
## STDOUT:
old
1 2
      \t  \n
## END

#### assignments before a special built-in stay (2.9.1.2)
x=old
x=new :
echo $x
y=1 export z
echo $y
a=5 eval 'echo $a'
echo $a
## STDOUT:
new
1
5
5
## END

#### assignments before command with a special built-in do not stay
x=old
x=new command :
echo $x
## stdout: old

#### assignments before exec that only redirects
x=1 exec 3>f
echo ${x-unset}
## stdout: 1

#### assignments on an empty command with a substitution
x=$(echo 1) y=2 $(true)
echo $x $y
## stdout: 1 2

#### assignments before an empty expansion stay
unset e
x=1 $e
echo $x
x=2 $e y=3
echo $x $y
## STDOUT:
1
1
## END

#### an assignment with an empty value
x=
echo "[$x]" ${x-unset}
x= y=1
echo "[$x]$y"
## STDOUT:
[]
[]1
## END

#### a word that looks like an assignment after the command is an argument
echo a=1
set -- x=2
echo $1 ${x-unset}
## STDOUT:
a=1
x=2 unset
## END

#### an assignment to an invalid name is a command
1x=2 2>/dev/null; echo $?
a-b=2 2>/dev/null; echo $?
## STDOUT:
127
127
## END

#### assignment with quotes in the name is a command
"x"=1 2>/dev/null; echo $?
## stdout: 127

#### names found by expansion are no assignments
n=x=5
$n 2>/dev/null; echo $? ${x-unset}
## stdout: 127 unset

#### command search: not found is 127, not executable 126 (2.8.2)
nosuchcmd_x 2>/dev/null; echo $?
./nofile 2>/dev/null; echo $?
: >noexec; chmod 644 noexec
./noexec 2>/dev/null; echo $?
./ 2>/dev/null; echo $?
## STDOUT:
127
127
126
126
## END

#### a directory in PATH entries is skipped over
mkdir -p d1/cmd_x d2
printf '#!/bin/sh\necho found\n' >d2/cmd_x; chmod +x d2/cmd_x
PATH=$PWD/d1:$PWD/d2:$PATH
cmd_x
## stdout: found

#### the first match in PATH wins; not executable ones are skipped
mkdir d1 d2
echo 'echo 1' >d1/cmd_x
printf '#!/bin/sh\necho 2\n' >d2/cmd_x; chmod +x d2/cmd_x
PATH=$PWD/d1:$PWD/d2:$PATH
cmd_x
## stdout: 2

#### a file without #! is run as a shell script (2.9.1.6)
echo 'echo "script $1 $0"' >s; chmod +x s
./s arg
## stdout: script arg ./s

#### a script gets exported variables but no others
echo 'echo ${e-unset} ${n-unset}' >s; chmod +x s
e=1 n=2
export e
./s
## stdout: 1 unset

#### an empty executable file succeeds
: >s; chmod +x s
./s; echo $?
## stdout: 0

#### a name with a slash is not looked up in PATH, functions or built-ins
mkdir bin
printf '#!/bin/sh\necho mine\n' >bin/echo; chmod +x bin/echo
bin/echo
## stdout: mine

#### an empty PATH element means the current directory
printf '#!/bin/sh\necho here\n' >cmd_x; chmod +x cmd_x
PATH=:/bin:/usr/bin
cmd_x
PATH=/bin::/usr/bin
cmd_x
PATH=/bin:/usr/bin:
cmd_x
## STDOUT:
here
here
here
## END

#### PATH assigned before the command rules its search
mkdir d
printf '#!/bin/sh\necho found\n' >d/cmd_x; chmod +x d/cmd_x
PATH=$PWD/d:$PATH cmd_x
cmd_x 2>/dev/null; echo $?
## STDOUT:
found
127
## END

#### an assignment to PATH forgets remembered places
mkdir d1 d2
printf '#!/bin/sh\necho 1\n' >d1/cmd_x; printf '#!/bin/sh\necho 2\n' >d2/cmd_x
chmod +x d1/cmd_x d2/cmd_x
old=$PATH
PATH=$PWD/d1:$old; cmd_x
PATH=$PWD/d2:$old; cmd_x
## STDOUT:
1
2
## END

#### a remembered command that is gone is searched again
mkdir d1 d2
printf '#!/bin/sh\necho 1\n' >d1/cmd_x; printf '#!/bin/sh\necho 2\n' >d2/cmd_x
chmod +x d1/cmd_x d2/cmd_x
PATH=$PWD/d1:$PWD/d2:$PATH
cmd_x
rm d1/cmd_x
cmd_x
## STDOUT:
1
2
## END

#### an unset PATH
(unset PATH; nosuchcmd_x) 2>/dev/null; echo $?
## stdout: 127

#### the first word may come from an expansion, and options too
c=echo
$c a
c='echo -e'
$c b | tr -d '\055e '
## STDOUT:
a
b
## END

#### the command name may be in quotes
'echo' a
"echo" b
e''cho c
## STDOUT:
a
b
c
## END

#### PWD and OLDPWD follow cd
mkdir d
a=$PWD
cd d
test "$PWD" = "$a/d" && echo PWD
test "$OLDPWD" = "$a" && echo OLDPWD
## STDOUT:
PWD
OLDPWD
## END

#### PWD is set at start to the directory
unset PWD
$SH -c 'test "$PWD" = "$(pwd -P)" && echo right'
PWD=/nonsense $SH -c 'test "$PWD" = "$(pwd -P)" && echo right'
## STDOUT:
right
right
## END

#### PPID, OPTIND, PS4 and IFS have their start values
echo "$OPTIND" "[$PS4]"
test -n "$PPID" && echo ppid
## STDOUT:
1 [+ ]
ppid
## END

#### LINENO counts lines
echo $LINENO
echo $LINENO

echo $LINENO \
  $LINENO
## N-I dash (Debian's is built without LINENO)
## STDOUT:
1
2
4 4
## END

#### LINENO in a script read by dot
printf 'echo $LINENO\necho $LINENO\n' >s
. ./s
echo $LINENO
## N-I dash (Debian's is built without LINENO)
## STDOUT:
1
2
3
## END

#### readonly variables cannot be assigned, in each way
for c in 'r=1' 'export r=1' 'readonly r=1' 'for r in a; do :; done' ': ${r=x}' ': $((r=1))'; do
  ($SH -c "readonly r; $c; exit 0" >/dev/null 2>&1) && echo "accepted: $c"
done
echo done
## stdout: done

#### an assignment error ends a script (2.8.1)
$SH -c 'readonly r=1; r=2; echo after' 2>/dev/null
test $? -gt 0 && echo ended
$SH -c 'readonly r=1; r=2 true; echo after' 2>/dev/null
echo done
## STDOUT:
ended
done
## END

#### an assignment error for a special built-in ends the script
$SH -c 'readonly r=1; r=2 :; echo after' 2>/dev/null
test $? -gt 0 && echo ended
## stdout: ended

#### environment names that are no identifiers are passed on or dropped, never variables
env 'a.b=1' $SH -c 'echo "${a-unset}"; echo on'
## STDOUT:
unset
on
## END

#### an environment value with a newline and other bytes
x='a
b' sh -c 'echo "$x"'
x=$(printf '\377') sh -c 'printf %s "$x"' | od -An -tx1
## STDOUT:
a
b
 ff
## END

#### a large environment variable
x=$(seq 1 5000)
export x
sh -c 'echo ${#x}'
## stdout: 23892

#### children see a changed HOME, not exported before
unset NEWVAR
NEWVAR=1
sh -c 'echo ${NEWVAR-none}'
set -a; NEWVAR=2; set +a
sh -c 'echo ${NEWVAR-none}'
## STDOUT:
none
2
## END

#### unset removes from the environment
export x=1
unset x
sh -c 'echo ${x-none}'
## stdout: none

#### redirections happen before the command is searched
nosuchcmd_x >f 2>/dev/null
test -f f && echo made
## stdout: made

#### expansion order in a simple command is left to right
n=0
echo $((n+=1)) $((n+=1)) $((n+=1))
## stdout: 1 2 3

#### a command that is only redirections and assignments with an error status
x=$(exit 3) >f; echo $?
## stdout: 3

#### the environment of a subshell with set -e
(set -e; false; echo no); echo $?
echo on
## STDOUT:
1
on
## END

#### $_ is nothing the standard knows; a name with one underscore is allowed
_=5; echo done
## stdout: done

#### a relative command with dots
printf '#!/bin/sh\necho "$0"\n' >s; chmod +x s
mkdir d; cd d
../s
## stdout: ../s

#### an interpreter that does not exist
printf '#!/nonexistent/interp\n' >s; chmod +x s
./s 2>/dev/null; test $? -ge 126 && echo failed
## stdout: failed

#### arguments of many kinds reach the utility unchanged
printf '<%s>' '' 'a b' "$(printf 'a\nb')" '\' '*' "'" '"'; echo
## STDOUT:
<><a b><a
b><\><*><'><">
## END

#### argument list too long gives 126
x=$(seq 1 60000)
x=$x$x$x
/bin/echo "$x" >/dev/null 2>&1; echo $?
## stdout: 126

#### a subshell is a process of its own: its id, asked for by a substitution that execs
(kill -KILL $(exec sh -c 'echo $PPID'); echo no); echo $?
x=$(kill -KILL $(exec sh -c 'echo $PPID'); echo no); echo $?
a=$(exec sh -c 'echo $PPID')
test $a = $$ && echo the shell
(b=$(exec sh -c 'echo $PPID'); test $b != $$ && echo not the shell)
## STDOUT:
137
137
the shell
not the shell
## END
