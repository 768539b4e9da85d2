# Command substitution (2.6.3).

#### trailing newlines are removed, inner ones stay (2.6.3)
x=$(printf 'a\n\nb\n\n\n')
echo "$x" | od -An -c
## stdout:    a  \n  \n   b  \n

#### only newlines are removed at the end
x=$(printf 'a \t \n')
echo "[$x]"
## stdout: [a 	 ]

#### the result is split unless quoted
set -- $(echo 'a  b  c')
echo $#
set -- "$(echo 'a  b  c')"
echo "$1"
## STDOUT:
3
a  b  c
## END

#### newlines in an unquoted result are blanks
echo $(printf 'a\nb\nc\n')
## stdout: a b c

#### an empty substitution is no field, quoted an empty one
set -- $(:) "$(:)"
echo $#
## stdout: 1

#### nested substitutions
echo $(echo a $(echo b $(echo c $(echo d))))
## stdout: a b c d

#### nested backquotes
echo `echo a \`echo b \\\`echo c\\\`\``
## stdout: a b c

#### backquotes inside dollar-parentheses and the reverse
echo $(echo `echo x`) `echo $(echo y)`
## stdout: x y

#### backslashes in backquotes: before dollar, backquote, backslash only (2.6.3)
x=1
printf '%s\n' `printf '%s' '\\'` `printf '%s' '\n'` `printf '%s' \\\\`
echo `echo '$x' \$x \\$x`
## STDOUT:
\
\n
\
$x 1 $x
## END

#### backquotes in double quotes: an escaped double quote
echo "`echo \"a  b\"`"
## stdout: a  b

#### dollar-parentheses in double quotes need no escapes
echo "$(echo "a  b" '"' \")"
## stdout: a  b " "

#### exit status of an assignment is the last substitution's (2.9.1)
x=$(exit 3); echo $?
x=$(false) y=$(true); echo $?
x=$(true) y=$(exit 4); echo $?
x=1; echo $?
## STDOUT:
3
0
4
0
## END

#### a command's own status hides the substitution's
echo $(exit 3) >/dev/null; echo $?
: $(false); echo $?
## STDOUT:
0
0
## END

#### a substitution that is the whole command: its status (2.9.1)
$(exit 5); echo $?
$(true); echo $?
`false`; echo $?
## STDOUT:
5
0
1
## END

#### a substitution as a command name and arguments
$(echo echo) hi
$(echo 'echo a   b') c
## STDOUT:
hi
a b c
## END

#### $? inside a substitution is the outer one
false
echo $(echo $?)
## stdout: 1

#### variables set in a substitution are lost outside
x=1
y=$(x=2; echo $x)
echo $x $y
## stdout: 1 2

#### cd in a substitution does not move the shell
mkdir d
a=$(cd d && pwd)
test "$a" = "$PWD/d" && echo moved inside only
## stdout: moved inside only

#### exit in a substitution ends only it
x=$(echo a; exit 3; echo b)
echo "$x" $?
## stdout: a 3

#### functions are known in a substitution, and can be changed there only
f() { echo out; }
x=$(f; f() { echo in; }; f)
echo $x
f
## STDOUT:
out in
out
## END

#### a case inside a substitution with unbalanced parentheses
x=$(case a in a) echo yes;; b) echo no;; esac)
echo $x
x=$(case a in (a) echo yes;; esac)
echo $x
## STDOUT:
yes
yes
## END

#### a comment with a parenthesis inside a substitution
x=$(
echo one # a ) in a comment '
echo two
)
echo $x
## stdout: one two

#### quotes with parentheses inside a substitution
echo $(echo ')' "(" \) '(')
## stdout: ) ( ) (

#### a here-document inside a substitution
x=$(cat <<E
line 1
line 2 )
E
)
echo "$x"
## STDOUT:
line 1
line 2 )
## END

#### a here-document ended by the end of the substitution
x=$(cat <<E
text
E
); echo "$x"
## stdout: text

#### a substitution inside a here-document
cat <<E
a $(echo b
echo c) d
E
## STDOUT:
a b
c d
## END

#### redirections inside a substitution
{ x=$(echo err >&2); } 2>/dev/null
echo "[$x]"
{ x=$(echo out; echo err >&2); } 2>&1
echo "[$x]"
x=$({ echo out; echo err >&2; } 2>&1)
echo "$x"
## STDOUT:
[]
err
[out]
out
err
## END

#### a pipeline in a substitution
x=$(printf '%s\n' c a b | sort | tr '\n' ' ')
echo "$x"
## STDOUT:
a b c 
## END

#### compound commands in a substitution
x=$(for i in 1 2 3; do echo $i; done; if true; then echo y; fi; { echo g; }; (echo s))
echo $x
## stdout: 1 2 3 y g s

#### a substitution that begins with a subshell needs a blank
x=$( (echo a); (echo b) )
echo $x
## stdout: a b

#### a background job in a substitution: its output counts
x=$(echo a & wait; echo b)
echo $x
## stdout: a b

#### a substitution waits for all writers of its output
x=$( (echo late) & )
echo "[$x]"
## stdout: [late]

#### a substitution in an arithmetic expansion
echo $(( $(echo 3) + `echo 4` ))
## stdout: 7

#### a substitution in the word of a parameter expansion
unset x
echo ${x:-$(echo d)} "${x:-`echo "e  f"`}"
## stdout: d e  f

#### a substitution in a redirection target
echo hi >$(echo f)
cat f
## stdout: hi

#### a substitution in a case word and pattern
case $(echo a) in $(echo a)) echo match;; esac
## stdout: match

#### a substitution in a for list
for i in $(echo 1 2) x$(echo 3 4)y; do echo $i; done
## STDOUT:
1
2
x3
4y
## END

#### a substitution with set -e: failure of the assignment ends the shell
(set -e; x=$(false); echo no)
echo $?
## stdout: 1

#### set -e is in force inside a substitution
x=$(set -e; false; echo no)
echo "[$x]" $?
## stdout: [] 1

#### errors in a substitution end only it
x=$(echo a; readonly r=1; r=2; echo b) 2>/dev/null
echo "[$x]"
echo on
## STDOUT:
[a]
on
## END

#### a syntax error in a substitution
$SH -c 'echo $(if)' 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed

#### large output
x=$(seq 1 20000)
echo ${#x}
## stdout: 108893

#### output without newline at the end
x=$(printf abc)
echo "$x"
## stdout: abc

#### only newlines as output
x=$(printf '\n\n\n')
echo "[$x]"
## stdout: []

#### traps of the shell do not run in a substitution's exit
trap 'echo bye' EXIT
x=$(echo in)
echo "[$x]"
trap - EXIT
## stdout: [in]

#### an EXIT trap inside a substitution runs there
x=$(trap 'echo bye' EXIT; echo in)
echo "$x"
## STDOUT:
in
bye
## END

#### positional parameters in a substitution
set -- a b
echo $(echo $# $2; shift; echo $1)
echo $#
## STDOUT:
2 b b
2
## END

#### break in a substitution does not end the loop outside
for i in 1 2; do x=$(break; echo "in $i"); echo "$i $x"; done 2>/dev/null
## STDOUT:
1 
2 
## END

#### return in a substitution inside a function
f() { x=$(return 3; echo no); echo "[$x] $?"; }
f
## stdout: [] 3

#### umask in a substitution
umask 022
x=$(umask 077; umask)
echo $x
umask
## STDOUT:
0077
0022
## END

#### options in a substitution
x=$(set -f; echo *)
touch f1
echo "$x" *
## stdout: * f1

#### the result is not an assignment, keyword or alias
$(echo if) 2>/dev/null; echo $?
$(echo x=1) 2>/dev/null; echo $?
## STDOUT:
127
127
## END

#### the result is subject to pathname expansion
touch f1 f2
echo $(echo 'f*') "$(echo 'f*')"
## stdout: f1 f2 f*

#### the result is not subject to tilde expansion or quote removal
printf '%s\n' $(echo '~') $(printf '%s ' '"a"' "'b'" '\c')
## STDOUT:
~
"a"
'b'
\c
## END

#### a substitution with only a comment
echo [$( # nothing
)]
## stdout: []

#### a substitution with only an assignment
echo [$(x=1)]
## stdout: []

#### exec in a substitution
x=$(exec echo hi; echo no)
echo $x
## stdout: hi

#### stdin of a substitution is the shell's
echo line | { x=$(read a; echo "<$a>"); echo $x; }
## stdout: <line>

#### two substitutions in one word
echo $(echo a)$(echo b)"$(echo c)"
## stdout: abc

#### special built-in error in a substitution does not end the outer shell
x=$(set -o nosuchoption; echo no) 2>/dev/null
echo "[$x]" on
## stdout: [] on

#### the parent's loops do not see the child's changes
i=0
while test $i -lt 3; do i=$(echo $((i+1))); done
echo $i
## stdout: 3

#### dollar-double-parenthesis that is really a subshell in a substitution
echo $((echo a) | cat; echo b)
## stdout: a b
## OK dash (must be written with a blank) STDOUT:
## END
## OK dash (must be written with a blank) status: 2

#### brace in substitution
echo $({ echo a; echo b; })
## stdout: a b

#### substitution output holds backslashes
x=$(printf '%s\n' 'a\b\\c')
printf '%s\n' "$x" $x
## STDOUT:
a\b\\c
a\b\\c
## END

#### substitution keeps invalid UTF-8
x=$(printf 'a\377b\200')
printf %s "$x" | od -An -tx1
## stdout:  61 ff 62 80

#### while loop inside substitution reading a here-document
x=$(while read a b; do echo "$b $a"; done <<E
1 2
3 4
E
)
echo "$x"
## STDOUT:
2 1
4 3
## END
