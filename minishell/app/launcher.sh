#!/bin/sh
# The `minishell` command: start the Python that minishell was installed for, isolated (-I) and without `site` (-S),
# which a shell does not need and which would take longer than the shell's own start. Nothing is forked, unless a symbolic
# link must be followed. Environment, descriptors and signals are passed on as they are.

# Python hides whether SIGPIPE and SIGXFSZ were ignored: the mask of ignored signals is the 33rd field of this file.
_minishell_ignored=0
[ -r /proc/self/stat ] && read -r _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _ms _minishell_ignored _ms </proc/self/stat

# $1 becomes the place of this very file.
if [ -h "$0" ]; then
	set -- "$(readlink -f -- "$0")" "$@"
else
	set -- "$0" "$@"
fi

# The package is in site-packages, or, installed in the editable way, where a .pth file says (hatchling names it so or so).
for _minishell_tree in "${1%/*}"/../lib/python3*/site-packages "${1%/*}"/../lib/python3*/site-packages/*_minishell.pth; do
	case $_minishell_tree in
	*.pth) [ -r "$_minishell_tree" ] && read -r _minishell_tree <"$_minishell_tree" ;;
	esac
	if [ -r "$_minishell_tree/minishell/__main__.py" ] && [ -x "${1%/*}/python3" ]; then
		_minishell_python=${1%/*}/python3
		shift
		exec "$_minishell_python" -I -S -X utf8 -X "sigignore=$_minishell_ignored" "$_minishell_tree/minishell/__main__.py" "$@"
	fi
done

# Installed in another way (--user, a distribution's layout): let Python find it.
shift
exec python3 -P -X utf8 -X "sigignore=$_minishell_ignored" -m minishell "$@"
