# Here-documents (2.7.4).

#### expansions are done in the body (2.7.4)
x=1
cat <<E
$x ${x} $(echo sub) `echo back` $((x+1))
E
## stdout: 1 1 sub back 2

#### a quoted delimiter keeps the body literal
x=1
cat <<'E'
$x `echo` \$ \\ $((1))
E
cat <<"E"
$x
E
cat <<\E
$x
E
## STDOUT:
$x `echo` \$ \\ $((1))
$x
$x
## END

#### a delimiter quoted in part keeps the body literal
cat <<E'O'F
$x
EOF_
EOF
## STDOUT:
$x
EOF_
## END

#### a delimiter that is an empty quoted word ends at an empty line
cat <<''
a
b

echo after
## STDOUT:
a
b
after
## END

#### backslash in the body: before dollar, backquote, backslash, newline only
cat <<E
\$x \`y\` \\ \a \" \'
con\
tinued
E
## STDOUT:
$x `y` \ \a \" \'
continued
## END

#### double quotes in the body are literal
cat <<E
"a" 'b' "$(echo "c d")"
E
## stdout: "a" 'b' "c d"

#### tabs are stripped with <<-
cat <<-E
	one
		two
	  three
  	four
	E
echo after
## STDOUT:
one
two
  three
  	four
after
## END

#### tabs are stripped with <<- and a quoted delimiter
cat <<-'E'
	$x
		y
	E
## STDOUT:
$x
y
## END

#### tabs in the middle and blanks at the start stay with <<-
cat <<-E
	a	b
  c
	E
## STDOUT:
a	b
  c
## END

#### tabs from an expansion stay with <<-
t='	x'
cat <<-E
$t
	E
## stdout: 	x

#### several here-documents on a line
cat <<A; cat <<B
a
A
b
B
## STDOUT:
a
b
## END

#### several here-documents for one command: the last one counts
cat <<A <<B
a
A
b
B
## stdout: b

#### here-documents on different descriptors
{ cat <&3; cat; } 3<<A <<B
three
A
zero
B
## STDOUT:
three
zero
## END

#### the delimiter must be the whole line
cat <<E
 E
E 
EE
E
## STDOUT:
 E
E 
EE
## END

#### an empty here-document
cat <<E
E
echo after
## stdout: after

#### the rest of the line after the operator is still the command
cat <<E | tr a b && echo next
aaa
E
## STDOUT:
bbb
next
## END

#### in a pipeline on the right side
echo ignored | cat <<E
here
E
## stdout: here

#### with a compound command
while read x; do echo "<$x>"; done <<E
1
2
E
## STDOUT:
<1>
<2>
## END

#### inside a function, expanded at each call
f() { cat <<E
arg $1
E
}
f a
f b
## STDOUT:
arg a
arg b
## END

#### inside a loop, expanded each time
for i in 1 2; do
cat <<E
i=$i
E
done
## STDOUT:
i=1
i=2
## END

#### inside if and case
if true; then cat <<E
yes
E
fi
case a in a) cat <<E
case
E
;; esac
## STDOUT:
yes
case
## END

#### inside braces and a subshell
{ cat <<E
brace
E
}
(cat <<E
paren
E
)
## STDOUT:
brace
paren
## END

#### in a substitution in a here-document
cat <<A
$(cat <<B
inner
B
)
outer
A
## STDOUT:
inner
outer
## END

#### the body contains what looks like code
cat <<E
if then fi ) } done ;; esac # not a comment
for i in; done
E
## STDOUT:
if then fi ) } done ;; esac # not a comment
for i in; done
## END

#### a redirection after the here-document word
cat <<E >f
to file
E
cat f
## stdout: to file

#### read from a here-document sets variables in the shell
read a b <<E
1 2 3
E
echo "$a|$b"
## stdout: 1|2 3

#### field splitting is not done on expansions in the body
x='a   b'
cat <<E
$x
E
## stdout: a   b

#### positional parameters in the body
set -- a 'b  c'
cat <<E
$@ $# ${2}
E
## stdout: a b  c 2 b  c

#### quotes inside a braced expansion of the body are literal
unset x
cat <<E
${x:-"q"} ${x:-'q'} ${x-a "b c" d}
E
## stdout: q 'q' a b c d

#### an error in the body's expansion
(cat <<E
${u?bad}
E
) 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed

#### the end of input ends the body, with a warning at most
$SH -c 'cat <<E
text' 2>/dev/null | grep -c text
## stdout: 1

#### the body belongs to its line, whatever else is on it
cat <<E; echo second
first
E
echo third
## STDOUT:
first
second
third
## END

#### a line continuation between operator and delimiter
cat <<\
E
body
E
## stdout: body

#### a line continuation joins lines before the delimiter is looked for
cat <<E
a\
E
E
## stdout: aE

#### blanks before the delimiter word
cat << E
x
E
cat <<	'F'
y
F
## STDOUT:
x
y
## END

#### a delimiter of special characters
cat <<%%
a
%%
cat <<'a b'
c
a b
cat <<!
d
!
## STDOUT:
a
c
d
## END

#### a delimiter that holds a dollar is literal
cat <<$x
body
$x
## stdout: body

#### here-document for a function and exec
f() { cat; }
f <<E
to f
E
exec 3<<E
to exec
E
cat <&3
## STDOUT:
to f
to exec
## END

#### both commands of a group read in turn
{ read a; read b; } <<E
1
2
E
echo $a $b
## stdout: 1 2

#### the unread rest is dropped
head -n 1 <<E
1
2
E
echo after
## STDOUT:
1
after
## END

#### a large here-document
x=$(seq 1 30000)
cat <<E | wc -c | tr -d ' '
$x
E
## stdout: 168894

#### a large here-document to a command that does not read
x=$(seq 1 30000)
true <<E
$x
E
echo $?
## stdout: 0

#### after a comment line inside a list
true && # comment
cat <<E
x
E
## stdout: x

#### here-document in an and-or list over two lines
false || cat <<E &&
alt
E
echo done
## STDOUT:
alt
done
## END

#### here-document of an asynchronous command
cat <<E &
bg
E
wait
## stdout: bg

#### a trailing backslash in a literal body
cat <<'E'
a\
E
cat <<'E'
a\
b
E
## STDOUT:
a\
a\
b
## END

#### bytes of all kinds pass through
x=$(printf 'a\001\377\200')
cat <<E | od -An -tx1
$x
E
## stdout:  61 01 ff 80 0a

#### a dollar that starts no expansion
cat <<E
a $ b $% $
E
## stdout: a $ b $% $

#### the delimiter of <<- after several tabs
cat <<-E
	x
			E
echo end
## STDOUT:
x
end
## END

#### inside a command substitution in double quotes
echo "$(cat <<E
"q" $((1+1))
E
)"
## stdout: "q" 2

#### inside backquotes
echo `cat <<E
body
E
`
## stdout: body

#### for a command that is not found
nosuchcmd_x <<E 2>/dev/null
body
E
echo $?
## stdout: 127

#### on a branch not taken it is skipped as text
if false; then cat <<E
$(echo run >&2)
E
fi
echo ok
## stdout: ok

#### nested loops with here-documents of the same delimiter
for i in 1 2; do
  while read x; do
    cat <<E
$i$x
E
  done <<E
a
b
E
done
## STDOUT:
1a
1b
2a
2b
## END

#### a here-document in each branch of an and-or list
cat <<A && cat <<B || cat <<C
a
A
b
B
c
C
## STDOUT:
a
b
## END

#### arithmetic over several lines in a body
cat <<E
$((1 +
2))
E
## stdout: 3

#### a parameter expansion over several lines in a body
cat <<E
${u:-first
second}
E
## STDOUT:
first
second
## END

#### a body within a function that is called by a pipeline
f() {
  sed 's/x/y/' <<E
axb
E
}
f | cat
## stdout: ayb

#### a function with its own here-document redirection
f() { cat; } <<E
from the definition
E
f
f
## STDOUT:
from the definition
from the definition
## END

#### eval with a here-document
eval 'cat <<E
in eval
E'
echo after
## STDOUT:
in eval
after
## END

#### a here-document in the condition of while
n=0
while read x <<E
line $n
E
do echo $x; n=$((n+1)); test $n -lt 2 || break; done
## STDOUT:
line 0
line 1
## END

#### here-document delimiters with quotes inside
cat <<"a'b"
$x
a'b
echo after
## STDOUT:
$x
after
## END
