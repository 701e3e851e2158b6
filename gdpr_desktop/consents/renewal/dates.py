"""When an answer ends, when people are asked again, and when a child outgrows what was answered.

A period in years ends on the day of the same date (domstollova § 148): what begins on 29 February
ends on the 28th. A school year ends on 31 July (R). A child gets a year older as ``law.ages``
says: who is born on 29 February on 1 March of a common year.
"""

from calendar import monthrange
from datetime import date, timedelta

from gdpr_desktop.consents.codes import Reason
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.lasting import school_year_end as school_year_end
from gdpr_desktop.consents.lasting import valid_until as valid_until
from gdpr_desktop.consents.validity import allowed
from gdpr_desktop.law.rules import AgeRules, all_rules

REVIEW_MONTHS = 12
_ANSWER_MONTHS = 1
_OUTGROWN = frozenset({Reason.OUTGROWN, Reason.OUTGROWN_BESIDE})


def months_after(day: date, months: int) -> date:
    """The same date ``months`` later (or earlier); the month's last day where it has none such."""
    index = day.year * 12 + day.month - 1 + months
    year, month = min(max(index // 12, date.min.year), date.max.year), index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def attention_on(consent: Consent, form: Form) -> date | None:
    """The day from which somebody must look at a consent; None where there is none.

    Its renewal opens, the child outgrows the answer, or it has ended and what it allowed must be
    stopped. Nothing has to be looked at when all was refused or taken back: nothing is used then.
    """
    days = (renewal_on(consent, form), outgrown_on(consent, form), stop_on(consent, form))
    return min((day for day in days if day is not None), default=None)


def renewal_on(consent: Consent, form: Form) -> date | None:
    """The day from which people are asked again, some months before the answer ends.

    None when they have been asked since it opened, and once it has ended and that is settled.
    """
    version, end = form.version(consent.version), consent.valid_until
    if version is None or end is None or _settled(consent) or not used_purposes(consent, form):
        return None
    opens = months_after(end, -max(version.content.renew_months, 0))
    opens = max(opens, min(_answered_on(consent) or opens, end))
    return None if consent.asked_on is not None and consent.asked_on >= opens else opens


def stop_on(consent: Consent, form: Form) -> date | None:
    """The first day on which nothing may be used any more, by its date; None once it is settled."""
    end = consent.valid_until
    if end is None or end == date.max or not used_purposes(consent, form):
        return None
    return None if _settled(consent) else end + timedelta(days=1)


def _settled(consent: Consent) -> bool:
    end, settled = consent.valid_until, consent.settled_on
    return settled is not None and end is not None and settled > end


def outgrown_on(consent: Consent, form: Form) -> date | None:
    """The birthday from which another must answer than those who did, before the answer ends.

    A month after they were asked where no answer has come; None once its use was stopped.
    """
    born, since = consent.subject.birth_date, _answered_on(consent)
    if born is None or since is None:
        return None
    purposes = used_purposes(consent, form)
    for day in _turning_points(born):
        if day <= since or (consent.valid_until is not None and day > consent.valid_until):
            continue
        found = {why for key in purposes for why in allowed(consent, form, key, day).reasons}
        if found & _OUTGROWN:
            return _asked_again(consent, day)
    return None


def _asked_again(consent: Consent, day: date) -> date | None:
    """The day to look at an outgrown answer: once more when no answer came to the letter (R)."""
    if consent.settled_on is not None and consent.settled_on >= day:
        return None
    asked = consent.asked_on
    return months_after(asked, _ANSWER_MONTHS) if asked is not None and asked >= day else day


def review_due(form: Form) -> date | None:
    """When the form's owner confirms the next time that nothing has changed (handbook 3.7).

    A year after the latest approval or follow-up; None of a form that is not in use.
    """
    if form.latest is None or not form.case.open:
        return None
    days = [form.latest.approved_on, *(one.reviewed_on for one in form.reviews if one.same)]
    return months_after(max(days), REVIEW_MONTHS)


def used_purposes(consent: Consent, form: Form) -> tuple[str, ...]:
    """The purposes that somebody said yes to and that were not taken back."""
    version = form.version(consent.version)
    if version is None:
        return ()
    said = {key for one in consent.standing() for key in one.yes}
    keys = (one.key for one in version.content.purposes)
    return tuple(key for key in keys if key in said and not consent.withdrawn(key))


def birthday(born: date, years: int) -> date | None:
    """The day somebody turns ``years``; 1 March for a 29 February that the year has not."""
    if born.year + years > date.max.year:
        return None
    leap = (born.month, born.day) == (2, 29) and monthrange(born.year + years, 2)[1] == 28
    return born.replace(year=born.year + years, **({"month": 3, "day": 1} if leap else {}))


def _turning_points(born: date) -> list[date]:
    """The days on which who must answer may change: birthdays, and new rules."""
    ages = {age for rules in all_rules() for age in _ages(rules.ages)}
    days = {day for age in ages if (day := birthday(born, age)) is not None}
    return sorted(days | {rules.start for rules in all_rules() if rules.start > born})


def _ages(ages: AgeRules) -> tuple[int, ...]:
    return (
        ages.information_society,
        ages.organisational_consent,
        ages.association,
        ages.health,
        ages.special_categories,
        ages.adult,
    )


def _answered_on(consent: Consent) -> date | None:
    return max((one.given_on for one in consent.standing() if one.given_on), default=None)
