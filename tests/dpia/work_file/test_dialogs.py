"""Rules that hold for the dialogs and pages of work files, with words 40 % longer."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from breaches.test_dialogs_windows import leave, twice
from consents.test_every_dialog import Longer
from dpia.work_file.conftest import Opener
from dpia.work_file.writing import case_in, said, write
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.content import Measure
from gdpr_desktop.dpia.work_file.comparing import Difference, Part, Side
from gdpr_desktop.dpia.work_file.dialogs.send import SendDialog
from gdpr_desktop.dpia.work_file.dialogs.send_back import SendBackDialog
from gdpr_desktop.dpia.work_file.dialogs.take_in import TakeInDialog
from gdpr_desktop.dpia.work_file.difference_words import Describing
from gdpr_desktop.dpia.work_file.making import Sent, origin_of
from gdpr_desktop.dpia.work_file.page import WorkFileTab
from gdpr_desktop.dpia.work_file.widgets.differences import DifferencesView
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.ui.work_file_page import ClosedPage, WorkFilePage
from gdpr_desktop.vault import Vault
from ui import walk


@pytest.fixture
def window(qtbot, qapp) -> QWidget:
    """What the dialogs open above, on a small screen."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def both_wrote(officer: Vault, case_id: CaseId, sent: Sent, opener: Opener) -> Sent:
    """The same answer was changed on both sides, and a measure added there."""
    there = opener(sent.path, sent.password)
    new = Measure(key="ny", title="Opplæring")
    write(there, case_in(there), said("what", "Deira."), said("nature", "Deira."), new)
    there.close()
    write(officer, case_id, said("what", "Vårt."), said("nature", "Vårt."))
    return sent


def look(dialog: TakeInDialog, path: Path, qtbot) -> None:
    dialog.open()
    dialog.look_into(path)
    tasks.runner().wait()
    qtbot.waitUntil(lambda: dialog.view is not None)
    qtbot.wait(30)  # what one turn lays out may ask for another


def shown(officer, case_id, there, sent, window) -> Iterator[QWidget]:
    yield SendDialog(officer, case_id, window)
    yield TakeInDialog(officer, case_id, window)
    yield SendBackDialog(there, case_in(there), origin_of(there), window)


def test_longer_words_have_room_and_what_is_reached_a_name_and_a_key_of_its_own(
    officer, case_id, both_wrote, opener, window, monkeypatch, qtbot
):
    catalogue = text._catalogue
    monkeypatch.setattr(text, "_catalogue", lambda asked: Longer(catalogue(asked)))
    take = TakeInDialog(officer, case_id, window)
    look(take, both_wrote.path, qtbot)
    wrong, closed = walk.cut(take) + walk.nameless(take) + twice(take), []
    leave(take)
    there = opener(both_wrote.path, both_wrote.password)
    for made in shown(officer, case_id, there, both_wrote, window):
        made.open()
        QCoreApplication.processEvents()
        wrong += walk.cut(made) + walk.nameless(made) + twice(made)
        closed.append(weakref.ref(made))
        leave(made)
        del made
    for page in (WorkFilePage(both_wrote.path, open_file=Vault.open), ClosedPage(both_wrote.path)):
        qtbot.addWidget(page)
        page.resize(1024, 700)
        page.show()
        QCoreApplication.processEvents()
        wrong += walk.cut(page) + walk.nameless(page) + twice(page)
    tab = WorkFileTab(there)
    qtbot.addWidget(tab)
    tab.show_intro()
    tab.resize(1024, 700)
    tab.show()
    QCoreApplication.processEvents()
    assert wrong + walk.cut(tab) + walk.nameless(tab) == []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [one() for one in closed if one() is not None] == []


def test_what_was_changed_on_both_sides_must_be_chosen_before_it_is_taken_in(
    officer, case_id, both_wrote, window, qtbot
):
    dialog = TakeInDialog(officer, case_id, window)
    look(dialog, both_wrote.path, qtbot)
    dialog.save_button.click()
    rows = dialog.findChildren(FieldRow)
    told = {row.field.objectName() for row in rows if row.problem}
    assert told == {"answer:what", "answer:nature"}
    dialog.view._keep_here()
    with qtbot.waitSignal(dialog.accepted_value) as taken:
        dialog.save_button.click()
    assert taken.args[0].undo is not None


def test_hundreds_are_laid_out_a_few_at_a_time_and_all_that_clash_is_asked(window, qtbot):
    found = tuple(
        Difference(
            part=Part.ANSWER,
            key=f"q{number}",
            before=None,
            here=said(f"q{number}", "Vårt. " * 30),
            there=said(f"q{number}", "Deira. " * 30),
        )
        for number in range(300)
    )
    made = DifferencesView(found, builtin(), Describing(builtin(), ()))
    scroll = PageScroll(made)
    scroll.setParent(window)
    scroll.resize(760, 600)
    scroll.show()
    assert not made.is_at_rest
    assert 0 < len(made.findChildren(RadioChoice)) < 40
    qtbot.waitUntil(lambda: made.is_at_rest)
    assert len(made.findChildren(RadioChoice)) == 40
    assert len(made.problems()) == 300
    for asked in made.findChildren(RadioChoice):
        asked.set_value(Side.HERE)
    assert len(made.problems()) == 260
    qtbot.waitUntil(lambda: made.is_at_rest)
    assert len(made.findChildren(RadioChoice)) == 80  # where something is still to be chosen
    made._keep_here()
    assert made.problems() == []
    assert "220" in made._more.text()
    made._more.click()
    qtbot.waitUntil(lambda: made.is_at_rest)
    assert set(made.choices().values()) == {Side.HERE}
    for button in made.findChildren(QRadioButton):
        assert button.accessibleName().startswith("q")
    scroll.deleteLater()


def test_a_file_that_is_refused_is_told_at_the_file_and_another_can_be_chosen(
    officer, case_id, sent, window, answers, tmp_path
):
    other = tmp_path / "anna.dpia"
    other.write_bytes(b"PK\3\4" + bytes(9000))
    dialog = TakeInDialog(officer, case_id, window)
    dialog.open()
    answers(other)
    dialog.pick.click()
    row = next(one for one in dialog.findChildren(FieldRow) if one.field.objectName() == "file")
    assert other.name in row.problem
    assert not dialog.save_button.isEnabled()
    dialog.look_into(sent.path)
    assert not row.problem
    tasks.runner().wait()
    leave(dialog)


def test_the_word_to_the_sender_is_kept_when_the_file_is_locked_meanwhile(sent, opener, window):
    there = opener(sent.path, sent.password)
    dialog = SendBackDialog(there, case_in(there), origin_of(there), window)
    dialog.open()
    dialog.note.set_text("Halvt")
    dialog.discard()
    again = SendBackDialog(there, case_in(there), origin_of(there), window)
    again.open()
    assert again.note.text() == "Halvt"
    leave(again)
