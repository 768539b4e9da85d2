"""Runs each test in a forked child of the test runner: there it may change signals, descriptors and children as it likes.

Only the standard descriptors are open there, and REPORT, by which the child tells what went wrong. To be imported by the
conftest.py of a directory whose tests need that.
"""

from __future__ import annotations

import os
import traceback

import pytest

REPORT = 250


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool:
    """Call the test function in a child, and fail with the child's traceback."""
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(writer, REPORT, inheritable=False)
        os.closerange(3, REPORT)
        os.closerange(REPORT + 1, 1024)
        status = 1
        try:
            pyfuncitem.obj(**arguments)
            status = 0
        except BaseException:
            os.write(REPORT, traceback.format_exc().encode("utf-8", "backslashreplace")[:60000])
        finally:
            os._exit(status)
    os.close(writer)
    with open(reader, "rb") as file:
        failure = file.read().decode()
    raw_status = os.waitpid(pid, 0)[1]
    if failure or raw_status:
        pytest.fail(failure or f"the test's process ended with wait status {raw_status}", pytrace=False)
    return True
