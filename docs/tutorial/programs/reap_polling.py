"""Reap by polling: no handler; the parent looks now and then."""

import os
import time


def reap():
    """Collect the children that have ended since the last look; false when no child is left."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return False
        if pid == 0:
            return True
        print(f"Reaped child process {pid}", flush=True)


for seconds in (0.2, 0.4, 0.6):
    if os.fork() == 0:
        time.sleep(seconds)
        os._exit(0)
while reap():
    time.sleep(0.1)  # one piece of the parent's own work
print("close.")
