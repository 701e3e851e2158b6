"""Pictures of the municipality's own questions, and of an assessment filled from the record."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia.catalogue import service
from gdpr_desktop.dpia.catalogue.dialogs.fill import FillDialog
from gdpr_desktop.dpia.catalogue.dialogs.own import OwnQuestionsDialog
from gdpr_desktop.dpia.catalogue.dialogs.question import QuestionDialog
from gdpr_desktop.dpia.catalogue.model import QuestionKind
from gdpr_desktop.dpia.catalogue.own import OwnQuestion
from gdpr_desktop.dpia.content import About
from gdpr_desktop.dpia.service.intake import register_dpia

COUNCILS = OwnQuestion(
    id="own_councils",
    section="views",
    kind=QuestionKind.TICKS,
    text=Bilingual(nn="Kva råd har uttalt seg?", nb="Hvilke råd har uttalt seg?"),
    choices=(
        ("elders", Bilingual(nn="Eldrerådet", nb="Eldrerådet")),
        ("youth", Bilingual(nn="Ungdomsrådet", nb="Ungdomsrådet")),
    ),
)
ROS = OwnQuestion(
    id="own_ros",
    section="risks",
    text=Bilingual(nn="Kva seier ROS-analysen?", nb="Hva sier ROS-analysen?"),
)


def pictures(window: QWidget, take: Callable[..., None], close: Callable[[QDialog], None]) -> None:
    """The list, a question, and what would be filled in."""
    vault = window.vault
    for one in (COUNCILS, ROS):
        service.save_question(vault, one)
    about = About(title="Digitalt tilsyn om natta", unit="Heimetenesta", systems="Nattugla")
    case_id = CaseId(register_dpia(vault, about).id)
    listed = OwnQuestionsDialog(vault, window)
    listed.list.selectRow(0)
    for name, dialog in (
        ("dpia-own-questions", listed),
        ("dpia-own-question", QuestionDialog(vault, window, COUNCILS)),
        ("dpia-fill", FillDialog(vault, case_id, window)),
    ):
        dialog.open()
        take(f"dialog-{name}", dialog)
        close(dialog)
