"""The clock of 72 hours: the overview, the log, the form of a new breach, awareness."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QDialog

from gdpr_desktop.breaches.codes import Incident
from gdpr_desktop.breaches.dialogs.aware import AwareDialog
from gdpr_desktop.breaches.dialogs.intake import IntakeDialog
from gdpr_desktop.breaches.lists import running_clocks
from gdpr_desktop.breaches.model import Intake
from gdpr_desktop.breaches.page import BREACHES
from gdpr_desktop.breaches.service.intake import register_breach
from gdpr_desktop.casework.model import CaseFilter
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

# hours since we were aware: calm, amber, red, out
CASES = (
    ("Brev til feil forelder", 1, Incident.MISDIRECTED),
    ("Minnepinne med klasselister er borte", 50, Incident.LOST),
    ("Tilsett las i journal utan grunn", 67, Incident.SNOOPING),
    ("Søkjarliste låg open på nettet", 75, Incident.PUBLISHING),
)


def pictures(
    window: MainWindow, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """A clock of every tone, and the two forms."""
    vault = window.vault
    assert vault is not None
    _register(vault)
    window.show_tab(0)
    window.workspace.page_of("overview").refresh()
    take("overview-clocks")
    tab = window.workspace.page_of("breaches")
    page = tab.show_shelf(BREACHES)
    tab.show_list(CaseFilter.RUNNING)
    clock = running_clocks(vault.db, vault.actor)[-1]
    tab.show_case(clock.case_id)
    take("breaches")
    new = IntakeDialog(vault, page)
    new.open()
    take("breach-new", new)
    new.later.click()
    new.save()
    take("breach-new-problems", new)
    close(new)
    aware = AwareDialog(vault, clock.case_id, page)
    aware.open()
    take("breach-aware", aware)
    close(aware)


def _register(vault: Vault) -> None:
    """Once: the same register is taken in every look."""
    known = {one.title for one in running_clocks(vault.db, vault.actor)}
    for title, hours, incident in CASES:
        at = vault.clock.now() - timedelta(hours=hours)
        if title not in known:
            intake = Intake(
                title=title,
                what="Det kom ein telefon om dette.",
                discovered=at,
                discovered_by="Nora Testdal",
                aware=at,
                incident=incident,
                unit="Skule",
            )
            register_breach(vault, intake)
