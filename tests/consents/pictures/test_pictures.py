"""The answer about a picture, as a person meets it: asked, kept, found, written, deleted."""

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gdpr_desktop.consents.pictures import store
from gdpr_desktop.consents.pictures.dialogs.answer import PictureDialog
from gdpr_desktop.consents.pictures.dialogs.document import PictureDocumentDialog
from gdpr_desktop.consents.pictures.model import (
    Answers,
    Motif,
    People,
    PictureFacts,
    PictureId,
    PictureVerdict,
    Setting,
    Shown,
)
from gdpr_desktop.consents.pictures.page import PicturesPage
from gdpr_desktop.consents.pictures.report import picture_report
from gdpr_desktop.consents.pictures.service import delete_answer, keep_answer, read_answer
from gdpr_desktop.consents.pictures.store import PictureQuery
from gdpr_desktop.core.errors import AppError, InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import Vault, people
from ui import walk

FACTS = PictureFacts(
    motif=Motif.GROUP,
    setting=Setting.HARMLESS,
    people=People.CHILDREN,
    shown=Shown.OPEN,
    news=False,
    answers=Answers.SOME,
)
TITLE = "Klassebiletet av 3B"


def kept(vault: Vault, title: str = TITLE, **more: str) -> PictureId:
    return PictureId(keep_answer(vault, title=title, facts=FACTS, **more).id)


def shown(vault: Vault, query: PictureQuery) -> list[str]:
    found = store.page(vault.db, query, vault.actor, offset=0, limit=10)
    assert store.count(vault.db, query, vault.actor) == len(found)
    return [one.title for one in found]


def test_the_answer_is_kept_as_it_was_judged_that_day(officer: Vault) -> None:
    found = read_answer(officer, kept(officer, unit="Testvik skule"))
    assert (found.title, found.unit) == (TITLE, "Testvik skule")
    assert (found.verdict, found.facts) == (PictureVerdict.ASK, FACTS)
    assert found.made_by == officer.actor.name


def test_a_picture_without_a_title_and_a_year_to_come_are_refused(officer: Vault) -> None:
    with pytest.raises(InvalidInputError) as refused:
        facts = PictureFacts(
            motif=Motif.PORTRAIT,
            setting=Setting.HARMLESS,
            people=People.DEAD,
            shown=Shown.OPEN,
            news=False,
            answers=Answers.NONE,
            died=2027,
        )
        keep_answer(officer, title=" ", facts=facts)
    assert [one.field for one in refused.value.problems] == ["title", "died"]


def test_the_list_is_searched_sorted_and_narrowed(officer: Vault) -> None:
    kept(officer, "Konserten 100 %", unit="Kulturskulen")
    kept(officer, "Avslutninga")
    assert shown(officer, PictureQuery(text="100 %")) == ["Konserten 100 %"]
    assert shown(officer, PictureQuery(text="kulturskulen")) == ["Konserten 100 %"]
    assert shown(officer, PictureQuery(sort="title", descending=False))[0] == "Avslutninga"
    assert shown(officer, PictureQuery(verdict=PictureVerdict.NO)) == []


def test_a_deleted_answer_can_be_put_back(officer: Vault) -> None:
    number = kept(officer)
    before = read_answer(officer, number)
    change = delete_answer(officer, number)
    with pytest.raises(AppError):
        read_answer(officer, number)
    assert change.undo is not None
    change.undo.verb(officer)
    assert read_answer(officer, number) == before


def test_a_caseworker_sees_the_answers_of_their_own(officer: Vault) -> None:
    number = kept(officer)
    password = "ein annan lang passordfrase"
    people.add_user(officer, "Bo Sak", Role.CASEWORKER, password)
    officer.close()
    other = Vault.open(officer.path, "Bo Sak", password)
    try:
        assert shown(other, PictureQuery()) == []
        with pytest.raises(RefusedError):
            read_answer(other, number)
        with pytest.raises(RefusedError):
            delete_answer(other, number)
        kept(other, "Mitt eige")
        assert shown(other, PictureQuery()) == ["Mitt eige"]
    finally:
        other.close()


@pytest.mark.parametrize("language", list(Language))
def test_the_word_file_says_the_answer_and_why(
    officer: Vault, language: Language, tmp_path: Path
) -> None:
    found = read_answer(officer, kept(officer, note="Tilsyn 2026."))
    path = tmp_path / "svar.docx"
    picture_report(officer, found, language).save(path, None)
    text = "\n".join(one.text for one in Document(str(path)).paragraphs)
    assert "§ 104" in text or "klassebilde" in text.lower() or "handbo" in text.lower()
    assert "Tilsyn 2026." in text


def test_six_questions_then_the_answer_stands_in_the_list(qtbot: QtBot, officer: Vault) -> None:
    page = PicturesPage(officer)
    qtbot.addWidget(page)
    page.show()
    qtbot.mouseClick(page._empty.button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(PictureDialog)
    assert len(dialog.questions) == 6
    assert walk.nameless(dialog) == []
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()  # nothing is answered
    for name, field in dialog.questions.items():
        field.set_value(getattr(FACTS, name))
    qtbot.keyClicks(dialog.title.line, TITLE)
    asked = dialog.verdict.verdict.text()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == 1
    assert page.answer_view.verdict.verdict.text() == asked
    assert walk.nameless(page) == []
    page.answer_view.deed_wanted.emit("delete")
    assert page.model.rowCount() == 0
    page.undo()
    assert page.model.rowCount() == 1


def test_the_document_is_seen_before_it_is_exported(qtbot: QtBot, officer: Vault) -> None:
    page = PicturesPage(officer)
    qtbot.addWidget(page)
    dialog = PictureDocumentDialog(officer, read_answer(officer, kept(officer)), page)
    dialog.open()
    assert walk.nameless(dialog) == []
    dialog.close()
