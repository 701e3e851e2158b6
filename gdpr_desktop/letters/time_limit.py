"""No letter takes longer than this: a template from outside must not hold the program up."""

import time

from gdpr_desktop.core.text import _
from gdpr_desktop.letters.template import TemplateError

MAX_SECONDS = 2.0  # of a letter that takes 0.02
MAX_STEPS = 200_000  # rounds of all «for» together


class TimeLimit:
    """Counts from when it is made."""

    def __init__(self, seconds: float | None = None) -> None:
        self._end = time.monotonic() + (MAX_SECONDS if seconds is None else seconds)
        self._steps = 0

    def check(self) -> None:
        """Raises ``TemplateError`` when the time is up."""
        if time.monotonic() > self._end:
            raise _too_long()

    def step(self) -> None:
        """One round of a loop."""
        self._steps += 1
        if self._steps > MAX_STEPS:
            raise _too_long()
        if self._steps % 1000 == 0:
            self.check()


def _too_long() -> TemplateError:
    return TemplateError(
        _("It takes too long to make a letter of this template."),
        hint=_("Make it simpler: fewer «for» inside each other."),
    )
