"""One more right in a case: what the person also asks for, or what fits better."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import RequestDialog
from gdpr_desktop.requests.rights import OFFERED, offered_by
from gdpr_desktop.requests.words import right_help, rights_words, words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class AddRightDialog(RequestDialog):
    """Choose the right; what the assessments so far offer stands first."""

    action = Action.ADD_RIGHT

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        intro = _("It gets an assessment and an answer of its own, on the same clock.")
        super().__init__(vault, case_id, parent, _("Add a right"), _("Add"), intro=intro)
        here = {part.right for part in self.request.parts}
        offered = offered_by(self.request)
        if offered:
            text = _("The assessment says that this fits: {rights}.")
            self.form.addRow(NoteBox(text.format(rights=rights_words(offered))))
        rest = [one for one in OFFERED if one not in here and one not in offered]
        self.right = Choice([(one, words(one)) for one in (*offered, *rest)], empty=_("Choose"))
        forms.add_row(self.form, _("&Right"), self.right, required=True, name="right")
        self.help = NoteBox()
        self.form.addRow(self.help)
        self.right.value_changed.connect(self._on_right_changed)
        if offered:
            self.right.set_value(offered[0])

    def _on_right_changed(self, *_value: object) -> None:
        right = self.right.value()
        self.help.say(right_help(right) if right is not None else "")

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.right.value() is None:
            found.append(FieldProblem(field="right", text=_("Choose a right.")))
        return found

    def do(self) -> Change:
        return service.add_right(self.vault, self.case_id, self.right.value())
