"""What ends by itself, put together by form and month: each bundle is one task of the form."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gdpr_desktop.casework.model import Task
from gdpr_desktop.consents.forms.model import EXPIRED, RENEWAL


class Why(StrEnum):
    """Why consents must be looked at; the kind of the task, too."""

    EXPIRED = EXPIRED  # they ended: stop the use, delete
    RENEWAL = RENEWAL  # they end soon: ask again
    OUTGROWN = "consent_outgrown"  # the child answers alone now, or beside the parents


_AHEAD = {
    Why.EXPIRED: timedelta(0),
    Why.RENEWAL: timedelta(days=14),  # so that an answer can come in time (R)
    Why.OUTGROWN: timedelta(0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Consents of one version that are alike: when they end, and since when they wait."""

    version: int
    valid_until: date
    attention_on: date
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Consents of a form that wait for the same thing, with days in one month.

    The days are those on which the consents end, or on which children outgrow theirs; ``more``:
    there are more than were counted.
    """

    why: Why
    first: date
    last: date
    count: int
    more: bool = False

    @property
    def key(self) -> tuple[Why, date]:
        """What tells it from others."""
        return self.why, month_of(self.first)

    @property
    def due(self) -> date:
        """When the task is due: some time before the end where people are asked again."""
        return self.first - _AHEAD[self.why]


def key_of(task: Task) -> tuple[Why, date] | None:
    """The bundle that a task is about; None of another task."""
    if task.kind not in set(Why) or task.due is None:
        return None
    why = Why(task.kind)
    return why, month_of(task.due + _AHEAD[why])


def month_of(day: date) -> date:
    """The first day of the month."""
    return day.replace(day=1)
