"""What the first page already says, as answers: nobody is asked for it again."""

from typing import Any

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.pieces import filled
from gdpr_desktop.dpia.catalogue.service import catalogue
from gdpr_desktop.dpia.content import About, Answer


def answers(about: About) -> tuple[Answer, ...]:
    """What can be answered from the first page."""
    made = (
        filled("what", about.description),
        filled("systems", about.systems),
        filled("novelty", choice=about.novelty.value),
    )
    return tuple(one for one in made if one)


def carry(work: Any, found: Dpia) -> tuple[Answer, ...]:
    """Write what is not answered yet, as a draft begins. Gives what was written."""
    content = found.content
    new = tuple(one for one in answers(found.about) if not content.answer(one.question))
    for one in new:
        store.put_answer(work.db, found.case.id, one, work.actor.name, work.clock.now())
    if new and not content.catalogue:
        store.put_step(work.db, found.case.id, catalogue=catalogue(work.db).version)
    return new


def take_back(work: Any, case_id: CaseId, carried: tuple[Answer, ...]) -> None:
    """Empty what is still as it was carried; what was written since stays."""
    for one in carried:
        if store.answer(work.db, case_id, one.question) == one:
            empty = Answer(question=one.question)
            store.put_answer(work.db, case_id, empty, work.actor.name, work.clock.now())
