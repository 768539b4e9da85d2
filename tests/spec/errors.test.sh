# Consequences of shell errors (2.8.1) and exit statuses (2.8.2).

#### a syntax error in the script ends it, earlier commands have run
printf 'echo first\nif\nfi\necho no\n' >s
$SH s 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
first
failed
## END

#### a syntax error with -c
$SH -c 'echo first
)
echo no' 2>/dev/null; echo $?
## STDOUT:
first
2
## END

#### a syntax error in eval ends a script
$SH -c 'eval ")"; echo no' 2>/dev/null; test $? -gt 0 && echo ended
## stdout: ended

#### a syntax error in eval with command does not
$SH -c 'command eval ")"; echo on' 2>/dev/null
## stdout: on

#### a syntax error in a dot script ends the script
echo ')' >s
$SH -c '. ./s; echo no' 2>/dev/null; test $? -gt 0 && echo ended
## stdout: ended

#### a missing dot script ends the script
$SH -c '. ./nofile; echo no' 2>/dev/null; test $? -gt 0 && echo ended
$SH -c '. nofile_x; echo no' 2>/dev/null; test $? -gt 0 && echo ended
## STDOUT:
ended
ended
## END

#### command . with a missing file does not
$SH -c 'command . ./nofile; echo on' 2>/dev/null
## stdout: on

#### special built-in usage errors end a script
for c in 'set -o nosuchoption' 'set -@' 'shift 99' 'export -@' 'readonly -@' 'unset -@' 'export 1a=x' 'readonly a-b' 'return x' 'exit x' \
  'unset 1a' 'break x' 'readonly r=1; unset r' 'readonly r=1; export r=2'; do
  $SH -c "f() { $c; }; f; echo 'went on: $c'" 2>/dev/null
done
echo done
## stdout: done
## OK bash (not all of these are errors everywhere) STDOUT:
went on: shift 99
went on: export 1a=x
went on: readonly a-b
went on: return x
went on: unset 1a
went on: break x
went on: readonly r=1; unset r
done
## END

#### the same with command in front does not end it
$SH -c 'command set -o nosuchoption; echo on' 2>/dev/null
$SH -c 'command shift 99; echo on' 2>/dev/null
$SH -c 'command export 1a=x; echo on' 2>/dev/null
$SH -c 'readonly r=1; command unset r; echo on' 2>/dev/null
## STDOUT:
on
on
on
on
## END

#### regular built-in errors do not end a script
for c in 'cd -@' 'cd ./nowhere' 'cd a b c' 'read' 'read 1a </dev/null' 'umask xyz' 'unalias' 'wait x' 'kill' 'kill -NOSUCH 1' 'getopts' 'getopts a' \
  'printf' 'type nosuchcmd_x' 'command -@' 'alias nosuch' 'hash nosuchcmd_x' 'jobs %9' 'fg %9' 'bg %9' 'ulimit -@' 'pwd -@' 'test 1 -eq x' '[ a'; do
  $SH -c "$c; test \$? -gt 0 || echo 'succeeded: $c'" 2>/dev/null || echo "ended: $c"
done
echo done
## stdout: done
## OK dash (accepts some of these, and its test may end the shell) STDOUT:
succeeded: unalias
nosuchcmd_x: not found
done
## END

#### redirection errors: special built-ins end, others not
$SH -c ': <nofile; echo no' 2>/dev/null; test $? -gt 0 && echo ended
$SH -c 'eval : <nofile; echo no' 2>/dev/null; test $? -gt 0 && echo ended
$SH -c 'true <nofile; echo on' 2>/dev/null
$SH -c 'f() { :; }; f <nofile; echo on' 2>/dev/null
$SH -c '{ :; } <nofile; echo on' 2>/dev/null
$SH -c 'cat <nofile; echo on' 2>/dev/null
## STDOUT:
ended
ended
on
on
on
on
## END

#### a readonly assignment ends a script
$SH -c 'readonly r=1; r=2; echo no' 2>/dev/null; test $? -gt 0 && echo ended
## stdout: ended

#### a readonly assignment before a utility
$SH -c 'readonly r=1; r=2 cat </dev/null; echo on' 2>/dev/null; echo $?
## stdout: 2
## OK bash (2.8.1 says the shell shall exit; it goes on) stdout: 1

#### expansion errors end a script
$SH -c 'echo ${u?}; echo no' 2>/dev/null; test $? -gt 0 && echo ended
$SH -c 'set -u; echo $u; echo no' 2>/dev/null; test $? -gt 0 && echo ended
$SH -c 'echo $((1/0)); echo no' 2>/dev/null; test $? -gt 0 && echo ended
$SH -c 'echo ${a b}; echo no' 2>/dev/null; test $? -gt 0 && echo ended
## STDOUT:
ended
ended
ended
ended
## END

#### an expansion error in a regular built-in's words ends a script too
$SH -c 'true ${u?}; echo no' 2>/dev/null; test $? -gt 0 && echo ended
$SH -c 'command echo ${u?}; echo no' 2>/dev/null; test $? -gt 0 && echo ended
$SH -c 'f() { :; }; f ${u?}; echo no' 2>/dev/null; test $? -gt 0 && echo ended
## STDOUT:
ended
ended
ended
## END

#### an expansion error in a compound command's words ends a script
$SH -c 'for i in ${u?}; do :; done; echo no' 2>/dev/null; test $? -gt 0 && echo ended
$SH -c 'case ${u?} in *) :; esac; echo no' 2>/dev/null; test $? -gt 0 && echo ended
## STDOUT:
ended
ended
## END

#### an expansion error in a redirection ends a script
$SH -c 'echo hi >${u?}; echo no' 2>/dev/null; test $? -gt 0 && echo ended
## stdout: ended

#### an expansion error in a here-document
$SH -c 'cat <<E
${u?}
E
echo no' 2>/dev/null; test $? -gt 0 && echo ended
## stdout: no
## status: 1

#### errors in a subshell end only the subshell
$SH -c '(: ${u?}); echo on' 2>/dev/null
$SH -c '(readonly r=1; r=2); echo on' 2>/dev/null
$SH -c '(. ./nofile); echo on' 2>/dev/null
$SH -c '(eval ")"); echo on' 2>/dev/null
## STDOUT:
on
on
on
on
## END

#### errors in a substitution end only it
$SH -c 'x=$(: ${u?}); echo on' 2>/dev/null
$SH -c 'echo $(eval ")") on' 2>/dev/null
## STDOUT:
on
on
## END

#### errors in a pipeline part end only it
$SH -c ': ${u?} | cat; echo on' 2>/dev/null
$SH -c 'true | readonly 1a; echo on' 2>/dev/null
## STDOUT:
on
on
## END

#### errors in an asynchronous list end only it
$SH -c ': ${u?} & wait; echo on' 2>/dev/null
## stdout: on

#### a command that is not found does not end a script
$SH -c 'nosuchcmd_x; echo "on $?"' 2>/dev/null
## stdout: on 127

#### exec of a missing command ends a script
$SH -c 'exec nosuchcmd_x; echo no' 2>/dev/null; echo $?
$SH -c 'exec ./nofile; echo no' 2>/dev/null; echo $?
: >f; $SH -c 'exec ./f; echo no' 2>/dev/null; echo $?
## STDOUT:
127
127
126
## END

#### command exec of a missing command
$SH -c 'command exec nosuchcmd_x; echo on' 2>/dev/null; echo $?
## stdout: 127

#### statuses 126 and 127 of $SH itself
$SH ./nofile 2>/dev/null; echo $?
mkdir d; $SH ./d 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
127
failed
## END
## OK dash (127 for a missing script (sh, EXIT STATUS)) stdout: 2
## OK dash (127 for a missing script (sh, EXIT STATUS)) status: 1

#### an error message goes to standard error
$SH -c 'nosuchcmd_x' 2>&1 >/dev/null | grep -c nosuchcmd_x
$SH -c 'cd ./nowhere' 2>&1 >/dev/null | grep -c nowhere
$SH -c ': ${v?my words}' 2>&1 >/dev/null | grep -c 'v: my words'
$SH -c 'echo x >/nodir/f' 2>&1 >/dev/null | grep -c /nodir/f
## STDOUT:
1
1
1
1
## END

#### a syntax error message names the place
printf 'echo a\necho b\nif )\n' >script_x
$SH script_x 2>&1 >/dev/null | grep -q script_x && echo named
## stdout: named

#### the shell's status after an error in the middle of a script file
printf 'echo a\nreadonly r=1\nr=2\necho no\n' >s
$SH s 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
a
failed
## END

#### an error inside a function called in a condition ends the shell all the same
$SH -c 'f() { : ${u?}; }; if f; then echo no; else echo no; fi; echo no' 2>/dev/null; test $? -gt 0 && echo ended
## stdout: ended

#### an error inside eval inside a condition ends the shell
$SH -c 'eval ": \${u?}" || echo no; echo no' 2>/dev/null; test $? -gt 0 && echo ended
## stdout: ended

#### a failing assignment in a condition ends the shell
$SH -c 'readonly r=1; r=2 || echo no; echo no' 2>/dev/null; test $? -gt 0 && echo ended
## stdout: ended

#### unset of a readonly variable
$SH -c 'readonly r=1; unset r; echo no' 2>/dev/null; test $? -gt 0 && echo ended
## stdout: ended
## OK bash (goes on; 2.15 unset: it shall be an error, and 2.8.1: that ends the shell) stdout: no
## OK bash (goes on; 2.15 unset: it shall be an error, and 2.8.1: that ends the shell) status: 1

#### a bad option to the shell itself
$SH -@ -c 'echo no' 2>/dev/null; test $? -gt 0 && echo failed
$SH -o nosuchoption -c 'echo no' 2>/dev/null; test $? -gt 0 && echo failed
$SH -c 2>/dev/null; test $? -gt 0 && echo failed
## STDOUT:
failed
failed
failed
## END

#### statuses of signals in children: 128 + n
sh -c 'kill -1 $$' 2>/dev/null; echo $?
sh -c 'kill -9 $$' 2>/dev/null; echo $?
sh -c 'kill -14 $$' 2>/dev/null; echo $?
## STDOUT:
129
137
142
## END

#### $? after an error that a subshell contained
(: ${u?}) 2>/dev/null; test $? -gt 0 && echo nonzero
(exit 0); echo $?
## STDOUT:
nonzero
0
## END

#### an error message does not go to standard output
$SH -c 'nosuchcmd_x; cd /nonexistent; : ${u?}' 2>/dev/null
test $? -gt 0 && echo failed
## stdout: failed

#### unmatched closing words are syntax errors with status 2
for s in fi done esac '}' ')' ';;' then do else elif; do $SH -c "$s" 2>/dev/null; echo "$s $?"; done
## STDOUT:
fi 2
done 2
esac 2
} 2
) 2
;; 2
then 2
do 2
else 2
elif 2
## END

#### unfinished constructs are syntax errors with status 2
for s in 'if true' 'if true; then' 'while true' 'for x' 'for x in' 'case x' 'case x in' '{' '(' 'f() {' '$(' '`' '${x' '$((1' "'" '"' 'echo |' 'a &&'; do
  $SH -c "$s" >/dev/null 2>&1; echo "$s $?"
done
## STDOUT:
if true 2
if true; then 2
while true 2
for x 2
for x in 2
case x 2
case x in 2
{ 2
( 2
f() { 2
$( 2
` 2
${x 2
$((1 2
' 2
" 2
echo | 2
a && 2
## END

#### a reserved word where a command must end is an argument
echo a done b fi
## stdout: a done b fi

#### a function name that is no name
$SH -c 'a=b() { :; }' 2>/dev/null; test $? -gt 0 && echo failed
## stdout: failed

#### a newline inside a list where none may be
$SH -c 'for
i in a; do :; done' 2>/dev/null; test $? -gt 0 && echo failed
$SH -c 'case
x in x) echo case;; esac' 2>/dev/null
## stdout: failed
## status: 2
