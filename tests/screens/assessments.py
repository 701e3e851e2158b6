"""The guided assessments, half answered and at their end."""

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog

from gdpr_desktop.core.bilingual import same
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Purpose
from gdpr_desktop.register.assessments.dialogs.assessment import AssessmentDialog
from gdpr_desktop.register.assessments.dialogs.choose import ChooseDialog
from gdpr_desktop.register.assessments.dialogs.kept import KeptDialog
from gdpr_desktop.register.assessments.dialogs.starting import StartDialog
from gdpr_desktop.register.assessments.model import BUTTONS, Kind
from gdpr_desktop.register.assessments.questions import questionnaire
from gdpr_desktop.register.assessments.rules import OFFERED
from gdpr_desktop.register.assessments.service import Done, keep_assessment
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import Entry, EntryId, EntryKind
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

NAME = "Kamera ved lageret"


def assessment_dialogs(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    """Each assessment of one activity, the start of a new one, and what is kept."""
    vault = window.vault
    assert vault is not None
    entry = _activity(vault)
    for kind in OFFERED[EntryKind.ACTIVITY]:
        dialog = AssessmentDialog(vault, entry, kind, window)
        for row in dialog.rows():
            if row.question.type in BUTTONS:
                row.set_answer(BUTTONS[row.question.type][len(row.question.id) % 2])
        yield f"assessment-{kind}", _opened(dialog)
    start = StartDialog(vault, window)
    yield "start", _opened(start)
    start.set_answer("people", "yes")
    start.set_answer("filed", "yes")
    start.set_answer("role", "controller")
    for step in (*range(3, 9), len(start.pages)):
        start.go_to(step)
        yield f"start-{step}", start
    yield "assessment-choose", _opened(ChooseDialog(vault, entry, _nothing, window))
    yield "assessment-kept", _opened(KeptDialog(vault, entry, window))


def _activity(vault: Vault) -> Entry:
    known = store.named(vault.db, EntryKind.ACTIVITY, NAME)
    if known is not None:
        return store.entry(vault.db, known)
    purpose = Purpose(text=same("Å verne lageret mot tjuveri"), public_task=False)
    made = Activity(name=same(NAME), purposes=(purpose,))
    entry_id = EntryId(service.add_entry(vault, made).id)
    answers = {one.id: "yes" for one in questionnaire(Kind.BUILT_IN).questions}
    done = Done(kind=Kind.BUILT_IN, answers={**answers, "logging": "no"}, conclusion="Sett.")
    keep_assessment(vault, entry_id, done)
    return store.entry(vault.db, entry_id)


def _opened(dialog: QDialog) -> QDialog:
    dialog.open()
    return dialog


def _nothing(_change: object) -> None:
    """Nobody is told."""
