"""The page of guidance and its dialogs, used as by hand."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from gdpr_desktop.administration.guidance import tool
from gdpr_desktop.core import text
from gdpr_desktop.core.roles import Role
from gdpr_desktop.guidance.dialogs import ChecklistDialog, new_checklist, print_to
from gdpr_desktop.guidance.model import About, Answer
from gdpr_desktop.guidance.page import GuidancePage
from gdpr_desktop.guidance.service import checklists, save_checklist
from gdpr_desktop.guidance.texts import CHECKLISTS
from gdpr_desktop.guidance.widgets import WhyTopic
from gdpr_desktop.ui.drafts import unfinished
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.theme import Scheme, Theme
from ui import walk


@pytest.fixture
def window(qtbot, qapp):
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def page(qtbot, window, vault, filled):
    save_checklist(vault, filled)
    made = GuidancePage(vault)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def opened(page):
    return next(made for made in page.findChildren(ChecklistDialog) if made.isVisible())


def free():
    for _turn in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    gc.collect()


def test_page_opens_at_the_first_topic_with_every_word_in_place(qtbot, page):
    assert page.topic_id() == "terms"
    assert "Dei viktigaste omgrepa" in page.browser.toPlainText()
    assert walk.nameless(page) + walk.cut(page) == []


def test_typing_narrows_the_list_and_clearing_it_brings_all_back(qtbot, page):
    everything = page.titles()
    page.find()
    qtbot.keyClicks(page.search, "klassebilete")
    qtbot.waitUntil(lambda: page.titles() == ("Bilete og film",))
    assert page.topic_id() == "pictures"
    assert "§ 104" in page.browser.toPlainText()
    qtbot.keyClicks(page.search, "zz")
    qtbot.waitUntil(lambda: page.titles() == ())
    page.search.clear()
    qtbot.waitUntil(lambda: page.titles() == everything)


def test_a_link_leads_to_another_topic_also_out_of_a_search(qtbot, page):
    qtbot.keyClicks(page.search, "klassebilete")
    qtbot.waitUntil(lambda: len(page.titles()) == 1)
    page.browser.anchorClicked.emit(QUrl("topic:children"))
    assert page.topic_id() == "children"
    assert page.search.text() == ""


def test_a_checklist_is_filled_in_counted_and_listed(qtbot, page, vault):
    panel = page.checklists
    panel.kinds.setCurrentRow(1)
    press(qtbot, panel.fill_button)
    dialog = opened(page)
    assert walk.nameless(dialog) + walk.cut(dialog) == []
    qtbot.keyClicks(dialog.points["which"].note.editor, "Karakterar")
    assert dialog.progress.text().startswith("1 ")
    press(qtbot, dialog.save_button)
    (saved,) = checklists(vault, checklist="unstructured")
    assert [answer.text for answer in saved.answers] == ["Karakterar"]
    assert panel.chosen() == saved


def test_a_saved_checklist_is_opened_changed_and_removed(qtbot, page, vault, answers):
    panel = page.checklists
    press(qtbot, panel.open_button)
    dialog = opened(page)
    field = dialog.points["told"]
    press(qtbot, field.choice._group.button(1))
    qtbot.keyClicks(field.note.line, "Sjå brevet")
    press(qtbot, dialog.save_button)
    (saved,) = checklists(vault)
    assert [answer.choice for answer in saved.answers].count(Answer.NO) == 1
    assert (saved.about_kind, saved.about_id) == (About.ACTIVITY, 7)
    answers(True)
    press(qtbot, panel.remove_button)
    assert checklists(vault) == ()
    assert not panel.open_button.isEnabled()


def test_what_was_typed_and_not_saved_is_a_draft_that_the_page_shows(qtbot, page, vault):
    panel = page.checklists
    press(qtbot, panel.fill_button)
    dialog = opened(page)
    qtbot.keyClicks(dialog.about_name.line, "Skulebibliotek")
    press(qtbot, dialog.points["told"].choice._group.button(0))
    dialog.discard()
    (draft,) = unfinished(vault)
    assert panel.kinds.item(0).text() != panel.kinds.item(0).text().split(" (")[0]
    page.resume_draft(draft)
    again = opened(page)
    assert again.about_name.text() == "Skulebibliotek"
    assert again.points["told"].answer().choice is Answer.YES
    again.discard()


def test_who_may_only_read_can_open_and_print_but_not_save(qtbot, page, vault, as_role, tmp_path):
    as_role(Role.MANAGER)
    page.refresh()
    panel = page.checklists
    assert not panel.fill_button.isEnabled()
    assert not panel.remove_button.isEnabled()
    press(qtbot, panel.open_button)
    assert not opened(page).save_button.isEnabled()
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "checklist.pdf"))
    print_to(printer, panel.chosen())
    assert (tmp_path / "checklist.pdf").read_bytes().startswith(b"%PDF")


def test_problems_are_shown_at_their_fields(qtbot, window, vault):
    dialog = ChecklistDialog(window, vault, new_checklist(vault, "privacy_statement"))
    dialog.open()
    dialog.filled_on.line.clear()
    press(qtbot, dialog.save_button)
    problems = [row.problem for row in dialog.findChildren(FieldRow) if row.problem]
    assert len(problems) == 1
    dialog.discard()


def test_why_unfolds_what_the_handbook_says_here(qtbot, window):
    why = WhyTopic("collection.timing", window)
    why.show()
    assert why.text() == ""
    press(qtbot, why.button)
    assert why.text() == "Når informasjonen skal gis"
    press(qtbot, why.button)
    assert why.text() == ""
    assert WhyTopic("nowhere", window).isHidden()


@pytest.mark.parametrize("kind", ["checklist", "window"])
def test_a_dialog_is_freed_when_it_is_closed(window, vault, kind):
    if kind == "window":
        dialog = tool.open(window, vault, "consent")
        assert dialog.page.topic_id() == "consent"
        assert walk.nameless(dialog) + walk.cut(dialog) == []
    else:
        dialog = ChecklistDialog(window, vault, new_checklist(vault, "lawful_basis"))
        dialog.open()
    alive = weakref.ref(dialog)
    dialog.reject()
    del dialog
    free()
    assert alive() is None


class Longer:
    """All our words become 40 % longer."""

    def gettext(self, message):
        return message + "x" * round(len(message) * 0.4)

    def ngettext(self, one, many, count):
        return self.gettext(one if count == 1 else many)


def test_words_longer_by_two_fifths_are_not_cut(qtbot, window, vault, monkeypatch):
    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    dialogs = [tool.open(window, vault)]
    for name in CHECKLISTS:
        dialogs.append(ChecklistDialog(window, vault, new_checklist(vault, name)))
        dialogs[-1].open()
    qtbot.wait(30)
    assert [walk.cut(dialog) for dialog in dialogs] == [[]] * 4
    for dialog in dialogs:
        dialog.close()
