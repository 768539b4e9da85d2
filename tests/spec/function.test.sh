# Functions (2.9.5).

#### definition and call with arguments (2.9.5)
f() { echo "$# $1 $2"; }
f a 'b c'
## stdout: 2 a b c

#### the definition's status is 0
false
f() { false; }
echo $?
## stdout: 0

#### the call's status is the last command's
f() { (exit 3); }
f; echo $?
g() { true; }
g; echo $?
## STDOUT:
3
0
## END

#### an unset function is not found
nosuchfunction_x 2>/dev/null; echo $?
## stdout: 127

#### $0 stays the script's, $@ is restored after the call
f() { echo $0 $1; set -- x y z; }
set -- a b
f q
echo $# $1
## STDOUT:
../script q
2 a
## END

#### the body may be any compound command
f() (echo subshell; x=in)
g() if test $1 = 1; then echo one; else echo other; fi
h() for i do echo $i; done
i() case $1 in a) echo A;; *) echo other;; esac
j() while test $1 -gt 0; do echo $1; shift; set -- $(($1-1)); break; done
x=out
f; echo $x
g 1; g 2; h a b; i a; j 2 2
## STDOUT:
subshell
out
one
other
a
b
A
2
## END

#### newlines between the parentheses and the body
f()

{
  echo body
}
f
g ( ) { echo blank; }
g
## STDOUT:
body
blank
## END

#### variables are shared with the caller
x=1
f() { x=2; y=3; }
f
echo $x $y
## stdout: 2 3

#### local variables (an extension all shells share)
x=out
f() { local x=in; echo $x; g; }
g() { echo "g sees $x"; x=changed; }
f
echo $x
## STDOUT:
in
g sees in
out
## END

#### local without a value
x=out
f() { local x; x=in; echo $x; }
f
echo $x
## STDOUT:
in
out
## END

#### local with several names and values
f() { local a=1 b c=3; b=2; echo $a $b $c; }
f
echo "[$a$b$c]"
## STDOUT:
1 2 3
[]
## END

#### local of a name that was unset
unset v
f() { local v=1; echo $v; }
f
echo ${v-unset}
## STDOUT:
1
unset
## END

#### local in recursion
f() { local n=$1; if test $n -gt 0; then f $((n-1)); fi; echo $n; }
f 3
## STDOUT:
0
1
2
3
## END

#### recursion: factorial
fact() { if test $1 -le 1; then echo 1; else echo $(($1 * $(fact $(($1-1))))); fi; }
fact 10
## stdout: 3628800

#### recursion two hundred deep
f() { test $1 -eq 0 && { echo bottom; return; }; f $(($1-1)); }
f 200
## stdout: bottom

#### return ends the function with its status (2.15 return)
f() { return 3; echo no; }
f; echo $?
## stdout: 3

#### return without operand gives the last status
f() { (exit 5); return; }
f; echo $?
g() { true; return; }
g; echo $?
## STDOUT:
5
0
## END

#### return from within loops, case, groups
f() { for i in 1 2; do while :; do case x in x) { return 4; };; esac; done; done; }
f; echo $? $i
## stdout: 4 1

#### return in a subshell of a function ends only the subshell
f() { (return 3; echo no); echo "after $?"; }
f
## stdout: after 3

#### return in a condition
f() { if return 6; then :; fi; }
f; echo $?
g() { return 7 && :; }
g; echo $?
h() { ! return 3; }
h; echo $?
## STDOUT:
6
7
3
## END

#### return within eval and in a dot script called in a function
f() { eval 'return 3'; echo no; }
f; echo $?
echo 'return 4; echo no' >s
g() { . ./s; echo "dot $?"; }
g
## STDOUT:
3
dot 4
## END

#### return with a value above 255
f() { return 256; }
f; test $? = 0 -o $? = 256 && echo fine
## stdout: fine

#### assignments before a function call are seen inside
f() { echo "in $v"; }
v=1 f
## stdout: in 1

#### exported assignments before a function call reach utilities
f() { sh -c 'echo $v'; }
v=1 f
## stdout: 1

#### assignments before a function call do not last
v=old
f() { echo $v; v=changed; }
v=new f
echo $v
## STDOUT:
new
old
## END

#### redefinition
f() { echo one; }
f
f() { echo two; }
f
## STDOUT:
one
two
## END

#### redefinition while running: the old body goes on
f() { f() { echo new; }; echo old; }
f
f
## STDOUT:
old
new
## END

#### a function that unsets itself
f() { unset -f f; echo still running; }
f
f 2>/dev/null; echo $?
## STDOUT:
still running
127
## END

#### unset -f removes a function, not a variable of the same name
f=var
f() { echo fn; }
unset -f f
f 2>/dev/null; echo $? $f
## stdout: 127 var

#### unset -v removes the variable, not the function
f=var
f() { echo fn; }
unset -v f
f; echo ${f-unset}
## STDOUT:
fn
unset
## END

#### a function and a variable may share a name
a=1
a() { echo "fn $a"; }
a
## stdout: fn 1

#### a function before a regular built-in and a utility (2.9.1.4)
echo() { printf 'mine %s\n' "$*"; }
echo hi
cat() { printf 'my cat\n'; }
cat f
unset -f echo cat
echo hi
## STDOUT:
mine hi
my cat
hi
## END

#### command skips functions
echo() { printf 'mine\n'; }
command echo real
## stdout: real

#### a function named like a special built-in: the built-in wins or the definition fails
$SH -c 'eval "export() { echo mine; }"; export x=1' 2>/dev/null
echo done
## stdout: done

#### a function inside a function
f() { g() { echo inner; }; g; }
f
g
## STDOUT:
inner
inner
## END

#### a function defined in a subshell is lost
(f() { echo no; })
f 2>/dev/null; echo $?
## stdout: 127

#### a function in a pipeline and a substitution
f() { echo "arg $1"; }
f a | cat
echo "$(f b)"
## STDOUT:
arg a
arg b
## END

#### a function in an and-or list and as a condition
yes_() { return 0; }
no_() { return 1; }
yes_ && echo a
no_ || echo b
if no_; then echo c; else echo d; fi
while no_; do :; done
## STDOUT:
a
b
d
## END

#### a function that reads standard input
f() { while read x; do echo "<$x>"; done; }
printf '%s\n' 1 2 | f
f <<E
3
E
## STDOUT:
<1>
<2>
<3>
## END

#### a function that exits ends the shell
(f() { exit 3; }; f; echo no)
echo $?
## stdout: 3

#### a function with redirections in its definition
f() { echo out; cat; } >f.out <<E
body
E
f
cat f.out
## STDOUT:
out
body
## END

#### a function definition with redirections expands them at the call
f() { echo $1; } >file_$n
n=1; f a
n=2; f b
cat file_1 file_2
## STDOUT:
a
b
## END

#### shift and set inside a function
f() { shift; echo $#; set -- x; echo $1; }
set -- a b c
f 1 2 3
echo $#
## STDOUT:
2
x
3
## END

#### "$@" passes on
f() { g "$@"; }
g() { echo $#; }
f 'a b' '' c
## stdout: 3

#### a function name with underscores and digits
_f1() { echo ok; }
_f1
## stdout: ok

#### function keyword, an extension that many scripts use
function f { echo kw; }
f
## N-I dash
## stdout: kw

#### a function defined by eval
eval 'f() { echo "from eval $1"; }'
f x
## stdout: from eval x

#### an alias does not change a function already defined
f() { ls_ 2>/dev/null || echo none; }
alias ls_='echo aliased'
f
## stdout: none

#### OPTIND and getopts in a function
f() { OPTIND=1; while getopts ab: o; do echo "$o ${OPTARG-}"; done; }
f -a -b x
f -b y -a
## STDOUT:
a 
b x
b y
a 
## END

#### errors inside a function end the script as outside
(f() { readonly r=1; r=2; echo no; }; f; echo no) 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed

#### the status of a function used in an assignment of a substitution
f() { echo out; return 3; }
x=$(f); echo $? $x
## stdout: 3 out

#### a here-document in a function is evaluated in the call
f() {
cat <<E
$1
E
}
f one
f two
## STDOUT:
one
two
## END

#### mutual recursion
even() { test $1 -eq 0 && return 0; odd $(($1-1)); }
odd() { test $1 -eq 0 && return 1; even $(($1-1)); }
even 10; echo $?
even 7; echo $?
## STDOUT:
0
1
## END

#### a function's last command is a failing and-or list
f() { false && true; }
f; echo $?
## stdout: 1

#### LINENO in a function counts from the script's start
f() {
  echo $LINENO
}
f
echo $LINENO
## N-I dash (Debian's is built without LINENO)
## STDOUT:
2
5
## END

#### a function called with a modified PATH
f() { command -v nosuchcmd_x >/dev/null || echo none; }
PATH=/nonexistent f
## stdout: none

#### a function that defines another with a local name
outer() { local v=1; inner() { echo ${v-unset}; }; inner; }
outer
inner
## STDOUT:
1
unset
## END

#### unset of a local uncovers nothing for the rest of the call
v=global
f() { local v=1; unset v; echo ${v-unset}; }
f
echo $v
## STDOUT:
unset
global
## END

#### readonly of a local ends with the function
f() { local v=1; readonly v; }
f
v=2
echo $v
## stdout: 2

#### local with export
f() { local v=1; export v; sh -c 'echo ${v-unset}'; }
f
sh -c 'echo ${v-unset}'
echo ${v-unset}
## STDOUT:
1
unset
unset
## END

#### local IFS and positional parameters
f() { local IFS=:; echo "$*"; }
f a b c
set -- a b
echo "$*"
## STDOUT:
a:b:c
a b
## END

#### options set in a function stay
f() { local x=1; set -f; }
f
case $- in *f*) echo stays;; esac
## stdout: stays

#### local outside a function is an error
local x=1 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed
## OK dash (ends the script there) STDOUT:
## END
## OK dash (ends the script there) status: 2

#### a loop around a function call that breaks its own loop
f() { for j in a b; do break; done; }
for i in 1 2; do f; echo $i$j; done
## STDOUT:
1a
2a
## END

#### a trap set in a function stays
f() { trap 'echo bye' EXIT; }
f
echo end
## STDOUT:
end
bye
## END

#### nested function calls with return statuses
f() { g; echo $?; return 1; }
g() { return 2; }
f; echo $?
## STDOUT:
2
1
## END

#### type tells a function
f() { :; }
type f | grep -c function
## stdout: 1

#### command -v names a function
f() { :; }
command -v f
## stdout: f
