"""What a signal does to a sleep, since PEP 475 (Python 3.5)."""

import os
import select
import signal
import time


def note(signum, frame):
    print(f"  SIGCHLD after {time.monotonic() - start:.0f} s", flush=True)


def child_that_ends_after(seconds):
    if os.fork() == 0:
        time.sleep(seconds)
        os._exit(0)


signal.signal(signal.SIGCHLD, note)

print("time.sleep(3):", flush=True)
start = time.monotonic()
child_that_ends_after(1)
time.sleep(3)
print(f"  sleep came back after {time.monotonic() - start:.0f} s")
os.wait()

print("the same with a wake-up descriptor:", flush=True)
reader, writer = os.pipe()
os.set_blocking(writer, False)
signal.set_wakeup_fd(writer)  # the C code of Python's handler writes a byte here
start = time.monotonic()
child_that_ends_after(1)
select.select([reader], [], [], 3)
print(f"  select came back after {time.monotonic() - start:.0f} s")
os.wait()
