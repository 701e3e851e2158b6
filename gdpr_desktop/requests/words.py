"""Words for the codes of a request, made at the edge. Each takes the language of a letter."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from gdpr_desktop.casework.model import AddressProtection, CaseFilter, TaskOutcome
from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.correspondence.words import CHANNELS
from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.bases import Basis, DataRight, Fit, fit
from gdpr_desktop.law.deadlines import ExtensionGround
from gdpr_desktop.requests.articles import article_of
from gdpr_desktop.requests.channels import Objection
from gdpr_desktop.requests.model import (
    Channel,
    CloseOutcome,
    IdentityMethod,
    IdentityState,
    OnBehalfOf,
    Result,
    Right,
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
    (Channel.SOCIAL_MEDIA, N_("Social media")),
    (OnBehalfOf.SELF, N_("The person alone")),
    (OnBehalfOf.PARENT, N_("Parent or other holder of parental responsibility")),
    (OnBehalfOf.PARENT_WITHOUT, N_("Parent without parental responsibility")),
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
    (Right.ACCESS, N_("Access")),
    (Right.RECTIFICATION, N_("Rectification")),
    (Right.ERASURE, N_("Erasure")),
    (Right.RESTRICTION, N_("Restriction of processing")),
    (Right.OBJECTION, N_("Objection")),
    (Right.PORTABILITY, N_("Data portability")),
    (Right.AUTOMATED, N_("Decision made by machine")),
    (Right.COPIES, N_("Further copies")),
    (Right.WITHDRAWAL, N_("Withdrawal of consent")),
    (Right.COMPLAINT, N_("Complaint about the handling")),
    (Right.CORRECTION, N_("Correction on our own initiative")),
    (Right.NOTICE, N_("Notice from another controller")),
    (Right.QUESTION, N_("Question about our processing")),
    (Result.GRANTED, N_("Granted")),
    (Result.PARTLY, N_("Granted in part")),
    (Result.REFUSED, N_("Refused")),
    (Result.NOTHING_HELD, N_("Nothing is held")),
    (Result.ANSWERED, N_("Answered")),
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
words = CodeWords(_PAIRS)

_MISSING: Mapping[Missing, str] = {
    Missing.IDENTITY: N_("The identity is not established."),
    Missing.AUTHORITY: N_("The authority of who acts or receives is not settled."),
    Missing.COLLECTION: N_("Not all systems and departments have answered."),
    Missing.REVIEW: N_("The material has not been gone through."),
    Missing.ASSESSMENT: N_("The case has not been assessed."),
    Missing.DECISION: N_("The decision is not noted."),
    Missing.CARRIED_OUT: N_("Not all that the answer tells of has been done."),
    Missing.LOOSE_DATA: N_("What was found outside the systems has not all been deleted."),
    Missing.ANSWER: N_("The answer is not written."),
    Missing.SENT: N_("The answer has not been sent."),
    Missing.REFUSAL_TOLD: N_("The letter that gives the reasons for the refusal has not gone."),
    Missing.RECIPIENTS: N_("Not all who got the data have been told."),
    Missing.FILED: N_("The archive case number or a title is missing."),
    Missing.FEE: N_("It is not settled whether the person takes the fee."),
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

# The one button for each step when it is next; guidance texts stand in forms/guidance
_ACTIONS: Mapping[Step, str] = {
    Step.RECEIPT: N_("Confirm receipt"),
    Step.IDENTITY: N_("Establish the identity"),
    Step.COLLECT: N_("Collect the data"),
    Step.REVIEW: N_("Go through the material"),
    Step.ASSESS: N_("Assess the case"),
    Step.ADVICE: N_("Give advice"),
    Step.DECISION: N_("Note the decision"),
    Step.PACK: N_("Pack the data"),
    Step.CARRY_OUT: N_("Carry it out"),
    Step.ANSWER: N_("Write the answer"),
    Step.SEND: N_("Send the answer"),
    Step.TELL: N_("Tell who got the data"),
    Step.FILE: N_("File in the archive"),
    Step.CLOSE: N_("Close the case"),
}


def missing_words(code: Missing, language: Language | None = None) -> str:
    """A sentence on what must come first."""
    return _(_MISSING[code], language=language)


def objection_words(code: Objection, language: Language | None = None) -> str:
    """A sentence on why a channel may not be used."""
    return _(_OBJECTIONS[code], language=language)


def action_words(step: Step) -> str:
    """The button that takes the step."""
    return _(_ACTIONS[step])


def rights_words(rights: Iterable[Right], language: Language | None = None) -> str:
    """The rights of a request in a line: «Access, erasure»."""
    said = ", ".join(_lower_first(words(right, language)) for right in rights)
    return said[:1].upper() + said[1:]


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


_FITS: Mapping[tuple[DataRight, Fit], str] = {
    (DataRight.ERASURE, Fit.NO): N_(
        "What a law orders us to process cannot be erased on request (article 17(3)(b))."
    ),
    (DataRight.ERASURE, Fit.PARTLY): N_(
        "What a public task needs cannot be erased, so far as article 17(3)(b) or (d) reaches."
    ),
    (DataRight.PORTABILITY, Fit.NO): N_(
        "Data portability is only for consent or contract (article 20(1)(a)). Offer access."
    ),
    (DataRight.PORTABILITY, Fit.IF_AUTOMATED): N_(
        "Data portability also demands that the processing is automated (article 20(1)(b))."
    ),
    (DataRight.OBJECTION, Fit.NO): N_(
        "One can object only to a public task or legitimate interests (article 21(1))."
    ),
}


def fit_words(right: DataRight, basis: Basis) -> str:
    """What it means that a right does not fit the basis, or fits in part; "" when it fits."""
    if right is DataRight.OBJECTION and basis is Basis.CONSENT:
        return _(
            "A consent is withdrawn instead (article 7(3)): withdrawal is the right that fits."
        )
    text = _FITS.get((right, fit(right, basis)))
    return _(text) if text else ""


_HELP: Mapping[Right, str] = {
    Right.ACCESS: N_("To see what we hold, and to know how it is used."),
    Right.RECTIFICATION: N_("Something is wrong or lacks, and shall be put right."),
    Right.ERASURE: N_("Data shall be erased. What the archive must keep cannot be."),
    Right.RESTRICTION: N_("Data are kept, but not used for the time being."),
    Right.OBJECTION: N_("We shall stop using data, because of the person's own situation."),
    Right.PORTABILITY: N_("To get what the person gave us as a file for machines."),
    Right.AUTOMATED: N_("A human shall look at a decision that a machine made alone."),
    Right.COPIES: N_("More copies than the free one. A fee at cost may be asked for."),
    Right.WITHDRAWAL: N_("The person no longer consents. What rests on the consent alone stops."),
    Right.COMPLAINT: N_("The person is not content with how we handled something."),
    Right.CORRECTION: N_("We found an error ourselves. It is put right within three days."),
    Right.NOTICE: N_(
        "Another controller tells us that data were corrected, erased or restricted."
        " Write the sender as the person of the case."
    ),
    Right.QUESTION: N_("How we process data in general. The public record answers."),
}


def right_help(right: Right) -> str:
    """What a right means, in a sentence."""
    return _(_HELP[right])


def named_right(right: Right, language: Language | None = None) -> str:
    """«Erasure (article 17)»; the right alone where it stands in no article."""
    article, said = article_of(right), words(right, language)
    if not article:
        return said
    text = _("{right} (article {article})", language=language)
    return text.format(right=said, article=cited(article))
