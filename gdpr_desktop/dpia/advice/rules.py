"""What follows from what was sent, advised and decided. Only values: no file, no words."""

from dataclasses import replace

from gdpr_desktop.dpia.advice.model import Decision, Opinion
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import ConsultationAnswer, Follow, MeasureStatus, State
from gdpr_desktop.dpia.content import Assessment, Comment
from gdpr_desktop.dpia.risks.model import Level, highest_left

_KEPT_WHEN_CLOSED = frozenset({State.NOT_NEEDED, State.COVERED})
_NOT_WRITTEN = frozenset({State.SCREENING, State.NOT_NEEDED, State.COVERED})


def ever_in_force(found: Dpia) -> bool:
    """Has the risk owner ever approved it?"""
    approvals = (found.approval, *(one.approval for one in found.opinions))
    return any(one is not None and one.approved for one in approvals)


def ending(found: Dpia) -> State:
    """What it ends as when the case is closed now: a documented no stays what it is."""
    if found.state in _KEPT_WHEN_CLOSED:
        return found.state
    return State.ENDED if ever_in_force(found) else State.DROPPED


def beginning_again(found: Dpia) -> State:
    """Where it goes on when the case is opened again."""
    if found.state not in (State.DROPPED, State.ENDED):
        return found.state
    if ever_in_force(found):
        return State.UNDER_REVIEW
    needed = found.need is not None and found.need.needed
    return State.DRAFT if needed or found.submissions else State.SCREENING


def taken_back_to(found: Dpia) -> State:
    """What it was before it was sent last, by what came of the round before."""
    last = round_before(found)
    if last is None:
        return State.UNDER_REVIEW if ever_in_force(found) else State.DRAFT
    if last.approval is not None:
        return State.UNDER_REVIEW if last.approval.approved else State.SENT_BACK
    return State.MORE_WORK if last.wants_back else State.DRAFT


def round_before(found: Dpia) -> Opinion | None:
    """The advice on the submission before the last one, with what came of it."""
    latest = found.latest
    if latest is None or not found.opinions:
        return None
    last = found.opinions[-1]
    return last if last.submission == latest.number - 1 else None


def as_sent(content: Assessment) -> Assessment:
    """What a submission is compared by: what is said about it is no part of it, nor that a measure
    has been done as it was planned."""
    planned = MeasureStatus.PLANNED
    measures = (replace(one, status=planned, done_on=None) for one in content.measures)
    return Assessment(
        about=content.about,
        answers=content.answers,
        scenarios=content.scenarios,
        measures=tuple(measures),
        attachments=content.attachments,
        scale=content.scale,
        own_scale=content.own_scale,
    )


def must_consult(found: Dpia) -> bool:
    """Is the risk that is left high, so that Datatilsynet must be asked first? Art. 36(1)."""
    return highest_left(found.content) is Level.HIGH


def wants_consultation(found: Dpia) -> bool:
    """Must it be asked, or does the officer advise it and nobody has said no to that?"""
    if must_consult(found):
        return True
    advised = found.opinion is not None and found.opinion.consult is True
    return advised and not _said_no(found.decision)


def _said_no(decided: Decision | None) -> bool:
    """Was it decided not to ask Datatilsynet? «In part» says nothing of that by itself."""
    if decided is None:
        return False
    if decided.consult is not None:
        return not decided.consult
    return decided.follow is Follow.NOT


def consulted(found: Dpia) -> bool:
    """Has Datatilsynet answered? What was withdrawn counts for nothing."""
    asked = found.consultation
    return asked is not None and asked.answered_on is not None and asked.withdrawn_on is None


def is_asked(found: Dpia) -> bool:
    """Has it been decided to ask Datatilsynet, and is it not answered yet?"""
    asked = found.consultation
    return asked is not None and asked.answered_on is None and asked.withdrawn_on is None


def forbidden(found: Dpia) -> bool:
    """Has Datatilsynet forbidden the processing? Art. 58(2)(f)."""
    asked = found.consultation
    return consulted(found) and asked is not None and asked.answer is ConsultationAnswer.FORBIDDEN


def comments_on(content: Assessment, about: str) -> tuple[Comment, ...]:
    """What was said about a part of it, in the order it was said."""
    return tuple(one for one in content.comments if one.about == about)


def unsettled(content: Assessment) -> tuple[Comment, ...]:
    """What was said and is not settled."""
    return tuple(one for one in content.comments if one.settled_at is None)


def is_written(found: Dpia) -> bool:
    """Has it come so far that there is something to say about?"""
    return found.state not in _NOT_WRITTEN
