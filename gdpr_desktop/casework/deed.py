"""What every deed on a case begins and ends with."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gdpr_desktop.casework import store
from gdpr_desktop.casework.model import Case
from gdpr_desktop.core.change import Kind
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.roles import Deed, allows
from gdpr_desktop.core.text import _

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTouched:
    """A case changed in a way that may move its deadline or next step."""

    case_id: CaseId


def begin_on(work: Any, deed: Deed, case_id: CaseId) -> Case:
    """The case, once the role may do ``deed`` on it. Every deed on a case starts here."""
    found = store.case(work.db, case_id)
    work.require(deed, assigned=store.assigned(found, work.actor))
    if found.anonymised_at is not None:
        raise RefusedError(
            _("The case has been erased, and can only be looked at."),
            hint=_("Its names and texts are gone. Only numbers for statistics are left."),
        )
    return found


def record(work: Any, case_id: CaseId, code: str, **detail: str) -> EventId:
    """Put ``code`` on the timeline and in the journal, and tell who keeps the case in step.

    Returns the id of the entry on the timeline.
    """
    event = record_first(work, case_id, code, **detail)
    work.publish(CaseTouched(case_id=case_id))
    return event


def record_first(work: Any, case_id: CaseId, code: str, **detail: str) -> EventId:
    """Like ``record``, for a deed of several entries: ``record`` follows in the same unit."""
    event = store.add_event(work.db, case_id, work.clock.now(), work.actor.name, code, detail)
    work.log(case_id, code)
    work.touch(Kind.CASE, case_id)
    return event


def require_open(found: Case) -> None:
    """Raise when the case is closed."""
    if not found.open:
        raise RefusedError(
            _("The case is closed."), hint=_("Open it again to work on it. Its history is kept.")
        )


def note_opened(vault: "Vault", case_id: CaseId) -> None:
    """Write in the journal that the actor looked at a case, which must be theirs to see.

    Raises ``RefusedError``; nothing is written then.
    """
    require_readable(vault, store.case(vault.db, case_id))
    vault.note_opened(case_id)


def require_readable(vault: "Vault", found: Case) -> None:
    """Raise ``RefusedError`` when the case is not the actor's to see."""
    own = store.assigned(found, vault.actor)
    if not allows(vault.actor.role, Deed.READ_CASE, assigned=own):
        raise RefusedError(
            _("This case is not yours to see."),
            hint=_("Ask the data protection officer to assign it to you."),
        )
