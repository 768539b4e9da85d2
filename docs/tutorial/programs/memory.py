"""Parent and child have memory of their own."""

import os

number = 10
pid = os.fork()
if pid == 0:
    number = 9
    print(f"child:  number = {number}", flush=True)
    os._exit(0)
os.waitpid(pid, 0)
print(f"parent: number = {number}")
