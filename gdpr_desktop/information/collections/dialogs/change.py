"""The data shall serve another purpose, or the record was changed: people are told anew, or not."""

from datetime import date

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections import guidance, service
from gdpr_desktop.information.collections.actions import Action
from gdpr_desktop.information.collections.dialogs.base import CollectionDialog
from gdpr_desktop.information.collections.model import Intrusiveness, tell_before
from gdpr_desktop.information.collections.steps import Step
from gdpr_desktop.information.collections.words import words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.vault import Vault


class NewPurposeDialog(CollectionDialog):
    """The new purpose, when it begins, how deep it cuts: so by when people are told."""

    topic = "collection.new_purpose"

    action = Action.NEW_PURPOSE

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(
            vault,
            case_id,
            parent,
            _("A new purpose"),
            _("Save the new purpose"),
            intro=_("People are told anew, before the new use begins."),
            why=guidance.why(Step.CHANGE),
        )
        before = self.collection.new_purpose
        self._suggested: date | None = None
        self.text = TextArea(lines=3)
        forms.add_row(self.form, _("The new &purpose"), self.text, required=True, name="text")
        self.starts = self.day_row(
            _("The new use &begins"), "starts", before.starts if before else None
        )
        pairs = [(one, words(one)) for one in Intrusiveness]
        self.intrusiveness = RadioChoice(pairs)
        self.intrusiveness.set_value(before.intrusiveness if before else Intrusiveness.SOME)
        help_ = _("The more it does to people, the earlier they are told.")
        forms.add_row(
            self.form, _("What it &does to people"), self.intrusiveness, help_, name="intrusiveness"
        )
        self.tell_before = self.day_row(
            _("They are told b&y"), "tell_before", before.tell_before if before else None
        )
        self.text.set_text(before.text if before else "")
        self.starts.date_changed.connect(self._on_changed)
        self.intrusiveness.value_changed.connect(self._on_changed)

    def _on_changed(self, *_value: object) -> None:
        """Suggest the day, unless the person has chosen another."""
        starts, chosen = self.starts.date(), self.tell_before.date()
        if starts is not None and chosen in (None, self._suggested):
            self._suggested = tell_before(starts, self.intrusiveness.value())
            self.tell_before.set_date(self._suggested)

    def do(self) -> Change:
        starts = self.starts.date()
        assert starts is not None, "checked before"
        return service.note_new_purpose(
            self.vault,
            self.case_id,
            text=self.text.text(),
            starts=starts,
            intrusiveness=self.intrusiveness.value(),
            by=self.tell_before.date(),
        )


class SettleChangeDialog(CollectionDialog):
    """Why people need not be told of what was changed in the record."""

    action = Action.SETTLE_CHANGE

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("People need not be told")
        intro = _(
            "Only when the change does not touch them: a spelling put right, a law that has got"
            " another number."
        )
        super().__init__(vault, case_id, parent, title, _("Save"), intro=intro)
        self.reason = TextArea(max_length=5000, lines=3)
        forms.add_row(self.form, _("&Why"), self.reason, required=True, name="reason")

    def do(self) -> Change:
        return service.settle_change(self.vault, self.case_id, reason=self.reason.text())
