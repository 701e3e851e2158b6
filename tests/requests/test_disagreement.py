"""A note of disagreement follows the case: whose words, about what, where it lies, and printed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from docx import Document

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.correspondence.documents import export_document
from gdpr_desktop.requests import service
from gdpr_desktop.requests.disagreement import report
from gdpr_desktop.requests.disagreement import service as disagreement
from gdpr_desktop.requests.disagreement.model import Disagreement, Place
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.widgets.after import NoteSections
from requests.restricting import granted, refused, restriction_case


@pytest.fixture
def case(desk) -> tuple[CaseId, PartId]:
    return refused(desk, restriction_case(desk))


@pytest.fixture
def note(desk) -> Disagreement:
    return Disagreement(
        about="Merknadene om helsa",
        view="Barnet mitt har ikkje allergi.\n\nDet har legen skrive.",
        ours="Merknaden er rett.",
        places=(Place(system="Barnehagesystemet"), Place(system="Arkivet")),
        written_on=desk.today,
    )


def test_a_note_is_for_what_the_municipality_does_not_agree_with(desk, note):
    _case_id, part_id = restriction_case(desk)
    for agreed in (False, True):
        if agreed:
            service.assess(desk.vault, part_id, granted(desk))
        with pytest.raises(RefusedError):
            disagreement.write_note(desk.vault, part_id, note)
    access = desk.request(desk.register()).of(Right.ACCESS)
    with pytest.raises(RefusedError):
        disagreement.write_note(desk.vault, access.id, note)


def test_a_note_needs_its_words_and_a_place_and_days_that_can_be(desk, case, note):
    _case_id, part_id = case
    arkivet = Place(system="Arkivet", laid_on=desk.today, laid_by="Per")
    wrong = [
        replace(note, about=" "),
        replace(note, view=""),
        replace(note, places=()),
        replace(note, written_on=desk.today + timedelta(days=1)),
        replace(note, places=(replace(arkivet, laid_on=desk.today + timedelta(days=1)),)),
        replace(note, places=(replace(arkivet, laid_on=desk.today - timedelta(days=1)),)),
        replace(note, places=(replace(arkivet, laid_by=""),)),
    ]
    for one in wrong:
        with pytest.raises(InvalidInputError):
            disagreement.write_note(desk.vault, part_id, one)
    disagreement.write_note(desk.vault, part_id, replace(note, places=(arkivet,)))


def test_a_note_that_lies_somewhere_is_not_taken_away(desk, case, note):
    case_id, part_id = case
    laid = replace(note.places[0], laid_on=desk.today, laid_by="Per")
    disagreement.write_note(desk.vault, part_id, replace(note, places=(laid,)))
    with pytest.raises(RefusedError):
        disagreement.remove_note(desk.vault, part_id)
    disagreement.write_note(desk.vault, part_id, note)
    disagreement.remove_note(desk.vault, part_id)
    assert disagreement.read_note(desk.vault, case_id, part_id) is None


@pytest.mark.parametrize(
    ("language", "title"),
    [
        (Language.NYNORSK, "Merknad frå den registrerte"),
        (Language.BOKMAL, "Merknad fra den registrerte"),
    ],
)
def test_the_document_has_the_persons_own_words_and_where_it_lies(
    desk, case, note, tmp_path, language, title
):
    case_id, part_id = case
    laid = replace(note.places[1], laid_on=desk.today, laid_by="Per Prøve")
    disagreement.write_note(desk.vault, part_id, replace(note, places=(note.places[0], laid)))
    kept = disagreement.kept_note(desk.vault, case_id, part_id)
    made = report.report(desk.vault, *kept, language)
    path = tmp_path / "merknad.docx"

    def record(letter, place, sha256):
        return report.record_export(desk.vault, case_id, letter, place, sha256)

    export_document(desk.vault, made, path, record)
    document = Document(str(path))
    text = "\n".join(document.element.body.itertext())
    wanted = (title, "Barnet mitt har ikkje allergi.", "Det har legen skrive.", "18", "☐", "☒")
    assert [one for one in wanted if one not in text] == []
    (letter,) = cases.letters(desk.vault.db, case_id)
    assert (letter.template, letter.file_name) == ("disagreement_note", "merknad.docx")


def test_an_erased_case_keeps_no_note(desk, case, note):
    case_id, part_id = case
    disagreement.write_note(desk.vault, part_id, note)
    with desk.vault.begin(Deed.CLEAN_UP) as work:
        work.publish(CaseAnonymised(case_id=case_id))
    assert disagreement.read_note(desk.vault, case_id, part_id) is None


def test_m0016_part_notes_are_blank_in_parts_from_before(desk):
    desk.register()
    found = desk.vault.db.execute("SELECT restriction, disagreement FROM request_part").fetchall()
    assert found == [(None, None)]


def test_a_note_stays_to_be_seen_when_the_claim_is_granted_after_all(desk, case, note, qtbot):
    case_id, part_id = case
    disagreement.write_note(desk.vault, part_id, note)
    service.assess(desk.vault, part_id, granted(desk))
    sections = NoteSections(desk.vault)
    qtbot.addWidget(sections)
    sections.show_request(desk.request(case_id))
    assert len(sections.sections) == 1
