# getopts.

#### options without arguments
set -- -a -b rest
while getopts ab o; do echo "$o $OPTIND"; done
echo $? $OPTIND
## STDOUT:
a 2
b 3
0 3
## END

#### options with arguments, joined and separate
set -- -a1 -b 2 -c rest
while getopts a:b:c o; do echo "$o ${OPTARG-none}"; done
shift $((OPTIND-1))
echo "$@"
## STDOUT:
a 1
b 2
c none
rest
## END
## OK dash STDOUT:
a 1
b 2
c 
rest
## END

#### grouped options
set -- -abc -d
while getopts abcd o; do echo $o; done
echo $OPTIND
## STDOUT:
a
b
c
d
3
## END

#### a group whose last takes an argument
set -- -abval -c
while getopts ab:c o; do echo "$o ${OPTARG-}"; done
## STDOUT:
a 
b val
c 
## END

#### -- ends the options
set -- -a -- -b
while getopts ab o; do echo $o; done
shift $((OPTIND-1))
echo "$@"
## STDOUT:
a
-b
## END

#### a lone minus is an operand
set -- -a - -b
while getopts ab o; do echo $o; done
shift $((OPTIND-1))
echo "$@"
## STDOUT:
a
- -b
## END

#### the first operand ends the options
set -- -a op -b
while getopts ab o; do echo $o; done
echo $OPTIND
## STDOUT:
a
2
## END

#### an unknown option: question mark and a message
set -- -x
getopts a o 2>err
echo "$? $o ${OPTARG-unset}"
test -s err && echo message
## STDOUT:
0 ? unset
message
## END

#### a missing argument: question mark and a message
set -- -a
getopts a: o 2>err
echo "$? $o ${OPTARG-unset}"
test -s err && echo message
## STDOUT:
0 ? unset
message
## END

#### silent mode: an unknown option in OPTARG
set -- -x
getopts :a o
echo "$o $OPTARG"
## stdout: ? x

#### silent mode: a missing argument is a colon
set -- -a
getopts :a: o
echo "$o $OPTARG"
## stdout: : a

#### explicit arguments instead of the positional parameters
set -- -x
while getopts ab: o -a -b val; do echo "$o ${OPTARG-}"; done
echo $OPTIND
## STDOUT:
a 
b val
4
## END

#### at the end: status 1, question mark
set -- op
getopts a o; echo "$? $o $OPTIND"
set --
getopts a o; echo "$? $o $OPTIND"
## STDOUT:
1 ? 1
1 ? 1
## END

#### OPTIND=1 starts again
set -- -a
getopts a o; echo $o
OPTIND=1
set -- -b
getopts b o; echo $o
## STDOUT:
a
b
## END

#### an argument that starts with a minus
set -- -a -b
getopts a:b o; echo "$o $OPTARG"
## stdout: a -b

#### an empty argument
set -- -a '' x
getopts a: o; echo "$o [$OPTARG] $OPTIND"
## stdout: a [] 3

#### an argument with blanks
set -- -a 'x  y'
getopts a: o; echo "[$OPTARG]"
## stdout: [x  y]

#### OPTARG is unset for an option without argument
OPTARG=old
set -- -a
getopts a o; echo "${OPTARG-unset}"
## stdout: unset
## OK dash (sets it to nothing) STDOUT:

## END

#### in a function with its own parameters
f() { OPTIND=1; while getopts xy: o; do echo "$o ${OPTARG-}"; done; shift $((OPTIND-1)); echo "rest $*"; }
f -x -y 1 a b
f -y2 c
## STDOUT:
x 
y 1
rest a b
y 2
rest c
## END

#### the option's name is a digit or capital
set -- -1 -Z
while getopts 1Z o; do echo $o; done
## STDOUT:
1
Z
## END

#### an invalid variable name
getopts a 1x -a 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### a whole program
prog() {
  OPTIND=1 verbose=0 file=
  while getopts :vf: o; do
    case $o in
      v) verbose=$((verbose+1));;
      f) file=$OPTARG;;
      :) echo "missing $OPTARG"; return 2;;
      \?) echo "unknown $OPTARG"; return 2;;
    esac
  done
  shift $((OPTIND-1))
  echo "$verbose $file $*"
}
prog -vvf out a b
prog -f; echo $?
prog -q; echo $?
## STDOUT:
2 out a b
missing f
2
unknown q
2
## END

#### unknown option within a group goes on
set -- -axb
while getopts :ab o; do echo "$o ${OPTARG-}"; done
## STDOUT:
a 
? x
b 
## END

#### OPTIND after each step of a group
set -- -ab -c
getopts abc o; echo $o
getopts abc o; echo $o $OPTIND
getopts abc o; echo $o $OPTIND
## STDOUT:
a
b 2
c 3
## END
