# needs: automake
for directory in /usr/share/automake-*; do
	test -r "$directory/install-sh" && aux=$directory
done
$SH "$aux/install-sh" --help
$SH "$aux/install-sh" --version
$SH "$aux/install-sh" -d one/two 'with blank/three' ./-dash
echo text >file
echo other >'-odd name'
$SH "$aux/install-sh" -m 640 file one/two/copy
$SH "$aux/install-sh" -c -m u=rwx,go=rx file 'with blank/three'
$SH "$aux/install-sh" -C file one/two/copy
$SH "$aux/install-sh" -t one file './-odd name'
$SH "$aux/install-sh" -T file one/new/deep
$SH "$aux/install-sh" -b file one/two/copy
$SH "$aux/install-sh" missing one
$SH "$aux/install-sh" -m nonsense file one
$SH "$aux/install-sh"
ls -l one one/two 'with blank/three' | sed 's/ [A-Z][a-z][a-z] .*[0-9] / /'
$SH "$aux/mkinstalldirs" -m 700 a/b/c 'd e'
$SH "$aux/mkinstalldirs" --help
$SH "$aux/missing" --version
$SH "$aux/missing" nothere --version
$SH "$aux/missing" true
$SH "$aux/compile" echo -c -o out.o in.c
$SH "$aux/ylwrap" --help
$SH "$aux/depcomp" --help
