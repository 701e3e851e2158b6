"""A note of an answer given by word of mouth."""

from datetime import UTC, datetime, time

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.clock import OSLO
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance, service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.rights.access import OralAnswer, answer_of
from gdpr_desktop.requests.words import words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.fields.time import TimeField
from gdpr_desktop.vault import Vault


class OralDialog(PartDialog):
    """What was said, to whom, when, and how we knew who it was."""

    action = Action.ORAL

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        why = guidance.note("oral").text
        title = _("Note an oral answer")
        super().__init__(vault, case_id, part_id, parent, title, _("Save the note"), why=why)
        self.what = TextArea(lines=6)
        forms.add_row(self.form, _("What was &said"), self.what, required=True, name="what")
        self.to_whom = LineField()
        forms.add_row(self.form, _("To &whom"), self.to_whom, required=True, name="to_whom")
        self.day = self.day_field(self.today)
        self.day.setObjectName("at")
        self.time = TimeField()
        self.time.setObjectName("at_time")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Date"), self.day, required=True),
            forms.FieldRow(_("&Time"), self.time, required=True),
            stretch=(3, 2),
        )
        self.identity = LineField(max_length=1000)
        forms.add_row(
            self.form,
            _("How you &knew who it was"),
            self.identity,
            required=True,
            name="identity",
        )
        self._show()

    def _show(self) -> None:
        written = answer_of(self.part)
        before = written.oral if written else None
        if before:
            local = before.at.astimezone(OSLO)
            self.what.set_text(before.what)
            self.to_whom.set_text(before.to_whom)
            self.day.set_date(local.date())
            self.time.set_time(local.time())
            self.identity.set_text(before.identity)
            return
        self.to_whom.set_text(self.request.recipient.name)
        if self.request.identity.method:
            self.identity.set_text(words(self.request.identity.method))

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.time.time() is None and not self.time.problem():
            found.append(FieldProblem(field="at_time", text=_("Give the time of day.")))
        return found

    def do(self) -> Change:
        day, at = self.day.date(), self.time.time()
        assert day is not None, "checked before"
        oral = OralAnswer(
            what=self.what.text(),
            to_whom=self.to_whom.text(),
            at=datetime.combine(day, at or time(), OSLO).astimezone(UTC),
            identity=self.identity.text(),
        )
        return service.give_oral_answer(self.vault, self.part_id, oral)
