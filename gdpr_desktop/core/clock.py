"""The clock is an argument: nothing asks the machine for the time behind our back."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")


class Clock(Protocol):
    """Gives the present instant."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC, whole seconds."""
        ...

    def today(self) -> date:
        """The date in Norway."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC).replace(microsecond=0)

    def today(self) -> date:
        return datetime.now(OSLO).date()


@dataclass(slots=True)
class FixedClock:
    """A clock that stands still until it is set: for tests and demo data."""

    instant: datetime

    def now(self) -> datetime:
        return self.instant.astimezone(UTC)

    def today(self) -> date:
        return self.instant.astimezone(OSLO).date()


def local_date(instant: datetime) -> date:
    """The Norwegian date of an aware instant."""
    return instant.astimezone(OSLO).date()
