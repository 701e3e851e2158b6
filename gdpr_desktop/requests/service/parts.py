"""A request gets one more right, or loses one that nothing has been done on."""

from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import problem
from gdpr_desktop.casework.model import UNSTRUCTURED
from gdpr_desktop.casework.service import record, record_first
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import parts_store
from gdpr_desktop.requests.model import Request, Right
from gdpr_desktop.requests.portability import store as portable_data
from gdpr_desktop.requests.rights import mixed, rules_of
from gdpr_desktop.requests.service.base import opened
from gdpr_desktop.vault import Vault


def add_right(vault: Vault, case_id: CaseId, right: Right) -> Change:
    """Take one more right into the case, on the same clock."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request = opened(work, case_id)
        if request.of(right) is not None:
            raise RefusedError(_("This right is in the case already."))
        if mixed((right, *(part.right for part in request.parts))):
            raise RefusedError(
                _("What we found ourselves is a case of its own: it has another time limit."),
                hint=_("Register it as a new case."),
            )
        _add(work, request, right)
        record(work, case_id, "right_added", right=right.value)
    return work.change


def change_rights(work: Any, request: Request, wanted: tuple[Right, ...]) -> None:
    """Add and take away parts, so that the case is about ``wanted``.

    Raises ``InvalidInputError`` for a right that something has been done on.
    """
    kept = {part.right for part in request.parts}
    for part in request.parts:
        if part.right in wanted:
            continue
        if part.touched or portable_data.of_part(work.db, part.id):
            text = _("Something has been done on a right that you took away. It must stay.")
            require_valid([problem("rights", text)])
        parts_store.delete(work.db, part.id)
        record_first(work, request.case.id, "right_removed", right=part.right.value)
    for right in wanted:
        if right not in kept:
            _add(work, request, right)
            record_first(work, request.case.id, "right_added", right=right.value)


def _add(work: Any, request: Request, right: Right) -> None:
    parts_store.insert(work.db, request.case.id, right)
    kinds = {task.kind for task in cases.tasks(work.db, request.case.id)}
    if rules_of(right).collects and UNSTRUCTURED not in kinds:
        title = _(
            "Unstructured data: e-mail, files, paper, pictures, SMS",
            language=request.case.language,
        )
        cases.insert_task(work.db, request.case.id, kind=UNSTRUCTURED, title=title)
