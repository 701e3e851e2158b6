"""The search for one person reads everything that is written in an assessment."""

from dataclasses import replace
from datetime import date

import pytest

from dpia.filling import SCENARIOS, advised, put
from gdpr_desktop.casework.attachments import store as attached
from gdpr_desktop.casework.attachments.model import Attachment
from gdpr_desktop.casework.person_search import Where, clues_in, start
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.content import Answer, Comment, Measure
from gdpr_desktop.dpia.rich import Rich, RichBlock, Span
from gdpr_desktop.dpia.templates.model import Order
from gdpr_desktop.dpia.templates.service import save_template
from gdpr_desktop.vault import Vault

NAME = "Bestemor Testberg"
HALF_BOLD = Rich(
    blocks=(RichBlock(spans=(Span(text="Bestemor "), Span(text="Testberg", bold=True))),)
)


def _found(vault: Vault) -> set[tuple[int | None, Where]]:
    search = start(vault, clues_in(NAME, date(2026, 11, 20)))
    search.at_once()
    for _new in search.slices():
        pass
    cases = [one for group in search.found.groups for one in group.cases]
    found = {(one.case.id, where) for one in cases for where in one.where}
    return found | {(None, one.where) for one in search.found.elsewhere}


@pytest.mark.parametrize("part", ["answer", "scenario", "measure", "comment", "attachment"])
def test_a_name_is_found_wherever_it_is_written(officer: Vault, case_id: CaseId, part: str) -> None:
    assert _found(officer) == set()
    at = officer.clock.now()
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        if part == "answer":
            answer = Answer(question="aim", text=HALF_BOLD)
            store.put_answer(work.db, case_id, answer, "Ola", at)
        elif part == "scenario":
            store.put_item(work.db, case_id, replace(SCENARIOS[0], cause=f"{NAME} les"))
        elif part == "measure":
            store.put_item(work.db, case_id, Measure(key="m9", title="Ring", owner=NAME))
        elif part == "comment":
            comment = Comment(key="c1", about="", text=f"Spør {NAME}", name="Solveig", at=at)
            store.put_item(work.db, case_id, comment)
        else:
            kept = Attachment(
                key="a",
                name=f"{NAME}.pdf",
                media_type="",
                size=1,
                sha256="",
                added_at=at,
                added_by="Ola",
            )
            attached.insert(work.db, case_id, kept, b"x")
    assert (case_id, Where.ASSESSMENT) in _found(officer)


def test_a_name_is_found_in_advice_in_what_was_sent_and_in_templates(officer: Vault) -> None:
    case_id = advised(officer, text=HALF_BOLD)
    assert (case_id, Where.ASSESSMENT) in _found(officer)
    put(officer, case_id, opinion=None)
    assert _found(officer) == set()
    save_template(officer, Order(case_id=case_id, name="Mal", note=f"Av {NAME}"))
    assert _found(officer) == {(None, Where.TEMPLATE)}
