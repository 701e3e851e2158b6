"""Does the controller follow the officer's advice, and why not?"""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.advice.checks import asks_about_consultation
from gdpr_desktop.dpia.advice.deciding import decide, number_of, require_advised
from gdpr_desktop.dpia.advice.dialogs.base import DecidingDialog, chosen
from gdpr_desktop.dpia.advice.model import Decision
from gdpr_desktop.dpia.advice.rules import must_consult
from gdpr_desktop.dpia.codes import Follow
from gdpr_desktop.dpia.words import words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class DecideDialog(DecidingDialog):
    """Against the advice, or in part, it takes a reason."""

    form_code = Action.DECIDE.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Is the advice followed?")
        super().__init__(vault, case_id, parent, title, _("Save the decision"))
        require_advised(self.found)
        before, about = self.found.decision, self.found.about
        self.add_advice()
        self.follow = RadioChoice((one, words(one)) for one in Follow)
        if before is not None:
            self.follow.set_value(before.follow)
        forms.add_row(self.form, _("What &is decided"), self.follow, name="follow")
        self._add_consult()
        self.why = TextArea(lines=4)
        help_ = _("Must be filled in when the advice is not followed, or only in part.")
        forms.add_row(self.form, _("&Why"), self.why, help_, name="why")
        self.why.set_text(before.why if before else "")
        self.add_who(
            before.name if before else about.responsible,
            before.role if before else about.responsible_role,
            before.decided_on if before else self.today,
        )
        self.follow.setFocus()

    def _add_consult(self) -> None:
        """Where the officer advises to ask Datatilsynet, it is not left to be guessed."""
        before, self.consult = self.found.decision, None
        if not asks_about_consultation(self.found):
            if must_consult(self.found):
                text = _(
                    "The risk that is left is high: Datatilsynet must be asked before it begins,"
                    " whatever is decided about the advice (article 36(1))."
                )
                self.form.addRow(NoteBox(text, role="notice"))
            return
        pairs = ((True, _("Yes, it is asked first")), (False, _("No, it is not asked")))
        self.consult = RadioChoice(pairs, horizontal=True)
        self.consult.set_value(before.consult if before else None)
        help_ = _("The officer advises to ask. No takes a reason.")
        forms.add_row(self.form, _("Is Datati&lsynet asked?"), self.consult, help_, name="consult")

    def field_problems(self) -> list[FieldProblem]:
        return super().field_problems() + chosen("follow", self.follow)

    def do(self) -> Change:
        decided_on = self.decided_on.date()
        assert decided_on is not None, "checked before"
        decision = Decision(
            submission=number_of(self.found),
            follow=self.follow.value(),
            why=self.why.text(),
            name=self.name.text(),
            role=self.role.text(),
            decided_on=decided_on,
            consult=self.consult.value() if self.consult is not None else None,
        )
        return decide(self.vault, self.case_id, decision)
