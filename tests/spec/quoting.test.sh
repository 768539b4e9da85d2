# Quoting (2.2) and token recognition (2.3).

#### backslash keeps each special character literal (2.2.1)
echo \| \& \; \< \> \( \) \$ \` \\ \" \' \* \? \[ \# \~ \= \% \! \{ \}
## stdout: | & ; < > ( ) $ ` \ " ' * ? [ # ~ = % ! { }

#### backslash quotes a blank: one field (2.2.1)
set -- a\ b c\	d
echo $#
printf '<%s>\n' "$@"
## STDOUT:
2
<a b>
<c	d>
## END

#### backslash before an ordinary letter is removed (2.2.1)
echo \a\b\c \n \t
## stdout: abc n t

#### backslash and newline join lines (2.2.1)
echo one\
two \
three
ec\
ho four
## STDOUT:
onetwo three
four
## END

#### backslash and newline inside a reserved word
i\
f true; th\
en echo yes; f\
i
## stdout: yes

#### backslash and newline inside an operator
true &\
& echo and
false |\
| echo or
cat <\
<E
body
E
## STDOUT:
and
or
body
## END

#### backslash and newline inside a parameter expansion
value=ok
echo $\
{value} ${val\
ue} $val\
ue
## stdout: ok ok ok

#### backslash and newline are kept in single quotes (2.2.2)
echo 'a\
b'
## STDOUT:
a\
b
## END

#### backslash and newline vanish in double quotes (2.2.3)
echo "a\
b"
## stdout: ab

#### a line continuation after a comment does not continue it
echo a # comment \
echo b
## STDOUT:
a
b
## END

#### a number sign inside a word starts no comment (2.3)
echo a#b '#'c ""#d \#e
## stdout: a#b #c #d #e

#### a number sign at the start of a word is a comment (2.3)
echo a #b
#echo c
echo d;#e
(#f
echo g)
## STDOUT:
a
d
g
## END

#### single quotes keep everything (2.2.2)
echo '$x `y` \z "q" # * ~ ! \'
## stdout: $x `y` \z "q" # * ~ ! \

#### a single quote cannot stand in single quotes: close, escape, open
echo 'it'\''s' 'a'"'"'b'
## stdout: it's a'b

#### single quotes may span lines
echo 'one
  two
three'
## STDOUT:
one
  two
three
## END

#### adjacent quoted pieces form one word
set -- 'a b'"c d"e\ f
echo $# "$1"
## stdout: 1 a bc de f

#### double quotes keep blanks and globs, expand dollar (2.2.3)
x='a  b'
touch f1 f2
echo "$x * ? [a] ~ $x"
## stdout: a  b * ? [a] ~ a  b

#### backslash in double quotes escapes only five characters (2.2.3)
printf '%s\n' "\$ \` \" \\ \a \' \* \{ \} \! \n"
## stdout: $ ` " \ \a \' \* \{ \} \! \n

#### single quotes are ordinary in double quotes
echo "it's '$((1+1))'"
## stdout: it's '2'

#### an empty pair of quotes is an empty field (2.6)
set -- '' "" a''
echo $#
## stdout: 3

#### an unquoted empty expansion is no field, a quoted one is (2.6)
unset x
set -- $x "$x" ''$x
echo $#
## stdout: 2

#### quotes in the middle of words
echo a"b"c'd'e\f
## stdout: abcdef

#### quotes from an expansion are ordinary characters
q='"a b" \c '\'
set -- $q
echo $#
printf '<%s>\n' "$@"
## STDOUT:
4
<"a>
<b">
<\c>
<'>
## END

#### double quotes with a command substitution and its own quotes
echo "$(echo "a   b" "$(echo "c   d")")"
## stdout: a   b c   d

#### double quotes with backquotes
echo "`echo "a   b"`" "`echo 'c   d'`"
## stdout: a   b c   d

#### dollar before a character that cannot start an expansion is literal
echo $ "$" a$ $% "$ " $,
## stdout: $ $ a$ $% $  $,

#### dollar at the end of double quotes
echo "cost: 5$"
## stdout: cost: 5$

#### equals sign and other ordinary characters need no quoting
echo a=b %x @y +z :w ,v ]u }t
## stdout: a=b %x @y +z :w ,v ]u }t

#### braces as words are ordinary arguments
echo { } {} a{b,c}d
## stdout: { } {} a{b,c}d
## OK bash (brace expansion) stdout: { } {} abd acd

#### an exclamation mark as an argument is ordinary
echo ! a!b '!' "!"
## stdout: ! a!b ! !

#### operators end words without blanks (2.3)
echo a;echo b&&echo c||echo d
(echo e)|cat
## STDOUT:
a
b
c
e
## END

#### longest operator wins (2.3 rule 3)
echo a>f1;echo b>>f1;cat f1
cat<<E&&echo end
x
E
## STDOUT:
a
b
x
end
## END

#### digits before a redirection operator are its number, else a word (2.3)
echo 1>f 2>g; cat f
echo 1 >f 2 3; cat f
echo a1>f; cat f
## STDOUT:

1 2 3
a1
## END

#### a quoted digit before a redirection operator is an argument
echo \2>f '2'>>f; cat f
## stdout: 2 2

#### tabs separate words
printf '%s.' a	b		c
echo
## stdout: a.b.c.

#### carriage return is an ordinary character
printf 'set -- a\rb\r\necho $# ${#1}\n' >s
. ./s
## stdout: 1 4

#### dollar-single: simple escapes (2.2.4)
printf %s $'a\tb\nc\\d\'e\"f' | od -An -c
## N-I dash (0.5.12 has no dollar-single-quotes)
## stdout:    a  \t   b  \n   c   \   d   '   e   "   f

#### dollar-single: control characters (2.2.4)
printf %s $'\a\b\e\f\r\v' | od -An -tx1
## N-I dash (0.5.12 has no dollar-single-quotes)
## stdout:  07 08 1b 0c 0d 0b

#### dollar-single: octal escapes take at most three digits (2.2.4)
echo $'\101\1018\60'
## N-I dash (0.5.12 has no dollar-single-quotes)
## stdout: AA80

#### dollar-single: hexadecimal escapes (2.2.4)
echo $'\x41\x42' $'\x4a-'
## N-I dash (0.5.12 has no dollar-single-quotes)
## stdout: AB J-

#### dollar-single: control letters with backslash-c (2.2.4)
printf %s $'\cA\ca\c[\c?' | od -An -tx1
## N-I dash (0.5.12 has no dollar-single-quotes)
## stdout:  01 01 1b 7f

#### dollar-single: dollar and backquote are literal
x=1
echo $'$x `echo` ${x} $((1))'
## N-I dash (0.5.12 has no dollar-single-quotes)
## stdout: $x `echo` ${x} $((1))

#### dollar-single: not special inside double quotes
printf '%s\n' "$'a\tb'"
## stdout: $'a\tb'

#### dollar-single: no field splitting or globbing of the result
set -- $'a b\nc *'
echo $#
## N-I dash (0.5.12 has no dollar-single-quotes)
## stdout: 1

#### dollar-single: joins with its neighbours
echo a$'b'c"d"$'e'
## N-I dash (0.5.12 has no dollar-single-quotes)
## stdout: abcde

#### dollar-single: an escaped quote does not end it
echo $'it\'s' end
## N-I dash (0.5.12 has no dollar-single-quotes)
## stdout: it's end

#### dollar-single: in assignments and patterns
x=$'a\nb'
case $x in $'a\nb') echo same;; esac
case 'a*' in $'a*') echo star;; esac
case 'abc' in $'a*') echo wrong;; *) echo literal;; esac
## N-I dash (0.5.12 has no dollar-single-quotes)
## STDOUT:
same
star
literal
## END

#### dollar-single: inside an unquoted parameter expansion word
unset x
echo ${x:-$'a\tb'} | od -An -c
## N-I dash (0.5.12 has no dollar-single-quotes)
## stdout:    a  \t   b  \n

#### an unterminated single quote is a syntax error, status 2 (2.8.1)
$SH -c "echo 'abc" 2>/dev/null
echo $?
## stdout: 2

#### an unterminated double quote is a syntax error, status 2
$SH -c 'echo "abc' 2>/dev/null
echo $?
## stdout: 2

#### a backslash at the very end of the text stands for itself
$SH -c 'echo a\'
## stdout: a\

#### a NUL-free control character in a word is ordinary
printf '%s' "$(printf 'a\001b')" | od -An -c
## stdout:    a 001   b

#### quoting an assignment's equals sign makes it a command
a\=b 2>/dev/null
echo $?
## stdout: 127

#### quoting any part of a name before equals makes it a command
'a'=b 2>/dev/null
echo $? ${a-unset}
## stdout: 127 unset

#### quoted characters of a reserved word make it an ordinary word (2.4)
\if 2>/dev/null
echo $?
'for' 2>/dev/null
echo $?
## STDOUT:
127
127
## END

#### a long word of mixed quotes keeps its bytes
x='a'"b"\c'd'"e"\f'"'"'"\"\'
echo "$x"
## stdout: abcdef"'"'

#### tilde is literal when quoted
echo "~" '~' \~ ~"" x~
## stdout: ~ ~ ~ ~ x~

#### an expansion in the middle of double quotes keeps the rest quoted
x='1 2'
set -- "a $x b"$x"c $x d"
echo $#
printf '<%s>' "$@"; echo
## STDOUT:
2
<a 1 2 b1><2c 1 2 d>
## END

#### nested double quotes in a braced expansion inside double quotes
unset x
echo "${x:-"a  b"}"
## stdout: a  b

#### backslash newline at the end of a here-document line joins
cat <<E
a\
b
E
## stdout: ab

#### two backslashes before a newline do not join
printf '%s\n' "a\\
b"
## STDOUT:
a\
b
## END

#### comment lines between the parts of a compound command
if # one
 # two
 true # three
then # four
 echo yes # five
 # six
fi # seven
## stdout: yes

#### a comment holds quotes and operators
echo a # it's "unbalanced ( ` $( { <<E
echo b
## STDOUT:
a
b
## END

#### blank lines and lines of blanks between commands
echo a

   	 
echo b
## STDOUT:
a
b
## END

#### the single quote is special to nothing inside backquotes within double quotes
x="`echo '$y'`"
echo "$x"
## stdout: $y

#### backslash dollar in backquotes (2.6.3)
y=7
echo `echo \$y` `echo '\$y'` "`echo \$y`"
## stdout: 7 $y 7

#### a word of only quotes as the command name is not found
'' 2>/dev/null
echo $?
## stdout: 127

#### line continuation inside every reserved word and operator
i\
f :; t\
hen echo 1; e\
lif :; then :; f\
i
fo\
r i i\
n 2; d\
o echo $i; do\
ne
whi\
le :; do break; don\
e
ca\
se 3 in 3) echo 3;\
; esa\
c
\
{ echo 4; \
}
: |\
| echo no; : &\
& echo 5
echo 6 >\
>f; cat f; echo 7 2>\
&1
## STDOUT:
1
2
3
4
5
6
7
## END

#### line continuation around a here-document operator
cat <\
<A
a
A
cat <<-\
B
	b
	B
cat <<C\
D
c
CD
## STDOUT:
a
b
c
## END
