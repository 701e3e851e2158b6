"""Why a consent may not be used and what to do about it, and what is asked before it is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from gdpr_desktop.consents.ages import Hearing
from gdpr_desktop.consents.codes import Giver, Reason, Relation, Verdict
from gdpr_desktop.consents.given.advice import Advice
from gdpr_desktop.consents.given.checks import HARMLESS, Doubt, Found
from gdpr_desktop.consents.given.model import Statement
from gdpr_desktop.consents.validity import Answer, Lacking
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import N_, _, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What is wrong, and what to do about it; the second may be empty."""

    wrong: str
    remedy: str = ""


_WHY = {
    Reason.UNDATED: (
        N_("An answer has no date."),
        N_("Find out when it was given and correct it, or ask for a new answer."),
    ),
    Reason.FUTURE: (N_("It is dated after today."), N_("Correct the date.")),
    Reason.BEFORE_VERSION: (
        N_("It was given before this version of the form was approved."),
        N_("Check the date and the version. If both are right, ask for a new answer."),
    ),
    Reason.NO_VERSION: (
        N_("The form it was given on is not approved."),
        N_("Approve the form, and ask for a new answer."),
    ),
    Reason.EXPIRED: (N_("It has ended."), N_("Ask for a new answer, or stop what it was for.")),
    Reason.NO_WITHDRAWAL: (
        N_("The form did not say how the consent can be withdrawn."),
        N_("Put the form right, and ask everybody again on the new version."),
    ),
    Reason.NO_PURPOSE: (
        N_("The form asked about no purpose."),
        N_("Put the form right, and ask everybody again on the new version."),
    ),
    Reason.NOT_EXPLICIT: (
        N_("The consent had to be explicit, and the form lacks the sentence about it."),
        N_("Put the form right, and ask everybody again on the new version."),
    ),
    Reason.WRONG_GIVER: (
        N_("It was given by somebody who could not give it."),
        N_("Ask those who must answer."),
    ),
    Reason.MISSING_GIVER: (
        N_("Not all who must say yes have done so."),
        N_("Ask those who are missing. Until then this is a no."),
    ),
    Reason.DISAGREE: (
        N_("Those who must agree do not: one has said no."),
        N_("The no holds. Do not ask again and again, and do not choose between the parents."),
    ),
    Reason.OUTGROWN: (
        N_("The child is old enough to answer alone now."),
        N_("Ask the young person. What the parents answered does not hold any more."),
    ),
    Reason.OUTGROWN_BESIDE: (
        N_("The child is old enough to answer beside the parents now."),
        N_("Ask the young person too. Until both it and the parents have said yes, this is a no."),
    ),
    Reason.NO_PROOF: (
        N_("It was given by word of mouth, and nobody noted how."),
        N_("Note who heard it and what was said, or ask for an answer on paper."),
    ),
    Reason.NO_CAPACITY: (
        N_("It is not noted who judged that the guardian answers here."),
        N_("Correct the answer with the name and the role."),
    ),
    Reason.BIRTH_DATE: (
        N_("The birth date is missing or wrong, so nobody can say who must answer."),
        N_("Correct the birth date."),
    ),
    Reason.REFUSED: (N_("The answer is no."), N_("Do not use it. A no needs no reason.")),
    Reason.UNANSWERED: (
        N_("This purpose was not answered. What is left open is a no."),
        N_("Ask about it, if you need it."),
    ),
    Reason.WITHDRAWN: (
        N_("The consent is withdrawn."),
        N_("Stop what it was for, and see to it in the case about the withdrawal."),
    ),
    Reason.PENDING: (
        N_("A request about withdrawal has come, and is not settled."),
        N_("Do not use it until the request is settled."),
    ),
    Reason.NONE: (N_("No answer is registered."), N_("Ask for one. Until then this is a no.")),
}
_DOUBTS = {
    Doubt.UNDATED: N_(
        "Without a date it cannot be shown when it was given, and it is not valid. Find out the"
        " date, or register it as it is."
    ),
    Doubt.BEFORE_VERSION: N_(
        "The form was approved on {day}. An answer from before that is not valid. Check the date"
        " and the version."
    ),
    Doubt.NO_BIRTH_DATE: N_(
        "The form is about children. Without the birth date nobody can say who must answer, and the"
        " consent is not valid."
    ),
    Doubt.TOO_YOUNG: N_(
        "The child is too young to say yes to this alone. The parents must answer, and without them"
        " it is not valid."
    ),
    Doubt.PARENT_OF_ADULT: N_(
        "The person is of age. A parent cannot answer, and the consent is not valid."
    ),
    Doubt.LIKE_CHILD: N_(
        "The parent has the name of the child. Is it the name of who signed? Then register it."
    ),
    Doubt.SAME_PARENT: N_(
        "«{name}» has answered already. Is this the same person? Then write the name the same way."
    ),
    Doubt.ANSWERED: N_("This person has answered already, {day}. The newest answer will count."),
    Doubt.OLDER: N_(
        "This person has a newer answer, from {day}. That one will go on counting, and not this."
    ),
    Doubt.NO_NOTE: N_(
        "Note who heard it and what was said. Without that it cannot be shown, and is not valid."
    ),
    Doubt.NO_CAPACITY: N_(
        "Write who judged that the guardian answers here. Without that it is not valid."
    ),
    Doubt.NO_CARE_ORDER: N_(
        "Child welfare answers only after a care order. Tick it, or choose who gave the answer."
    ),
    Doubt.WITHDRAWN: N_(
        "The consent was taken back {day}. With this correction it would count as given again."
        " Is it so, say why below. If they have changed their mind, register a new answer."
    ),
    Doubt.NAMELESS: N_("Write who gave the answer: it must be possible to show it afterwards."),
}


_HEARING = {
    Hearing.BY_MATURITY: N_(
        "Ask the child too, as far as it can have a view of its own (barnelova § 31)."
    ),
    Hearing.HEARD: N_(
        "Ask the child too: it must be allowed to say what it thinks (barnelova § 31)."
    ),
    Hearing.WEIGHS: N_(
        "Ask the child too: it must be allowed to say what it thinks, and that counts much"
        " (barnelova § 31)."
    ),
}


def why(reason: Reason) -> Why:
    """What is wrong, and what to do."""
    wrong, remedy = _WHY[reason]
    return Why(wrong=_(wrong), remedy=_(remedy))


def answer_words(answer: Answer) -> str:
    """«Yes», or «No: …» with everything that is wrong, in a line."""
    said = words(answer.verdict)
    if answer.verdict is Verdict.YES:
        return said
    reasons = " ".join(why(one).wrong for one in answer.reasons)
    return _("{verdict}: {reasons}").format(verdict=said, reasons=reasons)


def doubt_words(found: Found) -> str:
    """The sentence at the field."""
    day = long_date(found.day) if found.day else _("without a date")
    return _(_DOUBTS[found.doubt]).format(day=day, name=found.name)


def doubt_problems(found: Iterable[Found]) -> list[FieldProblem]:
    """Each doubt at its field, each once."""
    problems = (FieldProblem(field=one.field, text=doubt_words(one)) for one in found)
    return list(dict.fromkeys(problems))


def anyway_words(found: Iterable[Found]) -> str:
    """The button that registers it all the same."""
    if all(one.doubt in HARMLESS for one in found):
        return _("Register all the same")
    return _("Register all the same, as not valid")


def giver_words(statement: Statement) -> str:
    """«Kari Testdal (parent)»; a parent whose name was not taken down by the place on the form."""
    role = words(statement.relation)
    if statement.relation is Relation.SELF:
        return role
    if statement.name:
        return _("{name} ({role})").format(name=statement.name, role=role.lower())
    if statement.which:
        return _("{role} {number}").format(role=role, number=statement.which)
    return role


def lacking_words(lacking: Iterable[Lacking]) -> str:
    """«Still to say yes: the person, two parents.»; empty when nobody is missing."""
    parts = [_lacking(one) for one in lacking]
    if not parts:
        return ""
    return _("Still to say yes: {who}.").format(who=", ".join(parts))


def _lacking(one: Lacking) -> str:
    if one.giver is Giver.SELF:
        return words(one.giver)
    return ngettext("{count} parent", "{count} parents", one.count).format(count=one.count)


def required_words(givers: Iterable[Giver], *, care_order: bool = False) -> str:
    """«Must say yes: the person and all who have parental responsibility.»"""
    names = [_instead(one, care_order=care_order) for one in givers]
    return _("Must say yes: {who}.").format(who=_(" and ").join(names))


def _instead(giver: Giver, *, care_order: bool) -> str:
    if care_order and giver is not Giver.SELF:
        return _("child welfare, in the parents' place")
    return words(giver)


def advice_words(found: Advice, *, care_order: bool = False) -> str:
    """Who must say yes, who is missing, what is wrong: a line each."""
    lines = [required_words(found.required, care_order=care_order)] if found.required else []
    if found.lacking:
        lines.append(lacking_words(found.lacking))
    if found.hearing is not None:
        lines.append(_(_HEARING[found.hearing]))
    lines += [why(one).wrong for one in found.reasons]
    if found.given and len(found.usable) == len(found.given):
        lines.append(_("Valid for all that was answered yes to."))
    elif found.usable:
        text = _("May be used for {count} of {all} purposes that were answered yes to.")
        lines.append(text.format(count=len(found.usable), all=len(found.given)))
    return "\n".join(lines)
