"""What the dialogs of all rights share: the lawful basis, what the answer holds, and the deed."""

from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance, service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.dialogs.basis_part import BasisPart
from gdpr_desktop.requests.dialogs.content_part import ContentPart
from gdpr_desktop.requests.words import named_right
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class AssessmentDialog(PartDialog):
    """A form for one right. A subclass builds its fields, shows and gives an assessment."""

    action = Action.ASSESS
    asks_basis = True  # does the lawful basis matter for this right?

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        why = guidance.step_texts("assess").why
        right = service.read_request(vault, case_id).part(part_id).right
        title, deed = named_right(right), _("Save the assessment")
        super().__init__(vault, case_id, part_id, parent, title, deed, why=why, width=720)
        if self.request.wording:
            self.form.addRow(NoteBox(self.request.wording, _("How the person wrote it")))
        self.basis = BasisPart(vault, self.part)
        self.form.addRow(self.basis)
        self.basis.setVisible(self.asks_basis)
        self.build()
        self.content = ContentPart()
        self.form.addRow(self.content)
        if self.part.content is not None:
            self.content.show_content(self.part.content)
        if self.part.assessment is not None:
            self.show_assessment(self.part.assessment)

    def build(self) -> None:
        """Add the fields of the right to ``self.form``."""
        raise NotImplementedError

    def add_text(
        self,
        name: str,
        label: str,
        help: str = "",  # noqa: A002
        *,
        required: bool = False,
    ) -> tuple[TextArea, QWidget]:
        """Add a text of three lines to the form; the field, and its row to show and hide."""
        field = TextArea(lines=3)
        return field, forms.add_row(self.form, label, field, help, required, name=name)

    def show_assessment(self, assessment: Any) -> None:
        """Show what was assessed before."""
        raise NotImplementedError

    def assessment(self) -> Any:
        """What is typed, as the right's own type."""
        raise NotImplementedError

    def do(self) -> Change:
        return service.assess(
            self.vault,
            self.part_id,
            self.assessment(),
            basis=self.basis.basis(),
            activity=self.basis.activity(),
            content=self.content.content(),
        )
