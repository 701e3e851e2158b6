"""What every deed on a collection begins with."""

from datetime import date
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.service import begin_on, require_open
from gdpr_desktop.core.errors import FieldProblem, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, allows
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections import store
from gdpr_desktop.information.collections.checks import past_day
from gdpr_desktop.information.collections.model import Collection
from gdpr_desktop.vault import Vault


def opened(work: Any, case_id: CaseId, deed: Deed = Deed.WORK_ON_CASE) -> Collection:
    """The collection of an open case that the actor may do ``deed`` on."""
    require_open(begin_on(work, deed, case_id))
    return store.collection(work.db, case_id)


def read_collection(vault: Vault, case_id: CaseId) -> Collection:
    """The collection, for who may see it. Raises ``RefusedError`` for a role that may not."""
    found = store.collection(vault.db, case_id)
    own = cases.assigned(found.case, vault.actor)
    if not allows(vault.actor.role, Deed.READ_CASE, assigned=own):
        raise RefusedError(
            _("This case is not yours to see."),
            hint=_("Ask the data protection officer to assign it to you."),
        )
    return found


def day_problems(
    field: str, day: date | None, collection: Collection, today: date
) -> list[FieldProblem]:
    """``day`` must be between the collection and today."""
    return past_day(
        field,
        day,
        today=today,
        earliest=collection.intake.obtained,
        before=_("This is before the data were obtained."),
    )
