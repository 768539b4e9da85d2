# needs: savelog
tool=$(command -v savelog)
undated() { sed "s/ at .*//"; }
for n in 1 2 3 4 5; do
	echo "log $n" >log
	$SH "$tool" -n -l -c 3 log | undated
	ls
done
for n in 1 2 3; do
	echo "text $n" >other
	$SH "$tool" -q -c 2 -m 600 -t other
done
ls
$SH "$tool" -n missing
: >empty
$SH "$tool" empty | undated
$SH "$tool" -d -D %Y -l other | undated
$SH "$tool" -h
rm -f ./*.gz ./*.[0-9][0-9]*
