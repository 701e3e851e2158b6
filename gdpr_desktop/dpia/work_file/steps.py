"""How far the making of a work file has come."""

import threading
from dataclasses import dataclass, field

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _


@dataclass(slots=True, kw_only=True)
class Steps:
    """Counted by the worker, read and stopped by the window."""

    total: int = 0
    done: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)

    def require_going_on(self) -> None:
        """Raises ``AppError`` when it was stopped."""
        if self.stopped.is_set():
            raise AppError(_("The file was not made."))

    @property
    def percent(self) -> int:
        """Of the attachments, which are nearly all of the work."""
        return self.done * 100 // self.total if self.total else 0
