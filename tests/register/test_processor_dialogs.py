"""The forms of processors, what we do for others, cooperation, systems and units."""

import gc
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gdpr_desktop.core import text
from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.register.activities.parts import Answer, Transfer, TransferGround
from gdpr_desktop.register.arrangements.dialogs import ArrangementDialog
from gdpr_desktop.register.arrangements.dialogs import do as print_essence
from gdpr_desktop.register.arrangements.model import Arrangement, Duty
from gdpr_desktop.register.assignments.dialogs import AssignmentDialog
from gdpr_desktop.register.documents import documents_of
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.dialogs.ending import ReplaceDialog
from gdpr_desktop.register.entries.model import Entry, EntryId
from gdpr_desktop.register.entries.widgets.entry_page import EntryPage
from gdpr_desktop.register.page import shelf_of
from gdpr_desktop.register.processors.dialogs.agreement import AgreementDialog
from gdpr_desktop.register.processors.dialogs.asking import AskDialog
from gdpr_desktop.register.processors.dialogs.processor import ProcessorDialog
from gdpr_desktop.register.processors.model import (
    CLAUSES,
    Agreement,
    Assignment,
    Audit,
    Processor,
    SubProcessor,
)
from gdpr_desktop.register.systems.dialogs import SystemDialog
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.register.units.dialogs import UnitDialog, open_list
from gdpr_desktop.register.units.model import Unit
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault
from ui import walk

DAY = date(2025, 8, 16)
AGREEMENT = Agreement(
    name="Skule 2025",
    signed_on=DAY,
    clauses=CLAUSES[:6],
    sub_processors=(SubProcessor(name="Drift AB", country="SE", approved_on=DAY),),
    audits=(Audit(planned=DAY, result="Ingen funn"),),
)
TRANSFER = Transfer(
    country="US",
    recipient="Sky Inc",
    ground=TransferGround.STANDARD_CLAUSES,
    safeguards=Bilingual(nn="Standardavtale", nb="Standardkontrakt"),
    support=True,
)
PROCESSOR = Processor(
    name="Skysystem AS",
    contact="Ola Leverandør",
    address="Datavegen 3\n0150 Oslo",
    agreements=(AGREEMENT,),
    transfers=(TRANSFER,),
    outside_eea=Answer.YES,
)
CONTENTS = {
    ProcessorDialog: PROCESSOR,
    AssignmentDialog: Assignment(
        name=same("Lønn for andre"), agreement=AGREEMENT, transfers=(TRANSFER,)
    ),
    ArrangementDialog: Arrangement(
        name=same("Felles barnevern"),
        partners=("Fjordvik kommune", "Storfjord kommune"),
        duties=(Duty(duty="contact", who="Fjordvik"), Duty(duty="own", who="Begge")),
        essence=same("Fjordvik svarar."),
    ),
    SystemDialog: System(name="Skulesystem", country="SE", in_use_from=DAY, review_on=DAY),
    UnitDialog: Unit(name=same("Skule"), responsible=same("rektor")),
}


class Longer:
    """A language with longer words than ours."""

    def gettext(self, message: str) -> str:
        return message + "x" * round(len(message) * 0.4)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one if count == 1 else many)


@pytest.fixture
def parent(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    yield made
    for dialog in made.findChildren(QDialog):
        if isValid(dialog) and dialog.isVisible():
            dialog.discard()


def saved(vault: Vault, content: object) -> Entry:
    return store.entry(vault.db, EntryId(service.add_entry(vault, content).id))


def walked(make: Callable[[], QDialog], qtbot: QtBot) -> None:
    """Names everywhere, nothing cut; gone when closed."""
    dialog = make()
    dialog.open()
    qtbot.wait(20)
    assert walk.nameless(dialog) + walk.cut(dialog) == []
    watched = weakref.ref(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert watched() is None


@pytest.mark.parametrize("kind", CONTENTS, ids=lambda kind: kind.__name__)
def test_form_gives_back_what_it_was_given_and_goes_when_closed(
    vault, parent, qtbot, answers, monkeypatch, kind
):
    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    entry = saved(vault, CONTENTS[kind])

    def make() -> QDialog:
        made = kind(vault, entry, parent)
        assert made.content() == entry.content
        return made

    walked(make, qtbot)


def test_other_dialogs_have_names_and_go_when_closed(vault, parent, qtbot, answers, monkeypatch):
    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    walked(partial(AgreementDialog, vault, AGREEMENT, parent), qtbot)
    walked(partial(AskDialog, vault, saved(vault, PROCESSOR), parent), qtbot)


def test_agreement_is_added_inside_the_form_of_the_processor(vault, parent):
    dialog = ProcessorDialog(vault, None, parent)
    dialog.open()
    dialog.name.set_text("Ny AS")
    dialog.agreements.add_button.click()
    inner = next(one for one in parent.findChildren(AgreementDialog))
    inner.part.name.set_text("Avtale A")
    sentence = inner.part.clauses.findChildren(QLabel)[0]
    QTest.mouseClick(sentence, Qt.MouseButton.LeftButton)
    inner.save_button.click()
    assert dialog.is_dirty()
    assert dialog.draft_state()["agreements"][0]["name"] == "Avtale A"
    dialog.save_button.click()
    (number,) = [n for n, name in store.names(vault.db, Processor.KIND) if name == "Ny AS"]
    (agreement,) = store.entry(vault.db, number).content.agreements
    assert (agreement.name, agreement.clauses) == ("Avtale A", ("a",))


def test_day_that_is_none_is_told_at_its_table(vault, parent):
    dialog = AgreementDialog(vault, None, parent)
    dialog.open()
    dialog.part.sub_processors.set_rows([("Drift AB", "SE", "", "40.1.")])
    dialog.part.signed_on.set_date(DAY)
    dialog.part.runs_out.set_date(date(2024, 1, 1))
    dialog.save_button.click()
    assert dialog.isVisible()
    rows = {row.field.objectName(): row.problem for row in _rows(dialog) if row.problem}
    assert set(rows) == {"sub_processors", "runs_out"}
    assert "1" in rows["sub_processors"]


def _rows(dialog: QDialog) -> list:
    from gdpr_desktop.ui.forms import FieldRow

    return dialog.findChildren(FieldRow)


def test_countries_can_be_pasted_by_name_or_code(vault, parent):
    dialog = ProcessorDialog(vault, None, parent)
    QGuiApplication.clipboard().setText("Noreg\tA\nin\tB")
    dialog.transfers.paste()
    assert [row[0] for row in dialog.transfers.rows()] == ["NO", "IN"]
    dialog.deleteLater()


def test_asking_writes_the_letter_and_waits_for_the_answer(
    vault, parent, answers: Callable[..., None], tmp_path
):
    page = EntryPage(vault, shelf_of("processors"))
    page.setParent(parent)
    entry = saved(vault, PROCESSOR)
    page.refresh()
    page.show_entry(entry.id)
    page.entry_view.deed_wanted.emit("ask", "")
    dialog = next(one for one in parent.findChildren(AskDialog))
    dialog.remark.set_text("Ring gjerne.")
    answers(tmp_path / "brev.docx")
    dialog.save_button.click()
    letter = "\n".join(one.text for one in Document(str(tmp_path / "brev.docx")).paragraphs)
    assert "Bokstav g" in letter
    assert "Ring gjerne." in letter
    content = store.entry(vault.db, entry.id).content
    assert content.agreements[0].asked_on == vault.clock.today()
    assert [one.file_name for one in documents_of(vault.db, entry.id)] == ["brev.docx"]


def test_answer_cannot_be_wanted_yesterday(vault, parent):
    dialog = AskDialog(vault, saved(vault, PROCESSOR), parent)
    dialog.open()
    dialog.answer_by.set_date(vault.clock.today())
    assert [one.field for one in dialog.field_problems()] == ["answer_by"]


def test_reports_are_exported_and_kept_with_what_they_were_made_of(
    vault, parent, answers, tmp_path
):
    done: list[object] = []
    entry = saved(vault, replace(CONTENTS[ArrangementDialog], published="fjordvik.example"))
    unit = saved(vault, CONTENTS[UnitDialog])
    print_essence(parent, vault, entry, "print", done.append)
    _export(parent, answers, tmp_path / "samarbeid.docx")
    open_list(parent, vault, "list", done.append)
    _export(parent, answers, tmp_path / "ansvar.docx")
    assert len(done) == 2
    assert [one.kind for one in documents_of(vault.db, entry.id)] == ["arrangement_essence"]
    assert [one.kind for one in documents_of(vault.db, unit.id)] == ["responsibility_list"]


def _export(parent: QWidget, answers: Callable[..., None], path) -> None:
    dialog = next(one for one in parent.findChildren(QDialog) if one.isVisible())
    answers(path)
    dialog.save_button.click()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert path.exists()


def test_processor_that_goes_is_replaced_where_it_stands(vault, parent, activity):
    old = saved(vault, PROCESSOR)
    new = saved(vault, replace(PROCESSOR, name="Nysystem AS"))
    user = saved(vault, replace(activity, processors=(old.id,)))
    dialog = ReplaceDialog(vault, old, parent)
    dialog.open()
    dialog.other.set_value(new.id)
    dialog.save_button.click()
    assert store.entry(vault.db, user.id).content.processors == (new.id,)


def test_norwegian_organisation_number_is_checked(vault, parent):
    dialog = ProcessorDialog(vault, saved(vault, PROCESSOR), parent)
    dialog.open()
    dialog.organisation_number.set_text("312 345 677")
    dialog.save_button.click()
    assert [row.field.objectName() for row in _rows(dialog) if row.problem] == [
        "organisation_number"
    ]
    dialog.organisation_number.set_text("312 345 676")
    assert dialog.content().organisation_number == "312345676"
