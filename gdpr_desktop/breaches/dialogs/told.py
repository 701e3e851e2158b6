"""People were told: when, how, how many, and why not the rest."""

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import TellingChannel, TellingState
from gdpr_desktop.breaches.model import Telling
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.telling.checks import affected, require_telling
from gdpr_desktop.breaches.telling.hints import telling_hint
from gdpr_desktop.breaches.telling.service import note_told
from gdpr_desktop.breaches.telling.summary import rounds_told
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class ToldDialog(DeedDialog):
    """A round of telling people. Refused while it is not decided that they are told."""

    feature = "breaches"

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        self.case_id, self.breach = case_id, read_breach(vault, case_id)
        require_telling(self.breach)
        why = _(
            "People shall be told without undue delay, each by themselves, and by a message of its"
            " own (article 34). Note every round: the state after the last one is where it stands."
        )
        super().__init__(vault, parent, _("People were told"), _("Note it"), why=why)
        self.hint = NoteBox(telling_hint(self.breach))
        self.form.addRow(self.hint)
        self.before = NoteBox("\n".join(rounds_told(self.breach)), _("Told so far"))
        if rounds_told(self.breach):
            self.form.addRow(self.before)
        self.told_on = self.day_row(_("&Told on"), "told_on", self.today)
        self._build_how()
        self._build_how_many()
        self.by = LineField()
        self.by.set_text(vault.actor.name)
        forms.add_row(self.form, _("Told &by"), self.by, required=True, name="by")
        self.channels.draft_changed.connect(self._on_channels_changed)
        self.state.value_changed.connect(self._on_state_changed)
        self.number.text_changed.connect(self._on_number_changed)
        self.channels.set_value([TellingChannel.LETTER])
        self._on_state_changed(None)  # how far it has come is never guessed
        self._on_number_changed()
        self.keep_draft_of(Action.TOLD.value, case_id)

    def _build_how(self) -> None:
        self.channels = PicksField([(one, words(one)) for one in TellingChannel])
        help_ = _("Choose more than one when the same people were told in several ways.")
        forms.add_row(self.form, _("&How they were told"), self.channels, help_, name="channels")
        self.where = LineField()
        self.where_row = forms.add_row(
            self.form,
            _("&Where it was published"),
            self.where,
            _("For example the municipality's web site, the local paper, a notice board."),
            name="where",
        )

    def _build_how_many(self) -> None:
        self.state = RadioChoice((one, words(one)) for one in reversed(TellingState))
        forms.add_row(self.form, _("How &far it has come"), self.state, name="state")
        self.number = LineField(max_length=8)
        counted = affected(self.breach)
        help_ = _("{count} people were counted.").format(count=counted) if counted else ""
        self.number_row = forms.add_row(
            self.form, _("How &many were told this time"), self.number, help_, name="number"
        )
        self.more = QCheckBox(_("M&ore people were told than had been counted"))
        self.more.setObjectName("more")
        self.form.addRow(self.more)
        self.rest = TextArea(lines=3)
        self.rest_row = forms.add_row(
            self.form,
            _("Who has &not been told, and why"),
            self.rest,
            _("Groups and reasons, not names."),
            name="rest",
        )

    def draft_about(self) -> str:
        return f"{self.breach.case.number}, {self.breach.intake.title}"

    def _on_channels_changed(self) -> None:
        self.where_row.setVisible(TellingChannel.PUBLIC in self.channels.value())

    def _on_state_changed(self, state: TellingState | None) -> None:
        self.rest_row.setVisible(state in (TellingState.SOME, TellingState.NONE))
        self.number_row.setVisible(state is not TellingState.NONE)
        self._on_number_changed()

    def _on_number_changed(self, _text: str = "") -> None:
        number, counted = self._number(), affected(self.breach)
        some = self.state.value() is not TellingState.NONE
        self.more.setVisible(
            some and number is not None and counted is not None and number > counted
        )

    def _number(self) -> int | None:
        text = self.number.text().replace(" ", "")
        return int(text) if text.isascii() and text.isdigit() else None

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.state.value() is None:
            found.append(FieldProblem(field="state", text=_("Choose how far it has come.")))
        shown = self.state.value() is not TellingState.NONE
        if shown and self.number.text() and self._number() is None:
            found.append(FieldProblem(field="number", text=_("Write a whole number.")))
        return found

    def do(self) -> Change:
        told_on = self.told_on.date()
        assert told_on is not None, "checked before"
        channels = self.channels.value()
        state = self.state.value()
        return note_told(
            self.vault,
            self.case_id,
            Telling(
                told_on=told_on,
                channel=next(iter(channels), TellingChannel.LETTER),
                state=state,
                number=None if state is TellingState.NONE else self._number(),
                rest=self.rest.text(),
                where=self.where.text(),
                by=self.by.text(),
            ),
            channels=channels,
            more=self.more.isVisibleTo(self) and self.more.isChecked(),
        )
