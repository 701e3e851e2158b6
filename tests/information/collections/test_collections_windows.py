"""The page of collections and its dialogs, used as a person uses them."""

import gc
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gdpr_desktop.casework import store as cases
from gdpr_desktop.core import text
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.roles import Role
from gdpr_desktop.information import feature
from gdpr_desktop.information.collections import service, store
from gdpr_desktop.information.collections.actions import Action, is_for
from gdpr_desktop.information.collections.dialogs.bulk import BulkDialog
from gdpr_desktop.information.collections.dialogs.exception import ExceptionDialog
from gdpr_desktop.information.collections.dialogs.intake import IntakeDialog
from gdpr_desktop.information.collections.dialogs.letter import LetterDialog
from gdpr_desktop.information.collections.dialogs.texts import TextsDialog, open_texts
from gdpr_desktop.information.collections.dialogs.told import ToldDialog
from gdpr_desktop.information.collections.model import ToldWay
from gdpr_desktop.information.collections.page import CollectionsPage
from gdpr_desktop.information.collections.widgets.deeds import case_dialog
from gdpr_desktop.law.information_exceptions import InformationException
from gdpr_desktop.register.documents import documents_of
from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.register.entries import store as record
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.register.entries.widgets.entry_page import EntryPage
from gdpr_desktop.register.rooms import shelf_for
from gdpr_desktop.register.units.model import Unit
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.theme import Scheme, Theme
from ui import walk

CASE_DIALOGS = (
    Action.NOTE,
    Action.TOLD,
    Action.NEW_PURPOSE,
    Action.SETTLE_CHANGE,
    Action.EXCEPTION,
    Action.ADVICE,
    Action.DECISION,
    Action.FILE,
    Action.CLOSE,
    Action.MISTAKEN,
    Action.REOPEN,
)


def _maker(action: Action) -> Callable[..., FormDialog]:
    return lambda vault, desk, parent: case_dialog(action)(vault, desk.exempted(), parent)


MAKERS = {
    "new": lambda vault, desk, parent: IntakeDialog(vault, parent),
    "change": lambda vault, desk, parent: IntakeDialog(vault, parent, desk.read(desk.group())),
    "bulk": lambda vault, desk, parent: BulkDialog(vault, desk.group(), parent),
    "texts": lambda vault, desk, parent: TextsDialog(vault, desk.activity_id, parent),
    "letter": lambda vault, desk, parent: LetterDialog(
        vault, desk.register(), "information_14", parent
    ),
    **{action.value: _maker(action) for action in CASE_DIALOGS},
}


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    """What the dialogs open above."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def free() -> None:
    """Have Qt delete what waits to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[FormDialog], FormDialog]]:
    """Open a dialog; whatever is left open is taken away."""
    import shiboken6

    left: list[FormDialog] = []

    def open_dialog(dialog: FormDialog) -> FormDialog:
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        left.append(dialog)
        return dialog

    yield open_dialog
    for dialog in left:
        if shiboken6.isValid(dialog):
            dialog.discard()
    free()


def type_in(qtbot: QtBot, dialog: FormDialog, name: str, words: str) -> None:
    """Replace what stands in a field, key by key, and leave it."""
    field = dialog.findChild(QWidget, name)
    target = field.focusProxy() or field
    target.setFocus()
    qtbot.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(target, words)
    qtbot.keyClick(target, Qt.Key.Key_Tab)


def press_save(qtbot: QtBot, dialog: FormDialog) -> None:
    """The button that does the deed."""
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)


def test_every_dialog_has_names_notices_numbers_and_is_freed_on_close(vault, desk, window, qtbot):
    for name, maker in MAKERS.items():
        made = maker(vault, desk, window)
        made.open()
        assert walk.nameless(made) == [], name
        for field in (*made.findChildren(TextArea), *made.findChildren(LineField)):
            assert field.notice is not None, (name, field.objectName())
        room = made.screen().availableGeometry()
        assert made.width() <= room.width(), name
        assert made.height() <= room.height(), name
        watched, gone = weakref.ref(made), []
        made.destroyed.connect(partial(gone.append, True))
        qtbot.keyClick(made, Qt.Key.Key_Escape)
        field = made = None
        free()
        assert gone, name
        assert watched() is None, name


def test_longer_words_are_not_cut(monkeypatch, vault, desk, window, shown, qtbot):
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    for name in ("change", "exception", "told", "new_purpose", "bulk", "texts"):
        dialog = shown(MAKERS[name](vault, desk, window))
        qtbot.wait(30)
        assert walk.cut(dialog) == [], name
        dialog.discard()


def test_a_collection_is_registered_by_hand_and_says_when_people_are_told(
    vault, desk, window, shown, qtbot
):
    dialog = shown(IntakeDialog(vault, window))
    dialog.activity.set_value(desk.activity_id)
    assert "30." in dialog.due.text() or "2." in dialog.due.text()
    press_save(qtbot, dialog)
    assert dialog.isVisible()  # the name and the source are missing
    dialog.categories.set_value(["Helse"])
    dialog.sources.set_value(["Folkeregisteret"])
    type_in(qtbot, dialog, "name", "Kari Test")
    type_in(qtbot, dialog, "first_contact", "+2")
    type_in(qtbot, dialog, "unit", "Barnehagekontoret")
    press_save(qtbot, dialog)
    made = desk.read(vault.db.execute("SELECT max(case_id) FROM collection").fetchone()[0])
    assert made.intake.categories == ("Helse",)
    assert made.intake.sources == ("Folkeregisteret",)
    assert made.intake.activity_id == desk.activity_id
    assert made.case.due == desk.today + timedelta(days=2)


def test_the_unit_of_the_activity_is_proposed_until_another_is_typed(
    vault, desk, window, shown, qtbot
):
    unit = entries.add_entry(vault, Unit(name=Bilingual(nn="Oppvekst", nb="Oppvekst"))).id
    activity = replace(record.entry(vault.db, desk.activity_id).content, unit_id=EntryId(unit))
    entries.change_entry(vault, desk.activity_id, activity)
    dialog = shown(IntakeDialog(vault, window))
    dialog.activity.set_value(desk.activity_id)
    assert dialog.unit.text() == "Oppvekst"
    dialog.activity.set_value(None)
    assert dialog.unit.text() == ""
    type_in(qtbot, dialog, "unit", "Helse")
    dialog.activity.set_value(desk.activity_id)
    assert dialog.unit.text() == "Helse"
    dialog.discard()


def test_told_by_the_form_is_one_tick_where_the_person_gave_the_data(
    vault, desk, window, shown, qtbot
):
    dialog = shown(IntakeDialog(vault, window))
    assert not dialog.told_by_form.isVisible()
    dialog.activity.set_value(desk.activity_id)
    dialog.from_person.set_value(True)
    dialog.told_by_form.setChecked(True)
    type_in(qtbot, dialog, "name", "Kari Test")
    press_save(qtbot, dialog)
    row = vault.db.execute("SELECT max(case_id) FROM collection").fetchone()
    assert desk.read(row[0]).told.way is ToldWay.FORM


def test_what_is_changed_comes_back_as_it_was(vault, desk, window, shown, qtbot):
    case_id = desk.group(2)
    before = desk.read(case_id).intake
    dialog = shown(IntakeDialog(vault, window, desk.read(case_id)))
    press_save(qtbot, dialog)
    assert desk.read(case_id).intake == before


def test_another_activity_takes_the_categories_of_the_first_away(vault, desk, window, shown):
    dialog = shown(IntakeDialog(vault, window, desk.read(desk.register())))
    assert dialog.categories.value() == ("Namn og adresse",)
    dialog.activity.set_value(None)
    assert dialog.categories.value() == ()
    assert dialog.purpose_row.isVisible()


def test_the_form_of_an_exception_asks_for_its_own_proof_only(vault, desk, window, shown, qtbot):
    case_id = desk.register()
    dialog = shown(ExceptionDialog(vault, case_id, window))
    for one in InformationException:
        dialog.exception.set_value(one)
        visible = {proof for proof, field in dialog.fields.items() if field.isVisible()}
        assert visible == set(one.proofs)
    dialog.exception.set_value(InformationException.DISPROPORTIONATE)
    type_in(qtbot, dialog, "reason", "Mange")
    press_save(qtbot, dialog)
    assert dialog.isVisible()  # the substitute is missing
    type_in(qtbot, dialog, "published_where", "Nettsida")
    type_in(qtbot, dialog, "published_on", "i dag")
    press_save(qtbot, dialog)
    assert desk.read(case_id).exception.published_on == desk.today


def test_told_orally_asks_who_it_was(vault, desk, window, shown, qtbot):
    case_id = desk.register()
    dialog = shown(ToldDialog(vault, case_id, window))
    assert not dialog.identity.isVisible()
    dialog.way.set_value(ToldWay.ORAL)
    press_save(qtbot, dialog)
    assert desk.read(case_id).told is None
    dialog.asked_for.setChecked(True)
    type_in(qtbot, dialog, "identity", "Viste pass")
    type_in(qtbot, dialog, "what", "Alle punkta")
    press_save(qtbot, dialog)
    assert desk.read(case_id).told.identity == "Viste pass"


def test_letters_to_all_are_made_beside_the_window(
    vault, desk, window, shown, qtbot, answers, tmp_path
):
    case_id = desk.group(2)
    dialog = shown(BulkDialog(vault, case_id, window))
    type_in(qtbot, dialog, "sent_on", "i dag")
    answers(tmp_path / "alle.zip")
    with qtbot.waitSignal(dialog.accepted_value, timeout=10_000):
        press_save(qtbot, dialog)
    assert tasks.runner().wait()
    assert (tmp_path / "alle.zip").is_file()
    assert desk.read(case_id).told.told_on == desk.today


def test_cancel_stops_the_letters_and_the_form_stays(
    vault, desk, window, shown, qtbot, answers, tmp_path
):
    case_id = desk.group(200)
    dialog = shown(BulkDialog(vault, case_id, window))
    answers(tmp_path / "alle.zip")
    press_save(qtbot, dialog)
    assert not dialog.save_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=10_000)
    assert dialog.isVisible()
    assert [one for one in tmp_path.iterdir() if one.is_file()] == []
    assert cases.letters(vault.db, case_id) == ()


def test_a_text_of_an_activity_is_exported_and_known_to_the_record(
    vault, desk, window, shown, qtbot, answers, tmp_path
):
    open_texts(window, vault, desk.activity_id)
    dialog = window.findChild(TextsDialog)
    dialog.kind.set_value("information_sign")
    dialog.camera.setChecked(True)
    assert dialog.sound.isVisible()
    answers(tmp_path / "skilt.docx")
    press_save(qtbot, dialog)
    free()
    assert [one.kind for one in documents_of(vault.db, desk.activity_id)] == ["information_sign"]


@pytest.fixture
def page(vault, qtbot: QtBot, qapp: QApplication) -> CollectionsPage:
    """The page, shown."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = CollectionsPage(vault)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def test_the_page_leads_from_the_new_collection_to_its_closing(vault, desk, page, qtbot):
    told = desk.register(desk.told(), from_person=True)
    page.refresh()
    page.show_case(told)
    assert walk.nameless(page) == []
    assert page.case_view.collection.case.id == told
    page.case_view.head._next.click()  # close the case
    dialog = next(one for one in page.findChildren(FormDialog) if one.isVisible())
    press_save(qtbot, dialog)
    assert not cases.case(vault.db, told).open
    free()


def test_the_page_names_those_who_must_be_told_anew_and_shows_the_first(vault, desk, page, qtbot):
    case_id = desk.register(desk.told())
    page.refresh()
    assert not page.changed_note.isVisible()
    with vault.begin(*_on_case()):
        store.mark_changed(vault.db, [case_id], desk.today)
    page.refresh()
    assert page.changed_note.isVisible()
    qtbot.mouseClick(page.changed_note.show_button, Qt.MouseButton.LeftButton)
    assert page.selected_id() == case_id


def _on_case() -> tuple[object, ...]:
    from gdpr_desktop.core.roles import Deed

    return (Deed.WORK_ON_CASE,)


def test_a_deed_can_be_undone_from_the_page(vault, desk, page):
    case_id = desk.register()
    page.refresh()
    page.show_case(case_id)
    page.case_view.deeds._tell(service.note_told(vault, case_id, desk.told()))
    page.refresh()
    assert page.undo_words()
    page.undo()
    assert desk.read(case_id).told is None


def test_nobody_is_offered_what_the_role_may_not_do():
    assert not is_for(Action.ADVICE, Role.CASEWORKER)
    assert not is_for(Action.DECISION, Role.CASEWORKER)
    assert is_for(Action.DECISION, Role.MANAGER)
    assert is_for(Action.TEXTS, Role.ARCHIVIST)
    assert not is_for(Action.TOLD, Role.ARCHIVIST)


def test_activity_of_the_record_offers_its_texts(vault, desk, window, qtbot):
    feature.subscribe(vault)
    page = EntryPage(vault, shelf_for(EntryKind.ACTIVITY))
    page.setParent(window)
    page.show_entry(desk.activity_id)
    made = [one for one in page.findChildren(QPushButton) if one.property("deed") == "texts"]
    qtbot.mouseClick(made[0], Qt.MouseButton.LeftButton)
    page.findChild(TextsDialog).discard()
