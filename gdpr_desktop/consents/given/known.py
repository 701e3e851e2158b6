"""Is there a consent already that a new answer belongs to, and which of them is the newest?"""

from datetime import date
from typing import Any

from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.model import Consent, Subject
from gdpr_desktop.core.ids import CaseId, MemberId


def known_consent(
    db: Any,
    form_id: CaseId,
    version: int,
    subject: Subject,
    member_id: MemberId | None = None,
) -> Consent | None:
    """The newest consent of the same person on the same version, if there is one.

    The same is who stands as the same in a group, or has the same name and birth date. A name
    alone is not enough.
    """
    same = [one for one in _same(db, form_id, subject, member_id) if one.version == version]
    return max(same, key=_number, default=None)


def newer_consent(db: Any, consent: Consent) -> Consent | None:
    """What the same person said later on the same form, which is what counts now.

    An answer without a date may be the last word itself: nothing is known to be newer.
    """
    if any(one.given_on is None for one in consent.statements):
        return None
    same = _same(db, consent.form_id, consent.subject, consent.member_id)
    later = [one for one in same if said_last(one) > said_last(consent)]
    return max(later, key=said_last, default=None)


def same_person(db: Any, consent: Consent) -> tuple[Consent, ...]:
    """What the person has answered on the form, this consent among it. A name is not enough."""
    return _same(db, consent.form_id, consent.subject, consent.member_id)


def said_last(consent: Consent) -> date:
    """The day of the last answer or withdrawal; the first day there is where none is known."""
    days = [one.given_on for one in consent.statements if one.given_on]
    days += [one.withdrawn_on for one in consent.withdrawals]
    return max(days, default=date.min)


def _same(
    db: Any, form_id: CaseId, subject: Subject, member_id: MemberId | None
) -> tuple[Consent, ...]:
    found = store.of_members(db, (member_id,), form_id) if member_id is not None else ()
    if subject.name.strip() and subject.birth_date is not None:
        found += store.of_person_on(db, form_id, store.match(subject))
    return found


def _number(consent: Consent) -> int:
    return consent.id
