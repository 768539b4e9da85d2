# needs: sed awk
# Smaller scripts that are on most Debian machines.
run() {
	path=$(command -v "$1") || return 0
	head -n 1 "$path" | grep -q '/sh' || return 0
	shift
	echo "${path##*/} $*"
	$SH "$path" "$@" 2>&1 </dev/null
	echo "status $?"
}
echo 'int main(void) { return 0; }' >main.c
printf 'a\n\nb\n' >text
run c99-gcc -c main.c
run c89-gcc -std=c90 -c main.c
run c99-gcc -std=c90 -c main.c
run egrep -c a text
run fgrep -n b text
run rgrep -l b .
run ssh-argv0
run lsb_release --help
run nroff --version
run lesspipe text
run service --help
run service
run invoke-rc.d --help
run invoke-rc.d
run strace-log-merge
run gpg-zip --help
run zipgrep
run xdg-user-dir DOCUMENTS
run ssh-copy-id -h
run kernel-install --help
run gdbtui --version
run gdb-add-index
run bashbug --help
run zless --help
run xzless --version
run fakeroot-sysv --version
run dpkg-realpath --version
run dpkg-realpath /bin/../etc
run valgrind --version
run update-ca-certificates --help
run apt-key --help
run add-shell
rm -f main.o
