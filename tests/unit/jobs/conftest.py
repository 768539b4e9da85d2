"""Tests of signals, descriptors and children run in processes of their own."""

from __future__ import annotations

from own_process import pytest_pyfunc_call

__all__ = ["pytest_pyfunc_call"]
