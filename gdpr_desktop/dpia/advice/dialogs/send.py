"""The assessment is sent to the officer: what is missing, and what is new since the last time."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.advice.comparing import changed_labels, compared
from gdpr_desktop.dpia.advice.dialogs.base import AssessmentDialog
from gdpr_desktop.dpia.advice.missing import missing
from gdpr_desktop.dpia.advice.rules import unsettled
from gdpr_desktop.dpia.advice.service import require_something, send
from gdpr_desktop.dpia.advice.words import missing_lines
from gdpr_desktop.dpia.catalogue.service import catalogue
from gdpr_desktop.dpia.steps import Step
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

_MOST = 8  # parts that are named as changed


class SendDialog(AssessmentDialog):
    """What is missing hinders nothing: also a draft may be advised on."""

    form_code = Action.SEND.value
    step = Step.OPINION

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Send to the officer")
        super().__init__(vault, case_id, parent, title, title)
        require_something(self.found)
        self._catalogue = catalogue(vault.db)
        again = bool(self.found.submissions)
        self._add_files_out()
        self._add_missing()
        self._add_unanswered()
        if again:
            self._add_changed()
        text = _(
            "What is written now is kept under a number of its own, and cannot be changed while"
            " the officer has it. You can take it back until the officer begins."
        )
        self.form.addRow(NoteBox(text))
        self.note = TextArea(lines=4)
        words = _("What is &new since the last time") if again else _("&Note to the officer")
        help_ = "" if again else _("For instance what you want advice about.")
        forms.add_row(self.form, words, self.note, help_, again, name="note")
        self.note.setFocus()

    def _add_missing(self) -> None:
        content = self.found.content
        lines = missing_lines(missing(self._catalogue, content), content, self._catalogue)
        if lines:
            more = _("You can send it all the same.")
            text = "\n".join((*(f"• {one}" for one in lines), more))
            self.form.addRow(NoteBox(text, _("This is missing"), role="notice"))

    def _add_files_out(self) -> None:
        out = [one.recipient for one in self.found.sent_files if one.is_out]
        if out:
            text = _("What is written there is not in what you send: {names}")
            title = _("Work files that are not taken in")
            names = ", ".join(dict.fromkeys(out))
            self.form.addRow(NoteBox(text.format(names=names), title, role="notice"))

    def _add_unanswered(self) -> None:
        waiting = [one for one in unsettled(self.found.content) if one.officer and not one.answer]
        if waiting:
            text = ngettext(
                "{count} of the officer's comments has no answer.",
                "{count} of the officer's comments have no answer.",
                len(waiting),
            )
            self.form.addRow(NoteBox(text.format(count=len(waiting)), role="notice"))

    def _add_changed(self) -> None:
        latest = self.found.latest
        sent = store.submission(self.vault.db, self.case_id, latest.number) if latest else None
        if sent is None:
            return
        pairs = compared(sent.content, self.found.content, self._catalogue)
        names = changed_labels(pairs)
        title = _("Changed since number {number}").format(number=sent.number)
        lines = [f"• {one}" for one in names[:_MOST]] or [_("Nothing has been changed.")]
        if len(names) > _MOST:
            more = len(names) - _MOST
            rest = ngettext("and {count} more", "and {count} more", more)
            lines.append(rest.format(count=more))
        self.form.addRow(NoteBox("\n".join(lines), title, role="side" if names else "notice"))

    def do(self) -> Change:
        return send(self.vault, self.case_id, self.note.text())
