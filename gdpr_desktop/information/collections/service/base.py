"""What every deed on a collection begins with."""

from datetime import date
from typing import Any

from gdpr_desktop.casework.deed import require_readable
from gdpr_desktop.casework.service import begin_on, require_open
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
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
    require_readable(vault, found.case)
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
