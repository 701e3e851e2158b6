"""A restriction in force: look again, plan its end, tell the person, lift it."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.letter import LetterDialog
from gdpr_desktop.law.restriction import ends_by
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.restrictions import service
from gdpr_desktop.requests.restrictions.letters import LiftLetters, lift_template
from gdpr_desktop.requests.restrictions.model import Afterwards, Lift
from gdpr_desktop.requests.restrictions.words import stage_line, words
from gdpr_desktop.requests.rights.restriction import conditions_met
from gdpr_desktop.requests.service.base import read_request
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class _RestrictionDialog(PartDialog):
    """A deed on a restriction in force."""

    def show_stage(self) -> None:
        """Say where it stands."""
        self.found = service.restriction(self.vault, self.case_id, self.part_id)
        self.form.addRow(NoteBox(stage_line(self.found)))


class LookAgainDialog(_RestrictionDialog):
    """It goes on: when to look at it next."""

    action = Action.LOOK_AGAIN

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        title = _("The restriction goes on")
        super().__init__(vault, case_id, part_id, parent, title, _("Save"))
        self.show_stage()
        self.look_again = self.day_row(_("&Look again by"), "look_again", None)
        self.note = TextArea(max_length=5000, lines=3)
        help_ = _("Why it still holds.")
        forms.add_row(self.form, _("&Note"), self.note, help_, name="note")

    def do(self) -> Change:
        on = self.look_again.date()
        assert on is not None, "checked before"
        return service.look_again(self.vault, self.part_id, on=on, note=self.note.text())


class PlanLiftDialog(_RestrictionDialog):
    """Why it ends, when, and what happens then. The letter says the same."""

    action = Action.PLAN_LIFT

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        why = _(
            "The person must be told before a restriction is lifted (article 18(3), handbook"
            " chapter 6). Here you write why it ends and when. Then you send the letter, and only"
            " after that the restriction can be lifted."
        )
        title = _("End the restriction")
        super().__init__(vault, case_id, part_id, parent, title, _("Save the plan"), why=why)
        self.show_stage()
        reasons = ends_by(conditions_met(self.found.assessment.considered))
        self.reason = Choice([(one, words(one)) for one in reasons], empty=_("Choose"))
        forms.add_row(self.form, _("&Why it ends"), self.reason, required=True, name="reason")
        self.explanation = TextArea(max_length=5000, lines=4)
        help_ = _("What you have found. The person reads this.")
        label = _("E&xplanation")
        forms.add_row(self.form, label, self.explanation, help_, required=True, name="explanation")
        self.afterwards = RadioChoice([(one, words(one)) for one in Afterwards])
        forms.add_row(self.form, _("&Afterwards"), self.afterwards, name="afterwards")
        before = self.found.lift
        help_ = _("The letter must be sent before this day. Give the person time to answer.")
        self.lift_on = self.day_row(
            _("The restriction e&nds"), "lift_on", before.lift_on if before else None, help=help_
        )
        if before:
            self.reason.set_value(before.reason)
            self.explanation.set_text(before.explanation)
            self.afterwards.set_value(before.afterwards)

    def field_problems(self) -> list[FieldProblem]:
        found = super().field_problems()
        if self.reason.value() is None:
            found.append(FieldProblem(field="reason", text=_("Choose why it ends.")))
        if self.afterwards.value() is None:
            text = _("Choose what happens with the data.")
            found.append(FieldProblem(field="afterwards", text=text))
        return found

    def do(self) -> Change:
        lift_on = self.lift_on.date()
        assert lift_on is not None, "checked before"
        lift = Lift(
            reason=self.reason.value(),
            explanation=self.explanation.text(),
            afterwards=self.afterwards.value(),
            lift_on=lift_on,
        )
        return service.plan_lift(self.vault, self.part_id, lift)


class LiftDialog(_RestrictionDialog):
    """It has ended."""

    action = Action.LIFT

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        title = _("Lift the restriction")
        intro = _("Take the marking out of every system first.")
        super().__init__(vault, case_id, part_id, parent, title, _("Lift it"), intro=intro)
        self.show_stage()
        lift = self.found.lift
        if lift is not None and lift.told_on is not None:
            text = _("The letter went {day}.").format(day=long_date(lift.told_on))
            self.form.addRow(NoteBox(text))
        self.lifted_on = self.day_row(_("Lifted &on"), "lifted_on", self.today)

    def do(self) -> Change:
        on = self.lifted_on.date()
        assert on is not None, "checked before"
        return service.lift(self.vault, self.part_id, on=on)


class LiftLetterDialog(LetterDialog):
    """The letter to the person before the restriction ends."""

    def __init__(
        self, vault: Vault, case_id: CaseId, part_id: PartId, parent: QWidget | None = None
    ) -> None:
        template = lift_template(read_request(vault, case_id))
        super().__init__(vault, LiftLetters(vault, case_id, part_id), template, parent)
