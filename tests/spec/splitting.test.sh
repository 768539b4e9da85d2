# Field splitting (2.6.5).

#### default IFS: blanks, tabs and newlines (2.6.5)
x='  a	b
c  '
set -- $x
echo $# $1 $2 $3
## stdout: 3 a b c

#### unset IFS acts as the default
unset IFS
x='  a	b
c  '
set -- $x
echo $#
## stdout: 3

#### null IFS: no splitting
IFS=
x='a b	c'
set -- $x
echo $# "$1"
## stdout: 1 a b	c

#### only expansions are split, not literal text
IFS=:
set -- a:b
echo $#
x=a:b
set -- $x
echo $#
## STDOUT:
1
2
## END

#### non-blank IFS: every one delimits
IFS=:
x=a::b:
set -- $x
echo $# "[$2]"
## stdout: 3 []

#### leading non-blank delimiters make empty fields
IFS=:
x=:a
set -- $x
echo $# "[$1][$2]"
x=::a
set -- $x
echo $#
## STDOUT:
2 [][a]
3
## END

#### a trailing delimiter ends the last field
IFS=:
x=a:
set -- $x
echo $#
x=a::
set -- $x
echo $#
## STDOUT:
1
2
## END

#### a value of only delimiters
IFS=:
x=:
set -- $x
echo $#
x=:::
set -- $x
echo $#
## STDOUT:
1
3
## END

#### IFS white space around a non-blank delimiter goes with it
IFS=' :'
x='a : b  :c:  d'
set -- $x
echo $#
printf '<%s>' "$@"; echo
## STDOUT:
4
<a><b><c><d>
## END

#### two non-blank delimiters with blanks between make an empty field
IFS=' :'
x='a : : b'
set -- $x
echo $#
## stdout: 3

#### leading and trailing IFS white space is ignored
IFS=' :'
x='  a:b  '
set -- $x
echo $#
printf '<%s>' "$@"; echo
## STDOUT:
2
<a><b>
## END

#### blanks that are not in IFS stay
IFS=:
x=' a : b '
set -- $x
printf '<%s>' "$@"; echo
## stdout: < a >< b >

#### a tab only in IFS
IFS='	'
x='a b	c	 d'
set -- $x
printf '<%s>' "$@"; echo
## stdout: <a b><c>< d>

#### newline only in IFS
IFS='
'
x='a b
c d

e'
set -- $x
echo $# "$1"
## stdout: 3 a b

#### letters as delimiters
IFS=xy
v=1x2y3xx4
set -- $v
echo $#
## stdout: 5

#### backslash as delimiter
IFS='\'
v='a\b\c'
set -- $v
echo $# "$1$3"
## stdout: 3 ac

#### digits as delimiters, and arithmetic results
IFS=0
set -- $((10203))
echo $# "$@"
## stdout: 3 1 2 3

#### the double quote and star as delimiters
IFS='"*'
v='a"b*c'
set -- $v
echo $#
## stdout: 3

#### quoted parts are not split
x='a b'
set -- "$x"$x
echo $#
printf '<%s>' "$@"; echo
## STDOUT:
2
<a ba><b>
## END

#### splitting joins with adjacent text
x=' a b '
set -- 1$x'2'
printf '<%s>' "$@"; echo
set -- 1"$x"2
printf '<%s>' "$@"; echo
## STDOUT:
<1><a><b><2>
<1 a b 2>
## END

#### adjacent expansions
a='1 ' b=' 2' c=3
set -- $a$b$c
printf '<%s>' "$@"; echo
set -- $c$c
echo $#
## STDOUT:
<1><23>
1
## END

#### an empty expansion beside quotes keeps the field
x=
set -- $x''
echo $#
set -- ''$x
echo $#
set -- $x$x
echo $#
## STDOUT:
1
1
0
## END

#### an expansion of blanks alone is no field
x='   '
set -- $x
echo $#
set -- a$x
echo $#
set -- $x"" 
echo $#
## STDOUT:
0
1
1
## END

#### blanks between a quoted field and text
x=' '
set -- a$x"b"
echo $#
## stdout: 2

#### command substitutions are split
IFS=,
set -- $(echo a,b,c)
echo $#
## stdout: 3

#### results of the default word are split
IFS=,
unset x
set -- ${x:-a,b}
echo $#
set -- ${x:-"a,b"}
echo $#
## STDOUT:
2
1
## END

#### no splitting in assignments
x='a b'
y=$x
echo "$y"
## stdout: a b

#### no splitting in case words and patterns
x='a b'
case $x in 'a b') echo same;; esac
case 'a b' in $x) echo same;; esac
## STDOUT:
same
same
## END

#### no splitting in redirection targets
x='f g'
echo hi >$x
ls
## stdout: f g

#### no splitting in here-documents
x='a   b'
cat <<E
$x
E
## stdout: a   b

#### for words are split
x='1 2 3'
for i in $x; do echo $i; done
## STDOUT:
1
2
3
## END

#### splitting happens before pathname expansion
touch 'a b' c
x='a? c'
set -- $x
echo $#
set -- *
echo $#
## STDOUT:
2
2
## END

#### IFS is used as it stands at the expansion
x=a:b:c
IFS=:
set -- $x; echo $#
IFS=' '
set -- $x; echo $#
## STDOUT:
3
1
## END

#### an assignment before a command does not change its own splitting
x=a:b
IFS=: printf '<%s>' $x; echo
## stdout: <a:b>

#### IFS changed in the same command by default assignment
unset IFS2
x='a-b'
IFS=-
echo $x
IFS=$' \t\n' 2>/dev/null || :
## N-I dash
## stdout: a b

#### IFS with repeated white space characters
IFS='  :'
x='a  b'
set -- $x
echo $#
## stdout: 2

#### the order of characters in IFS matters only for "$*"
x='a:b c'
IFS=': '; set -- $x; echo $# "$*"
IFS=' :'; set -- $x; echo $# "$*"
## STDOUT:
3 a:b:c
3 a b c
## END

#### IFS from the environment is ignored (2.5.3)
IFS=x $SH -c 'v=axb; set -- $v; echo $#; printf %s "$IFS" | od -An -c'
## STDOUT:
1
      \t  \n
## END

#### IFS is space, tab, newline at start
printf %s "$IFS" | od -An -c
## stdout:       \t  \n

#### IFS local to a function call
f() { local IFS=:; set -- $1; echo $#; }
f a:b:c
set -- a:b
x=a:b
set -- $x
echo $#
## STDOUT:
3
1
## END

#### read uses IFS too
echo 'a:b:c' | { IFS=: read x y; echo "$x|$y"; }
## stdout: a|b:c

#### a field of a multibyte delimiter
IFS=é
x=aébéc
set -- $x
echo $#
## stdout: 3
## OK dash (works on bytes) stdout: 5

#### splitting an invalid UTF-8 value
x=$(printf 'a\377 b\376')
set -- $x
echo $#
printf %s "$1" | od -An -tx1
## STDOUT:
2
 61 ff
## END

#### white space from a quoted default is not split
unset x
set -- ${x:-' a  b '}
echo $# "$1"
## STDOUT:
1  a  b 
## END

#### trailing IFS white space plus delimiter
IFS=': '
x='a: '
set -- $x
echo $#
x='a : '
set -- $x
echo $#
## STDOUT:
1
1
## END

#### empty fields from "$@" survive splitting with other words
IFS=:
set -- '' a ''
set -- "$@" x
echo $#
## stdout: 4

#### splitting many fields
x=$(seq 1 5000)
set -- $x
echo $# ${5000}
## stdout: 5000 5000

#### a carriage return does not split
x=$(printf 'a\rb')
set -- $x
echo $#
## stdout: 1

#### vertical tab and form feed do not split by default
x=$(printf 'a\013b\014c')
set -- $x
echo $#
## stdout: 1

#### a non-blank delimiter after a quoted empty string
IFS=:
x=:
set -- ''$x'' 
echo $#
printf '<%s>' "$@"; echo
## STDOUT:
2
<><>
## END

#### splitting of $IFS itself
IFS=' x'
set -- $IFS
echo $#
## stdout: 1
