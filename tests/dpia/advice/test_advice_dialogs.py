"""The dialogs between caseworker, officer and risk owner, driven as a person does."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from breaches.test_dialogs_windows import leave, twice
from consents.test_every_dialog import Longer
from dpia.advice.values import at_officer, decision, opinion, read
from dpia.filling import put
from gdpr_desktop.core import text
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia.advice import dialogs
from gdpr_desktop.dpia.advice.commenting import add_comment
from gdpr_desktop.dpia.advice.deciding import decide
from gdpr_desktop.dpia.advice.dialogs.approve import ApproveDialog
from gdpr_desktop.dpia.advice.dialogs.base import AssessmentDialog, DecidingDialog
from gdpr_desktop.dpia.advice.dialogs.closing import CloseDialog, FilingDialog, ReopenDialog
from gdpr_desktop.dpia.advice.dialogs.comment import AnswerDialog, CommentDialog
from gdpr_desktop.dpia.advice.dialogs.decide import DecideDialog
from gdpr_desktop.dpia.advice.dialogs.opinion import OpinionDialog
from gdpr_desktop.dpia.advice.dialogs.review import ReviewDialog
from gdpr_desktop.dpia.advice.dialogs.send import SendDialog
from gdpr_desktop.dpia.advice.dialogs.versions import VersionsDialog
from gdpr_desktop.dpia.advice.opinions import give_opinion
from gdpr_desktop.dpia.codes import Follow, State
from gdpr_desktop.ui.theme import Scheme, Theme
from ui import walk

BASES = {AssessmentDialog, DecidingDialog}


@pytest.fixture
def window(qtbot, qapp) -> QWidget:
    """What the dialogs open above, on a small screen."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def all_there_are() -> set[type[QDialog]]:
    """Every class of a dialog in the room."""
    found = set()
    for room in pkgutil.iter_modules(dialogs.__path__, f"{dialogs.__name__}."):
        made = vars(importlib.import_module(room.name)).values()
        found |= {one for one in made if getattr(one, "__module__", "") == room.name}
    return {one for one in found if isinstance(one, type) and issubclass(one, QDialog)} - BASES


def each(vault, case_id, window) -> Iterator[QDialog]:
    """Every dialog, at the stage where its button is."""
    yield CommentDialog(vault, case_id, "question:what", window)
    add_comment(vault, case_id, "question:what", "Kva er dette?")
    yield AnswerDialog(vault, case_id, read(vault, case_id).content.comments[0], window)
    yield SendDialog(vault, case_id, window)
    at_officer(vault, case_id)
    yield OpinionDialog(vault, case_id, window)
    give_opinion(vault, case_id, opinion(wants_back=True))
    yield SendDialog(vault, case_id, window)
    at_officer(vault, case_id, "Retta.")
    give_opinion(vault, case_id, opinion(go_ahead=False, go_ahead_why="For inngripande."))
    yield DecideDialog(vault, case_id, window)
    yield ApproveDialog(vault, case_id, window)
    decide(vault, case_id, decision(follow=Follow.NOT, why="Trygt nok."))
    yield ApproveDialog(vault, case_id, window)
    yield VersionsDialog(vault, case_id, window)
    put(vault, case_id, state=State.IN_FORCE.value)
    for kind in (ReviewDialog, CloseDialog, FilingDialog, ReopenDialog):
        yield kind(vault, case_id, window)


@pytest.mark.parametrize("language", Language)
def test_longer_words_have_room_and_what_is_reached_a_name_and_a_key_of_its_own(
    officer, case_id, window, monkeypatch, language
):
    text.set_language(language)
    catalogue = text._catalogue
    monkeypatch.setattr(text, "_catalogue", lambda asked: Longer(catalogue(asked)))
    wrong, opened = {}, set()
    for made in each(officer, case_id, window):
        made.open()
        QCoreApplication.processEvents()
        wrong[type(made).__name__] = walk.cut(made) + walk.nameless(made) + twice(made)
        opened.add(type(made))
        leave(made)
    assert {name: said for name, said in wrong.items() if said} == {}
    assert opened == all_there_are()
