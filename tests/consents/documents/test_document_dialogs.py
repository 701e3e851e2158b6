"""The dialogs of a form's documents, as a person uses them."""

import gc
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from breaches.test_dialogs_windows import twice
from consents.filling import a_form, a_group, approve, approved_form
from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.actions import Action, actions_of
from gdpr_desktop.consents.forms.dialogs.draft import DraftDialog
from gdpr_desktop.consents.forms.dialogs.letter import LetterDialog
from gdpr_desktop.consents.forms.dialogs.print import Answers, Part, PrintDialog
from gdpr_desktop.consents.forms.dialogs.print_group import PrintGroupDialog
from gdpr_desktop.consents.forms.dialogs.return_list import Kind, ReturnListDialog
from gdpr_desktop.consents.forms.documents.service import draft_name, draft_sheet, export_form
from gdpr_desktop.consents.forms.documents.words import draft_title
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.core import text
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.many_files import Shape
from gdpr_desktop.letters import MissingFieldsError
from gdpr_desktop.ui import notices, tasks
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault
from ui import walk

MAKERS: tuple[Callable[[Vault, CaseId], FormDialog], ...] = (
    PrintDialog,
    PrintGroupDialog,
    ReturnListDialog,
    lambda vault, case_id: LetterDialog(vault, case_id, "consent_photographed"),
)


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Where the person saves: always ``ut`` in an own folder."""
    place = tmp_path / "ut.docx"
    monkeypatch.setattr(notices, "save_path", lambda *_args, **_more: place)
    monkeypatch.setattr(notices, "folder", lambda *_args, **_more: tmp_path)
    yield place
    tasks.runner().wait()


@pytest.mark.parametrize("language", Language)
def test_every_dialog_names_what_is_reached_has_keys_of_its_own_and_is_freed(
    qapp: object, qtbot: QtBot, officer: Vault, form_id: CaseId, language: Language
) -> None:
    text.set_language(language)
    Theme(qapp, scheme=Scheme.LIGHT)
    a_group(officer, 2)
    wrong, closed = {}, []
    for maker in MAKERS:
        made = maker(officer, form_id)
        made.open()
        QCoreApplication.processEvents()
        wrong[type(made).__name__] = walk.nameless(made) + twice(made) + walk.cut(made)
        closed.append(weakref.ref(made))
        made.discard()
        del made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert {name: found for name, found in wrong.items() if found} == {}
    assert [one for one in closed if one() is not None] == []


def test_a_draft_is_seen_before_approval_and_says_so_on_every_page(
    qtbot: QtBot, officer: Vault, put: Path
) -> None:
    case_id = a_form(officer)
    assert Action.DRAFT in actions_of(read_form(officer, case_id), Step.APPROVAL)
    dialog = DraftDialog(officer, case_id)
    qtbot.addWidget(dialog)
    made = dialog.letter()
    mark = draft_title("", dialog.language.value()).strip(": ")
    assert made.footer == draft_sheet(officer, case_id).footer
    assert made.text().count(mark) > 1, "the form and the slip"
    assert mark in draft_name(draft_sheet(officer, case_id))
    dialog.save()
    assert put.exists()
    assert _kept(officer, case_id) == []
    with pytest.raises(RefusedError):
        export_form(officer, case_id, draft_sheet(officer, case_id), put)
    approve(officer, case_id)
    found = read_form(officer, case_id)
    assert found.latest is not None
    assert found.latest.used_on is None
    assert Action.DRAFT not in actions_of(found, Step.APPROVAL)
    with pytest.raises(RefusedError):
        export_form(officer, case_id, draft_sheet(officer, case_id), put)


def _kept(vault: Vault, form_id: CaseId) -> list[str]:
    return [one.template for one in cases.letters(vault.db, form_id)]


def test_a_form_is_filled_with_a_name_and_child_welfare_signs_after_a_care_order(
    qtbot: QtBot, officer: Vault, form_id: CaseId, put: Path
) -> None:
    dialog = PrintDialog(officer, form_id)
    dialog.open()
    assert not dialog.about.isVisible()
    dialog.filled.set_value(True)
    assert dialog.about.isVisible()
    dialog.save_button.click()
    assert not put.exists()  # no name yet
    dialog.about_name.set_text("Ada Prøve")
    dialog.about_born.line.setText("3.5.2022")
    dialog.answers.set_value(Answers.CHILD_WELFARE)
    assert "Ada Prøve" in dialog.letter().text()
    (line,) = dialog.handout().lines
    assert line.signer == "child_welfare"
    with qtbot.waitSignal(dialog.accepted_value):
        dialog.save_button.click()
    assert put.exists()
    assert _kept(officer, form_id) == ["consent_form"]


def test_the_slip_is_printed_alone(
    qtbot: QtBot, officer: Vault, form_id: CaseId, put: Path
) -> None:
    dialog = PrintDialog(officer, form_id)
    dialog.open()
    dialog.part.set_value(Part.SLIP)
    with qtbot.waitSignal(dialog.accepted_value):
        dialog.save_button.click()
    assert _kept(officer, form_id) == ["consent_withdrawal_slip"]


@pytest.mark.parametrize("shape", Shape)
def test_forms_are_made_for_the_group_that_is_chosen(
    qtbot: QtBot, officer: Vault, form_id: CaseId, put: Path, shape: Shape
) -> None:
    a_group(officer, 3)
    dialog = PrintGroupDialog(officer, form_id)
    dialog.open()
    dialog.output_step.shape.set_value(shape)
    with qtbot.waitSignal(dialog.accepted_value):
        dialog.save_button.click()
    assert _kept(officer, form_id) == ["consent_form"]
    found = list(put.parent.rglob("000*.docx"))
    assert len(found) == (3 if shape is Shape.FOLDER else 0)
    assert put.exists() is (shape is Shape.LONG)


def test_without_a_group_nothing_can_be_made(qtbot: QtBot, officer: Vault, form_id: CaseId) -> None:
    dialog = PrintGroupDialog(officer, form_id)
    dialog.open()
    assert not dialog.save_button.isEnabled()
    dialog.discard()
    lists = ReturnListDialog(officer, form_id)
    lists.open()
    assert lists.preview.problem.isVisible()
    lists.discard()


def test_both_lists_are_shown_before_they_are_exported(
    qtbot: QtBot, officer: Vault, form_id: CaseId, put: Path
) -> None:
    a_group(officer, 2)
    dialog = ReturnListDialog(officer, form_id)
    dialog.open()
    assert dialog.letter().template == "consent_return_list"
    dialog.kind.set_value(Kind.ANSWERS)
    with qtbot.waitSignal(dialog.accepted_value):
        dialog.save_button.click()
    assert _kept(officer, form_id) == ["consent_class_list"]


def test_the_photographed_are_told_in_words_for_adults_or_children(
    qtbot: QtBot, officer: Vault, form_id: CaseId, put: Path
) -> None:
    dialog = LetterDialog(officer, form_id, "consent_photographed")
    with pytest.raises(MissingFieldsError):  # the basis of pictures without consent, art. 13(1)(c)
        dialog.letter()
    dialog.findChild(QWidget, "photo_ground").set_value("task")
    dialog.findChild(QWidget, "photo_ground_why").set_text("kommunelova § 4-1")
    dialog.open()
    said = dialog.letter().text()
    assert "Vi tek bilete og film" in said
    assert "artikkel 6 nr. 1 bokstav e og kommunelova § 4-1" in said
    dialog.reader.set_value("consent_photographed_child")
    field = dialog.findChild(QWidget, "photo_when")
    field.set_text("torsdag 20. november")
    assert "torsdag 20. november" in dialog.letter().text()
    with qtbot.waitSignal(dialog.accepted_value):
        dialog.save_button.click()
    assert _kept(officer, form_id) == ["consent_photographed_child"]


def test_a_form_that_is_not_about_pictures_has_no_such_letter(qtbot: QtBot, officer: Vault) -> None:
    other = approved_form(officer, kind=FormKind.BASIS)
    found = store.form(officer.db, other)
    assert Action.LETTER_PHOTOGRAPHED not in actions_of(found, Step.USE)
    with pytest.raises(RefusedError):
        LetterDialog(officer, other, "consent_photographed")
