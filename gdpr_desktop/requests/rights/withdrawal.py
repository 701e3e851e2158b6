"""Withdrawal of a consent, art. 7(3) and handbook 3.7.

What was done before stays lawful; what rests on the consent alone is stopped, and may be erased
(art. 17(1)(b)). A release from confidentiality is no such consent: to withdraw it stops the
sharing and erases nothing by itself. Nor may we go over to another basis afterwards.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.events import ConsentWithdrawn, WithdrawalAsked
from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.bases import Basis, DataRight, Fit, fit
from gdpr_desktop.requests.model import Considered, Part, Request, Result, Right
from gdpr_desktop.requests.questions import answer_of
from gdpr_desktop.requests.questions import problems as unanswered
from gdpr_desktop.requests.rights.base import RightRules, child_or


class WithdrawalOutcome(StrEnum):
    """What it was that the person took back."""

    STOPPED = "stopped"  # a consent: what rests on it is stopped
    RELEASE = "release"  # from confidentiality: nothing more is shared
    OTHER_BASIS = "other_basis"  # the processing never rested on consent
    NONE_FOUND = "none_found"


class ErasureStep(StrEnum):
    """What becomes of the data when the consent is gone."""

    OFFERED = "offered"
    DONE = "done"
    KEPT = "kept"  # a duty: archive, accounts


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalAssessment:
    """Which consent, what follows. ``places`` are where the use is stopped."""

    outcome: WithdrawalOutcome
    consent: str
    withdrawn_on: date
    places: tuple[str, ...] = ()
    effects: str = ""
    stays: str = ""  # what cannot be undone: printed, shared
    erasure: ErasureStep = ErasureStep.OFFERED
    kept_why: str = ""
    law: str = ""  # the act beside the other basis
    basis_why: str = ""
    no_consent_why: str = ""  # why it is stopped, where the basis is not consent
    considered: tuple[Considered, ...] = ()


words = CodeWords(
    (
        (WithdrawalOutcome.STOPPED, N_("A consent: its use is stopped")),
        (WithdrawalOutcome.RELEASE, N_("A release from confidentiality: no more is shared")),
        (WithdrawalOutcome.OTHER_BASIS, N_("No consent: the basis is another one")),
        (WithdrawalOutcome.NONE_FOUND, N_("We find no consent, and use nothing")),
        (ErasureStep.OFFERED, N_("The person is told that erasure can be asked for")),
        (ErasureStep.DONE, N_("Erased at once")),
        (ErasureStep.KEPT, N_("Something must be kept")),
    )
)
_RESULTS = {
    WithdrawalOutcome.STOPPED: Result.GRANTED,
    WithdrawalOutcome.RELEASE: Result.GRANTED,
    WithdrawalOutcome.OTHER_BASIS: Result.REFUSED,
    WithdrawalOutcome.NONE_FOUND: Result.NOTHING_HELD,
}
ON_ANOTHER_BASIS = (WithdrawalOutcome.RELEASE, WithdrawalOutcome.OTHER_BASIS)


class WithdrawalRules(RightRules):
    """Stop, or say honestly why there was no consent to withdraw."""

    right = Right.WITHDRAWAL
    assessment = WithdrawalAssessment
    letters = frozenset({"withdrawal_answer", "withdrawal_answer_child"})
    told_as = "erased"
    heard = WithdrawalAsked

    def tells_of(self, part: Part) -> bool:
        """What is erased at once is erased by art. 17(1): who got the data must know."""
        found: WithdrawalAssessment | None = part.assessment
        stopped = found is not None and found.outcome is WithdrawalOutcome.STOPPED
        return found is not None and stopped and found.erasure is ErasureStep.DONE

    def problems(
        self, assessment: WithdrawalAssessment, request: Request, part: Part, today: date
    ) -> list[FieldProblem]:
        found = unanswered(self.right.value, assessment.considered)
        found += required("consent", assessment.consent, _("Write which consent it is."))
        found += line_lengths(consent=assessment.consent, law=assessment.law)
        if assessment.withdrawn_on > today:
            found.append(problem("withdrawn_on", _("This day has not come yet.")))
        found += _outcome_problems(assessment)
        if assessment.outcome is WithdrawalOutcome.STOPPED:
            found += _stop_problems(assessment) + _consent_problems(assessment, part)
        if assessment.outcome in ON_ANOTHER_BASIS:
            found += _basis_problems(assessment, part)
        for name in ("effects", "stays", "kept_why", "basis_why", "no_consent_why"):
            found += text_length(name, getattr(assessment, name))
        return found

    def result(self, part: Part) -> Result | None:
        return _RESULTS[part.assessment.outcome] if part.assessment else None

    def grounds(self, part: Part) -> tuple[str, ...]:
        found: WithdrawalAssessment | None = part.assessment
        if found is None:
            return ()
        if found.outcome is WithdrawalOutcome.OTHER_BASIS and part.basis is not None:
            return (part.basis.article,)
        stopped = found.outcome is WithdrawalOutcome.STOPPED
        return ("17(3)(b)",) if stopped and found.erasure is ErasureStep.KEPT else ()

    def measures(self, assessment: WithdrawalAssessment, language: Language) -> tuple[str, ...]:
        if assessment.outcome is WithdrawalOutcome.RELEASE:
            return (_("Stop sharing what the release was about", language=language),)
        if assessment.outcome is not WithdrawalOutcome.STOPPED:
            return ()
        stop = _("Stop the use in {place}", language=language)
        erase = _("Erase in {place} what rests on the consent alone", language=language)
        texts = (stop, erase) if assessment.erasure is ErasureStep.DONE else (stop,)
        return tuple(text.format(place=place) for place in assessment.places for text in texts)

    def events(self, request: Request, part: Part) -> tuple[object, ...]:
        if part.assessment.outcome not in (WithdrawalOutcome.STOPPED, WithdrawalOutcome.RELEASE):
            return ()
        return (ConsentWithdrawn(case_id=request.case.id, part_id=part.id),)

    def offers(self, part: Part) -> tuple[Right, ...]:
        found: WithdrawalAssessment | None = part.assessment
        if found is None or found.outcome is WithdrawalOutcome.NONE_FOUND:
            return ()
        if found.outcome is WithdrawalOutcome.STOPPED:
            return (Right.ERASURE,) if found.erasure is ErasureStep.OFFERED else ()
        return (Right.OBJECTION, Right.ERASURE) if _may_object(part) else (Right.ERASURE,)

    def template(self, request: Request, part: Part) -> str:
        return child_or(request, "withdrawal_answer")

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        found: WithdrawalAssessment | None = part.assessment
        if found is None:
            return {}
        another = found.withdrawn_on != request.case.received
        return {
            "outcome": found.outcome.value,
            "consent": found.consent.rstrip("."),
            "withdrawn_on": found.withdrawn_on if another else None,
            "stopped_places": tuple({"name": place} for place in found.places),
            "effects": found.effects,
            "stays": found.stays,
            "erasure_step": found.erasure.value,
            "kept_why": found.kept_why,
            "basis_used": basis_used(part.basis, found.law, language),
            "basis_why": found.basis_why,
            "can_object": _may_object(part),
        }

    def summary(self, request: Request, part: Part) -> tuple[tuple[str, str], ...]:
        found: WithdrawalAssessment = part.assessment
        stopped = found.outcome is WithdrawalOutcome.STOPPED
        rows = (
            (_("Result"), words(found.outcome)),
            (_("Consent"), found.consent),
            (_("Withdrawn"), long_date(found.withdrawn_on)),
            (_("Stopped in"), ", ".join(found.places)),
            (_("Erasure"), words(found.erasure) if stopped else ""),
            (_("Kept, and why"), found.kept_why),
            (_("Why that basis"), found.basis_why),
            (_("Stopped, though the basis is not consent"), found.no_consent_why),
        )
        return tuple((name, text) for name, text in rows if text)

    def anonymous(self, assessment: WithdrawalAssessment) -> WithdrawalAssessment:
        return WithdrawalAssessment(
            outcome=assessment.outcome,
            consent="",
            withdrawn_on=assessment.withdrawn_on,
            erasure=assessment.erasure,
            considered=tuple(replace(one, reason="") for one in assessment.considered),
        )


def basis_used(basis: Basis | None, law: str, language: Language) -> str:
    """«artikkel 6 nr. 1 bokstav e og opplæringslova»."""
    if basis is None:
        return law
    article = _("article {number}", language=language).format(number=cited(basis.article))
    if not law:
        return article
    return _("{article} and {law}", language=language).format(article=article, law=law)


def _may_object(part: Part) -> bool:
    return part.basis is not None and fit(DataRight.OBJECTION, part.basis) is Fit.YES


def _outcome_problems(found: WithdrawalAssessment) -> list[FieldProblem]:
    """The outcome must be what the answers say; nobody goes over to another basis afterwards."""
    release = answer_of(found.considered, "is_release") == "yes"
    if release != (found.outcome is WithdrawalOutcome.RELEASE):
        return [problem("outcome", _("This does not go with what you answered on the release."))]
    told = answer_of(found.considered, "told_consent") == "yes"
    if told and found.outcome is WithdrawalOutcome.OTHER_BASIS:
        text = _("The person was told that it rested on consent. Then we cannot use another basis.")
        return [problem("outcome", text)]
    return []


def _stop_problems(found: WithdrawalAssessment) -> list[FieldProblem]:
    problems = []
    if not found.places:
        problems.append(problem("places", _("Write where the use is stopped.")))
    for place in found.places:
        problems += line_lengths(places=place)
    if found.erasure is ErasureStep.KEPT:
        problems += required("kept_why", found.kept_why, _("Write what is kept, and why."))
    elif answer_of(found.considered, "must_keep") == "yes" and found.erasure is ErasureStep.DONE:
        problems.append(problem("erasure", _("You answered that something must be kept.")))
    elif answer_of(found.considered, "must_keep") == "no" and found.erasure is ErasureStep.OFFERED:
        text = _("Nothing must be kept, and storing is also use: erase without being asked.")
        problems.append(problem("erasure", text))
    return problems


def _consent_problems(found: WithdrawalAssessment, part: Part) -> list[FieldProblem]:
    """What is stopped rested on consent; where the record says something else, it is explained."""
    if part.basis is Basis.CONSENT or found.no_consent_why.strip():
        return []
    text = _("Choose consent as the basis above, or write here why the use is stopped.")
    return [problem("no_consent_why", text)]


def _basis_problems(found: WithdrawalAssessment, part: Part) -> list[FieldProblem]:
    problems = []
    if part.basis is None:
        problems.append(problem("basis", _("Choose the basis that the processing rests on.")))
    elif part.basis is Basis.CONSENT:
        problems.append(problem("basis", _("Consent is not another basis.")))
    elif part.basis.needs_national_law:
        problems += required("law", found.law, _("Write the act that gives this basis."))
    problems += required("basis_why", found.basis_why, _("Write why this basis holds."))
    return problems


RULES = WithdrawalRules()
