"""Files beside a question, as a person handles them."""

from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dpia.filling import put
from dpia.wizard.conftest import Opened
from gdpr_desktop.casework.attachments.service import MEGABYTE
from gdpr_desktop.casework.attachments.store import attachments, set_removed
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.wizard.page import WizardPage
from gdpr_desktop.dpia.wizard.service import attach
from gdpr_desktop.dpia.wizard.widgets import attachments as widget
from gdpr_desktop.dpia.wizard.widgets.attachments import AttachmentsField
from gdpr_desktop.dpia.wizard.widgets.pages import FILES
from gdpr_desktop.dpia.wizard.widgets.question_block import QuestionBlock
from gdpr_desktop.ui import notices
from gdpr_desktop.vault import Vault


def block(page: WizardPage, question: str) -> QuestionBlock:
    found: QuestionBlock = page._pages[page.current].blocks[question]
    return found


def names(vault: Vault, case_id: CaseId) -> list[str]:
    return [one.name for one in attachments(vault.db, case_id)]


@pytest.fixture
def sketch(tmp_path: Path) -> Path:
    path = tmp_path / "skisse.pdf"
    path.write_bytes(b"teikning")
    return path


def test_a_file_is_attached_to_a_question_saved_and_removed(
    wizard: Opened, qtbot: QtBot, officer: Vault, case_id: CaseId, sketch: Path
) -> None:
    page = wizard("nature")
    asked = block(page, "collection")
    copy = sketch.with_name("kopi.pdf")
    notices.queue_answers([sketch, copy])
    asked.file_button.click()
    qtbot.waitUntil(lambda: names(officer, case_id) == ["skisse.pdf"])
    assert asked.files is not None
    assert asked.files.list.count() == 1
    asked.files.save_button.click()
    assert copy.read_bytes() == b"teikning"
    asked.files.remove_button.click()
    assert names(officer, case_id) == []
    assert page.undo_words()
    page.undo()
    assert names(officer, case_id) == ["skisse.pdf"]
    assert asked.files.list.count() == 1


@pytest.mark.parametrize(
    "name",
    "a.pdf a.PNG a.exe a.Js a.bat a.cmd a.vbs a.ps1 a.lnk a.scr a.msi a.jar a.sh a.desktop a.html"
    " a.docm a.pdf.exe a.exe. a".split(),
)
def test_what_may_be_a_program_is_never_opened_but_its_folder_is(
    wizard: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    told: list[tuple[str, str]] = []
    opened: list[str] = []

    def say(_widget: object, words: str, *, action: str, on_action: Callable[[], None]) -> None:
        told.append((words, action))
        on_action()

    monkeypatch.setattr(widget, "say", say)
    monkeypatch.setattr(
        widget.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile())
    )
    files = block(wizard("nature"), "collection")._show_files()
    files._tell_saved(tmp_path / name)
    harmless = name in ("a.pdf", "a.PNG")
    assert opened == [str(tmp_path / name if harmless else tmp_path)]
    assert name in told[0][0]


def test_files_may_be_dropped_anywhere_on_their_page_and_it_says_so(
    wizard: Opened, qtbot: QtBot, officer: Vault, case_id: CaseId, sketch: Path
) -> None:
    page = wizard(FILES)
    shown = page._pages[FILES]
    assert shown.field.none.text() == text._("No file is attached. You can drop files here.")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(sketch))])
    event = Mock(mimeData=lambda: carried)
    shown.dragEnterEvent(event)
    assert event.acceptProposedAction.called
    shown.dropEvent(event)
    qtbot.waitUntil(lambda: names(officer, case_id) == ["skisse.pdf"])
    assert not shown.field.none.isVisible()
    put(officer, case_id, state=State.AT_OFFICER.value)
    page.refresh()
    event.reset_mock()
    shown.dragEnterEvent(event)
    assert not event.acceptProposedAction.called


def test_tab_comes_to_why_it_is_asked_before_the_answer(wizard: Opened) -> None:
    asked = block(wizard("nature"), "collection")
    chain: list[QWidget] = [asked.why_button]
    while asked.isAncestorOf(chain[-1].nextInFocusChain()):
        chain.append(chain[-1].nextInFocusChain())
    assert asked.field.inner.editor in chain


def test_what_cannot_be_attached_is_said_beside_the_button(
    wizard: Opened, qtbot: QtBot, officer: Vault, case_id: CaseId, tmp_path: Path
) -> None:
    huge = tmp_path / "film.mp4"
    with huge.open("wb") as target:
        target.truncate(300 * MEGABYTE)
    page = wizard("nature")
    files = block(page, "collection")._show_files()
    files.add(huge)
    qtbot.waitUntil(lambda: "25 MB" in files.problem())
    files.add(tmp_path / "borte.pdf")
    qtbot.waitUntil(lambda: "borte.pdf" in files.problem())
    assert names(officer, case_id) == []


def test_a_file_that_somebody_removed_meanwhile_is_said_and_goes_from_the_list(
    wizard: Opened, officer: Vault, case_id: CaseId, sketch: Path
) -> None:
    attach(officer, case_id, sketch, about="question:collection")
    page = wizard("nature")
    files = block(page, "collection").files
    assert files is not None
    with officer.begin_upkeep() as work:
        key = attachments(work.db, case_id)[0].key
        set_removed(work.db, case_id, key, work.clock.now())
    files.remove_button.click()
    assert files.problem()
    assert files.list.count() == 0


def test_all_files_stand_on_one_page_and_cannot_be_changed_where_nobody_writes(
    wizard: Opened, officer: Vault, case_id: CaseId, sketch: Path
) -> None:
    other = sketch.with_name("avtale.pdf")
    other.write_bytes(b"avtale")
    attach(officer, case_id, sketch, about="question:collection")
    attach(officer, case_id, other)
    put(officer, case_id, state=State.IN_FORCE.value)
    page = wizard("")
    page.go_to(FILES)
    field: AttachmentsField = page._pages[FILES].field
    assert field.list.count() == 2
    assert not field.remove_button.isVisible()
    assert field.save_button.isVisible()
