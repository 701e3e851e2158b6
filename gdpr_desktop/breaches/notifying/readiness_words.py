"""What hinders that the authority is notified at any hour; light, as the overview says it too."""

from gdpr_desktop.breaches.notifying.settings import Readiness
from gdpr_desktop.core.text import N_, _

_READINESS = {
    Readiness.NOBODY: N_("Nobody has been delegated to notify the authority."),
    Readiness.NO_SUBSTITUTE: N_("Whoever may notify the authority has no substitute."),
    Readiness.NOT_TESTED: N_("Not all who may notify have tested their role in Altinn."),
    Readiness.TESTED_LONG_AGO: N_("A role in Altinn was last tested more than a year ago."),
}


def readiness_words(code: Readiness) -> str:
    """What hinders a notification."""
    return _(_READINESS[code])
