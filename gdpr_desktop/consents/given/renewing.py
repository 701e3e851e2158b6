"""Which answers renew one that still holds: they count from when that one ends.

Only an answer that comes while people are asked again renews: some months before the end, as the
form says, or after they were asked. What it renews must hold on that day, and be from before. All
else is as it was, so that nothing lasts longer than people were told.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given.model import Consent, Statement
from gdpr_desktop.consents.given.service.base import told_end
from gdpr_desktop.consents.lasting import valid_until
from gdpr_desktop.consents.renewal.dates import months_after
from gdpr_desktop.consents.validity import validity


def marked(statement: Statement, rows: Iterable[Consent], form: Form) -> Statement:
    """The answer, with the end of what it renews. ``rows``: the person's consents on the form."""
    return replace(statement, renews=renewed_end(statement, rows, form))


def renewed_end(statement: Statement, rows: Iterable[Consent], form: Form) -> date | None:
    """When that ends which the answer renews; None of one that renews nothing."""
    day = statement.given_on
    if day is None or not statement.yes:
        return None
    ends = [end for one in rows for end in _ends(one, form, day)]
    return max(ends, default=None)


def _ends(consent: Consent, form: Form, day: date) -> list[date]:
    """The ends of the older answers of a consent that are renewed on ``day``."""
    version = form.version(consent.version)
    if version is None:
        return []
    told, old = told_end(consent, form), {}
    for one in consent.standing_before(day):
        own = valid_until(version.content, one.given_on, one.renews)
        end = min((each for each in (own, told) if each is not None), default=None)
        months = max(version.content.renew_months, 0)
        if end is not None and _in_time(consent, one, end, months, day):
            old[one] = end
    if not old or not validity(replace(consent, statements=tuple(old)), form, day).purposes:
        return []
    return list(old.values())


def _in_time(consent: Consent, old: Statement, end: date, months: int, day: date) -> bool:
    """Are people asked again on ``day``, and was ``old`` answered before that?"""
    opens, given, asked = months_after(end, -months), old.given_on, consent.asked_on
    if given is None or not opens <= day <= end:
        return False
    return given < opens or (asked is not None and max(opens, given) <= asked <= day)
