"""The whole way of a breach, by hand: from the call to the closed case, in both written forms."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook
from PySide6.QtWidgets import QCheckBox

from breaches.by_hand import Hand
from breaches.conftest import NOW
from breaches.many.test_many_dialog import at, drop
from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.assessing.advice import Weight
from gdpr_desktop.breaches.assessing.severity import DataClass, Identifier
from gdpr_desktop.breaches.codes import (
    BreachKind,
    Cause,
    Consequence,
    DataCategory,
    Incident,
    Known,
    Ongoing,
    Origin,
    PeopleCategory,
    PeopleTelling,
    Protection,
    Seen,
    TellingChannel,
    TellingState,
)
from gdpr_desktop.breaches.dialogs.log import LogDialog
from gdpr_desktop.breaches.dialogs.many import Step as ManyStep
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseFilter
from gdpr_desktop.core import text
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.ui import tasks
from gdpr_desktop.vault import Vault

MANY = 300
TITLE = "Regneark på nettsida"
DECIDER, ROLE = "Tore Testvik", "kommunedirektør"
LATE = "Datasenteret var nede"
FOREIGN = {  # words that only the other written form has, or English
    Language.NYNORSK: re.compile(r"\b(ikke|fra|hvem|hva|dere|jeg|ble|the|and|was)\b", re.I),
    Language.BOKMAL: re.compile(r"\b(ikkje|frå|kven|kva|dykk|eg|blei|dei|the|was)\b", re.I),
}


@dataclass
class Job:
    """One case in one written form; ``out`` is where files go."""

    hand: Hand
    vault: Vault
    clock: FixedClock
    language: Language
    out: Path
    answers: Callable[..., None]
    case_id: CaseId = field(default=CaseId(0))

    def wait(self, hours: float) -> None:
        """So many hours go by."""
        self.clock.instant += timedelta(hours=hours)

    def export(self, dialog: DocumentDialog, name: str) -> str:
        """Save what it shows to Word, and read that back."""
        path = self.out / f"{name}.docx"
        self.answers(path)
        self.hand.press(dialog.save_button)
        assert not dialog.isVisible()
        return read(path)


def read(path: Path | io.BytesIO) -> str:
    """All the words of a Word file."""
    found = Document(path if isinstance(path, io.BytesIO) else str(path))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in found.paragraphs), *cells])


@pytest.fixture(params=Language)
def job(request, officer, clock, qtbot, qapp, answers, tmp_path) -> Job:
    """An empty log in one written form."""
    text.set_language(request.param)
    officer.save_municipality(replace(officer.municipality(), language=request.param))
    out = tmp_path / "ut"
    out.mkdir()
    hand = Hand(qtbot, officer)
    return Job(hand, officer, clock, request.param, out, answers)


def test_a_breach_goes_from_the_call_to_the_archive_and_is_found_again(job):
    register(job)
    go_through_the_first_hour(job)
    describe(job)
    assess(job)
    decide(job)
    printed = [notify_late(job)]
    printed += write_to_many(job)
    follow_up_twice(job)
    take_measures(job)
    printed += [learn_and_report(job), file_and_close(job), export_log(job)]
    assert [FOREIGN[job.language].findall(one) for one in printed] == [[]] * len(printed)
    find_again(job)


def register(job: Job) -> None:
    hand = job.hand
    made = hand.new()
    hand.type_in(made.title_line, TITLE)
    hand.type_in(made.what, "Regnearket stod ope")
    hand.type_in(made.discovered_by, "Nora Testdal")
    made.incident.set_value(Incident.PUBLISHING)
    made.ongoing.set_value(Ongoing.NO)
    hand.save(made)
    found = hand.breach
    job.case_id = found.case.id
    assert (found.intake.title, found.intake.discovered) == (TITLE, NOW)
    assert hand.view.face().big.startswith("72")


def go_through_the_first_hour(job: Job) -> None:
    made = job.hand.go_on(Action.FIRST_HOUR)
    for point in ("stop", "take_down"):
        job.hand.press(made.rows[point].box)
    made.scroll_area.ensureWidgetVisible(made.over)
    job.hand.press(made.over)
    job.hand.save(made)
    assert job.hand.breach.first_hour_done


def describe(job: Job) -> None:
    hand = job.hand
    made = hand.go_on(Action.COURSE)
    tick(hand, made.causes, Cause.HUMAN)
    made.origin.set_value(Origin.INTERNAL_ACCIDENT)
    hand.type_in(made.cause, "Feil fil")
    hand.save(made)
    made = hand.go_on(Action.SCOPE)
    tick(hand, made.kinds, BreachKind.CONFIDENTIALITY)
    made.people_count.known.set_value(Known.EXACT)
    hand.type_in(made.people_count.number, str(MANY))
    tick(hand, made.data, DataCategory.NAME, DataCategory.IDENTITY_NUMBER)
    hand.choose(made.seen, Seen.UNKNOWN)
    hand.choose(made.protection, Protection.NONE)
    tick(hand, made.consequences, Consequence.IDENTITY_THEFT)
    made.record.systems.line.set_text("Nettsida")
    hand.press(made.record.systems.add_button)
    hand.save(made)
    assert hand.breach.scope.people_count.number == MANY


def tick(hand: Hand, checks, *values) -> None:
    for value in values:
        box: QCheckBox = checks._boxes[value]
        hand.press(box)
        assert box.isChecked(), value


def assess(job: Job) -> None:
    hand = job.hand
    made = hand.go_on(Action.ASSESS)
    for factor in made.factors.values():
        hand.choose(factor.weight, Weight.MUCH)
    enisa = made.severity
    hand.choose(enisa.data, DataClass.SIMPLE)
    hand.choose(enisa.contexts[DataClass.SIMPLE], 3)
    enisa.identifier.set_value(Identifier.NUMBER)
    hand.choose(enisa.eases[Identifier.NUMBER], 1.0)
    hand.choose(enisa.malicious, False)
    assert made.assessment() is not None
    hand.type_in(made.note, "Alle kan ha lese lista")
    hand.save(made)
    made = hand.go_on(Action.ADVICE)
    hand.type_in(made.why, "Risikoen er stor")
    hand.save(made)


def decide(job: Job) -> None:
    hand = job.hand
    made = hand.go_on(Action.DECISION)
    assert made.authority.value()
    assert made.people.value() is PeopleTelling.MUST
    hand.type_in(made.name, DECIDER)
    hand.type_in(made.role, ROLE)
    hand.save(made)
    assert hand.breach.decision.name == DECIDER
    assert hand.view.next_of(hand.breach) is Step.NOTIFY


def notify_late(job: Job) -> str:
    """Nobody gets round to it before the 72 hours have gone: the reason is asked for."""
    hand = job.hand
    job.wait(75)
    assert hand.breach.clock.due < job.clock.now()
    sheet = hand.go_on(Action.SHEET)
    hand.press(sheet.save_button)
    told = job.export(hand.dialog(), "skjema")
    sheet.discard()
    made = hand.open(Action.NOTIFY)
    hand.type_in(made.receipt, "AR-1")
    hand.type_in(made.by, DECIDER)
    hand.press(made.asked)
    made.follow_up_on.set_date(job.clock.today() + timedelta(days=7))
    hand.press(made.save_button)
    assert made.isVisible()
    assert made.late_row.problem
    hand.type_in(made.late_reason, LATE)
    hand.save(made)
    first = hand.breach.notifications[0]
    assert (first.late_reason, first.receipt, bool(first.missing)) == (LATE, "AR-1", True)
    return told


def write_to_many(job: Job) -> list[str]:
    """Three hundred rows become three hundred letters in one file."""
    hand = job.hand
    made = hand.open(Action.LETTER_MANY)
    drop(made, address_list(job.out))
    at(hand.qtbot, made, ManyStep.COLUMNS)
    hand.press(made.save_button)
    at(hand.qtbot, made, ManyStep.PEOPLE)
    assert len(made.people_step.people()) == MANY
    hand.press(made.save_button)
    measures = made.letter_step.form_page.findChild(object, "measures_done")
    hand.type_in(measures, "Lista er borte")
    hand.press(made.save_button)
    at(hand.qtbot, made, ManyStep.OUTPUT)
    path = job.out / "brev.docx"
    job.answers(path)
    with hand.qtbot.waitSignal(made.accepted_value):
        hand.press(made.save_button)
    letters = read(path)
    assert [letters.count(f"Person {number}\n") for number in range(1, MANY + 1)] == [1] * MANY
    told = hand.open(Action.TOLD)
    hand.choose(told.state, TellingState.ALL)
    hand.type_in(told.number, str(MANY))
    assert told.channels.value() == (TellingChannel.LETTER,)
    hand.save(told)
    assert hand.breach.told is TellingState.ALL
    return [letters]


def address_list(folder: Path) -> Path:
    """As a municipality has it: a heading, and a row to each."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Namn", "Adresse", "Postnr", "Poststad"])
    for number in range(1, MANY + 1):
        sheet.append([f"Person {number}", f"Vegen {number}", "6100", "Fjellvik"])
    path = folder / "liste.xlsx"
    book.save(path)
    return path


def follow_up_twice(job: Job) -> None:
    """The authority gets what was missing in two rounds, the second one with nothing left."""
    hand = job.hand
    job.wait(24)
    add_measures(job)
    for receipt, missing in (("AR-2", "Loggen"), ("AR-3", "")):
        job.wait(24)
        made = hand.open(Action.FOLLOW_UP)
        hand.type_in(made.receipt, receipt)
        hand.type_in(made.by, DECIDER)
        hand.press(made.asked)
        hand.type_in(made.missing, missing)
        if missing:
            made.follow_up_on.set_date(job.clock.today() + timedelta(days=3))
            hand.save(made)
            complete_the_sheet(job)
        else:
            hand.save(made)
    found = hand.breach
    assert [one.receipt for one in found.notifications] == ["AR-1", "AR-2", "AR-3"]
    assert not found.notifications[-1].missing


def add_measures(job: Job) -> None:
    hand = job.hand
    made = hand.open(Action.MEASURE_ADD)
    hand.type_in(made.title, "Kurs")
    hand.type_in(made.responsible, "HR")
    made.due.set_date(job.clock.today() + timedelta(days=14))
    hand.save(made)
    made = hand.open(Action.MEASURE_ADD)
    hand.type_in(made.title, "Fjerne fila")
    hand.choose(made.state, True)
    hand.type_in(made.note, "Fila er sletta")
    hand.save(made)


def complete_the_sheet(job: Job) -> None:
    """What the authority was told would follow."""
    hand = job.hand
    made = hand.open(Action.SCOPE)
    tick(hand, made.people, PeopleCategory.PUPILS)
    hand.type_in(made.where_now, "Sletta")
    hand.type_in(made.measures_before, "Rutine for publisering")
    hand.save(made)


def take_measures(job: Job) -> None:
    hand = job.hand
    made = hand.go_on(Action.MEASURE_DONE)
    hand.type_in(made.what, "Kurset er over")
    hand.save(made)
    hand.press_next(Action.MEASURES_SETTLED)
    assert hand.breach.measures_settled
    assert all(one.done for one in hand.breach.measures)


def learn_and_report(job: Job) -> str:
    hand = job.hand
    made = hand.go_on(Action.LESSONS)
    hand.type_in(made.learnt, "To ser over lister")
    hand.save(made)
    told = job.export(hand.open(Action.INTERNAL_REPORT), "rapport")
    assert TITLE in told
    return told


def file_and_close(job: Job) -> str:
    hand = job.hand
    told = job.export(hand.go_on(Action.DOCUMENTATION), "dokumentasjon")
    assert all(one in told for one in (LATE, DECIDER, "AR-3", str(MANY)))
    made = hand.open(Action.FILE)
    hand.type_in(made.archive_number, "26/1234")
    hand.save(made)
    hand.save(hand.go_on(Action.CLOSE))
    found = read_breach(job.vault, job.case_id)
    assert (found.case.outcome, found.case.open) == ("notified", False)
    return told


def export_log(job: Job) -> str:
    """The log of the year, as a workbook and as a document."""
    hand = job.hand
    for kind in ("xlsx", "docx"):
        hand.press(hand.page.log_button)
        made: LogDialog = hand.dialog()
        made.format.set_value(kind)
        job.answers(job.out / f"logg.{kind}")
        with hand.qtbot.waitSignal(made.accepted_value):
            hand.press(made.save_button)
    tasks.runner().wait()
    book = load_workbook(job.out / "logg.xlsx").active
    assert TITLE in [cell.value for row in book.iter_rows() for cell in row]
    return read(job.out / "logg.docx")


def find_again(job: Job) -> None:
    """Closed, it stands in no list of open cases, and is found by a word of it."""
    page = job.hand.page
    page.refresh()
    assert page.model.rowCount() == 0
    page.show_list(CaseFilter.CLOSED)
    job.hand.type_in(page.search, "regneark")
    job.hand.qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.show_case(page.model.row(0).id)
    assert page.case_view.found.case.id == job.case_id
    codes = [one.code for one in cases.timeline(job.vault.db, job.case_id)]
    assert codes.count("breach_followed_up") == 2
