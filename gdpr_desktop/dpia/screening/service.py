"""Deeds on the need: what was answered, what the officer holds, and what was decided."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.officers import officers
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue import from_about
from gdpr_desktop.dpia.codes import Advice, State
from gdpr_desktop.dpia.screening import record as in_record
from gdpr_desktop.dpia.screening.checks import (
    deed_of,
    need_problems,
    screening_problems,
    view_problems,
)
from gdpr_desktop.dpia.screening.model import (
    ALWAYS,
    CRITERIA,
    MOMENTS,
    Excuse,
    Need,
    NeedView,
    ScreeningAnswers,
)
from gdpr_desktop.dpia.screening.putting import (
    DECIDED,
    SCREENED,
    VIEWED,
    put_all,
    require_undecided,
)
from gdpr_desktop.dpia.screening.rules import screen
from gdpr_desktop.dpia.service.base import opened, with_undo
from gdpr_desktop.law.impact import LISTED, WITH_ANOTHER
from gdpr_desktop.vault import Vault

_COVERING = frozenset({State.IN_FORCE, State.UNDER_REVIEW})


def note_screening(vault: Vault, case_id: CaseId, answers: ScreeningAnswers) -> Change:
    """Keep what was answered. An earlier decision, and the officer's view, are kept beside it.

    Raises ``InvalidInputError``, and ``RefusedError`` once the assessment is on its way.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        require_undecided(found)
        kept = cleaned(answers)
        problems = screening_problems(kept, found.about.novelty)
        require_valid(problems + _cover_problems(work.db, found, kept.covered_by, "covered_by"))
        same = found.screening is not None and _told(found.screening) == _told(kept)
        steps = _screened(found, replace(kept, answered_on=work.clock.today()), same=same)
        undo = put_all(work, found, Deed.WORK_ON_CASE, SCREENED, steps)
    return with_undo(work.change, undo)


def _screened(found: Dpia, kept: ScreeningAnswers, *, same: bool) -> dict[str, object]:
    before = found.screening
    earlier = before.earlier if before else ()
    views = before.earlier_views if before else ()
    if found.need is not None:
        earlier = (*earlier, found.need)
    view = found.view
    if view is not None and not same:
        views, view = (*views, view), None
    return {
        "screening": replace(kept, earlier=earlier, earlier_views=views),
        "need": None,
        "view": view,
        "state": State.SCREENING,
    }


def note_view(vault: Vault, case_id: CaseId, view: NeedView) -> Change:
    """Keep what the officer holds about the need. Raises ``InvalidInputError``."""
    kept = replace(view, why=clean_text(view.why), name=clean_line(view.name))
    with vault.begin(Deed.ADVISE) as work:
        found = opened(work, case_id, Deed.ADVISE)
        _require_screened(found)
        require_valid(view_problems(kept, found, work.clock.today()))
        undo = put_all(work, found, Deed.ADVISE, VIEWED, {"view": kept})
    return with_undo(work.change, undo)


def note_need(vault: Vault, case_id: CaseId, need: Need) -> Change:
    """Keep what was decided, and by whom: never the officer. The record is kept in step, and a
    draft begins with what the first page says.

    A yes that follows the advice may be noted by whoever works on the case.

    Raises ``InvalidInputError``, ``RefusedError``.
    """
    advice = _require_screened(store.dpia(vault.db, case_id))
    deed = deed_of(need.needed, advice, vault.actor.role)
    with vault.begin(deed) as work:
        found = opened(work, case_id, deed)
        require_undecided(found)
        kept = _cleaned_need(need, _require_screened(found))
        problems = need_problems(kept, found, officers(vault), work.clock.today())
        require_valid(problems + _cover_problems(work.db, found, kept.covered_by, "covered_by"))
        kept = _named(work.db, kept)
        steps: dict[str, object] = {"need": kept, "state": state_after(kept)}
        if found.need is not None and found.screening is not None:
            earlier = (*found.screening.earlier, found.need)
            steps["screening"] = replace(found.screening, earlier=earlier)
        linked = in_record.note_need(work, found, kept)
        carried = from_about.carry(work, found) if kept.needed else ()
        told: dict[str, Any] = {"carried": carried, "name": kept.name, "text": kept.why}
        undo = put_all(work, found, deed, DECIDED, steps, linked=linked, **told)
    return with_undo(work.change, undo)


def state_after(need: Need) -> State:
    """Where the assessment stands when this is decided."""
    if need.needed:
        return State.DRAFT
    return State.COVERED if need.covered else State.NOT_NEEDED


def cleaned(answers: ScreeningAnswers) -> ScreeningAnswers:
    """The answers as they are kept: known ids in their order, and only what belongs together."""
    similar = answers.excuse is Excuse.SIMILAR
    moments = {one.id: replace(one, why=clean_text(one.why)) for one in answers.moments}
    sure = {*answers.listed, *answers.always, *answers.criteria, *moments}
    entries = (*LISTED, *WITH_ANOTHER)
    return replace(
        answers,
        listed=_ordered(answers.listed, entries),
        always=_ordered(answers.always, ALWAYS),
        criteria=_ordered(answers.criteria, CRITERIA),
        unsure=_ordered({*answers.unsure} - sure, (*entries, *ALWAYS, *CRITERIA, *MOMENTS)),
        moments=tuple(moments[one] for one in MOMENTS if one in moments),
        excuse_proof=clean_text(answers.excuse_proof) if answers.excuse else "",
        covered_by=answers.covered_by if similar else None,
    )


def _ordered(found: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    held = set(found)
    return tuple(one for one in known if one in held)


def _told(answers: ScreeningAnswers) -> ScreeningAnswers:
    """The answers alone, without when they were given and what was decided before."""
    return replace(answers, answered_on=None, earlier=(), earlier_views=())


def _cleaned_need(need: Need, advice: Advice) -> Need:
    no = not need.needed
    return replace(
        need,
        why=clean_text(need.why),
        name=clean_line(need.name),
        role=clean_line(need.role),
        advice=advice,
        look_again_on=need.look_again_on if no else None,
        changed_on=None,
        covered_by=need.covered_by if no else None,
        covered_reference=clean_line(need.covered_reference) if no else "",
    )


def _named(db: Any, need: Need) -> Need:
    """With the number and the title of what covers it, as they are now."""
    if need.covered_by is None:
        return need
    case = cases.case(db, CaseId(need.covered_by))
    return replace(need, covered_reference=f"{case.number} {case.subject_name}")


def _require_screened(found: Dpia) -> Advice:
    """The advice on what was answered. Raises ``RefusedError`` when nothing was."""
    if found.screening is None:
        raise RefusedError(
            _("It has not been asked whether an assessment is needed."),
            hint=_("Answer the questions about the need first."),
        )
    return screen(found.screening).advice


def _cover_problems(db: Any, found: Dpia, covered_by: int | None, field: str) -> list[FieldProblem]:
    """The earlier assessment is another one, and in force."""
    if covered_by is None:
        return []
    other = CaseId(covered_by)
    there = other != found.case.id and cases.case(db, other).kind is CaseKind.DPIA
    if not there or store.dpia(db, other).state not in _COVERING:
        return [FieldProblem(field=field, text=_("Choose an assessment that is in force."))]
    return []
