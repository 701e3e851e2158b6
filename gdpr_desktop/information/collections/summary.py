"""A collection as the page shows it: facts for each step, the deeds it offers, the date in words.

No Qt and no rule: codes and dates become words here, so that the page only lays them out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from gdpr_desktop.casework.deadline_words import remaining
from gdpr_desktop.core.dates import long_date, long_instant
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.information.collections.actions import Action
from gdpr_desktop.information.collections.model import (
    Collection,
    due_day,
    settled_on,
    told_late,
)
from gdpr_desktop.information.collections.steps import Step
from gdpr_desktop.information.collections.words import (
    due_reason,
    exception_words,
    proof_label,
    words,
)
from gdpr_desktop.register.activities.model import Activity


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    """What one section shows. ``facts`` are (label, text); ``actions`` in the order offered."""

    summary: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWords:
    """The governing date with its reason, and whether it is met."""

    long: str
    reason: str
    met: bool = False
    late: bool = False


def due_words(collection: Collection, today: date) -> DueWords:
    """The deadline of the collection in words."""
    reason, met = due_reason(collection.intake, collection.new_purpose), settled_on(collection)
    if collection.told is not None and met is not None:
        late = told_late(collection)
        text = _("Told {day}, too late") if late else _("Told {day}")
        return DueWords(long=text.format(day=long_date(met)), reason=reason, met=True, late=late)
    if met is not None:
        text = _("Decided {day} that they need not be told")
        return DueWords(long=text.format(day=long_date(met)), reason=reason, met=True)
    if not collection.case.open:
        return DueWords(long=_("Closed"), reason=reason, met=True)
    due = due_day(collection)
    text = _("{left}: people should have been told {day}")
    if due >= today:
        text = _("{left}: people are to be told {day}")
    long = text.format(left=remaining(due, today), day=long_date(due))
    return DueWords(long=long, reason=reason, late=due < today)


def head_lines(collection: Collection) -> tuple[str, ...]:
    """What must be seen at once."""
    lines = []
    if collection.case.anonymised_at is not None:
        lines.append(_("The case has been erased, and can only be looked at."))
    if collection.about_child:
        age = collection.age or 0
        text = ngettext("A child of {age} year.", "A child of {age} years.", age)
        lines.append(text.format(age=age))
    if collection.changed_on is not None:
        text = _("The purpose or basis was changed in the record {day}: people must be told anew.")
        lines.append(text.format(day=long_date(collection.changed_on)))
    return tuple(lines)


def intake_facts(collection: Collection, activity: Activity | None) -> StepFacts:
    """The collection itself."""
    intake = collection.intake
    language = current_language()
    name = activity.name.in_(language) if activity else intake.purpose
    rows = [
        (_("Obtained"), long_date(intake.obtained)),
        (_("From"), _source(collection)),
        (_("Activity") if activity else _("Purpose"), name),
        (_("What"), ", ".join(intake.categories)),
        (_("People"), _people(collection)),
        (_("Address"), ", ".join(intake.subject.address.lines())),
        (_("First contact"), long_date(intake.first_contact) if intake.first_contact else ""),
        (_("Passed on"), _disclosure(collection)),
        (_("Collected by"), ", ".join(one for one in (intake.caseworker, intake.unit) if one)),
    ]
    for other in intake.secondary:
        said = ", ".join(one for one in (other.part, other.told) if one)
        rows.append((_("Also mentioned"), f"{other.who} ({said})" if said else other.who))
    actions = [Action.NOTE]
    if collection.case.anonymised_at is not None:
        actions = []
    elif collection.case.open:
        actions = [Action.CHANGE_INTAKE, Action.NOTE, Action.MISTAKEN]
        if activity is not None:
            actions.insert(1, Action.TEXTS)
    return StepFacts(summary=_source(collection), facts=_filled(rows), actions=tuple(actions))


def _source(collection: Collection) -> str:
    intake = collection.intake
    if intake.from_person:
        return _("The people themselves")
    return ", ".join((*intake.sources, *filter(None, (intake.other_source,))))


def _people(collection: Collection) -> str:
    intake = collection.intake
    if not intake.group:
        return ""
    text = ngettext("{count} person", "{count} people", intake.persons).format(count=intake.persons)
    if not intake.recipients:
        return text
    count = len(intake.recipients)
    more = ngettext("{count} has an address here", "{count} have an address here", count)
    return f"{text}, {more.format(count=count)}"


def _disclosure(collection: Collection) -> str:
    intake = collection.intake
    day = long_date(intake.first_disclosure) if intake.first_disclosure else ""
    return ", ".join(one for one in (intake.disclosed_to, day) if one)


def _filled(facts: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((label, text) for label, text in facts if text)


def _change(collection: Collection) -> StepFacts:
    if collection.changed_on is None:
        return StepFacts()
    facts = ((_("Changed"), long_date(collection.changed_on)),)
    actions = (Action.NEW_PURPOSE, Action.TOLD, Action.SETTLE_CHANGE)
    return StepFacts(summary=long_date(collection.changed_on), facts=facts, actions=actions)


def _tell(collection: Collection) -> StepFacts:
    told, purpose = collection.told, collection.new_purpose
    facts: list[tuple[str, str]] = []
    if purpose is not None:
        text = _("{purpose} From {day}.")
        facts.append(
            (_("New purpose"), text.format(purpose=purpose.text, day=long_date(purpose.starts)))
        )
    letters = [Action.BULK] if collection.intake.recipients else []
    if not collection.intake.group:
        letters = [Action.LETTER, Action.LETTER_CHILD][: 1 + collection.about_child]
    if told is None:
        return StepFacts(facts=tuple(facts), actions=(*letters, Action.TOLD))
    facts += [
        (_("Told"), long_date(told.told_on)),
        (_("How"), words(told.way)),
        (_("What"), told.what),
        (_("Identity"), told.identity),
        (_("By"), told.by),
    ]
    summary = f"{words(told.way)}, {long_date(told.told_on)}"
    actions = (*letters, Action.TOLD, Action.NEW_PURPOSE)
    return StepFacts(summary=summary, facts=_filled(facts), actions=actions)


def _exception(collection: Collection) -> StepFacts:
    use = collection.exception
    if use is None:
        actions = () if collection.told else (Action.EXCEPTION,)
        return StepFacts(actions=actions)
    from_person = collection.intake.from_person
    facts = [(_("Exception"), exception_words(use.exception, from_person=from_person))]
    for proof in use.exception.proofs:
        value = getattr(use, proof.value)
        text = long_date(value) if isinstance(value, date) else str(value or "")
        facts.append((proof_label(proof).replace("&", ""), text))
    return StepFacts(
        summary=words(use.exception),
        facts=_filled(facts),
        actions=(Action.EXCEPTION, Action.DROP_EXCEPTION),
    )


def _advice(collection: Collection) -> StepFacts:
    advice = collection.advice
    actions = (Action.ADVICE,) if collection.exception else ()
    if advice is None:
        return StepFacts(actions=actions)
    facts = ((_("Advice"), advice.text), (_("By"), f"{advice.name}, {long_date(advice.given_on)}"))
    return StepFacts(summary=advice.name, facts=facts, actions=actions)


def _decision(collection: Collection) -> StepFacts:
    decision = collection.decision
    actions = (Action.DECISION,) if collection.exception else ()
    if decision is None:
        return StepFacts(actions=actions)
    by = f"{decision.name}, {decision.role}, {long_date(decision.decided_on)}"
    facts = ((_("Decision"), decision.text), (_("By"), by))
    return StepFacts(summary=decision.name, facts=facts, actions=actions)


def _file(collection: Collection) -> StepFacts:
    case = collection.case
    facts = [
        (_("Archive case number"), case.archive_number),
        (_("Archive title"), case.archive_title),
        (_("Public title"), case.public_title),
    ]
    return StepFacts(summary=case.archive_number, facts=_filled(facts), actions=(Action.FILE,))


def _close(collection: Collection) -> StepFacts:
    if collection.case.open:
        return StepFacts(actions=(Action.CLOSE,))
    closed = collection.case.closed_at
    text = long_instant(closed) if closed else ""
    return StepFacts(summary=text, facts=((_("Closed"), text),), actions=(Action.REOPEN,))


_FACTS: dict[Step, Callable[[Collection], StepFacts]] = {
    Step.CHANGE: _change,
    Step.TELL: _tell,
    Step.EXCEPTION: _exception,
    Step.ADVICE: _advice,
    Step.DECISION: _decision,
    Step.FILE: _file,
    Step.CLOSE: _close,
}
_ON_CLOSED = frozenset({Action.FILE, Action.REOPEN, Action.SETTLE_CHANGE})


def step_facts(collection: Collection, step: Step) -> StepFacts:
    """What the section of ``step`` shows, with the deeds that are possible now."""
    found = _FACTS[step](collection)
    actions = found.actions
    if collection.case.anonymised_at is not None:
        actions = ()
    elif not collection.case.open:
        actions = tuple(action for action in actions if action in _ON_CLOSED)
    return StepFacts(summary=found.summary, facts=found.facts, actions=actions)
