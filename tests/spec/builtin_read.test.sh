# read.

#### one variable gets the whole line without surrounding blanks
read x <<E
   a b  c   
E
echo "[$x]"
## stdout: [a b  c]

#### several variables; the last gets the rest
read a b c <<E
1 2 3 4 5
E
echo "$a|$b|$c"
## stdout: 1|2|3 4 5

#### too few fields: the others are empty
x=old y=old
read w x y <<E
only
E
echo "[$w][$x][$y]"
## stdout: [only][][]

#### the rest keeps its inner blanks
read a b <<E
1   2   3  
E
echo "[$a][$b]"
## stdout: [1][2   3]

#### backslash quotes, and joins lines
read a b <<'E'
a\ b c\
d
E
echo "[$a][$b]"
## stdout: [a b][cd]

#### -r keeps backslashes
read -r a b <<'E'
a\ b c\
next
E
echo "[$a][$b]"
## stdout: [a\][b c\]

#### a backslash before ordinary characters is removed without -r
read x <<'E'
a\b\\c\n
E
printf '%s\n' "$x"
## stdout: ab\cn

#### end of input: status is not 0, variables are empty
x=old
read x </dev/null; echo $? "[$x]"
## stdout: 1 []

#### a last line without newline is read with status 1
printf 'abc' | { read x; echo $? "[$x]"; }
## stdout: 1 [abc]

#### an empty line is status 0
printf '\n' | { read x; echo $? "[$x]"; }
## stdout: 0 []

#### only one line is read, the rest stays
printf '1\n2\n3\n' | { read a; read b; cat; echo "$a $b"; }
## STDOUT:
3
1 2
## END

#### a utility after read gets the next line
printf '1\n2\n3\n' >f
{ read a; head -n 1; read b; } <f
echo "$a"
## STDOUT:
2
1
## END

#### IFS: non-blank delimiter
IFS=: read a b c <<E
1:2:3
E
echo "$a $b $c"
IFS=: read a b <<E
1:2:3
E
echo "[$a] [$b]"
## STDOUT:
1 2 3
[1] [2:3]
## END

#### IFS: empty fields
IFS=: read a b c <<E
::x
E
echo "[$a][$b][$c]"
## stdout: [][][x]

#### IFS: a trailing delimiter
IFS=: read a b <<E
1:2:
E
echo "[$a][$b]"
IFS=: read a <<E
1:
E
echo "[$a]"
IFS=: read a b <<E
1:2::
E
echo "[$a][$b]"
## STDOUT:
[1][2]
[1]
[1][2::]
## END

#### IFS empty: the line as it is
IFS= read x <<E
  a  b  
E
echo "[$x]"
## stdout: [  a  b  ]

#### IFS= read -r keeps all
IFS= read -r x <<'E'
 \a  \
E
printf '[%s]\n' "$x"
## stdout: [ \a  \]

#### IFS with blank and colon
IFS=' :' read a b c <<E
 1 : 2:3 
E
echo "[$a][$b][$c]"
## stdout: [1][2][3]

#### IFS of tab only keeps blanks
IFS='	' read a b <<E
a b	c d
E
echo "[$a][$b]"
## stdout: [a b][c d]

#### an escaped delimiter does not split
IFS=: read a b <<'E'
a\:b:c
E
echo "[$a][$b]"
## stdout: [a:b][c]

#### read in a while loop
printf '%s\n' 'a 1' 'b 2' | while read k v; do echo "$v=$k"; done
## STDOUT:
1=a
2=b
## END

#### read from a descriptor
printf 'x\ny\n' >f
exec 3<f
read a <&3
read b <&3
echo $a $b
## stdout: x y

#### read in a pipeline's last part does not set the shell's variable
x=old
echo new | read x
echo "$x"
## stdout: old

#### read -d gives another end of the record
printf 'a;b;c' | { read -d ';' x; echo "$x"; read -d ';' y; echo "$y"; }
## N-I dash (0.5.12 has no -d)
## STDOUT:
a
b
## END

#### read -d '' reads up to a NUL
printf 'a\nb\0c' | { IFS= read -r -d '' x; echo "[$x]"; }
## N-I dash (0.5.12 has no -d)
## STDOUT:
[a
b]
## END

#### read -p shows no prompt when input is no terminal
echo v | { read -p 'prompt: ' x; echo "$x"; } 2>err
cat err
## stdout: v

#### read -n reads at most that many characters
echo abcdef | { read -n 3 x; echo "$x"; }
## N-I dash (an extension)
## stdout: abc

#### read -t with input ready
echo v | { read -t 5 x; echo "$x"; }
## N-I dash (an extension)
## stdout: v

#### read -t at its limit has a status above 0
mkfifo p
exec 3<>p
read -t 0.05 x <&3
test $? -gt 0 && echo timed out
## N-I dash (an extension)
## stdout: timed out

#### an invalid name is an error
read 1a </dev/null 2>/dev/null; test $? -gt 0 && echo failed
echo on
## STDOUT:
failed
on
## END

#### a readonly variable is an error
(readonly r; read r <<E
x
E
test $? -gt 0 && echo failed
) 2>/dev/null
echo end
## STDOUT:
failed
end
## END

#### an unknown option is an error
read -@ x </dev/null 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### read from a closed descriptor fails
read x <&- 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### read from a directory fails
read x <. 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### a long line
x=$(printf '%05000d' 7)
read y <<E
$x
E
echo ${#y}
## stdout: 5000

#### invalid UTF-8 and other bytes survive
printf 'a\377b \001\n' >f
read -r x y <f
printf '%s' "$x$y" | od -An -tx1
## stdout:  61 ff 62 01

#### a carriage return stays
printf 'a\r\n' | { read x; printf %s "$x" | od -An -c; }
## stdout:    a  \r

#### a tab and blanks before the first field go with default IFS
printf '\t a \t b \t\n' | { read x y; echo "[$x][$y]"; }
## stdout: [a][b]

#### the variable is set in the shell when redirected
echo v >f
read x <f
echo $x
## stdout: v

#### read with the same name twice
read x x <<E
1 2
E
echo $x
## stdout: 2

#### lines with only blanks
printf '   \n' | { read x; echo "$? [$x]"; }
## stdout: 0 []

#### backslash at the end of input without newline
printf 'a\\' | { read x; echo "[$x]"; }
printf 'a\\' | { read -r x; echo "[$x]"; }
## STDOUT:
[a]
[a\]
## END

#### globs in the input are not expanded
touch f1
read x <<E
*
E
echo "$x"
## stdout: *

#### dollar and quotes in the input are literal
read x <<'E'
$HOME "a" 'b' `c`
E
echo "$x"
## stdout: $HOME "a" 'b' `c`

#### reading until a marker
while read line; do test "$line" = end && break; echo "<$line>"; done <<E
1
2
end
3
E
## STDOUT:
<1>
<2>
## END

#### two reads on the same here-document in a function
f() { read a; read b; echo "$b $a"; }
f <<E
1
2
E
## stdout: 2 1

#### non-blank IFS and surrounding blanks in the last field
IFS=, read a b <<E
1, 2 , 3
E
echo "[$a][$b]"
## stdout: [1][ 2 , 3]

#### the last variable with only one trailing delimiter of two variables
IFS=- read a b <<E
x--
E
echo "[$a][$b]"
## stdout: [x][]

#### read with set -u and unset names
set -u
read x y <<E
1
E
echo "[$x][$y]"
## stdout: [1][]

#### a fifo as input
mkfifo p
echo through >p &
read x <p
echo $x
## stdout: through

#### REPLY without names
echo 'a b' | { read; echo "$REPLY"; }
## N-I dash (an extension)
## stdout: a b

#### read opens a fifo while a trap comes
trap 'echo trapped' USR1
mkfifo p
{ while ! kill -USR1 $$; do :; done; echo line >p; } &
read x <p
echo $x
wait
## STDOUT:
trapped
line
## END
