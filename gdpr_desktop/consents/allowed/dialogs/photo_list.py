"""The list for the photographer before it is exported: a group, purposes, Word or workbook."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.checks import problem
from gdpr_desktop.consents.allowed import photo_list
from gdpr_desktop.consents.allowed.model import Asked
from gdpr_desktop.consents.allowed.photo_list import MOST, Column, PhotoList
from gdpr_desktop.consents.allowed.service import Asking
from gdpr_desktop.consents.allowed.words import purpose_choices, purpose_words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, InvalidInputError
from gdpr_desktop.core.ids import GroupId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.register.exchange.places import write_whole
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields import Choice, RadioChoice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter

WORD, WORKBOOK = "docx", "xlsx"


class PhotoListDialog(DocumentDialog):
    """Who may be photographed, and what may be done with the pictures."""

    def __init__(
        self, vault: Vault, parent: QWidget | None = None, group_id: GroupId | None = None
    ) -> None:
        self._asking = Asking.begin(vault)
        self._groups = {one.id: one for one in self._asking.groups()}
        self._first = group_id
        super().__init__(
            vault,
            _("List for the photographer"),
            self._made,
            record=self._record,
            suggested=self._name,
            intro=_(
                "Names, and yes or no. No birth dates and no reasons: whoever takes the pictures"
                " needs no more."
            ),
            parent=parent,
        )

    def build_fields(self) -> None:
        language = current_language()
        self.group = Choice(
            [(key, f"{one.name} {one.year}".strip()) for key, one in self._groups.items()],
            empty=_("Choose a group"),
        )
        self.group.set_value(self._first)
        self.form_choice = Choice(
            [(one.id, one.title.in_(language)) for one in self._asking.choices],
            empty=_("All forms"),
        )
        self.purposes = PicksField(empty=_("Choose what the pictures are for"))
        self.format = RadioChoice(
            [(WORD, _("Word document")), (WORKBOOK, _("Workbook (.xlsx)"))], horizontal=True
        )
        self.format.set_value(WORD)
        forms.add_row(self.form, _("&Group"), self.group, name="group", required=True)
        forms.add_row(self.form, _("&Consent form"), self.form_choice, name="form")
        forms.add_row(self.form, _("&What for"), self.purposes, name="purposes", required=True)
        forms.add_row(self.form, _("For&mat"), self.format, name="format")
        hint = _("Give it to one person, and see that it is shredded afterwards.")
        self.form.addRow(NoteBox(hint))
        self._offer(None)
        self.form_choice.value_changed.connect(self._offer)
        for field in (self.group, self.form_choice):
            field.value_changed.connect(self._on_field_changed)
        self.purposes.draft_changed.connect(self._on_field_changed)

    def _offer(self, form_id: object) -> None:
        """What can be asked about on the form; what was chosen of another form goes."""
        chosen = form_id if isinstance(form_id, int) else None
        pairs = purpose_choices(self._asking.choices, chosen)
        self.purposes.set_value(())
        self.purposes.offer(pairs)

    def _on_field_changed(self, *_value: object) -> None:
        if hasattr(self, "preview"):
            self.preview.refresh_later()

    def list(self) -> PhotoList:
        """The list of what is chosen. Raises ``InvalidInputError``."""
        group, chosen = self._groups.get(self.group.value()), self.purposes.value()
        problems = []
        if group is None:
            problems.append(problem("group", _("Choose a group.")))
        if not chosen:
            problems.append(problem("purposes", _("Choose what the pictures are for.")))
        if len(chosen) > MOST:
            text = _("Choose at most {count}: more do not fit beside each other.")
            problems.append(problem("purposes", text.format(count=MOST)))
        if problems or group is None:
            raise InvalidInputError(problems)
        columns = tuple(self._column(one) for one in chosen)
        return photo_list.photo_list(self._asking, group, columns)

    def _column(self, asked: Asked) -> Column:
        return Column(asked=asked, words=purpose_words(self._asking.choices, asked))

    def _made(self, language: Language) -> "Letter":
        return photo_list.document(self.vault, self.list(), language)

    def _name(self, language: Language) -> str:
        from gdpr_desktop.letters.file_names import document_name

        return document_name("", photo_list.title(language), self.today)

    def _record(self, _letter: "Letter", _path: Path, _sha256: str) -> Change:
        return photo_list.note_export(self.vault, self.list())

    def save(self) -> None:
        """Ask for the place, then write the document or the workbook."""
        if self.format.value() == WORD:
            super().save()
            return
        try:
            made = self.list()
        except InvalidInputError as error:
            self.show_problems(error.problems)
            return
        name = self._name(self.language.value()).removesuffix(".docx") + ".xlsx"
        path = ask_path(self, self.windowTitle(), name, _("Workbook (*.xlsx)"))
        if path is not None:
            self._write(made, path)

    def _write(self, made: PhotoList, path: Path) -> None:
        municipality = self.vault.municipality().name
        try:
            data = photo_list.book(municipality, made, self.language.value())
            write_whole(data, path, own=self.vault.path)
            change = photo_list.note_export(self.vault, made)
        except AppError as error:
            self.show_error(error)
            return
        self.path = path
        self.accepted_value.emit(change)
        self.accept()
