"""Signals are not counted: three children end, one SIGCHLD comes."""

import os
import signal


def count(signum, frame):
    global calls
    calls += 1


calls = 0
signal.signal(signal.SIGCHLD, count)
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})  # as if the parent were busy for a moment
for _ in range(3):
    if os.fork() == 0:
        os._exit(0)
ended = 0
while ended < 3:
    os.waitpid(-1, 0)
    ended += 1
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
print(f"children that ended: {ended}, calls of the handler: {calls}")
