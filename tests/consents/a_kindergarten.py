"""A kindergarten with a form for pictures: the children of its list, and a person at work on it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from PySide6.QtWidgets import QApplication

from consents.by_hand import Hand
from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.codes import Reason
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.actions import Action
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.model import Consent, Subject
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.model import Group
from gdpr_desktop.consents.renewal.upkeep import catch_up
from gdpr_desktop.consents.validity import validity
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.ui import tasks
from gdpr_desktop.vault import Vault

FIRST = "Ada Bo Dina Elias Frida Georg Hanna Isak Jenny Kasper Lea Magnus Nora Oda Peder".split()
FIRST += "Ronja Sander Stina Tiril Ulrik Vilde Yngve Ziva Ørjan Åse".split()
CHILDREN = tuple(f"{one} Testhaug" for one in FIRST)
APART, LEAP, TEEN, ONE_PARENT = CHILDREN[2], CHILDREN[3], CHILDREN[5], CHILDREN[6]
SOME, ALL_OF_IT, NEVER = CHILDREN[7], CHILDREN[8], CHILDREN[9]
ASKED_FOR = CHILDREN[10]
BACK = CHILDREN[:20]  # whose forms come back

WHY_NOT = {  # may no picture of them stand on the website
    APART: Reason.DISAGREE,
    ONE_PARENT: Reason.MISSING_GIVER,
    SOME: Reason.WITHDRAWN,
    ALL_OF_IT: Reason.WITHDRAWN,
    NEVER: Reason.REFUSED,
}
TICKED, BOX = "☑☒✓✔", re.compile(r'w14:checked w14:val="(.)"')
MISSING = {
    Language.NYNORSK: {
        8: "Skriv korleis folk når eininga.",
        15: "Skriv kva rolle som har ansvar for skjemaet: Det skal følgjast opp kvart år.",
    },
    Language.BOKMAL: {
        8: "Skriv hvordan folk når enheten.",
        15: "Skriv hvilken rolle som har ansvar for skjemaet: Det skal følges opp hvert år.",
    },
}
FOREIGN = {  # words that only the other written form has, or English
    Language.NYNORSK: re.compile(r"\b(ikke|fra|hvem|hva|dere|jeg|ble|the|and|was)\b", re.I),
    Language.BOKMAL: re.compile(r"\b(ikkje|frå|kven|kva|dykk|eg|blei|dei|the|was)\b", re.I),
}


@dataclass
class Job:
    """One form in one written form; ``out`` is where files go."""

    hand: Hand
    vault: Vault
    clock: FixedClock
    language: Language
    out: Path
    answers: Callable[..., None]
    form_id: CaseId = field(default=CaseId(0))

    @property
    def form(self) -> Form:
        """As it is kept."""
        return forms.form(self.vault.db, self.form_id)

    @property
    def group(self) -> Group:
        """The only one there is."""
        (found,) = groups.groups(self.vault.db, self.vault.actor)
        return found

    def consent(self, name: str) -> Consent:
        """The one of a child."""
        (found,) = self.consents(name)
        return found

    def consents(self, name: str) -> tuple[Consent, ...]:
        """All there are of a child of the list."""
        group_id = self.group.id
        assert group_id is not None
        members = groups.members(self.vault.db, group_id)
        born = next(one.birth_date for one in members if one.name == name)
        wanted = store.match(Subject(name=name, birth_date=born))
        return store.of_person(self.vault.db, wanted)

    def day(self, year: int, month: int, day: int) -> None:
        """That morning the register is opened."""
        self.clock.instant = datetime(year, month, day, 9, tzinfo=UTC)
        catch_up(self.vault)

    def export(self, dialog: DocumentDialog, name: str) -> str:
        """Save what it shows to Word, and read that back."""
        path = self.out / f"{name}.docx"
        self.answers(path)
        self.hand.press(dialog.save_button)
        assert not dialog.isVisible()
        return read(path)


def read(path: Path) -> str:
    """All the words of a Word file."""
    found = Document(str(path))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in found.paragraphs), *cells])


def worth(job: Job, name: str) -> tuple[Reason, ...]:
    """What is wrong with the consent of a child today."""
    return validity(job.consent(name), job.form, job.clock.today()).reasons


def school_list(folder: Path) -> Path:
    """As a kindergarten has it; one child stands there twice, one parent has an own address."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Namn", "Fødselsdato", "Foresatt 1", "Foresatt 2", "Foresatt 2 adresse"])
    for at, name in enumerate(CHILDREN):
        born = {LEAP: "29.2.2024", TEEN: "15.12.2011"}.get(name, f"{at + 1}.3.2022")
        first = name.split()[0]
        address = "Nyvegen 2, 6100 Fjellvik" if name == APART else None
        sheet.append([name, born, f"Mor til {first}", f"Far til {first}", address])
    sheet.append([CHILDREN[0], "1.3.2022", "Mor til Ada", "Far til Ada", None])
    path = folder / "liste.xlsx"
    book.save(path)
    return path


def check_forms(job: Job, path: Path) -> str:
    """One for each child, two where the parents live apart: boxes empty, each with its lines."""
    found, printed = Document(str(path)), read(path)
    copies, purposes = len(CHILDREN) + 1, len(job.form.draft.purposes)
    boxes = BOX.findall(found.element.xml)
    assert len(boxes) == copies * (3 * purposes + 1), "yes and no, and the slip with all or some"
    assert set(boxes) == {"0"}
    assert not any(box in printed for box in TICKED)
    number = cases.case(job.vault.db, job.form_id).number
    footers = {one.footer.paragraphs[0].text for one in found.sections}
    assert len(footers) == 1
    assert footers.pop().endswith(f" {number}, versjon 1")
    signed = [one for one in printed.splitlines() if one.startswith("Underskrift, ")]
    for name in CHILDREN:
        for who in ("Mor", "Far"):
            assert signed.count(f"Underskrift, {who} til {name.split()[0]}") == 1
    return printed


def ask(job: Job, name: str) -> str:
    """The letters to those who are to answer anew."""
    hand = job.hand
    made = hand.go_on(hand.forms, Action.RENEW)
    path = job.out / f"{name}.docx"
    job.answers(path)
    with hand.qtbot.waitSignal(made.accepted_value):
        hand.press(made.save_button)
    tasks.runner().wait()
    QApplication.processEvents()
    return read(path)
