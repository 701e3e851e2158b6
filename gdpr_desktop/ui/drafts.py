"""Keeps what is typed in one dialog while it is not saved (the file's part: vault/drafts.py)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from gdpr_desktop.core.clock import OSLO, local_date
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import form_state
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.vault import drafts

if TYPE_CHECKING:
    from gdpr_desktop.core.ids import CaseId
    from gdpr_desktop.ui.dialog import FormDialog
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.drafts import Draft

STILL_FOR = 1000  # milliseconds without a change
AT_LATEST = 5000  # milliseconds, for who types without a pause


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftKey:
    """Which form: ``feature.form``, and of which case."""

    form: str
    case_id: "CaseId | None" = None


def clock_words(instant: datetime, today: date) -> str:
    """``kl. 05:04``, or day and time when it was another day."""
    local = instant.astimezone(OSLO)
    if local_date(instant) == today:
        return _("{time} o'clock").format(time=f"{local:%H:%M}")
    return long_instant(instant)


def unfinished(vault: "Vault") -> "tuple[Draft, ...]":
    """The user's drafts of what was never saved, newest first."""
    return tuple(draft for draft in drafts.all_of(vault) if not draft.data.get("done"))


class DraftKeeper(QObject):
    """Saves the draft of ``dialog`` when typing stops; brings it back when the dialog is shown.

    Only what differs from the untouched form is kept, so that what the case says anew since is
    not overwritten by what it said then.
    """

    def __init__(self, dialog: "FormDialog", vault: "Vault", key: DraftKey) -> None:
        super().__init__(dialog)
        self._dialog, self._vault, self._key = dialog, vault, key
        self._untouched: form_state.State = {}
        self._kept: form_state.State = {}
        self._remembered: Draft | None = None
        self._soon = self._timer(STILL_FOR)
        self._latest = self._timer(AT_LATEST)

    def _timer(self, milliseconds: int) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(self.keep)
        return made

    def begin(self, page: Any) -> "Draft | None":
        """The dialog stands as its case says: watch it from here. Gives the draft put back."""
        self._untouched = self._dialog.draft_state()
        draft = drafts.load(self._vault, self._key.form, self._key.case_id)
        if draft is not None:
            self._dialog.restore_draft(draft.data.get("state", {}))
            self._kept = self._changes()
            self._remembered = draft if draft.data.get("done") else None
        if not self._vault.read_only:
            form_state.watch(page, self._on_page_changed)
        return draft

    def restored_words(self, draft: "Draft") -> str:
        """The line at the top of the dialog."""
        if draft.data.get("done"):
            return _("What you wrote in this letter before is brought back.")
        when = clock_words(draft.saved_at, self._vault.clock.today())
        return _("The draft from {when} is brought back.").format(when=when)

    def keep(self) -> bool:
        """Save the draft now; False when there was no room for it."""
        self.stop()
        state = self._changes()
        if state == self._kept or self._vault.read_only:
            return True
        try:
            self._write(state)
        except AppError as error:
            bus.draft_told.emit(_("The draft is not saved. {why}").format(why=error.text))
            return False
        self._kept = state
        return True

    def remember(self) -> None:
        """The deed is done, but what was typed comes back when the form is opened again."""
        self.stop()
        try:
            self._save(self._changes(), done=True)
        except AppError as error:
            bus.draft_told.emit(_("The draft is not saved. {why}").format(why=error.text))

    def forget(self) -> None:
        """The deed is done, or the draft is not wanted."""
        self.stop()
        self._kept = {}
        try:
            drafts.discard(self._vault, self._key.form, self._key.case_id)
        except AppError as error:  # what the person did is done; an old draft is no harm
            bus.draft_told.emit(
                _("An old draft could not be removed. {why}").format(why=error.text)
            )
            return
        bus.draft_told.emit("")

    def drop(self) -> None:
        """Left without saving: what was typed is not wanted, what was done with before is."""
        before = self._remembered
        if before is None:
            self.forget()
            return
        self.stop()
        try:
            drafts.save(self._vault, before.form, before.case_id, before.data)
        except AppError as error:
            bus.draft_told.emit(_("The draft is not saved. {why}").format(why=error.text))
            return
        bus.draft_told.emit("")

    def start_again(self) -> None:
        """Put the form back as it was before anything was typed."""
        self._dialog.restore_draft(self._untouched)
        self.forget()

    def stop(self) -> None:
        """Nothing more is saved by itself."""
        self._soon.stop()
        self._latest.stop()

    def is_unsaved(self) -> bool:
        """Is something typed that is not in the draft yet?"""
        return self._changes() != self._kept

    def _changes(self) -> form_state.State:
        return self._dialog.draft_changes(self._untouched)

    def _write(self, state: form_state.State) -> None:
        if not state:
            drafts.discard(self._vault, self._key.form, self._key.case_id)
            bus.draft_told.emit("")
            return
        draft = self._save(state, done=False)
        when = clock_words(draft.saved_at, self._vault.clock.today())
        bus.draft_told.emit(_("Draft saved {when}").format(when=when))

    def _save(self, state: form_state.State, *, done: bool) -> "Draft":
        title, about = self._dialog.windowTitle(), self._dialog.draft_about()
        data = {"title": title, "about": about, "state": state, "done": done}
        return drafts.save(self._vault, self._key.form, self._key.case_id, data)

    def _on_page_changed(self, *_value: object) -> None:
        self._soon.start()
        if not self._latest.isActive():
            self._latest.start()
