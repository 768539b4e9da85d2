# Tilde expansion (2.6.1).

#### a tilde alone and before a slash
HOME=/home/me
echo ~ ~/ ~/a/b
## stdout: /home/me /home/me/ /home/me/a/b

#### only at the start of a word
HOME=/h
echo a~ x/~ =~ :~
## stdout: a~ x/~ =~ :~

#### quoting any character of the prefix stops it
HOME=/h
echo \~ '~' "~" ~"/"a "~"/a ~\/x
## stdout: ~ ~ ~ ~/a ~/a ~/x

#### quotes after the slash do not stop it
HOME=/h
echo ~/"a b" ~/'*'
## stdout: /h/a b /h/*

#### a login name
set -- ~root
test -n "$1" && test "$1" != '~root' && echo expanded
case ~root/x in */x) echo suffix;; esac
## STDOUT:
expanded
suffix
## END

#### an unknown login name stays
echo ~nosuchuserxyz ~nosuchuserxyz/a
## stdout: ~nosuchuserxyz ~nosuchuserxyz/a

#### in assignments: after the equals sign and each colon
HOME=/h
a=~ b=~/x c=x:~:~/y:z~
echo $a $b $c
## stdout: /h /h/x x:/h:/h/y:z~

#### in assignments: quoted colon or equals sign
HOME=/h
a=x":"~ b="~" c='x:~'
echo $a $b $c
## stdout: x:~ ~ x:~

#### the expansion is not split or expanded further
HOME='/a  b/*'
set -- ~
echo $# "$1"
## stdout: 1 /a  b/*

#### HOME with special characters in an assignment
HOME='/x y$z'
a=~/q
echo "$a"
## stdout: /x y$z/q

#### HOME empty
HOME=
echo ~/a ~/
## stdout: /a /

#### HOME unset
unset HOME
case ~ in '~') echo literal;; *) echo from the system;; esac
## stdout: literal
## OK bash (unspecified) stdout: from the system

#### in export and readonly operands
HOME=/h
export a=~ b=x:~
readonly c=~/r
echo $a $b $c
## stdout: /h x:/h /h/r

#### an argument that only looks like an assignment is not expanded after equals
HOME=/h
echo a=~ --prefix=~/x
## stdout: a=~ --prefix=~/x

#### in case words and patterns
HOME=/h
case ~ in /h) echo word;; esac
case /h/x in ~/x) echo pattern;; esac
case '~' in "~") echo quoted;; esac
## STDOUT:
word
pattern
quoted
## END

#### in redirection targets
HOME=$PWD
echo hi >~/f
cat <~/f
## stdout: hi

#### in for lists
HOME=/h
for i in ~ ~/a; do echo $i; done
## STDOUT:
/h
/h/a
## END

#### in the words of parameter expansions
HOME=/h
unset u
echo ${u:-~} ${u:-~/a} ${HOME+~} "${u:-~}"
x=/h/b
echo ${x#~/}
## STDOUT:
/h /h/a /h ~
b
## END

#### not in here-documents
HOME=/h
cat <<E
~ ~/a
E
## stdout: ~ ~/a

#### in environment assignments before a command
HOME=/h
x=~/a sh -c 'echo $x'
## stdout: /h/a

#### a tilde from an expansion is literal
HOME=/h
t='~'
echo $t $(echo '~') "$t/a"
## stdout: ~ ~ ~/a

#### a tilde in braces of a default inside an assignment
HOME=/h
unset u
x=${u:-~}:~
echo $x
## stdout: /h:/h

#### ~ followed by an expansion
HOME=/h
u=root
echo ~$u ~/$u
## stdout: ~root /h/root

#### a tilde after a colon in an ordinary word is literal
HOME=/h
echo a:~ x:~:~
## stdout: a:~ x:~:~

#### cd ~
mkdir sub
HOME=$PWD/sub
cd ~ && test "$PWD" = "$HOME" && echo there
## stdout: there

#### a tilde with a trailing slash in HOME
HOME=/h/
echo ~ ~/x | sed 's,//,/,g'
## stdout: /h/ /h/x
