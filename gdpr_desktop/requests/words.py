"""Words for the codes of a request, made at the edge. Each takes the language of a letter."""

from collections.abc import Mapping
from enum import StrEnum

from gdpr_desktop.casework.model import AddressProtection, CaseFilter, TaskOutcome
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.correspondence.words import CHANNELS
from gdpr_desktop.law.deadlines import ExtensionGround
from gdpr_desktop.law.exceptions import AccessException, Act
from gdpr_desktop.requests.channels import Objection
from gdpr_desktop.requests.model import (
    Channel,
    CloseOutcome,
    IdentityMethod,
    IdentityState,
    OnBehalfOf,
    Outcome,
)
from gdpr_desktop.requests.steps import Missing, Step, StepState

# Pairs, not a dict by code: members of two enums with equal values are equal keys
_PAIRS: tuple[tuple[StrEnum, str], ...] = (
    (Channel.EDIALOG, N_("eDialog")),
    (Channel.DIGITAL_POST, N_("Digital post")),
    (Channel.EMAIL, N_("E-mail")),
    (Channel.LETTER, N_("Letter")),
    (Channel.PHONE, N_("Phone")),
    (Channel.IN_PERSON, N_("In person")),
    (OnBehalfOf.SELF, N_("The person alone")),
    (OnBehalfOf.PARENT, N_("Parent or other holder of parental responsibility")),
    (OnBehalfOf.GUARDIAN, N_("Guardian")),
    (OnBehalfOf.LAWYER_OR_AUDITOR, N_("Lawyer or auditor")),
    (OnBehalfOf.OTHER, N_("Somebody else")),
    (AddressProtection.NONE, N_("No")),
    (AddressProtection.CONFIDENTIAL, N_("Confidential address")),
    (AddressProtection.STRICTLY_CONFIDENTIAL, N_("Strictly confidential address")),
    (IdentityMethod.SECURE_CHANNEL, N_("Logged in (eDialog or digital post)")),
    (IdentityMethod.ADDRESS_MATCHES, N_("Name and address match the case")),
    (IdentityMethod.SHOWN_ID, N_("Has shown ID")),
    (IdentityMethod.CONTROL_QUESTIONS, N_("Has answered control questions")),
    (IdentityState.UNKNOWN, N_("Not checked yet")),
    (IdentityState.ASKED, N_("Proof asked for")),
    (IdentityState.ESTABLISHED, N_("Established")),
    (IdentityState.NOT_ESTABLISHED, N_("Could not be established")),
    (TaskOutcome.PENDING, N_("Not answered")),
    (TaskOutcome.FOUND, N_("Found something")),
    (TaskOutcome.NOTHING, N_("Nothing held")),
    (Outcome.ALL, N_("All is given")),
    (Outcome.PART, N_("Part is given, the rest is held back")),
    (Outcome.NOTHING_HELD, N_("Nothing is held")),
    (ExtensionGround.COMPLEXITY, N_("The request is complex")),
    (ExtensionGround.NUMBER_OF_REQUESTS, N_("The person has sent many requests")),
    (ExtensionGround.SUMMER_HOLIDAY, N_("Summer holiday")),
    (ExtensionGround.STAFF_SHORTAGE, N_("Too few people at work")),
    (ExtensionGround.SIZE_OF_ORGANISATION, N_("The municipality is large")),
    (ExtensionGround.OWN_DELAY, N_("We have been late ourselves")),
    *CHANNELS,
    (CloseOutcome.ANSWERED, N_("Answered")),
    (CloseOutcome.NOT_IDENTIFIED, N_("Identity not established")),
    (CloseOutcome.WITHDRAWN, N_("Withdrawn")),
    (CaseFilter.OPEN, N_("Open")),
    (CaseFilter.THIS_WEEK, N_("Due this week")),
    (CaseFilter.OVERDUE, N_("Overdue")),
    (CaseFilter.MINE, N_("Mine")),
    (CaseFilter.CLOSED, N_("Closed")),
    (CaseFilter.ALL, N_("All")),
    (StepState.DONE, N_("Done")),
    (StepState.NEXT, N_("Next step")),
    (StepState.OPEN, N_("Not done")),
    (StepState.WAITING, N_("Waiting for an answer")),
    (StepState.BLOCKED, N_("Must wait")),
    (StepState.NOT_NEEDED, N_("Not needed")),
)
_WORDS = {(type(code), code.value): text for code, text in _PAIRS}

_MISSING: Mapping[Missing, str] = {
    Missing.IDENTITY: N_("The identity is not established."),
    Missing.AUTHORITY: N_("The authority of who acts or receives is not settled."),
    Missing.COLLECTION: N_("Not all systems and departments have answered."),
    Missing.REVIEW: N_("The material has not been gone through."),
    Missing.DECISION: N_("The decision is not noted."),
    Missing.ANSWER: N_("The answer is not written."),
    Missing.SENT: N_("The answer has not been sent."),
    Missing.FILED: N_("The archive case number or a title is missing."),
}

_OBJECTIONS: Mapping[Objection, str] = {
    Objection.SPECIAL_CATEGORIES: N_("E-mail may not carry special categories of personal data."),
    Objection.CRIMINAL: N_("E-mail may not carry data on criminal offences."),
    Objection.IDENTIFIERS: N_("E-mail may not carry identity or account numbers."),
    Objection.CONFIDENTIAL: N_("E-mail may not carry confidential matters."),
    Objection.PROTECTED_ADDRESS: N_("Somebody in the case has a protected address: no e-mail."),
    Objection.LOCKED_TO_ADDRESS: N_(
        "The identity rests on the address, so the answer must go by post to that address."
    ),
    Objection.NO_ADDRESS: N_("There is no postal address in the case."),
    Objection.NO_EMAIL: N_("There is no e-mail address in the case."),
    Objection.NOT_ASKED_FOR_ORALLY: N_("The person has not asked for an oral answer."),
}

_EXCEPTIONS: Mapping[AccessException, str] = {
    AccessException.OTHERS_RIGHTS: N_("It would harm the rights of others"),
    AccessException.MANIFESTLY_UNFOUNDED: N_("The request is manifestly unfounded"),
    AccessException.EXCESSIVE: N_("The request is excessive"),
    AccessException.NATIONAL_SECURITY: N_("National security, defence or foreign relations"),
    AccessException.CRIME: N_("Secrecy needed to prevent or investigate crime"),
    AccessException.HEALTH_OR_RELATIONS: N_("Inadvisable for health or close relations"),
    AccessException.CONFIDENTIALITY: N_("Confidential by law"),
    AccessException.INTERNAL_DOCUMENT: N_("Text for internal case preparation only"),
    AccessException.OBVIOUS_INTERESTS: N_("Obvious and fundamental interests"),
}

# The one button for each step when it is next; guidance texts stand in forms/guidance
_ACTIONS: Mapping[Step, str] = {
    Step.RECEIPT: N_("Confirm receipt"),
    Step.IDENTITY: N_("Establish the identity"),
    Step.COLLECT: N_("Collect the data"),
    Step.REVIEW: N_("Go through the material"),
    Step.ADVICE: N_("Give advice"),
    Step.DECISION: N_("Note the decision"),
    Step.ANSWER: N_("Write the answer"),
    Step.SEND: N_("Send the answer"),
    Step.FILE: N_("File in the archive"),
    Step.CLOSE: N_("Close the case"),
}


def words(code: StrEnum, language: Language | None = None) -> str:
    """The words for ``code``."""
    return _(_WORDS[type(code), code.value], language=language)


def missing_words(code: Missing, language: Language | None = None) -> str:
    """A sentence on what must come first."""
    return _(_MISSING[code], language=language)


def objection_words(code: Objection, language: Language | None = None) -> str:
    """A sentence on why a channel may not be used."""
    return _(_OBJECTIONS[code], language=language)


def action_words(step: Step) -> str:
    """The button that takes the step."""
    return _(_ACTIONS[step])


def exception_words(code: AccessException, language: Language | None = None) -> str:
    """What the exception protects, with its provision."""
    return f"{_(_EXCEPTIONS[code], language=language)} ({exception_reference(code, language)})"


def exception_reference(code: AccessException, language: Language | None = None) -> str:
    """The provision as a letter names it: «personopplysningslova § 16 første ledd bokstav f»."""
    reference = code.reference
    if reference.act is Act.REGULATION:
        text = N_("the General Data Protection Regulation article {number}({paragraph})")
    else:
        text = N_("the Personal Data Act section {number} first paragraph letter {letter}")
    return _(text, language=language).format(
        number=reference.number, paragraph=reference.paragraph, letter=reference.letter
    )
