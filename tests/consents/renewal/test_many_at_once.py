"""What is done to very many consents at once is done by the worker: the window goes on."""

from datetime import UTC, date, datetime

import pytest
import shiboken6
from PySide6.QtCore import Qt

from consents.filling import given, said
from gdpr_desktop.administration.settings.dialogs.window import SettingsDialog
from gdpr_desktop.consents.ages import Alone, YouthRule
from gdpr_desktop.consents.codes import Relation, State
from gdpr_desktop.consents.given.service.restating import restates_many
from gdpr_desktop.consents.renewal import service
from gdpr_desktop.consents.renewal.dialogs import expired
from gdpr_desktop.consents.renewal.model import Why
from gdpr_desktop.vault.reading import rows

ENDED = datetime(2027, 9, 1, 12, tzinfo=UTC)


@pytest.fixture
def leave():
    """Closes the dialogs in it at the end; one that has closed is gone."""
    opened = []
    yield opened
    for dialog in opened:
        if shiboken6.isValid(dialog):
            dialog.discard()


@pytest.fixture
def few(monkeypatch):
    """Two are many."""
    monkeypatch.setattr(expired, "FEW", 1)
    monkeypatch.setattr(service, "MOST_UNDONE", 1)
    monkeypatch.setattr("gdpr_desktop.consents.given.store.MANY", 1)


def test_many_that_ended_are_noted_by_the_worker_and_the_dialog_waits(
    qtbot, officer, form_id, clock, few, leave
):
    for name in ("Ada Testdal", "Bo Testdal"):
        given(officer, form_id, name)
    clock.instant = ENDED
    dialog = expired.ExpiredDialog(officer, form_id, None)
    leave.append(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert dialog.isVisible()  # what was stopped is lacking
    dialog.what.set_text("Alt er teke ned.")
    with qtbot.waitSignal(dialog.accepted_value) as told:
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
        assert not dialog.save_button.isEnabled()
        dialog.reject()
        assert dialog.isVisible()
    assert told.args[0].undo is None
    assert service.bundled(officer, form_id, [Why.EXPIRED]) == ()


def test_an_error_of_the_worker_is_shown_and_nothing_typed_is_lost(
    qtbot, officer, form_id, clock, few, leave
):
    for name in ("Ada Testdal", "Bo Testdal"):
        given(officer, form_id, name)
    clock.instant = ENDED
    dialog = expired.ExpiredDialog(officer, form_id, None)
    leave.append(dialog)
    dialog.show()
    dialog.on.set_date(date(2027, 7, 1))
    dialog.what.set_text("Alt er teke ned.")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert dialog.isVisible()
    assert dialog.what.text() == "Alt er teke ned."


def test_the_choice_for_young_people_is_saved_by_the_worker_where_many_are_judged_anew(
    qtbot, officer, form_id, few, leave
):
    own = said(name="Elev Testdal", relation=Relation.SELF)
    for number in (1, 2):
        given(officer, form_id, f"Elev{number} Testdal", date(2010, 5, 3), statements=(own,))
    rule = YouthRule(start=date(2026, 9, 1), alone=Alone.MATURE)
    assert restates_many(officer.db, (), (rule,))
    dialog = SettingsDialog(None, officer)
    leave.append(dialog)
    dialog.show()
    dialog.youth.show_values((rule,))
    with qtbot.waitSignal(dialog.accepted_value):
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
        assert dialog.isVisible()
    states = {row["state"] for row in rows(officer.db, "SELECT state FROM consent")}
    assert states == {State.LACKING.value}
