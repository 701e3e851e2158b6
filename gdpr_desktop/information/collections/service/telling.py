"""People are told: of the collection, of a new purpose, of a change in the record."""

from datetime import date

from gdpr_desktop.casework.checks import required, text_length
from gdpr_desktop.casework.service import begin_on, record, record_first
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections import store
from gdpr_desktop.information.collections.checks import new_purpose_problems, told_problems
from gdpr_desktop.information.collections.model import (
    Intrusiveness,
    NewPurpose,
    Told,
    ToldWay,
    tell_before,
)
from gdpr_desktop.information.collections.service.base import opened
from gdpr_desktop.information.collections.service.intake import cleaned_told
from gdpr_desktop.information.collections.service.undo import step_undo
from gdpr_desktop.vault import Vault


def note_told(
    vault: Vault, case_id: CaseId, told: Told, *, deed: Deed = Deed.WORK_ON_CASE
) -> Change:
    """Note how and when people were told; it answers a change of the record from before."""
    told = cleaned_told(told)
    with vault.begin(deed) as work:
        before = opened(work, case_id, deed)
        require_valid(told_problems(before, told, work.clock.today()))
        new: dict[str, object] = {"told": told}
        if before.exception is not None:  # told after all
            new |= {"exception": None, "advice": None, "decision": None}
            record_first(work, case_id, "exception_dropped")
        store.put_step(work.db, case_id, **new)
        seen = before.changed_on
        if seen is not None and told.told_on >= seen:
            store.mark_changed(work.db, [case_id], None)
        on = told.told_on.isoformat()
        event = record(work, case_id, "people_told", method=told.way.value, on=on)
    return step_undo(
        work.change,
        "people_told",
        event,
        case_id,
        before={column: getattr(before, column) for column in new},
        after=new,
        deed=deed,
        changed_on=seen,
    )


def note_new_purpose(
    vault: Vault,
    case_id: CaseId,
    *,
    text: str,
    starts: date,
    intrusiveness: Intrusiveness,
    by: date | None = None,
) -> Change:
    """The data shall serve another purpose: people must be told anew, ``by`` a day before it.

    What was told and excepted before stands on the timeline.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        before = opened(work, case_id)
        purpose = NewPurpose(
            text=clean_text(text),
            starts=starts,
            intrusiveness=intrusiveness,
            tell_before=by or tell_before(starts, intrusiveness),
            noted_on=work.clock.today(),
        )
        require_valid(new_purpose_problems(purpose))
        new: dict[str, object] = {
            "new_purpose": purpose,
            "told": None,
            "exception": None,
            "advice": None,
            "decision": None,
        }
        old = {column: getattr(before, column) for column in new}
        store.put_step(work.db, case_id, **new)
        store.mark_changed(work.db, [case_id], None)
        event = record(work, case_id, "new_purpose_noted", on=starts.isoformat())
    return step_undo(
        work.change,
        "new_purpose_noted",
        event,
        case_id,
        before=old,
        after=new,
        changed_on=before.changed_on,
    )


def settle_change(vault: Vault, case_id: CaseId, *, reason: str) -> Change:
    """Note why people need not be told of what was changed in the record. Closed cases too."""
    reason = clean_text(reason)
    problems = required("reason", reason, _("Write why people need not be told."))
    require_valid([*problems, *text_length("reason", reason)])
    with vault.begin(Deed.WORK_ON_CASE) as work:
        begin_on(work, Deed.WORK_ON_CASE, case_id)
        if store.collection(work.db, case_id).changed_on is None:
            raise RefusedError(_("Somebody has seen to the change already."))
        store.mark_changed(work.db, [case_id], None)
        record(work, case_id, "change_settled", reason=reason)
    return work.change


def told_by_letter(vault: Vault, case_id: CaseId, sent_on: date, what: str) -> None:
    """A letter that is sent is itself the telling; sent once more, the first day stands."""
    with vault.begin(Deed.SEND_LETTER) as work:
        before = opened(work, case_id, Deed.SEND_LETTER)
        if before.told is not None and before.changed_on is None:
            return
        told = Told(way=ToldWay.LETTER, told_on=sent_on, by=work.actor.name, what=what)
        note_told(vault, case_id, told, deed=Deed.SEND_LETTER)
