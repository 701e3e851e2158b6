"""Our own bugs: one dialog, and a report that holds types, modules and lines, never a value."""

import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from gdpr_desktop import __version__

_HEX = r"[0-9A-Fa-f]{32,}"
_DIGITS = r"[0-9][0-9 .]{7,}[0-9]"


def mask(text: str) -> str:
    """``text`` without keys (long hex strings), identity and account numbers."""
    return re.sub(_DIGITS, "#", re.sub(_HEX, "#", text))


def report(error: BaseException) -> str:
    """The report: versions, and per exception its type and where it went, outermost first.

    The message of an exception is left out: it may hold a name or a number.
    """
    import platform
    import traceback

    import PySide6

    lines = [
        f"Personvernpulten {__version__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, {sys.platform}",
    ]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        kind = type(current)
        lines += ["", f"{kind.__module__}.{kind.__qualname__}"]
        lines += [
            f"  {_module(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
    return mask("\n".join(lines)) + "\n"


def _module(filename: str) -> str:
    # The folders above may hold the name of the person.
    parts = Path(filename).parts
    if "gdpr_desktop" in parts:
        return "/".join(parts[parts.index("gdpr_desktop") :])
    return "/".join(parts[-2:])


def install(show: Callable[[BaseException], None]) -> None:
    """Send every uncaught exception to ``show``, from whatever thread.

    ``show`` must itself cross to the GUI thread (emit a signal).
    """

    def from_main(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        show(error.with_traceback(trace))

    def from_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            show(args.exc_value)

    sys.excepthook = from_main
    threading.excepthook = from_thread
