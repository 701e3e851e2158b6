"""Is there a consent already that a new answer belongs to?"""

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
    found = store.of_members(db, (member_id,), form_id) if member_id is not None else ()
    if subject.name.strip() and subject.birth_date is not None:
        found += store.of_person_on(db, form_id, store.match(subject))
    same = [one for one in found if one.version == version]
    return max(same, key=_number, default=None)


def _number(consent: Consent) -> int:
    return consent.id
