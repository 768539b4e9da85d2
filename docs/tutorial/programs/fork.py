"""fork returns twice: once in the parent, once in the child."""

import os

print("one process, about to fork", flush=True)
pid = os.fork()
if pid == 0:
    print(f"child: fork gave me 0; I am {os.getpid()}, my parent is {os.getppid()}", flush=True)
    os._exit(0)
print(f"parent: fork gave me {pid}; I am {os.getpid()}", flush=True)
os.waitpid(pid, 0)
