"""What has ended is stopped and deleted: what, when, by whom."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.forms.actions import Action
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.renewal.dialogs.form_dialog import FollowUpDialog
from gdpr_desktop.consents.renewal.model import Why
from gdpr_desktop.consents.renewal.service import (
    MOST_UNDONE,
    Stopped,
    bundled,
    note_stopped,
    places_of,
)
from gdpr_desktop.consents.renewal.words import done_title, names_words, place_words, stop_words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId, TaskId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.ui.works_aside import FEW, WorksAside
from gdpr_desktop.vault import Vault


class ExpiredDialog(WorksAside, FollowUpDialog):
    """About the consents of one task; of all that have ended where no task is given."""

    def __init__(
        self, vault: Vault, case_id: CaseId, task: TaskId | None, parent: QWidget | None = None
    ) -> None:
        self._task_id = task
        ended = bundled(vault, case_id, [Why.EXPIRED], task)
        if not ended:
            raise RefusedError(_("Nothing has ended that is not noted as stopped already."))
        kind = read_form(vault, case_id).draft.kind
        super().__init__(vault, case_id, parent, done_title(kind), _("Note it"))
        self._count = len(ended)
        titles = [
            one.title
            for one in self.found.tasks
            if one.kind == Why.EXPIRED and not one.done and task in (None, one.id)
        ]
        self.form.addRow(label("\n".join(titles), "heading"))
        self.form.addRow(label(stop_words(kind)))
        self.form.addRow(NoteBox(names_words(ended), _("Whom it is about")))
        if len(ended) > MOST_UNDONE:
            text = _("More than {most} cannot be undone at once.").format(most=MOST_UNDONE)
            self.form.addRow(label(text, "muted"))
        places = [place_words(one, kind) for one in places_of(self.found, ended)]
        if places:
            self.form.addRow(NoteBox("\n".join(places), _("Where the form says it is used")))
        self.on = self.day_row(_("&Done on"), "on", self.today)
        self.by = LineField(max_length=LINE_LENGTH)
        self.by.set_text(vault.actor.name)
        forms.add_row(self.form, _("Done &by"), self.by, required=True, name="by")
        self.what = TextArea(lines=4)
        words, help_ = _asked(kind)
        forms.add_row(self.form, words, self.what, help_, True, name="what")
        code = Action.EXPIRED_DONE.value
        self.keep_draft_of(f"{code}.{task}" if task else code, case_id)

    def do(self) -> Change:
        return note_stopped(self.vault, self.case_id, self._stopped(), self._task_id)

    def is_long(self) -> bool:
        return self._count > FEW

    def job(self) -> Callable[[], Change]:
        self.require_answers()
        return partial(note_stopped, self.vault, self.case_id, self._stopped(), self._task_id)

    def _stopped(self) -> Stopped:
        day = self.on.date()
        assert day is not None, "checked before"
        return Stopped(on=day, by=self.by.text(), what=self.what.text())


def _asked(kind: FormKind) -> tuple[str, str]:
    """What is to be written, and the help under it."""
    if kind is FormKind.CONFIDENTIALITY:
        return _("&What was stopped"), _("Place by place: who has been told. No names.")
    help_ = _("Place by place. Say also what could not be deleted, and why. No names.")
    return _("&What was stopped and deleted"), help_
