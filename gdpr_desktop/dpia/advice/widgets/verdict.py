"""Is this section enough? Asked of the officer at work; told to the others."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.advice.model import SectionVerdict
from gdpr_desktop.dpia.advice.opinions import give_verdict
from gdpr_desktop.dpia.advice.words import carried_words, verdict_words
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.ui import forms, notices
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.labels import label, restyle
from gdpr_desktop.ui.notes import NoteBox

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

SECTION = "section:"


class VerdictRow(QWidget):
    """Saves at once what is chosen; what is lacking is written as a comment."""

    changed = Signal(object)

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._case_id: CaseId | None = None
        self._shown = SectionVerdict(section="")
        self._said = NoteBox()
        pairs = ((one, verdict_words(one)) for one in (None, True, False))
        self.choice = RadioChoice(pairs, horizontal=True)
        self.choice.value_changed.connect(self._on_chosen)
        self._carried = label("", "help")
        self._asked = forms.FieldRow(_("Is this section enough?"), self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._said)
        column.addWidget(self._asked)
        column.addWidget(self._carried)
        self.hide()

    def show_found(self, found: Dpia, about: str) -> None:
        """Show or ask, where ``about`` is a section; else nothing."""
        section = about.removeprefix(SECTION)
        given = found.opinion
        said = given.verdicts if given else ()
        self._case_id = found.case.id
        mine = (one for one in said if one.section == section)
        self._shown = next(mine, SectionVerdict(section=section))
        of_section = about.startswith(SECTION)
        officer = scope(self._vault.actor.role, Deed.ADVISE) is not None
        asks = of_section and officer and found.state is State.AT_OFFICER and found.case.open
        told = of_section and given is not None and given.given_on is not None
        was = self.choice.blockSignals(True)
        self.choice.set_value(self._shown.sufficient)
        self.choice.blockSignals(was)
        self._asked.setVisible(asks)
        self._carried.setText(carried_words(self._shown))
        self._carried.setVisible(asks and bool(self._shown.carried))
        self._tell(told=told and self._shown.sufficient is not None)
        self.setVisible(asks or not self._said.isHidden())

    def _tell(self, *, told: bool) -> None:
        one = self._shown
        said = [verdict_words(one.sufficient), carried_words(one), one.feedback]
        text = "\n".join(part for part in said if part) if told else ""
        self._said.setProperty("role", "side" if one.sufficient else "notice")
        restyle(self._said)
        self._said.say(text, _("What the officer says of this section"))

    def _on_chosen(self, value: bool | None) -> None:
        if self._case_id is None or value == self._shown.sufficient:
            return
        section, feedback = self._shown.section, self._shown.feedback
        verdict = SectionVerdict(section=section, sufficient=value, feedback=feedback)
        try:
            change = give_verdict(self._vault, self._case_id, verdict)
        except AppError as error:
            notices.error(self, error)
            return
        self._shown = verdict
        self._carried.hide()
        self.changed.emit(change)
