"""What is said of earlier requests for the same, at intake."""

from collections.abc import Iterable

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.repeat import EarlierAnswer
from gdpr_desktop.requests.words import words

SHOWN = 3  # earlier requests that are named


def repeat_text(found: Iterable[EarlierAnswer]) -> str:
    """A line for each, and that it must be answered; empty for none."""
    lines = [_line(one) for one in found]
    if not lines:
        return ""
    more = ["…"] if len(lines) > SHOWN else []
    close = _("A repeat must still be answered. After a year it is never excessive.")
    return "\n".join([*lines[:SHOWN], *more, close])


def _line(one: EarlierAnswer) -> str:
    right, day = words(one.right), long_date(one.received)
    if one.answered_on is None:
        text = _("Asked for before: {right}, case {number} of {day}, not answered yet")
        return text.format(right=right, number=one.number, day=day)
    text = _("Asked for before: {right}, case {number} of {day}, answered {answered}: {result}")
    return text.format(
        right=right,
        number=one.number,
        day=day,
        answered=long_date(one.answered_on),
        result=words(one.result) if one.result is not None else _("answered"),
    )
