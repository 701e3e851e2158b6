"""One letter to each of a group, saved in one file while the window stays alive."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.core.errors import AppError, FieldProblem, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.correspondence.model import DispatchChannel, LetterOrder
from gdpr_desktop.correspondence.words import channel_words
from gdpr_desktop.information.collections import guidance
from gdpr_desktop.information.collections.actions import Action
from gdpr_desktop.information.collections.dialogs.base import CollectionDialog
from gdpr_desktop.information.collections.letter_facts import letter_template
from gdpr_desktop.information.collections.service import bulk
from gdpr_desktop.information.collections.steps import Step
from gdpr_desktop.ui import forms, notices, tasks
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.vault import Vault

_CHANNELS = (
    DispatchChannel.DIGITAL_POST,
    DispatchChannel.ORDINARY_POST,
    DispatchChannel.REGISTERED_POST,
)


class BulkDialog(CollectionDialog):
    """The language, own words, and whether they are sent; then the letters are made."""

    action = Action.BULK

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Write to all of them")
        why = guidance.why(Step.TELL)
        super().__init__(vault, case_id, parent, title, _("Make the letters …"), why=why)
        count = len(self.collection.intake.recipients)
        text = ngettext(
            "{count} letter is made, and saved in one file (.zip).",
            "{count} letters are made, and saved in one file (.zip).",
            count,
        )
        self.form.addRow(label(text.format(count=count)))
        self.language = LanguageField()
        self.language.set_value(self.collection.case.language)
        forms.add_row(self.form, _("&Language"), self.language, name="language")
        self.child = QCheckBox(_("In words for &children"))
        self.child.setObjectName("child")
        self.form.addRow(self.child)
        self.own_words = TextArea(lines=4)
        forms.add_row(
            self.form,
            _("&Own words"),
            self.own_words,
            _("The same in every letter, so nothing about one of them."),
            name="own_words",
        )
        self.sent_on = self.day_field(None, required=False)
        help_ = _("Leave it blank until the letters go: people are told on this day.")
        forms.add_row(self.form, _("&Sent on"), self.sent_on, help_, name="sent_on")
        pairs = [(code, channel_words(code)) for code in _CHANNELS]
        self.channel = Choice(pairs, empty=_("Not chosen"))
        forms.add_row(self.form, _("Chan&nel"), self.channel, name="channel")
        self._ordered: LetterOrder | None = None
        self._batch: bulk.Batch | None = None  # while the letters are made
        self._progress = label("", "muted")
        self._progress.hide()
        self.form.addRow(self._progress)
        self._timer = QTimer(self)
        self._timer.setInterval(200)
        self._timer.timeout.connect(self._show_progress)

    def order(self) -> LetterOrder:
        """The letters as ordered now."""
        channel = self.channel.value()
        return LetterOrder(
            template=letter_template(self.collection, child=self.child.isChecked()),
            language=self.language.value(),
            changes={"own_words": self.own_words.text()},
            sent_on=self.sent_on.date(),
            channel=channel.value if channel else "",
        )

    def save(self) -> None:
        """Ask for the place, then let the worker make the letters; the dialog waits for them."""
        forms.clear_problems(self)
        try:
            require_valid(self.field_problems())
            path = self._ask_path()
            if path is None:
                return
            order = self.order()
            batch = bulk.prepare(self.vault, self.case_id, order, path)
        except AppError as error:
            self._refused(error)
            return
        self._ordered, self._batch = order, batch
        self.save_button.setEnabled(False)
        self._show_progress()
        self._timer.start()
        tasks.run(
            partial(bulk.write, batch),
            title=_("Making the letters"),
            on_done=self._on_written,
            on_error=self._refused,
            cancel=batch.stop.set,
        )

    def _show_progress(self) -> None:
        batch = self._batch
        if batch is None:
            return
        text = _("{done} of {count} letters are made. Cancel stops it, and nothing is saved.")
        self._progress.setText(text.format(done=batch.done[0], count=len(batch.names)))
        self._progress.show()

    def _at_rest(self) -> None:
        self._batch = None
        self._timer.stop()
        self._progress.hide()
        self.save_button.setEnabled(True)

    def reject(self) -> None:
        """Cancel stops the letters first, and only then leaves the form."""
        if self._batch is None:
            super().reject()
        else:
            self._batch.stop.set()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._batch is not None:
            self._batch.stop.set()  # nobody would tell the case of them
        super().closeEvent(event)

    def _refused(self, error: AppError) -> None:
        self._at_rest()
        problems: tuple[FieldProblem, ...] = getattr(error, "problems", ())
        if problems:
            self.show_problems(problems)
        else:
            self.show_error(error)

    def _ask_path(self) -> Path | None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        name = bulk.suggested_name(self.vault, self.case_id, self.today)
        filter_ = _("Packed folder (*.zip)")
        return notices.save_path(self, self.windowTitle(), folder / name, filter_)

    def _on_written(self, written: bulk.Written) -> None:
        assert self._ordered is not None
        self._at_rest()
        try:
            change = bulk.record(self.vault, self.case_id, self._ordered, written)
        except AppError as error:
            self._refused(error)
            return
        self._before = None
        self.end_draft()
        self.accepted_value.emit(change)
        self.accept()
