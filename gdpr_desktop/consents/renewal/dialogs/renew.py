"""Letters to those whose consent ends, and to children who are old enough to answer."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from gdpr_desktop.casework.model import Task
from gdpr_desktop.consents.renewal import sending
from gdpr_desktop.consents.renewal.dialogs.form_dialog import FollowUpDialog
from gdpr_desktop.consents.renewal.recipients import Addressee
from gdpr_desktop.consents.renewal.sending import Started
from gdpr_desktop.consents.renewal.words import letters_words, names_words
from gdpr_desktop.core.errors import AppError, FieldProblem, InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.correspondence.many_files import Shape, Watch, Written
from gdpr_desktop.ui import forms, notices, tasks
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

_EVERY = 150  # milliseconds between looks at how far the worker has come


class RenewDialog(FollowUpDialog):
    """One letter each, in one long file or a folder. Nothing is typed that a draft should keep."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(
            vault, case_id, parent, _("Ask again for consent"), _("&Make the letters …")
        )
        offered = sending.asking_tasks(self.found)
        if not offered:
            raise RefusedError(
                _("Nobody is to be asked again now."),
                hint=_("Who is to be asked shows up by itself before a consent ends."),
            )
        self._started: Started | None = None
        self._watch: Watch | None = None
        self._locked = False
        self._people: tuple[Addressee, ...] = ()
        self._build(offered)
        self.bundles.draft_changed.connect(self._on_bundles)
        self.bundles.set_value([one.id for one in offered])
        self._on_bundles()

    def _build(self, offered: tuple[Task, ...]) -> None:
        self.bundles = PicksField([(one.id, one.title) for one in offered])
        forms.add_row(self.form, _("Who is &asked"), self.bundles, name="bundles")
        self.who = NoteBox(title=_("The letters"))
        self.form.addRow(self.who)
        self.answer_by = self.day_row(
            _("A&nswer by"),
            "answer_by",
            None,
            help=_("Stands in the letter. Blank: no day is named."),
            required=False,
        )
        self.shape = RadioChoice(
            (
                (Shape.LONG, _("One long Word file, ready to print")),
                (Shape.FOLDER, _("A Word file for each person, in a new folder")),
            )
        )
        self.shape.set_value(Shape.LONG)
        forms.add_row(self.form, _("The letters &become"), self.shape, name="shape")
        text = _(
            "The letter says that the form comes with it: make the forms with «{deed}». Note the"
            " answers as they come. Who has not answered when the consent ends has not said yes."
        )
        self.form.addRow(NoteBox(text.format(deed=_("Make forms for a group …"))))
        self._build_progress()

    def _build_progress(self) -> None:
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Making the letters"))
        self.progress = label("", "muted")
        for widget in (self.bar, self.progress):
            self.form.addRow(widget)
            widget.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._show_progress)

    def is_dirty(self) -> bool:
        return False  # it is chosen again in a moment

    def _on_bundles(self) -> None:
        self._people = sending.people(self.vault, self.case_id, self.bundles.value())
        about = tuple({one.consent.id: one.consent for one in self._people}.values())
        self.who.say(f"{letters_words(self._people)}\n{names_words(about)}")
        self.save_button.setEnabled(bool(self._people))
        if self._people:
            self.answer_by.set_date(sending.answer_by(self._people, self.today))

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        day = self.answer_by.date()
        if day is not None and day < self.today:
            text = _("This day has passed already.")
            found.append(FieldProblem(field="answer_by", text=text))
        return found

    def save(self) -> None:
        """Ask for a place, and have the worker make the letters."""
        if not self.save_button.isEnabled() or self._started is not None:
            return
        self._general.hide()
        forms.clear_problems(self)
        try:
            if problems := self.field_problems():
                raise InvalidInputError(problems)
            self._make()
        except InvalidInputError as error:
            self.show_problems(error.problems)
        except AppError as error:
            self.show_error(error)

    def _make(self) -> None:
        shape = self.shape.value()
        path = self._ask_place(shape)
        if path is None:
            return
        batch = sending.batch_of(self.vault, self.case_id, self._people, self.answer_by.date())
        chosen = self.bundles.value()
        started = sending.begin(self.vault, self.case_id, batch, shape, path, chosen)
        self._started, self._watch = started, Watch()
        self.save_button.setEnabled(False)
        self._show_progress()
        self._timer.start()
        tasks.run(
            partial(sending.write, started, self._watch),
            title=_("Making the letters"),
            on_done=self._on_written,
            on_error=self._on_not_written,
            stop=self._on_locked,
            quiet=True,
        )

    def _ask_place(self, shape: Shape) -> Path | None:
        name = sending.suggested_name(self.vault, self.case_id)
        if shape is Shape.LONG:
            return ask_path(self, _("Save the letters"), f"{name}.docx")
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        start = Path(QStandardPaths.writableLocation(documents))
        title = _("Where should the new folder with the letters be?")
        folder = notices.folder(self, title, start)
        if folder is None:
            return None
        names = (name if number == 1 else f"{name} ({number})" for number in range(1, 1000))
        return next(folder / one for one in names if not (folder / one).exists())

    def _show_progress(self) -> None:
        if self._watch is None:
            return
        self.bar.setRange(0, len(self._people))
        self.bar.setValue(self._watch.done)
        text = _("{done} of {count} letters are made. Cancel stops it, and nothing is saved.")
        if self._watch.stopped:
            text = _("It stops, and what was written is deleted …")
        self.progress.setText(text.format(done=self._watch.done, count=len(self._people)))
        self.bar.show()
        self.progress.show()

    def _on_written(self, written: Written | None) -> None:
        started = self._at_rest()
        if written is None and self._locked:
            return  # the note of the export stays: it is told after the next unlock
        if written is None:
            sending.give_up(self.vault, started)
            self.progress.setText(_("It was stopped. No letters were saved."))
            self.progress.show()
            return
        try:
            change = sending.finish(self.vault, self.case_id, started, written)
        except AppError as error:
            self.show_error(error)
            return
        self.accepted_value.emit(change)
        self.accept()

    def _on_locked(self) -> None:
        """The register is being locked: it does not wait for many letters."""
        if self._watch is not None:
            self._locked = True
            self._watch.stop()

    def _on_not_written(self, error: AppError) -> None:
        sending.give_up(self.vault, self._at_rest())
        self.show_error(error)

    def _at_rest(self) -> Started:
        started = self._started
        assert started is not None
        self._started = self._watch = None
        self._timer.stop()
        self.bar.hide()
        self.progress.hide()
        self.save_button.setEnabled(True)
        return started

    def reject(self) -> None:
        """Cancel stops the letters first, and only then leaves."""
        if self._watch is not None:
            self._watch.stop()
            self._show_progress()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._watch is not None:
            self._watch.stop()  # the worker clears up, and the register does at the next unlock
        super().closeEvent(event)
