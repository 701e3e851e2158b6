"""Objection, art. 21: who may object, the pause, the weighing that is never skipped, the answer."""

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
from gdpr_desktop.correspondence.model import DispatchChannel, LetterOrder
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.objection import Ground
from gdpr_desktop.requests import questions, service
from gdpr_desktop.requests.model import Considered, Dispatch, Part, Result, Right
from gdpr_desktop.requests.rights.objection import RULES
from gdpr_desktop.requests.rights.objection_model import (
    ObjectionAssessment,
    ObjectionOutcome,
    Pause,
    Stop,
)
from gdpr_desktop.requests.service import letters
from gdpr_desktop.requests.steps import Missing, missing_before_sending

TODAY = date(2026, 11, 22)
RECEIVED = TODAY - timedelta(days=10)
REQUEST = SimpleNamespace(case=SimpleNamespace(received=RECEIVED))
PAUSE = (Pause(system="Skulesystemet", day=RECEIVED),)
STOP = (Stop(system="Skulesystemet", processor="Skuledata AS"),)
TEXTS = {
    "situation": "Fråværet kjem av sjukdom.",
    "our_grounds": "Vi skal hjelpe familiar tidleg.",
    "weighing": "Hjelpa kan kome utan fråværet.",
    "conclusion": "Omsynet til personen går føre.",
}
OUTCOME = ObjectionOutcome


def answers(**said: str) -> tuple[Considered, ...]:
    """All that is asked answered no, but for ``said``, with a reason each."""
    found: tuple[Considered, ...] = ()
    for question in questions.questions("objection"):
        if question in questions.asked("objection", found):
            answer = said.get(question.id, "no")
            reason = "Av denne grunnen." if question.needs_reason(answer) else ""
            found += (Considered(question=question.id, answer=answer, reason=reason),)
    return found


UPHELD = ObjectionAssessment(
    outcome=OUTCOME.UPHELD,
    objected_to="At fråværet blir brukt.",
    considered=answers(),
    paused=PAUSE,
    stops=STOP,
    **TEXTS,
)
NOT_UPHELD = replace(
    UPHELD,
    outcome=OUTCOME.NOT_UPHELD,
    considered=answers(compelling="yes"),
    ground=Ground.COMPELLING,
    stops=(),
)
PARTLY = replace(
    NOT_UPHELD,
    outcome=OUTCOME.PART,
    considered=answers(legal_claims="yes"),
    ground=Ground.LEGAL_CLAIMS,
    stops=STOP,
    continues="Bruken i erstatningssaka.",
)
RESEARCH = replace(
    NOT_UPHELD,
    considered=answers(research="yes", research_in_public_interest="yes"),
    ground=Ground.RESEARCH_IN_PUBLIC_INTEREST,
)
MARKETING = ObjectionAssessment(
    outcome=OUTCOME.UPHELD,
    objected_to="Tilbod om kurs.",
    considered=answers(direct_marketing="yes"),
    stops=(Stop(system="Utsendingslista"),),
)
NO_RIGHT = ObjectionAssessment(
    outcome=OUTCOME.NOT_APPLICABLE,
    objected_to="Mappa i barnevernet.",
    considered=answers(),
    conclusion="Barnevernslova pålegg oss å ha mappa.",
)


def part(assessment: ObjectionAssessment | None, basis: Basis | None = Basis.PUBLIC_TASK) -> Part:
    return Part(id=PartId(1), right=Right.OBJECTION, basis=basis, assessment=assessment)


def fields(assessment: ObjectionAssessment, basis: Basis | None = Basis.PUBLIC_TASK) -> list[str]:
    """The fields with a problem."""
    found = RULES.problems(assessment, REQUEST, part(assessment, basis), TODAY)
    return [one.field for one in found]


@pytest.mark.parametrize("assessment", [UPHELD, NOT_UPHELD, PARTLY, RESEARCH, MARKETING])
def test_a_full_weighing_holds_for_every_outcome(assessment):
    assert fields(assessment) == []


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("assessment", [UPHELD, NOT_UPHELD, PARTLY, RESEARCH])
@pytest.mark.parametrize("text", ["", " \n", "–", "…"])
def test_no_part_of_the_weighing_can_be_skipped(assessment, name, text):
    assert fields(replace(assessment, **{name: text})) == [name]


@pytest.mark.parametrize(
    "basis", [Basis.CONSENT, Basis.CONTRACT, Basis.LEGAL_OBLIGATION, Basis.VITAL_INTERESTS]
)
def test_a_child_welfare_file_gives_no_right_to_object_and_that_is_explained(basis):
    for claimed in (UPHELD, PARTLY, NOT_UPHELD):
        assert fields(claimed, basis) == ["outcome"]
    assert fields(replace(NO_RIGHT, conclusion=""), basis) == ["conclusion"]
    assert fields(NO_RIGHT, basis) == []
    assert RULES.result(part(NO_RIGHT, basis)) is Result.REFUSED
    assert RULES.grounds(part(NO_RIGHT, basis)) == ("21(1)",)


@pytest.mark.parametrize(
    ("assessment", "basis", "offered"),
    [
        (None, Basis.PUBLIC_TASK, ()),
        (replace(UPHELD, outcome=OUTCOME.WEIGHING), Basis.PUBLIC_TASK, (Right.RESTRICTION,)),
        (UPHELD, Basis.PUBLIC_TASK, (Right.ERASURE,)),
        (PARTLY, Basis.PUBLIC_TASK, (Right.ERASURE,)),
        (NOT_UPHELD, Basis.PUBLIC_TASK, ()),
        (NO_RIGHT, Basis.CONSENT, (Right.WITHDRAWAL,)),
        (NO_RIGHT, Basis.CONTRACT, (Right.ERASURE, Right.RECTIFICATION, Right.RESTRICTION)),
        (NO_RIGHT, Basis.LEGAL_OBLIGATION, (Right.ERASURE, Right.RECTIFICATION, Right.RESTRICTION)),
    ],
)
def test_the_right_that_fits_is_offered(assessment, basis, offered):
    assert RULES.offers(part(assessment, basis)) == offered


@pytest.mark.parametrize(
    ("assessment", "basis", "expected"),
    [
        (replace(MARKETING, outcome=OUTCOME.NOT_UPHELD), Basis.PUBLIC_TASK, ["outcome"]),
        (replace(MARKETING, outcome=OUTCOME.NOT_APPLICABLE), Basis.CONSENT, ["outcome"]),
        (MARKETING, Basis.CONSENT, []),  # whatever the basis
        (NO_RIGHT, Basis.LEGITIMATE_INTERESTS, ["outcome"]),  # it must be weighed
        (UPHELD, None, ["basis"]),
        (replace(UPHELD, considered=answers(compelling="yes")), Basis.PUBLIC_TASK, ["outcome"]),
        (replace(UPHELD, considered=()), Basis.PUBLIC_TASK, ["considered"]),
        (replace(UPHELD, objected_to=""), Basis.PUBLIC_TASK, ["objected_to"]),
        (replace(UPHELD, stops=()), Basis.PUBLIC_TASK, ["stops"]),
        (replace(UPHELD, stops=STOP * 5000), Basis.PUBLIC_TASK, ["stops"]),
        (replace(UPHELD, stops=(Stop(system="x" * 201),) * 2), Basis.PUBLIC_TASK, ["stops"]),
        (replace(UPHELD, paused=PAUSE * 5000), Basis.PUBLIC_TASK, ["paused"]),
        (replace(UPHELD, stops=(Stop(system="", processor="X"),)), Basis.PUBLIC_TASK, ["stops"]),
        (replace(PARTLY, continues=""), Basis.PUBLIC_TASK, ["continues"]),
        (replace(NOT_UPHELD, ground=None), Basis.PUBLIC_TASK, ["ground"]),
        (replace(NOT_UPHELD, considered=answers()), Basis.PUBLIC_TASK, ["ground"]),
        (replace(RESEARCH, ground=Ground.COMPELLING), Basis.PUBLIC_TASK, ["ground"]),
        (RESEARCH, Basis.CONSENT, []),  # 21(6) asks for no basis
    ],
)
def test_what_does_not_hang_together_is_said_at_its_field(assessment, basis, expected):
    assert fields(assessment, basis) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"paused": ()}, ["not_paused", "restriction_offered"]),
        ({"paused": (), "not_paused": "Barn kan kome til skade."}, ["restriction_offered"]),
        ({"paused": (), "not_paused": "Barn …", "restriction_offered": True}, []),
        ({"paused": (Pause(system="S", day=RECEIVED - timedelta(days=1)),)}, ["paused"]),
        ({"paused": (Pause(system="S", day=TODAY + timedelta(days=1)),)}, ["paused"]),
        ({"paused": (Pause(system="", day=TODAY),)}, ["paused"]),
    ],
)
@pytest.mark.parametrize("outcome", [OUTCOME.WEIGHING, OUTCOME.UPHELD])
def test_the_processing_is_paused_while_weighed_or_there_is_a_reason(outcome, changes, expected):
    assert fields(replace(UPHELD, outcome=outcome, **changes)) == expected


def test_a_refusal_rests_on_the_article_of_its_ground():
    assert RULES.grounds(part(NOT_UPHELD)) == ("21(1)",)
    assert RULES.grounds(part(RESEARCH)) == ("21(6)",)
    assert RULES.grounds(part(UPHELD)) == ()


def test_every_system_is_stopped_and_every_processor_told():
    assert RULES.measures(UPHELD, Language.NYNORSK) == (
        RULES.measures(replace(UPHELD, stops=(STOP[0], STOP[0])), Language.NYNORSK)
    )
    assert [one.count("Skuledata AS") for one in RULES.measures(UPHELD, Language.NYNORSK)] == [0, 1]
    assert RULES.measures(NOT_UPHELD, Language.NYNORSK) == ()


def test_the_yearly_clean_up_keeps_codes_and_no_words():
    kept = RULES.anonymous(PARTLY)
    assert (kept.outcome, kept.ground) == (PARTLY.outcome, PARTLY.ground)
    assert [one.reason for one in kept.considered] == [""] * len(PARTLY.considered)
    texts = (kept.objected_to, kept.situation, kept.our_grounds, kept.weighing, kept.conclusion)
    assert {*texts, kept.continues, kept.not_paused} == {""}
    assert (kept.paused, kept.stops) == ((), ())


def test_the_case_shows_the_weighing_and_every_answer_with_its_reason():
    rows = dict(RULES.summary(REQUEST, part(NOT_UPHELD)))
    assert set(TEXTS.values()) <= set(rows.values())
    lines = next(text for text in rows.values() if "?" in text).split("\n")
    assert len(lines) == len(NOT_UPHELD.considered)
    assert sum(line.endswith("Av denne grunnen.") for line in lines) == 2


# In the register


def objection(desk, **changes):
    return desk.identified(rights=(Right.OBJECTION,), **changes)


def assess(desk, case_id, assessment, basis=Basis.PUBLIC_TASK):
    service.assess(desk.vault, desk.part(case_id), assessment, basis=basis)


def test_the_service_refuses_what_has_not_been_weighed_and_keeps_nothing(desk):
    case_id = objection(desk)
    with pytest.raises(InvalidInputError) as caught:
        assess(desk, case_id, replace(NOT_UPHELD, weighing="."))
    assert [one.field for one in caught.value.problems] == ["weighing"]
    assert desk.request(case_id).parts[0].assessment is None


def test_a_pause_is_noted_at_once_and_answers_nothing(desk):
    case_id = objection(desk)
    assess(
        desk,
        case_id,
        ObjectionAssessment(outcome=OUTCOME.WEIGHING, objected_to="Fråværet.", paused=PAUSE),
    )
    request = desk.request(case_id)
    found = request.parts[0]
    assert found.assessment.paused == PAUSE
    assert RULES.result(found) is None
    assert Missing.ASSESSMENT in missing_before_sending(request, found)


def test_from_a_weighed_objection_to_an_answer_that_has_gone(desk, tmp_path):
    case_id = objection(desk)
    assess(desk, case_id, UPHELD)
    part_id = desk.part(case_id)
    service.note_decision(
        desk.vault, part_id, text="Medhald", name="Tore", role="Leiar", decided_on=desk.today
    )
    found = desk.request(case_id).parts[0]
    assert Missing.CARRIED_OUT in missing_before_sending(desk.request(case_id), found)
    done = tuple(replace(one, done_on=desk.today, done_by="Tore") for one in found.measures)
    service.carry_out(desk.vault, part_id, done)
    order = LetterOrder(template="objection_answer", language=Language.NYNORSK)
    service.export_letter(desk.vault, case_id, order, tmp_path / "svar.docx")
    sent = Dispatch(
        channel=DispatchChannel.REGISTERED_POST, sent_by="T", sent_on=desk.today, what="Svar"
    )
    service.send_answer(desk.vault, part_id, sent)
    assert desk.request(case_id).answered


EVERYWHERE = ("Datatilsynet", "artikkel 77", "artikkel 79", "12. november 2026")
MARKS = {  # what each letter alone says, in nynorsk and in bokmål
    "upheld": ("Vi sluttar å bruke opplysningane", "Vi slutter å bruke opplysningene"),
    "part": ("Vi sluttar å bruke ein del", "Vi slutter å bruke en del"),
    "not_upheld": ("Vi held fram med å bruke opplysningane", "Vi fortsetter å bruke opplysningene"),
    "not_applicable": ("gjeld ikkje her", "gjelder ikke her"),
}
LETTERS = [
    (UPHELD, Basis.PUBLIC_TASK, ("artikkel 21 nr. 1", "artikkel 17 nr. 1 bokstav c", "Skuledata")),
    (PARTLY, Basis.PUBLIC_TASK, ("artikkel 21 nr. 1", "rettskrav", "Bruken i erstatningssaka.")),
    (NOT_UPHELD, Basis.PUBLIC_TASK, ("artikkel 21 nr. 1", "artikkel 18 nr. 3", TEXTS["weighing"])),
    (RESEARCH, Basis.PUBLIC_TASK, ("artikkel 21 nr. 6", TEXTS["conclusion"])),
    (MARKETING, None, ("artikkel 21 nr. 2 og 3", "Utsendingslista")),
    (NO_RIGHT, Basis.LEGAL_OBLIGATION, ("artikkel 6 nr. 1 bokstav c", "artikkel 16")),
    (NO_RIGHT, Basis.CONSENT, ("artikkel 6 nr. 1 bokstav a", "artikkel 7 nr. 3")),
]
ABSENT = [
    ("artikkel 21 nr. 6", "rettskrav", "artikkel 7 nr. 3"),
    ("artikkel 21 nr. 6", "artikkel 7 nr. 3"),
    ("artikkel 17 nr. 1", "rettskrav", "artikkel 16", "Skuledata"),
    ("artikkel 21 nr. 1", "rettskrav", "artikkel 17"),
    ("artikkel 21 nr. 1", "artikkel 21 nr. 6", TEXTS["weighing"], "artikkel 18"),
    ("artikkel 21 nr. 6", "artikkel 7 nr. 3", "artikkel 17 nr. 1 bokstav c"),
    ("artikkel 16", "artikkel 17", "artikkel 21 nr. 6"),
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
    case_id = objection(desk)
    for (assessment, basis, wanted), absent in zip(LETTERS, ABSENT, strict=True):
        assess(desk, case_id, assessment, basis)
        text = letter_text(desk, case_id, "objection_answer", language)
        assert [words for words in (*EVERYWHERE, *wanted) if words not in text] == []
        assert [words for words in absent if words in text] == []
        number = 0 if language is Language.NYNORSK else 1
        heads = [code for code, words in MARKS.items() if words[number] in text.split("\n")]
        said = assessment.outcome.value
        assert heads == ([said] if said != "not_applicable" else [])
        assert (MARKS["not_applicable"][number] in text) is (said == "not_applicable")


def test_a_child_who_asks_alone_gets_the_childs_letter(desk):
    child = Person(name="Ola Berg-Hansen", birth_date=date(2013, 4, 5))
    case_id = objection(desk, subject=child)
    assess(desk, case_id, NOT_UPHELD)
    request = desk.request(case_id)
    template = RULES.template(request, request.parts[0])
    assert template == "objection_answer_child"
    for language in Language:
        text = letter_text(desk, case_id, template, language)
        assert "Datatilsynet" in text
        assert "artikkel 21 nr. 1" in text
        assert "artikkel 77 og 79" in text
        assert TEXTS["conclusion"] in text
        assert TEXTS["weighing"] not in text
