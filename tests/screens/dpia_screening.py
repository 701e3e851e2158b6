"""The need of an assessment: a new one, the guided questions, the view, the decision."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia.content import About
from gdpr_desktop.dpia.screening import texts
from gdpr_desktop.dpia.screening.dialogs.about import AboutDialog
from gdpr_desktop.dpia.screening.dialogs.need import NeedDialog
from gdpr_desktop.dpia.screening.dialogs.report import NeedReportDialog
from gdpr_desktop.dpia.screening.dialogs.screen import ScreenDialog
from gdpr_desktop.dpia.screening.dialogs.start import StartDialog
from gdpr_desktop.dpia.screening.dialogs.view import ViewDialog
from gdpr_desktop.dpia.screening.model import Moment, ScreeningAnswers
from gdpr_desktop.dpia.screening.service import note_screening
from gdpr_desktop.dpia.service.intake import register_dpia
from gdpr_desktop.ui.main_window import MainWindow

ABOUT = About(title="Nattilsyn med sensorar", systems="Nattugla", unit="Heimetenesta")
ANSWERS = ScreeningAnswers(
    listed=("welfare_technology", "location"),
    criteria=("monitoring", "vulnerable"),
    unsure=("large_scale",),
    moments=(Moment(id="context", high=True, why="Heimen til folk."),),
)


def pictures(
    window: MainWindow, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """Take them, on an assessment of their own."""
    vault = window.vault
    assert vault is not None, "it is unlocked"
    case_id = CaseId(register_dpia(vault, ABOUT).id)
    start = StartDialog(vault, window)
    start.open()
    take("dialog-dpia-start", start)
    start.save()
    take("dialog-dpia-start-problems", start)
    close(start)
    note_screening(vault, case_id, ANSWERS)
    screen = ScreenDialog(vault, case_id, window)
    screen.open()
    for number, name in enumerate(texts.PAGES):
        screen.go_to(number)
        take(f"dialog-dpia-screen-{name}", screen)
    close(screen)
    for kind in (AboutDialog, ViewDialog, NeedDialog, NeedReportDialog):
        dialog = kind(vault, case_id, window)
        dialog.open()
        take(f"dialog-dpia-{kind.__module__.rpartition('.')[2]}", dialog)
        close(dialog)
