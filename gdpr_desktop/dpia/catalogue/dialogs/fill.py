"""Empty answers are filled from the record of processing: what, is shown first."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem, InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.dpia.catalogue import filling
from gdpr_desktop.dpia.catalogue.widgets.proposals import ProposalsField
from gdpr_desktop.dpia.catalogue.words import answer_lines
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.register.entries.model import EntryId
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class FillDialog(CaseDialog):
    """Raises ``RefusedError`` where there is no activity to fill from."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        known = filling.activities(vault, read_dpia(vault, case_id))
        if not known:
            raise RefusedError(
                _("There is no processing activity in the record yet."),
                hint=_("Write the activity in the record first, or answer the questions here."),
            )
        intro = _(
            "What the record says of the activity is put into answers that are empty. You can"
            " change it afterwards. Nothing that is written already is touched."
        )
        super().__init__(
            vault,
            case_id,
            parent,
            _("Fill in from the record"),
            _("&Fill in"),
            intro=intro,
            width=720,
        )
        self.activity = Choice(known)
        forms.add_row(self.form, _("&Activity"), self.activity, name="activity")
        self.nothing = label("")
        self.form.addRow(self.nothing)
        self.proposals = ProposalsField()
        words = _("What is filled in")
        self.row = forms.add_row(self.form, words, self.proposals, name="questions")
        self.left = NoteBox()
        self.form.addRow(self.left)
        self.activity.value_changed.connect(self._on_activity_changed)
        self._show(self.activity.value())

    def is_dirty(self) -> bool:
        return False  # ticks are soon made again

    def do(self) -> Change:
        chosen = frozenset(self.proposals.value())
        if not chosen and self.proposals.boxes:
            text = _("Tick at least one answer.")
            raise InvalidInputError([FieldProblem(field="questions", text=text)])
        return filling.fill(self.vault, self.case_id, self.activity.value(), chosen)

    def _on_activity_changed(self, activity_id: EntryId) -> None:
        self._show(activity_id)

    def _show(self, activity_id: EntryId) -> None:
        try:
            found = filling.proposals(self.vault, self.case_id, activity_id)
        except AppError as error:  # this one cannot be read; another may be chosen
            self._offer((), str(error))
            return
        self._offer(found, _("All that the record says of this activity is answered already."))

    def _offer(self, found: tuple[filling.Proposal, ...], nothing: str) -> None:
        language, said = current_language(), self.case.language
        new = tuple(one for one in found if not one.taken)
        self.proposals.offer(
            (
                one.question.id,
                one.question.text.in_(language),
                answer_lines(one.question, one.answer, said),
            )
            for one in new
        )
        taken = [one.question.text.in_(language) for one in found if one.taken]
        self.left.say("\n".join(taken), _("Answered already, and left as it is") if taken else "")
        self.row.setVisible(bool(new))
        self.nothing.setText("" if new else nothing)
        self.nothing.setVisible(not new)
        self.save_button.setEnabled(bool(new))
