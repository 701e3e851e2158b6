"""Words for systems."""

from gdpr_desktop.core.text import _
from gdpr_desktop.register.entries.model import EntryDue, Finding


def finding_words(finding: Finding) -> str:
    """What is not known of a system."""
    if finding.code == "measure_unknown":
        return {
            "logging": _("Find out whether use is logged."),
            "encryption": _("Find out whether the data are encrypted."),
            "backup": _("Find out whether there are backups."),
            "access_control": _("Find out how access is controlled."),
        }[finding.about]
    return {
        "no_owner": _("Say which role owns the system."),
        "outside_eea": _(
            "The data lie outside the EEA. Say on what ground they are transferred, at the"
            " processor."
        ),
        "no_risk": _("Assess the risks of the system."),
        "risk_old": _("The system has changed since its risks were assessed. Assess them anew."),
        "supplier_unlinked": _(
            "Can the supplier see the data? Then add it as a processor, and choose it here."
        ),
    }[finding.code]


def due_words(due: EntryDue) -> str:
    """What must be done with it."""
    return {
        "risk": _("Assess the risks"),
        "review": _("Go through the system"),
        "out_of_use": _("Taken out of use: see that the data are erased or moved"),
    }[due.kind]
