"""What was learnt, before the case is closed."""

from dataclasses import replace

from gdpr_desktop.breaches.following.checks import lessons_problems
from gdpr_desktop.breaches.model import Lessons
from gdpr_desktop.breaches.service.base import opened, put, with_undo
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault


def note_lessons(vault: Vault, case_id: CaseId, lessons: Lessons) -> Change:
    """Note what was learnt, and what is changed because of it."""
    kept = replace(
        lessons,
        learnt=clean_text(lessons.learnt),
        changes=clean_text(lessons.changes),
        name=clean_line(lessons.name),
    )
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        require_valid(lessons_problems(kept, found, work.clock.today()))
        undo = put(work, found, Deed.WORK_ON_CASE, "breach_lessons", "lessons", kept)
    return with_undo(work.change, undo)
