# needs: autoconf
aux=/usr/share/autoconf/build-aux
test -r $aux/config.sub || aux=/usr/share/misc
$SH $aux/config.guess
$SH $aux/config.guess --help
for name in i686-linux sparc-sun-solaris2.10 x86_64-pc-mingw64 arm-none-eabi powerpc64le-unknown-linux-gnu vax m68k-next-nextstep \
	aarch64-apple-darwin22 sun4 pc98 riscv64-freebsd hppa2.0w-hp-hpux11.11 nonsense-of-a-machine '' a-b-c-d-e i386-os2; do
	$SH $aux/config.sub "$name"
	echo "status $?"
done
$SH $aux/config.sub --version
