"""The shelf of consents and «Har vi lov?» as a person uses them."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog

from breaches.test_dialogs_windows import twice
from consents.filling import a_group, both, given, said
from gdpr_desktop.consents.allowed.dialogs.allowed import AllowedDialog
from gdpr_desktop.consents.allowed.dialogs.photo_list import PhotoListDialog
from gdpr_desktop.consents.allowed.model import Asked
from gdpr_desktop.consents.codes import PictureUse
from gdpr_desktop.consents.given.lists import Chip
from gdpr_desktop.consents.given.page import ConsentsPage
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.core.change import Change
from ui import walk

WEB = Asked(use=PictureUse.PUBLISH_WEB)


@pytest.fixture
def page(officer, form_id, qtbot):
    """Three children of a group: yes, no, and nothing registered; and one more of the name."""
    group_id = a_group(officer, 3)
    first, second, _third = groups.members(officer.db, group_id)
    given(officer, form_id, first.name, first.birth_date)
    given(officer, form_id, second.name, second.birth_date, statements=(said(),))
    given(officer, form_id, first.name, statements=both((), ("p1", "p2", "p3")))
    made = ConsentsPage(officer)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    QAbstractItemModelTester(made.model)
    return made


def ask(page):
    """Open «Har vi lov?» by its key."""
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    if not page.findChildren(QDialog):
        page.ask_allowed()  # a window that is not active gets no shortcuts
    dialog = page.findChildren(QDialog)[-1]
    dialog.purpose.set_value(WEB)
    return dialog


def test_chips_and_search_narrow_the_list_and_a_row_shows_the_consent(page, qtbot):
    assert page.model.rowCount() == 3
    page.check_chips([Chip.LACKING])
    assert [page.model.row(0).name] == ["Bo Testhaug"]
    page.check_chips([Chip.LACKING, Chip.EXPIRED])
    assert page.model.rowCount() == 0
    page.check_chips([])
    QTest.keyClicks(page.search, "bo")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.consent_view.found.subject.name == "Bo Testhaug"
    page.refresh(Change(kinds=frozenset()))
    assert page.selected_id() == page.consent_view.found.id


def test_a_consent_is_shown_wherever_it_stands(page):
    wanted = page.model.row(2).id
    page.check_chips([Chip.EXPIRED])
    page.show_consent(wanted)
    assert page.selected_id() == wanted == page.consent_view.found.id


def test_one_of_several_is_chosen_by_the_arrow_key(page):
    dialog = ask(page)
    QTest.keyClicks(dialog.name.line, "bo testhaug")
    dialog.answer()
    assert dialog.panel.isVisible()
    assert "Bo Testhaug" in dialog.panel.verdict.text()
    dialog.name.set_text("ada testhaug")
    QTest.keyClick(dialog.name.line, Qt.Key.Key_Return)
    assert dialog.people.model.rowCount() == 2
    assert dialog.isVisible()
    QTest.keyClick(dialog.name.line, Qt.Key.Key_Down)
    assert "Ada Testhaug" in dialog.panel.verdict.text()
    dialog.name.set_text("Ingen Slik")
    dialog.answer()
    assert not dialog.people.isVisible()
    assert dialog.panel.isVisible()
    dialog.save()


def test_a_group_is_answered_with_counts_and_the_consent_can_be_shown(page, qtbot):
    dialog = ask(page)
    dialog.who.set_value("group")
    dialog.group.set_value(dialog._asking.groups()[0].id)
    assert [char for char in dialog.members.counts.text() if char.isdigit()] == ["1", "1", "1"]
    dialog.members.view.setCurrentIndex(dialog.members.model.index(1, 0))
    wanted = dialog.panel.findChildren(type(page.new_button))[-1]
    wanted.click()
    qtbot.waitUntil(lambda: page.consent_view.found is not None)
    assert page.consent_view.found.subject.name == "Bo Testhaug"


def test_the_list_is_exported_as_word_and_as_a_workbook(officer, page, answers, tmp_path, qtbot):
    group_id = groups.groups(officer.db, officer.actor)[0].id
    for suffix in ("docx", "xlsx"):
        dialog = PhotoListDialog(officer, page, group_id)
        dialog.open()
        dialog.format.set_value(suffix)
        dialog.save()
        assert dialog.isVisible()  # what for is not chosen yet
        dialog.purposes.set_value((WEB,))
        path = tmp_path / f"list.{suffix}"
        answers(path)
        dialog.save()
        assert path.stat().st_size
        assert not dialog.isVisible()


def test_the_dialogs_name_what_is_reached_have_keys_of_their_own_and_are_freed(officer, page):
    group_id = groups.groups(officer.db, officer.actor)[0].id
    wrong, closed = [], []
    for made in (
        AllowedDialog(officer, page),
        AllowedDialog(officer, page, group_id),
        PhotoListDialog(officer, page, group_id),
    ):
        made.open()
        QCoreApplication.processEvents()
        wrong += walk.nameless(made) + twice(made)
        closed.append(weakref.ref(made))
        made.discard()
    del made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()
    assert wrong == []
    assert [watched() for watched in closed] == [None, None, None]
    assert walk.nameless(page) == []
