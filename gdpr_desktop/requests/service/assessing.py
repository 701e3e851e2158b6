"""What a part of a request comes to: the material gone through, or the right assessed."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.service import record, record_first
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import PartId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.requests import parts_store
from gdpr_desktop.requests.model import Content, Measure, Part, Request
from gdpr_desktop.requests.rights import child_only, rules_of
from gdpr_desktop.requests.rights.access import Outcome, Review, found_tasks, review_of
from gdpr_desktop.requests.rights.base import RightRules
from gdpr_desktop.requests.rights.conflicts import exclusion_problems
from gdpr_desktop.requests.rights.refused import refused_whole
from gdpr_desktop.requests.service.base import day_problems, of_part, opened_part
from gdpr_desktop.requests.steps import may_not_assess
from gdpr_desktop.vault import Vault


def _require_collected(request: Request, part: Part) -> None:
    if refused_whole(part):
        raise RefusedError(
            _("The claim is refused as a whole."),
            hint=_("Take the refusal back first, if it shall be assessed."),
        )
    if may_not_assess(request, part):
        raise RefusedError(
            _("Not all have answered yet."),
            hint=_("Note what each system and department found before you go through it."),
        )


def open_decision_again(work: Any, request: Request, part: Part) -> None:
    """The decision was about something else: it must be made anew."""
    parts_store.put(work.db, part.id, decision=None)
    record_first(work, request.case.id, "decision_opened_again", **of_part(part))


def assess(
    vault: Vault,
    part_id: PartId,
    assessment: Any,
    *,
    basis: Basis | None = None,
    activity: str = "",
    content: Content | None = None,
) -> Change:
    """Note what the claim is and what comes of it. ``assessment`` is of the right's own type.

    What must be carried out follows from it; what has been done already stays done.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, part = opened_part(work, part_id)
        rules = rules_of(part.right)
        today = work.clock.today()
        kept = cleaned(assessment)
        looked_at = replace(part, basis=basis, activity=clean_line(activity), assessment=kept)
        _require_collected(request, looked_at)
        problems = [*rules.problems(kept, request, looked_at, today)]
        problems += exclusion_problems(request, looked_at) + line_lengths(activity=activity)
        require_valid(problems)
        same = (kept, basis) == (part.assessment, part.basis)
        parts_store.put(
            work.db,
            part_id,
            basis=basis,
            activity=looked_at.activity,
            assessment=kept,
            assessed_on=part.assessed_on if same else today,
            content=content,
            measures=measures_of(request, looked_at, before=part),
        )
        if part.decision and not same:
            open_decision_again(work, request, part)
        for event in rules.events(request, looked_at):
            work.publish(event)
        result = rules.result(looked_at) or ""
        record(work, request.case.id, "assessed", outcome=str(result), **of_part(part))
    return work.change


def measures_of(request: Request, part: Part, *, before: Part | None = None) -> tuple[Measure, ...]:
    """What must be carried out by the assessment of ``part``, with what has been done already.

    What is done stays done, also in another language. What is done and no longer asked for stays
    too: what was erased is gone, whatever comes of it. ``before``: as it was assessed until now.
    """
    rules, language = rules_of(part.right), request.case.language
    wanted = rules.measures(part.assessment, language)
    known = {one.what: one for one in _translated(rules, before or part, language)}
    done = tuple(one for one in known.values() if one.done and one.what not in wanted)
    return (*done, *(known.get(what, Measure(what=what)) for what in wanted))


def _translated(rules: RightRules, part: Part, language: Language) -> tuple[Measure, ...]:
    """The measures of ``part`` as they are called in ``language``."""
    if part.assessment is None:
        return part.measures
    names: dict[str, str] = {}
    now = rules.measures(part.assessment, language)
    for other in Language:
        names |= dict(zip(rules.measures(part.assessment, other), now, strict=True))
    return tuple(replace(one, what=names.get(one.what, one.what)) for one in part.measures)


def cleaned(value: Any) -> Any:
    """The value with every text in it cleaned, however deep it lies."""
    if isinstance(value, str) and type(value) is str:
        return clean_text(value)
    if isinstance(value, tuple):
        return tuple(cleaned(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: cleaned(getattr(value, f.name)) for f in fields(value)})
    return value


def carry_out(vault: Vault, part_id: PartId, measures: tuple[Measure, ...]) -> Change:
    """Note what has been done of what the assessment asks for: when, by whom."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, part = opened_part(work, part_id)
        wanted = [one.what for one in part.measures]
        if [one.what for one in measures] != wanted:
            raise RefusedError(
                _("The assessment has changed meanwhile."),
                hint=_("Open the list again, and note what has been done."),
            )
        require_valid(_measure_problems(measures, request, work.clock.today()))
        kept = tuple(
            replace(one, done_by=clean_line(one.done_by), note=clean_text(one.note))
            for one in measures
        )
        parts_store.put(work.db, part_id, measures=kept)
        count = str(sum(one.done for one in kept))
        record(work, request.case.id, "carried_out", count=count, **of_part(part))
    return work.change


def _measure_problems(
    measures: tuple[Measure, ...], request: Request, today: date
) -> list[FieldProblem]:
    problems: list[FieldProblem] = []
    for one in measures:
        if one.done:
            problems += day_problems("measures", one.done_on, request, today)
            problems += required("measures", one.done_by, _("Write who has done it."))
        problems += text_length("measures", one.note) + line_lengths(measures=one.done_by)
    return problems


def review_material(vault: Vault, part_id: PartId, review: Review) -> Change:
    """Note what came of going through the material: what is given, what is held back and why."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, part = opened_part(work, part_id)
        _require_collected(request, part)
        problems = _review_problems(request, review, work.clock.today())
        require_valid(problems)
        kept = replace(
            review,
            reviewed_by=clean_line(review.reviewed_by),
            covers=found_tasks(request),
            child_only=cleaned(review.child_only),
            exempted=tuple(
                replace(one, explanation=clean_text(one.explanation)) for one in review.exempted
            ),
        )
        parts_store.put(work.db, part_id, assessment=kept, assessed_on=kept.reviewed_on)
        if part.decision and _other_result(review_of(part), kept):
            open_decision_again(work, request, part)
        record(work, request.case.id, "reviewed", outcome=review.outcome.value, **of_part(part))
    return work.change


def _other_result(before: Review | None, now: Review) -> bool:
    return before is None or (before.outcome, before.covers) != (now.outcome, now.covers)


def _review_problems(request: Request, review: Review, today: date) -> list[FieldProblem]:
    problems = day_problems("reviewed_on", review.reviewed_on, request, today)
    problems += required(
        "reviewed_by", review.reviewed_by, _("Write who has gone through the material.")
    )
    problems += line_lengths(reviewed_by=review.reviewed_by)
    last = max((task.done_on for task in request.tasks if task.done_on), default=None)
    if not problems and last and review.reviewed_on < last:
        text = _("The last answer came on {day}: what it held was gone through then or later.")
        problems.append(problem("reviewed_on", text.format(day=long_date(last))))
    found = found_tasks(request)
    if review.outcome is Outcome.NOTHING_HELD and found:
        text = _("Something was found, so the answer cannot be that nothing is held.")
        problems.append(problem("outcome", text))
    if review.outcome is not Outcome.NOTHING_HELD and not found:
        text = _("Nothing was found anywhere, so there is nothing to give.")
        problems.append(problem("outcome", text))
    if review.outcome is Outcome.PART and not review.exempted and review.child_only is None:
        text = _("Choose the exception and write why. A refusal needs an exact legal basis.")
        problems.append(problem("exempted", text))
    if any(not clean_text(one.explanation) for one in review.exempted):
        problems.append(problem("exempted", _("Write why, for each exception used.")))
    in_part = review.outcome is Outcome.PART
    problems += child_only.problems(review.child_only, request, in_part=in_part)
    for one in review.exempted:
        problems += text_length("exempted", one.explanation)
    return problems
