"""How one gets on from one thing to the next: keys, tabs and hints of the log of breaches."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from breaches.conftest import NOW
from breaches.filling import assessed, decided, described, put
from breaches.test_deviations import FACTS
from gdpr_desktop.breaches import feature, store
from gdpr_desktop.breaches.actions import Action, action_words
from gdpr_desktop.breaches.clock.machine import machine_words
from gdpr_desktop.breaches.codes import PeopleTelling
from gdpr_desktop.breaches.deviations.actions import Action as Deed
from gdpr_desktop.breaches.deviations.dialogs.is_breach import IsBreachDialog
from gdpr_desktop.breaches.deviations.service.base import read_deviation
from gdpr_desktop.breaches.deviations.service.intake import register_deviation
from gdpr_desktop.breaches.dialogs.assess import AssessDialog
from gdpr_desktop.breaches.dialogs.first_hour import FirstHourDialog
from gdpr_desktop.breaches.dialogs.intake import IntakeDialog
from gdpr_desktop.breaches.dialogs.many import ManyDialog
from gdpr_desktop.breaches.dialogs.notify import NotifyDialog
from gdpr_desktop.breaches.following.service.lessons import note_lessons
from gdpr_desktop.breaches.guidance import step_texts
from gdpr_desktop.breaches.many.service import differs
from gdpr_desktop.breaches.model import Lessons
from gdpr_desktop.breaches.page import BreachesTab
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.breaches.summary import intake_rows, step_hint, step_rows
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import main_window
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.machine_settings import MachineSettings
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.ui.shortcuts import Shortcuts
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.ui.vault_gate import VaultGate


@pytest.fixture
def window(qtbot) -> QWidget:
    """What the dialogs open above."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def office(qtbot, qapp, tmp_path, officer, monkeypatch):
    """The program's own window with the log of breaches."""
    monkeypatch.setattr(main_window, "shortcuts", Shortcuts())
    gate = VaultGate(data_dir=tmp_path, new_folder=tmp_path, check_letterhead=Path.read_bytes)
    made = MainWindow(MachineSettings(), Theme(qapp, scheme=Scheme.LIGHT), gate, lambda: (feature,))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.open_workspace(officer)
    return made


@pytest.mark.parametrize("place", ["view", "search"])
def test_ctrl_z_takes_back_the_last_deed_from_the_list_and_an_empty_search(
    office, officer, breach, qtbot, place
):
    described(officer, breach)
    tab = office.workspace.page()
    tab.refresh()
    tab.show_case(breach)
    lessons = Lessons(
        learnt="Lærte", changes="Rutinen", name="Solveig Testnes", noted_on=officer.clock.today()
    )
    tab.page().case_view.deeds._tell(note_lessons(officer, breach, lessons))
    office.activateWindow()
    qtbot.waitUntil(office.isActiveWindow)
    widget = getattr(tab.page(), place)
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    qtbot.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert store.breach(officer.db, breach).lessons is None
    office.locking.lock()
    qtbot.waitUntil(lambda: office.vault is None)


def test_a_deviation_that_is_a_breach_leads_to_the_breach(officer, window, qtbot):
    case_id = CaseId(register_deviation(officer, FACTS).id)
    tab = BreachesTab(officer)
    qtbot.addWidget(tab)
    tab.show_case(case_id)
    wanted = []
    bus.case_wanted.connect(lambda feature, made: wanted.append((feature, made)))
    tab.page().case_view.start(Deed.IS_BREACH)
    dialog = next(one for one in tab.findChildren(IsBreachDialog) if one.isVisible())
    dialog.discovered.set_moment(NOW)
    dialog.later.setChecked(False)
    dialog.discovered_by.set_text("Nora Testdal")
    dialog.save()
    made = read_deviation(officer, case_id).breach
    assert wanted == [("breaches", made.id)]


def test_tab_goes_down_the_ticks_of_the_first_hour(officer, breach, window, qtbot):
    dialog = FirstHourDialog(officer, breach, window)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    rows = list(dialog.rows.values())
    rows[0].box.setFocus()
    for row in rows:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
        assert row.is_ticked()
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.over
    dialog.discard()


def test_enter_presses_the_button_in_focus(officer, breach, window, qtbot):
    decided(officer, breach)
    dialog = ManyDialog(officer, breach, window)
    dialog.open()
    pressed = []
    dialog.file_step.file_wanted.disconnect()
    dialog.file_step.file_wanted.connect(lambda: pressed.append(True))
    dialog.file_step.file_button.setFocus()
    qtbot.keyClick(dialog.file_step.file_button, Qt.Key.Key_Return)
    assert pressed == [True]
    dialog.discard()


def test_a_hint_says_what_stands_before_telling(officer, breach):
    found = described(officer, breach)
    for step in (Step.NOTIFY, Step.TELL):
        assert step_hint(found, step).startswith(_("Note the decision first."))
    found = decided(officer, breach, people=PeopleTelling.NOT)
    assert step_hint(found, Step.TELL) == _("It is decided that people are not told.")
    assert step_texts(Step.ADVICE).action == action_words(Action.ADVICE).removesuffix(" …")
    assert step_texts(Step.DECISION).action == action_words(Action.DECISION).removesuffix(" …")


def test_that_the_facts_have_changed_is_said_once_at_the_assessment(officer, breach):
    found = assessed(officer, breach)
    found = put(officer, breach, scope=replace(found.scope, children=False))
    said = (step_hint(found, Step.ASSESSMENT), *dict(step_rows(found, Step.ASSESSMENT)).values())
    assert [_("Assess the risk anew.") in one for one in said].count(True) == 1
    assert said[0].endswith(_("Assess the risk anew."))


def test_a_discovery_long_ago_is_asked_about_once(officer, window, qtbot):
    dialog = IntakeDialog(officer, window)
    dialog.open()
    dialog.title_line.set_text("Brev til feil person")
    dialog.discovered_by.set_text("Nora Testdal")
    dialog.discovered.set_moment(NOW - timedelta(days=366))
    dialog.save()
    assert dialog.isVisible()
    dialog.save()
    assert not dialog.isVisible()


def test_a_clock_that_is_set_back_is_said_where_times_are_noted(officer, breach, clock, window):
    clock.instant = store.newest_entry(officer.db)
    assert machine_words(officer) == ""
    clock.instant -= timedelta(minutes=6)
    assert machine_words(officer)
    for kind in (IntakeDialog, NotifyDialog, AssessDialog):
        dialog = kind(officer, *(() if kind is IntakeDialog else (breach,)), window)
        dialog.open()
        assert machine_words(officer) in [one.text() for one in dialog.findChildren(NoteBox)]
        dialog.discard()


def test_a_breach_without_a_text_says_that_the_letters_need_one(officer, breach):
    found = read_breach(officer, breach)
    bare = replace(found, intake=replace(found.intake, what=""))
    assert intake_rows(bare)[0][1]
    assert intake_rows(found)[0][1] == found.intake.what


@pytest.mark.parametrize(
    ("count", "known", "asked"), [(2, 299, True), (2, 3, False), (290, 299, False), (9, 3, True)]
)
def test_a_list_of_quite_another_length_is_asked_about(count, known, asked):
    assert differs(count, known) is asked


def test_a_page_has_its_height_at_once(qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    words = label("kort")
    column.addWidget(words)
    scroll = PageScroll(page)
    qtbot.addWidget(scroll)
    scroll.resize(200, 100)
    scroll.show()
    words.setText("lang " * 100)
    QCoreApplication.sendPostedEvents(page, QEvent.Type.LayoutRequest)
    assert page.height() >= page.minimumHeight() > 100


def test_the_case_stays_chosen_when_the_words_change(office, officer, breach, qtbot):
    office.workspace.page().refresh()
    office.workspace.page().show_case(breach)
    office.rebuild()
    assert office.workspace.page().selected_id() == breach
    office.locking.lock()
    qtbot.waitUntil(lambda: office.vault is None)
