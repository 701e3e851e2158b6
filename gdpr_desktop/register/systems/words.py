"""Words for systems."""

from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.parts import Answer
from gdpr_desktop.register.entries.model import Finding


def answer_words(answer: Answer) -> str:
    """Yes, no, or not known."""
    return {Answer.UNKNOWN: _("Not known"), Answer.YES: _("Yes"), Answer.NO: _("No")}[answer]


def finding_words(finding: Finding) -> str:
    """What is not known of a system."""
    if finding.code == "no_owner":
        return _("Say which role owns the system.")
    return {
        "logging": _("Find out whether use is logged."),
        "encryption": _("Find out whether the data are encrypted."),
        "backup": _("Find out whether there are backups."),
        "access_control": _("Find out how access is controlled."),
    }[finding.about]
