"""Change what letters and title bar say about the municipality."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.letterhead_field import CheckLetterhead, LetterheadField
from gdpr_desktop.ui.municipality_form import LanguageField, MunicipalityPart, PeoplePart


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityData:
    """The value of the dialog."""

    municipality: Municipality
    letterhead: bytes | None = field(default=None, repr=False)


class MunicipalityDialog(FormDialog):
    """``accepted_value`` carries ``MunicipalityData``."""

    def __init__(
        self,
        parent: QWidget | None,
        data: MunicipalityData,
        *,
        check_letterhead: CheckLetterhead,
        submit: Callable[[Any], None] | None = None,
    ) -> None:
        super().__init__(
            parent, _("The municipality"), _("Save the changes"), submit=submit, width=640
        )
        self.municipality, self.people = MunicipalityPart(), PeoplePart()
        self.language, self.letterhead = LanguageField(), LetterheadField(check_letterhead)
        self.form.addRow(self.municipality)
        self.form.addRow(self.people)
        self.form.addRow(label(_("Letters"), "heading"))
        forms.add_row(self.form, _("&Language of the letters"), self.language, name="language")
        forms.add_row(self.form, _("Letter&head"), self.letterhead, name="letterhead")
        self.municipality.show_values(data.municipality)
        self.people.show_values(data.municipality)
        self.language.set_value(data.municipality.language)
        self.letterhead.set_content(data.letterhead)
        self._data = data

    def value(self) -> MunicipalityData:
        problems = [*self.municipality.problems(), *self.people.problems()]
        if self.letterhead.problem():
            problems.append(FieldProblem(field="letterhead", text=self.letterhead.problem()))
        if problems:
            raise InvalidInputError(problems)
        municipality = self.people.into(self.municipality.into(self._data.municipality))
        return MunicipalityData(
            municipality=replace(municipality, language=self.language.value()),
            letterhead=self.letterhead.content(),
        )
