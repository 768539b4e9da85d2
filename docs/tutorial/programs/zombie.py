"""A child that has ended, and whose parent has not asked for its status, is a zombie."""

import os


def show(pid):
    """Let ps tell of a process: its state and its command."""
    os.system(f"ps -o state=,args= -p {pid}")


pid = os.fork()
if pid == 0:
    os._exit(0)
os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)  # wait for the end, but leave the status where it is
print("before waitpid:", flush=True)
show(pid)
os.waitpid(pid, 0)
print("after waitpid:", flush=True)
show(pid)
print("nothing is left")
