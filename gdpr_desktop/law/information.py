"""When people must be told of data that came from others: art. 14(3), handbook 4.3."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gdpr_desktop.law.calendar import next_working_day
from gdpr_desktop.law.deadlines import Deadline, information_due
from gdpr_desktop.law.deadlines.counting import norwegian_day
from gdpr_desktop.law.rules import rules_on


class InformationTiming(StrEnum):
    """Why people must be told on the day that was found."""

    AT_COLLECTION = "at_collection"  # the person gave the data: art. 13(1)
    FIRST_CONTACT = "first_contact"  # art. 14(3)(b)
    FIRST_DISCLOSURE = "first_disclosure"  # art. 14(3)(c)
    NORMAL = "normal"  # the handbook's ten days
    ONE_MONTH = "one_month"  # art. 14(3)(a): never later


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationTime:
    """``due`` is when to tell, by ``timing``; ``latest`` the month that the law sets."""

    due: date
    timing: InformationTiming
    latest: Deadline


def information_time(
    obtained: date,
    *,
    from_person: bool = False,
    first_contact: date | None = None,
    first_disclosure: date | None = None,
) -> InformationTime:
    """When to tell people of data obtained on ``obtained``.

    From the person: at once. Otherwise at the first contact or disclosure that is known of, but
    never after a month; where neither is, within the days of the handbook (calendar days, moved to
    a working day). A contact or disclosure before the data were obtained raises ValueError.
    """
    obtained = norwegian_day(obtained)
    latest = information_due(obtained)
    if from_person:
        return InformationTime(due=obtained, timing=InformationTiming.AT_COLLECTION, latest=latest)
    events = [
        (day, timing)
        for day, timing in (
            (first_contact, InformationTiming.FIRST_CONTACT),
            (first_disclosure, InformationTiming.FIRST_DISCLOSURE),
        )
        if day is not None
    ]
    if any(day < obtained for day, _timing in events):
        raise ValueError("a contact or disclosure before the data were obtained")
    if not events:
        days = rules_on(obtained).information_normal_days
        normal = next_working_day(obtained + timedelta(days=days))
        events = [(normal, InformationTiming.NORMAL)]
    day, timing = min(events, key=lambda event: event[0])
    if day > latest.due:
        return InformationTime(due=latest.due, timing=InformationTiming.ONE_MONTH, latest=latest)
    return InformationTime(due=day, timing=timing, latest=latest)
