"""The page of statements, its form and its export, as a person meets them."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gdpr_desktop.core import text
from gdpr_desktop.information import feature
from gdpr_desktop.information.page import STALE, STATEMENTS, InformationPage
from gdpr_desktop.information.statements.dialogs.export import ExportDialog
from gdpr_desktop.information.statements.dialogs.statement import StatementDialog
from gdpr_desktop.information.statements.exporting import Format
from gdpr_desktop.information.statements.parts import CookieNeed
from gdpr_desktop.register import feature as register
from gdpr_desktop.register.documents import stale_documents
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import EntryKind, EntryState
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.dialog import Leave
from gdpr_desktop.ui.drafts import unfinished
from gdpr_desktop.ui.feature import keeper
from gdpr_desktop.ui.fields.text import LineField, TextArea
from information.conftest import Kept
from ui import walk

Answers = Callable[..., None]
DIALOGS = {
    "new": lambda kept, window: StatementDialog(kept.vault, None, window),
    "change": lambda kept, window: StatementDialog(kept.vault, kept.entry(), window),
    "export": lambda kept, window: ExportDialog(kept.vault, kept.entry(), window),
}


@pytest.fixture
def page(kept: Kept, qtbot: QtBot) -> InformationPage:
    made = InformationPage(kept.vault)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def deed(page: InformationPage, key: str) -> None:
    """Press a deed of the chosen statement."""
    buttons = page.page().entry_view.findChildren(QPushButton)
    QTest.mouseClick(
        next(one for one in buttons if one.property("deed") == key), Qt.MouseButton.LeftButton
    )


def export(
    page: InformationPage, answers: Answers, path: Path, format_: Format = Format.HTML
) -> str:
    """Export the chosen statement to ``path``; gives what the file holds."""
    deed(page, "preview")
    dialog = page.page().findChild(ExportDialog)
    dialog.format.set_value(format_)
    answers(path)
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    return path.read_text(encoding="utf-8")


def test_an_export_goes_stale_when_its_activity_is_changed(
    kept: Kept, page: InformationPage, answers: Answers, tmp_path: Path
) -> None:
    page.show_entry(kept.statement)
    path = tmp_path / "erklæring.html"
    told = export(page, answers, path)
    assert told.startswith('<article lang="nn">')
    assert "Utkast: ikkje godkjend enno." in told
    assert stale_documents(kept.vault.db) == ()
    kept.change_activity("ny")
    (stale,) = stale_documents(kept.vault.db)
    assert stale.document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert stale.document.kind == "statement_html"
    listed = page.show_shelf(STALE)
    assert listed.tree.topLevelItem(0).text(3) == "Saksbehandling"
    QTest.mouseClick(listed.done_button, Qt.MouseButton.LeftButton)
    assert listed.tree.topLevelItemCount() == 0
    assert stale_documents(kept.vault.db) == ()


def test_a_new_export_takes_the_place_of_the_stale_one(
    kept: Kept, page: InformationPage, answers: Answers, tmp_path: Path
) -> None:
    page.show_entry(kept.statement)
    export(page, answers, tmp_path / "a.md", Format.MARKDOWN)
    kept.change_activity("ny")
    export(page, answers, tmp_path / "b.md", Format.MARKDOWN)
    assert stale_documents(kept.vault.db) == ()


def test_approval_looks_at_the_whole_checklist(
    kept: Kept, page: InformationPage, answers: Answers
) -> None:
    page.show_entry(kept.statement)
    content = store.entry(kept.vault.db, kept.activity).content
    service.change_entry(kept.vault, kept.activity, replace(content, purposes=()))
    answers(True)
    deed(page, "approve")
    assert notices.shown
    assert kept.entry().state is EntryState.DRAFT
    service.change_entry(kept.vault, kept.activity, content)
    deed(page, "approve")
    assert kept.entry().state is EntryState.APPROVED


def test_what_is_typed_in_every_section_is_saved(kept: Kept, window: QWidget) -> None:
    dialog = StatementDialog(kept.vault, kept.entry(), window)
    dialog.open()
    before = kept.entry().content
    assert dialog.content() == before
    dialog.show_section("topics")
    parts = dialog.field("parts")
    QTest.mouseClick(parts.add_button, Qt.MouseButton.LeftButton)
    parts.editor.fields["tool"].line.setFocus()
    QTest.keyClicks(parts.editor.fields["tool"].line, "Skjemabygg")
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    after = kept.entry().content
    assert [one.tool for one in after.parts] == [*(one.tool for one in before.parts), "Skjemabygg"]
    assert after.cookies == before.cookies


def test_cookies_are_pasted_from_a_web_page(kept: Kept, window: QWidget) -> None:
    dialog = StatementDialog(kept.vault, None, window)
    dialog.open()
    mime = QMimeData()
    mime.setHtml(
        "<table><tr><th>Namn</th><th>Varigheit</th><th>Type</th></tr>"
        "<tr><td>sid</td><td>30 dagar</td><td>Nødvendig</td></tr></table>"
    )
    QGuiApplication.clipboard().setMimeData(mime)
    cookies = dialog.field("cookies")
    QTest.mouseClick(cookies.paste_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(cookies.paste_button, Qt.MouseButton.LeftButton)
    (cookie,) = dialog.content().cookies
    assert (cookie.name, cookie.duration.nb, cookie.need) == (
        "sid",
        "30 dager",
        CookieNeed.NECESSARY,
    )
    dialog.discard()


def test_a_draft_of_a_statement_comes_back(
    kept: Kept, page: InformationPage, answers: Answers
) -> None:
    page.show_shelf(STATEMENTS).new()
    dialog = page.page().findChild(StatementDialog)
    dialog.field("name").set_value(kept.entry().content.audience)
    dialog.field("logs").add()
    dialog.field("logs").editor.fields["where"].set_text("Sky")
    answers(Leave.KEEP)
    dialog.reject()
    (draft,) = unfinished(kept.vault)
    assert draft.form == f"information.{EntryKind.STATEMENT.value}.0"
    page.resume_draft(draft)
    again = next(one for one in page.page().findChildren(StatementDialog) if one.isVisible())
    assert again.content().logs[0].where == "Sky"
    again.discard()


@pytest.mark.parametrize("name", DIALOGS)
def test_dialogs_follow_the_rules_of_all(
    kept: Kept, window: QWidget, monkeypatch: pytest.MonkeyPatch, name: str, qtbot: QtBot
) -> None:
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    dialog = DIALOGS[name](kept, window)
    dialog.open()
    qtbot.wait(30)
    assert walk.nameless(dialog) == []
    assert walk.cut(dialog) == []
    fields = [*dialog.findChildren(TextArea), *dialog.findChildren(LineField)]
    assert [one.objectName() for one in fields if one.notice is None] == []
    room = dialog.screen().availableGeometry()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    dialog.discard()


def test_a_statement_is_shown_in_its_own_tab(kept: Kept) -> None:
    features = (register, feature)
    assert keeper(features, kept.vault, kept.statement) == "information"
    assert keeper(features, kept.vault, kept.activity) == "register"
