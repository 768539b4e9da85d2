"""A pipe from a child to its parent."""

import os

reader, writer = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(reader)
    with os.fdopen(writer, "w") as output:
        for number in range(1, 11):
            output.write(f"{number}\n")
            output.flush()  # now, not when the buffer is full
    os._exit(0)

os.close(writer)  # or the end of the input never comes
with os.fdopen(reader) as lines:
    for line in lines:
        print("received :", line.rstrip())
print("close.")
os.waitpid(pid, 0)
