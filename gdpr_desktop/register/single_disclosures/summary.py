"""A single disclosure as the page shows it: facts for each step, in words. No Qt, no rule."""

from datetime import date

from gdpr_desktop.casework.deadline_words import explain, remaining
from gdpr_desktop.core.dates import long_date, long_instant
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.words import channel_words
from gdpr_desktop.register.single_disclosures.model import (
    Decision,
    SingleDisclosure,
)
from gdpr_desktop.register.single_disclosures.steps import (
    Step,
    missing_before_closing,
    missing_before_giving,
)
from gdpr_desktop.register.single_disclosures.upkeep import governing_due, told_due
from gdpr_desktop.register.single_disclosures.words import (
    closed_words,
    exemption_words,
    missing_words,
    outcome_words,
    requester_words,
    telling_words,
)

Facts = tuple[tuple[str, str], ...]


def yes_no(value: bool) -> str:
    """«Ja» or «Nei»."""
    return _("Yes") if value else _("No")


def about_line(found: SingleDisclosure) -> str:
    """Under the name: number, who asks, when."""
    parts = (found.case.number, found.requester.name, long_date(found.case.received))
    return " · ".join(part for part in parts if part)


def due_line(found: SingleDisclosure, today: date) -> str:
    """How long is left, and why that day."""
    due = governing_due(found)
    if not found.case.open:
        return closed_words(found.case.outcome)
    if due is None:
        return _("No deadline runs.")
    if found.officer_told_at is None:
        text = _("{left}: the officer must be told. {reason}")
        return text.format(left=remaining(due, today), reason=explain(told_due(found)))
    text = _("{left}: the requester asked for an answer by {day}.")
    return text.format(left=remaining(due, today), day=long_date(due))


def intake_facts(found: SingleDisclosure) -> Facts:
    """What was asked for."""
    return (
        (_("Who asks"), requester_words(found.requester_kind)),
        (_("Name"), found.requester.name),
        (_("Their reference"), found.reference),
        (_("About"), found.subject.name),
        (_("What is asked for"), found.wanted),
        (_("Law that is named"), found.ground),
        (_("Court order"), found.court_order),
        (_("Confirmed by signature"), yes_no(found.signed)),
        (_("In writing"), yes_no(found.is_written)),
        (_("Answer wanted by"), _day(found.wanted_by)),
    )


def step_facts(found: SingleDisclosure, step: Step) -> Facts:
    """What is noted at a step."""
    return {
        Step.OFFICER: _officer,
        Step.IN_WRITING: _in_writing,
        Step.ASSESSMENT: _assessment,
        Step.ADVICE: _advice,
        Step.DECISION: _decision,
        Step.ANSWER: _answer,
        Step.INFORMING: _informing,
        Step.FILE: _filing,
        Step.CLOSE: _closing,
    }[step](found)


def step_hint(found: SingleDisclosure, step: Step) -> str:
    """What stands in the way."""
    if not found.case.open:
        return ""
    if step is Step.DECISION and found.decision is None:
        return " ".join(missing_words(code) for code in missing_before_giving(found))
    if step is Step.CLOSE:
        return " ".join(missing_words(code) for code in missing_before_closing(found))
    return ""


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _officer(found: SingleDisclosure) -> Facts:
    told = found.officer_told_at
    return ((_("Told"), long_instant(told)),) if told else ()


def _in_writing(found: SingleDisclosure) -> Facts:
    if found.in_writing is None:
        return ((_("In writing"), yes_no(found.written)),)
    return (
        (_("Asked for"), _day(found.in_writing.asked_on)),
        (_("Came"), _day(found.in_writing.came_on)),
    )


def _assessment(found: SingleDisclosure) -> Facts:
    one = found.assessment
    if one is None:
        return ()
    lifted = one.lifted_by or (_("The person's release") if one.released else "")
    return (
        (_("Law that lets us"), one.law or _("None")),
        (_("Confidential"), yes_no(one.confidential)),
        (_("Lifted by"), lifted or (_("Nothing") if one.confidential else "")),
        (_("Reasons"), one.note),
        (_("Assessed by"), f"{one.assessed_by}, {long_date(one.assessed_on)}"),
    )


def _advice(found: SingleDisclosure) -> Facts:
    one = found.advice
    if one is None:
        return ()
    return ((_("Advice"), one.text), (_("By"), f"{one.name}, {long_date(one.given_on)}"))


def _decision(found: SingleDisclosure) -> Facts:
    one: Decision | None = found.decision
    if one is None:
        return ()
    return (
        (_("Outcome"), outcome_words(one.outcome)),
        (_("Given"), one.given),
        (_("Refused"), one.refused),
        (_("Decided by"), f"{one.name}, {one.role}, {long_date(one.decided_on)}"),
    )


def _answer(found: SingleDisclosure) -> Facts:
    one = found.dispatch
    if one is None:
        return ()
    return (
        (_("Sent"), f"{long_date(one.sent_on)}, {one.sent_by}"),
        (_("Channel"), channel_words(one.channel)),
        (_("How"), one.how),
    )


def _informing(found: SingleDisclosure) -> Facts:
    one = found.informing
    if one is None:
        return ()
    return (
        (_("Outcome"), telling_words(one.telling)),
        (_("Exemption"), exemption_words(one.exemption) if one.exemption else ""),
        (_("Why"), one.why),
        (_("Settled"), long_date(one.settled_on)),
    )


def _filing(found: SingleDisclosure) -> Facts:
    return (
        (_("Archive case number"), found.case.archive_number),
        (_("Archive title"), found.case.archive_title),
        (_("Public title"), found.case.public_title),
    )


def _closing(found: SingleDisclosure) -> Facts:
    return () if found.case.open else ((_("Outcome"), closed_words(found.case.outcome)),)
