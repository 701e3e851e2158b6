"""Single disclosures: told in time, in writing, by law, decided by another than the officer."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from gdpr_desktop.casework import retention
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person
from gdpr_desktop.casework.widgets import case_page
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId, UserId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.correspondence.model import DispatchChannel, LetterOrder
from gdpr_desktop.letters import render
from gdpr_desktop.register import feature
from gdpr_desktop.register.single_disclosures import service, store
from gdpr_desktop.register.single_disclosures.model import (
    Advice,
    Assessment,
    Decision,
    Dispatch,
    Informing,
    Intake,
    Outcome,
    Requester,
    Telling,
)
from gdpr_desktop.register.single_disclosures.service.letters import ANSWER, DisclosureLetters
from gdpr_desktop.register.single_disclosures.steps import Missing, Step, next_step
from gdpr_desktop.register.single_disclosures.widgets import page as pages
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault.drafts import Draft

RECEIVED = date(2026, 11, 20)
TODAY = date(2026, 11, 22)
INTAKE = Intake(
    received=RECEIVED,
    received_time=time(15, 30),
    requester_kind=Requester.POLICE,
    requester=Person(name="Fjordvik politidistrikt"),
    subject=Person(name="Ola Prøveson"),
    wanted="Adressa til Ola Prøveson",
    reference="Politisak 17/26",
    ground="politiregisterlova § 10",
    signed=True,
)
LAWFUL = Assessment(
    law="forvaltningslova § 13 b",
    confidential=True,
    lifted_by="forvaltningslova § 13 b nr. 6",
    assessed_by="Solveig Testnes",
    assessed_on=TODAY,
)
GRANTED = Decision(
    outcome=Outcome.ALL,
    name="Tore Testdal",
    role="kommunedirektør",
    decided_on=TODAY,
    given="Adressa",
)
REFUSED = replace(GRANTED, outcome=Outcome.REFUSED, given="", refused="Ingen heimel")
SENT = Dispatch(sent_on=TODAY, channel=DispatchChannel.DIGITAL_POST, sent_by="Solveig Testnes")


@pytest.fixture
def office(vault):
    """The vault with disclosures kept in step."""
    feature.subscribe(vault)
    return vault


def register(vault, **changes) -> CaseId:
    return CaseId(service.register_disclosure(vault, replace(INTAKE, **changes)).id)


def step(vault, case_id) -> Step | None:
    return next_step(store.disclosure(vault.db, case_id))


def test_officer_must_know_within_a_day_of_receipt(office):
    case_id = register(office)
    with office.begin(None) as work:
        work.db.execute("UPDATE disclosure SET officer_told_at = NULL")
    casework.note(office, case_id, "Ikkje sagt frå enno")
    found = cases.case(office.db, case_id)
    assert (found.due, step(office, case_id)) == (RECEIVED + timedelta(days=1), Step.OFFICER)
    service.note_officer_told(office, case_id)
    assert cases.case(office.db, case_id).due is None


def test_day_that_the_requester_wants_governs_until_the_answer(office):
    case_id = register(office, wanted_by=date(2026, 12, 1))
    assert cases.case(office.db, case_id).due == date(2026, 12, 1)


def test_oral_request_is_asked_for_in_writing(office):
    case_id = register(office, written=False)
    assert step(office, case_id) is Step.IN_WRITING
    service.ask_in_writing(office, case_id, asked_on=TODAY)
    assert step(office, case_id) is Step.IN_WRITING
    service.note_came_in_writing(office, case_id, came_on=TODAY)
    assert step(office, case_id) is Step.ASSESSMENT


@pytest.mark.parametrize(
    ("intake", "assessment", "missing"),
    [
        ({"written": False}, LAWFUL, Missing.NOT_WRITTEN),
        ({"ground": ""}, LAWFUL, Missing.NO_GROUND),
        ({"signed": False}, LAWFUL, Missing.NOT_SIGNED),
        ({}, replace(LAWFUL, law=""), Missing.NO_LAW),
        ({}, replace(LAWFUL, lifted_by=""), Missing.NOT_LIFTED),
        ({}, None, Missing.NO_ASSESSMENT),
    ],
)
def test_nothing_is_given_without_ground_and_lifted_confidentiality(
    office, intake, assessment, missing
):
    case_id = register(office, **intake)
    if assessment is not None:
        service.assess(office, case_id, assessment)
    with pytest.raises(RefusedError):
        service.note_decision(office, case_id, GRANTED)
    service.note_decision(office, case_id, REFUSED)  # a refusal needs none of it


def test_answer_names_the_reference_of_who_asked(office):
    order = LetterOrder(template=ANSWER, language=Language.NYNORSK)
    for reference, told in (("AB-17/26", True), ("", False)):
        case_id = register(office, reference=reference)
        service.assess(office, case_id, LAWFUL)
        service.note_decision(office, case_id, GRANTED)
        facts = DisclosureLetters(office, case_id).facts(order)
        assert (f"Dykkar ref.: {reference}" in render(ANSWER, "nn", facts).text()) is told


def test_court_order_stands_for_the_ground(office):
    case_id = register(office, ground="", court_order="Fjordvik tingrett 12.11.2026, sak 26-12")
    service.assess(office, case_id, LAWFUL)
    assert service.note_decision(office, case_id, GRANTED).undo is not None


def test_officer_never_decides(office):
    case_id = register(office)
    service.assess(office, case_id, LAWFUL)
    with pytest.raises(InvalidInputError) as refused:
        service.note_decision(office, case_id, replace(GRANTED, name="testnes, solveig"))
    assert [one.field for one in refused.value.problems] == ["name"]


def decided(vault, decision: Decision = GRANTED) -> CaseId:
    case_id = register(vault)
    service.assess(vault, case_id, LAWFUL)
    service.note_advice(vault, case_id, Advice(text="Ja", name="Solveig Testnes", given_on=TODAY))
    service.note_decision(vault, case_id, decision)
    return case_id


def test_data_do_not_go_by_open_email(office):
    case_id = decided(office)
    with pytest.raises(InvalidInputError):
        service.note_answer(office, case_id, replace(SENT, channel=DispatchChannel.EMAIL))
    service.note_answer(office, case_id, SENT)
    assert step(office, case_id) is Step.INFORMING


def test_refusal_leaves_nothing_to_tell_the_person(office):
    case_id = decided(office, REFUSED)
    service.note_answer(office, case_id, SENT)
    found = store.disclosure(office.db, case_id)
    assert found.informing is not None
    assert found.informing.telling is Telling.NOTHING_GIVEN


def test_exemption_names_its_letter_and_why(office):
    case_id = decided(office)
    exempt = Informing(telling=Telling.EXEMPT, settled_on=TODAY)
    with pytest.raises(InvalidInputError) as refused:
        service.note_informing(office, case_id, exempt)
    assert {one.field for one in refused.value.problems} == {"exemption", "why"}
    whole = replace(exempt, exemption="b", why="Etterforsking pågår")
    assert service.note_informing(office, case_id, whole).undo is not None


def test_whole_case_is_closed_and_opened_again(office):
    case_id = decided(office)
    with pytest.raises(RefusedError):
        service.close_disclosure(office, case_id)
    service.note_answer(office, case_id, SENT)
    told = Informing(telling=Telling.TOLD, settled_on=TODAY)
    service.note_informing(office, case_id, told)
    casework.file_case(
        office, case_id, archive_number="26/9", archive_title="Utlevering", public_title="Sak"
    )
    assert step(office, case_id) is Step.CLOSE
    service.close_disclosure(office, case_id)
    assert cases.case(office.db, case_id).outcome == "all"
    service.reopen_disclosure(office, case_id, reason="Feil adresse")
    assert store.disclosure(office.db, case_id).dispatch is None


def test_step_is_taken_back_while_nothing_rests_on_it(office):
    case_id = register(office)
    change = service.assess(office, case_id, LAWFUL)
    assert change.undo is not None
    change.undo.verb(office)
    assert store.disclosure(office.db, case_id).assessment is None
    with pytest.raises(RefusedError):
        change.undo.verb(office)


def test_anonymised_case_keeps_only_codes_and_dates(office, clock):
    case_id = decided(office)
    service.note_answer(office, case_id, SENT)
    service.note_informing(office, case_id, Informing(telling=Telling.TOLD, settled_on=TODAY))
    service.close_disclosure(office, case_id)
    with office.begin(None) as work:
        work.publish(retention.CaseAnonymised(case_id=case_id))
    row = office.db.execute("SELECT * FROM disclosure").fetchone()
    kept = " ".join(str(value) for value in row)
    for word in ("Adressa", "politi", "Testdal", "Testnes", "§ 13"):
        assert word not in kept.replace("police", "")


def test_a_draft_of_a_case_that_one_may_no_longer_see_opens_no_other(office, qtbot, monkeypatch):
    hidden = register(office)
    caseworker = replace(office.actor, user_id=UserId(99), role=Role.CASEWORKER)
    office.actor = office._worker.actor = caseworker
    own = register(office)
    Theme(QApplication.instance(), scheme=Scheme.LIGHT)
    page = pages.SingleDisclosuresPage(office)
    qtbot.addWidget(page)
    page.show_case(own)
    told: list[str] = []
    monkeypatch.setattr(case_page, "say", lambda _page, text, **_look: told.append(text))
    form = "register.single_disclosures.assess"
    page.resume_draft(Draft(form=form, case_id=hidden, saved_at=office.clock.now(), data={}))
    assert len(told) == 1
    assert page.findChildren(FormDialog) == []
