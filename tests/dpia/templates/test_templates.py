"""An assessment is saved as a template, and another begins from it."""

from dataclasses import replace
from pathlib import Path

import pytest

from dpia.conftest import PASSWORD
from dpia.filling import ABOUT, ANSWERS, put
from dpia.pia_json.making import save, whole
from gdpr_desktop.core.errors import AppError, InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.dpia import feature
from gdpr_desktop.dpia import store as assessments
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.content import About, Answer, Estimate
from gdpr_desktop.dpia.pia_json import read
from gdpr_desktop.dpia.pia_json.service import export, import_case
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.risks import scales
from gdpr_desktop.dpia.templates.model import Order, Parts
from gdpr_desktop.dpia.templates.service import (
    delete_template,
    save_template,
    start_from,
    templates,
)
from gdpr_desktop.vault import Vault, people

NEW = About(title="Tilsyn i bufellesskapet", unit="Bu og meistring")


def _saved(vault: Vault, case_id: CaseId, **values: object) -> int:
    order = Order(case_id=case_id, name="Velferdsteknologi", **values)  # type: ignore[arg-type]
    return save_template(vault, order).id


def test_what_belongs_to_one_case_stays_there(officer: Vault, case_id: CaseId) -> None:
    asked = Answer(question="views_result", text=rich("Pårørande er for"))
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        assessments.put_answer(work.db, case_id, asked, "Ola", work.clock.now())
    template = _saved(officer, case_id, note="Sjå på lagringa")
    (head,) = templates(officer)
    assert (head.name, head.note, head.made_by) == (
        "Velferdsteknologi",
        "Sjå på lagringa",
        "Solveig Testnes",
    )
    assert (head.answers, head.risks, head.measures) == (len(ANSWERS), 2, 3)
    began = CaseId(start_from(officer, template, NEW).id)
    found = assessments.dpia(officer.db, began)
    old = assessments.dpia(officer.db, case_id).content
    assert found.state is State.SCREENING
    assert (found.about.title, found.about.systems) == (NEW.title, ABOUT.systems)
    assert found.about.responsible == ""
    assert {one.question for one in found.content.answers} == {one.question for one in ANSWERS}
    assert all(not one.owner and one.due is None for one in found.content.measures)
    assert all(one.after == Estimate() for one in found.content.scenarios)
    # the measures are still those of their risks, under keys that are not the first one's
    first, other = found.content.scenarios[0], found.content.measures[0]
    assert first.measures == (other.key,)
    assert {one.key for one in old.measures}.isdisjoint(one.key for one in found.content.measures)


def test_a_template_may_hold_the_risks_alone(officer: Vault, case_id: CaseId) -> None:
    _saved(officer, case_id, parts=Parts(answers=False))
    (head,) = templates(officer)
    assert (head.answers, head.risks) == (0, 2)


def test_what_is_begun_from_a_template_is_judged_by_its_scale(
    officer: Vault, case_id: CaseId
) -> None:
    strict = replace(scales.usual(4), high_from=6)
    scales.choose_scale(officer, case_id, strict)
    began = CaseId(start_from(officer, _saved(officer, case_id), NEW).id)
    content = assessments.dpia(officer.db, began).content
    assert (content.scale, content.own_scale) == (4, strict)


def test_two_templates_do_not_have_one_name(officer: Vault, case_id: CaseId) -> None:
    _saved(officer, case_id)
    with pytest.raises(InvalidInputError):
        save_template(officer, Order(case_id=case_id, name=" velferdsteknologi "))
    with pytest.raises(InvalidInputError):
        save_template(officer, Order(case_id=case_id, name=" "))


def test_a_deleted_template_can_be_put_back(officer: Vault, case_id: CaseId) -> None:
    template = _saved(officer, case_id)
    change = delete_template(officer, template)
    assert templates(officer) == ()
    with pytest.raises(AppError):
        start_from(officer, template, NEW)
    assert change.undo is not None
    change.undo.verb(officer)
    assert [one.id for one in templates(officer)] == [template]


def test_a_template_is_saved_from_an_assessment_in_any_state(
    officer: Vault, case_id: CaseId
) -> None:
    put(officer, case_id, state=State.IN_FORCE.value)
    assert _saved(officer, case_id)


def test_a_caseworker_begins_from_a_template_and_from_a_file_but_deletes_none(
    officer: Vault, case_id: CaseId, tmp_path: Path
) -> None:
    template = _saved(officer, case_id)
    people.add_user(officer, "Ola Sak", Role.CASEWORKER, PASSWORD)
    path, clock = officer.path, officer.clock
    officer.close()
    vault = Vault.open(path, "Ola Sak", PASSWORD, clock=clock)
    feature.subscribe(vault)
    try:
        began = CaseId(start_from(vault, template, NEW).id)
        found = read(save(tmp_path / "pia.json", whole()), clock=clock)
        taken = CaseId(import_case(vault, found, found.assessment.about, "pia.json").id)
        export(vault, taken, tmp_path / "ut.zip")
        assert save_template(vault, Order(case_id=began, name="Min")).ids
        with pytest.raises(RefusedError):
            delete_template(vault, template)
        with pytest.raises(RefusedError):  # not theirs
            export(vault, case_id, tmp_path / "andre.json")
        assert not (tmp_path / "andre.json").exists()
    finally:
        vault.close()
