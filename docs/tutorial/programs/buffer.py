"""What waits in a buffer is memory too: it is copied, and then written twice."""

import os

print("written once, seen twice")
pid = os.fork()
if pid > 0:
    os.waitpid(pid, 0)
