"""The yearly follow-up: are purpose and use still the same?"""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.consents.forms.actions import Action
from gdpr_desktop.consents.forms.model import Review
from gdpr_desktop.consents.renewal.dialogs.form_dialog import FollowUpDialog
from gdpr_desktop.consents.renewal.service import note_review
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class ReviewDialog(FollowUpDialog):
    """Yes: a new year. No: what must be done is said, and the deadline stays."""

    form_code = Action.REVIEW.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(vault, case_id, parent, _("Follow up the form"), _("Note it"))
        if self.found.latest is None:
            raise RefusedError(_("The form is not approved yet, so there is nothing to follow up."))
        self.form.addRow(NoteBox(self._said(), _("What the form says")))
        self.same = RadioChoice(
            (
                (True, _("Yes, purpose and use are the &same")),
                (False, _("No, something has &changed")),
            )
        )
        forms.add_row(self.form, _("Is this still how it is?"), self.same, name="same")
        self.what_now = NoteBox(
            _(
                "Stop what the form does not say. Then write the form as it is now, go through the"
                " sixteen points and have it approved: it becomes a new version. Those who have"
                " answered have not said yes to what is new. Ask them again."
            )
        )
        self.form.addRow(self.what_now)
        self.reviewed_on = self.day_row(_("L&ooked at on"), "reviewed_on", self.today)
        self.who = LineField(max_length=LINE_LENGTH)
        help_ = _("Who answers for the form: {role}.").format(role=self._responsible())
        forms.add_row(
            self.form,
            _("Confir&med by"),
            self.who,
            help_ if self._responsible() else "",
            True,
            name="name",
        )
        self.note = TextArea(lines=3)
        self.note_row = forms.add_row(self.form, _("&Note"), self.note, name="note")
        self.same.value_changed.connect(self._on_same)
        self._on_same(None)

    def _responsible(self) -> str:
        return self.found.draft.responsible

    def _said(self) -> str:
        latest, language = self.found.latest, self.found.case.language
        assert latest is not None, "refused before"
        content = latest.content
        texts = [f"– {one.text.in_(language)}" for one in content.purposes]
        use = content.use.in_(language)
        return "\n".join([*texts, use] if use else texts)

    def _on_same(self, same: bool | None) -> None:
        self.what_now.setVisible(same is False)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.same.value() is None:
            found.append(FieldProblem(field="same", text=_("Choose yes or no.")))
        return found

    def do(self) -> Change:
        day = self.reviewed_on.date()
        assert day is not None, "checked before"
        review = Review(
            reviewed_on=day,
            name=self.who.text(),
            same=bool(self.same.value()),
            note=self.note.text(),
        )
        return note_review(self.vault, self.case_id, review)
