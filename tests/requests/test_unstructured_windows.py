"""The form for departments made by hand, filled in, and read back into the table."""

from pathlib import Path

import pytest

from gdpr_desktop.casework import store as cases
from gdpr_desktop.requests.actions import Action, Chosen
from gdpr_desktop.requests.unstructured import service
from gdpr_desktop.requests.unstructured.dialogs.finds import FindsDialog
from gdpr_desktop.requests.unstructured.dialogs.form import DepartmentFormDialog
from gdpr_desktop.requests.unstructured.model import Fate
from gdpr_desktop.ui import notices
from requests import filling

TYPED = {"files-what": "Lister, 2024", "files-where": "Fellesområdet"}


@pytest.fixture
def task(desk):
    (only,) = cases.tasks(desk.vault.db, desk.identified())
    return only


def made_forms(task, vault, window, opened, qtbot, folder: Path) -> list[Path]:
    """The dialog filled in by hand, with two departments."""
    hand = opened(DepartmentFormDialog(vault, task.id, window))
    hand.paste("departments", "Skulen\nHelse")
    notices.queue_answers([folder])
    hand.save()
    qtbot.waitUntil(lambda: bool(hand.changes))
    return sorted(folder.iterdir())


def test_a_form_goes_to_each_department_and_comes_back_into_the_table(
    task, vault, window, opened, qtbot, tmp_path
):
    folder = tmp_path / "skjema"
    folder.mkdir()
    helse, skulen = made_forms(task, vault, window, opened, qtbot, folder)
    assert "Skulen" in skulen.name
    assert "Helse" in helse.name
    asked = cases.task(vault.db, task.id)
    assert asked.responsible == "Skulen, Helse"
    skulen.write_bytes(filling.filled(skulen.read_bytes(), TYPED, ["files-fate.delete"]))
    hand = opened(FindsDialog(vault, task.id, window))
    notices.queue_answers([skulen])
    hand.click(hand.dialog.read_button)
    qtbot.waitUntil(lambda: bool(hand.dialog.finds.rows()))
    hand.save()
    assert hand.general() == ""
    (find,) = service.read_unstructured(vault, task.id).finds
    assert (find.department, find.where, find.fate) == ("Skulen", "Fellesområdet", Fate.DELETE)


def test_a_form_that_has_lost_its_department_asks_for_the_line(
    task, vault, window, opened, qtbot, tmp_path
):
    folder = tmp_path / "skjema"
    folder.mkdir()
    helse, _skulen = made_forms(task, vault, window, opened, qtbot, folder)
    data = filling.filled(helse.read_bytes(), TYPED, ["files-fate.delete"])
    helse.write_bytes(filling.resaved(data))
    hand = opened(FindsDialog(vault, task.id, window))
    hand.dialog.read_file(helse)
    qtbot.waitUntil(lambda: bool(hand.general()))
    hand.dialog.departments.table.setCurrentCell(1, 0)
    hand.dialog.read_file(helse)
    qtbot.waitUntil(lambda: bool(hand.dialog.finds.rows()))
    assert hand.dialog.finds.rows()[0][0] == "Helse"


def test_nothing_is_made_without_a_department_and_a_day_in_words_is_told(
    task, vault, window, opened
):
    hand = opened(DepartmentFormDialog(vault, task.id, window))
    hand.paste("departments", " ")
    hand.save()
    assert hand.problem("departments")
    finds = opened(FindsDialog(vault, task.id, window))
    finds.dialog.departments.set_rows([("Skulen", "snart", "", "", "")])
    finds.save()
    assert finds.problem("departments")


def test_the_case_offers_both_on_the_place_for_loose_data(page, desk):
    case_id = desk.register()
    page.refresh()
    page.show_case(case_id)
    view = page.case_view
    (task,) = view.request.tasks
    for action, kind in (
        (Action.UNSTRUCTURED_FORM, DepartmentFormDialog),
        (Action.UNSTRUCTURED, FindsDialog),
    ):
        view.start(Chosen(action=action, task=task.id))
        dialog = next(one for one in page.findChildren(kind) if one.isVisible())
        dialog.reject()
