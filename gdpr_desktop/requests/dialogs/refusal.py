"""Refuse a claim, wholly or in part, or warn of a fee: short questions lead to the ground."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.law.exceptions import Interest, RefusalGround
from gdpr_desktop.law.excess import Fee
from gdpr_desktop.law.regimes import Regime
from gdpr_desktop.requests import guidance, service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.dialogs.intake_notes import other_access_text
from gdpr_desktop.requests.exception_words import exception_reference, ground_words
from gdpr_desktop.requests.model import Considered, OnBehalfOf, Right
from gdpr_desktop.requests.refusals.model import Reason, Refusal, RefusalKind, Representative
from gdpr_desktop.requests.refusals.rules import article_of, grounds_found, question_lists
from gdpr_desktop.requests.refusals.words import words
from gdpr_desktop.requests.time_limits import reply_deadline
from gdpr_desktop.requests.widgets.questions import QuestionsPart
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

_OTHER_ACTS = [regime for regime in Regime if regime is not Regime.DATA_PROTECTION]


class InterestsField(QWidget):
    """Private, public or both: § 16 f."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._boxes = {one: QCheckBox(words(one)) for one in Interest}
        for one, box in self._boxes.items():
            box.setObjectName(f"interest_{one.value}")
            layout.addWidget(box)
        self.setFocusProxy(self._boxes[Interest.PRIVATE])

    def chosen(self) -> tuple[Interest, ...]:
        """What is ticked."""
        return tuple(one for one, box in self._boxes.items() if box.isChecked())

    def choose(self, wanted: tuple[Interest, ...]) -> None:
        """Tick these and no others."""
        for one, box in self._boxes.items():
            box.setChecked(one in wanted)

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Each box has its own name."""
        for box in self._boxes.values():
            box.setAccessibleDescription(description or name)


class RefusalDialog(PartDialog):
    """Each answer opens what its ground demands; the grounds found stand below the questions."""

    action = Action.REFUSE

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        why = guidance.note("refusal").text
        title, deed = _("Refuse, or ask for a fee"), _("Save the refusal")
        super().__init__(vault, case_id, part_id, parent, title, deed, why=why, width=720)
        self.setObjectName("refusal")
        self.kind = RadioChoice([(code, words(code)) for code in RefusalKind])
        forms.add_row(self.form, _("&What is done"), self.kind, name="kind", required=True)
        self._build_part()
        self._build_questions()
        self._build_grounds()
        self._build_excess()
        self._build_fee()
        self.kind.value_changed.connect(self._on_changed)
        if self.part.refusal is not None:
            self._show(self.part.refusal)
        self._on_changed()

    def _build_part(self) -> None:
        self.refused_part = TextArea(lines=3)
        self._refused_row = forms.add_row(
            self.form,
            _("&Is refused"),
            self.refused_part,
            _("The person reads this. Do not reveal what is held back."),
            name="refused_part",
            required=True,
        )

    def _build_questions(self) -> None:
        self.form.addRow(label(_("Is there a ground?"), "heading"))
        if self.part.right is Right.ACCESS:
            received = self.request.case.received
            title = _("Does another act fit better?")
            self.other_access = NoteBox(other_access_text(received), title)
            self.form.addRow(self.other_access)
        self.questions = [QuestionsPart(name) for name in question_lists(self.part.right)]
        for index, part in enumerate(self.questions):
            part.setObjectName("considered" if index == 0 else f"considered_{index}")
            part.changed.connect(self._on_changed)
        first, *rest = self.questions
        forms.add_row(self.form, "", first, name="considered")
        for part in rest:
            self.form.addRow(part)
        self.found = NoteBox()
        self.form.addRow(self.found)

    def _build_grounds(self) -> None:
        self.law = LineField()
        self._law_row = forms.add_row(
            self.form,
            _("&Act and section that order secrecy"),
            self.law,
            name="law",
            required=True,
        )
        self.interests = InterestsField()
        self._interests_row = forms.add_row(
            self.form, _("Whose interests"), self.interests, name="interests"
        )
        self.representative = RadioChoice(
            [(one, words(one)) for one in Representative if one is not Representative.NONE]
        )
        self._representative_row = forms.add_row(
            self.form,
            _("May a &representative be told instead?"),
            self.representative,
            name="representative",
        )
        self.representative_note = TextArea(lines=2)
        self._note_row = forms.add_row(
            self.form,
            _("The special reasons, or who it may be"),
            self.representative_note,
            _("It stays in the case."),
            name="representative_note",
        )
        self.regime = Choice([(one, words(one)) for one in _OTHER_ACTS], empty=_("Choose"))
        self._regime_row = forms.add_row(
            self.form, _("The act that &gives the right"), self.regime, name="regime", required=True
        )
        if self.request.on_behalf_of is OnBehalfOf.PARENT_WITHOUT:
            self.regime.set_value(Regime.PARENT_INFORMATION)

    def _build_excess(self) -> None:
        self.previous = self.day_field(None, required=False)
        self.guided_on = self.day_field(None, required=False)
        self.previous.setObjectName("previous")
        self.guided_on.setObjectName("guided_on")
        self._previous_row = forms.FieldRow(_("Asked for the same &before"), self.previous)
        self._guided_row = forms.FieldRow(
            _("&Helped to narrow it"), self.guided_on, _("Before anything is refused.")
        )
        forms.add_pair(self.form, self._previous_row, self._guided_row)
        self.guidance_given = TextArea(lines=2)
        self._guidance_row = forms.add_row(
            self.form, _("What the person was &told"), self.guidance_given, name="guidance"
        )

    def _build_fee(self) -> None:
        self.amount = LineField(max_length=20)
        self.amount.setObjectName("amount")
        self.answer_by = self.day_field(None)
        self.answer_by.setObjectName("answer_by")
        self._amount_row = forms.FieldRow(_("&Kroner"), self.amount, required=True)
        before = _("Before {day}: the request must be answered by then.")
        due = long_date(reply_deadline(self.request).due)
        self._answer_row = forms.FieldRow(
            _("Answer wanted b&y"), self.answer_by, before.format(day=due), required=True
        )
        forms.add_pair(self.form, self._amount_row, self._answer_row)
        self.calculation = TextArea(lines=2)
        self._calculation_row = forms.add_row(
            self.form,
            _("How the a&mount was found"),
            self.calculation,
            _("The fee may only cover what it costs to answer."),
            name="calculation",
            required=True,
        )

    def considered(self) -> tuple[Considered, ...]:
        """The answers to all that is asked."""
        return tuple(one for part in self._asked() for one in part.considered())

    def _asked(self) -> list[QuestionsPart]:
        lists = question_lists(self.part.right, fee=self._is(RefusalKind.FEE))
        return self.questions[: len(lists)]

    def refusal(self) -> Refusal:
        """What is typed; what the grounds do not ask for is left out."""
        considered = self.considered()
        found = grounds_found(self.part.right, considered)
        grounds = {ground for ground, _reason in found}
        excess = any(ground.by_us_to_prove for ground in grounds)
        health = RefusalGround.HEALTH_OR_RELATIONS in grounds
        other = self.regime.value() if RefusalGround.OTHER_LAW in grounds else None
        return Refusal(
            kind=self.kind.value() or RefusalKind.WHOLE,
            reasons=tuple(
                Reason(
                    ground=ground,
                    explanation=reason,
                    law=self.law.text() if ground is RefusalGround.CONFIDENTIALITY else "",
                    interests=self.interests.chosen()
                    if ground is RefusalGround.OBVIOUS_INTERESTS
                    else (),
                )
                for ground, reason in found
            ),
            considered=considered,
            refused_part=self.refused_part.text() if self._is(RefusalKind.PART) else "",
            previous=self.previous.date() if RefusalGround.EXCESSIVE in grounds else None,
            guided_on=self.guided_on.date() if excess else None,
            guidance=self.guidance_given.text() if excess else "",
            representative=(self.representative.value() if health else None) or Representative.NONE,
            representative_note=self.representative_note.text() if health else "",
            regime=other or Regime.DATA_PROTECTION,
            fee=self._fee() if self._is(RefusalKind.FEE) else None,
        )

    def _fee(self) -> Fee:
        digits = "".join(self.amount.text().split())
        return Fee(
            amount=int(digits) if digits.isdecimal() else 0,
            calculation=self.calculation.text(),
            answer_by=self.answer_by.date(),
        )

    def _is(self, kind: RefusalKind) -> bool:
        return self.kind.value() is kind

    def _show(self, refusal: Refusal) -> None:
        self.kind.set_value(refusal.kind)
        self.refused_part.set_text(refusal.refused_part)
        for part in self.questions:
            part.show_considered(refusal.considered)
        for reason in refusal.reasons:
            if reason.law:
                self.law.set_text(reason.law)
            if reason.interests:
                self.interests.choose(reason.interests)
        self.previous.set_date(refusal.previous)
        self.guided_on.set_date(refusal.guided_on)
        self.guidance_given.set_text(refusal.guidance)
        self.representative.set_value(refusal.representative)
        self.representative_note.set_text(refusal.representative_note)
        self.regime.set_value(refusal.regime)
        if refusal.fee is not None:
            self.amount.set_text(str(refusal.fee.amount))
            self.calculation.set_text(refusal.fee.calculation)
            self.answer_by.set_date(refusal.fee.answer_by)

    def _on_changed(self, *_value: object) -> None:
        asked = self._asked()
        for part in self.questions:
            part.setVisible(part in asked)
        found = grounds_found(self.part.right, self.considered())
        grounds = {ground for ground, _reason in found}
        article = article_of(self.part.right)
        self.found.say(
            "\n".join(
                f"{ground_words(one)}: {exception_reference(one, article=article)}"
                for one in grounds
            ),
            _("The answers lead to"),
        )
        self.found.setVisible(bool(grounds))
        self._refused_row.setVisible(self._is(RefusalKind.PART))
        self._law_row.setVisible(RefusalGround.CONFIDENTIALITY in grounds)
        self._interests_row.setVisible(RefusalGround.OBVIOUS_INTERESTS in grounds)
        health = RefusalGround.HEALTH_OR_RELATIONS in grounds
        self._representative_row.setVisible(health)
        self._note_row.setVisible(health)
        self._regime_row.setVisible(RefusalGround.OTHER_LAW in grounds)
        excess = any(ground.by_us_to_prove for ground in grounds)
        self._previous_row.setVisible(RefusalGround.EXCESSIVE in grounds)
        self._guided_row.setVisible(excess)
        self._guidance_row.setVisible(excess)
        fee = self._is(RefusalKind.FEE)
        self.save_button.setText(_("Save") if fee else _("Save the refusal"))
        for row in (self._amount_row, self._answer_row, self._calculation_row):
            row.setVisible(fee)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.kind.value() is None:
            found.append(FieldProblem(field="kind", text=_("Choose what is done.")))
        return found

    def do(self) -> Change:
        return service.refuse_part(self.vault, self.part_id, self.refusal())
