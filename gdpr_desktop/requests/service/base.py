"""What every deed on a request begins with."""

from datetime import date
from typing import Any

from gdpr_desktop.casework.deed import require_readable
from gdpr_desktop.casework.service import begin_on, require_open
from gdpr_desktop.core.errors import FieldProblem, RefusedError
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import parts_store, store
from gdpr_desktop.requests.checks import past_day
from gdpr_desktop.requests.model import Part, Request
from gdpr_desktop.vault import Vault


def opened(work: Any, case_id: CaseId, deed: Deed = Deed.WORK_ON_CASE) -> Request:
    """The request of an open case, not answered yet, that the actor may do ``deed`` on.

    What was sent stays as it was sent: to do more, the case is closed and opened again.
    """
    require_open(begin_on(work, deed, case_id))
    request = store.request(work.db, case_id)
    if request.answered:
        raise _answered()
    return request


def opened_part(work: Any, part_id: PartId, deed: Deed = Deed.WORK_ON_CASE) -> tuple[Request, Part]:
    """A request as ``opened`` gives it, with one of its parts that is not answered yet."""
    case_id = parts_store.case_of(work.db, part_id)
    if case_id is None:
        raise RefusedError(_("This part of the request has been taken away."))
    request = opened(work, case_id, deed)
    part = request.part(part_id)
    if part.answered:
        raise _answered()
    return request, part


def _answered() -> RefusedError:
    return RefusedError(
        _("The request has been answered."),
        hint=_("Close the case and open it again, if more must be done."),
    )


def of_part(part: Part) -> dict[str, str]:
    """What the timeline says of which part a deed was done on."""
    return {"right": part.right.value}


def read_request(vault: Vault, case_id: CaseId) -> Request:
    """The request, for who may see it. Raises ``RefusedError`` for a role that may not."""
    request = store.request(vault.db, case_id)
    require_readable(vault, request.case)
    return request


def day_problems(field: str, day: date | None, request: Request, today: date) -> list[FieldProblem]:
    """``day`` must be between receipt and today."""
    return past_day(
        field,
        day,
        today=today,
        earliest=request.case.received,
        before=_("This is before the request was received."),
    )
