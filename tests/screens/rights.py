"""The form of every right, on a case that claims them all, and the case itself."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action, Chosen
from gdpr_desktop.requests.dialogs.assess import AssessmentDialog
from gdpr_desktop.requests.model import Channel, Intake, Step
from gdpr_desktop.requests.page import RequestsPage
from gdpr_desktop.requests.rights import OFFERED, rules_of
from gdpr_desktop.vault import Vault


def pictures(
    vault: Vault,
    page: RequestsPage,
    take: Callable[[str, QWidget], None],
    close: Callable[[QDialog], None],
) -> None:
    """Each form as it opens, and with the problems of one that is saved empty."""
    intake = Intake(
        received=vault.clock.today() - timedelta(days=3),
        channel=Channel.EDIALOG,
        subject=Person(name="Kari Nordmann"),
        rights=tuple(one for one in OFFERED if Step.ASSESS in rules_of(one).steps),
    )
    change = service.register_request(vault, intake, unstructured="E-post og papir")
    page.show_case(CaseId(change.id))
    request = page.case_view.request
    for part in request.parts:
        page.case_view.deeds.start(Chosen(action=Action.ASSESS, part=part.id), request)
        dialog = next(one for one in page.findChildren(AssessmentDialog) if one.isVisible())
        take(f"dialog-assess-{part.right}", dialog)
        dialog.save()
        take(f"dialog-assess-{part.right}-problems", dialog)
        close(dialog)
