# Compound commands (2.9.4) and reserved words (2.4).

#### if: all branches (2.9.4.4)
for x in 1 2 3 4; do
  if test $x = 1; then echo one
  elif test $x = 2; then echo two
  elif test $x = 3; then echo three
  else echo other
  fi
done
## STDOUT:
one
two
three
other
## END

#### if: status is 0 when no branch runs
if false; then :; fi; echo $?
if false; then :; elif false; then :; fi; echo $?
## STDOUT:
0
0
## END

#### if: status of the branch that ran
if true; then (exit 3); fi; echo $?
if false; then :; else (exit 4); fi; echo $?
if false; then :; elif true; then (exit 5); fi; echo $?
## STDOUT:
3
4
5
## END

#### if: the condition is a list, its last status decides
if false; true; then echo yes; fi
if true; false; then echo no; else echo else; fi
if ! true || true && true; then echo mixed; fi
## STDOUT:
yes
else
mixed
## END

#### if on one line and over many
if true; then echo a; else echo b; fi
if
  true
then
  echo c
fi
## STDOUT:
a
c
## END

#### if: nested
if true; then if false; then echo a; else echo b; fi; else echo c; fi
## stdout: b

#### if: $? inside else and elif is the condition's
if (exit 3); then :; else echo $?; fi
if (exit 3); then :; elif test $? = 3; then echo three; fi
## STDOUT:
3
three
## END

#### while: runs as long as the condition holds (2.9.4.5)
i=0
while test $i -lt 3; do echo $i; i=$((i+1)); done
## STDOUT:
0
1
2
## END

#### until: runs as long as the condition fails (2.9.4.6)
i=0
until test $i -ge 3; do echo $i; i=$((i+1)); done
## STDOUT:
0
1
2
## END

#### while and until: status 0 when the body never ran
while false; do :; done; echo $?
until true; do :; done; echo $?
## STDOUT:
0
0
## END

#### while: status of the last body
i=0
while test $i -lt 2; do i=$((i+1)); (exit 5); done; echo $?
## stdout: 5

#### while: the condition may be a long list
i=0
while echo check; i=$((i+1)); test $i -lt 3; do echo body; done
## STDOUT:
check
body
check
body
check
## END

#### for: words in order (2.9.4.2)
for i in a 'b c' d"e"; do echo "<$i>"; done
## STDOUT:
<a>
<b c>
<de>
## END

#### for: an empty list runs nothing, status 0
for i in; do echo no; done; echo $?
false
for i in $nothing; do echo no; done; echo $?
## STDOUT:
0
0
## END

#### for: the variable keeps its last value
for i in 1 2 3; do :; done
echo $i
## stdout: 3

#### for: without in uses the positional parameters
set -- x 'y z'
for i do echo "<$i>"; done
for i; do echo "[$i]"; done
## STDOUT:
<x>
<y z>
[x]
[y z]
## END

#### for: newline before do and in
for i in 1 2
do echo $i
done
for i
in 3
do echo $i; done
## STDOUT:
1
2
3
## END

#### for: semicolon and newlines
set -- p
for i

do echo $i; done
for i in 1; do echo $i; done
## STDOUT:
p
1
## END

#### for: the list is expanded once
set -- a b
for i in "$@"; do set -- x y z; echo $i; done
echo $#
## STDOUT:
a
b
3
## END

#### for: a name like a reserved word
for in in a b; do echo $in; done
for do in 1; do echo $do; done
## STDOUT:
a
b
1
## END

#### for: the words may be reserved words
for i in if then do done fi in; do echo $i; done
## STDOUT:
if
then
do
done
fi
in
## END

#### for: changing the variable in the body does not change the list
for i in 1 2 3; do i=x; echo $i; done
## STDOUT:
x
x
x
## END

#### for: status of the last command of the body
for i in 1 2; do (exit $i); done; echo $?
## stdout: 2

#### for: an invalid name is a syntax error
$SH -c 'for 1a in x; do :; done' 2>/dev/null; test $? -gt 0 && echo failed
$SH -c 'for a-b in x; do :; done' 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
failed
failed
## END

#### break leaves the innermost loop
for i in 1 2; do for j in a b; do break; done; echo $i$j; done
## STDOUT:
1a
2a
## END

#### break 2 leaves two loops
for i in 1 2; do for j in a b; do break 2; done; echo no; done
echo $i$j
## stdout: 1a

#### continue goes on with the next turn
for i in 1 2 3; do test $i = 2 && continue; echo $i; done
## STDOUT:
1
3
## END

#### continue 2 goes on with the outer loop
for i in 1 2; do for j in a b; do continue 2; done; echo no; done
echo $i$j
## stdout: 2a

#### break and continue with a number above the depth act on the outermost
for i in 1 2; do for j in a b; do break 9; done; echo no; done; echo $i$j
for i in 1 2; do for j in a b; do continue 9; done; echo no; done; echo $i$j
## STDOUT:
1a
2a
## END

#### break in while and until, status 0
while true; do break; done; echo $?
until false; do break; done; echo $?
while true; do false; break; done; echo $?
## STDOUT:
0
0
0
## END

#### break in the condition of a loop
while break; do echo no; done; echo after
until break; do echo no; done; echo after
## STDOUT:
after
after
## END

#### continue in the condition
i=0
while i=$((i+1)); test $i -lt 3 || break; continue; do echo no; done
echo $i
## stdout: 3

#### break within if, case, braces, and-or
for i in 1 2 3; do if test $i = 2; then break; fi; done; echo $i
for i in 1 2 3; do case $i in 2) break;; esac; done; echo $i
for i in 1 2 3; do { test $i = 2 && break; }; done; echo $i
## STDOUT:
2
2
2
## END

#### break 0 and break with a bad number are errors
(for i in 1; do break 0; done) 2>/dev/null; test $? -gt 0 && echo failed
(for i in 1; do break x; done) 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
failed
failed
## END

#### break outside a loop does nothing
break 2>/dev/null
echo $?
continue 2>/dev/null
echo $?
## STDOUT:
0
0
## END

#### break in a function called from a loop
f() { break; }
for i in 1 2; do f 2>/dev/null; echo $i; done
## STDOUT:
1
2
## END

#### break in eval and dot leaves the enclosing loop
for i in 1 2; do eval break; echo no; done; echo $i
echo break >s
for i in 1 2; do . ./s; echo no; done; echo $i
## STDOUT:
1
1
## END

#### break in a subshell does not touch the outer loop
for i in 1 2; do (break) 2>/dev/null; echo $i; done
## STDOUT:
1
2
## END

#### case: the first pattern that matches (2.9.4.3)
case abc in
  x) echo no;;
  a*) echo first;;
  abc) echo second;;
esac
## stdout: first

#### case: alternatives
for w in a b c d; do
case $w in a|b) echo ab;; (c | d) echo cd;; esac
done
## STDOUT:
ab
ab
cd
cd
## END

#### case: nothing matches: status 0
false
case x in y) :;; esac; echo $?
## stdout: 0

#### case: no items at all
case x in esac; echo $?
case x
in
esac
echo $?
## STDOUT:
0
0
## END

#### case: status of the list that ran
case x in x) (exit 3);; esac; echo $?
false
case x in x) ;; esac; echo $?
## STDOUT:
3
0
## END

#### case: the last item needs no separator
case x in x) echo yes
esac
case x in (x) echo yes; esac
## STDOUT:
yes
yes
## END

#### case: words and patterns are expanded
a=x b='[xy]'
case $a in $b) echo match;; esac
case "$a$a" in ${a}$a) echo twice;; esac
## STDOUT:
match
twice
## END

#### case: patterns are expanded only until one matches
x=0
case a in a) echo a;; $(x=1; echo ran >&2)) echo b;; esac 2>&1
## stdout: a

#### case: the word is expanded once
n=0
case $((n+=1)) in 2) echo no;; 1) echo one;; esac
echo $n
## STDOUT:
one
1
## END

#### case: ;& falls through (2.9.4.3)
case a in
  a) echo a;&
  b) echo b;;
  c) echo c;;
esac
case x in x) echo last;& esac
## N-I dash (0.5.12 has no ;&)
## STDOUT:
a
b
last
## END

#### case: a reserved word as a pattern
case if in if) echo if;; esac
case esac in (esac) echo esac;; esac
## STDOUT:
if
esac
## END

#### case: an empty pattern word
case '' in '') echo empty;; esac
case "$nothing" in "") echo empty;; esac
## STDOUT:
empty
empty
## END

#### case: quotes and blanks in patterns
case 'a b' in "a b") echo 1;; esac
case 'a b' in a\ b) echo 2;; esac
## STDOUT:
1
2
## END

#### case: newlines everywhere
case a in

  # comment
  a)

    echo a

    ;;

  # comment
esac
## stdout: a

#### case: compound commands and break inside
while :; do case x in x) break;; esac; echo no; done; echo out
## stdout: out

#### case: $? in the word and the list
(exit 3)
case $? in 3) echo "three $?";; esac
## stdout: three 3

#### case: a tilde and a glob in the word stay as they are
touch f1
case * in '*') echo star;; esac
## stdout: star

#### case in a function with return
f() { case $1 in a) return 3;; *) return 4;; esac; }
f a; echo $?
f b; echo $?
## STDOUT:
3
4
## END

#### braces run in the shell itself (2.9.4.1)
{ x=1; y=2; }
echo $x $y
{ echo a
}
## STDOUT:
1 2
a
## END

#### the closing brace must stand where a command may
{ echo }; }
{ echo a; echo }
}
## STDOUT:
}
a
}
## END

#### a subshell's effects are lost
x=1
(x=2; cd /; set -f; f() { :; })
echo $x
f 2>/dev/null; echo $?
## STDOUT:
1
127
## END

#### parentheses need no blanks or separators
(echo a);(echo b)
(echo c)|cat
( (echo d) )
((echo e) )
## STDOUT:
a
b
c
d
e
## END

#### nested groups
{ { { echo deep; }; }; }
( ( ( echo deep ) ) )
{ (echo a); { echo b; }; }
## STDOUT:
deep
deep
a
b
## END

#### status of groups
{ (exit 3); }; echo $?
(exit 4); echo $?
{ true; false; }; echo $?
## STDOUT:
3
4
1
## END

#### reserved words are recognised only as the first word (2.4)
echo if then else fi for in do done case esac while until { } !
x=if
echo $x
## STDOUT:
if then else fi for in do done case esac while until { } !
if
## END

#### a reserved word after a redirection or assignment is an ordinary word
x=1 if 2>/dev/null; echo $?
>f then 2>/dev/null; echo $?
## STDOUT:
127
127
## END

#### reserved words need no separator after one another
if { true; }; then ( echo a ) fi
while (false) do echo no; done
for i in 1; do { echo b; } done
## STDOUT:
a
b
## END

#### a redirection may follow a compound command, words may not
{ echo a; } >f; cat f
$SH -c '{ echo a; } b' 2>/dev/null; test $? -gt 0 && echo failed
$SH -c 'if true; then :; fi x' 2>/dev/null; test $? -gt 0 && echo failed
$SH -c '(echo a) b' 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
a
failed
failed
failed
## END

#### syntax errors in compound commands
for s in 'if true; fi' 'if; then :; fi' 'while; do :; done' 'for i in 1; done' 'case x in x) :; ' '{ }' '( )' 'fi' 'done' 'then' \
  'do :; done' 'esac' '}' ')' 'if true; then :; else; fi' 'while true; do done' 'for in x; do :; done' 'case x y) :;; esac' \
  'for i in a b c do :; done' '{ echo a' '(echo a' 'if true; then echo a' 'while true; do :' 'f(' 'f()' 'f() echo' 'elif' 'else'; do
  $SH -c "$s" >/dev/null 2>&1 && echo "accepted: $s"
done
echo done
## stdout: done
## OK dash STDOUT:
accepted: f() echo
done
## END

#### an empty loop body or condition is a syntax error, a colon is not
while false; do :; done
if :; then :; else :; fi
echo ok
## stdout: ok

#### a while loop that reads a file keeps its variables
printf '%s\n' 1 2 3 >f
n=0
while read x; do n=$((n+x)); done <f
echo $n
## stdout: 6

#### a deep nesting of loops with break 3
for a in 1 2; do for b in 1 2; do for c in 1 2; do for d in 1 2; do break 3; done; done; done; echo "$a$b$c$d"; done
## STDOUT:
1111
2111
## END

#### loops with redirections and pipes inside
for i in 1 2; do echo $i | cat; done | while read x; do echo "<$x>"; done
## STDOUT:
<1>
<2>
## END

#### status of a loop ended by break after a failing command
for i in 1; do false; break; done; echo $?
## stdout: 0

#### for over many words
n=0
for i in $(seq 1 2000); do n=$((n+1)); done
echo $n $i
## stdout: 2000 2000

#### a comment after each part
if true # c
then # c
  echo a # c
fi # c
for i in 1 # c
do # c
  echo $i # c
done # c
case a in # c
  a) # c
    echo b # c
    ;; # c
esac # c
## STDOUT:
a
1
b
## END

#### compound commands separated by semicolons on one line
if true; then echo 1; fi; for i in 2; do echo $i; done; while false; do :; done; case a in a) echo 3;; esac; { echo 4; }; (echo 5)
## STDOUT:
1
2
3
4
5
## END

#### an if whose condition changes the directory or variables
if x=5; then echo $x; fi
mkdir d
if cd d; then cd ..; fi && test -d d && echo back
## STDOUT:
5
back
## END

#### while with a here-document condition
while read x && test "$x" != stop; do echo $x; done <<E
1
2
stop
3
E
## STDOUT:
1
2
## END

#### for: $? in the first command of the body is the status before the loop
false
for i in 1; do echo $?; done
(exit 3)
for i in $nothing 1; do echo $?; done
## STDOUT:
1
3
## END

#### if and braces: $? in their first command is the status before
false
if echo $?; then :; fi
false
{ echo $?; }
(exit 4)
(echo $?)
false
while echo $?; do break; done
## STDOUT:
1
1
4
1
## END
