"""Deeds that the deadline depends on: receipt, specification, extension."""

from dataclasses import replace
from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.service import record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError, RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.law.deadlines import ExtensionCode, ExtensionGround, judge_extension
from gdpr_desktop.requests import store
from gdpr_desktop.requests.model import Extension, Receipt, Request, Specification
from gdpr_desktop.requests.rights import claimed
from gdpr_desktop.requests.service.base import day_problems, opened
from gdpr_desktop.requests.service.undo import step_undo
from gdpr_desktop.requests.time_limits import answered_on, notice_due
from gdpr_desktop.vault import Vault


def confirm_receipt(vault: Vault, case_id: CaseId, *, confirmed_on: date, how: str = "") -> Change:
    """Note that the person knows we have the request."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request = opened(work, case_id)
        problems = day_problems("confirmed_on", confirmed_on, request, work.clock.today())
        require_valid([*problems, *line_lengths(how=how)])
        receipt = Receipt(confirmed_on=confirmed_on, how=clean_line(how))
        store.put_step(work.db, case_id, receipt=receipt)
        code, before = "receipt_confirmed", request.receipt
        event = record(work, case_id, code, on=confirmed_on.isoformat())
    return step_undo(
        work.change, code, event, case_id, column="receipt", before=before, after=receipt
    )


def ask_for_specification(vault: Vault, case_id: CaseId, *, asked_on: date) -> Change:
    """Note that we have asked what the person wants access to (recital 63)."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request = opened(work, case_id)
        if request.specification is not None:
            raise RefusedError(
                _("The person has been asked already."),
                hint=_("Who will not say more, gets all of it."),
            )
        problems = day_problems("asked_on", asked_on, request, work.clock.today())
        require_valid(problems)
        asked = Specification(asked_on=asked_on)
        store.put_step(work.db, case_id, specification=asked)
        code = "specification_asked"
        event = record(work, case_id, code, on=asked_on.isoformat())
    return step_undo(
        work.change, code, event, case_id, column="specification", before=None, after=asked
    )


def answer_specification(
    vault: Vault, case_id: CaseId, *, answered_on: date, wants_all: bool, answer: str
) -> Change:
    """Note what the person specified, or that they want all of it."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request = opened(work, case_id)
        if request.specification is None:
            raise RefusedError(_("The person has not been asked to specify."))
        problems = day_problems("answered_on", answered_on, request, work.clock.today())
        if not problems and answered_on < request.specification.asked_on:
            text = _("The answer cannot come before the question.")
            problems.append(problem("answered_on", text))
        if not wants_all:
            problems += required("answer", answer, _("Write what the person wants access to."))
        problems += text_length("answer", answer)
        require_valid(problems)
        changed = replace(
            request.specification,
            # noted again, it may be put earlier but never later: the clock depends on it
            answered_on=min(answered_on, request.specification.answered_on or answered_on),
            wants_all=wants_all,
            answer=clean_text(answer),
        )
        store.put_step(work.db, case_id, specification=changed)
        code, before = "specification_answered", request.specification
        event = record(work, case_id, code, all="yes" if wants_all else "no")
    return step_undo(
        work.change, code, event, case_id, column="specification", before=before, after=changed
    )


def extend_deadline(
    vault: Vault,
    case_id: CaseId,
    *,
    ground: ExtensionGround | None,
    explanation: str,
    notice_sent: date,
) -> Change:
    """Extend once, by two further months: a lawful ground, reasons, and a notice in time."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request = opened(work, case_id)
        _refuse_extension(request)
        problems = day_problems("notice_sent", notice_sent, request, work.clock.today())
        problems += text_length("explanation", explanation)
        if not problems:
            problems += extension_problems(request, ground, explanation, notice_sent)
        if problems or ground is None:
            raise InvalidInputError(problems)
        extension = Extension(
            ground=ground, explanation=clean_text(explanation), notice_sent=notice_sent
        )
        store.put_step(work.db, case_id, extension=extension)
        on = notice_sent.isoformat()
        event = record(work, case_id, "extended", ground=ground.value, on=on)
    return step_undo(
        work.change, "extended", event, case_id, column="extension", before=None, after=extension
    )


def _refuse_extension(request: Request) -> None:
    if not claimed(request):
        raise RefusedError(
            _("The Regulation sets no time limit here, so there is none to extend."),
            hint=_("The month is our own target. Tell the person when the answer comes."),
        )
    if request.extension is not None:
        raise RefusedError(
            _("The deadline has been extended once already."),
            hint=_("Three months from receipt is the limit. Send what you have."),
        )
    if answered_on(request) is not None:
        raise RefusedError(_("The request has been answered."))


def extension_problems(
    request: Request, ground: ExtensionGround | None, explanation: str, notice_sent: date
) -> list[FieldProblem]:
    """All that is wrong with an extension by a notice sent on ``notice_sent``."""
    verdict = judge_extension(
        request.case.received,
        notice_sent,
        reasons=bool(clean_text(explanation)),
        ground=ground,
        first_due=notice_due(request),
    )
    late = _("The notice had to be sent by {day}. A later one does not move the deadline.")
    faults = {
        ExtensionCode.NO_REASONS: ("explanation", _("Write the reasons: the law demands them.")),
        ExtensionCode.GROUND_NOT_LAWFUL: (
            "ground",
            _("Only how complex the request is, or how many there are, is a ground."),
        ),
        ExtensionCode.NOTICE_LATE: ("notice_sent", late.format(day=long_date(verdict.notice_due))),
    }
    return [problem(*faults[code]) for code in verdict.codes if code in faults]
