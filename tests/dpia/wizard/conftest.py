"""The wizard on an assessment that is written half way, with a stand-in for the page of risks."""

import sys
from collections.abc import Callable
from types import ModuleType

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.wizard.page import WizardPage
from gdpr_desktop.vault import Vault

Opened = Callable[[str], WizardPage]


class Panel(QWidget):
    """Stands where the risks are shown."""

    changed = Signal(object)
    told = Signal(object)

    def __init__(self, _vault: Vault) -> None:
        super().__init__()

    def show_found(self, found: Dpia) -> None:
        """Remember which case is shown."""
        self.case_id = found.case.id


@pytest.fixture
def panel(monkeypatch: pytest.MonkeyPatch) -> type[Panel]:
    """The stand-in, where the wizard looks for the real one."""
    module = ModuleType("panel")
    module.RisksPanel = Panel  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gdpr_desktop.dpia.risks.widgets.panel", module)
    return Panel


@pytest.fixture
def wizard(qtbot: QtBot, officer: Vault, case_id: CaseId) -> Opened:
    """Opens the wizard at a section."""

    def opened(section: str = "") -> WizardPage:
        page = WizardPage(officer)
        qtbot.addWidget(page)
        page.resize(1100, 720)
        page.show_case(case_id, section)
        page.show()
        return page

    return opened
