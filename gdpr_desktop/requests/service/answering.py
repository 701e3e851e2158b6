"""The answer is written, told or sent. Handbook 5.4–5.6."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.service import record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.clock import Clock, local_date
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import PartId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.requests import parts_store, store
from gdpr_desktop.requests.channels import objections
from gdpr_desktop.requests.model import Dispatch, Part, Request
from gdpr_desktop.requests.rights import rules_for
from gdpr_desktop.requests.rights.access import (
    Answer,
    OralAnswer,
    ProcessingInfo,
    answer_of,
)
from gdpr_desktop.requests.service.base import day_problems, of_part, opened_part
from gdpr_desktop.requests.steps import (
    Missing,
    missing_before_sending,
    missing_before_telling,
)
from gdpr_desktop.requests.words import missing_words, objection_words
from gdpr_desktop.vault import Vault


def prepare_answer(vault: Vault, part_id: PartId, answer: Answer) -> Change:
    """Keep what the answer says; the wording for each system is remembered for the next one."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, part = opened_part(work, part_id)
        kept = _cleaned_answer(answer)
        # what has been said is noted by ``give_oral_answer`` alone, and stays said
        before = answer_of(part)
        kept = replace(kept, oral=before.oral if before else None)
        problems = _answer_problems(kept)
        require_valid(problems)
        parts_store.put(work.db, part_id, answer=kept)
        for system in kept.systems:
            store.remember_wording(work.db, request.case.language, system, work.clock.now())
        record(work, request.case.id, "answer_prepared", **of_part(part))
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


def give_oral_answer(vault: Vault, part_id: PartId, oral: OralAnswer) -> Change:
    """Note an answer given by word of mouth: what was said, to whom, when, identity how."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, part = opened_part(work, part_id)
        if not request.wants_oral_answer:
            raise RefusedError(
                _("The person has not asked for an oral answer."),
                hint=_("Answer in writing, or note the wish in the case first."),
            )
        _require_none(missing_before_telling(request, part))
        against = objections(request, part, DispatchChannel.ORAL)
        if against:
            raise RefusedError(" ".join(objection_words(code) for code in against))
        require_valid(_oral_problems(request, part, oral, work.clock))
        kept = replace(
            oral,
            what=clean_text(oral.what),
            to_whom=clean_line(oral.to_whom),
            identity=clean_line(oral.identity),
        )
        answer = replace(answer_of(part) or Answer(), oral=kept)
        parts_store.put(work.db, part_id, answer=answer)
        record(work, request.case.id, "oral_answer_noted", **of_part(part))
    return work.change


def _oral_problems(
    request: Request, part: Part, oral: OralAnswer, clock: Clock
) -> list[FieldProblem]:
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
        early = _sent_on_problems(request, part, local_date(oral.at), today)
        problems += [problem("at", one.text) for one in early]
    return problems


def require_sendable(request: Request, part: Part) -> None:
    """Raise when an answer may not leave the house yet, naming what is missing."""
    _require_none(missing_before_sending(request, part))


def _require_none(missing: tuple[Missing, ...]) -> None:
    if missing:
        raise RefusedError(
            _("The answer cannot be sent yet."),
            hint=" ".join(missing_words(code) for code in missing),
        )


def send_answer(vault: Vault, part_id: PartId, dispatch: Dispatch) -> Change:
    """Note that the answer has gone. Refused when something is missing or the channel is unsafe."""
    with vault.begin(Deed.SEND_LETTER) as work:
        request, part = _sendable(work, part_id)
        problems = _sent_on_problems(request, part, dispatch.sent_on, work.clock.today())
        problems += required("sent_by", dispatch.sent_by, _("Write who sent it."))
        problems += required("what", dispatch.what, _("Write what was sent."))
        problems += line_lengths(sent_by=dispatch.sent_by) + text_length("what", dispatch.what)
        against = objections(request, part, dispatch.channel)
        problems += [problem("channel", objection_words(code)) for code in against]
        problems += rules_for(part).answering.problems(part, dispatch.channel)
        require_valid(problems)
        kept = replace(
            dispatch, sent_by=clean_line(dispatch.sent_by), what=clean_text(dispatch.what)
        )
        parts_store.put(work.db, part_id, dispatch=kept)
        on = dispatch.sent_on.isoformat()
        record(
            work,
            request.case.id,
            "answer_sent",
            channel=dispatch.channel.value,
            on=on,
            **of_part(part),
        )
    return work.change


def _sent_on_problems(
    request: Request, part: Part, sent_on: date, today: date
) -> list[FieldProblem]:
    """The answer goes after all that must come before it, also by the days that are noted."""
    problems = day_problems("sent_on", sent_on, request, today)
    decided = part.decision.decided_on if part.decision else None
    done = max((one.done_on for one in part.measures if one.done_on), default=None)
    earliest = (
        (decided, _("The answer cannot be sent before it was decided.")),
        (
            part.assessed_on,
            _("The answer cannot be sent before the material was gone through."),
        ),
        (done, _("The answer cannot be sent before all that it tells of was done.")),
        (
            request.identity.settled_on,
            _("The answer cannot be sent before the identity was established."),
        ),
    )
    for day, text in earliest:
        if not problems and day and sent_on < day:
            problems.append(problem("sent_on", text))
    return problems


def _sendable(work: Any, part_id: PartId) -> tuple[Request, Part]:
    request, part = opened_part(work, part_id, Deed.SEND_LETTER)
    require_sendable(request, part)
    return request, part
