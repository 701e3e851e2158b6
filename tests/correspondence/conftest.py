"""A window to open dialogs over, in the program's own style."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.letters import Letter
from gdpr_desktop.letters.reports import Report
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def make(vault: Vault) -> Callable[[Language], Letter]:
    """A report of a line, which names its language."""

    def made(language: Language) -> Letter:
        report = Report(language, "Rapport")
        report.paragraph(f"På {language.value}")
        return report.letter(vault.municipality(), date(2026, 11, 22), "report")

    return made
