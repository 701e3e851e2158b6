"""The breaches of the demo: a case at every stage, the lists, and the forms of a closed one."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.actions import Action, Chosen
from gdpr_desktop.breaches.page import BREACHES, DEVIATIONS, BreachesTab
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.casework.model import CaseFilter
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

# the name of a picture, and the beginning of a title in ``demo/breaches.toml``
CASES = {
    "calm": "Alle lærarar",
    "amber": "Tilsett las",
    "red": "Mobilen",
    "passed": "Papir med namn",
    "incomplete": "Søknad om økonomisk",
    "late": "Fremmede var inne",
    "documented": "Liste over 15",
    "told": "Sperra adresse",
    "voluntary": "Fråværet",
    "no-breach": "Minnepinne med søknader",
}
FORMS = (  # of the case that has come furthest and is open
    Action.CHANGE_INTAKE,
    Action.ASSESS,
    Action.SHEET,
    Action.SENT,
    Action.INTERNAL_REPORT,
    Action.DOCUMENTATION,
    Action.NOTE,
)


def pictures(
    window: MainWindow,
    take: Callable[..., None],
    close: Callable[[QDialog], None],
) -> None:
    """Before the other pictures register breaches of their own."""
    vault = window.vault
    assert vault is not None, "it is unlocked"
    tab = window.workspace.page_of("breaches")
    page = tab.show_shelf(BREACHES)
    for chip in (CaseFilter.RUNNING, CaseFilter.OPEN, CaseFilter.CLOSED):
        tab.show_list(chip)
        take(f"breaches-{chip.value}")
    found = by_name(vault)
    for name, case_id in found.items():
        tab.show_case(case_id)
        take(f"breach-case-{name}")
    tab.show_case(found["late"])
    page.case_view.section(Step.ASSESSMENT).set_expanded(True)
    page.case_view.section(Step.NOTIFY).set_expanded(True)
    take("breach-case-late-unfolded")
    for name, dialog in forms(tab, found):
        take(f"dialog-breach-demo-{name}", dialog)
        close(dialog)
    tab.show_shelf(DEVIATIONS)
    take("deviations")


def by_name(vault: Vault) -> dict[str, CaseId]:
    """The cases of the demo by what their pictures are called."""
    rows = vault.db.execute("SELECT id FROM case_file WHERE kind = 'breach' ORDER BY id")
    titles = {CaseId(row[0]): store.breach(vault.db, row[0]).intake.title for row in rows}
    return {
        name: next(one for one, title in titles.items() if title.startswith(begins))
        for name, begins in CASES.items()
    }


def forms(tab: BreachesTab, found: dict[str, CaseId]) -> Iterator[tuple[str, QDialog]]:
    """Each form, open; the caller closes it."""
    page = tab.show_shelf(BREACHES)
    for action in FORMS:
        page.case_view.start(Chosen(action=action))
        yield action.value, _shown(page)
    page.log_button.click()
    yield "log", _shown(page)
    tab.show_case(found["told"])
    tab.show_shelf(BREACHES).case_view.start(Chosen(action=Action.REOPEN))
    yield "reopen", _shown(page)


def _shown(page: QWidget) -> QDialog:
    return next(one for one in page.findChildren(QDialog) if one.isVisible())
