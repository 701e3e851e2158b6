"""A letter before it is exported: its fields to the left, the letter itself to the right."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import FEATURE_OF
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, FieldProblem, InvalidInputError, require_valid
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.correspondence.dialogs.letter_fields import LetterFields
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.correspondence.dialogs.wording import WordingChoice
from gdpr_desktop.correspondence.model import CaseLetters, DispatchChannel, LetterOrder
from gdpr_desktop.correspondence.service import export_letter, preview, suggested_name
from gdpr_desktop.correspondence.words import channel_words
from gdpr_desktop.letters import (
    MissingFieldsError,
    OwnTemplateError,
    all_fields,
    load_template,
)
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.letter_preview import PreviewDialog
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.ui.sections import Section
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class LetterDialog(PreviewDialog):
    """One letter of one case. ``accepted_value`` carries the ``Change`` of the export."""

    def __init__(
        self, vault: Vault, letters: CaseLetters, template: str, parent: QWidget | None = None
    ) -> None:
        self.template = load_template(template)
        title = self.template.title(current_language())
        super().__init__(vault, parent, title, _("Export …"), width=1180)
        self.letters = letters
        self.case = cases.case(vault.db, letters.case_id)
        known = self._facts(self.case.language)  # who may not see the case gets no further
        self.feature = FEATURE_OF[self.case.kind]
        self.keep_draft_of(template, letters.case_id)
        self._path = Path()
        self.sent_on: DateField | None = None
        self.channel: Choice | None = None
        self.language = LanguageField()
        self.language.set_value(self.case.language)
        forms.add_row(self.form, _("&Language"), self.language, name="language")
        self.wording = WordingChoice()
        self.form.addRow(self.wording)
        self.fields = LetterFields(all_fields(self.template), vault.clock, letters.own_facts)
        self._build_fields()
        self.build_dispatch()
        self.fields.show_drafts(known)
        self.language.value_changed.connect(self._on_language_changed)
        self.begin_preview()

    def _build_fields(self) -> None:
        self.fields.build(self.form, known=False)
        self.known = Section(_("Known already"))
        inside = forms.form_layout()
        self.known.body.addLayout(inside)
        if self.fields.build(inside, known=True):
            self.form.addRow(self.known)
        else:
            self.known.deleteLater()

    def draft_about(self) -> str:
        return f"{self.case.number}, {self.case.subject_name}"

    def build_dispatch(self) -> None:
        """Fields for when and how it goes."""
        self.form.addRow(label(_("When it is sent"), "label"))
        self.sent_on = self.day_field(None, required=False)
        self.sent_on.setObjectName("sent_on")
        pairs = [
            (code, channel_words(code)) for code in DispatchChannel if code != DispatchChannel.ORAL
        ]
        self.channel = Choice(pairs, empty=_("Not chosen"))
        self.channel.setObjectName("channel")
        forms.add_row(
            self.form,
            _("&Sent on"),
            self.sent_on,
            _("Leave it blank until the letter goes: the step is noted on this day."),
            name="sent_on",
        )
        forms.add_row(self.form, _("Chan&nel"), self.channel, name="channel")

    def order(self) -> LetterOrder:
        """The letter as ordered now."""
        channel = self.channel.value() if self.channel else None
        return LetterOrder(
            template=self.template.id,
            language=self.language.value(),
            changes=self.fields.changes(),
            sent_on=self.sent_on.date() if self.sent_on else None,
            channel=channel.value if channel else "",
            original=self.wording.original(),
        )

    def letter(self) -> "Letter":
        try:
            letter = preview(self.vault, self.letters, self.order())
        except OwnTemplateError as error:
            self.wording.offer_original(str(error))
            raise
        self.wording.show_used(letter)
        return letter

    def unfinished_letter(self, error: AppError) -> "Letter | None":
        if not isinstance(error, MissingFieldsError):
            return None
        gaps = self.fields.gaps(error.fields)
        order = self.order()
        try:
            return preview(
                self.vault, self.letters, replace(order, changes={**order.changes, **gaps})
            )
        except AppError:
            return None

    def _facts(self, language: Language) -> Mapping[str, object]:
        return self.letters.facts(LetterOrder(template=self.template.id, language=language))

    def field_problems(self) -> list[FieldProblem]:
        found = {problem.field: problem for problem in super().field_problems()}
        for problem in self.fields.problems():
            found.setdefault(problem.field, problem)
        chosen = self.channel is not None and self.channel.value() is not None
        if chosen and self.sent_on is not None and not self.sent_on.text().strip():
            text = _("Give the day it is sent, or choose no channel yet.")
            found.setdefault("sent_on", FieldProblem(field="sent_on", text=text))
        return list(found.values())

    def save(self) -> None:
        """Ask for the place once the letter itself is well, then export."""
        try:
            require_valid(self.field_problems())
            self._check_letter()
        except InvalidInputError as error:
            self.show_problems(error.problems)
            return
        except AppError as error:
            self.show_error(error)
            return
        name = suggested_name(self.vault, self.letters.case_id, self.order())
        path = ask_path(self, _("Export the letter"), name)
        if path is not None:
            self._path = path
            super().save()

    def _check_letter(self) -> None:
        try:
            self.letter()
        except MissingFieldsError as error:
            if not set(error.fields) <= self.fields.names():
                raise
            text = _("The letter needs this.")
            problems = [FieldProblem(field=name, text=text) for name in error.fields]
            raise InvalidInputError(problems) from None

    def end_draft(self) -> None:
        """What was typed comes back when the letter is opened again, to be put right."""
        if self._draft is not None:
            self._draft.remember()

    def do(self) -> Change:
        return export_letter(self.vault, self.letters, self.order(), self._path)

    def _on_language_changed(self, language: Language) -> None:
        self.fields.show_drafts(self._facts(language))
