"""The time that figures are about: all years, one year, or one quarter."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Requests received in it; without a year it is all time."""

    year: int | None = None
    quarter: int | None = None  # 1 to 4

    @property
    def first(self) -> date:
        """Its first day."""
        if self.year is None:
            return date.min
        return date(self.year, 3 * ((self.quarter or 1) - 1) + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        if self.year is None:
            return date.max
        month = 3 * (self.quarter or 4)
        after = date(self.year + month // 12, month % 12 + 1, 1)
        return after - timedelta(days=1)

    def part_of(self, month: date) -> "Period":
        """The shorter period that a month is counted in: its year, quarter, or the month."""
        if self.year is None:
            return Period(year=month.year)
        return Period(year=month.year, quarter=(month.month + 2) // 3)
