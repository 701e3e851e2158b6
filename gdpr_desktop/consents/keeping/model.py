"""The rules: when a consent ended, when its proof falls due, what holds it back."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.retention.model import years_before
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.renewal.dates import used_purposes

SETTING = "consent_proof_years"
DEFAULT_YEARS = 3  # foreldelseslova § 2 (R): our choice
LEAST_YEARS, MOST_YEARS = 1, 10


class Held(StrEnum):
    """Why a consent that ended long ago stays all the same."""

    PENDING = "pending"  # a request about its withdrawal is not settled
    OPEN_WITHDRAWAL = "open_withdrawal"  # its places are not stopped yet
    OPEN_CASE = "open_case"  # the same person, by name and birth date, has an open case
    NOT_STOPPED = "not_stopped"  # it is not noted that its use was stopped
    HIDES_OLDER = "hides_older"  # without it another would say yes: older, or of the name


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the register knows beside the consent itself."""

    open_withdrawal: bool = False
    open_case: bool = False
    answered_anew: bool = False  # a newer answer on the same form took over
    hides_older: bool = False  # a yes of the same or a like-named person would count without it


def years_from(setting: object) -> int:
    """The setting as it was saved; the default where it makes no sense."""
    if isinstance(setting, bool) or not isinstance(setting, int):
        return DEFAULT_YEARS
    return min(max(setting, LEAST_YEARS), MOST_YEARS)


def ended_on(consent: Consent, form: Form, today: date) -> date | None:
    """The day from which nothing rested on the consent; None while something may."""
    used = used_purposes(consent, form)
    end = consent.valid_until
    if used:
        return end if end is not None and end < today else None
    days = [one.withdrawn_on for one in consent.withdrawals]
    days += [one.given_on for one in consent.statements if one.given_on is not None]
    return max(days, default=None)


def falls_due(consent: Consent, form: Form, years: int, today: date) -> bool:
    """Has the proof been kept for as long as it shall?"""
    ended = ended_on(consent, form, today)
    return ended is not None and ended <= years_before(today, years)


def held_back(consent: Consent, form: Form, known: Facts) -> tuple[Held, ...]:
    """What holds a consent back that falls due: () when nothing does."""
    stopped = consent.settled_on is not None or known.answered_anew
    waits = form.case.open and not stopped and bool(used_purposes(consent, form))
    found = {
        Held.PENDING: consent.pending is not None,
        Held.OPEN_WITHDRAWAL: known.open_withdrawal,
        Held.OPEN_CASE: known.open_case,
        Held.NOT_STOPPED: waits,
        Held.HIDES_OLDER: known.hides_older,
    }
    return tuple(held for held, is_so in found.items() if is_so)
