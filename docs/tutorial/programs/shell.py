"""A shell in sixty lines: pipelines, background jobs, and no zombies."""

import os
import shlex
import signal
import sys

foreground = set()  # the processes that the shell waits for


def reap(signum, frame):
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        if pid not in foreground:
            os.write(2, b"Reaped child process %d\n" % pid)


def start(words, source, sink):
    pid = os.fork()
    if pid == 0:
        os.dup2(source, 0)
        os.dup2(sink, 1)
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        try:
            os.execvp(words[0], words)
        except OSError as error:
            os.write(2, f"{words[0]}: {error.strerror}\n".encode())
        os._exit(127)
    return pid


def run(line):
    commands, source, pids = line.rstrip("& \n").split("|"), os.dup(0), []
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})  # reap nobody before the shell knows him
    for number, command in enumerate(commands, 1):
        reader, sink = os.pipe() if number < len(commands) else (-1, os.dup(1))
        pids.append(start(shlex.split(command), source, sink))
        os.close(source)
        os.close(sink)
        source = reader
    foreground.update(pids if "&" not in line else [])
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    for pid in foreground.intersection(pids):
        try:
            os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        except ChildProcessError:
            pass  # the handler has been here already


signal.signal(signal.SIGCHLD, reap)
signal.signal(signal.SIGINT, lambda signum, frame: os.write(2, b"Ctrl + C\n"))
while line := sys.stdin.readline():
    if line.strip():
        run(line)
