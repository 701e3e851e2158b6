"""Words for routine disclosures."""

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.words import law_words
from gdpr_desktop.register.disclosures.model import RoutineDisclosure
from gdpr_desktop.register.entries.model import EntryDue, Finding


def finding_words(finding: Finding) -> str:
    """What is missing or unlawful."""
    return {
        "no_recipient": _("Say who receives the data."),
        "no_basis": _("Name the law, with its section, that the disclosure rests on."),
        "not_lifted": _(
            "The data are confidential. Name the section that lifts confidentiality, or the"
            " person's own release from it."
        ),
        "not_checked": _(
            "It began from a starting point. Check every part, and tick that you have."
        ),
        "no_data": _("Say which data are disclosed."),
        "no_purpose": _("Say what the recipient uses the data for."),
        "not_said_how": _("Say how the data are sent, and how they are kept from others."),
        "nobody_responsible": _("Say which role answers for the disclosure."),
        "no_review": _("Give a day to go through it again."),
    }[finding.code]


def due_words(_due: EntryDue) -> str:
    """What must be done."""
    return _("Go through the disclosure again")


def confidentiality_words(disclosure: RoutineDisclosure, language: Language) -> str:
    """Are the data confidential, and what lifts it?"""
    if not disclosure.confidential:
        return _("The data are not confidential.")
    if disclosure.lifted_by:
        text = _("Lifted by {law}.")
        return text.format(law=law_words(disclosure.lifted_by, language))
    if disclosure.released:
        return _("Lifted by the person's own release.")
    return _("Nothing lifts it.")
