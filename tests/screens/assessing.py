"""The assessment of a breach, from the first question to the decision."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.breaches.assessing.advice import (
    Assessment,
    Considered,
    Factor,
    SeverityChoices,
    Weight,
)
from gdpr_desktop.breaches.assessing.deciding import note_advice
from gdpr_desktop.breaches.assessing.service import assess
from gdpr_desktop.breaches.assessing.severity import DataClass, Identifier
from gdpr_desktop.breaches.codes import PeopleException, PeopleTelling
from gdpr_desktop.breaches.dialogs.advice import AdviceDialog
from gdpr_desktop.breaches.dialogs.assess import AssessDialog
from gdpr_desktop.breaches.dialogs.decision import DecisionDialog
from gdpr_desktop.breaches.dialogs.versions import VersionsDialog
from gdpr_desktop.breaches.model import Intake, OfficerAdvice
from gdpr_desktop.breaches.service.intake import register_breach
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

_WEIGHTS = (Weight.SOME, Weight.MUCH, Weight.SOME, Weight.SOME, Weight.MUCH, Weight.LITTLE)
_FIRST = Assessment(
    factors=tuple(
        Considered(factor=factor, weight=weight)
        for factor, weight in zip(Factor, _WEIGHTS, strict=True)
    ),
    enisa=SeverityChoices(
        context=3,
        identification=0.75,
        confidentiality=0.25,
        data=DataClass.SENSITIVE,
        identifier=Identifier.NAME,
    ),
    note="Vi kjenner mottakaren.",
)
_UNFILLED = ("assess-new", "decision")  # refused when saved as they are


def pictures(
    window: MainWindow, take: Callable[[str, QWidget], None], close: Callable[[QDialog], None]
) -> None:
    """Each dialog of a breach that is assessed twice."""
    vault = window.vault
    assert vault is not None
    for name, dialog in _dialogs(vault, window):
        dialog.open()
        if isinstance(dialog, DecisionDialog):
            dialog.people.set_value(PeopleTelling.NOT)
            dialog.exception.set_value(PeopleException.POSTPONED)
        take(f"breach-{name}", dialog)
        if name in _UNFILLED:
            dialog.save()
            take(f"breach-{name}-problems", dialog)
        close(dialog)


def _dialogs(vault: Vault, window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    at = vault.clock.now() - timedelta(hours=2)
    intake = Intake(
        title="Liste til feil forelder",
        what="Ei liste blei send til feil adresse.",
        discovered=at,
        discovered_by="Nora Testdal",
        aware=at,
    )
    case_id = CaseId(register_breach(vault, intake).id)
    yield "assess-new", AssessDialog(vault, case_id, window)
    assess(vault, case_id, _FIRST)
    yield "advice", AdviceDialog(vault, case_id, window)
    graver = replace(_FIRST.enisa, context=4, identification=1.0, malicious=True)
    assess(vault, case_id, replace(_FIRST, enisa=graver))
    yield "assess", AssessDialog(vault, case_id, window)
    yield "versions", VersionsDialog(vault, case_id, window)
    advice = OfficerAdvice(
        authority=True,
        people=PeopleTelling.MUST,
        why="Det gjeld barn, og lista er delt vidare.",
        name=vault.actor.name,
        given_on=vault.clock.today(),
    )
    note_advice(vault, case_id, advice)
    yield "decision", DecisionDialog(vault, case_id, window)
