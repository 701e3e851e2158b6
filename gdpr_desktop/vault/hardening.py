"""Keep keys out of what the system writes when a program dies."""

import sys

_PR_SET_DUMPABLE = 4
_NO_CRASH_BOX = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX


def forbid_core_dumps() -> None:
    """No memory image on disk after a crash, no other program of this user reading our memory.

    Called once at start. Does what the system allows; never fails.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(_NO_CRASH_BOX)
        return
    import resource

    _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
