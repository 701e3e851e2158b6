"""Words for joint controllers and cooperation."""

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.register.arrangements.model import CooperationForm
from gdpr_desktop.register.entries.model import EntryDue, Finding


def form_words(form: CooperationForm) -> str:
    """How the cooperation is organised."""
    return {
        CooperationForm.JOINT: _("Joint controllers"),
        CooperationForm.HOST: _("Host municipality"),
        CooperationForm.COMPANY: _("Intermunicipal company"),
        CooperationForm.OTHER: _("Another form"),
    }[form]


def duty_words(duty: str, language: Language | None = None) -> str:
    """What somebody must do."""
    return {
        "information": _("Informs people", language=language),
        "requests": _("Answers people who use their rights", language=language),
        "breaches": _("Handles and notifies breaches", language=language),
        "processors": _("Makes agreements with processors", language=language),
        "security": _("Sees to security", language=language),
        "contact": _("Is the contact point", language=language),
    }.get(duty, duty)


def finding_words(finding: Finding) -> str:
    """What is missing, as something to do."""
    if finding.code == "duty_unsaid":
        return _("Agree on who does this: {duty}.").format(duty=duty_words(finding.about).lower())
    return {
        "no_partners": _("Say who takes part."),
        "no_essence": _("Write the essence of the arrangement, so that people can read it."),
        "not_published": _("Publish the essence, and say where people find it."),
        "not_written": _("Put the arrangement into writing, or find out whether it is."),
        "not_agreed": _("Say when it was agreed."),
    }[finding.code]


def due_words(due: EntryDue) -> str:
    """What must be done with it."""
    return {
        "arrangement_ends_soon": _("The arrangement runs out soon"),
        "arrangement_ends": _("The arrangement runs out"),
    }[due.kind]
