"""Two decisions in one request that exclude each other are refused, each with a sentence."""

from dataclasses import replace
from datetime import date

import pytest

from gdpr_desktop.core.errors import InvalidInputError
from gdpr_desktop.requests import parts_store, service
from gdpr_desktop.requests.model import Considered, Request, Right
from gdpr_desktop.requests.rights.access import Outcome, Review
from gdpr_desktop.requests.rights.conflicts import Conflict, conflicts
from gdpr_desktop.requests.rights.erasure import ErasureAssessment, ErasureOutcome
from gdpr_desktop.requests.rights.restriction import RestrictionAssessment, RestrictionOutcome

TODAY = date(2026, 11, 22)
NOTHING = Review(outcome=Outcome.NOTHING_HELD, reviewed_by="Eg", reviewed_on=TODAY)
ERASED = ErasureAssessment(outcome=ErasureOutcome.DONE)
RESTRICTED = RestrictionAssessment(outcome=RestrictionOutcome.GRANTED)


def found(desk, **assessments: object) -> set[Conflict]:
    rights = tuple(Right(name) for name in assessments)
    request = desk.request(desk.register(rights=rights))
    return set(with_assessments(request, assessments))


def with_assessments(request: Request, assessments: dict[str, object]) -> tuple[Conflict, ...]:
    parts = tuple(replace(p, assessment=assessments[p.right.value]) for p in request.parts)
    request = replace(request, parts=parts)
    return tuple(code for part in parts for code in conflicts(request, part))


def test_nothing_held_and_something_erased_exclude_each_other(desk):
    assert found(desk, access=NOTHING, erasure=ERASED) == {Conflict.NOTHING_HELD}


def test_what_rests_on_an_objection_falls_with_it(desk):
    from gdpr_desktop.requests.rights.objection import ObjectionAssessment, ObjectionOutcome

    rests = replace(ERASED, considered=(Considered(question="objection", answer="yes"),))
    refused = ObjectionAssessment(outcome=ObjectionOutcome.NOT_UPHELD)
    if not rests.grounds:
        pytest.fail("the question of the helper has another id")
    assert found(desk, objection=refused, erasure=rests) == {Conflict.OBJECTION_REFUSED}


def test_the_decision_is_refused_with_the_sentence_and_what_is_typed_is_not_lost(desk):
    case_id = desk.identified(rights=(Right.ACCESS, Right.RESTRICTION))
    access, restriction = desk.request(case_id).parts
    with desk.vault.begin(service.assessing.Deed.WORK_ON_CASE) as work:
        work.require(service.assessing.Deed.WORK_ON_CASE, assigned=True)
        parts_store.put(work.db, access.id, assessment=NOTHING)
        parts_store.put(work.db, restriction.id, assessment=RESTRICTED)
    given = {"text": "Ja", "name": "Tore", "role": "Rektor", "decided_on": TODAY}
    with pytest.raises(InvalidInputError) as refused:
        service.note_decision(desk.vault, restriction.id, **given)
    assert [problem.field for problem in refused.value.problems] == ["text"]
