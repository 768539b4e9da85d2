"""``cd`` and ``pwd`` (XCU cd, pwd)."""

from __future__ import annotations

import os
import stat
from errno import ENOTDIR

from minishell.builtin.usage import operands, options
from minishell.encoding import decode, encode
from minishell.errors import ShellError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

HELP = {
    "cd": """\
cd [-L] [directory]
cd -P [-e] [directory]
cd -

Change the working directory: to directory, or without one to $HOME; '-' is the
directory before the last cd, whose name is printed then. A relative directory
that does not begin with a dot is looked for in the directories of $CDPATH first.

  -L  keep symbolic links in $PWD; 'dir/..' is taken away as text (default)
  -P  take the names of the directories that links lead to
  -e  with -P: fail when the name of the new directory cannot be found out
""",
    "pwd": """\
pwd [-L|-P]

Print the absolute name of the working directory.

  -L  by way of symbolic links, as cd came there (default)
  -P  without symbolic links
""",
}

PATH_MAX = 4096  # bytes that the kernel takes for one pathname, with the NUL at its end


def cd(sh: Shell, argv: list[str]) -> int:
    """``cd [-L|-P [-e]] [directory]``; the numbers in comments are the steps of the standard."""
    given, rest = options(argv, "LPe")
    operand, shows = destination(sh, operands(rest, at_most=1))
    if operand is None:
        return 0
    is_physical = mode(given) == "P"
    before = logical_directory(sh)
    target, is_from_cdpath = look_in_cdpath(sh, operand)
    if not is_physical:
        if not target.startswith("/") and before:
            target = f"{before.rstrip('/')}/{target}"  # 7.
        if target.startswith("/"):
            target = without_dots(target, operand)  # 8.
    try:
        change_directory(encode(target))  # 10.
    except OSError as error:
        raise ShellError(f"{operand}: {error.strerror}") from None
    after = target if not is_physical and target.startswith("/") else physical_directory()
    set_variables(sh, before, after)
    if after and (shows or is_from_cdpath):
        sh.write(after + "\n")
    return 1 if not after and is_physical and "e" in given else 0


def destination(sh: Shell, given: list[str]) -> tuple[str | None, bool]:
    """The directory to go to, and whether its name is printed; None for an empty HOME, which changes nothing."""
    if not given:  # 1. and 2.
        home = sh.variables.get("HOME")
        if home is None:
            raise ShellError("HOME is not set")
        return home or None, False
    if given[0] == "-":
        old = sh.variables.get("OLDPWD")
        if not old:
            raise ShellError("OLDPWD is not set")
        return old, True
    if not given[0]:
        raise ShellError("the directory's name is empty")
    return given[0], False


def look_in_cdpath(sh: Shell, operand: str) -> tuple[str, bool]:
    """Steps 3 to 6: what to change to, and whether a directory named in CDPATH decided it."""
    cdpath = sh.variables.get("CDPATH")
    if not cdpath or operand.startswith("/") or operand.partition("/")[0] in (".", ".."):
        return operand, False
    for directory in cdpath.split(":"):
        candidate = f"{directory}/{operand}" if directory and directory[-1] != "/" else directory + operand
        if os.path.isdir(encode(candidate)):
            return candidate, bool(directory)
    return operand, False


def without_dots(path: str, operand: str) -> str:
    """Step 8: the absolute *path* without ``.``, ``..`` and needless slashes.

    What is before a ``..`` must be a directory, by way of links or not. Raises ShellError, which names *operand*.
    """
    # XBD 4.16: two slashes at the beginning may mean something; three or more are one.
    root = "//" if path.startswith("//") and not path.startswith("///") else "/"
    components: list[str] = []
    for component in path.split("/"):
        if component in ("", "."):
            continue
        if component != "..":
            components.append(component)
        elif components:
            try:
                found = status_of(encode(root + "/".join(components)))
            except OSError as error:
                raise ShellError(f"{operand}: {error.strerror}") from None
            if not stat.S_ISDIR(found.st_mode):
                raise ShellError(f"{operand}: {os.strerror(ENOTDIR)}")
            components.pop()
    return root + "/".join(components)


def change_directory(path: bytes) -> None:
    """``chdir``, also where the name is too long for the kernel (step 9). Raises OSError."""
    if len(path) < PATH_MAX:
        os.chdir(path)
        return
    fd = open_directory(path)
    try:
        os.fchdir(fd)
    finally:
        os.close(fd)


def status_of(path: bytes) -> os.stat_result:
    """``stat``, also where the name is too long for the kernel. Raises OSError."""
    if len(path) < PATH_MAX:
        return os.stat(path)
    fd = open_directory(path)
    try:
        return os.fstat(fd)
    finally:
        os.close(fd)


def open_directory(path: bytes) -> int:
    """A descriptor of a directory whose name has any length: opened piece by piece. Raises OSError."""
    flags = os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC
    fd = os.open("/" if path.startswith(b"/") else ".", flags)
    rest = path.lstrip(b"/")
    while rest:
        cut = len(rest) if len(rest) < PATH_MAX else rest.rfind(b"/", 0, PATH_MAX - 1)
        # A single component that is too long: the kernel says so.
        piece, rest = (rest, b"") if cut < 0 else (rest[:cut], rest[cut:].lstrip(b"/"))
        outer = fd
        try:
            fd = os.open(piece, flags, dir_fd=outer)
        finally:
            os.close(outer)
    return fd


def logical_directory(sh: Shell) -> str:
    """The working directory as ``PWD`` has it, when that is right, else as the system has it; "" when it is nowhere.

    A directory that was removed keeps its name as long as nothing else can be found out.
    """
    named = sh.variables.get("PWD") or ""
    is_absolute = named.startswith("/") and not {".", ".."} & set(named.split("/"))
    if is_absolute:
        try:
            if os.path.samestat(status_of(encode(named)), os.stat(".")):
                return named
        except OSError:
            pass
    return physical_directory() or (named if is_absolute else "")


def physical_directory() -> str:
    """The working directory without symbolic links, "" when it has no name any more."""
    try:
        return decode(os.getcwdb())
    except OSError:
        return ""


def set_variables(sh: Shell, before: str, after: str) -> None:
    """PWD and OLDPWD, both exported. Raises AssignmentError when one is readonly."""
    for name, value in (("OLDPWD", before), ("PWD", after)):
        if value:
            sh.variables.assign(name, value)
            sh.variables.export(name)
        else:
            sh.variables.unset(name)


def mode(given: dict[str, str]) -> str:
    """``L`` or ``P``, whichever was given last."""
    return next((letter for letter in reversed(given) if letter in "LP"), "L")


def pwd(sh: Shell, argv: list[str]) -> int:
    """``pwd [-L|-P]``. Raises ShellError when the directory has no name any more."""
    given, rest = options(argv, "LP")
    operands(rest, at_most=0)
    try:
        physical = decode(os.getcwdb())
    except OSError as error:
        raise ShellError(f"the working directory cannot be told: {error.strerror}") from None
    sh.write((physical if mode(given) == "P" else logical_directory(sh)) + "\n")
    return 0
