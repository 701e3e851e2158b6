"""The municipality's own wording in the letters of a case, and the way out when it fails."""

import hashlib
from dataclasses import replace

import pytest

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.letters import OwnTemplateError, copies, load_template, store
from gdpr_desktop.requests import service
from gdpr_desktop.requests.dialogs.letter import LetterDialog
from gdpr_desktop.requests.model import OnBehalfOf
from gdpr_desktop.requests.service.letters import preview
from gdpr_desktop.requests.timeline_words import timeline_detail

NN, RECEIPT = Language.NYNORSK, "access_receipt"
TEXT = "# Eigen tekst\n\nVi fekk kravet {{ received }}.\n"
ORDER = LetterOrder(template=RECEIPT, language=NN)


def break_it(vault) -> None:
    """As after an update in which a field has got another name."""
    kept = copies.copy_of(vault, RECEIPT, NN)
    with vault.begin_upkeep() as work:
        store.put(work, replace(kept, text="# Brev\n\n{{ old_name }}\n"))


@pytest.fixture
def own(vault):
    copies.save_copy(vault, RECEIPT, NN, TEXT)
    return vault


def exported(desk, vault):
    entry = cases.timeline(vault.db, desk)[0]
    assert entry.code == "letter_exported"
    return entry


def test_the_letter_has_the_own_wording_and_the_timeline_says_which(desk, own, tmp_path):
    case_id = desk.register()
    service.export_letter(own, case_id, ORDER, tmp_path / "a.docx")
    entry = exported(case_id, own)
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert entry.detail["wording"] == "own"
    assert entry.detail["texts"] == f"{RECEIPT} own {digest}"
    assert digest[:12] in timeline_detail(entry)
    assert preview(own, case_id, ORDER).text().count("Eigen tekst") == 1


def test_the_original_is_named_by_its_digest_too(desk, vault, tmp_path):
    case_id = desk.register()
    service.export_letter(vault, case_id, ORDER, tmp_path / "a.docx")
    entry = exported(case_id, vault)
    digest = hashlib.sha256(load_template(RECEIPT).body(NN).encode()).hexdigest()
    assert (entry.detail["wording"], entry.detail["texts"]) == (
        "original",
        f"{RECEIPT} original {digest}",
    )
    assert timeline_detail(entry) == f"SHA-256: {entry.detail['sha256']}"


def test_a_wording_that_fails_stops_the_export_in_words_and_the_original_goes(desk, own, tmp_path):
    case_id, path = desk.register(), tmp_path / "a.docx"
    break_it(own)
    with pytest.raises(OwnTemplateError) as refused:
        service.export_letter(own, case_id, ORDER, path)
    assert isinstance(refused.value, AppError)
    assert not path.exists()
    service.export_letter(own, case_id, replace(ORDER, original=True), path)
    assert exported(case_id, own).detail["wording"] == "original"


def test_the_dialog_says_whose_words_the_letter_has(desk, own, window, opened):
    hand = opened(LetterDialog(own, desk.register(), RECEIPT, window))
    assert hand.dialog.wording.isVisible()
    assert "Eigen tekst" in hand.dialog.preview.browser.toPlainText()
    hand.dialog.wording.box.click()
    hand.dialog.preview.refresh()
    assert "Eigen tekst" not in hand.dialog.preview.browser.toPlainText()


def test_the_dialog_offers_the_original_when_the_own_wording_fails(
    desk, own, window, opened, answers, tmp_path
):
    case_id = desk.register()
    break_it(own)
    hand = opened(LetterDialog(own, case_id, RECEIPT, window))
    assert "old_name" in hand.dialog.wording.note.text()
    hand.dialog.wording.box.click()
    hand.dialog.preview.refresh()
    assert "Vi har fått førespurnaden" in hand.dialog.preview.browser.toPlainText()
    answers(tmp_path / "a.docx")
    hand.dialog.save()
    assert exported(case_id, own).detail["wording"] == "original"


def test_the_dialog_says_nothing_where_there_is_no_own_wording(desk, vault, window, opened):
    hand = opened(LetterDialog(vault, desk.register(), RECEIPT, window))
    assert not hand.dialog.wording.isVisible()


@pytest.mark.parametrize("name", ["a" * 300, "a\x00b", "a\ud800b", "CON"])
def test_a_file_name_that_no_system_takes_is_refused_in_words(desk, vault, tmp_path, name):
    with pytest.raises(AppError) as refused:
        service.export_letter(vault, desk.register(), ORDER, tmp_path / f"{name}.docx")
    assert refused.value.hint
    assert list(tmp_path.glob("*.docx")) == []


@pytest.mark.parametrize(
    ("asks", "expected"), [("parent", "foreldreansvar"), ("guardian", "verjefullmakt")]
)
def test_a_parent_is_asked_for_parental_responsibility_and_not_for_authority(
    desk, vault, asks, expected
):
    parent = Person(name="Per Berg", address=PostalAddress(street="Vegen 1", city="Fjordvik"))
    case_id = desk.register(on_behalf_of=OnBehalfOf(asks), representative=parent)
    changes = {"visiting_place": "servicetorget"}
    order = LetterOrder(template="access_identity", language=NN, changes=changes)
    text = preview(vault, case_id, order).text()
    assert expected in text
    assert "Kom til servicetorget" in text


def test_the_letter_about_identity_needs_a_place_to_come_to(desk, vault):
    order = LetterOrder(template="access_identity", language=NN)
    with pytest.raises(AppError, match="Stad å møte opp"):
        preview(vault, desk.register(), order)
