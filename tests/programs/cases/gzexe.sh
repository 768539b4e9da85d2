# needs: gzexe gzip
# skip: tool tool~ tool.gzexe
cat >tool <<'END'
#!/bin/sh
echo "$# arguments:"
printf '<%s>\n' "$@"
exit 3
END
chmod 755 tool
$SH "$(command -v gzexe)" tool | sed 's/[0-9.]*%//'
ls
$SH ./tool one 'two three' ''
echo "status $?"
$SH "$(command -v gzexe)" tool 2>&1 | sed 's/[0-9.]*%//'
$SH "$(command -v gzexe)" -d tool | sed 's/[0-9.]*%//'
$SH ./tool x
$SH "$(command -v gzexe)" missing
$SH "$(command -v gzexe)" --help
