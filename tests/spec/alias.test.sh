# Aliases (2.3.1).

#### an alias replaces the command word (2.3.1)
alias e='echo hello'
e world
## stdout: hello world

#### an alias is known from the next complete command on
alias x1='echo one'; x1 2>/dev/null || echo not yet
x1
## STDOUT:
not yet
one
## END

#### an alias may be several words and operators
alias both='echo a; echo b'
both c
## STDOUT:
a
b c
## END

#### an alias that ends in a blank: the next word is looked up too
alias run='echo '
alias w='expanded '
alias v='twice'
run w v
run x w
## STDOUT:
expanded twice
x w
## END

#### without the blank the next word is left alone
alias run='echo'
alias w=expanded
run w
## stdout: w

#### a quoted word is never an alias
alias foo='echo aliased'
foo() { echo function; }
\foo
'foo'
f"oo"
## STDOUT:
## END
## status: 2

#### an alias may name itself without looping
alias echo='echo twice'
echo x
## stdout: twice x

#### two aliases that name each other stop
alias aa='bb' bb='aa'
aa 2>/dev/null
echo $?
## stdout: 127

#### aliases are expanded after reserved words
alias hi='echo hi'
if hi; then hi; fi
{ hi; }
( hi )
! hi
while hi; do break; done
## STDOUT:
hi
hi
hi
hi
hi
hi
## END

#### aliases are expanded after operators
alias hi='echo hi'
true && hi
false || hi
hi | cat
true; hi
## STDOUT:
hi
hi
hi
hi
## END

#### aliases are expanded after assignments and redirections
alias hi='echo hi'
x=1 hi
>f hi; cat f
## STDOUT:
hi
hi
## END

#### an alias may hold a reserved word
alias begin='{' end='}' cond='if true'
begin echo in; end
cond; then echo yes; fi
## STDOUT:
in
yes
## END

#### an alias is not expanded in an argument
alias hi='echo hi'
echo hi
## stdout: hi

#### an alias in a function body is expanded at definition
alias hi='echo old'
f() { hi; }
alias hi='echo new'
f
hi
## STDOUT:
old
new
## END

#### unalias removes one alias
alias a1='echo 1' a2='echo 2'
unalias a1
a1 2>/dev/null || echo gone
a2
## STDOUT:
gone
2
## END

#### unalias -a removes all
alias a1='echo 1' a2='echo 2'
unalias -a
alias
a1 2>/dev/null || echo gone
## stdout: gone

#### unalias of an unknown name fails
unalias nosuchalias 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed

#### alias NAME prints the definition so that it can be read back in
alias ll='ls -l'
alias ll | sed 's/^alias //'
## stdout: ll='ls -l'

#### alias prints quotes safely
alias q='echo "it'\''s"'
x=$(alias q)
unalias q
eval "alias ${x#alias }"
q
## stdout: it's

#### alias without operands lists all, sorted
alias zz=1 aa=2
alias | sed "s/^alias //; s/'//g" | grep -e ^zz -e ^aa
## STDOUT:
aa=2
zz=1
## END
## OK dash (not sorted, which Issue 8 does not ask) STDOUT:
zz=1
aa=2
## END

#### alias of an unknown name fails
alias nosuchalias 2>/dev/null
test $? -gt 0 && echo failed
## STDOUT:
failed
## END

#### alias: one failing operand does not stop the others
alias ok='echo fine' nosuchalias ok2='echo fine2' 2>/dev/null
test $? -gt 0 && echo failed
ok
ok2
## STDOUT:
failed
fine
fine2
## END

#### alias expansion of a word with unusual characters
alias @='echo at' ,='echo comma' %='echo percent' !!='echo bang' a.b='echo dot' 
@
,
%
a.b
## STDOUT:
at
comma
percent
dot
## END

#### an alias may hold an incomplete quote
alias say='echo "a '
say b"
## stdout: a  b

#### an alias for a here-document
alias doc='cat <<E'
doc
body
E
## stdout: body

#### an alias to a comment
alias rem='#'
rem this is ignored
echo after
## stdout: after

#### an empty alias: what follows is the command
alias nothing=''
nothing echo ran
nothing
echo $?
## STDOUT:
ran
0
## END

#### aliases are not inherited by a new shell
alias hi='echo hi'
$SH -c hi 2>/dev/null
echo $?
## stdout: 127

#### aliases in a subshell do not leak out
(alias inner='echo in')
inner 2>/dev/null
echo $?
## stdout: 127

#### a subshell knows the aliases of its parent
alias hi='echo hi'
(eval hi)
x=$(eval hi)
echo "$x"
## STDOUT:
hi
hi
## END

#### alias with a newline in it
alias two='echo 1
echo 2'
two
## STDOUT:
1
2
## END

#### alias: an equals sign in the value
alias a='x=5; echo $x'
a
## stdout: 5

#### alias substitution happens in eval
alias hi='echo hi'
eval 'hi there'
## stdout: hi there

#### alias defined in eval is known in the next command of the script
eval "alias hi='echo hi'"
hi
## stdout: hi

#### alias in a case pattern is not expanded
alias a='b'
case a in
a) echo a;;
b) echo b;;
esac
## stdout: a

#### alias whose last word is an alias with trailing blank chains on
alias x='echo ' y='a ' z='b'
x y z
## stdout: a b

#### alias for a function definition's name is expanded at the command position
alias f='g'
f() { echo body; }
g 2>/dev/null
## stdout: body

#### alias is not expanded for the for variable or in its list
alias i='j' a='b'
for i in a; do echo $i; done
## stdout: a

#### command -v names an alias
alias ll='ls -l'
command -v ll | sed 's/^alias //'
## stdout: ll='ls -l'

#### an alias that ends in an operator
alias pipe='echo x |'
pipe cat
## stdout: x

#### a reserved word can be hidden by an alias only as a command
alias do='echo no'
for i in 1; do :; done 2>/dev/null
echo $i
## only: minishell (the standard leaves aliases of reserved words unspecified; ours are not looked up)
## stdout: 1

#### trailing blanks: the replacement of the next word is looked at again, and decides for the one after
alias e='echo ' n='X' m='n '
e n n
e m n n
e 'n' n
## STDOUT:
X n
X X n
n n
## END
## OK bash STDOUT:
X n
X X n
n X
## END
