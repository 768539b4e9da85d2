# Pathname expansion (2.6.6) and pattern matching (2.14).

#### star matches any string, the result is sorted (2.14.2)
touch b a c.txt d.txt
echo * *.txt c*
## stdout: a b c.txt d.txt c.txt d.txt c.txt

#### a pattern that matches nothing stays as it is (2.6.6)
echo *.none [x]yz ?
set -- nope*
echo $# "$1"
## STDOUT:
*.none [x]yz ?
1 nope*
## END

#### question mark matches one character
touch a ab abc
echo ? ?? ???
## stdout: a ab abc

#### brackets match one of the listed characters
touch a1 b1 c1 d1
echo [ab]1 [!ab]1 [a-c]1 [!a-c]1
## stdout: a1 b1 c1 d1 a1 b1 c1 d1

#### a closing bracket first in the list is literal
touch 'a]' 'a-' ab
echo a[]] a[]-] a[!]]
## stdout: a] a- a] a- ab

#### a minus first or last in the list is literal
touch a- ab az
echo a[-b] a[b-] a[!-b]
## stdout: a- ab a- ab az

#### character classes
touch a B 1 _
echo [[:alpha:]] [[:digit:]] [[:upper:]] [[:lower:]] [![:alnum:]]
## stdout: B a 1 B a _

#### several classes and characters in one bracket
touch a 1 - .x
echo [[:digit:][:alpha:]] [[:digit:]-]
## stdout: 1 a 1

#### an unclosed bracket is literal
touch '[a' a
echo [a* [a
## stdout: [a [a

#### a leading dot is matched only by a dot (2.14.3)
touch .hidden shown
echo * .h* ?hidden [.]hidden
## stdout: shown .hidden ?hidden [.]hidden

#### a dot after a slash is matched only by a dot
mkdir d
touch d/.h d/s
echo d/* */* d/.h*
## stdout: d/s d/s d/.h

#### star never matches a slash
mkdir -p d/e
touch d/e/f
echo d* d/*/f */*/* d*f
## stdout: d d/e/f d/e/f d*f

#### slashes must be matched by slashes
mkdir d
touch d/x
echo d?x d[/]x
## stdout: d?x d[/]x

#### patterns in several components
mkdir -p a1/b1 a1/b2 a2/b1
touch a1/b1/f a2/b1/f
echo a*/b?/f a[12]/b1 */b2
## stdout: a1/b1/f a2/b1/f a1/b1 a2/b1 a1/b2

#### a trailing slash matches directories only
mkdir d1 d2
touch f1
echo */ d*/ f*/
## stdout: d1/ d2/ d1/ d2/ f*/

#### a leading slash
echo /de[v]/nul[l] /dev/nul?
## stdout: /dev/null /dev/null

#### quoted parts of a pattern are literal
touch 'a*b' axb
echo a'*'b a"*"b a\*b a*b
## stdout: a*b a*b a*b a*b axb

#### a quoted pattern as a whole is not expanded
touch f1
echo '*' "*" \* "f?"
## stdout: * * * f?

#### a backslash from an expansion quotes in a pattern, and stays when nothing matches
touch 'x*' xy
v='x\*'
echo $v
v='z\*'
printf '%s\n' $v
## STDOUT:
x\*
z\*
## END

#### patterns from variables and substitutions are expanded
touch f1 f2
p='f?'
echo $p $(echo 'f*') "$p"
## stdout: f1 f2 f1 f2 f?

#### a pattern split over literal and expansion
touch file1 file2
x='le?'
echo fi$x fi"$x"
## stdout: file1 file2 file?

#### names with blanks come out as one field
touch 'a b' 'a  c'
set -- a*
echo $#
printf '<%s>\n' "$@"
## STDOUT:
2
<a  c>
<a b>
## END

#### names with a newline
touch 'a
b'
set -- a*
echo $# "$1"
## STDOUT:
1 a
b
## END

#### set -f turns pathname expansion off
touch f1
set -f
echo *
set +f
echo *
## STDOUT:
*
f1
## END

#### no expansion in an assignment
touch f1
x=*
echo "$x"
echo $x
## STDOUT:
*
f1
## END

#### no expansion in case words and patterns
touch f1
case f* in 'f*') echo literal;; esac
## stdout: literal

#### no expansion in here-documents
touch f1
cat <<E
*
E
## stdout: *

#### no expansion of a redirection target in a script
touch f1
echo hi >f*
ls
## STDOUT:
f*
f1
## END

#### expansion in for lists
touch a b
for i in * no*; do echo $i; done
## STDOUT:
a
b
no*
## END

#### sorting is by the collating order, bytes in C
touch B a C b 10 9 _x
echo *
## stdout: 10 9 B C _x a b

#### expansion of dot and dot-dot with .*
touch .a
set -- .*
for i; do case $i in .|..) ;; *) echo $i;; esac; done
## stdout: .a

#### a pattern that names a file exactly needs no search permission of its own
mkdir d; touch d/f
echo d/[f] d/f d/\f
## stdout: d/f d/f d/f

#### a dangling symbolic link is matched
ln -s nowhere link
echo l* [l]ink
## stdout: link link

#### a dangling link with a slash after is not
ln -s nowhere link
mkdir dir
echo */
## stdout: dir/

#### a long list stays sorted
for i in 9 8 7 6 5 4 3 2 1 0; do : >f$i; done
echo f*
## stdout: f0 f1 f2 f3 f4 f5 f6 f7 f8 f9

#### ranges in brackets
touch a5 a6 a7 ab
echo a[5-6] a[!5-6] a[0-9]
## stdout: a5 a6 a7 ab a5 a6 a7

#### a range with its ends reversed matches nothing
touch ab am az
echo a[z-b]
## stdout: a[z-b]

#### brackets: exclamation mark not first is literal
touch 'a!' ab
echo a[b!]
## stdout: a! ab

#### caret as complement, as most shells have it
touch ab ac
echo a[^b]
## stdout: ac
## OK dash (takes it for an ordinary character (unspecified)) stdout: ab

#### a quoted closing bracket or minus in a list
touch 'a]' 'a-' ab ac
echo a["]"] a[b"-"c] a['b-c']
## stdout: a] a- ab ac a- ab ac

#### a quoted exclamation mark in a list is literal
touch 'a!' ab
echo a["!"b]
## stdout: a! ab

#### equivalence classes and collating symbols
touch a-b a.b
echo a[[.-.]]b a[[=.=]]b
## stdout: a-b a.b
## OK dash (not supported there) stdout: a[[.-.]]b a[[=.=]]b

#### an unknown character class matches nothing
touch a
echo [[:nosuch:]]
## stdout: [[:nosuch:]]

#### non-ASCII names and patterns
touch ä äb
echo ä ä? ?b [ä]b
## stdout: ä äb äb äb
## OK dash (works on bytes) stdout: ä äb ?b [ä]b

#### a name of invalid UTF-8 survives expansion
touch "$(printf 'x\377')"
for i in x*; do printf %s "$i" | od -An -tx1; done
test -e x* && echo exists
## STDOUT:
 78 ff
exists
## END

#### many stars do not take for ever
x=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
touch $x
echo *a*a*a*a*a*a*a*a*a*b | cut -c1-5
## stdout: *a*a*

#### a pattern in the first word names the command
cp /bin/echo ./my-echo
./my-ec* hi
## stdout: hi

#### case: literal, star, question mark, brackets
for w in abc a '' '*' ab1; do
  case $w in
    '*') echo star;;
    '') echo empty;;
    ?) echo one;;
    *[0-9]) echo digit;;
    a*) echo "starts with a";;
  esac
done
## STDOUT:
starts with a
one
empty
star
digit
## END

#### case patterns match slashes and leading dots with star
case /a/.b in *b) echo yes;; esac
case .x in *) echo yes;; esac
case .x in ?x) echo yes;; esac
## STDOUT:
yes
yes
yes
## END

#### case: quoted pattern characters are literal
case 'a*' in a\*) echo 1;; esac
case 'ab' in a'*') echo no;; *) echo 2;; esac
case 'a?' in "a?") echo 3;; esac
case '[x]' in '[x]') echo 4;; esac
case 'a\b' in 'a\b') echo 5;; esac
## STDOUT:
1
2
3
4
5
## END

#### case: pattern from a variable, quoted and not
p='a*'
case abc in $p) echo pattern;; esac
case abc in "$p") echo no;; *) echo literal;; esac
case 'a*' in "$p") echo same;; esac
## STDOUT:
pattern
literal
same
## END

#### case: bracket with a class, negation and a range
case 5 in [[:digit:]]) echo digit;; esac
case x in [!0-9]) echo no digit;; esac
case - in [a-]) echo minus;; esac
case ']' in []]) echo bracket;; esac
## STDOUT:
digit
no digit
minus
bracket
## END

#### case: newline matched by star and question mark
case 'a
b' in a?b) echo yes;; esac
case 'a
b' in a*b) echo yes;; esac
## STDOUT:
yes
yes
## END

#### case: backslash in the pattern quotes
case '\' in \\) echo backslash;; esac
case 'a' in \a) echo a;; esac
p='\*'
case '*' in $p) echo star;; esac
## STDOUT:
backslash
a
star
## END

#### pattern: [a-\]] with an escaped bracket
case ']' in [a\]]) echo yes;; esac
case 'a]' in [x]]) echo no;; a]) echo second;; esac
## STDOUT:
yes
second
## END

#### pattern: an empty bracket is literal
case '[]' in []) echo literal;; *) echo other;; esac
case '[!]' in [!]) echo literal;; *) echo other;; esac
## STDOUT:
literal
literal
## END

#### pattern: a slash in a bracket in a case
case / in [/]) echo slash;; esac
## stdout: slash

#### globbing inside a directory that is not readable as a file
touch f
echo f/* f/.
## stdout: f/* f/.

#### a component that is a file stops the match
touch a; mkdir b; touch b/x
echo */x
## stdout: b/x
