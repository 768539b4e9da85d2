"""The terminal, on a pseudo-terminal that is the test's own."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import termios

from minishell.system import signals, terminal


def own_terminal() -> int:
    """Make the test the leader of a session with a terminal; gives the terminal's other side."""
    os.setsid()
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    os.dup2(slave, 0)
    return master


def test_there_may_be_no_terminal() -> None:
    os.setsid()
    null = os.open("/dev/null", os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)
    assert terminal.open_terminal() == -1
    assert terminal.foreground_group(0) == -1
    assert terminal.modes(0) is None
    terminal.set_foreground_group(0, os.getpgrp())
    assert terminal.size(0) == (80, 24)


def test_the_foreground() -> None:
    own_terminal()
    fd = terminal.open_terminal()
    assert fd >= 0
    assert terminal.foreground_group(fd) == os.getpgrp()
    child = os.fork()
    if child == 0:
        signals.start()
        os.setpgid(0, 0)
        terminal.set_foreground_group(fd, os.getpid())  # from the background: SIGTTOU must not stop it
        os._exit(0 if terminal.foreground_group(fd) == os.getpid() else 1)
    assert os.waitpid(child, os.WUNTRACED)[1] == 0


def test_a_group_that_is_gone_is_no_error() -> None:
    own_terminal()
    terminal.set_foreground_group(0, 4_000_000)
    assert terminal.foreground_group(0) == os.getpgrp()


def test_modes_are_put_back() -> None:
    own_terminal()
    before = terminal.modes(0)
    assert before is not None
    raw = termios.tcgetattr(0)
    raw[3] &= ~(termios.ICANON | termios.ECHO)
    termios.tcsetattr(0, termios.TCSANOW, raw)
    assert terminal.modes(0) != before
    terminal.set_modes(0, before)
    assert terminal.modes(0) == before


def test_a_hangup_is_no_error() -> None:
    master = own_terminal()
    modes = terminal.modes(0)
    assert modes is not None
    signals.ignore(signals.SIGHUP)
    os.close(master)
    terminal.set_modes(0, modes)
    terminal.set_foreground_group(0, os.getpgrp())
    assert terminal.size(0) == (80, 24)


def test_size() -> None:
    own_terminal()
    assert terminal.size(0) == (80, 24)
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 132, 0, 0))
    assert terminal.size(0) == (132, 50)
