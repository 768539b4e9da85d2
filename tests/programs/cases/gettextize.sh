# needs: gettextize
# A real project gets its po/ and m4/ directories; the question at the end has no terminal to be answered from.
$SH "$(command -v gettextize)" --version
$SH "$(command -v gettextize)" --help
$SH "$(command -v gettextize)" --nonsense
mkdir project
cd project
printf '%s\n' 'AC_INIT([probe], [1.0])' 'AC_CONFIG_FILES([Makefile])' 'AC_OUTPUT' >configure.ac
echo 'SUBDIRS = src' >Makefile.am
setsid $SH "$(command -v gettextize)" --force --copy --no-changelog </dev/null 2>&1 | grep -v tty
