"""Portability, art. 20: only on consent or contract, automated, and what the person gave."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.model import UNSTRUCTURED, TaskOutcome
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.law.portability import Limit, basis_limit
from gdpr_desktop.requests.model import Part, Request, Result, Right, Step
from gdpr_desktop.requests.portability.claim import (
    Assessment,
    Direct,
    LeftOut,
    Outcome,
    Package,
    Transfer,
)
from gdpr_desktop.requests.portability.words import no_right, records, rule_words, words
from gdpr_desktop.requests.questions import YES, answer_of, reason_of
from gdpr_desktop.requests.questions import problems as question_problems
from gdpr_desktop.requests.rights.base import RightRules, child_or

QUESTIONS = "portability"
_ANSWERS = (  # the answer to a question that means a limit
    ("consent_or_contract", "no", Limit.BASIS),
    ("public_task", "yes", Limit.PUBLIC_TASK),
    ("automated", "no", Limit.NOT_AUTOMATED),
    ("provided", "no", Limit.NOT_PROVIDED),
    ("others", "yes", Limit.OTHERS),
)
_RESULTS = {
    Outcome.DELIVERED: Result.GRANTED,
    Outcome.PART: Result.PARTLY,
    Outcome.REFUSED: Result.REFUSED,
    Outcome.NOTHING_HELD: Result.NOTHING_HELD,
}


def assessment_of(part: Part) -> Assessment | None:
    """What the claim came to, once it is assessed."""
    return part.assessment if isinstance(part.assessment, Assessment) else None


def package_of(part: Part) -> Package | None:
    """The package, once it is made."""
    return part.answer if isinstance(part.answer, Package) else None


def answered_limits(assessment: Assessment, part: Part) -> tuple[LeftOut, ...]:
    """The limits that follow from the answers, each with its reason."""
    found = []
    for question, answer, limit in _ANSWERS:
        if answer_of(assessment.considered, question) == answer:
            reason = reason_of(assessment.considered, question)
            if limit is Limit.BASIS and part.basis is not None:
                limit = basis_limit(part.basis) or limit
            found.append(LeftOut(limit=limit, explanation=reason))
    return tuple(found)


def limits(assessment: Assessment, part: Part) -> tuple[LeftOut, ...]:
    """Everything that holds data back: what follows from the answers, and what was written."""
    if assessment.outcome not in (Outcome.PART, Outcome.REFUSED):
        return ()
    written = {one.limit for one in assessment.left_out}
    others = (one for one in answered_limits(assessment, part) if one.limit not in written)
    return (*others, *assessment.left_out)


class PortabilityRules(RightRules):
    """Data to take along: given, a part, refused, or nothing held."""

    right = Right.PORTABILITY
    assessment = Assessment
    answer = Package
    letters = frozenset({"portability_answer", "portability_answer_child"})
    steps = (Step.ASSESS, Step.ADVICE, Step.DECISION, Step.PACK, Step.CARRY_OUT, Step.SEND)
    collects = True
    may_be_early = True

    def needs_collection(self, part: Part) -> bool:
        """Not where the basis alone says no (art. 20(1)(a) and (3)): nothing found changes that."""
        found = assessment_of(part)
        if found is None or found.outcome is not Outcome.REFUSED:
            return True
        return not any(one.limit.by_basis for one in answered_limits(found, part))

    def problems(
        self, assessment: Assessment, request: Request, part: Part, today: date
    ) -> list[FieldProblem]:
        return [
            *question_problems(QUESTIONS, assessment.considered),
            *_outcome_problems(assessment, request, part),
            *_left_out_problems(assessment),
            *_direct_problems(assessment),
        ]

    def written(self, request: Request, part: Part) -> bool:
        found = assessment_of(part)
        return found is not None and (not found.outcome.gives or package_of(part) is not None)

    def result(self, part: Part) -> Result | None:
        found = assessment_of(part)
        return _RESULTS[found.outcome] if found is not None else None

    def grounds(self, part: Part) -> tuple[str, ...]:
        found = assessment_of(part)
        held_back = limits(found, part) if found is not None else ()
        return tuple(dict.fromkeys(one.limit.article for one in held_back))

    def measures(self, assessment: Assessment, language: Language) -> tuple[str, ...]:
        direct = assessment.direct
        if not assessment.outcome.gives or direct.state is not Transfer.SENT:
            return ()
        text = _("Send the data to {receiver}", language=language)
        return (text.format(receiver=direct.receiver),)

    def offers(self, part: Part) -> tuple[Right, ...]:
        found = assessment_of(part)
        refused = found is not None and found.outcome in (Outcome.REFUSED, Outcome.PART)
        return (Right.ACCESS,) if refused else ()

    def template(self, request: Request, part: Part) -> str:
        return child_or(request, "portability_answer")

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        found = assessment_of(part)
        if found is None:
            return {}
        direct = found.direct if found.outcome.gives else Direct()
        return {
            "outcome": found.outcome.value,
            "files": _files(part, language) if found.outcome.gives else (),
            "limits": tuple(
                {"code": one.limit.value, "what": one.what, "explanation": one.explanation}
                for one in limits(found, part)
            ),
            "transfer_state": direct.state.value,
            "new_controller": direct.receiver,
            "transfer_how": direct.how,
            "transfer_reason": direct.why_not,
            "places": _searched(request),
            "access_asked": request.of(Right.ACCESS) is not None,
        }

    def summary(self, request: Request, part: Part) -> tuple[tuple[str, str], ...]:
        found = assessment_of(part)
        if found is None:
            return ()
        rows = [(_("Result"), words(found.outcome))]
        rows += [
            (rule_words(one.limit), ": ".join(filter(None, (one.what, one.explanation))))
            for one in limits(found, part)
        ]
        direct = found.direct
        if direct.state is not Transfer.NOT_ASKED:
            said = (words(direct.state), direct.receiver, direct.how or direct.why_not)
            rows.append((_("Directly to another"), ", ".join(filter(None, said))))
        return tuple(rows)

    def has_leftovers(self, part: Part) -> bool:
        package = package_of(part)
        return package is not None and package.kept

    def answer_summary(self, part: Part) -> tuple[tuple[str, str], ...]:
        package = package_of(part)
        if package is None:
            return ()
        tables = "\n".join(f"{one.title}: {records(one.records)}" for one in package.tables)
        kept = _("Kept in the register") if package.kept else _("Deleted from the register")
        return (
            (_("Zip file"), f"{package.file_name}, {long_date(package.made_on)}"),
            (_("It holds"), tables),
            (_("The data themselves"), kept),
        )

    def anonymous(self, assessment: Assessment) -> Assessment:
        return Assessment(
            outcome=assessment.outcome,
            considered=tuple(replace(one, reason="") for one in assessment.considered),
            left_out=tuple(LeftOut(limit=one.limit) for one in assessment.left_out),
            direct=Direct(state=assessment.direct.state),
        )


def _outcome_problems(assessment: Assessment, request: Request, part: Part) -> list[FieldProblem]:
    outcome, said = assessment.outcome, answered_limits(assessment, part)
    if _contradicts(assessment, part):
        text = _("This is not what was answered about consent and contract. Put one of them right.")
        return [problem("basis", text)]
    found = any(task.outcome is TaskOutcome.FOUND for task in request.tasks)
    if outcome is Outcome.NOTHING_HELD and found:
        text = _("Something was found, so the answer cannot be that nothing is held.")
        return [problem("outcome", text)]
    if part.basis is None and outcome is not Outcome.NOTHING_HELD:
        text = _("Choose the basis: it decides whether there is such a right, and which article.")
        return [problem("basis", text)]
    if outcome is Outcome.REFUSED and not said and not assessment.left_out:
        text = _("The answers give no ground to refuse. Answer anew, or give the data.")
        return [problem("outcome", text)]
    if not outcome.gives:
        return []
    if not found:
        text = _("Nothing was found anywhere, so there is nothing to give.")
        return [problem("outcome", text)]
    assert part.basis is not None, "checked above"
    wrong = [basis_limit(part.basis), *(one.limit for one in said)]
    if outcome is Outcome.PART:  # what harms others is left out, the rest is given
        wrong = [one for one in wrong if one is not Limit.OTHERS]
    return [problem("outcome", no_right(limit)) for limit in wrong if limit is not None][:1]


def _contradicts(assessment: Assessment, part: Part) -> bool:
    """Do the basis chosen and the answer about it say different things?"""
    answer = answer_of(assessment.considered, "consent_or_contract")
    if part.basis is None or not answer:
        return False
    return (basis_limit(part.basis) is None) != (answer == YES)


def _left_out_problems(assessment: Assessment) -> list[FieldProblem]:
    if assessment.outcome is Outcome.PART and not assessment.left_out:
        text = _("Write what is not given, by which rule and why. The person has a right to know.")
        return [problem("left_out", text)]
    problems: list[FieldProblem] = []
    for one in assessment.left_out:
        if not one.what or not one.explanation:
            text = _("Write which data are not given, and why, for each rule.")
            problems.append(problem("left_out", text))
        problems += text_length("left_out", one.explanation) + line_lengths(left_out=one.what)
    return problems


def _direct_problems(assessment: Assessment) -> list[FieldProblem]:
    direct = assessment.direct
    if not assessment.outcome.gives or direct.state is Transfer.NOT_ASKED:
        return []
    problems = required("receiver", direct.receiver, _("Write who shall have the data."))
    if direct.state is Transfer.SENT:
        problems += required("how", direct.how, _("Write how the data are sent."))
    else:
        text = _("Write why it is not technically possible. The person reads this.")
        problems += required("why_not", direct.why_not, text)
    problems += line_lengths(receiver=direct.receiver, how=direct.how)
    return problems + text_length("why_not", direct.why_not)


def _files(part: Part, language: Language) -> tuple[Mapping[str, object], ...]:
    package = package_of(part)
    return tuple(
        {"title": one.title, "records": records(one.records, language)}
        for one in (package.tables if package is not None else ())
    )


def _searched(request: Request) -> tuple[Mapping[str, object], ...]:
    done = tuple(task for task in request.tasks if task.done)
    places = tuple(task for task in done if task.kind != UNSTRUCTURED) or done
    return tuple({"name": task.title} for task in places)


RULES = PortabilityRules()
