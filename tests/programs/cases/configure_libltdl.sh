# needs: bash libtoolize gcc make
# reference: bash
# skip: config.log config.cache
# libltdl's configure has 16,000 lines; the libtool script that it makes has another 11,000.
share=/usr/share/libtool
test -r $share/configure || exit 0
mkdir build-aux
cp -RL $share source
rm -r source/build-aux
cp -L $share/build-aux/* build-aux
cd source
export CONFIG_SHELL="$(command -v sh)"
$SH ./configure --disable-dependency-tracking 2>&1
echo 'int answer(void) { return 42; }' >answer.c
$SH ./libtool --mode=compile gcc -c answer.c
$SH ./libtool --mode=link gcc -o libanswer.la answer.lo -rpath /nonexistent/lib -version-info 3:2:1
$SH ./libtool --mode=install install -c libanswer.la "$PWD/"
$SH ./libtool --config
$SH ./libtool --nonsense
rm -rf .libs ./*.o ./*.lo
