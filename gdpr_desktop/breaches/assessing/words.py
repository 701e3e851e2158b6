"""Words about the assessment, the advice and the decision; factors and choices: ``factors``."""

from gdpr_desktop.breaches.assessing import factors
from gdpr_desktop.breaches.assessing.advice import Advice, Reason, Risk, SeverityChoices
from gdpr_desktop.breaches.assessing.severity import Loss, Severity
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import PeopleException
from gdpr_desktop.breaches.model import Decision, OfficerAdvice
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _

TIMELINE = {
    "breach_assessed": (N_("Risk assessed: assessment {number}"), "tasks"),
    "breach_advice_anew": (N_("The advice must be given anew"), "warning"),
    "breach_decision_anew": (N_("The decision must be made anew"), "warning"),
    "advised": (N_("The officer gave advice"), "note"),
    "decided": (N_("Decided by {name}"), "done"),
}
_RISKS = {
    Risk.UNLIKELY: N_("Unlikely to be a risk"),
    Risk.RISK: N_("There is a risk"),
    Risk.HIGH: N_("High risk"),
}
_REASONS = {
    Reason.ALWAYS_DOCUMENT: N_("Every breach is documented, whatever the risk (article 33(5))."),
    Reason.FACTORS_LITTLE: N_("No factor speaks for a risk."),
    Reason.FACTORS_SOME: N_("At least one factor speaks for a risk."),
    Reason.FACTORS_MUCH: N_("Several factors speak much for a risk."),
    Reason.SERIOUS_CONSEQUENCES: N_("It may have serious consequences for people."),
    Reason.IN_DOUBT: N_("Not everything is considered yet. In doubt, the authority is notified."),
    Reason.ON_PURPOSE: N_("Somebody did it on purpose, and may have the data."),
    Reason.VULNERABLE: N_("It is about children, or others who are vulnerable."),
    Reason.SPECIAL: N_("There are sensitive data among them (article 9 or 10)."),
    Reason.IDENTITY_NUMBERS: N_("There are identity numbers among them, which can be misused."),
    Reason.PROTECTED_ADDRESS: N_("There is a protected address among them."),
    Reason.UNINTELLIGIBLE: N_("The data are encrypted, and the key is safe."),
    Reason.NOBODY_SAW: N_("A log that can be trusted shows that nobody saw the data."),
    Reason.TRUSTED_RECIPIENT: N_("Whoever got the data is to be trusted, and has deleted them."),
    Reason.LOST_OR_ALTERED: N_(
        "The data are lost or altered, so it is not enough that they are kept from others."
    ),
    Reason.SEVERITY_RAISES: N_("The severity is higher than the factors, and raises the risk."),
    Reason.SEVERITY_LOWER: N_("The severity is lower than the factors, and softens nothing."),
    Reason.UNREAD: N_("Nobody can have read the data, so people need not be told."),
    Reason.EXEMPTED: N_("An exception in article 34(3) is used."),
    Reason.PUBLIC_NOTICE: N_("A public notice must be given instead."),
    Reason.POSTPONED: N_("Telling people is put off, and must be looked at again."),
}
_PROOFS = {
    PeopleException.NO_HIGH_RISK: N_("Why is the risk not high?"),
    PeopleException.PROTECTED: N_("Which protection, and how do we know that the key is safe?"),
    PeopleException.NO_LONGER: N_("Which measure, and how do we know that it worked?"),
    PeopleException.DISPROPORTIONATE: N_("Why is it out of proportion?"),
    PeopleException.POSTPONED: N_("Why must it be put off?"),
}
LETTERS = {
    "a": N_("a: national security, defence, or relations to other countries"),
    "b": N_("b: an investigation that must be kept secret"),
    "d": N_("d: a duty of confidentiality laid down in law"),
}


def risk_words(risk: Risk, language: Language | None = None) -> str:
    """«Høg risiko»."""
    return _(_RISKS[risk], language=language)


def reason_words(reason: Reason, language: Language | None = None) -> str:
    """A reason as a sentence."""
    return _(_REASONS[reason], language=language)


def proof_words(exception: PeopleException) -> str:
    """What is asked for as proof."""
    return _(_PROOFS[exception])


def letter_words(letter: str) -> str:
    """The letter of section 16, with what it is about."""
    return _(LETTERS[letter])


def authority_words(authority: bool, language: Language | None = None) -> str:
    """Is the authority notified?"""
    if authority:
        return _("The authority must be notified", language=language)
    return _("The authority need not be notified", language=language)


def people_words(people: bool, language: Language | None = None) -> str:
    """Are people told, by what the program advises?"""
    if people:
        return _("The people must be told", language=language)
    return _("The people need not be told", language=language)


def score_words(score: float) -> str:
    """«4,25»: with a comma, and no more digits than it has."""
    return f"{score:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def advice_lines(advice: Advice, language: Language | None = None) -> tuple[str, ...]:
    """The three answers."""
    return (
        _("The breach must be documented", language=language),
        authority_words(advice.authority, language),
        people_words(advice.people, language),
    )


def program_words(advice: Advice) -> str:
    """The program's advice as a text: the risk, the answers, the reasons."""
    reasons = " ".join(reason_words(one) for one in advice.reasons[1:])
    answers = ". ".join(advice_lines(advice)[1:])
    return f"{risk_words(advice.risk)}. {answers}.\n{reasons}"


def given_words(given: OfficerAdvice | Decision, language: Language | None = None) -> str:
    """What was advised or decided, in two sentences."""
    return f"{authority_words(given.authority, language)}. {words(given.people, language)}."


def circumstances(choices: SeverityChoices) -> float:
    """What is added: the losses and malice."""
    product = choices.context * choices.identification
    return choices.severity().score - product


def sum_words(choices: SeverityChoices) -> str:
    """«4 × 1 + 0,25 = 4,25»."""
    parts = (choices.context, choices.identification, circumstances(choices))
    context, identification, added = (score_words(part) for part in parts)
    return f"{context} × {identification} + {added} = {score_words(choices.severity().score)}"


def picture_words(
    severity: Severity, choices: SeverityChoices | None = None, language: Language | None = None
) -> str:
    """The picture of a severity for who cannot see it."""
    band = factors.band_words(severity.band, language)
    text = _("Severity {score} of 6: {band}. {meaning}", language=language)
    found = text.format(score=score_words(severity.score), band=band.title, meaning=band.text)
    if choices is None:
        return found
    parts = _(
        "The data {context}, times how easily people are recognised {identification},"
        " plus what happened {added}.",
        language=language,
    )
    more = parts.format(
        context=choices.context,
        identification=score_words(choices.identification),
        added=score_words(circumstances(choices)),
    )
    return f"{found} {more}"


def part_lines(
    choices: SeverityChoices, language: Language | None = None
) -> tuple[tuple[str, str, str], ...]:
    """Each part of the sum: its sign and name, its number, and the choices it comes of."""
    context = identification = ""
    if choices.data is not None:
        context = factors.context_words(choices.data, choices.context, language)
        context = f"{factors.class_words(choices.data, language).title}: {context}"
    if choices.identifier is not None:
        ease = factors.ease_words(choices.identifier, choices.identification, language)
        identification = f"{factors.identifier_words(choices.identifier, language)}: {ease}"
    return (
        (factors.part_words("context", language), score_words(choices.context), context),
        (
            f"× {factors.part_words('identification', language)}",
            score_words(choices.identification),
            identification,
        ),
        (
            f"+ {factors.part_words('circumstances', language)}",
            score_words(circumstances(choices)),
            " ".join(_happened(choices, language)),
        ),
        (
            f"= {factors.part_words('sum', language)}",
            score_words(choices.severity().score),
            "",
        ),
    )


def _happened(choices: SeverityChoices, language: Language | None) -> list[str]:
    values = {
        Loss.CONFIDENTIALITY: choices.confidentiality,
        Loss.INTEGRITY: choices.integrity,
        Loss.AVAILABILITY: choices.availability,
    }
    found = [
        factors.circumstance_words(loss, value, language)
        for loss, value in values.items()
        if value or loss is Loss.CONFIDENTIALITY
    ]
    return [*found, factors.intent_words(language)] if choices.malicious else found
