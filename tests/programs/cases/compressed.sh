# needs: zgrep gzip bzip2 xz
printf '%s\n' one two three four >a
printf '%s\n' one 2 three five >b
gzip -nk a b
bzip2 -k a b
xz -k a b
for z in z bz xz; do
	case $z in z) end=gz ;; bz) end=bz2 ;; xz) end=xz ;; esac
	grep=$(command -v ${z}grep)
	$SH "$grep" -n t a.$end b.$end
	$SH "$grep" -e one -e five b.$end
	$SH "$grep" -c -i ONE a.$end a
	$SH "$grep" -l three ./*.$end
	$SH "$grep" -L four ./*.$end
	$SH "$grep" -h 'f[oi]' ./*.$end
	$SH "$grep" nothing a.$end
	echo "status $?"
	$SH "$grep" one missing.$end 2>/dev/null
	echo "status $?"
	$SH "$grep" --version >/dev/null
	echo "status $?"
	$SH "$(command -v ${z}diff)" a.$end b.$end
	echo "status $?"
	$SH "$(command -v ${z}cmp)" a.$end a
	echo "status $?"
	$SH "$(command -v ${z}diff)" -u a.$end b | sed 1,2d
done
$SH "$(command -v zcat)" a.gz b
$SH "$(command -v zcat)" --help
$SH "$(command -v gunzip)" -c a.gz
$SH "$(command -v zforce)" a b
cp a.gz odd
$SH "$(command -v zforce)" odd && ls
compress=$(command -v uncompress) && $SH "$compress" -c a.gz
$SH "$(command -v zgrep)" -f a b.gz
$SH "$(command -v zgrep)" "it's; \$(echo)" a.gz
$SH "$(command -v zfgrep)" -x two a.gz
