"""What the dialogs of a form share: the form, read when the dialog is made, and parts."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFormLayout, QWidget

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.consents.checking.service import findings
from gdpr_desktop.consents.checking.words import finding_words
from gdpr_desktop.consents.forms.guidance import step_texts
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.bilingual import BilingualField, LanguageSwitch
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import WhyNote
from gdpr_desktop.vault import Vault


class FormCaseDialog(CaseDialog):
    """A deed on one form; ``found`` is as it stood when the dialog was made.

    With a ``step`` it says in the handbook's words why the step is there. ``wide`` is in pixels.
    """

    step: Step | None = None
    wide = 560

    def __init__(self, vault: Vault, case_id: CaseId, *arguments: Any, **named: Any) -> None:
        self.found: Form = read_form(vault, case_id)
        self.switch: LanguageSwitch | None = None
        named.setdefault("width", self.wide)
        if self.step is not None:
            named.setdefault("why", step_texts(self.step.value).why)
        super().__init__(vault, case_id, *arguments, **named)

    def add_language_switch(self) -> None:
        """Put the switch between nynorsk and bokmål at the top of the form."""
        self.switch = LanguageSwitch(self.found.case.language)
        self.switch.attach(self)
        self.form.addRow(self.switch)

    def bilingual(self, *, lines: int = 1) -> BilingualField:
        """A field for words in both written forms."""
        language = self.switch.language() if self.switch else self.found.case.language
        return BilingualField(language, lines=lines)

    def part(self, title: str, why: str = "") -> QFormLayout:
        """A heading, why it is there, and a form under it."""
        self.page_layout.addWidget(label(title, "part"))
        made = forms.form_layout()
        if why:
            made.addRow(WhyNote(why))
        self.page_layout.addLayout(made)
        return made

    def show_findings(self, rows: Mapping[str, forms.FieldRow]) -> None:
        """Say at each field what hinders that the form is approved; typing takes it away."""
        told: dict[str, list[str]] = {}
        for one in findings(self.vault, self.found):
            if one.blocks and one.field in rows:
                told.setdefault(one.field, []).append(finding_words(one, self.found.draft))
        for field, texts in told.items():
            rows[field].show_problem(" ".join(dict.fromkeys(texts)))

    def start_at(self, field: QWidget) -> None:
        """Begin at a field that may stand far down."""
        field.setFocus()
        QTimer.singleShot(0, field, partial(self._bring_forward, field))

    def _bring_forward(self, field: QWidget) -> None:
        self.scroll_area.ensureWidgetVisible(field, 0, self.scroll_area.height() // 2)

    def _state(self) -> tuple[Any, ...]:
        return (self.draft_state(),)  # another written form on the screen is no change
