# needs: shunit2

# The examples that come with shunit2, and a suite of our own that uses every assertion.
library=$(command -v shunit2)
examples=/usr/share/doc/shunit2/examples
if test -d $examples; then
	cp -R $examples .
	ln -s "$library" shunit2
	cp "$library" examples/shunit2
	cd examples
	for test in equality_test.sh lineno_test.sh math_test.sh mkdir_test.sh mock_file_test.sh party_test.sh suite_test.sh; do
		sed 's:\. \.\./shunit2:. ./shunit2:; s:\. /usr/[a-z/]*shunit2:. ./shunit2:' $test >run_$test
		$SH ./run_$test 2>&1 | lines
		echo "status $?"
	done
	cd ..
fi
cat >own <<'END'
oneTimeSetUp() { echo 'once before'; }
oneTimeTearDown() { echo 'once after'; }
setUp() { x=1; }
tearDown() { unset x; }
testEquality() {
	assertEquals 'one is one' 1 "$x"
	assertEquals 1 2
	assertNotEquals 'not the same' a b
	assertSame "$x" 1
	assertNotSame 1 1
}
testContains() {
	assertContains 'a b c' b
	assertContains "it's here" 'a b c' d
	assertNotContains 'abc' 'z'
}
testNull() { assertNull ''; assertNotNull 'not null' ''; }
testTruth() {
	assertTrue '[ 1 -eq 1 ]'
	assertTrue 'a status' 0
	assertFalse 1
	assertTrue 'that fails' false
}
testFail() { fail 'on purpose'; failNotEquals 'prefix' 1 2; failSame 1 1; failFound 'found' x; failNotFound 'lost' x; }
testSkip() { startSkipping; assertEquals 1 2; isSkipping && echo skipping; endSkipping; assertTrue 0; }
testLines() { ${_ASSERT_EQUALS_} '"with a line"' 1 2; ${_ASSERT_NULL_} 'x'; }
testError() { nonsense_command 2>/dev/null; }
SHUNIT_COLOR=none
. shunit2
END
lines() { sed "s/ASSERT:\[[0-9]*\] /ASSERT:/"; } # not every shell knows its line in eval
$SH ./own 2>&1 | lines
echo "status $?"
$SH ./own -- testSkip testNull
echo "status $?"
SHUNIT_COLOR=always $SH ./own -- testTruth
