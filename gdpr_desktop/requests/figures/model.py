"""Counting requests: pure values in, figures out. Names and free text are never read."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from gdpr_desktop.requests.model import Result
from gdpr_desktop.requests.rights import CLAIMS

WITHDRAWN = "withdrawn"  # an outcome that is no answer of ours
REFUSALS = frozenset({Result.REFUSED.value, Result.PARTLY.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One part of a request, by its codes."""

    right: str
    result: str
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedCase:
    """One request. ``answered``: the day the last part of it was answered, None while it is not."""

    received: date
    due: date
    answered: date | None
    outcome: str = ""
    unit: str = ""
    extension: str = ""  # the ground, "" where the deadline was not extended
    parts: tuple[Counted, ...] = ()

    @property
    def timed(self) -> bool:
        """Does the month of the law run? For a notice, a question or a complaint it is our own."""
        return not self.parts or any(part.right in CLAIMS for part in self.parts)


@dataclass(slots=True)
class Answers:
    """Days from receipt to answer, and how many answers came in time. Grows while it is counted."""

    received: int = 0
    timed: int = 0  # answers that the law has a time limit for
    in_time: int = 0
    days: Counter[int] = field(default_factory=Counter)

    def add(self, case: CountedCase) -> None:
        """Count one request."""
        self.received += 1
        if case.answered is None or case.outcome == WITHDRAWN:
            return
        self.days[max((case.answered - case.received).days, 0)] += 1
        if case.timed:
            self.timed += 1
            self.in_time += case.answered <= case.due  # the last day counts in full

    @property
    def answered(self) -> int:
        """How many have been answered."""
        return self.days.total()

    @property
    def median(self) -> float | None:
        """In days; between the two in the middle when they are an even number."""
        many = self.answered
        if not many:
            return None
        return (self._at((many - 1) // 2) + self._at(many // 2)) / 2

    @property
    def longest(self) -> int | None:
        """In days."""
        return max(self.days, default=None)

    @property
    def share(self) -> int | None:
        """Per cent of the timed answers in time, rounded down: 100 means all of them."""
        return self.in_time * 100 // self.timed if self.timed else None

    def _at(self, place: int) -> int:
        for day in sorted(self.days):
            place -= self.days[day]
            if place < 0:
                return day
        raise IndexError(place)


@dataclass(slots=True)
class Figures:
    """All figures of a choice of requests. ``add`` each; then read."""

    today: date
    total: Answers = field(default_factory=Answers)
    overdue: int = 0  # open, and past the deadline
    withdrawn: int = 0
    extended: Counter[str] = field(default_factory=Counter)
    results: dict[str, Counter[str]] = field(default_factory=dict)  # by right
    grounds: Counter[str] = field(default_factory=Counter)
    units: dict[str, Answers] = field(default_factory=dict)
    rights: dict[str, Answers] = field(default_factory=dict)
    months: dict[date, Answers] = field(default_factory=dict)

    def add(self, case: CountedCase) -> None:
        """Count one request. It counts once for each right in it."""
        self.total.add(case)
        self.withdrawn += case.outcome == WITHDRAWN
        self.overdue += case.answered is None and case.due < self.today
        if case.extension:
            self.extended[case.extension] += 1
        self.units.setdefault(case.unit, Answers()).add(case)
        self.months.setdefault(case.received.replace(day=1), Answers()).add(case)
        for right in {part.right for part in case.parts}:
            self.rights.setdefault(right, Answers()).add(case)
        for part in case.parts:
            self.results.setdefault(part.right, Counter())[part.result] += 1
            if part.result in REFUSALS:
                self.grounds.update(part.grounds)

    def result_totals(self) -> Mapping[str, int]:
        """How many parts ended in each way, "" for those that have not ended."""
        return sum(self.results.values(), Counter())


def joined(answers: Iterable[Answers]) -> Answers:
    """Several as one: the months of a quarter."""
    whole = Answers()
    for one in answers:
        whole.received += one.received
        whole.timed += one.timed
        whole.in_time += one.in_time
        whole.days += one.days
    return whole
