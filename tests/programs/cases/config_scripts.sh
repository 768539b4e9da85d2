# needs: sed
# The scripts by which libraries tell how to compile with them.
for tool in xml2-config xslt-config ncurses6-config ncursesw6-config libpng16-config libgcrypt-config gpgrt-config nss-config \
	nspr-config xmlsec1-config pcre2-config curl-config x86_64-linux-gnu-python3.11-config; do
	path=$(command -v $tool) || continue
	head -n 1 "$path" | grep -q 'bin/sh' || continue
	for option in --version --libs --cflags --prefix --help --ldflags --includes --exec-prefix=/x --nonsense ''; do
		echo "$tool $option"
		$SH "$path" $option 2>&1
		echo "status $?"
	done
done
