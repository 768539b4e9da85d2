# Parameter expansion (2.6.2).

#### braces delimit the name (2.6.2)
x=1 xy=2
echo $x ${x}y $xy ${xy}z "$x"y
## stdout: 1 1y 2 2z 1y

#### a positional parameter above nine needs braces
set -- a b c d e f g h i j k
echo $10 ${10} ${11} $1
## stdout: a0 j k a

#### the longest valid name is taken
a=1 ab=2 ab_3=3
echo $ab_3 $ab-3 $a.b $ab/x
## stdout: 3 2-3 1.b 2/x

#### unset and null are different for the forms without colon
unset u; n=; s=set
echo "[${u-d}] [${n-d}] [${s-d}]"
echo "[${u:-d}] [${n:-d}] [${s:-d}]"
## STDOUT:
[d] [] [set]
[d] [d] [set]
## END

#### default assignment with and without colon
unset u; n=; s=set
echo "[${u=d}] [${n=d}] [${s=d}]" "$u" "$n" "$s"
unset u; n=
echo "[${u:=d}] [${n:=d}] [${s:=d}]" "$u" "$n" "$s"
## STDOUT:
[d] [] [set] d  set
[d] [d] [set] d d set
## END

#### alternative value with and without colon
unset u; n=; s=set
echo "[${u+d}] [${n+d}] [${s+d}]"
echo "[${u:+d}] [${n:+d}] [${s:+d}]"
## STDOUT:
[] [d] [d]
[] [] [d]
## END

#### error if unset ends the shell (2.6.2, 2.8.1)
$SH -c 'echo before; echo "${u?gone}"; echo after' 2>err
test $? -gt 0 && echo failed
grep -c gone err
## STDOUT:
before
failed
1
## END

#### error if null ends the shell
$SH -c 'n=; echo "${n?}ok"; echo "${n:?is null}"; echo after' 2>err
test $? -gt 0 && echo failed
grep -c 'is null' err
## STDOUT:
ok
failed
1
## END

#### the error form in a subshell ends only the subshell
(echo ${u?msg}; echo after) 2>/dev/null
test $? -gt 0 && echo went on
## stdout: went on

#### the error form with no word has a message
(: ${u?}) 2>err || test -s err && echo has message
(: ${u:?}) 2>err || test -s err && echo has message
## STDOUT:
has message
has message
## END

#### the error form expands its word
m='the message'
(: ${u?$m with $((1+1))}) 2>err
grep -c 'the message with 2' err
## stdout: 1

#### the word is expanded only when it is used
echo ${x-$(echo run >&2; echo d)} 2>&1
x=1
echo ${x-$(echo run >&2)} ${x+$(echo alt)}
unset x
echo "${x+$(echo run >&2)}"
## STDOUT:
d
1 alt

## END

#### the word of an unused default has no side effects
x=1 i=0
: ${x:-$((i+=1))} ${x:=$((i+=1))} ${y:+$((i+=1))}
echo $i
## stdout: 0

#### nested defaults
unset a b c
echo ${a:-${b:-${c:-deep}}} "${a-"${b-'x'}"}"
## stdout: deep 'x'

#### nested defaults with assignments
unset a b
echo ${a:=${b:=both}} $a $b
## stdout: both both both

#### default word unquoted: field splitting applies
unset x
set -- ${x:-a b c}
echo $#
set -- "${x:-a b c}"
echo $#
## STDOUT:
3
1
## END

#### default word with inner quotes unquoted outside
unset x
set -- ${x:-"a b" c}
echo $# "$1"
set -- ${x:-'a b' c}
echo $# "$1"
set -- ${x:-a\ b c}
echo $# "$1"
## STDOUT:
2 a b
2 a b
2 a b
## END

#### default word in double quotes: single quotes are literal
unset x
echo "${x:-'a b'}" "${x:-a'b}"
## stdout: 'a b' a'b

#### default word in double quotes: backslash rules of double quotes
unset x
printf '%s\n' "${x:-\$ \\ \" \a \}}"
## stdout: $ \ " \a }

#### an escaped closing brace in a default
unset x
echo ${x:-a\}b} "${x:-a\}b}" ${x:-'}'} ${x:-"}"}
## stdout: a}b a}b } }

#### a quoted null default is one empty field
unset x
set -- ${x:-""}
echo $#
set -- ${x:-}
echo $#
set -- ${x-''} ${x:-"$x"}
echo $#
## STDOUT:
1
0
2
## END

#### a default that holds globs is expanded to pathnames
touch fa fb
unset x
echo ${x:-f*} "${x:-f*}" ${x:-"f*"}
## stdout: fa fb f* f*

#### a default that holds a tilde (2.6.1)
HOME=/h
unset x
echo ${x:-~} "${x:-~}" ${x:-~/d}
## stdout: /h ~ /h/d

#### a value with globs is expanded to pathnames unless quoted
touch fa fb
x='f*'
echo $x "$x" ${x}
## stdout: fa fb f* fa fb

#### assignment form: the value is assigned, then split
unset x
set -- ${x:=a b}
echo $# "$x"
## stdout: 2 a b

#### assignment form with quotes: quote removal on the value
unset x y
: ${x:="a  b"} "${y:=c  d}"
echo "$x|$y"
## stdout: a  b|c  d

#### assignment form of a positional parameter is an error
(set --; : ${1:=x}) 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed

#### assignment form of a readonly variable is an error
readonly r
(: ${r:=x}) 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed

#### alternative form with quoted parts
x=1
set -- ${x:+"a b" c}
echo $# "$1"
set -- ${x+"$x" 'y z'}
echo $#
## STDOUT:
2 a b
2
## END

#### alternative form idiom with "$@"
f() { set -- ${1+"$@"}; echo $#; }
f
f 'a b' ''
f ''
## STDOUT:
0
2
1
## END

#### length of values (2.6.2)
x=hello n= 
echo ${#x} ${#n} ${#unset_one}
## stdout: 5 0 0

#### length of special and positional parameters
set -- abc de
echo ${#1} ${#2} ${#3} ${##} ${#?} ${#-} | sed 's/ [0-9]*$//'
## stdout: 3 2 0 1 1

#### length in characters, not bytes (2.6.2)
x=äöü
echo ${#x}
## stdout: 3
## OK dash (counts bytes) stdout: 6

#### ${#} is the number of positional parameters
set -- a b c
echo ${#} $# "$#" ${#}x
## stdout: 3 3 3 3x

#### ${#-word} and ${#:-word} are defaults of $#
set -- a b
echo ${#-x} ${#:-y} ${#+z}
## stdout: 2 2 z

#### length is not affected by quoting outside
x='a  b'
echo "${#x}" ${#x}
## stdout: 4 4

#### smallest and largest prefix (2.6.2)
x=a/b/c/d
echo ${x#*/} ${x##*/} ${x#a} ${x#b}
## stdout: b/c/d d /b/c/d a/b/c/d

#### smallest and largest suffix
x=a/b/c/d
echo ${x%/*} ${x%%/*} ${x%d} ${x%c}
## stdout: a/b/c a a/b/c/ a/b/c/d

#### pattern removal with brackets and question marks
x=file123.txt
echo ${x%.???} ${x#[a-z]} ${x##[a-z]*[0-9]} ${x%%[0-9]*} ${x%[!.]}
## stdout: file123 ile123.txt .txt file file123.tx

#### pattern removal with a quoted pattern is literal
x='*a*b'
echo "${x#'*'}" "${x#"*"}" "${x#\*}" "${x##*}"
## STDOUT:
a*b a*b a*b 
## END

#### pattern from a variable is a pattern unless quoted
x=abcabc p='*b'
echo "${x#$p}" "${x##$p}" "${x#"$p"}"
## stdout: cabc c abcabc

#### pattern with a backslash in a variable
x='a*b' p='\*b'
echo "${x%$p}" "${x%"$p"}"
## stdout: a a*b

#### pattern with quotes within double quotes
x='a"b'
echo "${x#*\"}" "${x%\"*}" "${x#*'"'}"
## stdout: b a b

#### pattern holding a slash or a closing brace
x='a}b/c'
echo "${x%\}*}" "${x%'}'*}" ${x#*/}
## stdout: a a c

#### pattern removal of nothing
x=abc
echo "${x#}" "${x%}" "${x##}" "${x%%}" "${x#x}"
## stdout: abc abc abc abc abc

#### pattern removal of an unset variable
unset u
echo "[${u#a}]" "[${u%%*}]"
## stdout: [] []

#### pattern that matches the empty string
x=abc
echo ${x#*} ${x%*} "[${x##*}]"
## stdout: abc abc []

#### pattern removal on positional and special parameters
set -- dir/file.c
echo ${1##*/} ${1%.c} ${1%/*}
## stdout: file.c dir/file dir

#### pattern removal splits its result when unquoted
x='p a b'
set -- ${x#p}
echo $#
## stdout: 2

#### nested pattern removal
x=/usr/local/lib/libz.so.1
echo "${x##*/}" "${x%"${x##*/}"}"
## stdout: libz.so.1 /usr/local/lib/

#### the word of a pattern removal expands commands and arithmetic
x=abc3def
echo ${x#$(echo abc)} ${x%$((3))*}
## stdout: 3def abc

#### a tilde in a pattern (2.6.1)
HOME=/h
x=/h/dir
echo ${x#~} ${x#"~"}
## stdout: /dir /h/dir

#### pattern with a newline
x='a
b'
nl='
'
echo "${x#*$nl}" "${x%$nl*}"
## stdout: b a

#### pattern removal with non-ASCII characters
x=äöüß
echo "${x#?}" "${x%?}" "${x#ä}"
## stdout: öüß äöü öüß
## N-I dash (works on bytes)

#### colon in a pattern bracket class
x=abc123
echo ${x##[[:alpha:]]*[[:alpha:]]} ${x%%[[:digit:]]*}
## stdout: 123 abc

#### unset parameter expands to nothing without set -u
echo [$nope] "[$nope]" "[${nope}]"
## stdout: [] [] []

#### set -u: an unset variable ends the shell (2.15 set -u)
$SH -uc 'echo $nope; echo after' 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed

#### set -u: defaults and alternatives are no errors
set -u
echo ${u-d} ${u:-d} "[${u+d}]" "[${u:+d}]" ${u=d}
## stdout: d d [] [] d

#### set -u: $@ and $* without parameters are no errors
set -u
set --
echo "$@" $* "[$*]" $#
## stdout: [] 0

#### set -u: a missing positional parameter is an error
(set -u; set -- a; echo $1; echo $2; echo after) 2>/dev/null
test $? -gt 0 && echo failed
## STDOUT:
a
failed
## END

#### set -u: length and pattern removal of an unset variable
(set -u; echo ${#u}) 2>/dev/null; test $? -gt 0 && echo failed
(set -u; echo ${u#x}) 2>/dev/null; test $? -gt 0 && echo failed
(set -u; echo ${u%%x}) 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
failed
failed
failed
## END

#### set -u: $! before any asynchronous list
(set -u; echo $!) 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed

#### set -u: in arithmetic
(set -u; echo $((nope + 1))) 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed
## OK dash (takes it for zero, though "an arithmetic expansion" is named in 2.15 set -u) stdout: 1
## OK dash (takes it for zero, though "an arithmetic expansion" is named in 2.15 set -u) status: 1

#### set -u in a subshell ends only it
(set -u; : $nope; echo no) 2>/dev/null
echo went on
## stdout: went on

#### a bad substitution is an error
$SH -c 'echo ${x!y}; echo after' 2>/dev/null
test $? -gt 0 && echo failed
$SH -c 'echo ${}; echo after' 2>/dev/null
test $? -gt 0 && echo failed
## STDOUT:
failed
failed
## END

#### a bad substitution in a branch not taken
$SH -c 'if false; then echo ${x%%}; fi; echo ok'
## stdout: ok

#### expansion results are not expanded again
x='$y' y=no
echo $x "$x"
z='`echo no` $(echo no)'
echo $z
## STDOUT:
$y $y
`echo no` $(echo no)
## END

#### names are case-sensitive and may hold digits and underscores
_a1=1 _A1=2
echo $_a1 $_A1
## stdout: 1 2

#### assignments expand in order
a=1 b=$a c=$b$a
echo $a $b $c
## stdout: 1 1 11

#### the value of an assignment is not split or globbed
touch f1
x='a  b *'
y=$x z=f*
echo "$y|$z"
## stdout: a  b *|f*

#### assignment with quotes inside
x=a" b "'c $d'\ e
echo "$x"
## stdout: a b c $d e

#### tildes in assignments after colons
HOME=/h
x=~:~/b:c~
echo $x
## stdout: /h:/h/b:c~

#### default within arithmetic
unset x
echo $((${x:-3} + 1))
## stdout: 4

#### default within a here-document: quotes are literal
unset x
cat <<E
${x:-"a"} ${x:-'b'}
E
## stdout: a 'b'

#### newline inside an expansion word
unset x
echo "${x:-a
b}"
## STDOUT:
a
b
## END

#### a command substitution with a closing brace inside a default
unset x
echo ${x:-$(echo '}')} "${x:-$(echo "}")}"
## stdout: } }

#### deep nesting of defaults
unset x
echo ${x:-${x:-${x:-${x:-${x:-${x:-${x:-${x:-bottom}}}}}}}}
## stdout: bottom

#### blanks in default words are kept within quotes
unset x
echo "${x:-  a   b  }|"
## stdout:   a   b  |

#### $- holds the options, letters only
set -f -u
case $- in *f*) echo f;; esac
case $- in *u*) echo u;; esac
set +f
case $- in *f*) echo f;; *) echo no f;; esac
## STDOUT:
f
u
no f
## END

#### $0 is the script's name
echo $0
$SH -c 'echo $0' name a b
$SH -c 'echo $0 $1 $2 $#' name a b
## STDOUT:
../script
name
name a b 2
## END

#### $$ stays the same in a subshell
a=$$
b=$(echo $$)
(test $$ = $a && echo same)
test $a = $b && echo same
## STDOUT:
same
same
## END

#### $? is the status of the last command
true; echo $?
false; echo $?
(exit 7); echo $?
$(exit 9); echo $?
## STDOUT:
0
1
7
9
## END

#### $! is the process of the last asynchronous list
true & a=$!
true & b=$!
test $a != $b && echo differ
wait $a $b; echo $?
## STDOUT:
differ
0
## END

#### special parameters cannot be assigned like variables
$SH -c '?=3' 2>/dev/null || echo fails
$SH -c '1=3' 2>/dev/null || echo fails
## STDOUT:
fails
fails
## END

#### PPID is the parent's process and stays in a subshell
a=$PPID
(test $PPID = $a && echo same)
$SH -c 'echo $PPID' >f
read p <f
test $p = $$ && echo child
## STDOUT:
same
child
## END
