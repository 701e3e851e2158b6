"""The scale of the risks: how many steps, what they are called, when a risk is medium and high."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.dpia.content import OwnScale
from gdpr_desktop.dpia.risks.checks import SIZES, scale_problems
from gdpr_desktop.dpia.risks.scales import (
    choose_scale,
    judged,
    own_scale,
    save_own_scale,
    scale_now,
    usual,
)
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.bilingual import BilingualField, LanguageSwitch
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class ScaleDialog(CaseDialog):
    """For one assessment, and for new ones too when that is ticked."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        self._content = read_dpia(vault, case_id).content
        super().__init__(
            vault,
            case_id,
            parent,
            _("The scale of the risks"),
            _("Use this scale"),
            why=_(
                "The law counts nothing: how many steps there are, and where the limits go, is for"
                " the municipality to settle. The risk is consequence times likelihood."
            ),
            width=720,
        )
        self.steps = RadioChoice([(4, _("4 × 4")), (5, _("5 × 5"))], horizontal=True)
        forms.add_row(self.form, _("How many &steps"), self.steps, name="steps")
        self.note = NoteBox()
        self.form.addRow(self.note)
        self.medium_from, self.high_from = _number("medium_from"), _number("high_from")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Medium from"), self.medium_from),
            forms.FieldRow(_("&High from"), self.high_from),
        )
        self._build_words()
        self.also = QCheckBox(_("Use it for &new assessments too"))
        self.also.setObjectName("also")
        self.also.setVisible(scope(vault.actor.role, Deed.CHANGE_SETTINGS) is not None)
        self.form.addRow(self.also)
        now = scale_now(self._content)
        self.steps.set_value(now.steps)
        self._show(now)
        self.steps.value_changed.connect(self._on_steps_chosen)

    def _build_words(self) -> None:
        language = current_language()
        self.switch = LanguageSwitch(language)
        self.switch.attach(self)
        self.form.addRow(self.switch)
        self.consequence = tuple(BilingualField(language) for _step in range(SIZES[-1]))
        self.likelihood = tuple(BilingualField(language) for _step in range(SIZES[-1]))
        self._last: list[forms.FieldRow] = []
        self.form.addRow(label(_("What the steps are called"), "label"))
        for step in range(1, SIZES[-1] + 1):
            first, second = self.consequence[step - 1], self.likelihood[step - 1]
            first.setObjectName(f"consequence_{step}")
            second.setObjectName(f"likelihood_{step}")
            rows = (
                forms.FieldRow(_("Consequence {step}").format(step=step), first),
                forms.FieldRow(_("Likelihood {step}").format(step=step), second),
            )
            forms.add_pair(self.form, *rows)
            self._last = list(rows)

    def _on_steps_chosen(self, steps: int) -> None:
        """The municipality's own scale where it has so many steps; else the usual one."""
        own = own_scale(self.vault)
        self._show(own if own is not None and own.steps == steps else usual(steps))

    def _show(self, own: OwnScale) -> None:
        words = usual(own.steps)
        self.medium_from.set_value(own.medium_from)
        self.high_from.set_value(own.high_from)
        for fields, mine, theirs in (
            (self.consequence, own.consequence, words.consequence),
            (self.likelihood, own.likelihood, words.likelihood),
        ):
            for at, text in enumerate(theirs):
                fields[at].set_value(mine[at] if at < len(mine) and mine[at] else text)
        for row in self._last:
            row.setVisible(own.steps == SIZES[-1])
        many = judged(self._content)
        if own.steps == self._content.scale or not many:
            self.note.say("")
            return
        note = ngettext(
            "{count} risk is judged by the other scale. Its steps are carried over, rounded up."
            " Look at it again.",
            "{count} risks are judged by the other scale. Their steps are carried over, rounded"
            " up. Look at them again.",
            many,
        )
        self.note.say(note.format(count=many))

    def scale(self) -> OwnScale:
        """The scale as filled in."""
        steps = self.steps.value()
        made = OwnScale(
            steps=steps,
            medium_from=self.medium_from.value(),
            high_from=self.high_from.value(),
            consequence=tuple(one.value() for one in self.consequence[:steps]),
            likelihood=tuple(one.value() for one in self.likelihood[:steps]),
        )
        words = usual(steps)
        return replace(
            made,
            consequence=tuple(
                mine or theirs
                for mine, theirs in zip(made.consequence, words.consequence, strict=True)
            ),
            likelihood=tuple(
                mine or theirs
                for mine, theirs in zip(made.likelihood, words.likelihood, strict=True)
            ),
        )

    def do(self) -> Change:
        made = self.scale()
        require_valid(scale_problems(made))
        change = choose_scale(self.vault, self.case_id, made)
        if self.also.isChecked():
            save_own_scale(self.vault, made)
        return change


def _number(name: str) -> Choice:
    made = Choice([(one, str(one)) for one in range(2, SIZES[-1] ** 2 + 1)])
    made.setObjectName(name)
    return made
