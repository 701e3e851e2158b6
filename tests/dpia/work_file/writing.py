"""What people do in an assessment, straight through the stores."""

from collections.abc import Iterable
from typing import Any

from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.work_file.store import only_case
from gdpr_desktop.vault import Vault


def case_in(vault: Vault) -> CaseId:
    """The one assessment of a work file."""
    found = only_case(vault.db)
    assert found is not None
    return found


def write(vault: Vault, case_id: CaseId, *things: Any) -> None:
    """Keep answers, scenarios, measures and comments."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        for thing in things:
            if isinstance(thing, Answer):
                store.put_answer(work.db, case_id, thing, work.actor.name, work.clock.now())
            else:
                store.put_item(work.db, case_id, thing)
        work.log(case_id, "dpia_written")
        work.publish(CaseTouched(case_id=case_id))


def remove(vault: Vault, case_id: CaseId, *items: Any) -> None:
    """Take scenarios, measures and comments away."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        for item in items:
            store.remove_item(work.db, case_id, item)


def reorder(vault: Vault, case_id: CaseId, items: Iterable[Any]) -> None:
    """Put scenarios or measures in another order."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        for place, item in enumerate(items, 1):
            store.put_item(work.db, case_id, item, place)
        work.publish(CaseTouched(case_id=case_id))


def said(question: str, text: str) -> Answer:
    """An answer in words."""
    return Answer(question=question, text=rich(text))
