"""The tab «DPIA»: the list and the case, or the wizard over the whole width."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from gdpr_desktop.casework.model import CaseFilter, CaseKind
from gdpr_desktop.casework.widgets.case_deeds import dialog_class
from gdpr_desktop.casework.widgets.case_list import CaseSource, case_columns
from gdpr_desktop.casework.widgets.case_page import CasePage, CaseShelf
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.dpia.actions import Action, Chosen, may
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.widgets.case_view import DpiaView
from gdpr_desktop.dpia.words import words
from gdpr_desktop.ui.feature import call

if TYPE_CHECKING:
    from gdpr_desktop.dpia.wizard.page import WizardPage
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft


_NONE = {
    CaseFilter.OPEN: N_(
        "No assessment is open. Begin a new one when something new is planned, or when a"
        " processing changes."
    ),
    CaseFilter.OVERDUE: N_(
        "Nothing is overdue. Here stands what should have been advised on, answered or looked at"
        " again."
    ),
    CaseFilter.MINE: N_("No assessment is yours. Who is to write one, is chosen in the case."),
    CaseFilter.CLOSED: N_(
        "No assessment is closed. What is over or dropped stands here, and can be opened again."
    ),
}


class AssessmentsPage(CasePage):
    """Assessments that are asked about, written, in force and over."""

    def __init__(self, vault: "Vault") -> None:
        due, title, step, number = case_columns(
            vault,
            step_words=_no_words,
            outcome_words=_state_words,
            settled=_("No deadline"),
            person=_("The assessment"),
        )
        due = replace(due, icon=_only_when_due(due.icon), tone=_quiet(due.tone))
        state = replace(step, header=_("State"), text=_state_of, width=190)
        shelf = CaseShelf(
            name="assessments",
            source=CaseSource(vault, (CaseKind.DPIA,)),
            columns=(replace(title, width=260), state, due, number),
            chips=(
                (CaseFilter.OPEN, _("Open")),
                (CaseFilter.OVERDUE, _("Overdue")),
                (CaseFilter.MINE, _("Mine")),
                (CaseFilter.CLOSED, _("Closed")),
            ),
            new_text=_("&New assessment"),
            empty_title=_("No assessments yet"),
            empty_text=_(
                "Begin with what you plan to do. A few questions tell whether an assessment is"
                " needed, and you are led through it page by page."
            ),
        )
        self.assessment = DpiaView(vault)
        super().__init__(vault, self.assessment, shelf)
        self.chips_changed.connect(self._teach)
        self.search_changed.connect(self._teach)
        self._teach()

    def _teach(self, _changed: object = None) -> None:
        """What a chip shows, where it has nothing to show."""
        chips = self.checked_chips()
        code = next(iter(chips)) if len(chips) == 1 and not self.search.text().strip() else None
        self.nothing.setText(_(_NONE[code]) if code in _NONE else _("Nothing matches."))

    def open_intake(self) -> None:
        made = dialog_class("dpia.screening.dialogs", "start", "StartDialog")
        dialog = made(self._vault, self)
        self.open_new(dialog)
        dialog.accepted_value.connect(self._on_begun)

    def _on_begun(self, _change: Change) -> None:
        QTimer.singleShot(0, self, self._ask_need)  # once the dialog has closed

    def _ask_need(self) -> None:
        """The first page is written: go on with the questions."""
        found = self.assessment.found
        begun = found is not None and found.state is State.SCREENING and found.screening is None
        if begun and may(Action.SCREEN, self._vault.actor.role):
            self.assessment.start(Chosen(action=Action.SCREEN))


class DpiaTab(QStackedWidget):
    """What the window asks of a page is passed on to what is shown."""

    def __init__(self, vault: "Vault") -> None:
        super().__init__()
        self._vault = vault
        self.cases = AssessmentsPage(vault)
        self.wizard: WizardPage | None = None
        self.addWidget(self.cases)
        self.cases.assessment.deeds.open_wizard = self.open_wizard

    def open_wizard(self, case_id: CaseId, section: str = "") -> None:
        """Show the wizard on an assessment, at a section or where it was left."""
        if self.wizard is None:
            from gdpr_desktop.dpia.wizard.page import WizardPage

            self.wizard = WizardPage(self._vault)
            self.wizard.left.connect(self.close_wizard)
            self.addWidget(self.wizard)
        self.wizard.show_case(case_id, section)
        self.setCurrentWidget(self.wizard)

    def close_wizard(self) -> None:
        """Back to the list and the case."""
        self.setCurrentWidget(self.cases)
        self.cases.refresh()

    def show_case(self, case_id: CaseId) -> None:
        """Choose an assessment in the list."""
        self._leave_wizard()
        self.cases.show_case(case_id)

    def show_list(self, chip: CaseFilter) -> None:
        """Show the assessments of one chip."""
        self._leave_wizard()
        self.cases.show_list(chip)

    def selected_id(self) -> int | None:
        """The case that is shown."""
        return self.cases.selected_id()

    def resume_draft(self, draft: "Draft") -> None:
        """Go to the case, and open the dialog that the draft was typed in."""
        self._leave_wizard()
        self.cases.resume_draft(draft)

    def refresh(self, change: Change | None = None) -> None:
        """What is shown reads anew; the list does when the wizard is left."""
        call(self.currentWidget(), "refresh", change)

    def find(self) -> None:
        """Go to the search field."""
        call(self.currentWidget(), "find")

    def new(self) -> None:
        """Begin an assessment."""
        self._leave_wizard()
        self.cases.new()

    def leave(self) -> None:
        """Locking or closing."""
        for index in range(self.count()):
            call(self.widget(index), "leave")

    def undo_words(self) -> str:
        """What Ctrl+Z takes back."""
        made = getattr(self.currentWidget(), "undo_words", None)
        return str(made()) if made else ""

    def undo(self) -> None:
        """Take it back."""
        call(self.currentWidget(), "undo")

    def _leave_wizard(self) -> None:
        if self.wizard is not None and self.currentWidget() is self.wizard:
            self.wizard.leave()
            self.close_wizard()


def _only_when_due(icon: Any) -> Any:
    return lambda case: icon(case) if case.due or not case.open else None


def _quiet(tone: Any) -> Any:
    return lambda case: tone(case) if case.due or not case.open else "muted"


def _no_words(code: str) -> str:
    return code


def _state_words(code: str) -> str:
    return words(State(code)) if code else ""


def _state_of(case: Any) -> str:
    said = _state_words(case.outcome)
    if case.outcome == State.NOT_NEEDED and case.open and case.due:
        again = _("look again {day}").format(day=long_date(case.due))
        return f"{said} · {again}"
    return said
