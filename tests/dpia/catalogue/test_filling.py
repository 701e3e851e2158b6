"""Empty answers are filled from the record: what it says, nothing else, and nothing over."""

from dataclasses import replace
from datetime import date

import pytest

from dpia.filling import begun, put
from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.catalogue.filling import activities, fill, proposals
from gdpr_desktop.dpia.catalogue.from_record import Source, answers
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.content import About, Answer
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Answer as Said
from gdpr_desktop.register.activities.parts import Assessment, Automated, Sensitivity, Transfer
from gdpr_desktop.register.entries.service import add_entry
from gdpr_desktop.register.processors.model import (
    CLAUSES,
    FRAME,
    Agreement,
    Processor,
    SubProcessor,
)
from gdpr_desktop.register.systems.model import System
from register import sound

NN = Language.NYNORSK
ABOUT = About(title="Digitalt tilsyn", description="Sensorar om natta", systems="Nattugla")
BLANK = Activity(name=same("Tilsyn"))
BUILT = Assessment(
    kind="built_in",
    made_on=date(2026, 1, 2),
    made_by="Kari",
    answers=(("minimum", "yes"), ("logging", "no"), ("choice", "na")),
    notes=(("logging", "Kjem i mars"),),
)
WEIGHED = Assessment(
    kind="interests",
    made_on=date(2026, 1, 2),
    made_by="Kari",
    answers=(("why", "Innbrot"), ("expected", "yes"), ("gentler", "unsure"), ("result", "ours")),
    notes=(("expected", "Skilt"),),
    conclusion="Interessa veg tyngst.",
    outcome="ours",
)


def known(activity, **more):
    """The answers that come of an activity, by question."""
    found = answers(Source(about=ABOUT, activity=activity, **more), NN)
    return {one.question: one for one in found}


@pytest.fixture
def activity_id(officer):
    """The sound activity, with health data, in the record."""
    plain = replace(sound.SOUND, unit_id=None, systems=(), data=(sound.data(), sound.SPECIAL))
    return add_entry(officer, plain).id


def test_the_record_answers_what_it_knows():
    found = known(replace(sound.SOUND, data=(sound.data(), sound.SPECIAL)))
    assert found["what"].text.plain == "Sensorar om natta"
    assert found["basis"].picks == ("e",)
    assert found["special"].choice == "yes"
    assert found["special_which"].text.plain == "helsekort"
    assert [row[0] for row in found["data"].rows][-1] == "helsekort"
    assert found["subjects"].rows == (("barn", ""),)
    assert found["security"].text.plain == "kryptering"
    assert found["automated"].choice == "no"
    assert found["sharing"].choice == "yes"
    assert "artikkel 6 nr. 1 bokstav e" in found["basis_law"].text.plain
    asked = {one.id for section in builtin().sections for one in section.questions}
    assert set(found) <= asked


def test_silence_is_no_answer():
    found = known(BLANK)
    assert set(found) == {"what", "systems", "novelty", "documents"}


def test_a_legitimate_interest_brings_its_weighing_along():
    by_interest = replace(BLANK, purposes=(sound.ON_INTERESTS,), assessments=(WEIGHED,))
    found = known(by_interest)
    assert found["interest_what"].text.plain == "tryggleik i bygget\nInnbrot"
    assert found["interest_for"].rows == (("expected", "yes", "Skilt"),)
    assert found["interest_against"].rows == (("gentler", "unsure", ""),)
    assert found["interest_conclusion"].text.plain.startswith("Interessa veg tyngst.\n")


def test_agreements_are_told_as_they_are():
    whole = Agreement(signed_on=date(2026, 3, 3), clauses=CLAUSES, frame=FRAME, warns=Said.YES)
    sub = SubProcessor(name="Skylageret", country="IE", service="Lagring")
    lacking = replace(whole, clauses=CLAUSES[:-1], sub_processors=(sub,))
    good = Processor(name="Sensorhuset", agreements=(whole,), outside_eea=Said.NO)
    bad = Processor(name="Varslaren", agreements=(lacking,), outside_eea=Said.NO)
    none = Processor(name="Nykomaren")
    found = known(replace(BLANK, outside_eea=Said.NO), processors=(good, bad))
    assert found["agreement"].choice == "yes"
    assert found["outside"].choice == "no"
    points = {row[0]: row[1:] for row in found["agreement_points"].rows}
    assert points["audit"][0] == "no"
    assert "Varslaren" in points["audit"][1]
    assert {points[one] for one in points if one != "audit"} == {("yes", "")}
    assert ("Lagring", "Irland") in {row[1:] for row in found["processors"].rows}
    found = known(BLANK, processors=(good, none))
    assert (found["agreement"].choice, "Nykomaren" in found["agreement"].text.plain) == ("", True)
    assert "outside" not in found


def test_transfers_machines_and_built_in_privacy_are_told():
    machine = Automated(permitted_by="22(2)(b)", logic=same("Poeng"))
    system = System(name="Nattugla", place="Sky", country="IE", assessments=(BUILT,))
    found = known(
        replace(BLANK, automated=machine, transfers=(Transfer(country="US"),)), systems=(system,)
    )
    assert found["outside"].choice == "yes"
    assert found["transfer"].text.plain.startswith("USA")
    assert found["automated"].choice == "yes"
    assert found["automated_how"].text.plain == "22 nr. 2 bokstav b\nPoeng"
    assert found["storage"].text.plain == "Nattugla: Sky, Irland"
    assert found["systems"].text.plain == "Nattugla"
    built = found["built_in"].text.plain.splitlines()
    assert len(built) == 2
    assert built[1].endswith("Kjem i mars")


def test_confidential_data_are_expected_to_be_kept_so():
    shut = sound.data("sak", sensitivity=Sensitivity.CONFIDENTIAL)
    assert known(replace(BLANK, data=(shut,)))["confidential"].choice == "yes"


def test_only_empty_answers_are_filled_and_the_deed_is_undone(officer, case_id, activity_id):
    before = read_dpia(officer, case_id).content
    found = {one.question.id: one for one in proposals(officer, case_id, activity_id)}
    assert (found["what"].taken, found["subjects"].taken) == (True, False)
    change = fill(officer, case_id, activity_id, frozenset({"what", "subjects", "security"}))
    after = read_dpia(officer, case_id)
    assert after.content.answer("what") == before.answer("what")
    assert after.content.answer("security").text.plain == "kryptering"
    assert not after.content.answer("retention")
    assert after.about.activities == (activity_id,)
    assert after.content.catalogue == builtin().version
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        mine = Answer(question="security", text=rich("Skrive om"))
        store.put_answer(work.db, case_id, mine, "Kari", work.clock.now())
    change.undo.verb(officer)
    content = read_dpia(officer, case_id).content
    assert not content.answer("subjects")
    assert content.answer("security") == mine


def test_nothing_is_filled_where_nothing_may_be_written(officer, case_id, activity_id):
    with pytest.raises(RefusedError):
        fill(officer, case_id, activity_id, frozenset({"what"}))
    put(officer, case_id, state=State.SENT.value)
    with pytest.raises(RefusedError):
        fill(officer, case_id, activity_id, frozenset({"subjects"}))


def test_the_activities_it_was_begun_from_are_offered_alone(officer, activity_id):
    other = add_entry(officer, replace(BLANK, name=Bilingual(nn="Anna"))).id
    everyone = [one for one, _name in activities(officer, read_dpia(officer, begun(officer)))]
    assert everyone == [other, activity_id]
    linked = read_dpia(officer, begun(officer, activities=(activity_id,)))
    assert [one for one, _name in activities(officer, linked)] == [activity_id]
