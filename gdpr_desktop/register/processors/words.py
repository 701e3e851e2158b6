"""Words for processors and their agreements."""

from dataclasses import replace
from datetime import date

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.register.activities.advice import finding_words as activity_words
from gdpr_desktop.register.countries import country_name
from gdpr_desktop.register.entries.model import EntryDue, Finding
from gdpr_desktop.register.processors.findings import AS_ACTIVITIES, agreement_gaps, split_about
from gdpr_desktop.register.processors.model import Authorisation, Processor


def clause_words(letter: str, language: Language | None = None) -> str:
    """What the agreement must say by this letter of art. 28(3), in one plain sentence."""
    return {
        "a": _(
            "The processor uses the data only as we have instructed in writing, also for"
            " transfers out of the EEA, and tells us first if a law demands something else.",
            language=language,
        ),
        "b": _("All who handle the data are bound to confidentiality.", language=language),
        "c": _("The processor secures the data as article 32 requires.", language=language),
        "d": _(
            "Sub-processors are used only as we have allowed, we are told of changes first, they"
            " are bound by the same terms, and the processor answers for them.",
            language=language,
        ),
        "e": _("The processor helps us answer people who use their rights.", language=language),
        "f": _(
            "The processor helps us with security, breaches and impact assessments.",
            language=language,
        ),
        "g": _(
            "The data are deleted or given back when the service ends, as we choose.",
            language=language,
        ),
        "h": _(
            "The processor shows us that it keeps the rules, and lets us check.",
            language=language,
        ),
    }[letter]


def frame_words(part: str, language: Language | None = None) -> str:
    """What the agreement must describe."""
    return {
        "subject_matter": _("What the processor does for us", language=language),
        "duration": _("How long the agreement lasts", language=language),
        "nature_purpose": _("What is done with the data, and why", language=language),
        "data": _("Which kinds of personal data", language=language),
        "subjects": _("Which groups of people", language=language),
        "obligations": _("Our duties and rights as controller", language=language),
    }[part]


def warning_words(language: Language | None = None) -> str:
    """The last sentence of art. 28(3)."""
    return _(
        "The processor tells us at once if it thinks that an instruction is unlawful.",
        language=language,
    )


def authorisation_words(authorisation: Authorisation) -> str:
    """How the use of sub-processors is allowed."""
    return {
        Authorisation.UNKNOWN: _("Not known"),
        Authorisation.SPECIFIC: _("We approve each one"),
        Authorisation.GENERAL: _("Allowed in general; we are told and can object"),
        Authorisation.NONE: _("The agreement allows none"),
    }[authorisation]


def finding_words(finding: Finding) -> str:
    """What is missing, as something to do."""
    if finding.code in AS_ACTIVITIES:
        return activity_words(
            replace(finding, about=country_name(finding.about, current_language()))
        )
    name, about = split_about(finding.about)
    words = _agreement_words(finding.code, about) or _other_words(finding.code, about)
    return f"{name}: {words}" if name else words


def _agreement_words(code: str, about: str) -> str:
    if code == "clause_missing":
        text = _("The agreement lacks this: {clause}")
        return text.format(clause=clause_words(about))
    if code == "frame_missing":
        return _("The agreement does not describe: {part}").format(part=frame_words(about).lower())
    return {
        "no_agreement": _("There is no processor agreement. Make one before data are handed over."),
        "not_in_writing": _("The agreement must be in writing."),
        "writing_unknown": _("Find out whether the agreement is in writing."),
        "not_signed": _("Say when the agreement was signed."),
        "no_warning": _("The agreement lacks this: {clause}").format(clause=warning_words()),
        "notify_unknown": _("Agree on whether the processor may notify a breach for us."),
        "answers_unknown": _("Agree on who answers people who use their rights."),
        "no_audit": _("No check of the processor is planned or done."),
        "subs_not_authorised": _(
            "Sub-processors are used, but the agreement does not say how they are allowed."
        ),
    }.get(code, "")


def _other_words(code: str, about: str) -> str:
    country = country_name(about, current_language())
    return {
        "sub_not_approved": _("Say when «{name}» was approved as sub-processor.").format(
            name=about
        ),
        "sub_outside_eea": _(
            "The sub-processor «{name}» is outside the EEA, and there is no ground for transfer."
        ).format(name=about),
        "outside_no_ground": _(
            "The processor is in {country}, outside the EEA. Say what ground there is for transfer."
        ).format(country=country),
        "transfer_no_ground": _("There is no ground for the transfer to {country}.").format(
            country=country
        ),
        "old_clauses": _(
            "The standard clauses for {country} are old and no longer valid. Use those of 2021."
        ).format(country=country),
        "outside_unknown": _(
            "Find out whether anyone outside the EEA can see the data, support included."
        ),
        "outside_not_said": _("Say to which countries outside the EEA the data go."),
        "no_contact": _("Write whom we contact at the processor."),
        "no_controller": _("Say on whose behalf we process the data."),
        "no_controller_contact": _("Write how the controller is contacted."),
        "no_categories": _("Say what we do for the controller."),
        "no_security": _("Describe the security measures in general."),
    }[code]


def due_words(due: EntryDue) -> str:
    """What must be done, and with which agreement."""
    words = {
        "agreement_ends_soon": _("The agreement runs out soon"),
        "agreement_ends": _("The agreement runs out"),
        "audit": _("Check of the processor"),
        "agreement_answer": _("Answer from the processor"),
    }[due.kind]
    return f"{words}: {due.title}" if due.title else words


def agreement_state(processor: Processor) -> str:
    """The agreements in a few words, for a list."""
    current = processor.current
    if not current:
        return _("No agreement")
    gaps = sum(len(agreement_gaps(one)) for one in current)
    if gaps:
        return ngettext("{count} clause missing", "{count} clauses missing", gaps).format(
            count=gaps
        )
    if any(one.signed_on is None for one in current):
        return _("Not signed")
    return _("In order")


def runs_out(processor: Processor) -> date | None:
    """When the first of the agreements runs out."""
    return min((one.runs_out for one in processor.current if one.runs_out), default=None)
