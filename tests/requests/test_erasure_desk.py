"""Erasure as it is worked: the dialog by hand, and the letter read back from Word."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.erasure import KeepReason
from gdpr_desktop.requests import service
from gdpr_desktop.requests.dialogs.rights.erasure import AssessDialog
from gdpr_desktop.requests.model import Considered, Result, Right
from gdpr_desktop.requests.questions import YES, asked, questions
from gdpr_desktop.requests.rights.erasure import (
    QUESTIONS,
    RULES,
    Backups,
    Copies,
    ErasureAssessment,
    ErasureItem,
    ErasureOutcome,
    Fate,
)
from gdpr_desktop.ui import drafts
from gdpr_desktop.vault.drafts import all_of as kept_drafts
from ui import walk

GONE = ErasureItem(what="Påmelding til korps", system="Kulturskulesystemet", fate=Fate.ERASE)
KEPT = ErasureItem(
    what="Vedtak om plass", system="Sakarkivet", fate=Fate.KEEP, keep=KeepReason.ARCHIVE_DUTY
)
BILL = ErasureItem(
    what="Rekning for hausten", system="Økonomi", fate=Fate.KEEP, keep=KeepReason.ACCOUNTING_DUTY
)
VIEW = "Eg vil at alt skal bort"
REASON = "Det er eit saksdokument"


def answers(*yes: str) -> tuple[Considered, ...]:
    said = tuple(
        Considered(
            question=one.id,
            answer=YES if one.id in yes else "no",
            reason=REASON if one.id in yes else "",
        )
        for one in questions(QUESTIONS)
    )
    led_to = {one.id for one in asked(QUESTIONS, said)}
    return tuple(one for one in said if one.question in led_to)


def made(desk, outcome: ErasureOutcome) -> ErasureAssessment:
    if outcome is ErasureOutcome.NOTHING_HELD:
        return ErasureAssessment(outcome=outcome)
    erases = outcome is not ErasureOutcome.REFUSED
    keeps = outcome is not ErasureOutcome.DONE
    yes = (("consent_withdrawn",) if erases else ()) + (("archive_duty",) if keeps else ())
    kept = (KEPT,) if keeps else ()
    if outcome is ErasureOutcome.PART:
        yes, kept = (*yes, "accounting_duty"), (KEPT, BILL)
    return ErasureAssessment(
        outcome=outcome,
        considered=answers(*yes),
        items=((GONE,) if erases else ()) + kept,
        archivist="Arne Arkivmo",
        archivist_on=desk.today,
        archivist_said="Påmeldinga kan slettast, vedtaket ikkje.",
        copies=Copies.NONE if erases else None,
        copies_how="Kontoret har leita i e-posten." if erases else "",
        backups=Backups.OVERWRITTEN if erases else None,
        backups_how="Drift slettar på nytt." if erases else "",
        view=VIEW if keeps else "",
    )


def decided(desk, outcome: ErasureOutcome, *, carried_out: bool = True):
    """A case of erasure that is assessed and decided."""
    found = outcome is not ErasureOutcome.NOTHING_HELD
    case_id = desk.collected(found=found, rights=(Right.ERASURE,))
    part_id = desk.part(case_id)
    service.assess(desk.vault, part_id, made(desk, outcome), basis=Basis.CONSENT)
    service.note_decision(
        desk.vault,
        part_id,
        text="Slik blir det",
        name="Tore Testdal",
        role="Kommunedirektør",
        decided_on=desk.today,
    )
    if carried_out:
        wanted = desk.request(case_id).part(part_id).measures
        done = tuple(replace(one, done_on=desk.today, done_by="Ida Drift") for one in wanted)
        service.carry_out(desk.vault, part_id, done)
    return case_id


ERASED = ("Påmelding til korps", "17 nr. 1 bokstav b")
ARCHIVE = ("Vedtak om plass", "17 nr. 3 bokstav b", "lov 20. juni 2025 nr. 96", REASON, VIEW)
INSTEAD = {Language.NYNORSK: "avgrensa behandling", Language.BOKMAL: "begrenset behandling"}
ACCOUNTS = {Language.NYNORSK: "Bokføringslova", Language.BOKMAL: "Bokføringsloven"}
SEARCHED = {Language.NYNORSK: "Her har vi leita", Language.BOKMAL: "Her har vi lett"}
HEADINGS = {
    ErasureOutcome.DONE: ("Vi har sletta opplysningane", "Vi har slettet opplysningene"),
    ErasureOutcome.PART: ("Vi har sletta ein del", "Vi har slettet en del"),
    ErasureOutcome.REFUSED: ("Vi kan ikkje slette", "Vi kan ikke slette"),
    ErasureOutcome.NOTHING_HELD: ("Vi fann ingen opplysningar", "Vi fant ingen opplysninger"),
}


def _says(outcome: ErasureOutcome, language: Language) -> set[str]:
    """What this letter must say, besides where to complain."""
    heading = HEADINGS[outcome][0 if language is Language.NYNORSK else 1]
    erased = {*ERASED, "på nytt"}
    kept = {*ARCHIVE, INSTEAD[language]}
    return {heading} | {
        ErasureOutcome.DONE: erased,
        ErasureOutcome.PART: erased | kept | {ACCOUNTS[language]},
        ErasureOutcome.REFUSED: kept,
        ErasureOutcome.NOTHING_HELD: {SEARCHED[language]},
    }[outcome]


@pytest.mark.parametrize("outcome", ErasureOutcome)
def test_the_letter_says_its_own_alternative_and_nothing_of_the_others(
    desk, tmp_path: Path, outcome: ErasureOutcome
) -> None:
    case_id = decided(desk, outcome)
    for language in Language:
        path = tmp_path / f"brev.{language}.docx"
        order = LetterOrder(template="erasure_answer", language=language)
        service.export_letter(desk.vault, case_id, order, path)
        text = "\n".join(one.text for one in Document(str(path)).paragraphs)
        right = _says(outcome, language)
        others = {words for other in ErasureOutcome for words in _says(other, language)}
        assert {words for words in right if words not in text} == set()
        assert {words for words in others - right if words in text} == set()
        always = ("12. november 2026", "artikkel 17", "Datatilsynet", "artikkel 77", "artikkel 79")
        assert [words for words in always if words not in text] == []
        assert "Statsforvalt" not in text  # PVN-2022-21: archived documents too


def test_a_child_who_asks_alone_gets_a_letter_without_jargon(desk, tmp_path: Path) -> None:
    case_id = decided(desk, ErasureOutcome.REFUSED)
    path = tmp_path / "brev.docx"
    order = LetterOrder(template="erasure_answer_child", language=Language.NYNORSK)
    service.export_letter(desk.vault, case_id, order, path)
    text = "\n".join(one.text for one in Document(str(path)).paragraphs)
    for words in ("arkivlova", "17 nr. 3 bokstav b", "Ein vaksen kan hjelpe", "Datatilsynet", VIEW):
        assert words in text
    assert "Dette er borte" not in text


def test_the_letter_waits_until_all_that_it_says_is_done(desk, tmp_path: Path) -> None:
    case_id = decided(desk, ErasureOutcome.DONE, carried_out=False)
    order = LetterOrder(template="erasure_answer", language=Language.NYNORSK)
    with pytest.raises(RefusedError):
        service.export_letter(desk.vault, case_id, order, tmp_path / "brev.docx")


def test_nothing_held_is_refused_where_something_was_found(desk) -> None:
    case_id = desk.collected(rights=(Right.ERASURE,))
    nothing = ErasureAssessment(outcome=ErasureOutcome.NOTHING_HELD)
    with pytest.raises(InvalidInputError) as refused:
        service.assess(desk.vault, desk.part(case_id), nothing)
    assert [one.field for one in refused.value.problems] == ["outcome"]


def test_the_form_leads_from_the_questions_to_a_partial_erasure(desk, window, opened) -> None:
    case_id = desk.collected(rights=(Right.ERASURE,))
    hand = opened(AssessDialog(desk.vault, case_id, desk.part(case_id), window))
    assert walk.nameless(hand.dialog) == []
    assert hand.field("items.0.system").text() == "Barnehagesystemet"  # what was found is there
    hand.choose("outcome", ErasureOutcome.PART)
    hand.save()
    assert hand.problem("considered")
    assert hand.problem("items")
    assert hand.problem("archivist")
    asked_first = hand.field("answer_archive_duty").isVisibleTo(hand.dialog)
    assert not asked_first  # the exceptions matter once there is a ground
    hand.qtbot.wait(20)  # laid out with the sentences
    yes = ("no_longer_needed", "archive_duty")
    for one in answers(*yes):
        hand.choose(f"answer_{one.question}", one.answer)
    for question in yes:
        hand.type(f"reason_{question}", "Planen er ferdig")
    hand.choose("items.0.fate", Fate.ERASE)
    hand.click(hand.dialog.items.add)
    hand.type("items.1.what", "Vedtak")
    hand.field("items.1.system").set_text("Arkivet")
    hand.choose("items.1.fate", Fate.KEEP)
    hand.choose("items.1.keep", KeepReason.ARCHIVE_DUTY)
    hand.type("archivist", "Arne Arkivmo")
    hand.type("archivist_on", desk.today.strftime("%d.%m.%Y"))
    hand.type("archivist_said", "Vedtaket skal vere i arkivet")
    hand.choose("copies", Copies.NONE)
    hand.type("copies_how", "Kontoret har leita")
    hand.choose("backups", Backups.NONE)
    hand.save()
    assert hand.changes
    part = desk.request(case_id).parts[0]
    assert RULES.result(part) is Result.PARTLY
    assert RULES.grounds(part) == ("17(3)(b)",)
    assert part.assessment.reason(part.assessment.kept[0]) == "Planen er ferdig"
    assert len(part.measures) == 2
    again = AssessDialog(desk.vault, case_id, part.id, window)
    assert again.assessment() == part.assessment
    again.discard()


def test_a_draft_brings_back_every_thing_that_was_written(
    desk, window, opened, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr(drafts, "STILL_FOR", 30)
    case_id = desk.collected(rights=(Right.ERASURE,))
    hand = opened(AssessDialog(desk.vault, case_id, desk.part(case_id), window))
    hand.choose("outcome", ErasureOutcome.REFUSED)
    hand.dialog.items.add_card(KEPT)
    hand.choose("answer_archive_duty", YES)
    hand.type("reason_archive_duty", "Det er eit vedtak")
    hand.choose("items.0.fate", Fate.ANONYMISE)
    qtbot.waitUntil(lambda: len(kept_drafts(desk.vault)) == 1)
    qtbot.wait(60)
    again = opened(AssessDialog(desk.vault, case_id, desk.part(case_id), window)).dialog
    assert [one.fate for one in again.items.items()] == [Fate.ANONYMISE, Fate.KEEP]
    assert again.items.items()[1] == KEPT
    assert again.assessment() == hand.dialog.assessment()
    assert again.assessment().reason(KEPT) == "Det er eit vedtak"
