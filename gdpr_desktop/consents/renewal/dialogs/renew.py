"""Letters to those whose consent ends, and to children who are old enough to answer."""

from functools import partial

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.model import Task
from gdpr_desktop.consents.renewal import sending
from gdpr_desktop.consents.renewal.dialogs.form_dialog import FollowUpDialog
from gdpr_desktop.consents.renewal.recipients import Addressee
from gdpr_desktop.consents.renewal.sending import Started
from gdpr_desktop.consents.renewal.words import letters_words, names_words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem, InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.many_files import ManyFilesDialog
from gdpr_desktop.correspondence.dialogs.output_step import OutputStep
from gdpr_desktop.correspondence.many_files import Written
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class LettersStep(OutputStep):
    """The letters name people in them alone: there is no list of which file is whose."""

    has_index = False


class RenewDialog(ManyFilesDialog, FollowUpDialog):
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
        text = _(
            "The letter says that the form comes with it: make the forms with «{deed}». Note the"
            " answers as they come. Who has not answered when the consent ends has not said yes."
        )
        self.form.addRow(NoteBox(text.format(deed=_("Make forms for a group …"))))
        self.output_step = LettersStep()
        self.page_layout.addWidget(self.output_step)
        self.prepare_files()

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
        shape = self.output_step.shape.value()
        path = self.ask_place(shape, sending.suggested_name(self.vault, self.case_id))
        if path is None:
            return
        batch = sending.batch_of(self.vault, self.case_id, self._people, self.answer_by.date())
        chosen = self.bundles.value()
        started = sending.begin(self.vault, self.case_id, batch, shape, path, chosen)
        self._started = started
        self.make_files(len(self._people), partial(sending.write, started))

    def record_files(self, written: Written) -> Change:
        return sending.finish(self.vault, self.case_id, self._ended(), written)

    def give_up_files(self) -> None:
        sending.give_up(self.vault, self._ended())

    def at_work(self, *, busy: bool) -> None:
        super().at_work(busy=busy)
        for field in (self.bundles, self.answer_by):
            field.setEnabled(not busy)

    def _ended(self) -> Started:
        started, self._started = self._started, None
        assert started is not None
        return started
