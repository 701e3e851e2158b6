"""Measures: one is added, put right, or carried out."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.dialogs.case_dialog import BreachDialog
from gdpr_desktop.breaches.following.measures import proposals
from gdpr_desktop.breaches.following.service.measures import add_measure, change_measure, note_done
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId, TaskId
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault

_NOTE_LENGTH = 2000  # characters


class MeasureDialog(BreachDialog):
    """A measure that is planned, or one that was carried out at once."""

    form_code = Action.MEASURE_ADD.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why = _(
            "What was done to limit the damage, and what shall prevent that it happens again,"
            " belongs in the documentation and in the notification (article 33(3)(d) and (5))."
        )
        title = _("A measure")
        super().__init__(vault, case_id, parent, title, _("Add the measure"), why=why)
        offered = proposals(self.breach.intake.incident, current_language())
        self.proposal = Choice(((one, one) for one in offered), empty=_("Write it yourself"))
        self.title = LineField(max_length=LINE_LENGTH)
        self.state = RadioChoice(
            ((False, _("It is &planned")), (True, _("It is done a&lready"))), horizontal=True
        )
        forms.add_row(self.form, _("Pro&posals"), self.proposal, name="proposal")
        forms.add_row(self.form, _("&What shall be done"), self.title, required=True, name="title")
        forms.add_row(self.form, _("How far it has come"), self.state, name="state")
        self.responsible = LineField(max_length=LINE_LENGTH)
        self.due: DateField = self.day_field(None)
        self.done_on = self.day_field(self.today)
        self.note = TextArea(max_length=_NOTE_LENGTH, lines=2)
        self._build()
        self.proposal.value_changed.connect(self._on_proposal)
        self.state.value_changed.connect(self._on_state)
        self.state.set_value(False)

    def _build(self) -> None:
        self.responsible.setObjectName("responsible")
        help_ = _("A role is enough.")
        forms.add_row(
            self.form, _("Who &answers for it"), self.responsible, help_, name="responsible"
        )
        self._due = forms.add_row(
            self.form, _("Shall be done &by"), self.due, required=True, name="due"
        )
        self._done = forms.add_row(
            self.form, _("D&one on"), self.done_on, required=True, name="done_on"
        )
        help_ = _("What shall be done, or what was done, in a sentence or two.")
        forms.add_row(self.form, _("&Note"), self.note, help_, name="note")

    def _on_proposal(self, text: str | None) -> None:
        if text is not None:
            self.title.set_text(text)

    def _on_state(self, done: bool) -> None:
        self._due.setVisible(not done)
        self._done.setVisible(done)

    def do(self) -> Change:
        done = bool(self.state.value())
        return add_measure(
            self.vault,
            self.case_id,
            title=self.title.text(),
            responsible=self.responsible.text(),
            due=None if done else self.due.date(),
            done_on=self.done_on.date() if done else None,
            note=self.note.text(),
        )


class _OfOne(BreachDialog):
    """A deed on one measure, whose drafts carry its number."""

    def __init__(
        self,
        vault: Vault,
        case_id: CaseId,
        task_id: TaskId,
        parent: QWidget | None,
        title: str,
        deed: str,
        *,
        intro: str = "",
    ) -> None:
        self.task = cases.task(vault.db, task_id)
        super().__init__(vault, case_id, parent, title, deed, intro=intro or self.task.title)

    def keep_draft_of(self, form: str, case_id: CaseId | None) -> None:
        super().keep_draft_of(f"{form}.{self.task.id}", case_id)

    def draft_about(self) -> str:
        return f"{super().draft_about()}: {self.task.title}"


class ChangeMeasureDialog(_OfOne):
    """Put a planned measure right: what, by whom, by when."""

    form_code = Action.MEASURE_CHANGE.value

    def __init__(
        self, vault: Vault, case_id: CaseId, task_id: TaskId, parent: QWidget | None = None
    ) -> None:
        title = _("Change the measure")
        super().__init__(vault, case_id, task_id, parent, title, _("Save"))
        self.title = LineField(max_length=LINE_LENGTH)
        self.responsible = LineField(max_length=LINE_LENGTH)
        self.note = TextArea(max_length=_NOTE_LENGTH, lines=2)
        self.title.set_text(self.task.title)
        self.responsible.set_text(self.task.responsible)
        self.note.set_text(self.task.note)
        words = _("&What shall be done")
        forms.add_row(self.form, words, self.title, required=True, name="title")
        words = _("Who &answers for it")
        forms.add_row(self.form, words, self.responsible, required=True, name="responsible")
        self.due = self.day_row(_("Shall be done &by"), "due", self.task.due)
        forms.add_row(self.form, _("&Note"), self.note, name="note")

    def do(self) -> Change:
        return change_measure(
            self.vault,
            self.task.id,
            title=self.title.text(),
            responsible=self.responsible.text(),
            due=self.due.date(),
            note=self.note.text(),
        )


class DoneDialog(_OfOne):
    """A measure was carried out: when, and what was done."""

    form_code = Action.MEASURE_DONE.value

    def __init__(
        self, vault: Vault, case_id: CaseId, task_id: TaskId, parent: QWidget | None = None
    ) -> None:
        title = _("The measure is carried out")
        super().__init__(vault, case_id, task_id, parent, title, _("Save"))
        self.done_on = self.day_row(_("&Done on"), "done_on", self.today)
        self.what = TextArea(max_length=_NOTE_LENGTH, lines=3)
        self.what.set_text(self.task.note)
        forms.add_row(self.form, _("&What was done"), self.what, required=True, name="note")

    def do(self) -> Change:
        done_on = self.done_on.date()
        assert done_on is not None, "checked before"
        return note_done(self.vault, self.task.id, done_on=done_on, what=self.what.text())
