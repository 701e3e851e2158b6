"""The dialogs of following up, closing and of deviations, as a person uses them."""

import gc
import weakref
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton, QWidget

from breaches.conftest import NOW
from breaches.filling import decided
from breaches.test_deviations import FACTS
from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.actions import Action, Chosen
from gdpr_desktop.breaches.closing.service import close_breach
from gdpr_desktop.breaches.codes import Incident, PeopleTelling, Route
from gdpr_desktop.breaches.deviations.dialogs import every_case
from gdpr_desktop.breaches.deviations.dialogs.export import ExportDialog
from gdpr_desktop.breaches.deviations.dialogs.following import (
    CloseDialog as CloseDeviationDialog,
)
from gdpr_desktop.breaches.deviations.dialogs.following import FollowUpDialog
from gdpr_desktop.breaches.deviations.dialogs.intake import ChangeDialog, NewDialog
from gdpr_desktop.breaches.deviations.dialogs.is_breach import IsBreachDialog
from gdpr_desktop.breaches.deviations.page import DeviationsPage
from gdpr_desktop.breaches.deviations.service.base import read_deviation
from gdpr_desktop.breaches.deviations.service.intake import register_deviation
from gdpr_desktop.breaches.deviations.steps import Step as DeviationStep
from gdpr_desktop.breaches.dialogs.assign import AssignDialog
from gdpr_desktop.breaches.dialogs.closing import (
    CloseDialog,
    NotABreachDialog,
    NoteDialog,
    ReopenDialog,
)
from gdpr_desktop.breaches.dialogs.evidence import EvidenceDialog
from gdpr_desktop.breaches.dialogs.filing import FilingDialog
from gdpr_desktop.breaches.dialogs.lessons import LessonsDialog
from gdpr_desktop.breaches.dialogs.measures import (
    ChangeMeasureDialog,
    DoneDialog,
    MeasureDialog,
)
from gdpr_desktop.breaches.dialogs.routes import RouteDialog
from gdpr_desktop.breaches.following.service.evidence import note_evidence
from gdpr_desktop.breaches.following.service.measures import add_measure, settle
from gdpr_desktop.breaches.following.service.routes import note_routes
from gdpr_desktop.breaches.model import Evidence, Routed
from gdpr_desktop.breaches.page import BreachesTab
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.casework.model import CaseKind, CaseQuery
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.ui import notices, tasks
from gdpr_desktop.ui.dialog import Leave
from gdpr_desktop.ui.drafts import unfinished
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.theme import Scheme, Theme
from ui import walk

TODAY = date(2026, 11, 20)
SOON = TODAY + timedelta(days=14)
KINDS = (
    MeasureDialog,
    EvidenceDialog,
    RouteDialog,
    LessonsDialog,
    CloseDialog,
    NotABreachDialog,
    ReopenDialog,
    NoteDialog,
    AssignDialog,
    FilingDialog,
)
OF_A_MEASURE = (ChangeMeasureDialog, DoneDialog)
OF_A_DEVIATION = (
    ChangeDialog,
    FollowUpDialog,
    CloseDeviationDialog,
    every_case.NoteDialog,
    every_case.AssignDialog,
    every_case.ReopenDialog,
    IsBreachDialog,
)


@pytest.fixture
def window(qtbot, qapp) -> QWidget:
    """What the dialogs open above, 1024 × 700."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def planned(vault, case_id):
    add_measure(vault, case_id, title="Vindaugskonvoluttar", responsible="Arkivet", due=SOON)
    return store.breach(vault.db, case_id).measures[-1]


def _every(vault, case_id, window):
    """Each dialog of this room, with something noted already."""
    task = planned(vault, case_id)
    note_evidence(vault, case_id, Evidence(what="Brevet", archive="26/12-3", noted_on=TODAY))
    note_routes(vault, case_id, Routed(route=Route.IT, told_on=TODAY, whom="IKT-vakta"))
    deviation = CaseId(register_deviation(vault, FACTS).id)
    yield from (kind(vault, case_id, window) for kind in KINDS)
    yield from (kind(vault, case_id, task.id, window) for kind in OF_A_MEASURE)
    yield from (kind(vault, deviation, window) for kind in OF_A_DEVIATION)
    yield NewDialog(vault, window)
    yield ExportDialog(vault, CaseQuery(kinds=(CaseKind.DEVIATION,)), "1 treff", window)


def _free() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()


def test_everything_has_a_name_notices_numbers_and_is_freed(officer, breach, window, qtbot):
    for made in _every(officer, breach, window):
        made.open()
        assert walk.nameless(made) == []
        fields = [*made.findChildren(TextArea), *made.findChildren(LineField)]
        assert [one for one in fields if one.notice is None] == []
        room = made.screen().availableGeometry()
        assert made.width() <= room.width()
        watched = weakref.ref(made)
        qtbot.keyClick(made, Qt.Key.Key_Escape)
        del made, fields
        _free()
        assert watched() is None


def test_longer_words_are_not_cut(officer, breach, window, monkeypatch, qtbot):
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    for made in _every(officer, breach, window):
        made.open()
        qtbot.wait(10)
        assert walk.cut(made) == [], type(made)
        made.discard()


def test_a_proposal_fills_the_title_and_a_measure_done_at_once_asks_for_no_day_to_come(
    officer, breach, window, qtbot
):
    made = MeasureDialog(officer, breach, window)
    made.open()
    changes = []
    made.accepted_value.connect(changes.append)
    made.proposal.setCurrentIndex(1)
    assert made.title.text() == made.proposal.currentText()
    made.state.set_value(True)
    assert not made.due.isVisibleTo(made)
    made.note.set_text("Gjort same dag")
    made.save()
    done = store.breach(officer.db, breach).measures[0]
    assert (done.done, done.note) == (True, "Gjort same dag")
    assert changes[0].undo is not None


def test_a_measure_without_owner_and_day_is_said_at_the_fields(officer, breach, window):
    made = MeasureDialog(officer, breach, window)
    made.open()
    made.title.set_text("Opplæring")
    made.save()
    assert made.isVisible()
    assert store.breach(officer.db, breach).measures == ()
    made.discard()


def test_a_dropped_file_is_read_where_it_lies(officer, breach, window, qtbot, tmp_path):
    path = tmp_path / "brev.pdf"
    path.write_bytes(b"%PDF")
    made = EvidenceDialog(officer, breach, window)
    made.open()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    made.file.dropEvent(event)
    qtbot.waitUntil(lambda: made.file.print() is not None)
    made.what.set_text("Brevet som gjekk feil")
    made.save()
    kept = store.breach(officer.db, breach).evidence[0]
    assert (kept.file_name, len(kept.sha256)) == ("brev.pdf", 64)
    assert path.read_bytes() == b"%PDF"


def test_a_folder_is_refused_in_words_and_a_new_try_is_open(
    officer, breach, window, qtbot, tmp_path
):
    made = EvidenceDialog(officer, breach, window)
    made.open()
    said = []
    made.file.problem_changed.connect(said.append)
    made.file.read(tmp_path)
    qtbot.waitUntil(lambda: bool(said and said[-1]))
    assert tmp_path.name in said[-1]
    assert made.file.print() is None
    made.file.read(tmp_path / "borte.txt")
    qtbot.waitUntil(lambda: "borte.txt" in said[-1])
    made.discard()
    tasks.runner().wait()


def test_a_line_is_taken_away_when_the_dialog_is_saved_and_not_before(officer, breach, window):
    note_evidence(officer, breach, Evidence(what="Brevet", archive="26/12-3", noted_on=TODAY))
    made = EvidenceDialog(officer, breach, window)
    made.open()
    link = made.kept.findChild(QPushButton)
    link.click()
    assert len(store.breach(officer.db, breach).evidence) == 1
    link.click()
    assert made.kept.removed() == ()
    link.click()
    made.save()
    assert store.breach(officer.db, breach).evidence == ()


def test_the_hint_of_a_route_tells_the_day_of_the_alarm(officer, breach, window):
    made = RouteDialog(officer, breach, window)
    made.open()
    made.route.set_value(Route.SECURITY)
    assert "21. november 2026" in made.hint.text()
    made.discard()


def test_closing_shows_all_that_is_missing_and_then_asks_who_follows_up(officer, breach, window):
    refused = CloseDialog(officer, breach, window)
    assert not refused.save_button.isEnabled()
    refused.discard()
    decided(officer, breach, authority=False, people=PeopleTelling.VOLUNTARY)
    from breaches.following.test_following import learnt, told

    told(officer, breach)
    planned(officer, breach)
    settle(officer, breach)
    learnt(officer, breach)
    made = CloseDialog(officer, breach, window)
    made.open()
    made.save()
    assert made.isVisible()
    made.handed_over.set_text("Arkivleiaren")
    made.save()
    assert store.breach(officer.db, breach).case.outcome == "documented"
    again = ReopenDialog(officer, breach, window)
    again.open()
    again.reason.set_text("Nye opplysningar")
    again.save()
    assert store.breach(officer.db, breach).case.open
    close_breach(officer, breach, handed_over="Arkivleiaren")


def test_the_page_shows_each_measure_with_its_buttons(officer, breach, qtbot):
    task = planned(officer, breach)
    tab = BreachesTab(officer)
    qtbot.addWidget(tab)
    tab.show_case(breach)
    view = tab.page().case_view
    view.section(Step.MEASURES).set_expanded(True)
    assert view.measures.findChildren(QPushButton)
    view.start(Chosen(action=Action.MEASURE_REMOVE, task=task.id))
    assert store.breach(officer.db, breach).measures == ()
    tab.undo()
    assert store.breach(officer.db, breach).measures[0].title == task.title


def test_a_deviation_is_registered_followed_up_and_closed_on_its_page(
    officer, window, qtbot, monkeypatch
):
    page = DeviationsPage(officer)
    qtbot.addWidget(page)
    page.open_intake()
    new = next(one for one in page.findChildren(NewDialog) if one.isVisible())
    new.fields.what.set_text("Døra til arkivet stod open")
    new.save()
    view = page.case_view
    assert view.found.facts.what == "Døra til arkivet stod open"
    view.start(view.head_of(view.found).next.key)
    follow = next(one for one in page.findChildren(FollowUpDialog) if one.isVisible())
    follow.responsible.set_text("Vaktmeisteren")
    follow.corrective.set_text("Ny lås")
    follow.save()
    page.refresh()
    assert view.next_of(view.found) is DeviationStep.CLOSE
    view.start(view.head_of(view.found).next.key)
    close = next(one for one in page.findChildren(CloseDeviationDialog) if one.isVisible())
    close.save()
    assert not read_deviation(officer, view.found.case.id).case.open


def test_a_deviation_noticed_days_ago_asks_when_we_were_aware(officer, window):
    deviation = CaseId(register_deviation(officer, FACTS).id)
    made = IsBreachDialog(officer, deviation, window)
    made.open()
    assert made.title_line.text() == "Mange forsøk på innlogging"
    made.discovered_by.set_text("IKT-vakta")
    made.save()
    assert made.isVisible()
    assert made.discovered.moment() is None
    made.discovered.set_moment(NOW - timedelta(days=3))
    made.aware.set_moment(NOW - timedelta(hours=2))
    made.aware_reason.set_text("Loggen blei lesen i dag")
    made.save()
    ended = read_deviation(officer, deviation)
    assert ended.breach is not None
    assert store.breach(officer.db, ended.breach.id).intake.aware == NOW - timedelta(hours=2)


def test_the_tab_finds_the_shelf_of_a_case(officer, breach, qtbot):
    deviation = CaseId(register_deviation(officer, FACTS).id)
    tab = BreachesTab(officer)
    qtbot.addWidget(tab)
    tab.show_case(deviation)
    assert tab.key() == "deviations"
    assert tab.page().selected_id() == deviation
    tab.show_case(breach)
    assert tab.key() == "breaches"
    assert Incident.MISDIRECTED is tab.page().case_view.found.intake.incident


@pytest.mark.parametrize("kind", ["new", "follow_up"])
def test_a_draft_of_a_deviation_is_gone_on_with_on_its_shelf(officer, breach, qtbot, window, kind):
    deviation = CaseId(register_deviation(officer, FACTS).id)
    new = kind == "new"
    made = NewDialog(officer, window) if new else FollowUpDialog(officer, deviation, window)
    made.open()
    field = made.fields.what if new else made.corrective
    field.editor.setPlainText("Halvskrive")
    notices.queue_answers([Leave.KEEP])
    made.reject()
    draft = unfinished(officer)[0]
    tab = BreachesTab(officer)
    qtbot.addWidget(tab)
    tab.show()
    tab.resume_draft(draft)
    assert tab.key() == "deviations"
    again = next(one for one in tab.findChildren(type(made)) if one.isVisible())
    assert "Halvskrive" in [one.text() for one in again.findChildren(TextArea)]
    again.discard()


def test_the_list_of_deviations_is_exported(officer, window, qtbot, monkeypatch, tmp_path):
    register_deviation(officer, FACTS)
    path = tmp_path / "avvik.xlsx"
    made = ExportDialog(officer, CaseQuery(kinds=(CaseKind.DEVIATION,)), "1 treff", window)
    made.open()
    module = "gdpr_desktop.breaches.deviations.dialogs.export.ask_path"
    monkeypatch.setattr(module, lambda *_: path)
    with qtbot.waitSignal(made.accepted_value):
        made.save()
    from openpyxl import load_workbook

    rows = list(load_workbook(path).active.iter_rows(values_only=True))
    assert "IKT" in rows[-1]
