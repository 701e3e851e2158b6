"""Guided assessments on the screen, through what a person does."""

import gc
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import docx
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gdpr_desktop.core import text
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.activities.parts import Assessment
from gdpr_desktop.register.assessments import deeds, dialogs, rules
from gdpr_desktop.register.assessments.dialogs.assessment import AssessmentDialog
from gdpr_desktop.register.assessments.dialogs.choose import ChooseDialog
from gdpr_desktop.register.assessments.dialogs.kept import KeptDialog
from gdpr_desktop.register.assessments.dialogs.starting import StartDialog
from gdpr_desktop.register.assessments.model import Kind
from gdpr_desktop.register.assessments.questions import questionnaire, words
from gdpr_desktop.register.assessments.report import report
from gdpr_desktop.register.assessments.service import Done, keep_assessment
from gdpr_desktop.register.documents import documents_of, stale_documents
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import Entry, EntryId
from gdpr_desktop.register.entries.widgets.entry_page import EntryPage
from gdpr_desktop.register.systems.shelf import SHELF
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import drafts
from ui import walk


def free() -> None:
    """Have Qt delete what waits to be deleted."""
    for _round in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    gc.collect()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    """What the dialogs open above; whatever is left open is taken away."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    yield made
    for dialog in made.findChildren(QDialog):
        if shiboken6.isValid(dialog):
            getattr(dialog, "discard", dialog.close)()
    free()


@dataclass(slots=True)
class Person:
    """What a person does to a guided dialog."""

    qtbot: QtBot
    dialog: QWidget

    def press(self, button: QPushButton) -> None:
        assert button.isVisibleTo(self.dialog)
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def answer(self, question: str, words: str) -> None:
        """Click the answer called ``words``."""
        field = self.field(question)
        for one in field._group.buttons():
            if one.text() == words:
                assert one.isVisibleTo(self.dialog)
                self.qtbot.mouseClick(one, Qt.MouseButton.LeftButton, pos=one.rect().center())
                assert one.isChecked()
                return
        raise AssertionError(words)

    def type(self, question: str, words: str) -> None:
        target = self.field(question).focusProxy()
        assert target.isVisibleTo(self.dialog)
        self.qtbot.keyClicks(target, words)

    def field(self, question: str) -> QWidget:
        for name in (f"question_{question}", question):
            found = self.dialog.findChild(QWidget, name)
            if found is not None:
                return found
        raise AssertionError(question)

    def on(self) -> None:
        self.press(self.dialog.next_button)


@pytest.fixture
def entry(vault, activity) -> Entry:
    purpose = replace(activity.purposes[0], public_task=False)
    content = replace(activity, purposes=(purpose,))
    return store.entry(vault.db, EntryId(service.add_entry(vault, content).id))


@pytest.fixture
def kept(vault, system) -> Entry:
    """A system with an assessment."""
    answers = {one.id: "yes" for one in questionnaire(Kind.BUILT_IN).questions}
    done = Done(
        kind=Kind.BUILT_IN,
        answers={**answers, "logging": "no"},
        notes={"logging": "Leverandøren er spurd."},
        conclusion="Logging kjem til våren.",
    )
    keep_assessment(vault, system, done)
    return store.entry(vault.db, system)


def _nothing(_change: object) -> None:
    pass


MAKERS: dict[str, Callable[..., QDialog]] = {
    **{
        kind.value: lambda vault, entry, kept, parent, kind=kind: AssessmentDialog(
            vault, entry, kind, parent
        )
        for kind in Kind
        if kind is not Kind.START
    },
    "start": lambda vault, entry, kept, parent: StartDialog(vault, parent),
    "choose": lambda vault, entry, kept, parent: ChooseDialog(vault, entry, _nothing, parent),
    "kept": lambda vault, entry, kept, parent: KeptDialog(vault, kept, parent),
}


@pytest.mark.parametrize("name", MAKERS)
def test_each_dialog_names_its_fields_is_not_cut_and_is_freed(
    monkeypatch, vault, entry, kept, window, qtbot, name
):
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    made = MAKERS[name](vault, entry, kept, window)
    made.open()
    qtbot.wait(20)
    assert walk.nameless(made) + walk.cut(made) == []
    watched, gone = weakref.ref(made), []
    made.destroyed.connect(lambda *_: gone.append(True))
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    del made
    free()
    assert gone
    assert watched() is None


def test_the_basis_that_the_questions_lead_to_is_written_into_the_purpose(
    vault, entry, window, qtbot
):
    dialog = AssessmentDialog(vault, entry, Kind.LAWFUL_BASIS, window)
    dialog.open()
    person = Person(qtbot, dialog)
    person.on()
    person.on()
    assert person.dialog.pages[1].isVisibleTo(dialog)  # not answered: it does not go on
    person.answer("necessary", "Ja")
    person.answer("less", "Nei")
    person.on()
    person.answer("duty", "Nei")
    person.on()
    person.answer("task", "Ja")
    person.on()
    person.type("act", "barnehagelova")
    person.type("section", "18")
    person.on()
    person.press(dialog.save_button)
    found = store.entry(vault.db, entry.id).content
    assert [one.basis.value for one in found.purposes[0].bases] == ["e"]
    assert found.assessments[0].made_by == "Solveig Testnes"


def test_a_weighing_cannot_be_kept_before_the_conclusion_is_written(vault, entry, window, qtbot):
    dialog = AssessmentDialog(vault, entry, Kind.INTERESTS, window)
    dialog.open()
    for row in dialog.rows():
        row.set_answer("theirs" if row.question.id == "result" else row.answer() or "no")
    person = Person(qtbot, dialog)
    person.press(dialog.save_button)
    assert store.entry(vault.db, entry.id).content.assessments == ()
    person.type("conclusion", "Folk ventar det ikkje.")
    person.press(dialog.save_button)
    assert store.entry(vault.db, entry.id).content.assessments[0].outcome == "theirs"


def test_the_weighing_is_closed_for_a_public_task_and_says_why(vault, activity, window):
    entry = store.entry(vault.db, EntryId(service.add_entry(vault, activity).id))
    dialog = AssessmentDialog(vault, entry, Kind.INTERESTS, window)
    dialog.open()
    assert not dialog.save_button.isEnabled()
    assert "myndigheit" in dialog.result_panel.box.text()


def test_one_starts_with_a_name_and_may_end_at_once(vault, window, qtbot):
    changes: list[object] = []
    dialogs.start(window, vault, changes.append)
    dialog = window.findChild(StartDialog)
    person = Person(qtbot, dialog)
    person.type("name", "Temperatur i bassenget")
    person.on()
    person.answer("people", "Nei")
    person.on()
    person.type("start_note", "Berre tal.")
    person.press(dialog.save_button)
    [change] = changes
    assert store.entry(vault.db, EntryId(change.id)).content.note.endswith("Berre tal.")


def test_a_name_that_is_taken_is_told_at_its_question(vault, entry, window, qtbot):
    dialog = StartDialog(vault, window)
    dialog.open()
    dialog.set_answer("name", entry.name)
    dialog.set_answer("people", "no")
    dialog.go_to(dialog.steps()[-1])
    person = Person(qtbot, dialog)
    person.press(dialog.save_button)
    assert dialog.step == 0
    assert dialog.rows()[0].row.problem


def test_a_draft_of_an_assessment_is_gone_on_with_from_the_list_of_drafts(
    vault, system, window, qtbot
):
    entry = store.entry(vault.db, system)
    dialog = AssessmentDialog(vault, entry, Kind.BUILT_IN, window)
    dialog.open()
    Person(qtbot, dialog).answer("minimum", "Nei")
    dialog.discard()
    free()
    [draft] = drafts.all_of(vault)
    page = EntryPage(vault, SHELF)
    qtbot.addWidget(page)
    page.resume_draft(draft)
    again = page.findChild(AssessmentDialog)
    assert again.answers()["minimum"] == "no"
    again.discard()


def test_the_shelf_of_systems_assesses_and_shows_what_was_kept(vault, kept, qtbot, window):
    page = EntryPage(vault, SHELF)
    qtbot.addWidget(page)
    page.show_entry(kept.id)
    buttons = page.entry_view.findChildren(QPushButton)
    [assess] = [one for one in buttons if one.property("deed") == "assess:built_in"]
    assess.click()
    dialog = page.findChild(AssessmentDialog)
    for row in dialog.rows():
        row.set_answer("yes")
    Person(qtbot, dialog).press(dialog.save_button)
    assert len(store.entry(vault.db, kept.id).content.assessments) == 2
    page.refresh()  # as the window does, which hears of every change
    page.entry_view.deed_wanted.emit("assessments", "")
    read = page.findChild(KeptDialog)
    assert read.chosen.count() == 2
    read.discard()
    free()


def test_the_shelf_offers_what_fits_the_entry_and_lists_what_is_kept(vault, entry, kept):
    assert [key for key, _words in deeds.offered(vault, entry)] == ["assess"]
    assert [key for key, _words in deeds.offered(vault, kept)] == ["assess:built_in"]
    [group] = deeds.groups(kept)
    [(label, told)] = group.facts
    assert label == "Innebygd personvern, 22. november 2026"
    assert told.startswith("Tiltak trengst\n")
    assert "Solveig Testnes" in told
    assert group.actions[0][0] == "assessments"
    [empty] = deeds.groups(entry)
    assert (empty.facts, empty.actions) == ((), ())


def test_choosing_opens_the_assessment_in_the_place_of_the_choice(vault, entry, window, qtbot):
    assert dialogs.do(window, vault, entry, "assess", _nothing)
    chooser = window.findChild(ChooseDialog)
    offered = [
        one for one in chooser.findChildren(QPushButton) if one.property("kind_of_assessment")
    ]
    assert len(offered) == len(rules.OFFERED[entry.kind])
    Person(qtbot, chooser).press(offered[0])
    assert window.findChild(AssessmentDialog).kind is Kind.LAWFUL_BASIS
    assert not dialogs.do(window, vault, entry, "approve", _nothing)


def test_a_kept_assessment_is_written_to_word_and_noted_with_the_entry(
    vault, kept, window, qtbot, answers, tmp_path
):
    dialog = KeptDialog(vault, kept, window)
    dialog.open()
    path = tmp_path / "vurdering.docx"
    answers(path)
    Person(qtbot, dialog).press(dialog.save_button)
    written = docx.Document(str(path))
    cells = [cell.text for table in written.tables for row in table.rows for cell in row.cells]
    assert "Leverandøren er spurd." in cells
    assert "Logging kjem til våren." in [one.text for one in written.paragraphs]
    assert [one.file_name for one in documents_of(vault.db, kept.id)] == ["vurdering.docx"]
    service.change_entry(vault, kept.id, replace(kept.content, owner="IT-leiar"))
    assert stale_documents(vault.db, kept.id) == ()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_report_with_every_answer(kind, language, municipality):
    special = {"data": "Namn\tspecial\t24", "subjects": "Barn\tyes", "begins": "2027-03-01"}
    given = {
        one.id: special.get(one.id) or (one.choices[0] if one.choices else "yes")
        for one in questionnaire(kind).questions
        if one.type.value not in ("unit", "system")
    }
    made = Assessment(
        kind=kind.value,
        made_on=date(2026, 11, 22),
        made_by="Solveig Testnes",
        answers=tuple(given.items()),
        conclusion="Slik er det.",
    )
    letter = report(made, about="Opptak", municipality=municipality, language=language, names={})
    lines = letter.text().split("\n")
    assert "Slik er det." in lines
    texts = [one.id for one in questionnaire(kind).questions if one.id in given]
    asked = words(kind, language).questions
    assert [one for one in texts if asked[one].text not in lines] == []
    assert letter.template == f"assessment_{kind}"
