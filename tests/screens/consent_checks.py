"""The question of basis, the sixteen points, and what is answered about pictures."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.consents.checking.basis import Question
from gdpr_desktop.consents.forms import starting
from gdpr_desktop.consents.forms.dialogs.basis import BasisDialog
from gdpr_desktop.consents.forms.dialogs.check import CheckDialog
from gdpr_desktop.consents.forms.service.intake import register_form
from gdpr_desktop.consents.page import PICTURES
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
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import current_language
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

_CLASS = PictureFacts(
    motif=Motif.GROUP,
    setting=Setting.HARMLESS,
    people=People.CHILDREN,
    shown=Shown.OPEN,
    news=False,
    answers=Answers.SOME,
)
_KEPT = (
    ("Klassebilete til årboka", _CLASS),
    ("17. mai-toget", replace(_CLASS, motif=Motif.SITUATION, answers=Answers.NONE)),
    ("Badedagen", replace(_CLASS, setting=Setting.EXPOSED, answers=Answers.REFUSED)),
)


def pictures(
    window: MainWindow, take: Callable[[str, QWidget], None], close: Callable[[QDialog], None]
) -> None:
    """The dialogs, then the shelf of pictures; needs the tab of consents to be shown."""
    vault = window.vault
    assert vault is not None
    kept = [PictureId(keep_answer(vault, title=title, facts=one).id) for title, one in _KEPT]
    for name, dialog in _dialogs(vault, kept[0], window):
        dialog.open()
        take(f"consent-{name}", dialog)
        close(dialog)
    page = window.workspace.page_of("consents").show_shelf(PICTURES)
    page.refresh()
    page.select(kept[0])
    take("consent-pictures", window)


def _dialogs(vault: Vault, kept: PictureId, window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    case_id = _registered(vault)
    basis = BasisDialog(vault, case_id, window)
    for question, row in basis.rows.items():
        row.answer.set_value(question is Question.HARMLESS)
    yield "basis", basis
    yield "check", CheckDialog(vault, case_id, window)
    asked = PictureDialog(vault, window)
    for name, field in asked.questions.items():
        field.set_value(getattr(_CLASS, name))
    yield "picture", asked
    yield "picture-word", PictureDocumentDialog(vault, read_answer(vault, kept), window)


def _registered(vault: Vault) -> CaseId:
    content = starting.content_from("kindergarten_pictures", current_language())
    lacking = replace(content, unit="Tunet barnehage", irrevocable=Bilingual())
    return CaseId(register_form(vault, lacking).id)
