"""The authority was notified, got more, or was told that it was no breach: three forms."""

from datetime import datetime

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.codes import Notice
from gdpr_desktop.breaches.dialogs.sending_base import SendingDialog
from gdpr_desktop.breaches.notifying import service
from gdpr_desktop.breaches.notifying.sheet import (
    contradictions,
    fingerprint,
    frozen,
    is_late,
    lacking,
    must_follow,
)
from gdpr_desktop.breaches.notifying.words import contradiction_words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


def _kept_words() -> str:
    return _("It is kept as it is sent, and cannot be changed afterwards.")


def _frozen_words() -> str:
    return _(
        "The sheet is kept as it is now, together with what you write here, and cannot be changed"
        " afterwards. If something turns out to be wrong, send the authority a follow-up and note"
        " that: the first entry stays, so that everybody can see what was sent when."
    )


class _ContentDialog(SendingDialog):
    """A message with a sheet: what is still missing, and when it follows."""

    def add_content(self) -> None:
        """Add the fields about what the sheet still lacks."""
        self.sections = service.sheet_of(self.vault, self.case_id, self.breach.case.language)
        left = [row for row in lacking(self.sections) if row.field != "late_reason"]
        text = ngettext(
            "{count} line of the sheet is not filled in.",
            "{count} lines of the sheet are not filled in.",
            len(left),
        )
        self.form.addRow(NoteBox(text.format(count=len(left)) if left else ""))
        clashes = contradictions(self.breach)
        told = "\n".join(contradiction_words(one) for one in clashes)
        self.form.addRow(NoteBox(told, _("This does not go together") if clashes else ""))
        self.despite = QCheckBox(_("It &was sent as it stands"))
        row = forms.add_row(self.form, "", self.despite, name="despite")
        row.setVisible(bool(clashes))
        self.missing = TextArea(max_length=5000, lines=3)
        self.missing.set_text("; ".join(row.label for row in left))
        help_ = _("What the authority will get later. Empty when everything was sent.")
        self.missing_row = forms.add_row(
            self.form, _("What is still &missing"), self.missing, help_, name="missing"
        )
        self.all_known = QCheckBox(_("This is all we &know"))
        help_ = _("Nothing more will follow. It is kept with what was sent.")
        row = forms.add_row(self.form, "", self.all_known, help_, name="all_known")
        row.setVisible(bool(must_follow(self.sections)))
        self.all_known.toggled.connect(self._on_missing_changed)
        help_ = _("The day stands on the overview until the rest has been sent.")
        self.follow_up_on = self.day_row(
            _("The rest &follows by"), "follow_up_on", None, help=help_, required=False
        )
        self.follow_up_row = self.follow_up_on.parentWidget()
        self.missing.text_changed.connect(self._on_missing_changed)
        self._on_missing_changed()

    def _on_missing_changed(self, *_value: object) -> None:
        row, more = self.follow_up_row, not self.all_known.isChecked()
        assert row is not None, "a field stands in its row"
        self.missing_row.setVisible(more)
        row.setVisible(more and bool(self.missing.text().strip()))

    def content(self) -> dict[str, object]:
        """What was filled in about what follows."""
        known = self.all_known.isChecked()
        missing = "" if known else self.missing.text()
        day = self.follow_up_on.date() if missing.strip() else None
        despite = self.despite.isChecked()
        return {
            "missing": missing,
            "follow_up_on": day,
            "despite": despite,
            "all_known": known,
        }


class NotifyDialog(_ContentDialog):
    """The first notification (art. 33(1))."""

    form_code = Action.NOTIFY.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("The authority was notified")
        deed = _("Note that it was notified")
        super().__init__(
            vault, case_id, parent, title, deed, intro=_kept_words(), why=_frozen_words()
        )
        self.clock_note = NoteBox()
        self.form.addRow(self.clock_note)
        self.add_sending()
        self.late_reason = TextArea(max_length=5000, lines=3)
        help_ = _("The authority must be told why it comes later than 72 hours.")
        self.late_row = forms.add_row(
            self.form,
            _("Why it was &late"),
            self.late_reason,
            help_,
            True,
            name="late_reason",
        )
        self.add_content()
        self.sent_at.value_changed.connect(self._on_moment_changed)
        self._on_moment_changed(self.sent_at.moment())

    def _on_moment_changed(self, moment: datetime | None) -> None:
        late = moment is not None and is_late(self.breach, moment)
        self.late_row.setVisible(late)
        due = long_instant(self.breach.clock.due)
        text = (
            _("This is later than 72 hours: they ended {when}.")
            if late
            else _("The 72 hours end {when}.")
        )
        self.clock_note.say(text.format(when=due))

    def do(self) -> Change:
        late = is_late(self.breach, self.moment())
        reason = self.late_reason.text() if late else ""
        sending = self.sending(late_reason=reason, **self.content())
        return service.note_first(self.vault, self.case_id, sending)


class FollowUpDialog(_ContentDialog):
    """More of what was missing (art. 33(4))."""

    form_code = Action.FOLLOW_UP.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title, deed = _("The authority got a follow-up"), _("Note the follow-up")
        super().__init__(
            vault, case_id, parent, title, deed, intro=_kept_words(), why=_frozen_words()
        )
        waiting = [one.missing for one in self.breach.notifications[-1:]]
        self.form.addRow(NoteBox("".join(waiting), _("What the authority waits for")))
        self.add_sending()
        self.add_content()
        self.again = LineField()
        same = self._same()
        text = _("Nothing has changed since the follow-up of {when}.")
        self.form.addRow(NoteBox(text.format(when=long_instant(same)) if same else ""))
        help_ = _("Only when the same was sent once more, with a new receipt.")
        row = forms.add_row(self.form, _("Why it was sent &again"), self.again, help_, name="again")
        row.setVisible(same is not None)

    def _same(self) -> datetime | None:
        """When the sheet as it stands now was sent as a follow-up; None when it was not."""
        sha256 = fingerprint(frozen(self.sections))
        sent = [
            one.sent_at
            for one in self.breach.notifications
            if one.kind is Notice.FOLLOW_UP and one.sha256 == sha256
        ]
        return sent[-1] if sent else None

    def do(self) -> Change:
        sending = self.sending(again=self.again.text(), **self.content())
        return service.note_follow_up(self.vault, self.case_id, sending)


class WithdrawDialog(SendingDialog):
    """It was no breach after all, and the authority was told so."""

    form_code = Action.WITHDRAW_NOTICE.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title, deed = _("Withdraw the notification"), _("Note the withdrawal")
        super().__init__(vault, case_id, parent, title, deed)
        text = _(
            "You note here that the authority was told that the notification is withdrawn, in the"
            " same form as it was sent. What was sent before stays as it was. The case stays open"
            " until you close it, and nothing that is done is undone. If it turns out to be a"
            " breach all the same, register it as a new case."
        )
        self.form.addRow(NoteBox(text, _("What follows")))
        self.add_sending()
        self.reason = TextArea(max_length=5000, lines=3)
        forms.add_row(
            self.form, _("&Why it is withdrawn"), self.reason, required=True, name="reason"
        )

    def do(self) -> Change:
        sending = self.sending(reason=self.reason.text())
        return service.withdraw(self.vault, self.case_id, sending)
