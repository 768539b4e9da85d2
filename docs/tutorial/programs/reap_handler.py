"""Reap children in a handler of SIGCHLD."""

import os
import signal
import time


def reap(signum, frame):
    """Collect every child that has ended, and return as soon as there is none."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:  # there is no child at all
            return
        if pid == 0:  # there are children, but they all run
            return
        reaped.append(pid)
        os.write(1, b"Reaped child process %d\n" % pid)


reaped = []
signal.signal(signal.SIGCHLD, reap)
for seconds in (0.2, 0.4, 0.6):
    if os.fork() == 0:
        time.sleep(seconds)
        os._exit(0)
while len(reaped) < 3:
    time.sleep(0.1)  # here the parent would do its own work
print("close.")
