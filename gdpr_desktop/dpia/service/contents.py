"""What a new assessment begins with, when it is not empty."""

from typing import Any

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.content import Assessment


def write_contents(work: Any, case_id: CaseId, content: Assessment) -> None:
    """Write answers, risks, measures and comments of a new assessment."""
    for answer in content.answers:
        store.put_answer(work.db, case_id, answer, work.actor.name, work.clock.now())
    kinds: tuple[tuple[store.Item, ...], ...] = (
        content.measures,
        content.scenarios,
        content.comments,
    )
    for items in kinds:
        for place, item in enumerate(items, 1):  # looked up anew for each, thousands take minutes
            store.put_item(work.db, case_id, item, place)
    version = content.catalogue or builtin().version
    scale = {"scale": content.scale, "own_scale": content.own_scale}
    store.put_step(work.db, case_id, catalogue=version, **scale)
