"""From a form that was dropped on the window to a registered request; and forms to a folder."""

import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.correspondence.form_links import form_links, save_form_links
from gdpr_desktop.requests import store
from gdpr_desktop.requests.citizen_forms import tool
from gdpr_desktop.requests.citizen_forms.dialogs.forms import FormsDialog
from gdpr_desktop.requests.citizen_forms.dialogs.intake import FilledIntakeDialog
from gdpr_desktop.requests.citizen_forms.dialogs.links import LinksDialog
from gdpr_desktop.requests.citizen_forms.model import FilledForm, FormKind
from gdpr_desktop.requests.citizen_forms.read import read_form
from gdpr_desktop.requests.model import Channel, OnBehalfOf, Right
from gdpr_desktop.requests.page import RequestsPage
from gdpr_desktop.requests.timeline_words import timeline_detail
from gdpr_desktop.ui.dialog import FormDialog, Leave
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault, drafts
from requests import filling
from ui import walk

TYPED = {"name": "Kari Berg-Hansen", "birth_date": "3.2.1985", "what": "Alt de har."}


@pytest.fixture
def file(tmp_path: Path, municipality: Municipality) -> Path:
    """A form for access that somebody has filled in."""
    empty = filling.made(FormKind.ACCESS, Language.BOKMAL, municipality)
    path = tmp_path / "innsyn frå Kari.docx"
    path.write_bytes(filling.filled(empty, TYPED, ["answer_how.letter"]))
    return path


@pytest.fixture
def form(file: Path, vault: Vault) -> FilledForm:
    return read_form(file, vault.clock.today())


Maker = Callable[[Vault, QWidget, FilledForm], FormDialog]
MAKERS: dict[str, Maker] = {
    "forms": lambda vault, parent, form: FormsDialog(parent, vault),
    "links": lambda vault, parent, form: LinksDialog(parent, vault),
    "intake": lambda vault, parent, form: FilledIntakeDialog(vault, parent, form),
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_every_field_has_a_name_and_longer_words_are_not_cut(
    make, vault, window, form, opened, qtbot, freed, monkeypatch
) -> None:
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    dialog = make(vault, window, form)
    opened(dialog)
    qtbot.wait(30)
    assert walk.nameless(dialog) + walk.cut(dialog) == []


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_closing_frees_the_dialog(make, vault, window, form, freed, answers) -> None:
    answers(*([Leave.DISCARD] if make is MAKERS["intake"] else []))
    made = make(vault, window, form)
    made.open()
    watched = weakref.ref(made)
    made.reject()
    del made
    freed()
    assert watched() is None
    assert drafts.all_of(vault) == ()


def _drop(window: QWidget, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    if not window.acceptDrops() or not enter.isAccepted():
        return False
    drop = QDropEvent(QPointF(9, 9), copy, data, left, none, QEvent.Type.Drop)
    QApplication.sendEvent(window, drop)
    return drop.isAccepted()


def _intake(page: RequestsPage) -> FilledIntakeDialog | None:
    dialogs = page.findChildren(FilledIntakeDialog)
    return next((one for one in dialogs if one.isVisible()), None)


def test_dropped_form_becomes_a_request_that_names_the_file(
    office: MainWindow, vault: Vault, file: Path, form: FilledForm, qtbot
) -> None:
    tool.attach(office, vault)
    assert _drop(office, file)
    page = office.workspace.page_of("requests")
    qtbot.waitUntil(lambda: _intake(page) is not None)
    dialog = _intake(page)
    assert dialog is not None
    assert not _drop(office, file)  # a window is in front
    assert dialog.subject.name.text() == "Kari Berg-Hansen"
    assert dialog.rights.rights() == (Right.ACCESS,)
    assert dialog.wording.text() == form.wording
    assert form.source.name in dialog.note.findChildren(QWidget)[0].text()  # type: ignore[attr-defined]
    dialog.save()
    assert dialog.isVisible()  # how it came is not in the form
    dialog.channel.set_value(Channel.LETTER)
    dialog.save()
    case_id = CaseId(page.selected_id() or 0)
    request = store.request(vault.db, case_id)
    assert request.subject == form.subject
    assert (request.on_behalf_of, request.case.language) == (OnBehalfOf.SELF, Language.BOKMAL)
    entry = next(one for one in cases.timeline(vault.db, case_id) if one.code == "read_from_form")
    assert timeline_detail(entry) == f"innsyn frå Kari.docx, SHA-256: {form.source.sha256}"
    assert drafts.all_of(vault) == ()
    tool.detach(office, vault)
    assert not office.acceptDrops()


def test_what_is_no_form_is_refused_in_a_box_and_many_in_a_notice(
    office: MainWindow, vault: Vault, tmp_path: Path, file: Path, qtbot, answers
) -> None:
    from gdpr_desktop.ui import notices, tasks

    tool.attach(office, vault)
    wrong = tmp_path / "bilete.png"
    wrong.write_bytes(b"\x89PNG")
    answers(None)
    assert _drop(office, wrong)
    qtbot.waitUntil(lambda: len(notices.shown) == 1)
    qtbot.waitUntil(lambda: not tasks.runner().busy)
    assert _drop(office, wrong, file)
    qtbot.waitUntil(lambda: "warning" in str(office.notice_bar.property("tone")))
    tool.detach(office, vault)


def test_form_that_is_left_comes_back_as_a_draft_with_its_file(
    page: RequestsPage, vault: Vault, form: FilledForm, answers, freed, qtbot
) -> None:
    first = FilledIntakeDialog(vault, page, form)
    first.open()
    first.subject.phone.set_text("900 00 000")
    answers(Leave.KEEP)
    first.reject()
    del first
    freed()
    (draft,) = drafts.all_of(vault)
    page.resume_draft(draft)
    dialog = _intake(page)
    assert dialog is not None
    assert dialog.note.source == form.source
    assert dialog.subject.person().birth_date == form.subject.birth_date
    assert dialog.subject.phone.text() == "900 00 000"
    dialog.channel.set_value(Channel.LETTER)
    dialog.save()
    codes = [one.code for one in cases.timeline(vault.db, CaseId(page.selected_id() or 0))]
    assert "read_from_form" in codes


def test_page_asks_for_the_file(page: RequestsPage, vault: Vault, file: Path, answers, qtbot):
    answers(file)
    qtbot.mouseClick(page.form_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _intake(page) is not None)
    dialog = _intake(page)
    assert dialog is not None
    dialog.discard()
    answers(None)
    page.open_form()
    assert _intake(page) is None


def test_forms_are_exported_and_old_ones_only_replaced_when_said(
    office: MainWindow, vault: Vault, tmp_path: Path, answers, qtbot
) -> None:
    folder = tmp_path / "nettstad"
    folder.mkdir()
    (folder / "skjema-innsyn-nn.docx").write_bytes(b"old")
    dialog = tool.open(office, vault)
    dialog.kind.set_value(FormKind.ACCESS)
    dialog.language.set_value(Language.NYNORSK)
    answers(folder, False)
    dialog.save()
    assert (folder / "skjema-innsyn-nn.docx").read_bytes() == b"old"
    done: list[object] = []
    dialog.accepted_value.connect(done.append)
    answers(folder, True)
    dialog.save()
    qtbot.waitUntil(lambda: bool(done))
    assert sorted(path.name for path in folder.iterdir()) == [
        "skjema-innsyn-nn.docx",
        "skjema-innsyn-nn.html",
    ]
    assert "nettstad" in office.notice_bar.accessibleName()


def test_addresses_are_saved_or_told_what_is_wrong(vault: Vault, window, opened) -> None:
    dialog = LinksDialog(window, vault)
    hand = opened(dialog)
    hand.type("access_nn", "to ord")
    hand.save()
    assert hand.problem("access_nn")
    hand.type("access_nn", "www.fjordvik.example/innsyn")
    hand.save()
    assert form_links(vault)["access"].nn == "https://www.fjordvik.example/innsyn"
    assert save_form_links(vault, {}).kinds
    assert form_links(vault) == {}
