"""A pipe ends when nobody can write into it any more; the parent itself counts as well."""

import os
import select

reader, writer = os.pipe()
pid = os.fork()
if pid == 0:
    os.write(writer, b"all I have to say\n")
    os._exit(0)
os.waitpid(pid, 0)
print("received :", os.read(reader, 100).decode().rstrip())

ready, _, _ = select.select([reader], [], [], 0.5)
print("the child has ended. The end of its output:", "seen" if ready else "not seen")
os.close(writer)
ready, _, _ = select.select([reader], [], [], 0.5)
print("the parent has closed its end. The end:", "seen" if ready else "not seen")
print("read gives", os.read(reader, 100))
