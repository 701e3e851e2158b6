"""One risk: what could happen to whom, how grave and likely, what is done, and what is left."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.codes import RiskKind
from gdpr_desktop.dpia.content import Measure, Scenario, new_key
from gdpr_desktop.dpia.risks.checks import LONGEST_REASON
from gdpr_desktop.dpia.risks.dialogs.estimate import AFTER, EstimatePart
from gdpr_desktop.dpia.risks.model import Level, left, level_of, scale_in
from gdpr_desktop.dpia.risks.service import put_risk
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.dpia.words import words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.picks import PicksField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.fields.tick_row import TickRow
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class RiskDialog(CaseDialog):
    """A new risk, or with ``key`` one that is there."""

    def __init__(
        self, vault: Vault, case_id: CaseId, parent: QWidget | None = None, key: str = ""
    ) -> None:
        self._content = read_dpia(vault, case_id).content
        found = (one for one in self._content.scenarios if one.key == key)
        self._found = next(found, Scenario(key=new_key(), title=""))
        self._scale = scale_in(self._content)
        super().__init__(
            vault,
            case_id,
            parent,
            _("Change the risk") if self._found.title else _("New risk"),
            _("Save the risk"),
            intro=_("See it from the person's side: what would it mean for them?"),
            why=_(
                "The assessment holds the risks for the rights and freedoms of people, and what is"
                " done about them (article 35(7)(c) and (d)). The numbers are a help to compare;"
                " the reasons are what is read."
            ),
            width=760,
        )
        self._build()
        self._fill()
        self._show_outcome()
        for part in (self.before, self.after):
            part.changed.connect(self._show_outcome)
        self.keep_draft_of(f"{Action.RISKS.value}.{key or 'new'}", case_id)

    def _build(self) -> None:
        self.title = LineField(max_length=LINE_LENGTH)
        self.description = TextArea(max_length=LONGEST_REASON, lines=2)
        self.who = LineField(max_length=LINE_LENGTH)
        self.cause = TextArea(max_length=LONGEST_REASON, lines=2)
        self.kinds = TickRow([(one, words(one)) for one in RiskKind], name="kind")
        form = self.form
        forms.add_row(form, _("What could &happen"), self.title, required=True, name="title")
        forms.add_row(form, _("&What it would mean for them"), self.description, name="description")
        forms.add_row(form, _("&To whom"), self.who, name="who")
        forms.add_row(form, _("C&ause"), self.cause, name="cause")
        forms.add_row(form, _("What su&ffers"), self.kinds, name="kinds")
        form.addRow(label(_("Without the measures"), "heading"))
        self.before = EstimatePart(form, self._content)
        self._build_measures()
        form.addRow(label(_("With the measures"), "heading"))
        self.after = EstimatePart(form, self._content, AFTER)
        self.after_why = TextArea(max_length=LONGEST_REASON, lines=2)
        forms.add_row(form, _("Can what is l&eft be accepted?"), self.after_why, name="after_why")
        self.outcome = label("", "label")
        self.form.addRow(self.outcome)
        self.warning = NoteBox()
        self.form.addRow(self.warning)

    def _build_measures(self) -> None:
        pairs = [(one.key, one.title) for one in self._content.measures]
        self.measures = PicksField(pairs)
        self.new_measures = TextArea(max_length=LONGEST_REASON, lines=2)
        self.form.addRow(label(_("Measures"), "heading"))
        if pairs:
            forms.add_row(self.form, _("&Measures that lower it"), self.measures, name="measures")
        help_ = _("One on each line. Who and by when is written in the list of measures.")
        forms.add_row(self.form, _("&New measures"), self.new_measures, help_, name="new_measures")

    def _fill(self) -> None:
        one = self._found
        self.title.set_text(one.title)
        self.description.set_text(one.description)
        self.who.set_text(one.who)
        self.cause.set_text(one.cause)
        self.kinds.set_value(one.kinds)
        self.before.set_estimate(one.before)
        self.measures.set_value(one.measures)
        self.after.set_estimate(one.after)
        self.after_why.set_text(one.after_why)

    def scenario(self) -> Scenario:
        """The risk as filled in."""
        return replace(
            self._found,
            title=self.title.text(),
            description=self.description.text(),
            who=self.who.text(),
            cause=self.cause.text(),
            kinds=self.kinds.value(),
            before=self.before.estimate(),
            measures=self.measures.value(),
            after=self.after.estimate(),
            after_why=self.after_why.text(),
        )

    def _new(self) -> tuple[Measure, ...]:
        lines = (line.strip() for line in self.new_measures.text().splitlines())
        return tuple(Measure(key=new_key(), title=line[:LINE_LENGTH]) for line in lines if line)

    def do(self) -> Change:
        return put_risk(self.vault, self.case_id, self.scenario(), self._new())

    def _show_outcome(self) -> None:
        one = self.scenario()
        first, then = level_of(one.before, self._scale), level_of(one.after, self._scale)
        text = _("Risk: {before}. With the measures: {after}.")
        self.outcome.setText(text.format(before=words(first).lower(), after=words(then).lower()))
        high = left(one, self._scale) is Level.HIGH
        if high and not then:
            told = _("Until it is judged with the measures, the risk counts as high.")
        elif high:
            told = _(
                "The risk is high with the measures too. Find more of them. If it stays high,"
                " Datatilsynet must be asked before the processing begins (article 36(1))."
            )
        else:
            told = ""
        self.warning.say(told)

    def _state(self) -> tuple[Any, ...]:
        return (*super()._state(), self.measures.value())
