"""A form for each in a group: one long file to print, or a file for each."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.consents.forms.documents import many
from gdpr_desktop.consents.forms.documents.facts import lacking_words
from gdpr_desktop.consents.forms.documents.many import Started
from gdpr_desktop.consents.forms.documents.service import sheet_of, suggested_name
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId, GroupId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.correspondence.dialogs.many_files import ManyFilesDialog
from gdpr_desktop.correspondence.dialogs.output_step import OutputStep
from gdpr_desktop.correspondence.many_files import Shape, Written
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class FormsStep(OutputStep):
    """What the forms become, and how far they have come."""

    def question(self) -> str:
        return _("&The forms become")

    def long_file_words(self) -> str:
        return _(
            "Each form begins on a new page. Print on one side of the paper only: the form comes"
            " back, and the slip is kept."
        )


class PrintGroupDialog(ManyFilesDialog):
    """``accepted_value`` carries the ``Change`` of the one export."""

    def __init__(
        self,
        vault: Vault,
        case_id: CaseId,
        parent: QWidget | None = None,
        group_id: GroupId | None = None,
    ) -> None:
        self._sheet = sheet_of(vault, case_id)
        super().__init__(parent, _("Make forms for a group"), _("&Make the forms …"), width=640)
        self.vault, self.case_id = vault, case_id
        self._started: Started | None = None
        self._groups = many.groups_to_print(vault, case_id)
        self._build_choices()
        if any(one.id == group_id for one in self._groups):
            self.group.set_value(group_id)
        self.output_step = FormsStep()
        self.page_layout.addWidget(self.output_step)
        self.prepare_files()
        self.group.currentIndexChanged.connect(self._show_counts)
        self.language.value_changed.connect(self._show_counts)
        self._show_counts()

    def _build_choices(self) -> None:
        self.group = Choice([(one.id, one.name) for one in self._groups])
        none = _("No group has anybody in it. Make one under «Groups», and put people into it.")
        help_ = "" if self._groups else none
        forms.add_row(self.form, _("&Group"), self.group, help_, name="group")
        self.language = LanguageField()
        self.language.set_value(self._sheet.language)
        forms.add_row(self.form, _("&Language"), self.language, name="language")
        self.slip = QCheckBox(_("With the slip to &withdraw after each form"))
        self.slip.setObjectName("slip")
        self.slip.setChecked(True)
        self.form.addRow(self.slip)
        self.counts = label("", "muted")
        self.form.addRow(self.counts)
        self.lacking = NoteBox()
        self.form.addRow(self.lacking)
        self.save_button.setEnabled(bool(self._groups))

    def is_dirty(self) -> bool:
        return False  # nothing is lost: it is chosen again in a moment

    def save(self) -> None:
        """Ask for the place once the forms themselves are well, then make them."""
        if self._started is not None:
            return
        try:
            self._make()
        except AppError as error:
            self.show_error(error)

    def _make(self) -> None:
        batch = many.batch_of(
            self.vault,
            self.case_id,
            self.group.value(),
            self.language.value(),
            slip=self.slip.isChecked(),
        )
        shape = self.output_step.shape.value()
        path = self.ask_place(shape, Path(suggested_name(batch.sheet)).stem)
        if path is None:
            return
        started = self._started = many.begin(self.vault, self.case_id, batch, shape, path)
        index = shape is Shape.FOLDER and self.output_step.index.isChecked()
        self.make_files(len(batch.people), partial(many.write, started, index=index))

    def at_work(self, *, busy: bool) -> None:
        super().at_work(busy=busy)
        for field in (self.group, self.language, self.slip):
            field.setEnabled(not busy)

    def record_files(self, written: Written) -> Change:
        return many.finish(self.vault, self.case_id, self._ended(), written)

    def give_up_files(self) -> None:
        many.give_up(self.vault, self._ended())

    def _ended(self) -> Started:
        started, self._started = self._started, None
        assert started is not None
        return started

    def _show_counts(self, *_value: object) -> None:
        group_id = self.group.value()
        if group_id is None:
            return
        people = many.people_of(self.vault, self._sheet, group_id)
        text = ngettext("{count} form will be made.", "{count} forms will be made.", len(people))
        told = text.format(count=len(people))
        if any(one.reader for one in people):
            told += " " + _("Where parents live apart, each gets a form.")
        self.counts.setText(told)
        self.lacking.say(lacking_words(self._sheet.content, self.language.value()))
