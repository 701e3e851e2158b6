"""What every deed on a deviation begins with, and how a change is written and taken back."""

from dataclasses import replace
from functools import partial
from typing import Any

from gdpr_desktop.breaches.deviations import store
from gdpr_desktop.breaches.deviations.model import Deviation, Facts
from gdpr_desktop.breaches.deviations.words import noun
from gdpr_desktop.casework.deed import begin_on, record, require_open, require_readable
from gdpr_desktop.casework.undo import changed_since, note_undone, require_nothing_after
from gdpr_desktop.core.change import Change, Undo
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault


def opened(work: Any, case_id: CaseId, deed: Deed = Deed.WORK_ON_CASE) -> Deviation:
    """The deviation of an open case that the actor may do ``deed`` on."""
    require_open(begin_on(work, deed, case_id))
    return store.deviation(work.db, case_id)


def read_deviation(vault: Vault, case_id: CaseId) -> Deviation:
    """The deviation, for who may see it. Raises ``RefusedError`` for a role that may not."""
    found = store.deviation(vault.db, case_id)
    require_readable(vault, found.case)
    return found


def cleaned(facts: Facts) -> Facts:
    """As it is kept."""
    return replace(
        facts,
        what=clean_text(facts.what),
        department=clean_line(facts.department),
        system=clean_line(facts.system),
        responsible=clean_line(facts.responsible),
        corrective=clean_text(facts.corrective),
    )


def put(work: Any, found: Deviation, code: str, after: Facts) -> Undo:
    """Write what is known and tell of it on the timeline; gives the way back."""
    case_id = found.case.id
    store.put(work.db, case_id, after)
    event = record(work, case_id, code)
    verb = partial(
        _restore, case_id=case_id, before=found.facts, after=after, code=code, event=event
    )
    return Undo(words=noun(code), verb=verb)


def _restore(
    vault: Vault, *, case_id: CaseId, before: Facts, after: Facts, code: str, event: EventId
) -> Change:
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        require_nothing_after(work.db, case_id, event, frozenset({"closed"}))
        if found.facts != after:
            raise changed_since()
        store.put(work.db, case_id, before)
        note_undone(work, case_id, code, event)
    return work.change
