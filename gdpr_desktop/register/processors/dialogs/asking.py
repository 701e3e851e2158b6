"""Asks a processor for what its agreement lacks: the letter, seen before it is exported."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.correspondence.documents import export_document
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.register.processors import asking
from gdpr_desktop.register.processors.findings import answer_day
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class AskDialog(DocumentDialog):
    """Which agreement, by when, and a remark of one's own."""

    def __init__(self, vault: Vault, entry: Entry, parent: QWidget | None = None) -> None:
        self.entry = entry
        super().__init__(
            vault,
            _("Ask «{name}» for what is missing").format(name=entry.name),
            partial(_usual_letter, vault, entry),
            suggested=partial(suggested_name, vault, entry),
            parent=parent,
        )

    def build_fields(self) -> None:
        places = asking.askable(self.entry.content)
        names = [(place, self._agreement_name(place)) for place in places]
        self.agreement = Choice(names)
        self.remark = TextArea(lines=4)
        row = forms.add_row(self.form, _("&Agreement"), self.agreement, name="agreement")
        row.setVisible(len(places) > 1)
        self.answer_by = self.day_row(
            _("Answer &wanted by"), "answer_by", answer_day(self.vault.clock.today())
        )
        help_ = _("Stands in the letter. What is missing stands there already.")
        forms.add_row(self.form, _("&Remark"), self.remark, help_, name="remark")

    def letter(self) -> "Letter":
        return asking.gaps_letter(self.vault, self.entry, self._question(), self.language.value())

    def do(self) -> Change:
        return export_document(self.vault, self.letter(), self.path, self._record_asked)

    def field_problems(self) -> list[FieldProblem]:
        return [*super().field_problems(), *self._day_problems()]

    def _day_problems(self) -> list[FieldProblem]:
        day = self.answer_by.date()
        if day is not None and day <= self.vault.clock.today():
            text = _("Choose a day that is still to come.")
            return [FieldProblem(field="answer_by", text=text)]
        return []

    def _question(self) -> asking.Question:
        day = self.answer_by.date()
        if day is None:
            text = self.answer_by.problem() or _("Give the date.")
            raise InvalidInputError([FieldProblem(field="answer_by", text=text)])
        return asking.Question(
            place=self.agreement.value(), answer_by=day, remark=self.remark.text()
        )

    def _record_asked(self, letter: "Letter", path: Path, sha256: str) -> Change:
        return asking.record_asked(
            self.vault, self.entry.id, self._question(), letter, path, sha256
        )

    def _agreement_name(self, place: int | None) -> str:
        if place is None:
            return _("No agreement")
        name: str = self.entry.content.agreements[place].name
        return name or _("Agreement {number}").format(number=place + 1)


def suggested_name(vault: Vault, entry: Entry, language: Language) -> str:
    """The file's name: the processor, the letter, the day."""
    from gdpr_desktop.letters import file_name

    return file_name(entry.name, asking.TEMPLATE, language, vault.clock.today())


def _usual_letter(vault: Vault, entry: Entry, language: Language) -> "Letter":
    day = answer_day(vault.clock.today())
    question = asking.Question(place=asking.askable(entry.content)[0], answer_by=day)
    return asking.gaps_letter(vault, entry, question, language)


def do(
    parent: QWidget, vault: Vault, entry: Entry, _key: str, done: Callable[[Change], None]
) -> None:
    """The deed of the shelf: open the letter."""
    dialog = AskDialog(vault, entry, parent)
    dialog.accepted_value.connect(done)
    dialog.open()
