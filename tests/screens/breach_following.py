"""Measures, proof, who was told, lessons, closing, and the list of deviations."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QDialog

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.actions import Action, Chosen
from gdpr_desktop.breaches.codes import Incident, Route
from gdpr_desktop.breaches.deviations import actions as deviating
from gdpr_desktop.breaches.deviations.model import Facts, Severity, Source
from gdpr_desktop.breaches.deviations.service.intake import register_deviation
from gdpr_desktop.breaches.following.service.evidence import note_evidence
from gdpr_desktop.breaches.following.service.measures import add_measure
from gdpr_desktop.breaches.following.service.routes import note_routes
from gdpr_desktop.breaches.model import Evidence, Intake, Routed
from gdpr_desktop.breaches.page import BREACHES, DEVIATIONS
from gdpr_desktop.breaches.service.intake import register_breach
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

FORMS = (
    Action.ROUTES,
    Action.EVIDENCE,
    Action.MEASURE_ADD,
    Action.LESSONS,
    Action.CLOSE,
    Action.NOT_A_BREACH,
    Action.FILE,
    Action.ASSIGN,
)
OF_A_MEASURE = (Action.MEASURE_CHANGE, Action.MEASURE_DONE)
OF_A_DEVIATION = (
    deviating.Action.CHANGE,
    deviating.Action.FOLLOW_UP,
    deviating.Action.IS_BREACH,
    deviating.Action.CLOSE,
)


def pictures(
    window: MainWindow, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """Take them, on cases of their own."""
    assert window.vault is not None, "it is unlocked"
    case_id = _followed(window.vault)
    tab = window.workspace.page_of("breaches")
    tab.show_case(case_id)
    page = tab.show_shelf(BREACHES)
    page.case_view.section(Step.MEASURES).set_expanded(True)
    take("breach-following-case")
    task = store.breach(window.vault.db, case_id).measures[0].id
    chosen = [Chosen(action=one) for one in FORMS]
    chosen += [Chosen(action=one, task=task) for one in OF_A_MEASURE]
    for one in chosen:
        page.case_view.start(one)
        _take_form(page, f"dialog-breach-{one.action.value}", take, close)
    deviation = _deviating(window.vault)
    page = tab.show_shelf(DEVIATIONS)
    page.refresh()
    tab.show_case(deviation)
    take("deviations")
    for action in OF_A_DEVIATION:
        page.case_view.start(action)
        _take_form(page, f"dialog-deviation-{action.value}", take, close)
    page.new()
    _take_form(page, "dialog-deviation-new", take, close)


def _take_form(
    page: object, name: str, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    dialog = next(one for one in page.findChildren(QDialog) if one.isVisible())
    take(name, dialog)
    close(dialog)


def _followed(vault: Vault) -> CaseId:
    now, today = vault.clock.now(), vault.clock.today()
    intake = Intake(
        title="Innbrot i fagsystemet til skulen",
        what="Ein ukjend har logga inn.",
        discovered=now - timedelta(hours=2),
        discovered_by="Nora Testdal",
        aware=now - timedelta(hours=2),
        incident=Incident.BREAK_IN,
    )
    case_id = CaseId(register_breach(vault, intake).id)
    add_measure(
        vault,
        case_id,
        title="Innlogging i to trinn",
        responsible="IKT-leiaren",
        due=today + timedelta(days=14),
    )
    add_measure(vault, case_id, title="Kontoen er sperra", done_on=today, note="Same dag")
    note_evidence(vault, case_id, Evidence(what="Loggen", archive="26/12-3", noted_on=today))
    note_routes(vault, case_id, Routed(route=Route.IT, told_on=today, whom="IKT-vakta"))
    return case_id


def _deviating(vault: Vault) -> CaseId:
    facts = Facts(
        noticed_on=vault.clock.today(),
        what="Mange forsøk på innlogging\nIngen kom inn.",
        source=Source.LOG,
        department="IKT",
        severity=Severity.MEDIUM,
        responsible="IKT-leiaren",
        follow_up_on=vault.clock.today() + timedelta(days=7),
    )
    return CaseId(register_deviation(vault, facts).id)
