# needs: which.debianutils
tool=$(command -v which.debianutils)
mkdir bin 'odd bin'
for file in bin/tool 'odd bin/tool' bin/plain; do
	echo : >"$file"
done
chmod +x bin/tool 'odd bin/tool'
PATH=$PWD/bin:$PWD/odd\ bin:$PATH
$SH "$tool" tool
$SH "$tool" -a tool
$SH "$tool" -s tool nothere
echo "status $?"
$SH "$tool" plain
echo "status $?"
$SH "$tool" ./bin/tool bin/plain /bin/cat
$SH "$tool" -x
$SH "$tool"
echo "status $?"
PATH=:/bin $SH "$tool" -a cat
