"""Rules that hold for the dialogs of the check and of the pictures, with our own look."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from breaches.test_dialogs_windows import leave, twice
from consents.filling import a_form
from gdpr_desktop.consents.checking.basis import Question
from gdpr_desktop.consents.forms.dialogs.basis import BasisDialog
from gdpr_desktop.consents.forms.dialogs.check import CheckDialog
from gdpr_desktop.consents.page import FORMS, PICTURES, ConsentsTab
from gdpr_desktop.consents.pictures.dialogs.answer import PictureDialog
from gdpr_desktop.consents.pictures.dialogs.document import PictureDocumentDialog
from gdpr_desktop.consents.pictures.model import (
    Answers,
    Motif,
    People,
    PictureFacts,
    PictureId,
    Setting,
    Shown,
)
from gdpr_desktop.consents.pictures.service import keep_answer, read_answer
from gdpr_desktop.core import text
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault, drafts
from ui import walk

FACTS = PictureFacts(
    motif=Motif.PORTRAIT,
    setting=Setting.EXPOSED,
    people=People.CHILDREN,
    shown=Shown.CLOSED,
    news=True,
    answers=Answers.NONE,
)


@pytest.fixture
def written(officer: Vault) -> CaseId:
    """A form that lacks something."""
    return a_form(officer, irrevocable=Bilingual(), contact="")


@pytest.fixture
def tab(
    request: pytest.FixtureRequest,
    officer: Vault,
    written: CaseId,
    qtbot: QtBot,
    qapp: QApplication,
) -> ConsentsTab:
    text.set_language(getattr(request, "param", Language.NYNORSK))
    Theme(qapp, scheme=Scheme.LIGHT)
    made = ConsentsTab(officer)
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def every_dialog(vault: Vault, case_id: CaseId, tab: ConsentsTab) -> Iterator[QDialog]:
    """Each with all that it may show."""
    basis = BasisDialog(vault, case_id, tab)
    for question, row in basis.rows.items():
        row.answer.set_value(question is not Question.DETRIMENT)
    yield basis
    yield CheckDialog(vault, case_id, tab)
    asked = PictureDialog(vault, tab)
    for name, field in asked.questions.items():
        field.set_value(getattr(FACTS, name))
    yield asked
    kept = PictureId(keep_answer(vault, title="Badedagen", facts=FACTS).id)
    yield PictureDocumentDialog(vault, read_answer(vault, kept), tab)


@pytest.mark.parametrize("tab", Language, indirect=True)
def test_every_dialog_names_what_is_reached_has_keys_of_its_own_and_is_freed(
    officer: Vault, written: CaseId, tab: ConsentsTab
) -> None:
    wrong, closed = {}, []
    for made in every_dialog(officer, written, tab):
        made.open()
        QCoreApplication.processEvents()
        wrong[type(made).__name__] = walk.nameless(made) + twice(made) + walk.cut(made)
        closed.append((type(made).__name__, weakref.ref(made)))
        leave(made)
    del made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()
    assert {name: found for name, found in wrong.items() if found} == {}
    assert [name for name, watched in closed if watched() is not None] == []


def test_what_is_answered_of_a_point_is_kept_and_gone_on_with(
    officer: Vault, written: CaseId, tab: ConsentsTab
) -> None:
    dialog = CheckDialog(officer, written, tab)
    dialog.open()
    row = dialog.rows[5]
    assert row.answer is not None
    assert row.why is not None
    row.answer.set_value(False)
    row.why.set_text("Foreldra forstod ikkje punkt to.")
    dialog.discard()
    (draft,) = drafts.all_of(officer)
    tab.resume_draft(draft)
    assert tab.key() == FORMS
    again = next(one for one in tab.findChildren(CheckDialog) if one.isVisible())
    given = again.rows[5].given()
    assert given is not None
    assert (given.yes, given.why) == (False, "Foreldra forstod ikkje punkt to.")
    leave(again)


def test_questions_about_a_picture_are_kept_and_gone_on_with(
    officer: Vault, tab: ConsentsTab
) -> None:
    dialog = PictureDialog(officer, tab)
    dialog.open()
    dialog.title.set_text("Skulefotografen")
    dialog.questions["motif"].set_value(Motif.GROUP)
    dialog.discard()
    (draft,) = drafts.all_of(officer)
    tab.resume_draft(draft)
    assert tab.key() == PICTURES
    again = next(one for one in tab.findChildren(PictureDialog) if one.isVisible())
    assert again.title.text() == "Skulefotografen"
    assert again.questions["motif"].value() is Motif.GROUP
    leave(again)
