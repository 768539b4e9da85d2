"""A handler for Ctrl + C. The child plays the person at the keyboard."""

import os
import signal
import time


def on_interrupt(signum, frame):
    os.write(1, b"Ctrl + C\n")


signal.signal(signal.SIGINT, on_interrupt)
pid = os.fork()
if pid == 0:
    for _ in range(3):
        time.sleep(0.3)
        os.kill(os.getppid(), signal.SIGINT)
    os._exit(0)
os.waitpid(pid, 0)  # interrupted three times, and taken up again each time
print("still here")
