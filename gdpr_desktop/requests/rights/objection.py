"""Objection, art. 21 and handbook chapter 7: paused, weighed in writing, upheld or not."""

from collections.abc import Mapping
from datetime import date

from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.bases import Basis, DataRight
from gdpr_desktop.law.objection import Ground, Use, rights_instead
from gdpr_desktop.requests.model import Considered, Part, Request, Result, Right
from gdpr_desktop.requests.questions import in_words
from gdpr_desktop.requests.rights.base import RightRules, child_or
from gdpr_desktop.requests.rights.objection_checks import weighing_problems
from gdpr_desktop.requests.rights.objection_model import (
    GOING_ON,
    STOPPING,
    ObjectionAssessment,
    ObjectionOutcome,
    use_of,
)

words = CodeWords(
    (
        (ObjectionOutcome.WEIGHING, N_("Not decided: it is being weighed")),
        (ObjectionOutcome.UPHELD, N_("Upheld: we stop")),
        (ObjectionOutcome.PART, N_("Upheld in part: we stop some of it")),
        (ObjectionOutcome.NOT_UPHELD, N_("Not upheld: we go on")),
        (ObjectionOutcome.NOT_APPLICABLE, N_("There is no right to object here")),
        (Ground.COMPELLING, N_("Compelling legitimate grounds")),
        (Ground.LEGAL_CLAIMS, N_("Legal claims")),
        (Ground.RESEARCH_IN_PUBLIC_INTEREST, N_("Research or statistics in the public interest")),
        (Use.ORDINARY, N_("Ordinary processing")),
        (Use.MARKETING, N_("Direct marketing")),
        (Use.RESEARCH, N_("Research or statistics")),
    )
)
_RESULTS = {
    ObjectionOutcome.UPHELD: Result.GRANTED,
    ObjectionOutcome.PART: Result.PARTLY,
    ObjectionOutcome.NOT_UPHELD: Result.REFUSED,
    ObjectionOutcome.NOT_APPLICABLE: Result.REFUSED,
}
_RIGHTS = {
    DataRight.ERASURE: Right.ERASURE,
    DataRight.RECTIFICATION: Right.RECTIFICATION,
    DataRight.RESTRICTION: Right.RESTRICTION,
}


class ObjectionRules(RightRules):
    """Objection: what is paused while it is weighed, the weighing, and what stops."""

    right = Right.OBJECTION
    assessment = ObjectionAssessment
    letters = frozenset({"objection_answer", "objection_answer_child"})

    def problems(
        self, assessment: ObjectionAssessment, request: Request, part: Part, today: date
    ) -> list[FieldProblem]:
        return weighing_problems(assessment, request, part, today)

    def assessed(self, request: Request, part: Part) -> bool:
        """A pause noted while the objection is weighed answers nothing."""
        return self.result(part) is not None

    def result(self, part: Part) -> Result | None:
        found = _of(part)
        return _RESULTS.get(found.outcome) if found is not None else None

    def grounds(self, part: Part) -> tuple[str, ...]:
        found = _of(part)
        if found is None:
            return ()
        if found.outcome is ObjectionOutcome.NOT_APPLICABLE:
            return ("21(1)",)
        if found.outcome not in GOING_ON or found.ground is None:
            return ()
        return (found.ground.article,)

    def measures(self, assessment: ObjectionAssessment, language: Language) -> tuple[str, ...]:
        stop = _("Stop the processing in {system}", language=language)
        tell = _("Tell {processor} to stop the processing in {system}", language=language)
        found: list[str] = []
        for one in assessment.stops if assessment.outcome in STOPPING else ():
            found.append(stop.format(system=one.system))
            if one.processor:
                found.append(tell.format(processor=one.processor, system=one.system))
        return tuple(dict.fromkeys(found))

    def offers(self, part: Part) -> tuple[Right, ...]:
        """Restriction while it is weighed (18(1)(d)), erasure of what stops (17(1)(c)).

        Where there is no right to object: withdrawal of the consent, or the rights that fit.
        """
        found = _of(part)
        if found is None:
            return ()
        if found.outcome is ObjectionOutcome.WEIGHING:
            return (Right.RESTRICTION,)
        if found.outcome in STOPPING:
            return (Right.ERASURE,)
        if found.outcome is ObjectionOutcome.NOT_UPHELD or part.basis is None:
            return ()
        if part.basis is Basis.CONSENT:
            return (Right.WITHDRAWAL,)
        return tuple(_RIGHTS[one] for one in rights_instead(part.basis))

    def template(self, request: Request, part: Part) -> str:
        return child_or(request, "objection_answer")

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        found = _of(part)
        if found is None:
            return {}
        decided = found.outcome is not ObjectionOutcome.WEIGHING
        return {
            "outcome": found.outcome.value if decided else "",
            "objected_to": found.objected_to,
            "objection_use": use_of(found.considered).value,
            "objection_basis": part.basis.name.lower() if part.basis is not None else "",
            "objection_ground": found.ground.value if found.ground is not None else "",
            "stops": tuple({"system": s.system, "processor": s.processor} for s in found.stops),
            "continues": found.continues,
            "person_situation": found.situation,
            "municipal_grounds": found.our_grounds,
            "weighing": found.weighing,
            "conclusion": found.conclusion,
            "paused": tuple({"system": p.system, "day": p.day} for p in found.paused),
            "not_paused": found.not_paused,
        }

    def summary(self, request: Request, part: Part) -> tuple[tuple[str, str], ...]:
        found = _of(part)
        if found is None:
            return ()
        offered = _("Offered") if found.restriction_offered else ""
        return (
            (_("Result"), words(found.outcome)),
            (_("Objects to"), found.objected_to),
            (_("Used for"), words(use_of(found.considered))),
            (_("Answers and reasons"), in_words("objection", found.considered)),
            (_("Paused in"), "\n".join(f"{p.system}, {long_date(p.day)}" for p in found.paused)),
            (_("Why it is not paused"), found.not_paused),
            (_("Restricted processing meanwhile"), offered),
            (_("The person's situation"), found.situation),
            (_("Our grounds"), found.our_grounds),
            (_("The weighing"), found.weighing),
            (_("Conclusion"), found.conclusion),
            (_("Ground for going on"), words(found.ground) if found.ground is not None else ""),
            (
                _("The processing stops in"),
                "\n".join(_stop_line(s.system, s.processor) for s in found.stops),
            ),
            (_("We go on with"), found.continues),
        )

    def anonymous(self, assessment: ObjectionAssessment) -> ObjectionAssessment:
        """The outcome, the ground and the answers; no text."""
        return ObjectionAssessment(
            outcome=assessment.outcome,
            considered=tuple(
                Considered(question=one.question, answer=one.answer)
                for one in assessment.considered
            ),
            restriction_offered=assessment.restriction_offered,
            ground=assessment.ground,
        )


def _of(part: Part) -> ObjectionAssessment | None:
    assessment: ObjectionAssessment | None = part.assessment
    return assessment


def _stop_line(system: str, processor: str) -> str:
    return f"{system} ({processor})" if processor else system


RULES = ObjectionRules()
