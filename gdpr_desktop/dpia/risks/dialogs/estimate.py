"""How grave and how likely, each with a reason: the part of a risk's form that comes twice."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout

from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.content import Assessment, Estimate
from gdpr_desktop.dpia.risks.checks import LONGEST_REASON
from gdpr_desktop.dpia.risks.words import consequence_steps, likelihood_steps
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import TextArea

AFTER = "_after"


class EstimatePart(QObject):
    """Two choices side by side, and the reasons under them. ``suffix`` tells the two apart."""

    changed = Signal()

    def __init__(self, form: QFormLayout, content: Assessment, suffix: str = "") -> None:
        super().__init__(form)
        empty = _("Not chosen")
        self.consequence = Choice(consequence_steps(content), empty=empty)
        self.likelihood = Choice(likelihood_steps(content), empty=empty)
        self.consequence_why = TextArea(max_length=LONGEST_REASON, lines=2)
        self.likelihood_why = TextArea(max_length=LONGEST_REASON, lines=2)
        self._add(form, suffix)
        for choice in (self.consequence, self.likelihood):
            choice.value_changed.connect(self._on_chosen)

    def _add(self, form: QFormLayout, suffix: str) -> None:
        if suffix:
            labels = (_("C&onsequence with the measures"), _("L&ikelihood with the measures"))
            spoken = (_("Why so grave with the measures?"), _("Why so likely with the measures?"))
        else:
            labels = (_("&Consequence"), _("&Likelihood"))
            spoken = ("", "")  # as they are written
        names = {
            "consequence": self.consequence,
            "likelihood": self.likelihood,
            "consequence_why": self.consequence_why,
            "likelihood_why": self.likelihood_why,
        }
        for name, field in names.items():
            field.setObjectName(f"{name}{suffix}")
        forms.add_pair(
            form,
            forms.FieldRow(labels[0], self.consequence),
            forms.FieldRow(labels[1], self.likelihood),
        )
        forms.add_pair(
            form,
            forms.FieldRow(_("Why so grave?"), self.consequence_why, name=spoken[0]),
            forms.FieldRow(_("Why so likely?"), self.likelihood_why, name=spoken[1]),
        )

    def _on_chosen(self, _value: object) -> None:
        self.changed.emit()

    def estimate(self) -> Estimate:
        """What is filled in."""
        return Estimate(
            consequence=self.consequence.value() or 0,
            likelihood=self.likelihood.value() or 0,
            consequence_why=self.consequence_why.text(),
            likelihood_why=self.likelihood_why.text(),
        )

    def set_estimate(self, estimate: Estimate) -> None:
        """Show it."""
        self.consequence.set_value(estimate.consequence or None)
        self.likelihood.set_value(estimate.likelihood or None)
        self.consequence_why.set_text(estimate.consequence_why)
        self.likelihood_why.set_text(estimate.likelihood_why)
