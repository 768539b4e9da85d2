# needs: bash autoconf gcc
# reference: bash
# skip: config.log autom4te.cache
# autoconf itself is a sh script, and what it writes is one.
tool=$(command -v autoconf)
$SH "$tool" --version
$SH "$tool" --help
cat >configure.ac <<'END'
AC_INIT([probe], [1.0], [bugs@example.org])
AC_CONFIG_HEADERS([config.h])
AC_PROG_CC
AC_ARG_ENABLE([fancy], [AS_HELP_STRING([--enable-fancy], [be fancy])], [fancy=$enableval], [fancy=no])
AC_ARG_WITH([depth], [AS_HELP_STRING([--with-depth=N], [how deep])], [depth=$withval], [depth=3])
AC_CHECK_HEADERS([stdint.h sys/mman.h nothere.h])
AC_CHECK_FUNCS([mmap nothere])
AC_CHECK_SIZEOF([int])
AC_CACHE_CHECK([for the answer], [probe_cv_answer], [probe_cv_answer=`expr 6 \* 7`])
AC_DEFINE_UNQUOTED([ANSWER], [$probe_cv_answer], [The answer.])
AC_SUBST([fancy])
AC_SUBST([depth])
AC_CONFIG_FILES([Makefile script.sh], [chmod +x script.sh])
AC_CONFIG_COMMANDS([stamp], [echo "made with depth $depth" >stamp], [depth=$depth])
AC_OUTPUT
END
echo 'all: ; @echo @CC@ @fancy@ @depth@ "@PACKAGE_STRING@"' >Makefile.in
echo 'echo "@fancy@ \$HOME `date` @prefix@"' >script.sh.in
$SH "$tool"
export CONFIG_SHELL="$(command -v sh)"
$SH ./configure --help
$SH ./configure --version
$SH ./configure --nonsense
$SH ./configure --enable-fancy='quite "so"' --with-depth='$HOME; echo no' --prefix=/opt/it\'s
$SH ./config.status --recheck
$SH ./config.status --version
$SH ./config.status Makefile
$SH ./configure -C --quiet
$SH ./configure -C
rm config.cache
mkdir other
cd other
$SH ../configure --srcdir=.. 2>&1
