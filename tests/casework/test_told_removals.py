"""The notice of what was taken away does not say that it was saved."""

from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dpia.filling import MEASURES, SCENARIOS, drafted
from gdpr_desktop.casework.widgets import undoable_deeds
from gdpr_desktop.casework.widgets.undoable_deeds import UndoableDeeds
from gdpr_desktop.dpia.risks.service import move_risk, remove_measure, remove_risk
from gdpr_desktop.vault import Vault


def test_a_removal_is_told_as_one(
    vault: Vault, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(undoable_deeds, "say", lambda _on, text, **_rest: told.append(text))
    case_id, parent = drafted(vault), QWidget()
    qtbot.addWidget(parent)
    deeds = UndoableDeeds(vault, parent)
    for deed in (
        partial(move_risk, vault, case_id, SCENARIOS[0].key, 1),
        partial(remove_risk, vault, case_id, SCENARIOS[0].key),
        partial(remove_measure, vault, case_id, MEASURES[0].key),
    ):
        deeds._tell(deed())
    assert told[0].startswith("Lagra: ")
    assert told[1:] == [
        f"Ein risiko blei teken bort: {SCENARIOS[0].title}",
        f"Eit tiltak blei teke bort: {MEASURES[0].title}",
    ]
