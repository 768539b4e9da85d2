# needs: gettext.sh envsubst
cat >script <<'END'
. gettext.sh
TEXTDOMAIN=probe
export TEXTDOMAIN
name='A B' count=3
eval_gettext "Hello, \$name!"; echo
eval_ngettext "\$count file" "\$count files" $count; echo
eval_gettext "no variables"; echo
END
$SH ./script
$SH "$(command -v gettext.sh)" --help
$SH "$(command -v gettext.sh)" --version
$SH "$(command -v gettext.sh)" --nonsense
