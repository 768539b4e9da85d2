"""A handler that does not stop at pid 0."""

import os
import signal
import time


def reap(signum, frame):
    global zeros
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid > 0 or zeros < 3:
            os.write(1, b"Reaped child process %d\n" % pid)
        if pid == 0:  # wrong: nothing has ended, this should return
            zeros += 1


zeros = 0
signal.signal(signal.SIGCHLD, reap)
for seconds in (0, 0.5):
    if os.fork() == 0:
        time.sleep(seconds)
        os._exit(0)
time.sleep(1)
print("waitpid said 0 more than a thousand times:", zeros > 1000)
