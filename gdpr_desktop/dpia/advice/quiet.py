"""Many small deeds of one person are told once on the timeline; the journal has each of them."""

from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched, record
from gdpr_desktop.core.change import Kind
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.ids import CaseId


def note_quietly(work: Any, case_id: CaseId, code: str) -> None:
    """Tell of it, unless the newest entry is the same of the same person and day."""
    newest = next(iter(cases.timeline(work.db, case_id)), None)
    today = work.clock.today()
    told = (newest.code, newest.actor, local_date(newest.at)) if newest else None
    if told != (code, work.actor.name, today):
        record(work, case_id, code)
        return
    work.log(case_id, code)
    work.touch(Kind.CASE, case_id)
    work.publish(CaseTouched(case_id=case_id))
