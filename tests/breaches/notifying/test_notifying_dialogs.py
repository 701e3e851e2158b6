"""The sheet and the forms about the authority, by a person's own events."""

import gc
import io
import weakref
from dataclasses import replace
from datetime import date, timedelta

import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from breaches.conftest import NOW
from breaches.filling import decided
from breaches.notifying.test_notifying import AWARE, SENDING
from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.actions import Action, Chosen
from gdpr_desktop.breaches.dialogs.authority import AnswerDemandDialog, AuthorityLetterDialog
from gdpr_desktop.breaches.dialogs.notify import FollowUpDialog, NotifyDialog, WithdrawDialog
from gdpr_desktop.breaches.dialogs.scope import ScopeDialog
from gdpr_desktop.breaches.dialogs.sent import SentDialog
from gdpr_desktop.breaches.dialogs.sheet import SheetDialog
from gdpr_desktop.breaches.dialogs.sheet_rows import SheetLine
from gdpr_desktop.breaches.model import AuthorityLetter, NotifyChannel
from gdpr_desktop.breaches.notifying.authority import note_letter
from gdpr_desktop.breaches.notifying.service import note_first, note_follow_up, sheet_of
from gdpr_desktop.breaches.notifying.sheet import Place, lacking
from gdpr_desktop.breaches.notifying.sheet import report as sheet_report
from gdpr_desktop.breaches.widgets.deeds import Deeds
from gdpr_desktop.casework import store as cases
from gdpr_desktop.core import text
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.correspondence.dialogs import document
from gdpr_desktop.ui.theme import Scheme, Theme
from ui import walk


@pytest.fixture
def window(qtbot, qapp) -> QWidget:
    """What the dialogs open above, 1024 × 700."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def ready(officer, breach):
    """It is decided that the authority is notified."""
    decided(officer, breach)
    return breach


def _notified(officer, case_id):
    note_first(officer, case_id, SENDING)
    note_follow_up(officer, case_id, replace(SENDING, receipt="AR-2", missing="Loggen"))
    letter = AuthorityLetter(received_on=NOW.date(), reference="26/1", what="Spør om loggen")
    note_letter(officer, case_id, letter, demand="Send loggen", due=date(2026, 12, 1))
    return store.breach(officer.db, case_id)


def _all(officer, case_id, window):
    """Each dialog of this room, the first before anything was sent."""
    yield NotifyDialog(officer, case_id, window)
    yield SheetDialog(officer, case_id, window)
    found = _notified(officer, case_id)
    for kind in (FollowUpDialog, WithdrawDialog, SentDialog, AuthorityLetterDialog):
        yield kind(officer, case_id, window)
    yield AnswerDemandDialog(officer, case_id, found.demands[0].id, window)


def test_every_field_has_a_name_room_and_a_key_of_its_own(officer, ready, window, qtbot):
    for dialog in _all(officer, ready, window):
        dialog.open()
        qtbot.wait(10)
        name = type(dialog).__name__
        assert (name, walk.nameless(dialog), walk.cut(dialog)) == (name, [], [])
        keys = [key for key, _widget in walk.shortcuts(dialog)]
        assert (name, len(set(keys))) == (name, len(keys))
        dialog.discard()


def test_longer_words_are_not_cut(officer, ready, window, qtbot, monkeypatch):
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    for dialog in _all(officer, ready, window):
        dialog.open()
        qtbot.wait(20)
        assert (type(dialog).__name__, walk.cut(dialog)) == (type(dialog).__name__, [])
        dialog.discard()


def test_closing_frees_each_dialog(officer, ready, window, qtbot):
    for made in _all(officer, ready, window):
        dialog, gone = made, []
        name = type(dialog).__name__
        dialog.open()
        dialog.destroyed.connect(lambda *_, gone=gone: gone.append(True))
        watched = weakref.ref(dialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        del dialog, made
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert (name, gone, watched()) == (name, [True], None)


def _click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_each_field_of_the_sheet_is_copied_by_itself_and_all_at_once(officer, ready, window, qtbot):
    dialog = SheetDialog(officer, ready, window)
    dialog.open()
    lines = {line.row.field: line for line in dialog.findChildren(SheetLine)}
    _click(qtbot, lines["what"].copy_button)
    assert QGuiApplication.clipboard().text() == lines["what"].row.value
    assert lines["what"].row.label in dialog.copied.text()
    _click(qtbot, dialog.copy_all_button)
    assert lines["what"].row.value in QGuiApplication.clipboard().text()
    assert not lines["systems"].copy_button.isVisible()
    wanted = []
    dialog.action_wanted.connect(wanted.append)
    _click(qtbot, lines["systems"].place_button)
    assert wanted == [Action.SCOPE]
    assert not dialog.isVisible()


def test_every_place_of_the_sheet_leads_somewhere(officer, ready, window, qtbot):
    dialog = SheetDialog(officer, ready, window)
    for place in Place:
        assert dialog._may_fill(place)
    dialog.discard()


@pytest.mark.parametrize("language", Language)
def test_the_sheet_is_exported_with_its_checksum_on_the_timeline(
    officer, ready, window, qtbot, tmp_path, monkeypatch, language
):
    path = tmp_path / "skjema.docx"
    monkeypatch.setattr(document, "ask_path", lambda *_given: path)
    dialog = SheetDialog(officer, ready, window)
    dialog.open()
    dialog.language.set_value(language)
    changes = []
    dialog.accepted_value.connect(changes.append)
    _click(qtbot, dialog.save_button)
    (preview,) = dialog.findChildren(document.DocumentDialog)
    _click(qtbot, preview.save_button)
    (letter,) = cases.letters(officer.db, ready)
    assert letter.language is language
    assert letter.sha256 in str(cases.timeline(officer.db, ready)[0].detail)
    assert len(changes) == 1
    cells = [c.text for t in Document(str(path)).tables for row in t.rows for c in row.cells]
    values = [row.value for one in sheet_of(officer, ready, language) for row in one.rows]
    assert {value for value in values if value} <= set(cells)
    dialog.discard()


def test_the_word_file_marks_what_is_missing(officer, breach):
    made = sheet_report.report(officer, breach, Language.BOKMAL)
    read = Document(io.BytesIO(made.docx()))
    cells = [c.text for t in read.tables for row in t.rows for c in row.cells]
    assert cells.count(text._("(missing)", language=Language.BOKMAL)) >= 5


def test_a_notification_is_noted_as_it_is_typed(officer, ready, window, qtbot):
    dialog = NotifyDialog(officer, ready, window)
    dialog.open()
    left = lacking(dialog.sections)
    assert all(row.label in dialog.missing.text() for row in left)
    assert not dialog.late_row.isVisible()
    dialog.receipt.set_text("AR-100")
    dialog.save()
    assert dialog.isVisible()  # not delegated, and no day for the rest
    dialog.asked.setChecked(True)
    dialog.follow_up_on.set_date(date(2026, 11, 27))
    dialog.save()
    (sent,) = store.breach(officer.db, ready).notifications
    assert (sent.receipt, sent.channel) == ("AR-100", NotifyChannel.ALTINN)
    assert sent.sent_at == NOW


def test_a_late_time_shows_the_field_for_the_reason(officer, ready, window, qtbot, clock):
    clock.instant = AWARE + timedelta(hours=73)
    dialog = NotifyDialog(officer, ready, window)
    dialog.open()
    assert dialog.late_row.isVisible()
    dialog.sent_at.set_moment(AWARE + timedelta(hours=72))
    assert not dialog.late_row.isVisible()
    dialog.sent_at.set_moment(AWARE + timedelta(hours=72, minutes=1))
    dialog.asked.setChecked(True)
    dialog.follow_up_on.set_date(date(2026, 11, 27))
    dialog.save()
    assert dialog.late_row.problem
    dialog.discard()


def test_e_mail_carries_no_content(officer, ready, window, qtbot):
    dialog = NotifyDialog(officer, ready, window)
    dialog.open()
    assert not dialog.email_note.isVisible()
    dialog.channel.set_value(NotifyChannel.EMAIL)
    assert dialog.email_note.isVisible()
    dialog.discard()


def test_the_moment_must_be_given(officer, ready, window, qtbot):
    dialog = NotifyDialog(officer, ready, window)
    dialog.open()
    dialog.sent_at.set_moment(None)
    assert [one.field for one in dialog.field_problems()] == ["sent_at"]
    dialog.discard()


def test_what_was_sent_is_shown_version_by_version(officer, ready, window, qtbot):
    _notified(officer, ready)
    dialog = SentDialog(officer, ready, window)
    dialog.open()
    assert [section.expanded for section in dialog.versions] == [True, False]
    assert dialog.versions[0].title.startswith("2.")
    dialog.discard()


def test_what_the_authority_wants_is_noted_and_answered(officer, ready, window, qtbot):
    dialog = AuthorityLetterDialog(officer, ready, window)
    dialog.open()
    assert not dialog.due_row.isVisible()
    dialog.reference.set_text("26/1")
    dialog.what.set_text("Spør om loggen")
    dialog.demand.set_text("Send loggen")
    dialog.due.set_date(date(2026, 12, 1))
    dialog.orders.setChecked(True)
    dialog.save()
    found = store.breach(officer.db, ready)
    assert found.authority_letters[0].orders_telling
    answer = AnswerDemandDialog(officer, ready, found.demands[0].id, window)
    answer.open()
    answer.how.set_text("Altinn")
    answer.save()
    assert store.breach(officer.db, ready).demands[0].done


def test_a_draft_keeps_the_moment_that_was_suggested(officer, ready, window, qtbot, clock):
    dialog = NotifyDialog(officer, ready, window)
    dialog.open()
    dialog.by.set_text("Tore Testvik")
    dialog.asked.setChecked(True)
    dialog.discard()
    clock.instant = AWARE + timedelta(hours=80)
    again = NotifyDialog(officer, ready, window)
    again.open()
    assert again.by.text() == "Tore Testvik"
    assert again.asked.isChecked()
    assert again.sent_at.moment() == NOW
    assert not again.late_row.isVisible()
    again.discard()


def test_the_sheet_leads_on_to_the_form_where_a_line_is_filled_in(officer, ready, window, qtbot):
    deeds = Deeds(officer, window)
    deeds.start(Chosen(action=Action.SHEET), store.breach(officer.db, ready))
    (sheet,) = window.findChildren(SheetDialog)
    lines = {line.row.field: line for line in sheet.findChildren(SheetLine)}
    _click(qtbot, lines["systems"].place_button)
    (scope,) = [one for one in window.findChildren(ScopeDialog) if one.isVisible()]
    scope.discard()


def test_what_is_lacking_is_said_in_the_language_of_the_screen(officer, breach, window):
    text.set_language(Language.BOKMAL)  # the sheet is in nynorsk
    dialog = SheetDialog(officer, breach, window)
    dialog.language.set_value(Language.NYNORSK)
    (line,) = [o for o in dialog.findChildren(SheetLine) if o.row.field == "told"]
    said = [one.text() for one in line.findChildren(QLabel)]
    assert f"{text._('To be determined')} – {line.row.help}" in said
    dialog.discard()


def test_a_manager_reads_the_sheet_and_exports_nothing(officer, ready, window, qtbot):
    manager = replace(officer.actor, role=Role.MANAGER)
    officer.actor = officer._worker.actor = manager
    dialog = SheetDialog(officer, ready, window)
    dialog.open()
    assert not dialog.save_button.isVisible()
    lines = {line.row.field: line for line in dialog.findChildren(SheetLine)}
    assert lines["what"].copy_button.isVisible()
    assert not hasattr(lines["systems"], "place_button")
    dialog.discard()


def test_when_the_form_has_been_sent_that_is_noted_next(officer, ready, window, qtbot):
    for action in (Action.NOTIFY, Action.FOLLOW_UP):
        dialog = SheetDialog(officer, ready, window)
        dialog.open()
        wanted = []
        dialog.action_wanted.connect(wanted.append)
        _click(qtbot, dialog.sent_button)
        assert wanted == [action]
        if action is Action.NOTIFY:
            note_first(officer, ready, SENDING)


def test_that_this_is_all_we_know_is_ticked_in_the_form(officer, ready, window, qtbot):
    note_first(officer, ready, SENDING)
    dialog = FollowUpDialog(officer, ready, window)
    dialog.open()
    assert dialog.missing.isVisible()
    dialog.all_known.click()
    assert not dialog.missing.isVisible()
    dialog.asked.setChecked(True)
    dialog.save()
    sent = store.breach(officer.db, ready).notifications[-1]
    assert (sent.missing, sent.all_known) == ("", True)
