"""Who is first after a fork? Let them race 200 times to write one byte into a pipe."""

import os

won = {b"p": 0, b"c": 0}
for _ in range(200):
    reader, writer = os.pipe()
    pid = os.fork()
    os.write(writer, b"c" if pid == 0 else b"p")
    if pid == 0:
        os._exit(0)
    won[os.read(reader, 1)] += 1
    os.close(reader)
    os.close(writer)
    os.waitpid(pid, 0)
print(f"the parent was first {won[b'p']} times, the child {won[b'c']} times")
