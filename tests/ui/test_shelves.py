"""Shelves in a tab, words in both written forms, and some of many."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.ui.fields.bilingual import BilingualField, LanguageSwitch
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.shelves import ShelfPage, Shelves


class Page(QLabel):
    def __init__(self) -> None:
        super().__init__()
        self.read = 0

    def refresh(self, _change: object) -> None:
        self.read += 1


@pytest.fixture
def shelves(qtbot) -> Shelves:
    made = Shelves((ShelfPage(key=key, title=key, make=Page) for key in ("one", "other")), "Hyller")
    qtbot.addWidget(made)
    return made


def test_hidden_shelf_reads_anew_only_when_it_is_shown(shelves):
    first = shelves.page()
    second = shelves.show_shelf("other")
    shelves.refresh()
    assert (first.read, second.read) == (0, 1)
    assert shelves.show_shelf("one") is first
    assert first.read == 1


@pytest.fixture
def form(qtbot) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    made.switch, made.field = LanguageSwitch(Language.NYNORSK), BilingualField(Language.NYNORSK)
    layout.addWidget(made.switch)
    layout.addWidget(made.field)
    made.switch.attach(made)
    qtbot.addWidget(made)
    return made


def choose(form: QWidget, language: str) -> None:
    next(
        r for r in form.switch.findChildren(QWidget) if getattr(r, "text", str)() == language
    ).click()


def test_each_written_form_keeps_its_own_words(form, qtbot):
    editor = form.field.editors()[0]
    qtbot.keyClicks(editor, "Opptak til barnehage ")
    choose(form, "Bokmål")
    assert editor.text() == ""
    assert editor.placeholderText() == "Opptak til barnehage "
    qtbot.keyClicks(editor, "Opptak i barnehage")
    choose(form, "Nynorsk")
    assert editor.text() == "Opptak til barnehage "
    assert form.field.value() == Bilingual(nn="Opptak til barnehage", nb="Opptak i barnehage")


def test_draft_holds_both_written_forms(form):
    form.field.set_value(Bilingual(nn="a", nb="b"))
    state = form.field.draft_state()
    form.field.set_value(Bilingual())
    form.field.restore_draft(state)
    assert form.field.value() == Bilingual(nn="a", nb="b")


def test_what_is_chosen_is_offered_no_more_and_can_be_taken_away(qtbot):
    field = PicksField([(1, "Visma"), (2, "Oppad")])
    qtbot.addWidget(field)
    field.choice.setCurrentIndex(2)
    field.choice.activated.emit(2)
    assert field.value() == (2,)
    assert [field.choice.itemText(i) for i in range(1, field.choice.count())] == ["Visma"]
    away = next(b for b in field.findChildren(QPushButton) if b.text() == "Ta bort")
    qtbot.mouseClick(away, Qt.MouseButton.LeftButton)
    assert field.value() == ()
