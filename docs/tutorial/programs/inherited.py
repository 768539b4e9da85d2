"""What a new program inherits of its parent's signals: the handlers are gone, what was ignored stays ignored."""

import os
import signal


def names(mask):
    """The signals in a mask as the kernel prints it."""
    return sorted(number.name for number in signal.Signals if int(mask, 16) >> (number - 1) & 1)


def ignored_in_a_child(prepare):
    """Which signals a freshly executed program ignores."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(writer, 1)
        prepare()
        os.execvp("grep", ["grep", "SigIgn", "/proc/self/status"])
    os.close(writer)
    with os.fdopen(reader) as output:
        mask = output.read().split()[1]
    os.waitpid(pid, 0)
    return names(mask)


def defaults():
    for number in (signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)


for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
    signal.signal(number, signal.SIG_DFL)
signal.signal(signal.SIGINT, lambda signum, frame: None)
print("as Python leaves it:", *ignored_in_a_child(lambda: None))
print("put right:          ", *ignored_in_a_child(defaults) or ["none"])
