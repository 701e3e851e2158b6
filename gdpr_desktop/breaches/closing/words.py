"""Why a breach cannot be closed yet, in sentences."""

from gdpr_desktop.breaches.closing.checks import Missing
from gdpr_desktop.core.text import N_, _

_MISSING = {
    Missing.COURSE: N_("Describe how it happened, and why."),
    Missing.SCOPE: N_("Describe whose data it is, and which."),
    Missing.ASSESSMENT: N_("Assess the risk."),
    Missing.DECISION: N_("Note what was decided."),
    Missing.NOT_NOTIFIED: N_(
        "It is decided that the authority is notified, and it has not been done."
    ),
    Missing.WHY_NOT_NOTIFIED: N_("Write why the authority is not notified."),
    Missing.NOT_TOLD: N_("The people concerned have not all been told."),
    Missing.EXCEPTION: N_(
        "Say by which exception the people concerned are not told, and what proves it."
    ),
    Missing.POSTPONED: N_(
        "Telling the people concerned was put off: tell them, or decide it anew."
    ),
    Missing.FOLLOW_UP: N_("The authority still waits for what was missing in the notification."),
    Missing.DEMANDS: N_("The authority waits for an answer."),
    Missing.MEASURES: N_("Note the measures, and that no more are planned."),
    Missing.LESSONS: N_("Write down what you have learnt."),
}


def missing_words(code: Missing) -> str:
    """What is missing, in a sentence."""
    return _(_MISSING[code])
