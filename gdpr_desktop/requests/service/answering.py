"""From the material to the answer that has been sent. Handbook 5.4–5.6."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.service import record, record_first
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.clock import Clock, local_date
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed, Role
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.requests import store
from gdpr_desktop.requests.channels import objections
from gdpr_desktop.requests.model import (
    Advice,
    Answer,
    Decision,
    Dispatch,
    OralAnswer,
    Outcome,
    ProcessingInfo,
    Request,
    Review,
)
from gdpr_desktop.requests.service.base import day_problems, opened
from gdpr_desktop.requests.service.undo import step_undo
from gdpr_desktop.requests.steps import (
    Missing,
    collected,
    found_tasks,
    missing_before_sending,
    missing_before_telling,
)
from gdpr_desktop.requests.words import missing_words, objection_words
from gdpr_desktop.vault import Vault, people


def review_material(vault: Vault, case_id: CaseId, review: Review) -> Change:
    """Note what came of going through the material: what is given, what is held back and why."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request = opened(work, case_id)
        if not collected(request):
            raise RefusedError(
                _("Not all have answered yet."),
                hint=_("Note what each system and department found before you go through it."),
            )
        problems = _review_problems(request, review, work.clock.today())
        require_valid(problems)
        kept = replace(
            review,
            reviewed_by=clean_line(review.reviewed_by),
            covers=found_tasks(request),
            exempted=tuple(
                replace(one, explanation=clean_text(one.explanation)) for one in review.exempted
            ),
        )
        store.put_step(work.db, case_id, review=kept)
        if request.decision and _other_result(request.review, kept):
            store.put_step(work.db, case_id, decision=None)  # it was about something else
            record_first(work, case_id, "decision_opened_again")
        record(work, case_id, "reviewed", outcome=review.outcome.value)
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
    if review.outcome is Outcome.PART and not review.exempted:
        text = _("Choose the exception and write why. A refusal needs an exact legal basis.")
        problems.append(problem("exempted", text))
    if any(not clean_text(one.explanation) for one in review.exempted):
        problems.append(problem("exempted", _("Write why, for each exception used.")))
    for one in review.exempted:
        problems += text_length("exempted", one.explanation)
    return problems


def note_advice(vault: Vault, case_id: CaseId, *, text: str, name: str, given_on: date) -> Change:
    """Note the officer's advice (art. 39(1)(a))."""
    with vault.begin(Deed.ADVISE) as work:
        request = opened(work, case_id, Deed.ADVISE)
        problems = required("text", text, _("Write the advice."))
        problems += required("name", name, _("Write who gave the advice."))
        problems += text_length("text", text) + line_lengths(name=name)
        problems += day_problems("given_on", given_on, request, work.clock.today())
        require_valid(problems)
        advice = Advice(text=clean_text(text), name=clean_line(name), given_on=given_on)
        store.put_step(work.db, case_id, advice=advice)
        event = record(work, case_id, "advised")
    return step_undo(
        work.change,
        "advised",
        event,
        case_id,
        column="advice",
        before=request.advice,
        after=advice,
        deed=Deed.ADVISE,
    )


def officers(vault: Vault) -> frozenset[str]:
    """The names, folded, of those who advise and therefore do not decide (art. 38(6))."""
    users = [user.name for user in people.users(vault) if user.role is Role.OFFICER]
    named = [vault.municipality().officer.name, *users]
    return frozenset(name.casefold() for name in named if name)


def note_decision(
    vault: Vault, case_id: CaseId, *, text: str, name: str, role: str, decided_on: date
) -> Change:
    """Note what the controller decided, through the delegated person ``name`` with ``role``."""
    with vault.begin(Deed.DECIDE) as work:
        request = opened(work, case_id, Deed.DECIDE)
        problems = required("text", text, _("Write what was decided."))
        problems += required("name", name, _("Write who decided. The officer only advises."))
        problems += required("role", role, _("Write the role that has been delegated to decide."))
        if clean_line(name).casefold() in officers(vault):
            text = _("The officer advises, and cannot decide. Write who decided.")
            problems.append(problem("name", text))
        problems += text_length("text", text) + line_lengths(name=name, role=role)
        problems += day_problems("decided_on", decided_on, request, work.clock.today())
        if not problems and request.review and decided_on < request.review.reviewed_on:
            text = _("The decision cannot be made before the material was gone through.")
            problems.append(problem("decided_on", text))
        require_valid(problems)
        name, role = clean_line(name), clean_line(role)
        decision = Decision(text=clean_text(text), name=name, role=role, decided_on=decided_on)
        store.put_step(work.db, case_id, decision=decision)
        event = record(work, case_id, "decided", name=name)
    return step_undo(
        work.change,
        "decided",
        event,
        case_id,
        column="decision",
        before=request.decision,
        after=decision,
        deed=Deed.DECIDE,
    )


def prepare_answer(vault: Vault, case_id: CaseId, answer: Answer) -> Change:
    """Keep what the answer says; the wording for each system is remembered for the next one."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request = opened(work, case_id)
        kept = _cleaned_answer(answer)
        # what has been said is noted by ``give_oral_answer`` alone, and stays said
        kept = replace(kept, oral=request.answer.oral if request.answer else None)
        problems = _answer_problems(kept)
        require_valid(problems)
        store.put_step(work.db, case_id, answer=kept)
        for system in kept.systems:
            store.remember_wording(work.db, request.case.language, system, work.clock.now())
        record(work, case_id, "answer_prepared")
    return work.change


def _cleaned_answer(answer: Answer) -> Answer:
    systems = tuple(
        ProcessingInfo(**{name: clean_text(getattr(one, name)) for name in one.__slots__})
        for one in answer.systems
    )
    copies = tuple(
        replace(
            one,
            name=clean_line(one.name),
            what=clean_line(one.what),
            details=clean_text(one.details),
        )
        for one in answer.copies
    )
    return replace(answer, systems=systems, copies=copies)


def _answer_problems(answer: Answer) -> list[FieldProblem]:
    problems: list[FieldProblem] = []
    for one in answer.systems:
        for name in one.__slots__:
            problems += text_length("systems", getattr(one, name))
        if not all(getattr(one, name) for name in one.__slots__):
            text = _("«{name}» lacks one or more of the points that must follow the copy.")
            problems.append(problem("systems", text.format(name=one.name or "…")))
    for item in answer.copies:
        if not item.what:
            text = _("Write what is given from «{name}».")
            problems.append(problem("copies", text.format(name=item.name)))
        if not item.as_copy and not item.details:
            text = _("Write the overview for «{name}», or give a copy.")
            problems.append(problem("copies", text.format(name=item.name)))
        problems += text_length("copies", item.details, 200_000)
        problems += line_lengths(copies=item.name) + text_length("copies", item.what, 1000)
    return problems


def give_oral_answer(vault: Vault, case_id: CaseId, oral: OralAnswer) -> Change:
    """Note an answer given by word of mouth: what was said, to whom, when, identity how."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request = opened(work, case_id)
        if not request.wants_oral_answer:
            raise RefusedError(
                _("The person has not asked for an oral answer."),
                hint=_("Answer in writing, or note the wish in the case first."),
            )
        _require_none(missing_before_telling(request))
        against = objections(request, DispatchChannel.ORAL)
        if against:
            raise RefusedError(" ".join(objection_words(code) for code in against))
        require_valid(_oral_problems(request, oral, work.clock))
        kept = replace(
            oral,
            what=clean_text(oral.what),
            to_whom=clean_line(oral.to_whom),
            identity=clean_line(oral.identity),
        )
        answer = replace(request.answer or Answer(), oral=kept)
        store.put_step(work.db, case_id, answer=answer)
        record(work, case_id, "oral_answer_noted")
    return work.change


def _oral_problems(request: Request, oral: OralAnswer, clock: Clock) -> list[FieldProblem]:
    from gdpr_desktop.law.identifiers import find

    problems = required("what", oral.what, _("Write what was said."))
    problems += required("to_whom", oral.to_whom, _("Write who it was said to."))
    problems += required("identity", oral.identity, _("Write how you knew who it was."))
    problems += text_length("what", oral.what)
    problems += line_lengths(to_whom=oral.to_whom, identity=oral.identity)
    if find(oral.identity):
        text = _("Do not keep the number. Write only what kind of proof it was.")
        problems.append(problem("identity", text))
    if oral.at > clock.now():
        problems.append(problem("at", _("This time has not come yet.")))
    else:
        today = local_date(clock.now())
        early = _sent_on_problems(request, local_date(oral.at), today)
        problems += [problem("at", one.text) for one in early]
    return problems


def require_sendable(request: Request) -> None:
    """Raise when an answer may not leave the house yet, naming what is missing."""
    _require_none(missing_before_sending(request))


def _require_none(missing: tuple[Missing, ...]) -> None:
    if missing:
        raise RefusedError(
            _("The answer cannot be sent yet."),
            hint=" ".join(missing_words(code) for code in missing),
        )


def send_answer(vault: Vault, case_id: CaseId, dispatch: Dispatch) -> Change:
    """Note that the answer has gone. Refused when something is missing or the channel is unsafe."""
    with vault.begin(Deed.SEND_LETTER) as work:
        request = _sendable(work, case_id)
        problems = _sent_on_problems(request, dispatch.sent_on, work.clock.today())
        problems += required("sent_by", dispatch.sent_by, _("Write who sent it."))
        problems += required("what", dispatch.what, _("Write what was sent."))
        problems += line_lengths(sent_by=dispatch.sent_by) + text_length("what", dispatch.what)
        against = objections(request, dispatch.channel)
        problems += [problem("channel", objection_words(code)) for code in against]
        problems += _form_problems(request, dispatch.channel)
        require_valid(problems)
        kept = replace(
            dispatch, sent_by=clean_line(dispatch.sent_by), what=clean_text(dispatch.what)
        )
        store.put_step(work.db, case_id, dispatch=kept)
        on = dispatch.sent_on.isoformat()
        record(work, case_id, "answer_sent", channel=dispatch.channel.value, on=on)
    return work.change


def _sent_on_problems(request: Request, sent_on: date, today: date) -> list[FieldProblem]:
    """The answer goes after all that must come before it, also by the days that are noted."""
    problems = day_problems("sent_on", sent_on, request, today)
    decided = request.decision.decided_on if request.decision else None
    reviewed = request.review.reviewed_on if request.review else None
    earliest = (
        (decided, _("The answer cannot be sent before it was decided.")),
        (reviewed, _("The answer cannot be sent before the material was gone through.")),
        (
            request.identity.settled_on,
            _("The answer cannot be sent before the identity was established."),
        ),
    )
    for day, text in earliest:
        if not problems and day and sent_on < day:
            problems.append(problem("sent_on", text))
    return problems


def _form_problems(request: Request, channel: DispatchChannel) -> list[FieldProblem]:
    """What is told must have been told, and what is sent must have been written."""
    answer = request.answer
    if channel is DispatchChannel.ORAL and (answer is None or answer.oral is None):
        return [problem("channel", _("Note first what was said, to whom and when."))]
    held = request.review is not None and request.review.outcome is not Outcome.NOTHING_HELD
    if channel is not DispatchChannel.ORAL and held and (answer is None or not answer.copies):
        return [problem("channel", _("The answer has only been told. Write it first."))]
    return []


def _sendable(work: Any, case_id: CaseId) -> Request:
    request = opened(work, case_id, Deed.SEND_LETTER)
    require_sendable(request)
    return request
