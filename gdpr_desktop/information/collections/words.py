"""Words for the codes of a collection, made at the edge."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from gdpr_desktop.casework.deadline_words import explain, free_day
from gdpr_desktop.casework.model import CaseFilter
from gdpr_desktop.core.dates import long_date, weekday
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _, ngettext
from gdpr_desktop.information.collections.model import (
    CloseOutcome,
    Intake,
    Intrusiveness,
    NewPurpose,
    ToldWay,
    time_to_tell,
)
from gdpr_desktop.information.collections.steps import Missing, Step, StepState
from gdpr_desktop.law.calendar import why_free
from gdpr_desktop.law.exceptions import Act
from gdpr_desktop.law.information import InformationTiming
from gdpr_desktop.law.information_exceptions import InformationException, Proof
from gdpr_desktop.law.rules import rules_on

# Pairs, not a dict by code: members of two enums with equal values are equal keys
_PAIRS: tuple[tuple[StrEnum, str], ...] = (
    (ToldWay.LETTER, N_("By letter")),
    (ToldWay.FORM, N_("In the form they filled in")),
    (ToldWay.POP_UP, N_("In a box on the screen")),
    (ToldWay.SIGN, N_("On a sign")),
    (ToldWay.ORAL, N_("By word of mouth")),
    (ToldWay.PUBLISHED, N_("Published for all to read")),
    (Intrusiveness.LITTLE, N_("Little: what people would expect")),
    (Intrusiveness.SOME, N_("Some: it matters to them")),
    (Intrusiveness.MUCH, N_("Much: it can decide something for them")),
    (CloseOutcome.TOLD, N_("Told")),
    (CloseOutcome.EXEMPT, N_("An exception was used")),
    (CloseOutcome.MISTAKEN, N_("Registered by mistake")),
    (CaseFilter.OPEN, N_("Open")),
    (CaseFilter.THIS_WEEK, N_("Due this week")),
    (CaseFilter.OVERDUE, N_("Overdue")),
    (CaseFilter.MINE, N_("Mine")),
    (CaseFilter.CLOSED, N_("Closed")),
    (StepState.DONE, N_("Done")),
    (StepState.NEXT, N_("Next step")),
    (StepState.OPEN, N_("Not done")),
    (StepState.BLOCKED, N_("Must wait")),
    (StepState.NOT_NEEDED, N_("Not needed")),
    (InformationException.ALREADY_KNOWN, N_("They know it already")),
    (InformationException.IMPOSSIBLE, N_("Impossible")),
    (InformationException.DISPROPORTIONATE, N_("Disproportionate effort")),
    (InformationException.IMPAIRS_AIM, N_("It would seriously impair the aim")),
    (InformationException.LAID_DOWN_BY_LAW, N_("The collection is laid down by law")),
    (InformationException.CONFIDENTIAL, N_("Must stay confidential by law")),
    (InformationException.NOT_IDENTIFIABLE, N_("The person cannot be identified")),
    (
        InformationException.NATIONAL_SECURITY,
        N_("National security, defence or foreign relations"),
    ),
    (InformationException.CRIME, N_("Secrecy needed to prevent or investigate crime")),
    (
        InformationException.HEALTH_OR_RELATIONS,
        N_("Inadvisable for health or close relations"),
    ),
    (InformationException.STATUTORY_SECRECY, N_("Confidential by law")),
    (InformationException.INTERNAL_DOCUMENT, N_("Text for internal case preparation only")),
    (InformationException.OBVIOUS_INTERESTS, N_("Obvious and fundamental interests")),
)
_WORDS = {(type(code), code.value): text for code, text in _PAIRS}

_MISSING: Mapping[Missing, str] = {
    Missing.TOLD: N_("The people have not been told."),
    Missing.DECISION: N_("Nobody has decided on the exception."),
    Missing.CHANGE: N_("The purpose or basis has changed, and nobody has seen to it."),
    Missing.FILED: N_("The archive case number or a title is missing."),
}
_STEPS: Mapping[Step, tuple[str, str]] = {  # the heading, and the one button when it is next
    Step.CHANGE: (N_("The purpose or basis has changed"), N_("See to the change")),
    Step.TELL: (N_("Tell the people"), N_("Tell the people")),
    Step.EXCEPTION: (N_("Exception"), N_("Use an exception")),
    Step.ADVICE: (N_("Advice of the officer"), N_("Give advice")),
    Step.DECISION: (N_("Decision"), N_("Note the decision")),
    Step.FILE: (N_("File in the archive"), N_("File in the archive")),
    Step.CLOSE: (N_("Close the case"), N_("Close the case")),
}
_PROOFS: Mapping[Proof, tuple[str, str]] = {  # the label, and the sentence when it is missing
    Proof.KNOWN_WHAT: (N_("What they have been &told"), N_("Write what they have been told.")),
    Proof.KNOWN_HOW: (N_("&How and when"), N_("Write how and when they were told.")),
    Proof.UNCHANGED: (
        N_("That nothing has &changed since"),
        N_("Write how you know that nothing has changed since."),
    ),
    Proof.REASON: (N_("&Why"), N_("Write why, so that it can be shown later.")),
    Proof.PUBLISHED_WHERE: (
        N_("Where it is &published instead"),
        N_("People who are not told must be able to read it somewhere. Write where."),
    ),
    Proof.PUBLISHED_ON: (N_("P&ublished on"), N_("Give the day it was published.")),
    Proof.ACT: (N_("&Act"), N_("Name the act.")),
    Proof.SECTION: (N_("&Section"), N_("Name the section.")),
    Proof.MEASURES: (
        N_("What protects the people &instead"),
        N_("Write what protects the people instead."),
    ),
    Proof.CONSIDERATIONS: (
        N_("Which &interests call for it"),
        N_("Write which interests call for secrecy: the law asks for it."),
    ),
}
_TIMINGS = {
    InformationTiming.AT_COLLECTION: N_(
        "The people gave the data themselves, so they are told when the data are collected: {due}."
    ),
    InformationTiming.FIRST_CONTACT: N_("They are told at the first contact: {due}."),
    InformationTiming.FIRST_DISCLOSURE: N_(
        "They are told when the data are first passed on: {due}."
    ),
    InformationTiming.ONE_MONTH: N_("They are told inside a month, whatever comes first: {due}."),
}


def words(code: StrEnum, language: Language | None = None) -> str:
    """The words for ``code``."""
    return _(_WORDS[type(code), code.value], language=language)


def missing_words(code: Missing) -> str:
    """A sentence on what must come first."""
    return _(_MISSING[code])


def step_title(step: Step) -> str:
    """The heading of a step."""
    return _(_STEPS[step][0])


def action_words(step: Step) -> str:
    """The button that takes the step."""
    return _(_STEPS[step][1])


def proof_label(proof: Proof) -> str:
    """The label of the field that holds a proof."""
    return _(_PROOFS[proof][0])


def proof_problem(proof: Proof) -> str:
    """What is said when a proof is missing."""
    return _(_PROOFS[proof][1])


def exception_reference(
    code: InformationException, *, from_person: bool, language: Language | None = None
) -> str:
    """The provision as it is cited: «personvernforordninga artikkel 14 nr. 5 bokstav b»."""
    reference = code.reference(from_person=from_person)
    if reference.act is Act.PERSONAL_DATA_ACT:
        text = N_("the Personal Data Act section {number} first paragraph letter {letter}")
    elif reference.letter:
        text = N_("the General Data Protection Regulation article {number}({paragraph})({letter})")
    else:
        text = N_("the General Data Protection Regulation article {number}({paragraph})")
    return _(text, language=language).format(
        number=reference.number, paragraph=reference.paragraph, letter=reference.letter
    )


def exception_words(code: InformationException, *, from_person: bool) -> str:
    """What the exception is, with its provision."""
    return f"{words(code)} ({exception_reference(code, from_person=from_person)})"


def _with_weekday(day: date) -> str:
    return f"{weekday(day, None)} {long_date(day)}"


def due_reason(intake: Intake, purpose: NewPurpose | None = None) -> str:
    """How the day was reached, in sentences, with the last day that the law leaves open."""
    if purpose is not None:
        text = _("The new use begins {starts}, and people are told by {due}.")
        return text.format(starts=long_date(purpose.starts), due=_with_weekday(purpose.tell_before))
    time = time_to_tell(intake)
    if time.timing is InformationTiming.NORMAL:
        reason = _normal_words(intake.obtained, time.due)
    else:
        reason = _(_TIMINGS[time.timing]).format(due=_with_weekday(time.due))
    if intake.from_person:
        return reason
    latest = _("At the very latest: {sum}.").format(sum=explain(time.latest))
    return f"{reason} {latest}"


def _normal_words(obtained: date, due: date) -> str:
    """Ten days, moved to a working day: with the free day named."""
    count = rules_on(obtained).information_normal_days
    raw = obtained + timedelta(days=count)
    landing = _with_weekday(due)
    if raw != due:
        free = ", ".join(free_day(code) for code in why_free(raw)[:1])
        landing = _("{raw}, {reasons} → {due}").format(
            raw=long_date(raw), reasons=free, due=landing
        )
    text = ngettext(
        "They are normally told within {count} day: obtained {obtained} + {count} day = {landing}.",
        "They are normally told within {count} days: obtained {obtained} + {count} days ="
        " {landing}.",
        count,
    )
    return text.format(count=count, obtained=long_date(obtained), landing=landing)
