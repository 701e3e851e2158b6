"""Prior consultation: who decides, what runs when, and what the letter says."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from dpia.filling import advised, put
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.correspondence.service import preview
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.actions import Action, actions_of
from gdpr_desktop.dpia.advice.model import Submission
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.service import catalogue
from gdpr_desktop.dpia.codes import ConsultationAnswer, Novelty
from gdpr_desktop.dpia.consultation import service
from gdpr_desktop.dpia.consultation.letters import ConsultationLetters, consultation_facts
from gdpr_desktop.dpia.consultation.model import Consultation, Suspension
from gdpr_desktop.dpia.consultation.rounds import all_asked
from gdpr_desktop.dpia.consultation.service import Heard
from gdpr_desktop.dpia.consultation.timing import (
    ANSWER,
    INFORM,
    NOTICE,
    answer_due,
    notice_came_late,
    notice_due,
    wanted,
)
from gdpr_desktop.dpia.content import Answer, Estimate
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.steps import Step, next_step
from gdpr_desktop.dpia.summaries import consultation as summary
from gdpr_desktop.vault import Vault

DECIDED = Consultation(
    why="Brukaren kan ikkje seie nei.",
    decided_by="Kari Leiar",
    role="Einingsleiar",
    decided_on=date(2026, 11, 12),
)
SENT = replace(DECIDED, sent_on=date(2026, 11, 16))


def submission(found: Dpia, number: int, at: datetime) -> Submission:
    content = found.content
    return Submission(
        number=number,
        at=at,
        name="Ola Sakshandsamar",
        note="",
        sha256=store.digest(content),
        content=content,
    )


def of(vault: Vault, case_id: CaseId) -> Dpia:
    return store.dpia(vault.db, case_id)


# law.md 1.10
@pytest.mark.parametrize(
    ("received", "weeks8", "notice", "weeks14"),
    [
        ((2026, 1, 5), (2026, 3, 2), (2026, 2, 5), (2026, 4, 13)),
        ((2026, 2, 5), (2026, 4, 7), (2026, 3, 5), (2026, 5, 15)),
        ((2026, 2, 6), (2026, 4, 7), (2026, 3, 6), (2026, 5, 15)),
        ((2026, 3, 19), (2026, 5, 15), (2026, 4, 20), (2026, 6, 25)),
        ((2026, 6, 29), (2026, 8, 24), (2026, 7, 29), (2026, 10, 5)),
        ((2026, 11, 2), (2026, 12, 28), (2026, 12, 2), (2027, 2, 8)),
        ((2026, 11, 6), (2027, 1, 4), (2026, 12, 7), (2027, 2, 12)),
        ((2027, 1, 28), (2027, 3, 30), (2027, 3, 1), (2027, 5, 7)),
        ((2027, 3, 11), (2027, 5, 7), (2027, 4, 12), (2027, 6, 17)),
        ((2028, 2, 17), (2028, 4, 18), (2028, 3, 17), (2028, 5, 26)),
    ],
)
def test_the_days_are_those_of_the_law(
    received: tuple[int, int, int],
    weeks8: tuple[int, int, int],
    notice: tuple[int, int, int],
    weeks14: tuple[int, int, int],
) -> None:
    day = date(*received)
    asked = replace(SENT, sent_on=day - timedelta(days=2), received_on=day)
    found, told = answer_due(asked), notice_due(asked)
    longer = answer_due(replace(asked, extended_on=day))
    assert found is not None
    assert told is not None
    assert longer is not None
    assert (found.due, told.due, longer.due) == (date(*weeks8), date(*notice), date(*weeks14))


def test_the_days_that_the_time_stood_come_on_top_each_once() -> None:
    received = replace(SENT, received_on=date(2026, 1, 5))
    stood = (
        Suspension(since=date(2026, 1, 12), until=date(2026, 1, 22)),
        Suspension(since=date(2026, 1, 20), until=date(2026, 1, 26)),
    )
    found = answer_due(replace(received, suspensions=stood))
    assert found is not None
    assert found.due == date(2026, 3, 2) + timedelta(days=14)


def test_a_notice_after_the_month_is_seen() -> None:
    received = replace(SENT, received_on=date(2026, 1, 5))
    assert not notice_came_late(replace(received, extended_on=date(2026, 2, 5)))
    assert notice_came_late(replace(received, extended_on=date(2026, 2, 6)))


def test_from_the_decision_to_the_answer(officer: Vault, clock: FixedClock) -> None:
    case_id = advised(officer, consult=True)
    assert next_step(of(officer, case_id)) is Step.CONSULTATION
    service.ask(officer, case_id, DECIDED)
    assert actions_of(of(officer, case_id), Step.CONSULTATION)[0] is Action.CONSULT_LETTER
    service.note_sent(officer, case_id, date(2026, 11, 16), None, "26/0001")
    found = of(officer, case_id)
    running = {ANSWER: date(2027, 1, 11), NOTICE: date(2026, 12, 16), INFORM: None}
    assert wanted(found) == running
    assert found.case.due == date(2026, 11, 24)  # the risk owner's, which comes first
    service.note_heard(officer, case_id, Heard.RECEIVED, date(2026, 11, 17))
    service.note_heard(officer, case_id, Heard.EXTENDED, date(2026, 11, 18), "Vanskeleg sak.")
    longer = {ANSWER: date(2027, 2, 23), NOTICE: None, INFORM: None}
    assert wanted(of(officer, case_id)) == longer
    service.note_heard(officer, case_id, Heard.SUSPENDED, date(2026, 11, 18), "Avtalen")
    stood = {ANSWER: None, NOTICE: None, INFORM: date(2026, 12, 2)}
    assert wanted(of(officer, case_id)) == stood
    assert "2. desember 2026" in str(summary.rows(of(officer, case_id)))
    change = service.note_heard(officer, case_id, Heard.RESUMED, date(2026, 11, 20))
    assert wanted(of(officer, case_id))[ANSWER] == date(2027, 2, 25)
    assert change.undo is not None
    change.undo.verb(officer)
    assert wanted(of(officer, case_id))[ANSWER] is None
    answered = replace(
        of(officer, case_id).consultation or SENT,
        answer=ConsultationAnswer.ADVICE,
        answered_on=date(2026, 11, 20),
        answer_text="Slett raskare.",
    )
    service.note_answer(officer, case_id, answered)
    found = of(officer, case_id)
    assert found.consultation is not None
    assert found.consultation.suspensions[0].until == date(2026, 11, 20)
    assert wanted(found) == {ANSWER: None, NOTICE: None, INFORM: None}
    followed = replace(found.consultation, followed_up="Tre dagar.")
    service.note_answer(officer, case_id, followed)
    assert dict(summary.rows(of(officer, case_id)))
    del clock


def test_a_new_version_may_be_asked_about_again(officer: Vault) -> None:
    case_id = advised(officer, consult=True)
    service.ask(officer, case_id, DECIDED)
    answered = replace(
        of(officer, case_id).consultation or SENT,
        sent_on=date(2026, 11, 16),
        answered_on=date(2026, 11, 19),
        answer=ConsultationAnswer.ADVICE,
        answer_text="Slett raskare.",
    )
    assert answered.submission == 1
    put(officer, case_id, consultation=answered)
    assert Action.CONSULT not in actions_of(of(officer, case_id), Step.CONSULTATION)
    with pytest.raises(RefusedError):
        service.ask(officer, case_id, DECIDED)
    found = of(officer, case_id)
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        store.add_submission(work.db, case_id, submission(found, 2, work.clock.now()))
    assert Action.CONSULT in actions_of(of(officer, case_id), Step.CONSULTATION)
    change = service.ask(officer, case_id, DECIDED)
    asked = of(officer, case_id).consultation
    assert asked is not None
    assert (asked.submission, asked.earlier) == (2, (answered,))
    assert [one.answer_text for one in all_asked(of(officer, case_id))] == ["Slett raskare.", ""]
    assert change.undo is not None
    change.undo.verb(officer)
    assert of(officer, case_id).consultation == answered


def test_the_officer_never_decides_to_ask(officer: Vault) -> None:
    case_id = advised(officer, consult=True)
    for name in ("Solveig Testnes", "Testnes, Solveig"):
        with pytest.raises(InvalidInputError) as caught:
            service.ask(officer, case_id, replace(DECIDED, decided_by=name))
        assert "name" in {one.field for one in caught.value.problems}


@pytest.mark.parametrize(
    ("heard", "day", "text", "field"),
    [
        (Heard.EXTENDED, date(2026, 11, 15), "", "day"),
        (Heard.EXTENDED, date(2026, 11, 21), "", "day"),
        (Heard.RECEIVED, None, "", "day"),
        (Heard.SUSPENDED, date(2026, 11, 18), " ", "text"),
        (Heard.WITHDRAWN, date(2026, 11, 18), "", "text"),
    ],
)
def test_what_is_heard_must_make_sense(
    officer: Vault, heard: Heard, day: date | None, text: str, field: str
) -> None:
    case_id = advised(officer)
    put(officer, case_id, consultation=SENT)
    with pytest.raises(InvalidInputError) as caught:
        service.note_heard(officer, case_id, heard, day, text)
    assert [one.field for one in caught.value.problems] == [field]


def test_nothing_is_a_dead_end(officer: Vault) -> None:
    case_id = advised(officer)
    put(officer, case_id, consultation=SENT)
    service.note_heard(officer, case_id, Heard.WITHDRAWN, date(2026, 11, 18), "Vi gir oss.")
    assert Action.CONSULT in actions_of(of(officer, case_id), Step.CONSULTATION)
    service.ask(officer, case_id, DECIDED)
    with pytest.raises(RefusedError):
        service.ask(officer, case_id, DECIDED)
    with pytest.raises(RefusedError):
        service.note_heard(officer, case_id, Heard.RECEIVED, date(2026, 11, 18))


@pytest.mark.parametrize("language", Language)
def test_the_letter_says_what_the_law_asks_for(officer: Vault, language: Language) -> None:
    case_id = advised(officer)
    letters = ConsultationLetters(officer, case_id)
    order = LetterOrder(
        template=Action.CONSULT_LETTER.value,
        language=language,
        changes={"planned_purposes": "Hjelpe raskt når nokon fell."},
    )
    with pytest.raises(RefusedError):
        letters.refuse_wrong(order)
    put(officer, case_id, consultation=DECIDED)
    text = preview(officer, letters, order).text()
    for said in (
        "Datatilsynet",
        "36",
        DECIDED.why,
        "Hjelpe raskt",
        "Nattugla",
        "Tilgangsstyring",
        "Varselet kjem ikkje fram",
        "Solveig Testnes",
    ):
        assert said in text, said


@pytest.mark.parametrize(
    ("novelty", "said"),
    [
        (Novelty.NEW, "Behandlinga har ikkje byrja."),
        (Novelty.CHANGED, "endringa har ikkje byrja."),
        (Novelty.EXISTING, "Behandlinga er i gang frå før."),
    ],
)
def test_the_letter_never_says_that_what_goes_on_has_not_begun(
    officer: Vault, novelty: Novelty, said: str
) -> None:
    case_id = advised(officer)
    about = replace(of(officer, case_id).about, novelty=novelty)
    put(officer, case_id, about=about, consultation=DECIDED)
    order = LetterOrder(
        template=Action.CONSULT_LETTER.value,
        language=Language.NYNORSK,
        changes={"planned_purposes": "Hjelpe raskt når nokon fell."},
    )
    text = preview(officer, ConsultationLetters(officer, case_id), order).text()
    begun = [one for one in ("har ikkje byrja.", "er i gang frå før.") if one in text]
    assert said in text
    assert len(begun) == 1


def test_the_means_name_the_systems_and_how_the_data_are_collected(officer: Vault) -> None:
    found = of(officer, advised(officer))
    answer = Answer(question="collection", text=rich("Sensoren måler rørsle."))
    content = replace(found.content, answers=(*found.content.answers, answer))
    facts = consultation_facts(
        replace(found, content=content), catalogue(officer.db), Language.NYNORSK
    )
    assert "Nattugla" in str(facts["planned_means"])
    assert "Sensoren måler rørsle." in str(facts["planned_means"])


def test_the_letter_says_that_a_high_risk_is_left_only_where_it_is(officer: Vault) -> None:
    case_id = advised(officer)
    put(officer, case_id, consultation=DECIDED)
    found = of(officer, case_id)
    for step, high in ((5, True), (2, False)):
        after = Estimate(consequence=step, likelihood=step)
        scenarios = tuple(replace(one, after=after) for one in found.content.scenarios)
        content = replace(found.content, scenarios=scenarios)
        facts = consultation_facts(
            replace(found, content=content), catalogue(officer.db), Language.NYNORSK
        )
        assert facts["high_left"] is high
