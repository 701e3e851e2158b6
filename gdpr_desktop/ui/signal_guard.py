"""Keeps ``True`` and ``None`` alive where PySide6 forgets to count them.

``Signal.emit`` of PySide6 6.12 gives back ``True`` without counting the reference it gives away,
and a slot called from Qt loses one to ``None``. Python 3.12 and newer never free the two. Python
3.11 does: after some ten thousand signals, or on the way out, the process is aborted and what was
typed is gone.
"""

import ctypes
import sys

_PLENTY = 1 << 30  # references: more than any run can lose


def keep_constants() -> None:
    """Count so many references to ``True`` and ``None`` that no loss reaches the last one."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for constant in (True, None):
        if sys.getrefcount(constant) < _PLENTY:
            ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY
