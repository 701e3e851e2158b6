"""Responsibility, security, machines, DPIA, information, loose data: one test to a rule."""

from dataclasses import replace
from datetime import date

from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.municipality import Officer
from gdpr_desktop.register.activities.findings import completeness, record_findings
from gdpr_desktop.register.activities.parts import (
    Answer,
    Automated,
    Dpia,
    DpiaExcuse,
    InformationWay,
    Provision,
    Security,
    Step,
    Unstructured,
)
from register.sound import SOUND, SPECIAL, condition, found, law, party

MACHINE = Automated(permitted_by="lov", logic=same("poeng"), consequences=same("plass"))
OWN = (party("barnet", subject=True),)


def test_somebody_answers_for_an_activity():
    assert found(unit_id=None, responsible="") == {"no_responsible": "warning"}
    assert found(unit_id=None) == {"no_unit": "hint"}


def test_security_is_described():
    assert found(security=Security()) == {"no_security": "warning"}


def test_systems_are_named():
    assert found(systems=()) == {"no_system": "hint"}


def test_risk_is_assessed_on_a_day():
    assert found(risk_assessed_on=None) == {"risk_not_assessed": "warning"}


def test_profiling_is_answered():
    assert found(profiling=Answer.UNKNOWN) == {"profiling_unknown": "warning"}


def test_automated_decisions_are_answered():
    assert found(automatic=Answer.UNKNOWN) == {"automatic_unknown": "warning"}
    assert found(automatic=Answer.UNKNOWN, automated=MACHINE) == {}


def test_automated_decisions_need_an_exception_and_their_logic():
    codes = found(automatic=Answer.YES)
    assert codes == {
        "automated_not_permitted": "error",
        "automated_logic_missing": "error",
        "automated_consequences_missing": "warning",
    }
    assert found(automatic=Answer.YES, automated=MACHINE) == {}


def test_automated_decisions_from_special_categories_need_consent_or_weighty_interest():
    codes = found(automated=MACHINE, data=(SPECIAL,), special=(condition("h", law()),))
    assert codes == {"automated_special": "error"}
    assert found(automated=MACHINE, data=(SPECIAL,), special=(condition("g", law()),)) == {}


def test_need_of_dpia_is_answered():
    assert found(dpia=Dpia()) == {"dpia_unknown": "warning"}


def test_needed_dpia_is_carried_out():
    assert found(dpia=Dpia(needed=Answer.YES)) == {"dpia_not_done": "error"}
    assert found(dpia=Dpia(needed=Answer.YES, done_on=date(2026, 1, 2))) == {}


def test_no_dpia_needs_a_reason():
    no = Dpia(needed=Answer.NO)
    assert found(dpia=no) == {"dpia_without_reason": "warning"}
    assert found(dpia=replace(no, excuses=(DpiaExcuse.OTHER,))) == {
        "dpia_without_reason": "warning"
    }
    assert found(dpia=replace(no, reason="lite")) == {}


def test_dpia_made_with_the_law_names_the_provision():
    no = Dpia(needed=Answer.NO, excuses=(DpiaExcuse.ASSESSED_IN_LAW,))
    assert found(dpia=no) == {"dpia_law_missing": "warning"}
    assert found(dpia=replace(no, reference="barnehagelova § 47")) == {}


def test_reason_for_no_dpia_is_not_against_the_rest():
    no = Dpia(needed=Answer.NO, excuses=(DpiaExcuse.NO_SPECIAL_CATEGORIES,))
    codes = found(dpia=no, data=(SPECIAL,), special=(condition("h", law()),))
    assert codes == {"excuse_special": "warning"}
    no = Dpia(needed=Answer.NO, excuses=(DpiaExcuse.NO_PROFILING,))
    assert found(dpia=no, profiling=Answer.YES) == {"excuse_profiling": "warning"}


def test_people_are_told_or_an_exception_is_explained():
    assert found(information=()) == {"not_informed": "error"}
    exempt = (InformationWay.EXEMPT,)
    assert found(information=exempt) == {"exempt_without_note": "error"}
    assert found(information=exempt, information_note=same("artikkel 14 nr. 5")) == {}


def test_article_of_the_duty_to_inform_follows_the_source():
    both = (*OWN, party())
    for sources, article in ((OWN, "13"), ((party(),), "14"), (both, "13, 14")):
        (one,) = replace(SOUND, sources=sources, information=()).findings()
        assert one.article == article


def test_people_who_give_data_are_told_whether_they_must():
    assert found(sources=OWN, provision=Provision.UNKNOWN) == {"provision_unknown": "warning"}
    assert found(provision=Provision.UNKNOWN) == {}


def test_duty_to_give_data_names_its_law_and_what_follows():
    assert found(provision=Provision.STATUTORY) == {"provision_unexplained": "hint"}


def test_new_basis_reminds_of_telling_people_until_it_is_done():
    step = Step(text="Informer", kind="inform_anew")
    assert found(steps=(step,)) == {"inform_anew": "hint"}
    assert found(steps=(replace(step, done_on=date(2026, 1, 2)),)) == {}


def test_loose_data_are_answered_explained_and_never_special():
    assert found(unstructured=Unstructured()) == {"unstructured_unknown": "hint"}
    loose = Unstructured(allowed=Answer.YES)
    assert found(unstructured=loose) == {"unstructured_unexplained": "warning"}
    why = replace(loose, reason="notat under møte", places="skuff")
    assert found(unstructured=why) == {}
    codes = found(unstructured=why, data=(SPECIAL,), special=(condition("h", law()),))
    assert codes == {"unstructured_special": "error"}


def test_activity_ends_after_it_begins():
    codes = found(starts=date(2026, 2, 1), ends=date(2026, 1, 1))
    assert codes == {"ends_before_start": "warning"}


def test_starting_point_is_gone_through():
    assert found(from_library="barnehage") == {"library_unchecked": "warning"}
    assert found(from_library="barnehage", library_checked=True) == {}


def test_progress_counts_the_questions_that_are_answered():
    done, asked = completeness(replace(SOUND, profiling=Answer.UNKNOWN, subjects=()))
    assert asked - done == 2
    assert completeness(replace(SOUND, description=Bilingual(nn="x")))[0] == asked


def test_record_names_an_officer_who_can_be_reached(municipality):
    def codes(**changes):
        return [one.code for one in record_findings(replace(municipality, **changes))]

    assert codes() == []
    assert codes(officer=Officer()) == ["no_officer"]
    assert codes(officer=Officer(name="Kari Prøve")) == ["no_officer_contact"]
    nowhere = {"email": "", "phone": "", "address": PostalAddress()}
    assert codes(**nowhere) == ["no_controller_contact"]
