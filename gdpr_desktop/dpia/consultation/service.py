"""Deeds of a prior consultation: decided, sent, what Datatilsynet says on the way, the answer."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.checks import required, text_length
from gdpr_desktop.casework.officers import officers
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.consultation.checks import (
    answer_problems,
    ask_problems,
    heard_problems,
    resume_problems,
    sent_problems,
)
from gdpr_desktop.dpia.consultation.model import Consultation, Suspension
from gdpr_desktop.dpia.consultation.rounds import may_ask, with_round
from gdpr_desktop.dpia.consultation.timing import runs, stands
from gdpr_desktop.dpia.service.base import opened, put, with_undo
from gdpr_desktop.vault import Vault


class Heard(StrEnum):
    """What may come from Datatilsynet before the answer, and what we may say to it."""

    RECEIVED = "received"
    EXTENDED = "extended"  # it needs fourteen weeks
    SUSPENDED = "suspended"  # it waits for information
    RESUMED = "resumed"  # it has got it
    WITHDRAWN = "withdrawn"  # we ask no more


CODES = {
    Heard.RECEIVED: "dpia_consult_received",
    Heard.EXTENDED: "dpia_consult_extended",
    Heard.SUSPENDED: "dpia_consult_suspended",
    Heard.RESUMED: "dpia_consult_resumed",
    Heard.WITHDRAWN: "dpia_consult_withdrawn",
}
_WITH_TEXT = frozenset({Heard.SUSPENDED, Heard.WITHDRAWN})


def ask(vault: Vault, case_id: CaseId, asked: Consultation) -> Change:
    """Note that it was decided to ask Datatilsynet. Raises ``InvalidInputError``."""
    with vault.begin(Deed.DECIDE) as work:
        found = opened(work, case_id, Deed.DECIDE)
        require_ask(found)
        kept = replace(
            with_round(found, asked),
            why=clean_text(asked.why),
            decided_by=clean_line(asked.decided_by),
            role=clean_line(asked.role),
        )
        given = found.opinion
        earliest = given.given_on if given else None
        advisers = officers(vault) | ({given.name} if given and given.name else set())
        require_valid(ask_problems(kept, advisers, earliest, work.clock.today()))
        detail = {"text": kept.why, "name": kept.decided_by}
        undo = put(work, found, Deed.DECIDE, "dpia_consult_decided", "consultation", kept, **detail)
    return with_undo(work.change, undo)


def note_sent(
    vault: Vault, case_id: CaseId, sent_on: date | None, received_on: date | None, reference: str
) -> Change:
    """Note when it was sent, and when it came. Raises ``InvalidInputError``."""
    with vault.begin(Deed.SEND_LETTER) as work:
        found = opened(work, case_id, Deed.SEND_LETTER)
        before = require_asked(found)
        kept = replace(
            before, sent_on=sent_on, received_on=received_on, reference=clean_line(reference)
        )
        require_valid(sent_problems(kept, work.clock.today()))
        undo = put(work, found, Deed.SEND_LETTER, "dpia_consult_sent", "consultation", kept)
    return with_undo(work.change, undo)


def note_heard(
    vault: Vault, case_id: CaseId, heard: Heard, day: date | None, text: str = ""
) -> Change:
    """Note what Datatilsynet says before it answers. Raises ``InvalidInputError``."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        before = require_running(found)
        said = clean_text(text)
        require_valid(_heard_problems(before, heard, day, said, work.clock.today()))
        assert day is not None, "checked before"
        kept = _with(before, heard, day, said)
        code = CODES[heard]
        undo = put(work, found, Deed.WORK_ON_CASE, code, "consultation", kept, text=said)
    return with_undo(work.change, undo)


def note_answer(vault: Vault, case_id: CaseId, answered: Consultation) -> Change:
    """Note what Datatilsynet answered, or how it was followed up. Raises ``InvalidInputError``."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        before = require_sent(found)
        kept = replace(
            before,
            answered_on=answered.answered_on,
            answer=answered.answer,
            answer_text=clean_text(answered.answer_text),
            followed_up=clean_text(answered.followed_up),
            suspensions=tuple(
                one if one.until else replace(one, until=answered.answered_on)
                for one in before.suspensions
            ),
        )
        require_valid(answer_problems(kept, work.clock.today()))
        code = "dpia_consult_followed" if before.answered_on else "dpia_consult_answered"
        text = kept.followed_up if before.answered_on else kept.answer_text
        undo = put(work, found, Deed.WORK_ON_CASE, code, "consultation", kept, text=text)
    return with_undo(work.change, undo)


def choices(asked: Consultation) -> tuple[Heard, ...]:
    """What can be noted now."""
    received = () if asked.received_on else (Heard.RECEIVED,)
    extended = () if asked.extended_on else (Heard.EXTENDED,)
    time = Heard.RESUMED if stands(asked) else Heard.SUSPENDED
    return (*received, *extended, time, Heard.WITHDRAWN)


def require_ask(found: Dpia) -> None:
    """Raise ``RefusedError`` where Datatilsynet is not to be asked now."""
    if not may_ask(found):
        raise _moved_on()


def require_asked(found: Dpia) -> Consultation:
    """The consultation that was decided and is not over. Raises ``RefusedError``."""
    asked = found.consultation
    if asked is None or asked.withdrawn_on or asked.answered_on:
        raise _moved_on()
    return asked


def require_running(found: Dpia) -> Consultation:
    """The one that Datatilsynet has, and has not answered. Raises ``RefusedError``."""
    asked = found.consultation
    if asked is None or not runs(asked):
        raise _moved_on()
    return asked


def require_sent(found: Dpia) -> Consultation:
    """The one that was sent, answered or not. Raises ``RefusedError``."""
    asked = found.consultation
    if asked is None or asked.sent_on is None or asked.withdrawn_on:
        raise _moved_on()
    return asked


def _moved_on() -> RefusedError:
    return RefusedError(
        _("This cannot be done now: the consultation has moved on."),
        hint=_("Look at where it stands, and begin again from there."),
    )


def _heard_problems(
    before: Consultation, heard: Heard, day: date | None, text: str, today: date
) -> list[FieldProblem]:
    if heard not in choices(before):
        raise _moved_on()
    found = text_length("text", text)
    if heard in _WITH_TEXT:
        found += required("text", text, _("Write what it is about."))
    if heard is Heard.RECEIVED:
        earlier = replace(before, received_on=None)
        return found + heard_problems(earlier, day, today)
    if heard is Heard.RESUMED:
        open_one = next(one for one in before.suspensions if one.until is None)
        return found + resume_problems(open_one, day, today)
    return found + heard_problems(before, day, today)


def _with(before: Consultation, heard: Heard, day: date, text: str) -> Consultation:
    if heard is Heard.RECEIVED:
        return replace(before, received_on=day)
    if heard is Heard.EXTENDED:
        return replace(before, extended_on=day, extended_why=text)
    if heard is Heard.WITHDRAWN:
        return replace(before, withdrawn_on=day, followed_up=text)
    if heard is Heard.SUSPENDED:
        return replace(before, suspensions=(*before.suspensions, Suspension(since=day, what=text)))
    ended = tuple(one if one.until else replace(one, until=day) for one in before.suspensions)
    return replace(before, suspensions=ended)
