"""What the settings know is suggested where it is needed."""

from datetime import date

from gdpr_desktop.casework import settings
from gdpr_desktop.casework.settings import Decider, System
from gdpr_desktop.requests.dialogs.decision import DecisionDialog
from gdpr_desktop.requests.dialogs.tasks import AddTaskDialog
from gdpr_desktop.requests.parts_store import first_of


def _words(line) -> list[str]:
    model = line.completer().model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_those_who_may_decide_today_are_suggested_with_their_role(vault, desk, window):
    deciders = (
        Decider(name="Eli Rektor", title="Rektor"),
        Decider(name="Ola Avgått", title="Rektor", ends=date(2020, 1, 1)),
    )
    vault.save_setting(settings.DECIDERS, settings.as_json(deciders))
    dialog = DecisionDialog(vault, (case := desk.written()), first_of(vault.db, case), window)
    assert _words(dialog.name.line) == ["Eli Rektor"]
    dialog.name.line.completer().activated.emit("Eli Rektor")
    assert dialog.role.text() == "Rektor"


def test_a_known_system_fills_in_who_answers_for_it(vault, desk, window):
    systems = (System(name="Visma Flyt Skule", department="Oppvekst", contact="flyt@a.example"),)
    vault.save_setting(settings.SYSTEMS, settings.as_json(systems))
    dialog = AddTaskDialog(vault, desk.register(), window)
    assert "Visma Flyt Skule" in _words(dialog.title.line)
    dialog.title.line.completer().activated.emit("Visma Flyt Skule")
    assert dialog.responsible.text() == "Oppvekst (flyt@a.example)"
    dialog.responsible.set_text("Kari")
    dialog.title.line.editingFinished.emit()
    assert dialog.responsible.text() == "Kari"
