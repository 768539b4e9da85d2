"""What is inside the status that waitpid gives."""

import os
import signal
import time


def meaning(status):
    """In words."""
    if os.WIFEXITED(status):
        return f"exited with {os.WEXITSTATUS(status)}"
    if os.WIFSIGNALED(status):
        return f"killed by {signal.Signals(os.WTERMSIG(status)).name}"
    if os.WIFSTOPPED(status):
        return f"stopped by {signal.Signals(os.WSTOPSIG(status)).name}"
    return "continued"


def child(work):
    """Run *work* in a child; its pid."""
    pid = os.fork()
    if pid == 0:
        work()
        os._exit(0)
    return pid


def report(pid, options=0):
    """Wait for news of a child and print them."""
    pid, status = os.waitpid(pid, options)
    verb = "changed" if options else "finished"
    print(f"Child {pid} {verb}, status = {status:#06x}: {meaning(status)}")


report(child(lambda: None))
report(child(lambda: os._exit(7)))
report(child(lambda: os._exit(-1)))

sleeper = child(lambda: time.sleep(100))
os.kill(sleeper, signal.SIGSTOP)
report(sleeper, os.WUNTRACED)
os.kill(sleeper, signal.SIGCONT)
report(sleeper, os.WCONTINUED)
os.kill(sleeper, signal.SIGTERM)
report(sleeper)
