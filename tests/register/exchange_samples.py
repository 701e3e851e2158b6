"""A full activity, a record to give out, and sheets made elsewhere."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.ids import UserId
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    After,
    Answer,
    Automated,
    DataCategory,
    Dpia,
    InformationWay,
    Law,
    LawfulBasis,
    Party,
    Provision,
    Purpose,
    Retention,
    Security,
    Sensitivity,
    SpecialBasis,
    Step,
    Subject,
    Transfer,
    TransferGround,
    Unstructured,
)
from gdpr_desktop.register.entries.model import Entry, EntryId, EntryKind, EntryState
from gdpr_desktop.register.exchange import checking, editing, headers
from gdpr_desktop.register.exchange.model import Existing, Plan, Snapshot
from gdpr_desktop.register.processors.model import Agreement, Assignment, Processor
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.register.units.model import Unit
from gdpr_desktop.tables.workbook import read_book

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
NN, NB = Language.NYNORSK, Language.BOKMAL
ACT = Law(act=Bilingual(nn="barnehagelova", nb="barnehageloven"), section="§ 18")
HIDDEN = "internt-"  # what must never stand in the authority's layout begins like this


def entry(number: int, content: Any, state: EntryState = EntryState.APPROVED) -> Entry:
    """``content`` as it stands in the record."""
    return Entry(
        id=EntryId(number),
        kind=content.KIND,
        name=content.title,
        state=state,
        content=content,
        revision=1,
        created_by=UserId(1),
        created_at=NOW,
        changed_at=NOW,
        changed_by="Solveig",
    )


UNIT = entry(11, Unit(name=same(f"{HIDDEN}eining")), EntryState.DRAFT)
SYSTEM = entry(12, System(name=f"{HIDDEN}system"), EntryState.DRAFT)
PROCESSOR = entry(
    13,
    Processor(name=f"{HIDDEN}leverandør", agreements=(Agreement(signed_on=date(2024, 2, 3)),)),
)


def _lawfulness() -> dict[str, Any]:
    task = LawfulBasis(basis=Basis.PUBLIC_TASK, laws=(ACT,))
    fair = LawfulBasis(basis=Basis.CONTRACT, contract=f"{HIDDEN}kontrakt")
    return {
        "purposes": (
            Purpose(
                text=Bilingual(nn="Å gi barn plass", nb="Å gi barn plass i barnehage"),
                bases=(task,),
                reason=f"{HIDDEN}grunn",
            ),
            Purpose(text=same("Betaling"), bases=(fair,), public_task=False),
        ),
        "special": (SpecialBasis(condition=Condition.SUBSTANTIAL_PUBLIC_INTEREST, laws=(ACT,)),),
        "criminal": (Law(act=same(f"{HIDDEN}lov"), section="§ 7"),),
        "dpia": Dpia(
            needed=Answer.YES, reason=f"{HIDDEN}r", done_on=date(2024, 3, 1), reference=f"{HIDDEN}d"
        ),
        "automated": Automated(permitted_by="22(2)(b)", logic=same(f"{HIDDEN}logikk")),
        "risk_assessed_on": date(2023, 4, 5),
        "review_on": date(2027, 6, 7),
        "profiling": Answer.NO,
        "unstructured": Unstructured(allowed=Answer.YES, reason=f"{HIDDEN}fil"),
        "steps": (Step(text=f"{HIDDEN}steg"),),
    }


def _data() -> dict[str, Any]:
    kept = Retention(months=24, counted_from=same("slutt"), then=After.ARCHIVE, law=ACT)
    health = DataCategory(
        text=same("Helse, allergi [lege]"),
        sensitivity=Sensitivity.SPECIAL,
        subjects=("Barn",),
        retention=Retention(criteria=same("så lenge barnet går der")),
    )
    return {
        "subjects": (Subject(text=same("Barn"), vulnerable=True), Subject(text=same("Føresette"))),
        "data": (
            DataCategory(text=same("Namn"), retention=kept),
            health,
            DataCategory(text=same("Bilete"), retention=Retention(permanent=True, law=ACT)),
            DataCategory(text=same("E-post")),
        ),
        "sources": (Party(text=same(f"{HIDDEN}kjelde"), subject=True),),
        "recipients": (
            Party(text=same("NAV"), confidential=True, lifted_by=ACT),
            Party(text=same("Kommunerevisjonen"), released=True, purpose=same("Kontroll")),
        ),
        "transfers": (
            Transfer(
                country="US",
                recipient="Skyfirma",
                ground=TransferGround.STANDARD_CLAUSES,
                safeguards=same("kopi hos oss"),
                support=True,
            ),
        ),
        "security": Security(
            physical=same("Lås"),
            technical=same("=HYPERLINK(1)\nLogg"),
            organisational=same("Opplæring"),
        ),
    }


def full(name: str = "Opptak i barnehage") -> Activity:
    """An activity with something in every field."""
    return Activity(
        name=Bilingual(nn=name, nb=f"{name} (bokmål)"),
        number="00012",
        unit_id=UNIT.id,
        responsible=f"{HIDDEN}rolle",
        description=same(f"{HIDDEN}skildring"),
        systems=(SYSTEM.id,),
        processors=(PROCESSOR.id,),
        outside_eea=Answer.YES,
        information=(InformationWay.FORM, InformationWay.LETTER),
        provision=Provision.STATUTORY,
        starts=date(2020, 1, 2),
        note=f"{HIDDEN}merknad\ni to linjer",
        **_lawfulness(),
        **_data(),
    )


def assignment() -> Assignment:
    """Something that is done for another municipality."""
    return Assignment(
        name=same("Løn for nabokommunen"),
        controller="Nabovik kommune",
        controller_contact="post@nabovik.example",
        categories=same("Utbetaling av løn"),
        note=f"{HIDDEN}notat",
        agreement=Agreement(note=f"{HIDDEN}avtale"),
    )


def snapshot(municipality: Municipality, *entries: Entry) -> Snapshot:
    """A record with these activities, or with one that is full."""
    found = entries or (entry(1, full()),)
    return Snapshot(
        municipality=municipality,
        day=DAY,
        activities=tuple(one for one in found if one.kind is EntryKind.ACTIVITY),
        assignments=(entry(21, assignment()),),
        others={one.id: one for one in (UNIT, SYSTEM, PROCESSOR)},
    )


def opened(data: bytes) -> Any:
    """The workbook as openpyxl has it."""
    return load_workbook(io.BytesIO(data))


def header_columns(sheet: Any, row: int) -> dict[str, int]:
    """Heading to column."""
    return {cell.value: cell.column for cell in sheet[row] if cell.value}


def foreign(path: Path, rows: Iterable[Sequence[object]], title: str = "Protokoll") -> Path:
    """A workbook made elsewhere."""
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def planned(
    path: Path, record: Snapshot, existing: Existing = Existing.SKIP, language: Language = NN
) -> Plan:
    """What importing ``path`` would do, with the columns as they are proposed."""
    book = read_book(path)
    edited = editing.read_hidden(book)
    plan = headers.propose(book, edited, language)
    return checking.make_plan(book, plan, edited, record, existing)
