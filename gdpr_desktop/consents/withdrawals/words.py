"""Words for the codes of withdrawals."""

from gdpr_desktop.casework.model import CaseFilter
from gdpr_desktop.consents.withdrawals.guidance import step_texts
from gdpr_desktop.consents.withdrawals.model import CaseOutcome, TaskOutcomeCode
from gdpr_desktop.consents.withdrawals.steps import Step
from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.text import N_, _

words = CodeWords(
    (
        (TaskOutcomeCode.STOPPED, N_("No longer used")),
        (TaskOutcomeCode.ERASED, N_("No longer used, and deleted")),
        (TaskOutcomeCode.KEPT, N_("Kept by another law")),
        (TaskOutcomeCode.CANNOT, N_("Cannot be undone")),
        (CaseOutcome.DONE, N_("Stopped")),
        (CaseOutcome.MISTAKE, N_("Registered by mistake")),
        (CaseOutcome.NOT_THIS, N_("Not about this consent")),
    )
)
_CHIPS = {
    CaseFilter.OPEN: N_("Open cases"),
    CaseFilter.THIS_WEEK: N_("Due this week"),
    CaseFilter.OVERDUE: N_("Overdue"),
    CaseFilter.MINE: N_("Mine"),
    CaseFilter.CLOSED: N_("Closed"),
}


def chips() -> tuple[tuple[CaseFilter, str], ...]:
    """The chips above the list."""
    return tuple((chip, _(text)) for chip, text in _CHIPS.items())


def outcome_words(code: str) -> str:
    """How a case ended; a code of a later version as it is."""
    return words(CaseOutcome(code)) if code in set(CaseOutcome) else code


def step_words(code: str) -> str:
    """What is to be done next, as the list shows it."""
    return step_texts(code).action if code in set(Step) else code
