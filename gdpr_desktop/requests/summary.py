"""A request as the page shows it: facts for each step, the deeds it offers, the date in words.

No Qt and no rule: codes and dates become words here, so that the page only lays them out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from gdpr_desktop.casework.deadline_words import explain, remaining
from gdpr_desktop.casework.model import Task, TaskOutcome
from gdpr_desktop.core.dates import long_date, long_instant
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.model import IdentityState, Request
from gdpr_desktop.requests.rights import asked, claimed, needs_identity
from gdpr_desktop.requests.steps import Missing, Step, turned_away
from gdpr_desktop.requests.time_limits import (
    answered_late,
    answered_on,
    extension_open,
    reply_deadline,
)
from gdpr_desktop.requests.unstructured import words as loose
from gdpr_desktop.requests.words import missing_words, rights_words, words


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    """What one section shows. ``facts`` are (label, text); ``actions`` in the order offered."""

    summary: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWords:
    """The governing date: short for lists, long with its reason, and whether it is met."""

    short: str
    long: str
    reason: str
    met: bool = False
    late: bool = False


def due_words(request: Request, today: date) -> DueWords:
    """The deadline of the request in words, explained wherever it is shown."""
    deadline = reply_deadline(request)
    reason = explain(deadline)
    if asked(request) and not claimed(request):
        reason = f"{reason}. {own_target()}"
    answered = answered_on(request)
    day = long_date(deadline.due)
    if answered is not None:
        late = answered_late(request)
        text = _("Answered {day}, after the deadline {due}") if late else _("Answered {day}")
        short = text.format(day=long_date(answered), due=day)
        return DueWords(short=short, long=short, reason=reason, met=True, late=late)
    if not request.case.open:
        return DueWords(short=_("Closed"), long=_("Closed"), reason=reason, met=True)
    left = remaining(deadline.due, today)
    late = deadline.due < today
    text = _("{left}: the answer was due {day}") if late else _("{left}: the answer is due {day}")
    if not asked(request):
        text = _("{left}: to be put right by {day}")
    if request.target is not None:
        own = _("Our own target for rectification is {day}: {left}")
        said = own.format(day=long_date(request.target), left=remaining(request.target, today))
        reason = f"{reason}. {said}"
    return DueWords(short=left, long=text.format(left=left, day=day), reason=reason, late=late)


def own_target() -> str:
    """What the month is where article 12(3) sets none."""
    return _("The Regulation sets no time limit for this: the month is our own target")


def head_lines(request: Request) -> tuple[str, ...]:
    """What must be seen at once: who acts, a child, a protected address, an oral answer wanted."""
    lines = []
    if request.case.anonymised_at is not None:
        lines.append(_("The case has been erased, and can only be looked at."))
    if request.about_child:
        text = ngettext("A child of {age} year.", "A child of {age} years.", request.age or 0)
        lines.append(text.format(age=request.age))
    if request.addressee is not request.subject:
        text = _("{name} acts for the person.")
        lines.append(text.format(name=request.addressee.name))
    if any(person.protected for person in request.persons.values()):
        lines.append(_("Protected address: check every letter before it goes."))
    if undone := loose.undone_words(request.unstructured):
        lines.append(undone)
    if request.wants_oral_answer:
        lines.append(_("The person wants an oral answer."))
    return tuple(lines)


def intake_facts(request: Request) -> StepFacts:
    """The request itself."""
    subject, somebody = request.subject, asked(request)
    rows = [
        (_("Received") if somebody else _("Discovered"), _received(request)),
        (_("Channel"), words(request.channel) if somebody else ""),
        (_("About"), rights_words(part.right for part in request.parts)),
        (_("Asked for"), (request.wording or "–") if somebody else request.wording),
        (_("Unit"), request.unit),
        (_("Address"), ", ".join(subject.address.lines()) or "–"),
        (_("E-mail"), subject.email),
        (_("Phone"), subject.phone),
        (_("Born"), long_date(subject.birth_date) if subject.birth_date else ""),
        (_("Protected address"), words(subject.protection) if subject.protected else ""),
        (_("Acts"), words(request.on_behalf_of) if somebody else ""),
    ]
    told = request.officer_told_at
    rows.append((_("Officer told"), long_instant(told) if told else _("Not yet")))
    actions = [Action.NOTE]
    if request.case.anonymised_at is not None:
        actions = []
    elif request.case.open and not request.answered:
        actions = [Action.CHANGE_INTAKE, Action.ADD_RIGHT, Action.NOTE, Action.WITHDRAW]
    return StepFacts(
        summary=words(request.channel) if somebody else "",
        facts=tuple((label, text) for label, text in rows if text),
        actions=tuple(actions),
    )


def _received(request: Request) -> str:
    day = long_date(request.case.received)
    return f"{day} {request.received_time:%H:%M}" if request.received_time else day


def _receipt(request: Request) -> StepFacts:
    if request.receipt:
        day = long_date(request.receipt.confirmed_on)
        facts = ((_("Confirmed"), day), (_("How"), request.receipt.how))
        return StepFacts(summary=day, facts=_filled(facts), actions=(Action.LETTER_RECEIPT,))
    return StepFacts(actions=(Action.LETTER_RECEIPT, Action.CONFIRM_RECEIPT))


def _filled(facts: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((label, text) for label, text in facts if text)


def _identity(request: Request) -> StepFacts:
    identity = request.identity
    facts = (
        (_("Identity"), words(identity.state)),
        (_("How"), words(identity.method) if identity.method else ""),
        (_("What was seen"), identity.note),
        (_("Checked by"), identity.checked_by),
        (_("Proof asked for"), long_date(identity.asked_on) if identity.asked_on else ""),
        (_("Settled"), long_date(identity.settled_on) if identity.settled_on else ""),
        (_("Authority"), _authority(request)),
    )
    actions: list[Action] = []
    if not identity.established:
        actions = [Action.IDENTITY, Action.LETTER_IDENTITY]
    if identity.state in (IdentityState.ASKED, IdentityState.NOT_ESTABLISHED):
        actions.append(Action.LETTER_IDENTITY_UNKNOWN)
    if identity.established:
        actions.append(Action.IDENTITY)
    if request.needs_authority:
        actions.insert(1 if not request.authority_settled else len(actions), Action.AUTHORITY)
    unneeded = identity.state is IdentityState.UNKNOWN and not needs_identity(request)
    summary = "" if unneeded else words(identity.state)
    return StepFacts(summary=summary, facts=_filled(facts), actions=tuple(actions))


def _authority(request: Request) -> str:
    if not request.needs_authority:
        return ""
    authority = request.authority
    if authority.seen:
        return _("Seen: {what}").format(what=authority.what)
    return authority.why_not_needed or missing_words(Missing.AUTHORITY)


def _collect(request: Request) -> StepFacts:
    done = sum(task.done for task in request.tasks)
    text = _("{done} of {count} have answered")
    facts = []
    specification = request.specification
    if specification:
        facts.append((_("Asked to specify"), long_date(specification.asked_on)))
        if specification.answered_on:
            said = _("Wants all of it") if specification.wants_all else specification.answer
            facts.append((_("Answer"), f"{long_date(specification.answered_on)}: {said}"))
    actions = [Action.ADD_TASK]
    if specification is None and request.identity.established:
        actions.append(Action.LETTER_SPECIFICATION)
    elif specification is not None and specification.answered_on is None:
        actions.append(Action.SPECIFICATION)
    if request.extension:
        facts.append((_("Extended"), _extension(request)))
    if request.case.anonymised_at is None:
        facts += loose.facts(request.unstructured)
    return StepFacts(
        summary=text.format(done=done, count=len(request.tasks)) if request.tasks else "",
        facts=tuple(facts),
        actions=tuple(actions),
    )


def _extension(request: Request) -> str:
    extension = request.extension
    assert extension is not None
    text = _("{ground}. Notice sent {day}.")
    return text.format(ground=words(extension.ground), day=long_date(extension.notice_sent))


def task_line(task: Task) -> str:
    """Where one task stands, in a line."""
    if task.done and task.done_on:
        answer = task.note if task.outcome is TaskOutcome.FOUND else words(task.outcome)
        return _("Answered {day}: {answer}").format(day=long_date(task.done_on), answer=answer)
    if task.asked_on is None:
        return _("Nobody has been asked yet.")
    text = _("{whom} asked {day}.").format(
        whom=task.responsible or "–", day=long_date(task.asked_on)
    )
    if task.due:
        text += " " + _("Answer due {day}.").format(day=long_date(task.due))
    return text


def _file(request: Request) -> StepFacts:
    case = request.case
    facts = (
        (_("Archive case number"), case.archive_number),
        (_("Archive title"), case.archive_title),
        (_("Public title"), case.public_title),
    )
    return StepFacts(summary=case.archive_number, facts=_filled(facts), actions=(Action.FILE,))


def _close(request: Request) -> StepFacts:
    if request.case.open:
        return StepFacts(actions=(Action.CLOSE,))
    closed = request.case.closed_at
    text = long_instant(closed) if closed else ""
    return StepFacts(summary=text, facts=((_("Closed"), text),), actions=(Action.REOPEN,))


_FACTS: dict[Step, Callable[[Request], StepFacts]] = {
    Step.RECEIPT: _receipt,
    Step.IDENTITY: _identity,
    Step.COLLECT: _collect,
    Step.FILE: _file,
    Step.CLOSE: _close,
}
_ON_CLOSED = frozenset({Action.FILE, Action.REOPEN})
_ON_ANSWERED = frozenset({Action.FILE, Action.CLOSE})


def step_facts(request: Request, step: Step, today: date) -> StepFacts:
    """What the section of ``step`` shows, with the deeds that are possible ``today``.

    An answered request offers only filing and closing, a closed case filing and opening again.
    """
    found = _FACTS[step](request)
    actions = found.actions
    if step is Step.COLLECT and extension_open(request, today):
        actions += (Action.LETTER_EXTENSION,)
    if request.case.anonymised_at is not None:
        actions = ()
    elif not request.case.open:
        actions = tuple(action for action in actions if action in _ON_CLOSED)
    elif request.answered:
        actions = tuple(action for action in actions if action in _ON_ANSWERED)
    return StepFacts(summary=found.summary, facts=found.facts, actions=actions)


def after_turning_away(request: Request) -> str:
    """A sentence for a request that was turned away, else empty."""
    if not turned_away(request):
        return ""
    return _("The identity could not be established, so nothing about anybody is given out.")
