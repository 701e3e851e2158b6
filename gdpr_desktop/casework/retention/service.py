"""The deeds of the yearly clean-up, and what makes it last through a restore."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from gdpr_desktop.casework.retention import store
from gdpr_desktop.casework.retention.model import (
    CaseAnonymised,
    HeldBack,
    Kept,
    Years,
    falls_due,
    next_clean_up,
    years_before,
    years_from,
)
from gdpr_desktop.casework.settings import RETENTION_YEARS
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault, erasures

LAST_SETTING = "last_clean_up"


def retention_years(vault: Vault) -> Years:
    """For how many years after it was closed a case of each kind is kept."""
    return years_from(vault.setting(RETENTION_YEARS))


def last_clean_up(vault: Vault) -> date | None:
    """The day of the last clean-up."""
    saved = vault.setting(LAST_SETTING)
    return date.fromisoformat(saved) if isinstance(saved, str) else None


def clean_up_due(vault: Vault) -> bool:
    """Must the one who is at the desk be told that it is time for the yearly clean-up?"""
    if scope(vault.actor.role, Deed.CLEAN_UP) is None:
        return False
    today = vault.clock.today()
    if next_clean_up(last_clean_up(vault), today) > today:
        return False
    return store.any_due(vault.db, limits(vault))


def limits(vault: Vault) -> store.Limits:
    """For each kind the last day of closing that falls due today."""
    today = vault.clock.today()
    return {kind: years_before(today, kept) for kind, kept in retention_years(vault).items()}


def due_count(vault: Vault, *, free: bool = False) -> int:
    """How many cases fall due today; with ``free`` those that nothing holds back."""
    return store.count(vault.db, limits(vault), free=free)


def due_page(vault: Vault, *, offset: int, limit: int) -> tuple[Kept, ...]:
    """What falls due today, closed longest ago first."""
    return store.page(vault.db, limits(vault), offset=offset, limit=limit)


def free_ids(vault: Vault) -> tuple[CaseId, ...]:
    """The cases that a clean-up today would anonymise."""
    return store.free_ids(vault.db, limits(vault))


def anonymise_case(vault: Vault, case_id: CaseId) -> Change:
    """Take names and free text out of a case that falls due. This cannot be undone.

    Raises ``RefusedError`` for a case that does not fall due or is held back.
    """
    found = store.kept(vault.db, case_id)
    if found is not None and found.held_back:
        raise RefusedError(" ".join(held_back_words(code) for code in found.held_back))
    change = anonymise_cases(vault, [case_id])
    if not change.ids:
        raise RefusedError(_("This case is not to be erased yet."))
    return change


def anonymise_cases(vault: Vault, ids: Iterable[CaseId]) -> Change:
    """Anonymise those of the cases that still fall due and are not held back, in one piece."""
    years = retention_years(vault)
    with vault.begin(Deed.CLEAN_UP) as work:
        now, today = work.clock.now(), work.clock.today()
        for case_id in ids:
            found = store.kept(work.db, case_id)
            if found and not found.held_back and falls_due(found.case, years, today):
                _anonymise(work, case_id, now)
    return work.change


def _anonymise(work: Any, case_id: CaseId, at: datetime) -> None:
    store.anonymise(work.db, case_id, at)
    erasures.drop_private_notes(work.db, case_id)
    erasures.add(work.db, case_id, at)
    work.publish(CaseAnonymised(case_id=case_id))
    work.log(case_id, "anonymised")
    work.touch(Kind.CASE, case_id)


def finish_clean_up(vault: Vault, done: int, *, whole: bool = True) -> Change:
    """Journal the clean-up and keep its list on this machine; ``whole``: it was not stopped.

    Only a whole one puts off the next for a year.
    """
    with vault.begin(Deed.CLEAN_UP) as work:
        if whole:
            today = work.clock.today().isoformat()
            vault.save_setting(LAST_SETTING, today, deed=Deed.CLEAN_UP)
        work.log(None, "cleaned_up", cases=done)
        work.touch(Kind.SETTINGS, 0)
    erasures.remember(vault)
    return work.change


def erased_ids(vault: Vault) -> tuple[int, ...]:
    """Every case known to be anonymised, from the file and from this machine: for a backup."""
    return tuple(sorted({**erasures.in_file(vault.db), **erasures.on_machine(vault)}))


def erased_in(db: Any) -> tuple[int, ...]:
    """The cases that a file itself knows were anonymised: what a backup of it carries."""
    return tuple(erasures.in_file(db))


def erase_again(vault: Vault, ids: tuple[int, ...]) -> None:
    """``reapply_erasures`` for a restore, which asks for no answer."""
    reapply_erasures(vault, ids)


def reapply_erasures(vault: Vault, ids: Iterable[int]) -> Change | None:
    """Anonymise again what was anonymised before an older copy was put back.

    Program's own bookkeeping: no role is asked, and nothing holds a case back. A case that was
    registered after the erasure only has the same id, and is left alone.
    """
    if vault.read_only:
        return None
    known = {**erasures.on_machine(vault), **erasures.in_file(vault.db)}
    coming = [CaseId(number) for number in ids if _comes_back(vault, CaseId(number), known)]
    if not coming:
        return None
    with vault.begin_upkeep() as work:
        for case_id in coming:
            _anonymise(work, case_id, known.get(case_id, work.clock.now()))
        work.log(None, "erased_again", cases=len(coming))
    erasures.remember(vault)
    return work.change


def _comes_back(vault: Vault, case_id: CaseId, known: erasures.Erased) -> bool:
    found = store.kept(vault.db, case_id)
    if found is None or found.case.anonymised_at is not None:
        return False
    erased = known.get(case_id)
    return erased is None or found.case.created_at < erased


def catch_up(vault: Vault) -> Change | None:
    """After unlocking, once all features listen: erase again what came back with an older copy."""
    if vault.read_only:
        return None
    change = reapply_erasures(vault, erasures.on_machine(vault))
    erasures.remember(vault)
    return change


def held_back_words(code: HeldBack) -> str:
    """Why a case must stay."""
    return {
        HeldBack.NOT_FILED: _("Not filed in the archive."),
        HeldBack.LOCAL_COPIES: _("Letters still lie on this machine."),
        HeldBack.RESTRICTED: _("A restriction of processing has not been lifted."),
        HeldBack.OPEN_CASE: _("The same person has an open case."),
    }[code]
