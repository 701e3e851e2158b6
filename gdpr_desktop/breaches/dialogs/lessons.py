"""What the municipality has learnt."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.dialogs.case_dialog import BreachDialog
from gdpr_desktop.breaches.following.service.lessons import note_lessons
from gdpr_desktop.breaches.model import Lessons
from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault


class LessonsDialog(BreachDialog):
    """What was learnt, and what is done otherwise from now on."""

    form_code = Action.LESSONS.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why = _(
            "A breach shall make the next one less likely. Ask what made it possible, not whose"
            " fault it was. This is required before the case is closed."
        )
        title = _("What did we learn?")
        super().__init__(vault, case_id, parent, title, _("Save"), why=why)
        before = self.breach.lessons
        self.learnt, self.changes = TextArea(lines=3), TextArea(lines=3)
        self.name = LineField(max_length=LINE_LENGTH)
        help_ = _("What made it possible? What worked when it was discovered, and what did not?")
        forms.add_row(self.form, _("&What we learnt"), self.learnt, help_, True, name="learnt")
        help_ = _("Routines, systems, training. Larger things are measures of their own.")
        forms.add_row(self.form, _("What we do &otherwise"), self.changes, help_, name="changes")
        forms.add_row(self.form, _("Written down &by"), self.name, required=True, name="name")
        self.noted_on = self.day_row(_("&Date"), "noted_on", self.today)
        self.name.set_text(vault.actor.name)
        if before is not None:
            self.learnt.set_text(before.learnt)
            self.changes.set_text(before.changes)
            self.name.set_text(before.name)

    def do(self) -> Change:
        noted_on = self.noted_on.date()
        assert noted_on is not None, "checked before"
        lessons = Lessons(
            learnt=self.learnt.text(),
            changes=self.changes.text(),
            name=self.name.text(),
            noted_on=noted_on,
        )
        return note_lessons(self.vault, self.case_id, lessons)
