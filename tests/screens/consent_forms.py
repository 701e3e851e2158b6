"""Forms for consents: a new one, its texts and purposes, advice, approval, versions compared."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QDialog

from gdpr_desktop.consents.checking.basis import Question, questions
from gdpr_desktop.consents.checking.seen import asked
from gdpr_desktop.consents.checking.service import answer_basis, answer_points
from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms.actions import Action, Chosen
from gdpr_desktop.consents.forms.model import Approval, PointAnswer
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.forms.service.deciding import approve_form
from gdpr_desktop.consents.forms.service.intake import register_form
from gdpr_desktop.consents.forms.service.writing import write_form
from gdpr_desktop.consents.forms.starting import content_from
from gdpr_desktop.consents.page import FORMS
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import current_language
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

DIALOGS = (
    Action.CONTENT,
    Action.PURPOSES,
    Action.ADVICE,
    Action.APPROVE,
    Action.VERSIONS,
    Action.CLOSE,
)


def pictures(
    window: MainWindow, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """Take them, on a form of their own whose draft is newer than its version."""
    assert window.vault is not None, "it is unlocked"
    case_id = _changed_form(window.vault)
    tab = window.workspace.page_of("consents")
    tab.show_case(case_id)
    page = tab.show_shelf(FORMS)
    take("consent-form")
    page.open_intake()
    dialog = _dialog_of(page)
    dialog.kind.set_value(FormKind.CONFIDENTIALITY)
    dialog.start.set_value("school_cooperation")
    take("dialog-consent-new", dialog)
    dialog.save()
    take("dialog-consent-new-problems", dialog)
    close(dialog)
    for action in DIALOGS:
        page.case_view.start(Chosen(action=action))
        dialog = _dialog_of(page)
        take(f"dialog-consent-{action.value}", dialog)
        close(dialog)


def _dialog_of(page: object) -> QDialog:
    found = page.findChildren(QDialog)  # type: ignore[attr-defined]
    return next(one for one in found if one.isVisible())


def _changed_form(vault: Vault) -> CaseId:
    started = content_from("kindergarten_pictures", current_language())
    content: FormContent = replace(
        started, unit="Tunet barnehage", responsible="Styrar", contact="tlf. 55 00 00 00"
    )
    case_id = CaseId(register_form(vault, content).id)
    answers = {one: one is Question.LAW for one in questions(content.kind)}
    answer_basis(vault, case_id, answers)
    points = asked(read_form(vault, case_id))
    why = "Lese av to foreldre."
    answer_points(vault, case_id, (PointAnswer(number=one, yes=True, why=why) for one in points))
    today = vault.clock.today()
    approve_form(vault, case_id, Approval(name="Kari Nes", role="Rektor", decided_on=today))
    write_form(vault, case_id, replace(content, contact="tlf. 55 11 11 11"))
    return case_id
