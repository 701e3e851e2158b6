"""What the dialogs of assessing and deciding share: what the assessment comes to."""

from gdpr_desktop.breaches.assessing.advice import Advice, advise
from gdpr_desktop.breaches.assessing.from_case import is_outdated
from gdpr_desktop.breaches.assessing.words import program_words
from gdpr_desktop.breaches.dialogs.case_dialog import BreachDialog
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.notes import NoteBox


class AssessingDialog(BreachDialog):
    """A deed that rests on the assessment that holds."""

    wide = 600

    def show_program(self) -> Advice:
        """Say what the assessment that holds comes to. Raises ``RefusedError`` without one."""
        made = self.breach.assessment
        if made is None:
            raise RefusedError(
                _("The risk has not been assessed."), hint=_("Assess the risk first.")
            )
        if is_outdated(self.breach):
            text = _("The facts of the case have changed since. Assess the risk anew.")
            self.form.addRow(NoteBox(text, role="notice"))
        advice = advise(made)
        self.form.addRow(NoteBox(program_words(advice), _("What the assessment comes to")))
        return advice
