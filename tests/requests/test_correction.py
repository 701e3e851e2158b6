"""Errors we found ourselves: a case without a request, three days, and a notice to the person."""

import io
from dataclasses import replace

import pytest
from docx import Document

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.settings import RECTIFICATION_TARGET
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.law import deadlines
from gdpr_desktop.requests import service
from gdpr_desktop.requests.dialogs.rights.correction import AssessDialog
from gdpr_desktop.requests.model import Missing, Result, Right, Step
from gdpr_desktop.requests.rights.correction import RULES, Corrected, CorrectionAssessment
from gdpr_desktop.requests.rights.rectification import ArchiveView
from gdpr_desktop.requests.service.letters import write
from gdpr_desktop.requests.steps import StepState, missing_before_sending, progress
from gdpr_desktop.requests.summary import due_words, intake_facts

ITEM = Corrected(place="Skulesystemet", claim="Klasse 4A", right="Klasse 4B")


@pytest.fixture
def case_id(desk):
    return desk.register(rights=(Right.CORRECTION,), wording="")


def assessed(desk, **changes: object) -> CorrectionAssessment:
    """An assessment that holds."""
    whole = CorrectionAssessment(
        items=(ITEM,),
        discovered_how="Ein lærar såg det.",
        meaning="Ingenting: timeplanen var rett.",
        copies="klasselista på e-post",
        others="Tolv elevar, i eit brev heim",
        archive=ArchiveView(name="Anne Arkiv", asked_on=desk.today, said="Merk det gamle."),
    )
    return replace(whole, **changes)


def test_the_notice_lacks_nothing_it_must_say(vault, desk, case_id):
    with pytest.raises(InvalidInputError) as caught:
        service.assess(
            vault, desk.part(case_id), CorrectionAssessment(items=(replace(ITEM, right=""),))
        )
    fields = {problem.field for problem in caught.value.problems}
    archive = {"archive_name", "archive_on", "archive_said"}
    assert fields == {"items", "discovered_how", "meaning"} | archive


def test_what_is_wrong_the_copies_and_the_others_are_each_something_to_do(vault, desk, case_id):
    service.assess(vault, desk.part(case_id), assessed(desk))
    part = desk.request(case_id).parts[0]
    assert [
        word in one.what
        for word, one in zip(("4B", "klasselista", "Tolv"), part.measures, strict=True)
    ] == [True] * 3
    assert RULES.result(part) is Result.GRANTED


def test_nobody_asked_so_nobody_is_confirmed_to_or_identified(vault, desk, case_id):
    states = {view.step: view.state for view in progress(desk.request(case_id))}
    assert states[Step.RECEIPT] is StepState.NOT_NEEDED
    assert states[Step.IDENTITY] is StepState.NOT_NEEDED
    assert states[Step.ASSESS] is StepState.NEXT
    request = desk.request(case_id)
    missing = missing_before_sending(request, request.parts[0])
    assert Missing.IDENTITY not in missing
    assert Missing.ASSESSMENT in missing


@pytest.mark.parametrize("language", Language)
def test_the_notice_says_what_was_wrong_since_when_and_what_it_meant(
    vault, desk, case_id, language
):
    request = desk.request(case_id)
    part = replace(request.parts[0], assessment=assessed(desk))
    order = LetterOrder(template=RULES.template(request, part), language=language)
    document = Document(io.BytesIO(write(vault, request, order, part).docx()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(one.text for one in document.paragraphs), *cells])
    for words in (
        "12. november 2026",
        "Klasse 4A",
        "Klasse 4B",
        "Ingenting: timeplanen var rett.",
        "klasselista på e-post",
        "artikkel 5 nr. 1 bokstav d",
        "artikkel 16",
        "arkivlova",
        "Datatilsynet",
        "artikkel 79",
    ):
        assert words in text, words
    assert "Tolv elevar" not in text  # who else it concerns is not this person's to know
    assert "Ein lærar" not in text


def test_the_dialog_takes_an_error_from_words_to_what_must_be_done(
    vault, desk, case_id, opened, window
):
    hand = opened(AssessDialog(vault, case_id, desk.part(case_id), window))
    hand.save()
    assert hand.problem("meaning")
    hand.dialog.items.set_rows([(ITEM.place, ITEM.claim, ITEM.right)])
    hand.type("discovered_how", "Internkontroll")
    hand.type("meaning", "Ingenting")
    hand.type("archive_name", "Anne Arkiv")
    hand.type("archive_on", desk.today.strftime("%d.%m.%Y"))
    hand.type("archive_said", "Merk det gamle.")
    hand.save()
    assert not hand.dialog.isVisible(), hand.general()
    part = desk.request(case_id).parts[0]
    assert part.assessment.items == (ITEM,)
    assert len(part.measures) == 1


def _due(vault, case_id, kind: str):
    found = vault.db.execute(
        "SELECT due, met_on FROM deadline WHERE case_id = ? AND kind = ?", [case_id, kind]
    ).fetchone()
    return tuple(found) if found else None


def test_our_own_errors_have_three_days_from_the_day_they_were_discovered(vault, desk, case_id):
    due = deadlines.correction_target(desk.received).due
    assert _due(vault, case_id, "correction_target") == (due.isoformat(), None)
    assert cases.case(vault.db, case_id).due == due
    assert _due(vault, case_id, "reply") is None


def test_what_we_found_ourselves_is_no_part_of_what_somebody_asks_for(vault, desk, case_id):
    with pytest.raises(InvalidInputError) as caught:
        desk.register(rights=(Right.ACCESS, Right.CORRECTION))
    assert [problem.field for problem in caught.value.problems] == ["rights"]
    with pytest.raises(RefusedError):
        service.add_right(vault, case_id, Right.ACCESS)
    facts = dict(intake_facts(desk.request(case_id)).facts)
    assert "Oppdaga" in facts
    assert not {"Motteke", "Kanal", "Handlar"} & set(facts)


def test_three_days_for_rectification_are_counted_only_where_they_are_wanted(vault, desk):
    case_id = desk.register(rights=(Right.RECTIFICATION, Right.ACCESS))
    assert _due(vault, case_id, "rectification_target") is None
    vault.save_setting(RECTIFICATION_TARGET, True)
    service.recompute_targets(vault)
    due = deadlines.rectification_target(desk.received).due
    assert _due(vault, case_id, "rectification_target") == (due.isoformat(), None)
    assert cases.case(vault.db, case_id).due == deadlines.reply_due(desk.received).due
    shown = due_words(desk.request(case_id), desk.today).reason
    assert "Vårt eige mål" in shown
    vault.save_setting(RECTIFICATION_TARGET, False)
    service.recompute_targets(vault)
    assert _due(vault, case_id, "rectification_target") is None


def test_the_three_days_are_met_when_all_is_carried_out(vault, desk, case_id):
    part_id = desk.part(case_id)
    service.assess(vault, part_id, assessed(desk))
    measures = desk.request(case_id).parts[0].measures
    done = tuple(replace(one, done_on=desk.today, done_by="Solveig Testnes") for one in measures)
    service.carry_out(vault, part_id, done)
    due = deadlines.correction_target(desk.received).due
    assert _due(vault, case_id, "correction_target") == (due.isoformat(), desk.today.isoformat())
