# cd, pwd.

#### cd changes the directory, PWD and OLDPWD
mkdir d
old=$PWD
cd d; echo $?
test "$PWD" = "$old/d" && echo PWD
test "$OLDPWD" = "$old" && echo OLDPWD
test "$(pwd)" = "$PWD" && echo pwd
## STDOUT:
0
PWD
OLDPWD
pwd
## END

#### cd without operand goes home
mkdir home
HOME=$PWD/home
cd
test "$PWD" = "$HOME" && echo home
## stdout: home

#### cd without HOME is an error
unset HOME
cd 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed
## OK dash (goes to the home of the system's user table, or stays) STDOUT:
## END
## OK dash (goes to the home of the system's user table, or stays) status: 1

#### cd - goes back and prints the directory
mkdir d
old=$PWD
cd d
test "$(cd -)" = "$old" && echo printed
cd - >/dev/null
test "$PWD" = "$old" && echo back
## STDOUT:
printed
back
## END

#### cd - without OLDPWD is an error
unset OLDPWD
cd - >/dev/null 2>&1; test $? -gt 0 && echo failed
## stdout: failed
## OK dash (status 0) STDOUT:
## END
## OK dash (status 0) status: 1

#### cd to a missing directory fails and changes nothing
old=$PWD
cd nosuchdir 2>/dev/null; test $? -gt 0 && echo failed
test "$PWD" = "$old" && echo same
## STDOUT:
failed
same
## END

#### cd to a file fails
: >f
cd f 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### cd -L keeps symbolic links, .. goes back logically
mkdir -p a/b
ln -s a/b link
old=$PWD
cd -L link
test "$PWD" = "$old/link" && echo logical
cd ..
test "$PWD" = "$old" && echo parent
## STDOUT:
logical
parent
## END

#### cd -P resolves symbolic links
mkdir -p a/b
ln -s a/b link
old=$(pwd -P)
cd -P link
test "$PWD" = "$old/a/b" && echo physical
cd ..
test "$PWD" = "$old/a" && echo parent
## STDOUT:
physical
parent
## END

#### the last of -L and -P counts
mkdir -p a/b
ln -s a/b link
old=$(pwd -P)
cd -L -P link; test "$PWD" = "$old/a/b" && echo P
cd "$old"
cd -PL link; test "$PWD" = "$old/link" && echo L
## STDOUT:
P
L
## END

#### pwd -P and pwd -L
mkdir -p a/b
ln -s a/b link
old=$(pwd -P)
cd link
test "$(pwd)" = "$old/link" && echo default L
test "$(pwd -L)" = "$old/link" && echo L
test "$(pwd -P)" = "$old/a/b" && echo P
test "$(pwd -P -L)" = "$old/link" && echo PL
## STDOUT:
default L
L
P
PL
## END

#### dots and slashes are made canonical
mkdir -p a/b/c
old=$PWD
cd a/./b//c/../
test "$PWD" = "$old/a/b" && echo yes
cd ././../..
test "$PWD" = "$old" && echo back
## STDOUT:
yes
back
## END

#### a component before .. must exist
mkdir a
cd nosuch/../a 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed
## OK dash (does not look) STDOUT:
## END
## OK dash (does not look) status: 1

#### cd to the root
cd /
echo $PWD
cd ..
echo $PWD
cd /.
echo $PWD
cd /usr/..
echo $PWD
## STDOUT:
/
/
/
/
## END

#### cd with an absolute path
mkdir d
t=$PWD/d
cd /
cd "$t"
test "$PWD" = "$t" && echo there
## stdout: there

#### CDPATH: the directory found there is printed
mkdir -p base/sub
CDPATH=$PWD/base
old=$PWD
x=$(cd sub)
test "$x" = "$old/base/sub" && echo printed
cd sub >/dev/null
test "$PWD" = "$old/base/sub" && echo there
## STDOUT:
printed
there
## END

#### CDPATH is not used for . .. and absolute paths
mkdir -p base/sub sub
CDPATH=$PWD/base
old=$PWD
cd ./sub
test "$PWD" = "$old/sub" && echo here
cd ../sub
test "$PWD" = "$old/sub" && echo again
cd "$old/sub"
test "$PWD" = "$old/sub" && echo absolute
## STDOUT:
here
again
absolute
## END

#### CDPATH: an empty element is the current directory, not printed
mkdir -p base/sub sub
old=$PWD
CDPATH=:$PWD/base
x=$(cd sub); test -z "$x" && echo silent
cd sub
test "$PWD" = "$old/sub" && echo local first
## STDOUT:
silent
local first
## END

#### CDPATH falls back to the current directory
mkdir -p base sub
CDPATH=$PWD/base
old=$PWD
cd sub
test "$PWD" = "$old/sub" && echo fallback
## stdout: fallback

#### CDPATH: elements are tried in order
mkdir -p a b/sub c/sub
old=$PWD
CDPATH=$PWD/a:$PWD/b:$PWD/c
cd sub >/dev/null
test "$PWD" = "$old/b/sub" && echo b
## stdout: b

#### a directory whose name starts with a minus
mkdir -- -d
cd -- -d; echo $?
cd ..
cd ./-d; echo $?
## STDOUT:
0
0
## END

#### a name with blanks and other characters
mkdir 'a  b *'
cd 'a  b *' && basename "$PWD"
## stdout: a  b *

#### cd in a subshell stays there
mkdir d
old=$PWD
(cd d)
test "$PWD" = "$old" && echo same
## stdout: same

#### cd in a function, loop and group stays
mkdir -p a/b
old=$PWD
f() { cd a; }
f
{ cd b; }
test "$PWD" = "$old/a/b" && echo there
## stdout: there

#### cd with too many operands
cd / /tmp 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed
## OK dash (takes the first) STDOUT:
## END
## OK dash (takes the first) status: 1

#### cd '' fails or stays
old=$PWD
cd '' 2>/dev/null
test "$PWD" = "$old" && echo same
## stdout: same

#### cd with an unknown option
cd -@ 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### OLDPWD is exported when PWD is; a child sees PWD
mkdir d
cd d
test "$(sh -c 'echo "$PWD"')" = "$PWD" && echo same
## stdout: same

#### pwd with an unknown option, and after the directory is gone
pwd -@ >/dev/null 2>&1; test $? -gt 0 && echo failed
mkdir d; cd d; rmdir ../d
pwd -L >/dev/null 2>&1; echo on
## STDOUT:
failed
on
## END

#### a readonly PWD
mkdir d
(readonly OLDPWD; cd d; echo on) 2>/dev/null
echo end
## STDOUT:
on
end
## END

#### assigning PWD does not change the directory
old=$PWD
PWD=/nonsense
test "$(pwd -P)" = "$old" && echo same
## stdout: same

#### cd to a symbolic link loop
ln -s loop1 loop2; ln -s loop2 loop1
cd loop1 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### cd with a trailing slash
mkdir d
old=$PWD
cd d/
test "$PWD" = "$old/d" && echo no slash
## stdout: no slash

#### cd // and ///
cd ///
echo $PWD
## stdout: /
