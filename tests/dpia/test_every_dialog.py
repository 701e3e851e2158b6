"""The dialogs that no button of the case opens: each is freed when it is closed."""

import gc
import importlib
import pkgutil
import weakref
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from breaches.test_dialogs_windows import leave, twice
from gdpr_desktop import dpia
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice.commenting import add_comment
from gdpr_desktop.dpia.advice.dialogs.base import AssessmentDialog, DecidingDialog
from gdpr_desktop.dpia.advice.dialogs.comment import AnswerDialog, CommentDialog
from gdpr_desktop.dpia.catalogue.dialogs.own import OwnQuestionsDialog
from gdpr_desktop.dpia.catalogue.dialogs.question import QuestionDialog
from gdpr_desktop.dpia.consultation.dialogs.letter import LetterDialog
from gdpr_desktop.dpia.pia_json.dialogs.import_ import ImportDialog
from gdpr_desktop.dpia.risks.dialogs.measure import MeasureDialog
from gdpr_desktop.dpia.risks.dialogs.pick import PickDialog
from gdpr_desktop.dpia.risks.dialogs.risk import RiskDialog
from gdpr_desktop.dpia.risks.dialogs.scale import ScaleDialog
from gdpr_desktop.dpia.screening.dialogs.base import NeedCaseDialog
from gdpr_desktop.dpia.screening.dialogs.paged import PagedDialog
from gdpr_desktop.dpia.screening.dialogs.start import StartDialog
from gdpr_desktop.dpia.templates.dialogs.start import StartDialog as FromTemplateDialog
from gdpr_desktop.dpia.widgets.deeds import _DIALOGS
from gdpr_desktop.dpia.work_file.dialogs.send_back import SendBackDialog
from gdpr_desktop.dpia.work_file.model import Origin
from gdpr_desktop.vault import Vault
from ui import walk

BASES = {AssessmentDialog, DecidingDialog, NeedCaseDialog, PagedDialog}
OF_BUTTONS = {f"gdpr_desktop.{room}.{module}.{name}" for room, module, name in _DIALOGS.values()}
OF_A_CASE = (RiskDialog, MeasureDialog, PickDialog, ScaleDialog)
OF_NONE = (StartDialog, FromTemplateDialog, ImportDialog, OwnQuestionsDialog, QuestionDialog)

ORIGIN = Origin(
    register="x",
    municipality="Fjordvik kommune",
    case_number="2026-1",
    sent_by="Solveig Testnes",
    sent_at=datetime(2026, 11, 20, 14, tzinfo=UTC),
    recipient="Ola Sakshandsamar",
)


def all_there_are() -> set[type[QDialog]]:
    """Every class of a dialog in the package that no button of the case opens."""
    found: set[Any] = set()
    for room in pkgutil.walk_packages(dpia.__path__, f"{dpia.__name__}."):
        if ".dialogs." in room.name:
            made = vars(importlib.import_module(room.name)).values()
            found |= {one for one in made if getattr(one, "__module__", "") == room.name}
    kinds = {one for one in found if isinstance(one, type) and issubclass(one, QDialog)}
    mine = {one for one in kinds if f"{one.__module__}.{one.__qualname__}" not in OF_BUTTONS}
    return mine - BASES - {LetterDialog}  # which a button opens too


def dialogs(vault: Vault, case_id: CaseId, window: QWidget) -> Iterator[QDialog]:
    add_comment(vault, case_id, "question:what", "Kven vaktar?")
    content = store.dpia(vault.db, case_id).content
    yield CommentDialog(vault, case_id, "section:scope", window)
    yield AnswerDialog(vault, case_id, content.comments[0], window)
    for kind in OF_A_CASE:
        yield kind(vault, case_id, window)
    for other in OF_NONE:
        yield other(vault, window)
    yield SendBackDialog(vault, case_id, ORIGIN, window)


@pytest.mark.parametrize("language", Language)
def test_each_has_names_and_keys_of_its_own_and_is_freed(
    officer: Vault, case_id: CaseId, qtbot: QtBot, language: Language
) -> None:
    text.set_language(language)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    wrong, opened, closed = {}, set(), []
    for made in dialogs(officer, case_id, window):
        made.open()
        QApplication.processEvents()
        wrong[type(made).__name__] = walk.nameless(made) + twice(made)
        opened.add(type(made))
        closed.append(weakref.ref(made))
        leave(made)
        del made
    for _time in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    gc.collect()
    assert {name: said for name, said in wrong.items() if said} == {}
    assert opened == all_there_are()
    assert [one() for one in closed if one() is not None] == []
