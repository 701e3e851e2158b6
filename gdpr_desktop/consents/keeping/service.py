"""The consents' part in the yearly clean-up, and what makes it last through a restore.

A consent goes whole, with its words in the search. How many went stays on the form's timeline. That
it went is listed with the erased cases, under its number with the sign turned.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.retention.model import next_clean_up, years_before
from gdpr_desktop.casework.retention.service import last_clean_up
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given import store as consents
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.keeping import store
from gdpr_desktop.consents.keeping.model import (
    SETTING,
    falls_due,
    held_back,
    years_from,
)
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.vault import Vault, erasures

DELETED = "consent_proof_deleted"
MOST = 2_000  # consents in one clean-up


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What falls due today: those that go, and how many are held back."""

    free: tuple[ConsentId, ...] = ()
    held: int = 0
    more: bool = False  # there may be more than were looked at


def proof_years(vault: Vault) -> int:
    """For how many years after its end what proves a consent is kept."""
    return years_from(vault.setting(SETTING))


def due(vault: Vault) -> Due:
    """What falls due today among the first ``MOST`` that may have ended: for the clean-up."""
    judged = list(_judged(vault))
    free = tuple(one for one, goes in judged if goes)
    held = sum(goes is False for _one, goes in judged)
    return Due(free=free, held=held, more=len(judged) == MOST)


def _judged(vault: Vault) -> Iterator[tuple[ConsentId, bool | None]]:
    """The first that may have ended: does each go, is it held back, or (None) not due yet?"""
    today, years = vault.clock.today(), proof_years(vault)
    known: dict[CaseId, Form] = {}
    for one in store.candidates(vault.db, years_before(today, years), MOST):
        form = _form(vault.db, one, known)
        if falls_due(one, form, years, today):
            yield one.id, not held_back(one, form, store.facts(vault.db, one.id, today))
        else:
            yield one.id, None


def clean_up_due(vault: Vault) -> bool:
    """Is it time for the yearly clean-up because of consents?"""
    if scope(vault.actor.role, Deed.CLEAN_UP) is None:
        return False
    today = vault.clock.today()
    return next_clean_up(last_clean_up(vault), today) <= today and any(
        goes for _one, goes in _judged(vault)
    )


def delete_proof(vault: Vault, ids: Iterable[ConsentId]) -> Counter[CaseId]:
    """Delete those that still fall due and that nothing holds back, in one piece. For good.

    Returns how many went, by form: ``note_deleted`` tells of it when all is done.
    """
    with vault.begin(Deed.CLEAN_UP) as work:
        today, years = work.clock.today(), proof_years(vault)
        known: dict[CaseId, Form] = {}
        gone = []
        for consent_id in ids:
            one = store.find(work.db, consent_id)
            if one is None or not falls_due(one, _form(work.db, one, known), years, today):
                continue
            if not held_back(one, known[one.form_id], store.facts(work.db, one.id, today)):
                gone.append(one)
        counts = _delete(work, gone)
        store.delete_groups(work.db, years_before(today, years))
    return counts


def note_deleted(vault: Vault, counts: Counter[CaseId]) -> Change:
    """Keep on the timeline of each form how many went: all that is left of them."""
    with vault.begin(Deed.CLEAN_UP) as work:
        _note(work, counts)
    return work.change


def erased_ids(db: Any) -> tuple[int, ...]:
    """The consents that the file knows were deleted, as the list of the erased has them."""
    return tuple(number for number in erasures.in_file(db) if number < 0)


def erase_again(vault: Vault, ids: Iterable[int]) -> int:
    """Delete again what came back with an older copy; returns how many.

    A consent registered after the deletion may have the same number: only those go that ended so
    long ago that they would go in any case. Nothing else holds one back.
    """
    if vault.read_only:
        return 0
    listed = {ConsentId(-number) for number in ids if number < 0}
    today, known = vault.clock.today(), dict[CaseId, Form]()
    back = [
        one
        for number in sorted(listed)
        if (one := store.find(vault.db, number)) is not None
        and falls_due(one, _form(vault.db, one, known), proof_years(vault), today)
    ]
    if back:
        with vault.begin_upkeep() as work:
            _note(work, _delete(work, back))
            work.log(None, "erased_again", consents=len(back))
        erasures.remember(vault)
    return len(back)


def _delete(work: Any, gone: list[Consent]) -> Counter[CaseId]:
    now = work.clock.now()
    for one in gone:
        consents.delete(work.db, one.id)
        erasures.add(work.db, CaseId(-one.id), now)
        work.touch(Kind.CONSENT, one.id)
    counts = Counter(one.form_id for one in gone)
    for form_id, count in counts.items():
        work.log(form_id, DELETED, count=count)
    return counts


def _note(work: Any, counts: Counter[CaseId]) -> None:
    for form_id, count in counts.items():
        detail = {"count": str(count)}
        now, name = work.clock.now(), work.actor.name
        cases.add_event(work.db, form_id, now, name, DELETED, detail)
        work.touch(Kind.CASE, form_id)


def _form(db: Any, consent: Consent, known: dict[CaseId, Form]) -> Form:
    if consent.form_id not in known:
        known[consent.form_id] = forms.form(db, consent.form_id)
    return known[consent.form_id]
