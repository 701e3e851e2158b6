"""The forms: the list left, the chosen form right."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from gdpr_desktop.casework.model import Case, CaseFilter, CaseKind
from gdpr_desktop.casework.widgets.case_deeds import dialog_class
from gdpr_desktop.casework.widgets.case_list import CaseSource, case_columns
from gdpr_desktop.casework.widgets.case_page import CasePage, CaseShelf
from gdpr_desktop.consents.forms.guidance import step_texts
from gdpr_desktop.consents.forms.widgets.case_view import FormView
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.list_model import Column

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class FormsPage(CasePage):
    """Forms in use, being written, and out of use."""

    def __init__(self, vault: "Vault") -> None:
        due, title, step, number = case_columns(
            vault,
            step_words=_step_words,
            outcome_words=_ended_words,
            settled="",
            person=_("The form"),
        )
        due = replace(due, icon=partial(_due_look, due))
        shelf = CaseShelf(
            name="consent_forms",
            source=CaseSource(vault, (CaseKind.CONSENT_FORM,)),
            columns=(replace(title, width=260), replace(step, width=190), due, number),
            chips=(
                (CaseFilter.OPEN, _("In use or begun")),
                (CaseFilter.OVERDUE, _("Overdue")),
                (CaseFilter.MINE, _("Mine")),
                (CaseFilter.CLOSED, _("Out of use")),
            ),
            new_text=_("&New form"),
            empty_title=_("No forms yet"),
            empty_text=_(
                "A form is written once, checked against the handbook and approved. Then it is"
                " printed for one person or for a class, and the answers are registered here."
            ),
        )
        super().__init__(vault, FormView(vault), shelf)

    def open_intake(self) -> None:
        made = dialog_class("consents.forms.dialogs", "intake", "IntakeDialog")
        self.open_new(made(self._vault, self))


def _due_look(column: Column, case: Case) -> Any:
    """A form that is being written has no deadline, and nothing of it is to be ticked off."""
    if column.icon is None or (case.open and case.due is None):
        return None
    return column.icon(case)


def _step_words(code: str) -> str:
    return step_texts(code).action if code else ""


def _ended_words(code: str) -> str:
    return _("Out of use") if code else code
