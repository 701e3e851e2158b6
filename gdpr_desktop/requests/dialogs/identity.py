"""Who is it? Known already, asked for, or not to be established (handbook 2.2)."""

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.requests import guidance, service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import RequestDialog
from gdpr_desktop.requests.model import SECURE_CHANNELS, IdentityMethod
from gdpr_desktop.requests.words import words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class IdentityDeed(StrEnum):
    """What came of it."""

    ESTABLISHED = "established"
    ASKED = "asked"
    NOT_ESTABLISHED = "not_established"


_DEEDS = {
    IdentityDeed.ESTABLISHED: N_("We know who it is"),
    IdentityDeed.ASKED: N_("We have asked for proof"),
    IdentityDeed.NOT_ESTABLISHED: N_("It could not be established"),
}
_EXPLAINED = {
    IdentityMethod.SECURE_CHANNEL: N_("The sender logged in. Ask for nothing more."),
    IdentityMethod.ADDRESS_MATCHES: N_(
        "Name and address are the same as in a case we know. The answer is then locked to that "
        "address and must go there by post."
    ),
    IdentityMethod.SHOWN_ID: N_("Look at the ID and note what kind it was. Never keep a copy."),
    IdentityMethod.CONTROL_QUESTIONS: N_(
        "Questions that only the right person is expected to answer. A personal number said on "
        "the phone is no identification."
    ),
}
_DEED_NOTES = {
    IdentityDeed.ASKED: N_(
        "Use this when you have asked on the phone or at the counter. A letter that asks notes "
        "the step by itself."
    ),
    IdentityDeed.NOT_ESTABLISHED: N_(
        "Nothing about anybody is given out. Send the neutral letter, file and close the case."
    ),
}


class IdentityDialog(RequestDialog):
    """One of three deeds about the identity."""

    action = Action.IDENTITY

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        texts = guidance.step_texts("identity")
        super().__init__(vault, case_id, parent, _("Identity"), _("Save"), why=texts.why)
        self.deed = RadioChoice([(code, _(text)) for code, text in _DEEDS.items()])
        forms.add_row(self.form, _("What do you &note?"), self.deed, name="deed")
        self.method = RadioChoice([(code, words(code)) for code in IdentityMethod])
        self._method_row = forms.add_row(
            self.form, _("&How do we know?"), self.method, name="method"
        )
        self.explanation = NoteBox()
        self.form.addRow(self.explanation)
        self.note = LineField(max_length=1000)
        self._note_row = forms.add_row(
            self.form, _("What was &shown or asked"), self.note, _("Never the number."), name="note"
        )
        self.told = LineField(max_length=1000)
        self._told_row = forms.add_row(
            self.form, _("How the person was &told"), self.told, required=True, name="told"
        )
        self.day = self.day_field(self.today)
        self._day_row = FieldRow(_("&Date"), self.day, required=True)
        self.form.addRow(self._day_row)
        self.method.set_value(self._likely_method())
        self.note.set_text(self.request.identity.note)
        self.deed.value_changed.connect(self._on_choice_changed)
        self.method.value_changed.connect(self._on_choice_changed)
        self.deed.set_value(IdentityDeed.ESTABLISHED)

    def _likely_method(self) -> IdentityMethod | None:
        if self.request.identity.method:
            return self.request.identity.method
        secure = self.request.channel in SECURE_CHANNELS
        return IdentityMethod.SECURE_CHANNEL if secure else None

    def _on_choice_changed(self, *_value: object) -> None:
        deed, method = self.deed.value(), self.method.value()
        known = deed is IdentityDeed.ESTABLISHED
        self._method_row.setVisible(known)
        with_note = method in (IdentityMethod.SHOWN_ID, IdentityMethod.CONTROL_QUESTIONS)
        self._note_row.setVisible(known and with_note)
        self._told_row.setVisible(deed is IdentityDeed.NOT_ESTABLISHED)
        explained = _EXPLAINED.get(method) if known else _DEED_NOTES[deed]
        self.explanation.say(_(explained) if explained else "")
        self.day.setObjectName("asked_on" if deed is IdentityDeed.ASKED else "settled_on")

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.deed.value() is IdentityDeed.ESTABLISHED and self.method.value() is None:
            found.append(FieldProblem(field="method", text=_("Choose how you know who it is.")))
        return found

    def do(self) -> Change:
        day = self.day.date()
        assert day is not None, "checked before"
        match self.deed.value():
            case IdentityDeed.ASKED:
                return service.ask_for_identity(self.vault, self.case_id, asked_on=day)
            case IdentityDeed.NOT_ESTABLISHED:
                return service.reject_identity(
                    self.vault, self.case_id, settled_on=day, told=self.told.text()
                )
        return service.confirm_identity(
            self.vault,
            self.case_id,
            method=self.method.value(),
            note=self.note.text() if self._note_row.isVisibleTo(self) else "",
            settled_on=day,
        )
