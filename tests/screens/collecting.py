"""The forms of a collection of data: registered, told, excepted, written to one and to many."""

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtWidgets import QDialog

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.information.collections import service
from gdpr_desktop.information.collections.actions import Action
from gdpr_desktop.information.collections.dialogs.intake import IntakeDialog
from gdpr_desktop.information.collections.dialogs.letter import LetterDialog
from gdpr_desktop.information.collections.dialogs.texts import TextsDialog
from gdpr_desktop.information.collections.model import ExceptionUse, Intake, Recipient
from gdpr_desktop.information.collections.widgets.deeds import case_dialog
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.information_exceptions import InformationException
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import DataCategory, Law, LawfulBasis, Party, Purpose
from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

NAME = "Opptak i barnehage (bilete)"
ADDRESS = PostalAddress(street="Fjordvegen 4", postal_code="6999", city="Fjordvik")
ACTIONS = (
    Action.TOLD,
    Action.EXCEPTION,
    Action.ADVICE,
    Action.DECISION,
    Action.NEW_PURPOSE,
    Action.SETTLE_CHANGE,
    Action.FILE,
    Action.CLOSE,
    Action.MISTAKEN,
)


def collection_dialogs(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    """One collection about a person, one about a group."""
    vault = window.vault
    assert vault is not None
    activity_id = _activity(vault)
    one, many = _collection(vault, activity_id), _collection(vault, activity_id, group=True)
    use = ExceptionUse(exception=InformationException.CRIME, reason="Saka blir etterforska.")
    service.use_exception(vault, one, use)
    made = [
        ("new", IntakeDialog(vault, window)),
        ("change", IntakeDialog(vault, window, service.read_collection(vault, many))),
        ("letter", LetterDialog(vault, one, "information_14", window)),
        ("child", LetterDialog(vault, one, "information_child", window)),
        ("bulk", case_dialog(Action.BULK)(vault, many, window)),
        ("texts", TextsDialog(vault, activity_id, window)),
        *((action.value, case_dialog(action)(vault, one, window)) for action in ACTIONS),
    ]
    for name, dialog in made:
        dialog.open()
        yield f"collection-{name}", dialog


def _activity(vault: Vault) -> EntryId:
    known = store.named(vault.db, EntryKind.ACTIVITY, NAME)
    if known is not None:
        return known
    law = Law(act=Bilingual(nn="barnehagelova", nb="barnehageloven"), section="§ 18")
    purpose = Purpose(
        text=Bilingual(nn="Å gi barn plass i barnehage", nb="Å gi barn plass i barnehage"),
        bases=(LawfulBasis(basis=Basis.PUBLIC_TASK, laws=(law,)),),
    )
    made = Activity(
        name=same(NAME),
        purposes=(purpose,),
        data=(DataCategory(text=Bilingual(nn="Namn og adresse", nb="Navn og adresse")),),
        sources=(Party(text=same("Folkeregisteret")),),
    )
    return EntryId(entries.add_entry(vault, made).id)


def _collection(vault: Vault, activity_id: EntryId, *, group: bool = False) -> CaseId:
    people = tuple(Recipient(name=name, address=ADDRESS) for name in ("Kari Prøve", "Ola Prøve"))
    intake = Intake(
        obtained=vault.clock.today() - timedelta(days=4),
        sources=("Folkeregisteret",),
        activity_id=activity_id,
        group=group,
        subject=Person(name="Alle søkjarar i 2027" if group else "Kari Prøve", address=ADDRESS),
        persons=40 if group else 1,
        recipients=people if group else (),
        caseworker=vault.actor.name,
        unit="Barnehagekontoret",
    )
    return CaseId(service.register_collection(vault, intake).id)
