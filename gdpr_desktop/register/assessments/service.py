"""Keeping an assessment with its entry, and using what it proposes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.text import _
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    Assessment,
    Law,
    LawfulBasis,
    Purpose,
    SpecialBasis,
    Step,
)
from gdpr_desktop.register.assessments import rules
from gdpr_desktop.register.assessments.model import Answers, Kind, Verdict, counted, unanswered
from gdpr_desktop.register.assessments.questions import questionnaire, words
from gdpr_desktop.register.assessments.weighing import purpose_of
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import EntryId
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.vault import Vault

STEP_DAYS = 90  # for what built-in privacy lacks


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """An assessment as it was filled in. ``use``: write the proposal into the activity; ``add``:
    beside the basis the purpose has, not in its place. Both ask for ``reason`` where the purpose
    has another basis already."""

    kind: Kind
    answers: Mapping[str, str]
    notes: Mapping[str, str] = field(default_factory=dict)
    conclusion: str = ""
    use: bool = False
    add: bool = False
    reason: str = ""


def problems(kind: Kind, answers: Answers, conclusion: str) -> tuple[FieldProblem, ...]:
    """What is not answered, and the conclusion where one is required."""
    questions = questionnaire(kind)
    found = [
        FieldProblem(field=f"question_{one}", text=_("Answer the question."))
        for one in unanswered(questions.questions, answers)
    ]
    if questions.concludes and not clean_text(conclusion):
        text = _("Write why you conclude as you do. The answers are not counted.")
        found.append(FieldProblem(field="conclusion", text=text))
    return tuple(found)


def keep_assessment(vault: Vault, entry_id: EntryId, done: Done) -> Change:
    """Keep ``done`` with the entry, after the older ones; with ``use``, write its proposal too.

    Raises ``InvalidInputError`` where answers, the conclusion or a reason are missing, and
    ``RefusedError`` where the assessment is not open for the purpose.
    """
    content = store.entry(vault.db, entry_id).content
    today = vault.clock.today()
    answers = {**done.answers, **rules.answered_by_program(done.kind, content)}
    verdict = rules.judge(done.kind, answers, content, today)
    if verdict.closed:
        raise RefusedError(words(done.kind).codes[verdict.closed])
    require_valid(problems(done.kind, answers, done.conclusion))
    language = vault.municipality().language
    if done.use:
        content = _used(content, answers, verdict, done, language)
    content = _with_steps(content, done.kind, verdict, today, language)
    kept = _assessment(vault, done, answers, verdict)
    content = replace(content, assessments=(*content.assessments, kept))
    return service.change_entry(vault, entry_id, content, note=words(done.kind).title)


def _assessment(vault: Vault, done: Done, answers: Answers, verdict: Verdict) -> Assessment:
    questions = questionnaire(done.kind).questions
    given = counted(questions, answers)
    return Assessment(
        kind=done.kind.value,
        made_on=vault.clock.today(),
        made_by=vault.actor.name,
        answers=tuple(given.items()),
        notes=tuple(
            (name, clean_text(text))
            for name, text in done.notes.items()
            if name in given and clean_text(text)
        ),
        conclusion=clean_text(done.conclusion),
        outcome=verdict.outcome,
    )


def _used(
    content: Activity, answers: Answers, verdict: Verdict, done: Done, language: Language
) -> Activity:
    if verdict.condition is not None:
        return with_condition(content, verdict.condition, law_of(answers, language))
    purpose = purpose_of(content, answers)
    if verdict.basis is None or purpose is None:
        return content
    basis = basis_of(verdict.basis, answers, language)
    changed = with_basis(purpose, basis, add=done.add, reason=done.reason)
    return replace(
        content,
        purposes=tuple(changed if one is purpose else one for one in content.purposes),
    )


def basis_of(basis: Basis, answers: Answers, language: Language) -> LawfulBasis:
    """The basis with the law, the agreement or the interest that was written beside it."""
    blank = Bilingual()
    noted = (answers.get(one, "") for one in ("contract_form", "contract_date", "contract_about"))
    law = law_of(answers, language)
    return LawfulBasis(
        basis=basis,
        laws=(law,) if law and basis.needs_national_law else (),
        interest=blank.with_(language, answers.get("interest", ""))
        if basis is Basis.LEGITIMATE_INTERESTS
        else blank,
        contract=", ".join(one for one in noted if one) if basis is Basis.CONTRACT else "",
    )


def law_of(answers: Answers, language: Language, prefix: str = "") -> Law:
    """The act and the section that were written."""
    return Law(
        act=Bilingual().with_(language, answers.get(f"{prefix}act", "")),
        section=answers.get(f"{prefix}section", ""),
    )


def with_basis(purpose: Purpose, basis: LawfulBasis, *, add: bool, reason: str) -> Purpose:
    """The purpose with the basis. One is enough: another in its place, or beside it, takes a
    reason. What a legitimate interest carries is no public task. Raises ``InvalidInputError``."""
    if needs_reason(purpose, basis.basis):
        if not clean_text(reason):
            text = _("Write why the basis is changed, or why there must be several.")
            require_valid([FieldProblem(field="reason", text=text)])
        reason = clean_text(reason)
    else:
        reason = purpose.reason
    others = tuple(one for one in purpose.bases if add and one.basis is not basis.basis)
    task = purpose.public_task and basis.basis is not Basis.LEGITIMATE_INTERESTS
    return replace(purpose, bases=(*others, basis), reason=reason, public_task=task)


def needs_reason(purpose: Purpose | None, basis: Basis | None) -> bool:
    """Has the purpose another basis than this already?"""
    return (
        purpose is not None
        and basis is not None
        and any(one.basis is not basis for one in purpose.bases)
    )


def with_condition(activity: Activity, condition: Condition, law: Law) -> Activity:
    """The activity with the condition of art. 9(2); one that stood there gets the law."""
    laws = (law,) if law and condition.needs_national_law else ()
    others = tuple(one for one in activity.special if one.condition is not condition)
    before = next((one for one in activity.special if one.condition is condition), None)
    kept = before.laws if before else ()
    added = tuple(dict.fromkeys((*kept, *laws)))
    return replace(activity, special=(*others, SpecialBasis(condition=condition, laws=added)))


def _with_steps(content: Any, kind: Kind, verdict: Verdict, today: date, language: Language) -> Any:
    """What is to be done: steps of an activity; a system, which has none, is looked at again."""
    later = today + timedelta(days=STEP_DAYS)
    if isinstance(content, System):
        if not verdict.steps or (content.review_on and content.review_on <= later):
            return content
        return replace(content, review_on=later)
    if kind not in (Kind.BUILT_IN, Kind.NEW_PURPOSE):
        return content
    texts = words(kind, language).codes
    open_ = {one.text for one in content.steps if one.done_on is None}
    added = tuple(
        Step(
            text=texts[code],
            owner=content.responsible,
            due=verdict.day or later,
            kind=f"{kind}_{code}",
        )
        for code in verdict.steps
        if texts[code] not in open_
    )
    return replace(content, steps=(*content.steps, *added))
