"""A script that looks like configure, of any length, always the same."""

PIECES = (
    """\
# Check for {name}
echo "$as_me:$LINENO: checking for {name}" >&5
printf %s "checking for {name}... " >&6
if test ${{ac_cv_lib_{name}+y}}
then :
  printf %s "(cached) " >&6
else
  ac_check_lib_save_LIBS=$LIBS
  LIBS="-l{name} $LIBS"
  cat confdefs.h - <<_ACEOF >conftest.$ac_ext
/* end confdefs.h. */
char {name} ();
int main (void) {{ return {name} (); }}
_ACEOF
  if ac_fn_c_try_link "$LINENO"; then :
    ac_cv_lib_{name}=yes
  else
    ac_cv_lib_{name}=no
  fi
  rm -f core conftest.err conftest.$ac_objext conftest$ac_exeext conftest.$ac_ext
  LIBS=$ac_check_lib_save_LIBS
fi
""",
    """\
ac_option_{name}=${{ac_option_{name}-'default value {number}'}}
for ac_dir in "$srcdir" "$srcdir/.." "$srcdir/../.." /opt/{name}/lib
do
  if test -f "$ac_dir/{name}.sh"; then
    ac_aux_dir=$ac_dir
    ac_install_{name}="$ac_aux_dir/install-sh -c"
    break
  elif test -f "$ac_dir/{name}-{number}"; then
    ac_aux_dir=`dirname "$ac_dir" | sed 's/x*$//'`
  fi
done
""",
    """\
case $host_os:$enable_{name} in
  aix[3-9]* | [cC]ygwin*:yes | mingw*:"$with_{name}")
    lt_{name}='$CC -shared $libobjs -o "$lib" `test -z "$deps" || echo "$deps"`' ;;
  linux*:no* | *-gnu*)
    lt_{name}=$((lt_count + {number})) lt_flags="$lt_flags -D{name}=\\"{number}\\"" ;;
  *) as_fn_error $? "cannot use {name} on $host_os" "$LINENO" {number} ;;
esac
""",
    """\
{name}_mode ()
{{
  as_lineno=${{as_lineno-"$1"}} as_lineno_stack=as_lineno_stack=$as_lineno_stack
  while test $# -gt 0; do
    case $1 in --{name}=*) {name}_value=`expr "X$1" : '[^=]*=\\(.*\\)'` ;; -*) : ;; *) break ;; esac
    shift
  done && test -n "${{{name}_value}}" || {{ {name}_value=${{2:-"${{3%/*}}"}}; return 1; }}
  (eval "$ac_compile") 2>conftest.er1 >&5 ; ac_status=$?
  test $ac_status = 0
}} # {name}_mode
""",
)


def configure_script(lines: int) -> str:
    """At least *lines* lines of what autoconf writes most."""
    parts, count, number = ["#! /bin/sh\n"], 1, 0
    while count < lines:
        part = PIECES[number % len(PIECES)].format(name=f"feature_{number}", number=number * 7 % 1000)
        parts.append(part)
        count += part.count("\n")
        number += 1
    return "".join(parts)
