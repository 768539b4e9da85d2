# needs: dpkg-maintscript-helper ucf
helper=$(command -v dpkg-maintscript-helper)
$SH "$helper" --help
$SH "$helper" --version
for command in rm_conffile mv_conffile symlink_to_dir dir_to_symlink nonsense; do
	$SH "$helper" supports $command
	echo "status $?"
done
export DPKG_MAINTSCRIPT_NAME=preinst DPKG_MAINTSCRIPT_PACKAGE=no-such-package DPKG_ROOT=
$SH "$helper" rm_conffile "$PWD/old.conf" 1.0~ no-such-package -- install
echo "status $?"
$SH "$helper" dir_to_symlink "$PWD/dir" /target 1.0~ no-such-package -- upgrade 0.9
echo "status $?"
$SH "$helper" rm_conffile relative 1.0~
echo "status $?"
mkdir state
echo old >configured
echo new >packaged
ucf=$(command -v ucf)
export UCF_FORCE_CONFFNEW=1 DEBIAN_FRONTEND=noninteractive
$SH "$ucf" --help
$SH "$ucf" --state-dir "$PWD/state" --nonsense
$SH "$ucf" --state-dir "$PWD/state" --debug=0 missing "$PWD/configured" 2>&1
echo "status $?"
