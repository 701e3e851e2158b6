"""The dialogs of portability, used as by hand: assess, bring in, choose columns, pack."""

import weakref
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gdpr_desktop.casework import store as cases
from gdpr_desktop.core import text
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.portability import Limit, Origin
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.rights.portability import AssessDialog
from gdpr_desktop.requests.portability import store
from gdpr_desktop.requests.portability.claim import Assessment, Direct, Outcome, Transfer
from gdpr_desktop.requests.portability.dialogs.bring_in import BringInDialog, ChooseColumnsDialog
from gdpr_desktop.requests.portability.dialogs.drop import DropDataDialog
from gdpr_desktop.requests.portability.dialogs.package import PackageDialog
from gdpr_desktop.requests.portability.dialogs.typed import TypedDataDialog
from gdpr_desktop.requests.portability.model import Found
from gdpr_desktop.requests.widgets import deeds
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.dialog import FormDialog
from ui import walk

from .conftest import SYSTEM, Desk, Opener
from .portability_claims import GIVEN, Claim, draft

FOUND = (
    Found(title="Ark1", rows=(("Namn", "Poeng"), ("Kari", "3")), formulas=frozenset({1})),
    Found(title="Ark2", rows=(("a",), ("b",))),
)


@pytest.fixture
def claim(desk: Desk) -> Claim:
    return Claim(desk)


def assess(claim: Claim, parent: QWidget) -> AssessDialog:
    return AssessDialog(claim.vault, claim.case_id, claim.part_id, parent)


def package(claim: Claim, parent: QWidget) -> PackageDialog:
    claim.bring_in()
    return PackageDialog(claim.vault, claim.case_id, claim.part_id, parent)


def bring_in(claim: Claim, parent: QWidget) -> BringInDialog:
    return BringInDialog(
        claim.vault, claim.part_id, claim.found, FOUND, place=SYSTEM, source="a", parent=parent
    )


def test_the_dialog_says_that_letters_may_be_wrong(claim: Claim, window: QWidget) -> None:
    dialog = bring_in(claim, window)
    assert dialog.doubt.isHidden()
    found = tuple(replace(one, doubt="Tvil") for one in FOUND)
    dialog = BringInDialog(
        claim.vault, claim.part_id, claim.found, found, place=SYSTEM, source="a", parent=window
    )
    assert dialog.doubt.text().startswith("Tvil")


def choose(claim: Claim, parent: QWidget) -> ChooseColumnsDialog:
    claim.bring_in()
    (table,) = store.of_part(claim.vault.db, claim.part_id)
    return ChooseColumnsDialog(claim.vault, table, parent)


def typed(claim: Claim, parent: QWidget) -> TypedDataDialog:
    task = cases.task(claim.vault.db, claim.found)
    return TypedDataDialog(claim.vault, claim.case_id, claim.part_id, task, parent)


def drop(claim: Claim, parent: QWidget) -> DropDataDialog:
    return DropDataDialog(claim.vault, claim.case_id, claim.part_id, parent)


MAKERS: dict[str, Callable[[Claim, QWidget], FormDialog]] = {
    one.__name__: one for one in (assess, package, bring_in, choose, typed, drop)
}


@pytest.mark.parametrize("name", MAKERS)
def test_dialogs_have_names_for_everything_and_are_freed(
    claim: Claim, window: QWidget, freed: Callable[[], None], qtbot: QtBot, name: str
) -> None:
    made = MAKERS[name](claim, window)
    made.open()
    assert walk.nameless(made) == []
    watched, gone = weakref.ref(made), []
    made.destroyed.connect(lambda *_: gone.append(True))
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    del made
    freed()
    assert gone
    assert watched() is None


@pytest.mark.parametrize("name", MAKERS)
def test_longer_words_are_not_cut(
    monkeypatch: pytest.MonkeyPatch, claim: Claim, window: QWidget, opened: Opener, qtbot: QtBot,
    name: str,
) -> None:  # fmt: skip
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    made = MAKERS[name](claim, window)
    opened(made)
    qtbot.wait(30)
    assert walk.cut(made) == []


def test_the_claim_is_assessed_by_hand(
    claim: Claim, window: QWidget, opened: Opener, qtbot: QtBot
) -> None:
    hand = opened(assess(claim, window))
    hand.choose("outcome", Outcome.DELIVERED)
    hand.save()
    assert hand.problem("considered")
    assert hand.problem("basis")
    for one in GIVEN:
        qtbot.wait(10)  # until the next question has its place
        hand.choose(f"answer_{one.question}", one.answer)
    hand.choose("basis", Basis.PUBLIC_TASK)
    hand.save()
    assert hand.problem("basis")
    qtbot.keyClick(hand.field("basis"), Qt.Key.Key_Home)
    hand.choose("basis", Basis.CONTRACT)
    hand.choose("transfer", Transfer.SENT)
    hand.save()
    assert hand.problem("receiver")
    hand.type("receiver", "Vik kommune")
    hand.type("how", "SvarUt")
    hand.save()
    direct = Direct(state=Transfer.SENT, receiver="Vik kommune", how="SvarUt")
    assert claim.part.assessment == Assessment(
        outcome=Outcome.DELIVERED, considered=GIVEN, direct=direct
    )
    again = opened(assess(claim, window))
    assert again.dialog.assessment() == claim.part.assessment  # type: ignore[attr-defined]


def test_what_was_left_out_of_the_tables_is_proposed_as_left_out(
    claim: Claim, window: QWidget, opened: Opener
) -> None:
    claim.bring_in()
    hand = opened(assess(claim, window))
    hand.choose("outcome", Outcome.PART)
    dialog = hand.dialog
    assert isinstance(dialog, AssessDialog)
    assert [(one.limit, one.what) for one in dialog.left_out.left_out()] == [
        (Limit.NOT_PROVIDED, "Vurdering")
    ]
    state = dialog.left_out.draft_state()
    dialog.left_out.restore_draft([*state, ["", "noko", ""]])
    assert len(dialog.left_out.rows) == 2
    hand.save()
    assert hand.problem("left_out")


def test_a_file_is_brought_in_columns_are_left_out_and_the_zip_is_made(
    claim: Claim, window: QWidget, opened: Opener, qtbot: QtBot, answers: Callable[..., None],
    tmp_path: Path,
) -> None:  # fmt: skip
    claim.assess()
    claim.decide()
    source = tmp_path / "lån.csv"
    source.write_bytes("Bok;Poeng\nKråkevisa;3\n".encode("cp1252"))
    hand = opened(PackageDialog(claim.vault, claim.case_id, claim.part_id, window))
    dialog = hand.dialog
    assert isinstance(dialog, PackageDialog)
    assert dialog.note.text()
    hand.save()
    assert hand.general()
    answers(source)
    hand.click(dialog.places[0].file)
    qtbot.waitUntil(lambda: dialog.findChild(BringInDialog) is not None)
    inner = dialog.findChild(BringInDialog)
    assert isinstance(inner, BringInDialog)
    inner.table.choice(1).set_value(Origin.DERIVED)
    qtbot.mouseClick(inner.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.note.text() == "")
    path = tmp_path / "ut.zip"
    answers(path)
    hand.save()
    qtbot.waitUntil(lambda: bool(hand.changes))
    with zipfile.ZipFile(path) as archive:
        assert "Kråkevisa" in archive.read("data/barnehagesystemet.csv").decode("utf-8-sig")
        assert b"Poeng" not in archive.read("data/barnehagesystemet.json")


def test_rows_are_pasted_typed_and_taken_away_again(
    claim: Claim, window: QWidget, opened: Opener, qtbot: QtBot, answers: Callable[..., None]
) -> None:
    hand = opened(PackageDialog(claim.vault, claim.case_id, claim.part_id, window))
    dialog = hand.dialog
    assert isinstance(dialog, PackageDialog)
    QGuiApplication.clipboard().setText("")
    hand.click(dialog.places[0].paste)
    assert hand.general()
    QGuiApplication.clipboard().setText("Namn\tBy\nKari\tVik\n")
    hand.click(dialog.places[0].paste)
    inner = dialog.findChild(BringInDialog)
    assert isinstance(inner, BringInDialog)
    inner.save()
    qtbot.waitUntil(lambda: len(store.of_part(claim.vault.db, claim.part_id)) == 1)
    tasks.runner().wait()
    task = cases.task(claim.vault.db, claim.found)
    by_hand = TypedDataDialog(claim.vault, claim.case_id, claim.part_id, task, window)
    typing = opened(by_hand)
    by_hand.lines.set_rows([("", "Vik")])
    typing.save()
    assert typing.problem("rows")
    by_hand.lines.set_rows([("Namn", "Kari"), ("Namn", "Berg")])
    typing.save()
    first, second = store.of_part(claim.vault.db, claim.part_id)
    assert store.rows_of(claim.vault.db, first.id) == (("Kari", "Vik"),)
    assert [one.name for one in second.columns] == ["Namn", "Namn (2)"]
    dialog.show_tables()
    answers(True)
    dialog._on_removal_wanted(first)
    assert store.of_part(claim.vault.db, claim.part_id) == (second,)


def test_another_table_of_the_file_and_no_headings_can_be_chosen(
    claim: Claim, window: QWidget, opened: Opener, qtbot: QtBot
) -> None:
    hand = opened(bring_in(claim, window))
    dialog = hand.dialog
    assert isinstance(dialog, BringInDialog)
    assert [one.origin for one in dialog.draft().columns] == [Origin.GIVEN, Origin.DERIVED]
    hand.choose("sheet", 1)
    hand.click(dialog.named)
    assert dialog.draft().rows == (("a",), ("b",))
    hand.type("title", "")
    hand.save()
    qtbot.waitUntil(lambda: bool(hand.problem("title")))


def test_the_deeds_of_the_case_open_these_dialogs(claim: Claim) -> None:
    assert deeds._part_dialog(Action.PACK, claim.part) is PackageDialog
    assert deeds._part_dialog(Action.DROP_DATA, claim.part) is DropDataDialog
    assert deeds._part_dialog(Action.ASSESS, claim.part) is AssessDialog


def test_the_choice_of_columns_is_kept(
    claim: Claim, window: QWidget, opened: Opener, qtbot: QtBot
) -> None:
    hand = opened(choose(claim, window))
    dialog = hand.dialog
    assert isinstance(dialog, ChooseColumnsDialog)
    dialog.table.choice(0).set_value(Origin.OTHERS)
    item = dialog.table.item(1, 1)
    assert item is not None
    item.setText("  Nummeret ditt ")
    hand.save()
    qtbot.waitUntil(lambda: bool(hand.changes))
    (table,) = store.of_part(claim.vault.db, claim.part_id)
    assert table.columns[0].origin is Origin.OTHERS
    assert table.columns[1].meaning == "Nummeret ditt"
    assert store.rows_of(claim.vault.db, table.id) == draft().rows
