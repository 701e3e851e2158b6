"""A breach is closed, turns out to be none, is opened again, or gets a note."""

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.breaches.actions import Action
from gdpr_desktop.breaches.closing.checks import missing_before_closing
from gdpr_desktop.breaches.closing.service import close_breach, not_a_breach, outcome_of
from gdpr_desktop.breaches.closing.words import missing_words
from gdpr_desktop.breaches.dialogs.case_dialog import BreachDialog
from gdpr_desktop.breaches.following.measures import measure_line
from gdpr_desktop.breaches.guidance import step_texts
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.breaches.words import closed_words
from gdpr_desktop.casework.dialogs.note import NoteDialog as NoteDialog
from gdpr_desktop.casework.dialogs.reopen import ReopenDialog as ReopenDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault


class CloseDialog(BreachDialog):
    """Close as notified or documented; shows what will happen, or all that is missing."""

    form_code = Action.CLOSE.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why, title = step_texts(Step.CLOSE.value).why, _("Close the case")
        super().__init__(vault, case_id, parent, title, title, why=why)
        missing = missing_before_closing(self.breach)
        if missing:
            text = "\n".join(missing_words(code) for code in missing)
            self.form.addRow(NoteBox(text, _("The case cannot be closed yet.")))
            self.save_button.setEnabled(False)
        self.handed_over = TextArea(max_length=2000, lines=2)
        if missing:
            return
        ends = _("The case ends as «{outcome}».").format(
            outcome=closed_words(outcome_of(self.breach))
        )
        self.form.addRow(label(f"{ends} {_what_happens()}"))
        waiting = [one for one in self.breach.measures if not one.done]
        if waiting:
            text = "\n".join(f"{one.title} ({measure_line(one, self.today)})" for one in waiting)
            self.form.addRow(NoteBox(text, _("These measures are not done")))
            help_ = _("Their days do not stand on the overview when the case is closed.")
            words = _("&Who follows them up now, and where")
            forms.add_row(self.form, words, self.handed_over, help_, True, name="handed_over")
        if not self.breach.case.archive_number:
            text = _("You can close without it, and note the number later.")
            self.form.addRow(NoteBox(text, _("The case has no archive number")))

    def do(self) -> Change:
        return close_breach(self.vault, self.case_id, handed_over=self.handed_over.text())


class NotABreachDialog(BreachDialog):
    """It turned out that no personal data were hit: why is documented, and the case is closed."""

    form_code = Action.NOT_A_BREACH.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why = _(
            "A breach leads to personal data being lost, changed, spread or seen by accident or"
            " unlawfully (article 4(12)). A log-in that failed is no breach. Why it was none is"
            " kept, so that the authority can check it (article 33(5))."
        )
        title = _("It was no breach after all")
        super().__init__(vault, case_id, parent, title, _("Close the case"), why=why)
        self.keep = QCheckBox(_("&Keep it in the list of deviations"))
        if self.breach.notified is not None:
            text = _(
                "The authority has been notified. Withdraw the notification first; then it can be"
                " closed as no breach."
            )
            self.form.addRow(NoteBox(text, _("The authority thinks it is a breach")))
            self.save_button.setEnabled(False)
        self.reason = self.ask_why(
            _("&Why it was no breach"), help=_("What was found out, and how.")
        )
        self.keep.setChecked(True)
        self.keep.setVisible(scope(vault.actor.role, Deed.REGISTER_CASE) is not None)
        forms.add_row(
            self.form,
            "",
            self.keep,
            _("What happened still broke a routine or tested the security."),
            name="keep",
        )

    def do(self) -> Change:
        keep = self.keep.isVisibleTo(self) and self.keep.isChecked()
        return not_a_breach(self.vault, self.case_id, reason=self.reason.text(), keep=keep)


def _what_happens() -> str:
    return _(
        "The case leaves the list of open cases, and its deadlines stop. Everything in it is "
        "kept, and it can be opened again."
    )
