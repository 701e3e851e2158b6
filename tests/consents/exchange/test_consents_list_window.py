"""Consents from a spreadsheet as a person takes them in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gdpr_desktop.consents.codes import Reason
from gdpr_desktop.consents.exchange.columns import PURPOSE
from gdpr_desktop.consents.exchange.dialogs.importing import ImportConsentsDialog
from gdpr_desktop.consents.exchange.judge import coming
from gdpr_desktop.consents.given.page import ConsentsPage
from gdpr_desktop.consents.given.words import why
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.tables.widgets.dialog import Step
from gdpr_desktop.ui import tasks
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.reading import rows
from ui import walk

LIST = """Navn;Født;Gitt dato;Gitt av;p1;p2;Siste
Nora Testdal;3.5.2022;10.9.2026;Mor og Far Testdal;ja;ja;nei
Ola Test;1.2.2021;1.8.2026;Mor Test;ja;ja;ja
Liv Test;2.2.2020;31.2.2026;Mor Test;ja;kanskje;
"""


@pytest.fixture
def dialog(qtbot: QtBot, officer: Vault, form_id: CaseId) -> Iterator[ImportConsentsDialog]:
    """Open on a register with one form in use."""
    made = ImportConsentsDialog(officer)
    made.open()
    yield made
    tasks.runner().wait()
    if isValid(made):
        made.discard()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def rows_shown(qtbot: QtBot, dialog: ImportConsentsDialog, tmp_path: Path) -> ImportConsentsDialog:
    """With the rows of the list before the person."""
    path = tmp_path / "samtykke.csv"
    path.write_text(LIST, encoding="utf-8")
    dialog.open_file(path)
    qtbot.waitUntil(lambda: dialog.step is Step.COLUMNS)
    assert walk.nameless(dialog) == []
    dialog.columns_step.table.choice(6).set_value(f"{PURPOSE}p3")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.step is Step.ROWS)
    return dialog


def test_the_form_is_asked_for_at_its_field(
    qtbot: QtBot, dialog: ImportConsentsDialog, tmp_path: Path
) -> None:
    path = tmp_path / "samtykke.csv"
    path.write_text(LIST, encoding="utf-8")
    dialog.chosen_form.set_value(None)
    dialog.open_file(path)
    qtbot.waitUntil(lambda: dialog.step is Step.COLUMNS)
    dialog.save_button.click()
    said = [one.text() for one in dialog.findChildren(QLabel) if one.property("role") == "problem"]
    assert _("Choose the form.") in said
    assert dialog.step is Step.COLUMNS
    assert dialog.chosen_form.isAncestorOf(QApplication.focusWidget()) or (
        dialog.chosen_form is QApplication.focusWidget()
    )


def count(vault: Vault) -> int:
    return int(next(rows(vault.db, "SELECT count(*) AS n FROM consent"))["n"])


def test_each_row_has_its_verdict_and_bad_ones_are_left_out(
    qtbot: QtBot, rows_shown: ImportConsentsDialog, officer: Vault
) -> None:
    model = rows_shown.rows_step.model
    lines = [model.line(row) for row in range(model.rowCount())]
    assert [coming(one).valid for one in lines[:2]] == [True, False]
    assert why(Reason.BEFORE_VERSION).wrong in model.said(1)
    assert "31.2.2026" in model.said(2)
    assert walk.nameless(rows_shown) == []
    with qtbot.waitSignal(rows_shown.accepted_value):
        rows_shown.save_button.click()
    assert count(officer) == 2


def test_what_the_person_puts_right_is_taken_in(
    qtbot: QtBot, rows_shown: ImportConsentsDialog, officer: Vault
) -> None:
    model = rows_shown.rows_step.model
    assert model.setData(model.index(2, 4), "1.10.2026")
    assert not model.line(2).goes_in
    assert model.setData(model.index(2, 7), "nei")
    assert model.line(2).goes_in
    assert rows_shown.is_dirty()
    with qtbot.waitSignal(rows_shown.accepted_value):
        rows_shown.save_button.click()
    assert count(officer) == 3


def test_without_a_purpose_it_goes_no_further(
    qtbot: QtBot, dialog: ImportConsentsDialog, tmp_path: Path
) -> None:
    path = tmp_path / "samtykke.csv"
    path.write_text("Navn;Født\nNora Testdal;3.5.2022", encoding="utf-8")
    dialog.open_file(path)
    qtbot.waitUntil(lambda: dialog.step is Step.COLUMNS)
    dialog.save_button.click()
    assert dialog.step is Step.COLUMNS
    assert dialog._general.isVisible()


def test_the_shelf_of_consents_offers_it(qtbot: QtBot, officer: Vault, form_id: CaseId) -> None:
    page = ConsentsPage(officer)
    qtbot.addWidget(page)
    page.show()
    page.import_button.click()
    (shown,) = page.findChildren(ImportConsentsDialog)
    assert shown.isVisible()
    assert shown.chosen_form.value() == form_id  # the only one in use
    shown.discard()
