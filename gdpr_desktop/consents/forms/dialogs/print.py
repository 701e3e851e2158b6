"""One form for Word: blank, or filled with a name. Or the withdrawal slip alone."""

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QWidget

from gdpr_desktop.consents.codes import Audience
from gdpr_desktop.consents.forms.documents.facts import lacking_words
from gdpr_desktop.consents.forms.documents.handouts import Handout, handouts
from gdpr_desktop.consents.forms.documents.making import Sheet
from gdpr_desktop.consents.forms.documents.service import (
    export_form,
    form_letter,
    sheet_of,
    suggested_name,
)
from gdpr_desktop.consents.groups.model import Member
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class Part(StrEnum):
    """What is printed."""

    BOTH = "both"
    FORM = "form"
    SLIP = "slip"


class Answers(StrEnum):
    """Who answers for a child."""

    UNKNOWN = "unknown"
    ONE = "one"
    TWO = "two"
    CHILD_WELFARE = "child_welfare"


_PARENTS = {Answers.ONE: 1, Answers.TWO: 2}


class PrintDialog(DocumentDialog):
    """``accepted_value`` carries the ``Change`` of the export."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        self.case_id = case_id
        self._sheet = sheet_of(vault, case_id)
        super().__init__(
            vault,
            _("Make the form for Word"),
            self._made,
            suggested=self._name,
            intro=_(
                "All boxes are empty: whoever signs ticks them. The lines to sign on follow from"
                " the age and from what is asked."
            ),
            parent=parent,
        )
        if self._sheet.language is not self.language.value():
            self.language.set_value(self._sheet.language)

    def build_fields(self) -> None:
        """What is printed, and for whom."""
        self.lacking = NoteBox()
        self.form.addRow(self.lacking)
        self.part = Choice(
            [
                (Part.BOTH, _("The form and the slip to withdraw")),
                (Part.FORM, _("The form alone")),
                (Part.SLIP, _("The slip to withdraw, alone")),
            ]
        )
        forms.add_row(self.form, _("&What to print"), self.part, name="part")
        self.filled = RadioChoice(
            ((False, _("Blank, to be filled in by hand")), (True, _("Filled with a name")))
        )
        self.filled.set_value(False)
        forms.add_row(self.form, _("&Name and birth date"), self.filled, name="filled")
        self.about = QWidget()
        self._build_about(forms.form_layout(self.about))
        self.form.addRow(self.about)
        self.about.hide()
        self.filled.value_changed.connect(self.about.setVisible)

    def _build_about(self, inner: QFormLayout) -> None:
        inner.setContentsMargins(0, 0, 0, 0)
        self.about_name = LineField()
        help_ = _("The name stands on the form, and is not kept here.")
        forms.add_row(inner, _("N&ame"), self.about_name, help_, name="about_name")
        self.about_born = DateField(self.vault.clock)
        forms.add_row(inner, _("&Birth date"), self.about_born, name="about_born")
        self.answers = Choice(
            [
                (Answers.UNKNOWN, _("It is not known")),
                (Answers.TWO, _("Two parents")),
                (Answers.ONE, _("One parent")),
                (Answers.CHILD_WELFARE, _("Child welfare, after a care order")),
            ]
        )
        row = forms.add_row(inner, _("Parental &responsibility"), self.answers, name="answers")
        row.setVisible(self._sheet.content.audience is Audience.CHILDREN)

    def handout(self) -> Handout | None:
        """What is filled in; None for a blank form."""
        if not self.filled.value():
            return None
        answers = self.answers.value()
        member = Member(
            name=self.about_name.text(),
            birth_date=self.about_born.date(),
            parents=_PARENTS.get(answers),
            care_order=answers is Answers.CHILD_WELFARE,
        )
        sheet = self._sheet
        return handouts(sheet.content, member, sheet.day, sheet.youth_rules)[0]

    def sheet(self, language: Language) -> Sheet:
        """What is printed, as it is chosen now."""
        part = self.part.value()
        return replace(
            self._sheet, language=language, slip=part is Part.BOTH, only_slip=part is Part.SLIP
        )

    def field_problems(self) -> list[FieldProblem]:
        """A name where one is to stand; a birth date that is past."""
        found = super().field_problems()
        if not self.filled.value():
            return found
        if not self.about_name.text():
            found.append(FieldProblem(field="about_name", text=_("Write the name.")))
        born = self.about_born.date()
        if born is not None and born > self.today:
            text = _("This day is still to come.")
            found.append(FieldProblem(field="about_born", text=text))
        return found

    def do(self) -> Change:
        sheet = self.sheet(self.language.value())
        return export_form(self.vault, self.case_id, sheet, self.path, self.handout())

    def _made(self, language: Language) -> "Letter":
        self.lacking.say(lacking_words(self._sheet.content, language))
        return form_letter(self.vault, self.sheet(language), self.handout())

    def _name(self, language: Language) -> str:
        return suggested_name(self.sheet(language))
