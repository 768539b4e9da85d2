# Arithmetic expansion (2.6.4, XCU 1.1.2.1).

#### addition, subtraction, multiplication, division, remainder
echo $((7+3)) $((7-10)) $((7*3)) $((7/2)) $((7%3))
## stdout: 10 -3 21 3 1

#### division and remainder truncate toward zero
echo $((-7/2)) $((7/-2)) $((-7%3)) $((7%-3))
## stdout: -3 -3 -1 1

#### precedence and parentheses
echo $((2+3*4)) $(((2+3)*4)) $((10-4-3)) $((2*3%4)) $((100/10/5))
## stdout: 14 20 3 2 2

#### unary operators
echo $((-5)) $((+5)) $((- -5)) $((!0)) $((!5)) $((~0)) $((~5)) $((-(-3))) $((!!7))
## stdout: -5 5 5 1 0 -1 -6 3 1

#### unary minus against binary minus
x=3
echo $((5 - -x)) $((5-x)) $((-x-5))
## stdout: 8 2 -8

#### comparisons give 1 or 0
echo $((1<2)) $((2<1)) $((2<=2)) $((3>=4)) $((3>2)) $((3==3)) $((3!=3))
## stdout: 1 0 1 0 1 1 0

#### logical operators give 1 or 0
echo $((1&&2)) $((1&&0)) $((0||0)) $((0||5)) $((1&&0||1))
## stdout: 1 0 0 1 1

#### logical operators do not evaluate needlessly
x=0
echo $((0 && (x=5))) $x $((1 || (x=6))) $x
## stdout: 0 0 1 0

#### bitwise operators
echo $((6&3)) $((6|3)) $((6^3)) $((1|2&3^4))
## stdout: 2 7 5 7

#### shifts
echo $((1<<4)) $((256>>2)) $((-8>>1)) $((1<<2+1))
## stdout: 16 64 -4 8

#### precedence of bitwise against comparison
echo $((1&3==3)) $((4|1<2)) $((5&1!=0))
## stdout: 1 5 1

#### the conditional operator
echo $((1?2:3)) $((0?2:3)) $((1?0?4:5:6)) $((0?1:0?2:3))
## stdout: 2 3 5 3

#### the conditional operator evaluates one branch only
x=0 y=0
echo $((1 ? (x=1) : (y=1))) $x $y
echo $((0 ? (x=9) : (y=2))) $x $y
## STDOUT:
1 1 0
2 1 2
## END

#### assignment
echo $((x=5)) $x
echo $((x = x + 1)) $x
## STDOUT:
5 5
6 6
## END

#### assignment operators
x=10
echo $((x+=5)) $((x-=3)) $((x*=2)) $((x/=5)) $((x%=3))
x=12
echo $((x<<=2)) $((x>>=1)) $((x&=28)) $((x|=3)) $((x^=1)) $x
## STDOUT:
15 12 24 4 1
48 24 24 27 26 26
## END

#### assignment is right-associative
echo $((a=b=3)) $a $b
## stdout: 3 3 3

#### assignment in a conditional
x=1
echo $((x ? (a=1) : (b=2)))
## stdout: 1

#### increment and decrement
x=5
echo $((x++)) $x $((x--)) $x $((++x)) $x $((--x)) $x
## N-I dash
## stdout: 5 6 6 5 6 6 5 5

#### the comma operator
echo $((1,2,3)) $((x=4,x+1))
## N-I dash
## stdout: 3 5

#### variables without and with a dollar
x=4
echo $((x)) $(($x)) $((${x})) $((x*$x))
## stdout: 4 4 4 16

#### unset and null variables are zero
unset u; n=
echo $((u)) $((n)) $((u+1)) $((n-1))
## stdout: 0 0 1 -1

#### a variable that holds an octal or hexadecimal constant
x=010 y=0x1F
echo $((x)) $((y)) $((x+y))
## stdout: 8 31 39

#### a variable that holds an expression with dollar
x=1+2
echo $(($x*3))
## stdout: 7

#### a variable that holds blanks around a number
x=' 7 '
echo $((x+1))
## stdout: 8

#### a negative variable
x=-3
echo $((x)) $((-x)) $((5+x)) $((5-x))
## stdout: -3 3 2 8

#### constants: decimal, octal, hexadecimal
echo $((10)) $((010)) $((0x10)) $((0X1f)) $((00)) $((0xAbC))
## stdout: 10 8 16 31 0 2748

#### an invalid octal digit is an error
(echo $((08))) 2>/dev/null || echo failed
(echo $((019 + 1))) 2>/dev/null || echo failed
## STDOUT:
failed
failed
## END

#### blanks, tabs and newlines are ignored
echo $((  1	+
2  ))
## stdout: 3

#### the largest and smallest numbers
echo $((9223372036854775807)) $((-9223372036854775807-1))
## stdout: 9223372036854775807 -9223372036854775808

#### overflow wraps around
echo $((9223372036854775807+1)) $((-9223372036854775807-2))
echo $((9223372036854775807*2))
## STDOUT:
-9223372036854775808 9223372036854775807
-2
## END

#### division by zero is an error
(echo $((1/0)); echo no) 2>/dev/null
test $? -gt 0 && echo failed
(echo $((1%0)); echo no) 2>/dev/null
test $? -gt 0 && echo failed
## STDOUT:
failed
failed
## END

#### the smallest number divided by minus one
echo $(( (-9223372036854775807-1) % -1 ))
## stdout: 0
## OK dash (dies of SIGFPE) STDOUT:
## END
## OK dash (dies of SIGFPE) status: 136

#### division by zero is not evaluated in a branch not taken
echo $((1 || 1/0)) $((0 && 1/0)) $((1 ? 2 : 1/0))
## stdout: 1 0 2

#### an error in an expansion ends a script (2.8.1)
$SH -c 'echo $((1/0)); echo after' 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed

#### a malformed expression is an error
for e in '1 +' '+' '1 2' '(1' '1)' '1 ? 2' '* 3' '1 = 2' 'a b' '3 @ 4' '5 = x' '1.5' '1a'; do
  (eval "echo \$(($e))") >/dev/null 2>&1 && echo "accepted: $e"
done
echo done
## stdout: done

#### an empty expression is zero
echo $(( ))
## stdout: 0
## OK dash (no expression is an error there) STDOUT:
## END
## OK dash (no expression is an error there) status: 2

#### nested parentheses
echo $((((((1+2))))*((3))))
## stdout: 9

#### nested arithmetic expansions
echo $((1 + $((2 * $((3 + 4))))))
## stdout: 15

#### an expansion within double quotes, and quotes beside it
x=3
echo "$((x + 1))" a"$((x + 1))"'$((x))'
## stdout: 4 a4$((x))

#### a command substitution inside
echo $(( `echo 2` * $(echo 3) ))
## stdout: 6

#### the result is split by IFS
IFS=1
set -- $((212))
echo $#
set -- "$((212))"
echo $#
## STDOUT:
2

## END

#### positional and special parameters inside
set -- 4 5
echo $(($1+$2)) $(($#*10)) $(($?+0))
## stdout: 9 20 0

#### an expression in an assignment, a default and a here-document
x=$((2+3))
echo $x ${u:-$((1+1))}
cat <<E
$((3*3)) $(( x *
2 ))
E
## STDOUT:
5 2
9 10
## END

#### assignments are visible right after, in the same command
echo $((x=3)) $((x+=1)) $x
## stdout: 3 4 4

#### assignment inside a subshell does not leak
x=1
(: $((x=9)); echo $x)
y=$(: $((x=8)); echo $x)
echo $x $y
## STDOUT:
9
1 8
## END

#### assignment to a readonly variable is an error
readonly r=1
(echo $((r=2)); echo no) 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed

#### assignment exports with set -a
set -a
: $((zz=5))
env | grep '^zz='
## stdout: zz=5

#### a variable name with digits and underscores
_x1=3 X_2=4
echo $((_x1*X_2))
## stdout: 12

#### comparison chains associate to the left
echo $((3>2>1)) $((1<2<3)) $((1==1==1))
## stdout: 0 1 1

#### logical not and bitwise complement bind tightest
echo $((!1+1)) $((~1+1)) $((-2*3)) $((!0==1))
## stdout: 1 -1 -6 1

#### shift counts from variables
n=3
echo $((1<<n)) $((64>>n)) $((1<<n<<1))
## stdout: 8 8 16

#### a large loop counter
i=0
while [ $i -lt 100 ]; do i=$((i+1)); done
echo $i
## stdout: 100

#### base of printed results is always ten
echo $((0xff)) $((0777)) $((-0x10))
## stdout: 255 511 -16

#### hexadecimal constants of 64 bits
echo $((0x7fffffffffffffff))
## stdout: 9223372036854775807

#### letters x in decimal digits are errors
(echo $((12x))) >/dev/null 2>&1 || echo failed
## stdout: failed

#### the conditional with assignments in the third operand needs parentheses
(eval 'echo $((1 ? x=1 : (x=2)))') 2>/dev/null
echo $x
## STDOUT:
1

## END

#### a double-parenthesis expression with a closing pair inside quotes
echo "$(( (1) ))" $(((2)))
## stdout: 1 2

#### escaped newline inside an expression
echo $((1 + \
2))
## stdout: 3

#### set -u and a set variable
set -u
x=5
echo $((x + 1))
## stdout: 6

#### arithmetic with the value of $? after a failure
false
echo $(($?*5))
## stdout: 5

#### a unary operator before a parenthesis
echo $((-(2+3))) $((!(2>3))) $((~(0)))
## stdout: -5 1 -1

#### mixed operators with all precedence levels
echo $((1+2*3-4/2%3<<1&7|8^3)) $((1||0&&0)) $((1?2||0:3&&0))
## stdout: 11 1 1

#### plus and minus signs in a row with blanks
echo $((1 - - 1)) $((1 + + 1)) $((1 - + 1)) $((- - - 1))
## stdout: 2 2 0 -1

#### the minus of a number in a variable after an operator
x=-1
echo $((1-$x)) $((1 - x)) $((2*$x))
## stdout: 2 2 -2

#### arithmetic in a test and as arguments
test $((2*2)) -eq 4 && echo yes
set -- a$((1))b $((2))$((3))
echo "$@"
## STDOUT:
yes
a1b 23
## END

#### a dollar-sign name within the expression is expanded first
op=+
echo $((2 $op 3))
## stdout: 5

#### values beyond 64 bits in a product wrap
echo $((3037000500*3037000500))
## stdout: -9223372036709301616

#### shift by zero and negative numbers to the right
echo $((5<<0)) $((-1>>63)) $((-1>>1))
## stdout: 5 -1 -1

#### arithmetic assignment creates the variable as an ordinary one
: $((newvar = 7))
echo $newvar
unset newvar
echo ${newvar-unset}
## STDOUT:
7
unset
## END

#### octal with leading zeros in variables used as counters
x=07
echo $((x+1))
## stdout: 8

#### an assignment does not happen in the untaken branch
x=1
: $((0 ? (x=2) : 0)) $((0 && (x=3))) $((1 || (x=4)))
echo $x
## stdout: 1

#### complement and negative hexadecimal
echo $((~0xF)) $((0xF & ~3)) $((-1 & 0xFF))
## stdout: -16 12 255
