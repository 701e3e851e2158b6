"""An assessment is saved as a template."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.dpia.templates.model import LONGEST_NAME, Order, Parts
from gdpr_desktop.dpia.templates.service import name_problems, save_template
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class SaveTemplateDialog(CaseDialog):
    """What is to be in it, and what it is called."""

    form_code = "save_template"

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        intro = _(
            "The next assessment of the same kind can begin from here. Anybody who may begin an"
            " assessment can use the template."
        )
        title, deed = _("Save as a template"), _("&Save the template")
        super().__init__(vault, case_id, parent, title, deed, intro=intro)
        found = read_dpia(vault, case_id)
        self.name = LineField(max_length=LONGEST_NAME)
        self.name.set_text(found.about.title[:LONGEST_NAME])
        forms.add_row(self.form, _("&Name of the template"), self.name, "", True, name="name")
        self.note = TextArea(lines=2, max_length=1000)
        help_ = _("For whom it is, and what must be looked at with care.")
        forms.add_row(self.form, _("N&ote"), self.note, help_, name="note")
        self.answers = _ticked(_("&Answers"), "answers", any_there=bool(found.content.answers))
        some = bool(found.content.scenarios or found.content.measures)
        self.risks = _ticked(_("&Risks and measures"), "risks", any_there=some)
        boxes = QVBoxLayout()
        boxes.addWidget(self.answers)
        boxes.addWidget(self.risks)
        self.form.addRow(boxes)
        self.form.addRow(
            NoteBox(
                _(
                    "Left out are comments, attachments, the views of those concerned, who carries"
                    " out a measure and when, and how high the risk is after the measures. Take"
                    " names of people out of the answers first."
                )
            )
        )

    def field_problems(self) -> list[FieldProblem]:
        return super().field_problems() + name_problems(self.vault, clean_line(self.name.text()))

    def do(self) -> Change:
        parts = Parts(answers=self.answers.isChecked(), risks=self.risks.isChecked())
        order = Order(
            case_id=self.case_id, name=self.name.text(), note=self.note.text(), parts=parts
        )
        return save_template(self.vault, order)


def _ticked(words: str, name: str, *, any_there: bool) -> QCheckBox:
    box = QCheckBox(words)
    box.setObjectName(name)
    box.setChecked(any_there)
    box.setEnabled(any_there)
    return box
