"""Everything about one person out of the consents: for the person, or for a request."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.exchange.person import person_consents
from gdpr_desktop.consents.exchange.person_saving import (
    Shape,
    request_numbered,
    require_whole,
    save_person,
    suggested_name,
)
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class PersonExportDialog(DeedDialog):
    """Word or JSON, alone or into a request. ``accepted_value`` carries the ``Change``."""

    feature = "consents"

    def __init__(self, vault: Vault, consent_id: ConsentId, parent: QWidget | None = None) -> None:
        self._consent_id = consent_id
        self._path: Path | None = None
        self.found = person_consents(vault, consent_id)
        require_whole(self.found)
        why = _(
            "A person may see what is held about them (article 15), and get what they gave on a"
            " consent in a form that machines read (article 20)."
        )
        super().__init__(vault, parent, _("All about one person"), _("&Save …"), why=why)
        self.form.addRow(label(self.found.subject.name, "heading"))
        self.form.addRow(label(self._counted()))
        if self.found.namesakes:
            self.form.addRow(NoteBox(self._namesakes(), role="notice"))
        self.shape = RadioChoice(
            (
                (Shape.WORD, _("&Word: to be read")),
                (Shape.JSON, _("&JSON: to be read by machines")),
            )
        )
        self.shape.set_value(Shape.WORD)
        forms.add_row(self.form, _("The file becomes"), self.shape, name="shape")
        self.number = LineField(max_length=20)
        help_ = _("The file then stands among the letters of the request. Blank: in no case.")
        forms.add_row(
            self.form, _("Case number of the &request"), self.number, help_, name="number"
        )
        text = _(
            "Parents and others who have answered are named. Go through it before it is given: what"
            " is about others may have to be taken out."
        )
        self.form.addRow(NoteBox(text))

    def is_dirty(self) -> bool:
        return False  # it is chosen again in a moment

    def _counted(self) -> str:
        count, lists = len(self.found.consents), len(self.found.groups)
        parts = [ngettext("{count} consent", "{count} consents", count).format(count=count)]
        if lists:
            parts.append(ngettext("{count} list", "{count} lists", lists).format(count=lists))
        return ", ".join(parts)

    def _namesakes(self) -> str:
        count = self.found.namesakes
        text = ngettext(
            "{count} consent of the same name is not in it: without a birth date it may be of"
            " somebody else. Correct it first if it is of this person.",
            "{count} consents of the same name are not in it: without a birth date they may be of"
            " somebody else. Correct them first if they are of this person.",
            count,
        )
        return text.format(count=count)

    def save(self) -> None:
        """Look the case up, ask for the place, and only then write."""
        number = self.number.text()
        self._path = None
        if not self.field_problems():
            title = _("Save what is held about one person")
            kinds = _("Word document (*.docx)")
            if self.shape.value() is Shape.JSON:
                kinds = _("JSON file (*.json)")
            name = suggested_name(self.vault, self.shape.value(), number)
            self._path = ask_path(self, title, name, kinds)
            if self._path is None:
                return
        super().save()

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        try:
            self._case_id()
        except AppError as error:
            found.append(FieldProblem(field="number", text=str(error)))
        return found

    def _case_id(self) -> CaseId | None:
        number = self.number.text()
        return request_numbered(self.vault, number).id if number else None

    def do(self) -> Change:
        assert self._path is not None, "asked for before"
        return save_person(
            self.vault, self._consent_id, self._path, self.shape.value(), self._case_id()
        )
