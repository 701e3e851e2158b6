"""Start the round of a year, and change what stands around the answers of one."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.dialogs.base import EntryDialog
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.retention import service
from gdpr_desktop.register.retention.model import RetentionRound
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault

_EVERYBODY = -1
_WEEKS = 4  # to answer in


class StartDialog(DeedDialog):
    """Which year, whom, and by when they answer."""

    feature = "register"

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        intro = _(
            "Each unit is asked about the data of its activities. Afterwards you write the form to"
            " each of them."
        )
        super().__init__(vault, parent, _("Start a round"), _("Start the round"), intro=intro)
        year = self.today.year
        self.year = Choice([(one, str(one)) for one in (year, year - 1, year + 1)])
        everybody = (_EVERYBODY, _("All units with activities"))
        self.unit = Choice([everybody, *store.names(vault.db, EntryKind.UNIT)])
        forms.add_row(self.form, _("&Year"), self.year, name="year")
        forms.add_row(self.form, _("&Whom"), self.unit, name="unit")
        weeks = timedelta(weeks=_WEEKS)
        self.due = self.day_row(_("Answer &by"), "due", self.today + weeks)

    def do(self) -> Change:
        year, due = self.year.value(), self.due.date()
        if self.unit.value() == _EVERYBODY:
            return service.start_rounds(self.vault, year, due=due)
        return service.start_round(self.vault, year, self.unit.value(), due=due)


class RoundDialog(EntryDialog):
    """By when, by whom, and when to ask again. The answers have a form of their own."""

    kind = EntryKind.RETENTION_ROUND
    topic = "activity.retention"

    def __init__(
        self,
        vault: Vault,
        entry: Entry,
        parent: QWidget | None = None,
        part: str = "",
    ) -> None:
        super().__init__(vault, entry, parent, _("Change the round"), _("Save"), width=560)
        content: RetentionRound = entry.content
        self.responsible, self.note = LineField(), TextArea(lines=3)
        help_ = _("The role that answers for the data, not a person's name.")
        forms.add_row(
            self.form, _("&Responsible role"), self.responsible, help_, name="responsible"
        )
        self.due = self.day_row(_("Answer &by"), "due", content.due, required=False)
        self.sent_on = self.day_row(_("Form &written"), "sent_on", content.sent_on, required=False)
        self.follow_up = self.day_row(
            _("&Ask again"), "follow_up", content.follow_up, required=False
        )
        forms.add_row(self.form, _("No&te"), self.note, name="note")
        self.responsible.set_text(content.responsible)
        self.note.set_text(content.note)
        self.before = content

    def content(self) -> RetentionRound:
        return replace(
            self.before,
            responsible=self.responsible.text(),
            due=self.due.date(),
            sent_on=self.sent_on.date(),
            follow_up=self.follow_up.date(),
            note=self.note.text(),
        )
