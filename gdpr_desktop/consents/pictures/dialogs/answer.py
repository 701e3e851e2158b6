"""«Kan biletet brukast?»: six short questions, with the answer beside them as it grows."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.consents.pictures import service, store
from gdpr_desktop.consents.pictures.model import (
    Answers,
    Motif,
    People,
    PictureFacts,
    Setting,
    Shown,
)
from gdpr_desktop.consents.pictures.rules import judge
from gdpr_desktop.consents.pictures.widgets.verdict import VerdictPanel
from gdpr_desktop.consents.pictures.words import QUESTIONS, choices, news_choices, question_words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import form_state, forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.drafts import DraftKey
from gdpr_desktop.ui.fields.explained_choice import ExplainedChoice
from gdpr_desktop.ui.fields.suggestions import suggest
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.vault import Vault

DRAFT = "consents.picture"
_KINDS = {
    "motif": Motif,
    "setting": Setting,
    "people": People,
    "shown": Shown,
    "answers": Answers,
}
_WIDTH, _HEIGHT = 1000, 760


class PictureDialog(DeedDialog):
    """``accepted_value`` carries the ``Change``; its id is the answer's."""

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(
            vault, parent, _("Can the picture be used?"), _("Keep the answer"), width=_WIDTH
        )
        self.title = LineField()
        help_ = _("So that you know it again. Write no names.")
        forms.add_row(self.form, _("&Picture"), self.title, help_, True, name="title")
        self.questions = {name: self._question(name) for name in QUESTIONS}
        self.died = LineField(max_length=4)
        self.died_row = forms.FieldRow(
            _("&Year of death"), self.died, _("Leave it empty where it is not known.")
        )
        self.died.setObjectName("died")
        for name, field in self.questions.items():
            forms.add_row(self.form, question_words(name), field, name=name)
            if name == "people":
                self.form.addRow(self.died_row)
        self.unit, self.note = LineField(), TextArea(lines=2)
        suggest(self.unit.line, store.units(vault.db))
        forms.add_row(self.form, _("&Unit"), self.unit, name="unit")
        forms.add_row(self.form, _("&Remark"), self.note, name="note")
        self._add_verdict()
        form_state.watch(self._page, self._on_changed)
        self._on_changed()
        self.keep_draft(vault, DraftKey(form=DRAFT))

    def _question(self, name: str) -> ExplainedChoice:
        return ExplainedChoice(news_choices() if name == "news" else choices(_KINDS[name]))

    def _add_verdict(self) -> None:
        self.verdict = VerdictPanel()
        self.beside = PageScroll(self.verdict)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout), "the frame of every form"
        outer.removeWidget(self.scroll_area)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.scroll_area, 3)
        row.addWidget(self.beside, 2)
        outer.insertLayout(0, row, 1)

    def facts(self) -> PictureFacts | None:
        """What is chosen; None while a question is left."""
        chosen: dict[str, Any] = {name: field.value() for name, field in self.questions.items()}
        if None in chosen.values():
            return None
        typed = self.died.text().strip()
        year = int(typed) if typed.isascii() and typed.isdigit() else None
        return PictureFacts(**chosen, died=year if chosen["people"] is People.DEAD else None)

    def _on_changed(self, *_value: object) -> None:
        self.died_row.setVisible(self.questions["people"].value() is People.DEAD)
        facts = self.facts()
        self.verdict.show_judgement(None if facts is None else judge(facts, self.today))

    def restore_draft(self, state: form_state.State) -> None:
        super().restore_draft(state)
        self._on_changed()

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        for name, field in self.questions.items():
            if field.value() is None:
                found.append(FieldProblem(field=name, text=_("Choose an answer.")))
        facts, typed = self.facts(), self.died.text().strip()
        if facts is None:
            return found
        if typed and facts.people is People.DEAD and facts.died is None:
            found.append(FieldProblem(field="died", text=_("Write the year with four digits.")))
        told = (self.title.text(), facts, self.unit.text(), self.note.text())
        return [*found, *service.picture_problems(*told, self.today.year)]

    def do(self) -> Change:
        facts = self.facts()
        assert facts is not None, "checked before"
        return service.keep_answer(
            self.vault,
            title=self.title.text(),
            facts=facts,
            unit=self.unit.text(),
            note=self.note.text(),
        )

    def _order(self) -> None:
        super()._order()
        self.setTabOrder(self.save_button, self.beside)

    def _fit(self) -> None:
        super()._fit()
        room = self.screen().availableGeometry()
        wide = max(_WIDTH, self.fontMetrics().averageCharWidth() * 120)
        self.resize(min(wide, room.width() - 32), min(_HEIGHT, room.height() - 64))
