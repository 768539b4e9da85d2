# needs: libtoolize
tool=$(command -v libtoolize)
$SH "$tool" --version
$SH "$tool" --help
$SH "$tool" --nonsense
$SH "$tool" --dry-run
mkdir -p project/build-aux project/m4
cd project
cat >configure.ac <<'END'
AC_INIT([probe], [1.0])
AC_CONFIG_AUX_DIR([build-aux])
AC_CONFIG_MACRO_DIRS([m4])
LT_INIT
AC_OUTPUT
END
$SH "$tool" --copy --install --verbose
$SH "$tool" --copy --force --ltdl=libltdl --subproject
