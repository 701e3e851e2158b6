"""Pictures of processing activities: the shelf, every section of the form, the small forms."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.dialogs.activity import ActivityDialog
from gdpr_desktop.register.activities.dialogs.basis import PurposeDialog, SpecialDialog
from gdpr_desktop.register.activities.dialogs.flows import PartyDialog, StepDialog, TransferDialog
from gdpr_desktop.register.activities.dialogs.people import CategoryDialog, SubjectDialog
from gdpr_desktop.register.activities.dialogs.printing import print_dialog
from gdpr_desktop.register.activities.dialogs.retention import RetentionDialog
from gdpr_desktop.register.activities.facts import PARTS
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    Answer,
    DataCategory,
    Law,
    LawfulBasis,
    Party,
    Purpose,
    Retention,
    SpecialBasis,
    Subject,
    Transfer,
    TransferGround,
)
from gdpr_desktop.register.acts import act_named
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import EntryId, EntryKind

_LAW = Law(act=act_named("barnehagelova"), section="§ 18")
SAMPLE = Activity(
    name=same("Opptak i barnehage"),
    responsible="styrar",
    purposes=(
        Purpose(
            text=Bilingual(nn="Å gi barn plass i barnehage", nb="Å gi barn plass i barnehage"),
            bases=(LawfulBasis(basis=Basis.PUBLIC_TASK, laws=(_LAW,)),),
        ),
    ),
    special=(SpecialBasis(condition=Condition.HEALTH_CARE, laws=(_LAW,)),),
    subjects=(
        Subject(text=same("Barn"), vulnerable=True),
        Subject(text=Bilingual(nn="Føresette", nb="Foresatte")),
    ),
    data=(
        DataCategory(
            text=Bilingual(nn="Namn og adresse", nb="Navn og adresse"),
            subjects=("Barn", "Føresette"),
            retention=Retention(
                months=120, counted_from=Bilingual(nn="barnet sluttar", nb="barnet slutter")
            ),
        ),
        DataCategory(text=Bilingual(nn="Allergiar", nb="Allergier")),
    ),
    sources=(Party(text=same("Folkeregisteret"), confidential=True, lifted_by=_LAW),),
    recipients=(Party(text=Bilingual(nn="Skulen", nb="Skolen"), confidential=True),),
    outside_eea=Answer.YES,
    transfers=(Transfer(country="US", recipient="Skyhjelp", ground=TransferGround.ADEQUACY),),
)


def pictures(
    vault: Any, page: Any, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """Take them, on the page of the record."""
    name = SAMPLE.title
    number = store.named(vault.db, EntryKind.ACTIVITY, name)
    if number is None:
        number = EntryId(service.add_entry(vault, SAMPLE).id)
        page.refresh()
    page.show_entry(number)
    take("record-activity")
    entry = store.entry(vault.db, number)
    for part in PARTS:
        dialog = ActivityDialog(vault, entry, page, part)
        dialog.open()
        take(f"dialog-activity-{part}", dialog)
        close(dialog)
    for kind, dialog in _small(vault, page, entry.content):
        dialog.open()
        take(f"dialog-activity-{kind}", dialog)
        close(dialog)
    dialog = print_dialog(page, vault, entry)
    dialog.open()
    take("dialog-activity-print", dialog)
    close(dialog)


def _small(vault: Any, page: QWidget, one: Activity) -> Iterator[tuple[str, QDialog]]:
    yield "purpose", PurposeDialog(one.purposes[0], page)
    yield "special", SpecialDialog(SAMPLE.special[0], page)
    yield "subject", SubjectDialog(None, page)
    yield "category", CategoryDialog(SAMPLE.data[0], SAMPLE.subjects, page)
    yield "source", PartyDialog(SAMPLE.sources[0], source=True, parent=page)
    yield "recipient", PartyDialog(None, source=False, parent=page)
    yield "transfer", TransferDialog(SAMPLE.transfers[0], page)
    yield "step", StepDialog(None, vault.clock, page)
    yield "kept", RetentionDialog(SAMPLE.data[0].retention, ("Namn",), page)
