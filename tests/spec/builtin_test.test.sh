# test and [.

#### one operand: true when not empty
test a; echo $?
test ''; echo $?
test; echo $?
[ a ]; echo $?
[ ]; echo $?
## STDOUT:
0
1
1
0
1
## END

#### -n and -z
test -n a; echo $?
test -n ''; echo $?
test -z ''; echo $?
test -z a; echo $?
## STDOUT:
0
1
0
1
## END

#### a single operand that looks like an operator is a string
test -n; echo $?
test -z; echo $?
test !; echo $?
test -f; echo $?
test '('; echo $?
test =; echo $?
## STDOUT:
0
0
0
0
0
0
## END

#### string comparison
test a = a; echo $?
test a = b; echo $?
test a != b; echo $?
test a != a; echo $?
test '' = ''; echo $?
## STDOUT:
0
1
0
1
0
## END

#### number comparison
test 1 -eq 1; echo $?
test 1 -ne 1; echo $?
test 2 -gt 1; echo $?
test 2 -ge 2; echo $?
test 1 -lt 2; echo $?
test 2 -le 1; echo $?
## STDOUT:
0
1
0
0
0
1
## END

#### numbers with signs, blanks and leading zeros
test -5 -lt 3; echo $?
test +5 -eq 5; echo $?
test 010 -eq 10; echo $?
test ' 7 ' -eq 7; echo $?
test 007 -eq 7; echo $?
## STDOUT:
0
0
0
0
0
## END

#### a number that is none is an error, status above 1
test a -eq 1 2>/dev/null; test $? -gt 1 && echo error
test 1 -eq '' 2>/dev/null; test $? -gt 1 && echo error
test 1x -lt 2 2>/dev/null; test $? -gt 1 && echo error
## STDOUT:
error
error
error
## END

#### large numbers
test 9223372036854775807 -gt 9223372036854775806; echo $?
test -9223372036854775808 -lt 0; echo $?
## STDOUT:
0
0
## END

#### negation
test ! a; echo $?
test ! ''; echo $?
test ! -n a; echo $?
test ! a = b; echo $?
test ! ! a; echo $?
## STDOUT:
1
0
1
0
0
## END

#### files: existence and kind
: >f; mkdir d; ln -s f l; mkfifo p; ln -s nowhere broken
test -e f && test -e d && test -e l && echo exist
test -e nofile; echo $?
test -f f && ! test -f d && echo regular
test -d d && ! test -d f && echo directory
test -h l && test -L l && ! test -h f && echo link
test -p p && ! test -p f && echo fifo
test -e broken; echo $?
test -L broken; echo $?
test -c /dev/null && ! test -b /dev/null && echo device
## STDOUT:
exist
1
regular
directory
link
fifo
1
0
device
## END

#### files: permissions
: >f; chmod 000 f
test -x f; echo $?
chmod 755 f
test -r f && test -w f && test -x f && echo rwx
test -x .; echo $?
## STDOUT:
1
rwx
0
## END

#### files: size and special bits
: >empty; echo a >full
test -s full; echo $?
test -s empty; echo $?
test -s nofile; echo $?
chmod u+s full; test -u full; echo $?
chmod g+s full; test -g full; echo $?
test -u empty; echo $?
## STDOUT:
0
1
1
0
0
1
## END

#### files: -S and -t
test -S /dev/null; echo $?
test -t 0; echo $?
test -t 9; echo $?
## STDOUT:
1
1
1
## END

#### -nt, -ot, -ef
: >a; : >b; ln a c
touch -t 202001010000 a
touch -t 202101010000 b
test b -nt a; echo $?
test a -nt b; echo $?
test a -ot b; echo $?
test a -ef c; echo $?
test a -ef b; echo $?
test a -ef nofile; echo $?
## STDOUT:
0
1
0
0
1
1
## END

#### -nt and -ot with a missing file
: >a
test a -nt nofile; echo $?
test nofile -ot a; echo $?
test nofile -nt a; echo $?
## STDOUT:
0
0
1
## END
## OK dash (a missing file is older (Issue 8)) STDOUT:
1
1
1
## END

#### string order
test a '<' b; echo $?
test b '>' a; echo $?
test b '<' a; echo $?
## STDOUT:
0
0
1
## END

#### brackets need the closing one
[ a = a ]; echo $?
[ a = a 2>/dev/null; test $? -gt 1 && echo error
[ a = a ] ] 2>/dev/null; test $? -gt 1 && echo error
## STDOUT:
0
error
error
## END

#### three operands: a binary operator is preferred
test '(' = '('; echo $?
test ! = !; echo $?
test -f = -f; echo $?
test -n = x; echo $?
test '(' a ')'; echo $?
test '(' '' ')'; echo $?
## STDOUT:
0
0
0
1
0
1
## END

#### four operands
test ! a = a; echo $?
test ! '(' a ')' ; echo $?
test '(' ! a ')'; echo $?
test '(' -n a ')'; echo $?
## STDOUT:
1
1
1
0
## END

#### -a and -o, an extension that scripts use
test a -a b; echo $?
test a -a ''; echo $?
test '' -o b; echo $?
test '' -o ''; echo $?
test a = a -a b = b; echo $?
test a = b -o b = b; echo $?
test '' -o a -a ''; echo $?
## STDOUT:
0
1
0
1
0
0
1
## END

#### parentheses with -a and -o
test '(' a -o b ')' -a ''; echo $?
test '(' a = a ')' -a '(' b = b ')'; echo $?
test ! '(' a = b ')' -a c; echo $?
## STDOUT:
1
0
0
## END

#### operands with blanks and globs
x='a  b'
test "$x" = 'a  b'; echo $?
test '*' = '*'; echo $?
touch f1
test * = f1; echo $?
## STDOUT:
0
0
0
## END

#### an unset variable unquoted leaves one operand
unset x
test -n $x; echo $?
test -n "$x"; echo $?
[ $x = a ] 2>/dev/null; test $? -gt 1 && echo error
## STDOUT:
0
1
error
## END

#### test in conditions
if test 1 -lt 2; then echo yes; fi
[ -d / ] && echo dir
while [ $((i+=1)) -lt 3 ]; do echo $i; done
## STDOUT:
yes
dir
1
2
## END

#### an unknown operator is an error
test a @ b 2>/dev/null; test $? -gt 1 && echo error
test -@ a 2>/dev/null; test $? -gt 1 && echo error
## STDOUT:
error
error
## END

#### == as an extension
test a == a; echo $?
## N-I dash
## stdout: 0

#### many operands are an error
test a b c d e f 2>/dev/null; test $? -gt 1 && echo error
## stdout: error

#### -v style extensions are not needed: an operand named -o or -a
test -a = -a; echo $?
test x -a -n y; echo $?
test -o = x; echo $?
## STDOUT:
0
0
1
## END

#### a file name with blanks and newline
: >'a
b c'
test -f 'a
b c'; echo $?
## stdout: 0

#### a trailing slash on a file
: >f
test -e f/; echo $?
mkdir d
test -d d/; echo $?
## STDOUT:
1
0
## END

#### empty file name
test -e ''; echo $?
test -f ''; echo $?
test -d ''; echo $?
## STDOUT:
1
1
1
## END

#### test ignores set -e in conditions and returns its status in lists
test a = b || echo no
test a = b && echo no; echo $?
## STDOUT:
no
1
## END

#### the bracket is a command that can be found
command -v [
type [ >/dev/null && echo found
## STDOUT:
[
found
## END
