"""The dialogs of risks, retention and disclosures: by hand, by name, freed, and never cut."""

import gc
import weakref
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.correspondence.dialogs import document
from gdpr_desktop.register import feature
from gdpr_desktop.register.disclosures.dialogs import RoutineDisclosureDialog
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import EntryId
from gdpr_desktop.register.page import RegisterPage
from gdpr_desktop.register.retention import dialogs as retention
from gdpr_desktop.register.retention import service as rounds
from gdpr_desktop.register.retention.dialogs.answer import AnswerDialog
from gdpr_desktop.register.retention.dialogs.rounds import RoundDialog, StartDialog
from gdpr_desktop.register.risks.dialogs.assessment import RiskAssessmentDialog
from gdpr_desktop.register.risks.dialogs.risk import RiskDialog
from gdpr_desktop.register.risks.model import Risk, RiskAssessment
from gdpr_desktop.register.risks.widgets import RiskMapPanel
from gdpr_desktop.register.single_disclosures import service as single
from gdpr_desktop.register.single_disclosures.actions import Action
from gdpr_desktop.register.single_disclosures.dialogs import dialog_of
from gdpr_desktop.register.single_disclosures.model import Intake, Requester
from gdpr_desktop.ui.theme import Scheme, Theme
from ui import walk

HIGH = Risk(text="Snoking", likelihood=4, consequence=5, likelihood_after=2, consequence_after=5)
OPENED = [one for one in Action if one not in (Action.TELL_OFFICER, Action.LETTER)]


class Longer:
    """All our words become 40 % longer."""

    def gettext(self, message: str) -> str:
        return message + "x" * round(len(message) * 0.4)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one if count == 1 else many)


@pytest.fixture
def window(qtbot, qapp: QApplication) -> QWidget:
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


@pytest.fixture
def office(vault, activity, unit):
    """An activity, a round, and a disclosure: what the dialogs are opened on."""
    feature.subscribe(vault)
    service.add_entry(vault, activity)
    vault.round = store.entry(vault.db, EntryId(rounds.start_round(vault, 2026, unit).id))
    intake = Intake(
        received=date(2026, 11, 20),
        requester_kind=Requester.POLICE,
        requester=Person(name="Fjordvik politidistrikt"),
        subject=Person(name="Ola Prøveson"),
        wanted="Adressa",
        written=False,
    )
    vault.case = CaseId(single.register_disclosure(vault, intake).id)
    return vault


MAKERS = {
    "risks": lambda vault, parent: RiskAssessmentDialog(vault, None, parent),
    "risk": lambda vault, parent: RiskDialog(HIGH, vault.clock, parent),
    "routine": lambda vault, parent: RoutineDisclosureDialog(vault, None, parent),
    "start": StartDialog,
    "round": lambda vault, parent: RoundDialog(vault, vault.round, parent),
    "answer": lambda vault, parent: AnswerDialog(vault, vault.round, parent),
    "form": lambda vault, parent: retention.form_dialog(vault, vault.round, parent),
    "overview": retention.overview_dialog,
    "status": retention.status_dialog,
    **{
        one.value: lambda vault, parent, one=one: dialog_of(one, vault, vault.case, parent)
        for one in OPENED
    },
}


def free() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_every_field_has_a_name_nothing_long_is_cut_and_closing_frees(
    monkeypatch, office, window, qtbot
):
    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    faults = {}
    for name, make in MAKERS.items():
        made = make(office, window)
        made.open()
        qtbot.wait(30)
        found = walk.nameless(made) + walk.cut(made)
        watched = weakref.ref(made)
        made.discard()
        del made
        free()
        if watched() is not None:
            found.append("not freed")
        if found:
            faults[name] = found
    assert faults == {}


@pytest.fixture
def page(office, window, qtbot) -> RegisterPage:
    made = RegisterPage(office)
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def test_risk_is_typed_in_a_form_of_its_own_and_stands_in_the_assessment(office, window, qtbot):
    dialog = RiskAssessmentDialog(office, None, window)
    dialog.open()
    qtbot.keyClicks(dialog.name.line, "Oppad 2026")
    qtbot.mouseClick(dialog.risks.add_button, Qt.MouseButton.LeftButton)
    inner = dialog.findChild(RiskDialog)
    qtbot.keyClicks(inner.text.editor, "Snoking")
    inner.likelihood.set_value(4)
    inner.consequence.set_value(5)
    qtbot.mouseClick(inner.save_button, Qt.MouseButton.LeftButton)
    assert dialog.is_dirty()
    changes: list = []
    dialog.accepted_value.connect(changes.append)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    saved: RiskAssessment = store.entry(office.db, EntryId(changes[0].id)).content
    assert saved.risks == (Risk(text="Snoking", likelihood=4, consequence=5),)
    assert not isValid(dialog) or not dialog.isVisible()


def test_risks_come_back_with_the_draft(office, window):
    dialog = RiskAssessmentDialog(office, None, window)
    dialog.open()
    dialog.risks.add_usual()
    assert dialog.keep_now()
    dialog.discard()
    free()
    again = RiskAssessmentDialog(office, None, window)
    again.open()
    assert len(again.risks.value()) == 5
    again.discard()


def test_date_of_a_measure_that_cannot_be_read_is_said_at_the_measures(office, window, qtbot):
    dialog = RiskDialog(HIGH, office.clock, window)
    dialog.open()
    dialog.measures.set_rows([("Logg", "rektor", "snart", "")])
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    row = dialog.measures.parentWidget()
    assert "snart" in row.problem
    dialog.discard()


def test_map_is_read_by_arrows_and_in_words(qtbot, qapp):
    Theme(qapp, scheme=Scheme.LIGHT)
    panel = RiskMapPanel((HIGH,))
    qtbot.addWidget(panel)
    panel.show()
    assert "Snoking" in panel.words.text()  # the gravest cell is chosen first
    qtbot.keyClick(panel.map, Qt.Key.Key_Left)
    assert panel.map.cell == (4, 4)
    assert "Snoking" not in panel.words.text()
    assert panel.map.counts((2, 5)) == (0, 1)
    assert panel.map.accessibleDescription()


def test_answer_that_nothing_fell_due_is_given_for_all_lines_at_once(office, window, qtbot):
    dialog = AnswerDialog(office, office.round, window)
    dialog.open()
    qtbot.keyClicks(dialog.answered_by.line, "Kari, styrar")
    qtbot.mouseClick(dialog.all_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    saved = store.entry(office.db, office.round.id)
    assert {one.answer for one in saved.content.items} == {"nothing_due"}


def test_disclosure_goes_from_asked_orally_to_written_by_its_next_step(page, office, qtbot):
    page.show_case(office.case)
    shelf = page.page()
    view = shelf.case_view
    qtbot.mouseClick(view.head._next, Qt.MouseButton.LeftButton)
    dialog = next(one for one in shelf.findChildren(QWidget) if hasattr(one, "asked_on"))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    shelf.refresh()
    assert view.disclosure.in_writing is not None
    assert shelf.undo_words()
    shelf.undo()
    assert single.read_disclosure(office, office.case).in_writing is None


def test_shelves_of_the_record_show_their_entries(page, office, qtbot):
    made = RiskAssessment(name="Oppad 2026", made_on=date(2026, 11, 2), risks=(HIGH,))
    number = service.add_entry(office, made).id
    for one in (number, office.round.id):
        page.show_entry(one)
        qtbot.wait(20)
        assert walk.nameless(page.page()) == []


@pytest.mark.parametrize("name", ["form", "overview", "status"])
def test_what_is_exported_gets_a_file_name_that_every_system_takes(
    monkeypatch, office, window, name
):
    asked = []
    monkeypatch.setattr(document, "ask_path", lambda *given: asked.append(given[-1]))
    made = MAKERS[name](office, window)
    made.open()
    made.save()
    assert asked
    assert asked[0].endswith(".docx")
    assert ":" not in asked[0]
    made.discard()
