"""The places of a withdrawal: one is added, put right, or seen to."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.consents.codes import PlaceKind
from gdpr_desktop.consents.content import Place
from gdpr_desktop.consents.withdrawals.actions import Action
from gdpr_desktop.consents.withdrawals.dialogs.base import WithdrawalDialog
from gdpr_desktop.consents.withdrawals.model import Ended
from gdpr_desktop.consents.withdrawals.model import TaskOutcomeCode as Outcome
from gdpr_desktop.consents.withdrawals.places import must_be_told, offered
from gdpr_desktop.consents.withdrawals.service.stopping import add_place, change_place, end_place
from gdpr_desktop.consents.withdrawals.steps import Step
from gdpr_desktop.consents.withdrawals.summary import in_use
from gdpr_desktop.consents.withdrawals.words import words
from gdpr_desktop.consents.words import words as consent_words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId, TaskId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

_NOTE_LENGTH = 2000  # characters


class AddPlaceDialog(WithdrawalDialog):
    """A place that the form did not name."""

    form_code = Action.ADD.value
    step = Step.STOP

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(vault, case_id, parent, _("A place"), _("Add the place"))
        self._build(Place(name=""))

    def _build(self, place: Place) -> None:
        self.name = LineField(max_length=LINE_LENGTH)
        self.kind = Choice((one, consent_words(one)) for one in PlaceKind)
        self.responsible = LineField(max_length=LINE_LENGTH)
        self.other_basis = LineField(max_length=LINE_LENGTH)
        self.erasable = QCheckBox(_("It cannot be &deleted there: printed, handed out"))
        self.name.set_text(place.name)
        self.kind.set_value(place.kind)
        self.responsible.set_text(place.responsible)
        self.other_basis.set_text(place.other_basis)
        self.erasable.setChecked(not place.erasable)
        help_ = _("For example the website, a system, a file, a paper.")
        forms.add_row(self.form, _("&Where it is used"), self.name, help_, True, name="name")
        forms.add_row(self.form, _("&Kind"), self.kind, name="kind")
        help_ = _("A role is enough.")
        forms.add_row(self.form, _("Who &sees to it"), self.responsible, help_, name="responsible")
        help_ = _("For example arkivlova. Empty: it rests on the consent alone.")
        forms.add_row(
            self.form, _("Another &law to keep it by"), self.other_basis, help_, name="other_basis"
        )
        forms.add_row(self.form, "", self.erasable, name="erasable")

    def place(self) -> Place:
        """As filled in."""
        return Place(
            name=self.name.text(),
            kind=self.kind.value(),
            responsible=self.responsible.text(),
            erasable=not self.erasable.isChecked(),
            other_basis=self.other_basis.text(),
        )

    def do(self) -> Change:
        return add_place(self.vault, self.case_id, self.place())


class ChangePlaceDialog(AddPlaceDialog):
    """Put right what is known of a place."""

    form_code = Action.CHANGE.value

    def __init__(
        self, vault: Vault, case_id: CaseId, task_id: TaskId, parent: QWidget | None = None
    ) -> None:
        self.task_id = task_id
        WithdrawalDialog.__init__(
            self, vault, case_id, parent, _("Change the place"), _("Save"), task=task_id
        )
        task = cases.task(vault.db, task_id)
        self._build(replace(self.found.place(task), responsible=task.responsible))

    def do(self) -> Change:
        return change_place(self.vault, self.task_id, self.place())


class EndPlaceDialog(WithdrawalDialog):
    """What became of a place: what the form says of it is proposed."""

    form_code = Action.END.value
    step = Step.STOP

    def __init__(
        self, vault: Vault, case_id: CaseId, task_id: TaskId, parent: QWidget | None = None
    ) -> None:
        task = cases.task(vault.db, task_id)
        super().__init__(
            vault, case_id, parent, task.title, _("Note it"), intro=_intro(), task=task_id
        )
        self.task_id, self.place = task_id, self.found.place(task)
        self._hint(in_use(self.found, task))
        outcomes = offered(self.place, release=self.found.release)
        self.outcome = RadioChoice((one, words(one)) for one in outcomes)
        forms.add_row(self.form, _("&What was done"), self.outcome, name="outcome")
        self.other_basis = LineField(max_length=LINE_LENGTH)
        self.other_basis.set_text(self.place.other_basis)
        help_ = _("The person reads it in the letter. For example arkivlova.")
        self._basis_row = forms.add_row(
            self.form,
            _("The &law it is kept by"),
            self.other_basis,
            help_,
            True,
            name="other_basis",
        )
        self.done_on = self.day_row(_("D&one on"), "done_on", self.today)
        self.note = TextArea(max_length=_NOTE_LENGTH, lines=2)
        self._note_row = forms.add_row(self.form, _("&Note"), self.note, " ", name="note")
        self.outcome.value_changed.connect(self._on_outcome_chosen)
        first = Outcome.STOPPED if in_use(self.found, task) else outcomes[0]
        self.outcome.set_value(first)
        self._on_outcome_chosen(self.outcome.value())

    def _hint(self, used: bool) -> None:
        if self.found.release:
            text = _("Stop sharing. Nothing is deleted because of this.")
        elif used:
            text = _("Another answer about this place still holds. Stop only what was taken back.")
        elif must_be_told(self.place):
            text = _("Tell them that the consent is taken back, and ask them to delete.")
        else:
            text = ""
        self.form.addRow(NoteBox(text))

    def _on_outcome_chosen(self, outcome: Outcome) -> None:
        self._basis_row.setVisible(outcome is Outcome.KEPT)
        cannot = _("Why it cannot be undone. The person reads it in the letter.")
        kept = _("What is kept, and for how long. The person reads it in the letter.")
        texts = {Outcome.CANNOT: cannot, Outcome.KEPT: kept}
        self._note_row.set_help(texts.get(outcome, _("Only for the case.")))

    def do(self) -> Change:
        done_on = self.done_on.date()
        assert done_on is not None, "checked before"
        ended = Ended(
            task=self.task_id,
            outcome=self.outcome.value(),
            other_basis=self.other_basis.text(),
            note=self.note.text(),
        )
        return end_place(self.vault, self.task_id, ended, done_on)


def _intro() -> str:
    return _("To keep is also to use: what rests on the consent alone is deleted.")
