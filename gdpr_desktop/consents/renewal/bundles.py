"""Which consents wait for what today: from the days that lists are kept by, no consent is read."""

from collections.abc import Iterable
from datetime import date

from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.renewal.dates import months_after
from gdpr_desktop.consents.renewal.model import Bundle, Look, Why, month_of


def bundles(form: Form, looks: Iterable[Look], today: date, *, more: bool = False) -> list[Bundle]:
    """One for each reason and month, the earliest first."""
    found: dict[tuple[Why, date], Bundle] = {}
    for look in looks:
        why = why_of(form, look, today)
        day = look.attention_on if why is Why.OUTGROWN else look.valid_until
        key = why, month_of(day)
        before = found.get(key)
        found[key] = Bundle(
            why=why,
            first=min(day, before.first) if before else day,
            last=max(day, before.last) if before else day,
            count=look.count + (before.count if before else 0),
            more=more,
        )
    return sorted(found.values(), key=lambda one: (one.first, one.why))


def why_of(form: Form, look: Look, today: date) -> Why:
    """Ended, ending, or outgrown before the renewal opens."""
    if look.valid_until < today:
        return Why.EXPIRED
    version = form.version(look.version)
    months = max(version.content.renew_months, 0) if version is not None else 0
    opens = months_after(look.valid_until, -months)
    return Why.OUTGROWN if look.attention_on < opens else Why.RENEWAL
