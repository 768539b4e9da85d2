# needs: automake
for directory in /usr/share/automake-*; do
	test -r "$directory/tap-driver.sh" && aux=$directory
done
cat >tests.tap <<'END'
#!/bin/sh
echo 1..5
echo 'ok 1 - first'
echo 'not ok 2 - second'
echo '# a remark'
echo 'ok 3 # SKIP no time'
echo 'not ok 4 # TODO later'
echo 'ok 5'
END
chmod +x tests.tap
$SH "$aux/tap-driver.sh" --test-name tests --log-file tests.log --trs-file tests.trs --color-tests yes --comments -- ./tests.tap
echo "status $?"
$SH "$aux/tap-driver.sh" --help
echo 'exit 77' >skipped
for command in true false 'sh skipped' 'sh -c "exit 99"' nothere; do
	eval "\$SH \"\$aux/test-driver\" --test-name one --log-file one.log --trs-file one.trs --color-tests no -- $command"
	echo "status $?"
	sed 's/nothere.*/nothere/' one.trs
done
$SH "$aux/test-driver" --nonsense
rm -f one.log
