"""The first hour, the course and the scope of a breach: every form, and the case with its facts."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QDialog

from gdpr_desktop.breaches.actions import Action, Chosen
from gdpr_desktop.breaches.codes import BreachKind, Happened, Incident, Reporter
from gdpr_desktop.breaches.facts.service import describe_course, describe_scope
from gdpr_desktop.breaches.facts.ticking import tick_off
from gdpr_desktop.breaches.model import Course, Intake, Scope, Ticked
from gdpr_desktop.breaches.page import BREACHES
from gdpr_desktop.breaches.service.intake import register_breach
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

FORMS = (Action.FIRST_HOUR, Action.COURSE, Action.SCOPE)


def pictures(
    window: MainWindow, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """Take them, on a case of their own."""
    assert window.vault is not None, "it is unlocked"
    case_id = _described(window.vault)
    tab = window.workspace.page_of("breaches")
    tab.show_case(case_id)
    page = tab.show_shelf(BREACHES)
    take("breach-facts-case")
    for action in FORMS:
        page.case_view.start(Chosen(action=action))
        dialog = next(one for one in page.findChildren(QDialog) if one.isVisible())
        take(f"dialog-breach-{action.value}", dialog)
        close(dialog)


def _described(vault: Vault) -> CaseId:
    now = vault.clock.now()
    early = now - timedelta(hours=40)
    intake = Intake(
        title="Vedtak sende til feil føresette",
        what="To vedtak blei bytte om då dei skulle i posten.",
        discovered=now - timedelta(hours=3),
        discovered_by="Nora Testdal",
        aware=now - timedelta(hours=3),
        incident=Incident.MISDIRECTED,
        reporter=Reporter.PROCESSOR,
    )
    case_id = CaseId(register_breach(vault, intake).id)
    done = Ticked(point="stop", by="Nora Testdal", at=now - timedelta(hours=2))
    tick_off(vault, case_id, (done,), over=True)
    course = Course(
        happened=Happened.MOMENT,
        happened_from=early,
        processor_aware=early,
        reported_at=now - timedelta(hours=3),
        reporter_name="Trykk og Post AS",
    )
    describe_course(vault, case_id, course)
    describe_scope(vault, case_id, Scope(kinds=(BreachKind.CONFIDENTIALITY,), children=True))
    return case_id
