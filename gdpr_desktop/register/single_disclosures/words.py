"""Words for single disclosures."""

from gdpr_desktop.casework.model import TimelineEntry
from gdpr_desktop.casework.timeline_words import entry_detail, entry_icon, entry_text
from gdpr_desktop.casework.undo import NOUNS, UNDONE
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.single_disclosures.model import Outcome, Requester, Telling
from gdpr_desktop.register.single_disclosures.steps import Missing, Step

_TIMELINE = {
    "disclosure_registered": N_("Registered"),
    "officer_told": N_("The officer was told"),
    "intake_changed": N_("The facts were changed"),
    "disclosure_writing_asked": N_("Asked to put it in writing"),
    "disclosure_written": N_("The written request came"),
    "disclosure_assessed": N_("The law was assessed"),
    "advised": N_("The officer gave advice"),
    "decided": N_("Decided"),
    "disclosure_answered": N_("The answer was sent"),
    "disclosure_informed": N_("Settled whether the person is told"),
    "answer_opened_again": N_("It can be answered anew"),
}
_UNDO = {
    "disclosure_writing_asked": N_("the question to put it in writing"),
    "disclosure_written": N_("the written request"),
    "disclosure_assessed": N_("the assessment of the law"),
    "advised": N_("the advice"),
    "decided": N_("the decision"),
    "disclosure_informed": N_("whether the person is told"),
}


def noun(code: str) -> str:
    """What is taken back: «the decision»."""
    return _(_UNDO.get(code) or NOUNS.get(code, code))


def timeline_text(entry: TimelineEntry) -> str:
    """What happened, in a line."""
    if entry.code == UNDONE:
        return _("Undone: {what}").format(what=noun(entry.detail.get("what", "")))
    return entry_text(entry, _TIMELINE)


def timeline_detail(entry: TimelineEntry) -> str:
    """The second line."""
    return entry_detail(entry)


def timeline_icon(entry: TimelineEntry) -> str:
    """The sign beside it."""
    own = {"disclosure_registered": "inbox", "disclosure_answered": "letter"}
    return entry_icon(entry, own)


def requester_words(kind: Requester, language: Language | None = None) -> str:
    """Who asks."""
    return {
        Requester.POLICE: _("The police", language=language),
        Requester.TAX: _("The tax authorities", language=language),
        Requester.INSURANCE: _("An insurance company", language=language),
        Requester.AUDITOR: _("An auditor", language=language),
        Requester.ESTATE: _("A trustee in bankruptcy", language=language),
        Requester.AUTHORITY: _("Another public authority", language=language),
        Requester.OTHER: _("Somebody else", language=language),
    }[kind]


def outcome_words(outcome: Outcome) -> str:
    """What was decided."""
    return {
        Outcome.ALL: _("All of it is given"),
        Outcome.PART: _("A part is given"),
        Outcome.REFUSED: _("Refused"),
    }[outcome]


def closed_words(code: str) -> str:
    """How a case ended, of the code kept on it."""
    return _("Taken back") if code == "withdrawn" else outcome_words(Outcome(code))


def telling_words(telling: Telling) -> str:
    """Is the person told?"""
    return {
        Telling.TOLD: _("The person was told"),
        Telling.KNOWS: _("The person has the information already"),
        Telling.LAW: _("The disclosure is laid down in law"),
        Telling.EXEMPT: _("Exempt by section 16 of the Personal Data Act"),
        Telling.NOTHING_GIVEN: _("Nothing was given"),
    }[telling]


def exemption_words(letter: str) -> str:
    """The letters of personopplysningslova § 16, in short."""
    return {
        "a": _("a: foreign policy, defence or security"),
        "b": _("b: secrecy to prevent or prosecute crime"),
        "c": _("c: unwise for the person's health or relations"),
        "d": _("d: a duty of confidentiality"),
        "e": _("e: internal documents"),
        "f": _("f: clear and weighty interests of others"),
    }[letter]


def step_words(step: Step) -> str:
    """The title of a step."""
    return {
        Step.OFFICER: _("The officer is told"),
        Step.IN_WRITING: _("In writing"),
        Step.ASSESSMENT: _("Law and confidentiality"),
        Step.ADVICE: _("Advice of the officer"),
        Step.DECISION: _("Decision"),
        Step.ANSWER: _("The answer"),
        Step.INFORMING: _("Is the person told?"),
        Step.FILE: _("Archive"),
        Step.CLOSE: _("Close the case"),
    }[step]


def missing_words(missing: Missing) -> str:
    """Why something cannot be done yet."""
    return {
        Missing.NOT_WRITTEN: _("The request must be in writing."),
        Missing.NO_GROUND: _("The requester must name the law, or show a court order."),
        Missing.NOT_SIGNED: _("The requester must confirm the ground by signature."),
        Missing.NO_LAW: _("Name the law that lets us give the data."),
        Missing.NOT_LIFTED: _(
            "The data are confidential, also towards the police: name the section that lifts"
            " confidentiality, or the person's release."
        ),
        Missing.NO_ASSESSMENT: _("Assess the law first."),
        Missing.NO_DECISION: _("The decision is missing."),
        Missing.NOT_ANSWERED: _("The request has not been answered."),
        Missing.NOT_SETTLED_INFORMING: _("Settle whether the person is told."),
    }[missing]
