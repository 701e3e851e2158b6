"""The officer's advice: what each section is worth, and what the officer says of all of it."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.advice.dialogs.base import AssessmentDialog
from gdpr_desktop.dpia.advice.model import Opinion
from gdpr_desktop.dpia.advice.opinions import give_opinion
from gdpr_desktop.dpia.advice.rules import must_consult, unsettled
from gdpr_desktop.dpia.advice.service import draft_of, require_at_officer
from gdpr_desktop.dpia.advice.widgets.verdicts import VerdictsField
from gdpr_desktop.dpia.advice.words import version_words
from gdpr_desktop.dpia.catalogue.service import catalogue
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.steps import Step
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class OpinionDialog(AssessmentDialog):
    """Goes on to the risk owner, or back for more work."""

    form_code = Action.OPINION.value
    step = Step.OPINION
    wide = 720

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Advice of the officer")
        super().__init__(vault, case_id, parent, title, _("Give the advice"))
        require_at_officer(self.found)
        self._written = draft_of(self.found)
        self._add_what_was_sent()
        self._add_outcome()
        self._add_advice()
        self._add_sections()
        self._show(self._written)
        self.wants_back.value_changed.connect(self._on_outcome_chosen)
        self._on_outcome_chosen()

    def _add_what_was_sent(self) -> None:
        latest = self.found.latest
        if latest is not None:
            self.form.addRow(NoteBox("\n".join(filter(None, (version_words(latest), latest.note)))))
        if must_consult(self.found):
            text = _("The risk that is left is high: Datatilsynet must be asked first.")
            self.form.addRow(NoteBox(text, role="notice"))
        waiting = len(unsettled(self.found.content))
        if waiting:
            text = ngettext(
                "{count} comment is not settled.", "{count} comments are not settled.", waiting
            )
            self.form.addRow(NoteBox(text.format(count=waiting)))

    def _add_outcome(self) -> None:
        pairs = (
            (False, _("I give my advice, and it goes on to the risk owner")),
            (True, _("It needs more work, and goes back to who writes it")),
        )
        self.wants_back = RadioChoice(pairs)
        words = _("What &happens now")
        forms.add_row(self.form, words, self.wants_back, name="wants_back")

    def _add_sections(self) -> None:
        language = current_language()
        found = catalogue(self.vault.db).sections
        self.verdicts = VerdictsField((one.id, one.title.in_(language)) for one in found)
        form = self.part(_("Is each section enough?"))
        forms.add_row(form, "", self.verdicts, name="verdicts")

    def _add_advice(self) -> None:
        form = self.part(_("What you advise"))
        go_ahead = ((True, _("It may go ahead")), (False, _("It should not go ahead")))
        consult = ((False, _("Need not be asked")), (True, _("Should be asked first")))
        follow_up = ((True, _("Yes")), (False, _("No")))
        self.go_ahead = RadioChoice(go_ahead, horizontal=True)
        self.consult = RadioChoice(consult, horizontal=True)
        self.follow_up = RadioChoice(follow_up, horizontal=True)
        self.go_ahead_why, self.consult_why = TextArea(lines=2), TextArea(lines=2)
        self._of_advice = (
            forms.add_row(form, _("The &processing"), self.go_ahead, name="go_ahead"),
            forms.add_row(form, _("&Why"), self.go_ahead_why, name="go_ahead_why"),
            forms.add_row(form, _("Datati&lsynet"), self.consult, name="consult"),
            forms.add_row(form, _("Wh&y"), self.consult_why, name="consult_why"),
            forms.add_row(
                form,
                _("Will you &follow up the measures?"),
                self.follow_up,
                name="follow_up",
            ),
        )
        self.text, self.name = TextArea(lines=8), LineField()
        help_ = _("It is kept with the assessment, and printed in the report.")
        forms.add_row(form, _("What you &say"), self.text, help_, True, name="text")
        forms.add_row(form, _("&Name"), self.name, "", True, name="name")
        self.given_on = self.day_row(_("Da&te"), "given_on", self.today, form=form)

    def _show(self, before: Opinion) -> None:
        self.wants_back.set_value(before.wants_back)
        self.verdicts.set_verdicts(before.verdicts)
        self.go_ahead.set_value(before.go_ahead)
        self.go_ahead_why.set_text(before.go_ahead_why)
        self.consult.set_value(before.consult)
        self.consult_why.set_text(before.consult_why)
        self.follow_up.set_value(before.follow_up)
        self.text.set_text(before.text.plain)
        self.name.set_text(before.name or self.vault.municipality().officer.name)

    def _on_outcome_chosen(self, _value: object = None) -> None:
        back = bool(self.wants_back.value())
        for row in self._of_advice:
            row.setVisible(not back)

    def do(self) -> Change:
        before = self._written
        text = self.text.text()
        opinion = Opinion(
            submission=before.submission,
            verdicts=self.verdicts.verdicts(),
            go_ahead=self.go_ahead.value(),
            go_ahead_why=self.go_ahead_why.text(),
            consult=self.consult.value(),
            consult_why=self.consult_why.text(),
            follow_up=self.follow_up.value(),
            text=before.text if text == before.text.plain else rich(text),
            wants_back=bool(self.wants_back.value()),
            name=self.name.text(),
            given_on=self.given_on.date(),
        )
        return give_opinion(self.vault, self.case_id, opinion)
