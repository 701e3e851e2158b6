"""Automated decision, art. 22: is it covered, was it allowed, and did a human look at it."""

import io
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from docx import Document

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.errors import InvalidInputError
from gdpr_desktop.core.ids import PartId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.requests import questions, service
from gdpr_desktop.requests.model import Considered, Part, Result, Right
from gdpr_desktop.requests.rights.automated import RULES
from gdpr_desktop.requests.rights.automated_model import (
    AutomatedAssessment,
    AutomatedOutcome,
    forbidding,
)
from gdpr_desktop.requests.service import letters

TODAY = date(2026, 11, 22)
RECEIVED = TODAY - timedelta(days=10)
REQUEST = SimpleNamespace(case=SimpleNamespace(received=RECEIVED))
OUTCOME = AutomatedOutcome


def answers(**said: str) -> tuple[Considered, ...]:
    """A machine alone with significant effect; all else answered no, but for ``said``."""
    said = {"solely_automated": "yes", "significant": "yes", **said}
    found: tuple[Considered, ...] = ()
    for question in questions.questions("automated"):
        if question in questions.asked("automated", found):
            answer = said.get(question.id, "no")
            reason = f"Grunn {question.id}" if question.needs_reason(answer) else ""
            found += (Considered(question=question.id, answer=answer, reason=reason),)
    return found


UPHELD = AutomatedAssessment(
    outcome=OUTCOME.UPHELD,
    decision="avslag på redusert betaling 2. november 2026",
    considered=answers(law="yes"),
    reviewer="Tore Testdal",
    reviewer_role="einingsleiar",
    reviewed_on=TODAY,
    has_authority=True,
    independent=True,
    own_view="Inntekta har gått ned.",
    reasons="Inntekta er over grensa.",
    logic="Systemet ser på inntekta.",
)
CHANGED = replace(UPHELD, outcome=OUTCOME.CHANGED, new_decision="Du får redusert betaling.")
BY_HUMAN = AutomatedAssessment(
    outcome=OUTCOME.NOT_AUTOMATED,
    decision=UPHELD.decision,
    considered=answers(solely_automated="no"),
)
SMALL = replace(BY_HUMAN, outcome=OUTCOME.NOT_SIGNIFICANT, considered=answers(significant="no"))


def part(assessment: AutomatedAssessment) -> Part:
    return Part(id=PartId(1), right=Right.AUTOMATED, assessment=assessment)


def fields(assessment: AutomatedAssessment) -> list[str]:
    """The fields with a problem."""
    found = RULES.problems(assessment, REQUEST, part(assessment), TODAY)
    return [one.field for one in found]


@pytest.mark.parametrize("assessment", [UPHELD, CHANGED, BY_HUMAN, SMALL])
def test_each_outcome_has_what_it_needs(assessment):
    assert fields(assessment) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"decision": ""}, ["decision"]),
        ({"considered": ()}, ["considered"]),
        ({"reviewer": " "}, ["reviewer"]),
        ({"reviewer_role": ""}, ["reviewer_role"]),
        ({"reviewed_on": None}, ["reviewed_on"]),
        ({"reviewed_on": RECEIVED - timedelta(days=1)}, ["reviewed_on"]),
        ({"has_authority": False}, ["has_authority"]),
        ({"independent": False}, ["independent"]),
        ({"own_view": ""}, ["no_view"]),
        ({"own_view": "", "no_view": "Svarte ikkje."}, []),
        ({"reasons": ""}, ["reasons"]),
        ({"logic": ""}, ["logic"]),
        ({"outcome": OUTCOME.CHANGED}, ["new_decision"]),
        ({"outcome": OUTCOME.NOT_AUTOMATED}, ["outcome"]),
        ({"outcome": OUTCOME.NOT_SIGNIFICANT}, ["outcome"]),
        ({"considered": answers(solely_automated="no")}, ["outcome"]),
        ({"considered": answers(significant="no")}, ["outcome"]),
    ],
)
def test_what_is_missing_or_disagrees_is_said_at_its_field(changes, expected):
    assert fields(replace(UPHELD, **changes)) == expected


@pytest.mark.parametrize(
    ("said", "article"),
    [
        ({}, "22(1)"),
        ({"contract": "yes"}, None),
        ({"law": "yes"}, None),
        ({"consent": "yes"}, None),
        ({"consent": "yes", "special_categories": "yes"}, "22(4)"),
        ({"consent": "yes", "special_categories": "yes", "special_consent": "yes"}, None),
        ({"law": "yes", "special_categories": "yes", "special_law": "yes"}, None),
        ({"solely_automated": "no"}, None),
    ],
)
def test_a_machine_may_decide_alone_only_on_an_exception(said, article):
    assert forbidding(answers(**said)) == article


@pytest.mark.parametrize("said", [{}, {"consent": "yes", "special_categories": "yes"}])
def test_a_decision_that_no_machine_was_allowed_to_make_cannot_stand(said):
    assert fields(replace(UPHELD, considered=answers(**said))) == ["outcome"]
    anew = replace(CHANGED, considered=answers(**said))
    assert fields(anew) == []
    assert len(RULES.measures(anew, Language.NYNORSK)) == 2  # and people decide from now on
    assert len(RULES.measures(CHANGED, Language.NYNORSK)) == 1


def test_a_decision_that_stands_is_answered_and_one_not_covered_is_refused():
    assert RULES.result(part(UPHELD)) is Result.ANSWERED
    assert RULES.result(part(CHANGED)) is Result.GRANTED
    assert (RULES.result(part(SMALL)), RULES.grounds(part(SMALL))) == (Result.REFUSED, ("22(1)",))
    assert RULES.offers(part(BY_HUMAN)) == (Right.ACCESS, Right.OBJECTION)
    assert RULES.offers(part(UPHELD)) == ()


def test_the_yearly_clean_up_keeps_codes_and_no_words():
    kept = RULES.anonymous(CHANGED)
    assert (kept.outcome, kept.reviewed_on) == (CHANGED.outcome, CHANGED.reviewed_on)
    assert {kept.decision, kept.reviewer, kept.own_view, kept.reasons, kept.logic} == {""}
    assert {one.reason for one in kept.considered} == {""}


# In the register


def test_the_one_who_runs_the_machine_may_not_look_at_its_decision(desk):
    case_id = desk.identified(rights=(Right.AUTOMATED,))
    with pytest.raises(InvalidInputError):
        service.assess(desk.vault, desk.part(case_id), replace(UPHELD, independent=False))
    assert desk.request(case_id).parts[0].assessment is None


EVERYWHERE = ("Datatilsynet", "artikkel 77", "artikkel 79", "artikkel 22 nr. 1", "2. november 2026")
LETTERS = [
    (UPHELD, "og avgjerda står", "og avgjørelsen står", ("nr. 2 bokstav b", "Grunn law")),
    (
        CHANGED,
        "Ny avgjerd i saka",
        "Ny avgjørelse i saken",
        ("Du får redusert betaling.", "av den første"),
    ),
    (
        replace(CHANGED, considered=answers()),
        "Ny avgjerd i saka",
        "Ny avgjørelse i saken",
        ("artikkel 22 nr. 1 og 2",),
    ),
    (BY_HUMAN, "Eit menneske tok del", "Et menneske tok del", ("Grunn solely_automated",)),
    (SMALL, "gjeld ikkje her", "gjelder ikke her", ("Grunn significant",)),
]
ABSENT = [
    (
        "Du får redusert betaling.",
        "av den første",
        "nr. 2 bokstav a",
        "nr. 2 bokstav c",
        "nr. 4",
        "nr. 1 og 2",
    ),
    ("står\n", "nr. 2 bokstav a", "nr. 4"),
    ("nr. 2 bokstav", "nr. 4"),
    ("Tore Testdal", "nr. 2", "Grunn significant"),
    ("Tore Testdal", "nr. 2", "Grunn solely_automated"),
]


def letter_text(desk, case_id, template, language):
    """The answer as Word has it."""
    request = desk.request(case_id)
    order = LetterOrder(template=template, language=language)
    made = letters.write(desk.vault, request, order, request.parts[0])
    document = Document(io.BytesIO(made.docx()))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize("language", Language)
def test_each_letter_says_its_own_alternative_and_nothing_of_the_others(desk, language):
    case_id = desk.identified(rights=(Right.AUTOMATED,))
    for (assessment, nynorsk, bokmal, wanted), absent in zip(LETTERS, ABSENT, strict=True):
        service.assess(desk.vault, desk.part(case_id), assessment)
        text = letter_text(desk, case_id, "automated_answer", language)
        head = nynorsk if language is Language.NYNORSK else bokmal
        assert [words for words in (head, *EVERYWHERE, *wanted) if words not in text] == []
        assert [words for words in absent if words in text] == []


def test_a_child_who_asks_alone_gets_the_childs_letter(desk):
    child = Person(name="Ola Berg-Hansen", birth_date=date(2013, 4, 5))
    case_id = desk.identified(rights=(Right.AUTOMATED,), subject=child)
    service.assess(desk.vault, desk.part(case_id), UPHELD)
    request = desk.request(case_id)
    template = RULES.template(request, request.parts[0])
    assert template == "automated_answer_child"
    for language in Language:
        text = letter_text(desk, case_id, template, language)
        assert "artikkel 22 nr. 2 bokstav b" in text
        assert "artikkel 77 og 79" in text
        assert "Tore Testdal" in text
