"""What the page of a withdrawal says: the head, what was registered, and each section."""

from datetime import date

from gdpr_desktop.casework.deadline_words import remaining
from gdpr_desktop.casework.model import Task
from gdpr_desktop.consents.codes import Relation
from gdpr_desktop.consents.given.model import folded
from gdpr_desktop.consents.withdrawals.guidance import step_texts
from gdpr_desktop.consents.withdrawals.model import TaskOutcomeCode, Withdrawal
from gdpr_desktop.consents.withdrawals.places import must_be_told, proposed
from gdpr_desktop.consents.withdrawals.steps import Step, is_done
from gdpr_desktop.consents.withdrawals.words import outcome_words, words
from gdpr_desktop.consents.words import words as consent_words
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.correspondence.words import channel_words

Rows = tuple[tuple[str, str], ...]


def about_line(found: Withdrawal) -> str:
    """Number, form and caseworker."""
    case = found.case
    title = form_title(found, current_language())
    parts = [case.number, title, case.caseworker, case.archive_number]
    return " · ".join(part for part in parts if part)


def due_line(found: Withdrawal, today: date) -> str:
    """By when it is to be done."""
    due = found.case.due
    if due is None or not found.case.open:
        return ""
    text = _("To be done by {day} ({left})")
    return text.format(day=long_date(due), left=remaining(due, today))


def form_title(found: Withdrawal, language: Language) -> str:
    """What the form is called."""
    return found.content.title.in_(language) if found.content is not None else ""


def purpose_words(found: Withdrawal, language: Language) -> tuple[str, ...]:
    """What was taken back, in the words of the form."""
    content = found.content
    asked = [content.purpose(key) for key in found.registered.purposes] if content else []
    return tuple(one.text.in_(language) for one in asked if one is not None)


def who_words(found: Withdrawal) -> str:
    """Who took it back."""
    registered = found.registered
    who = consent_words(registered.relation)
    if registered.relation is Relation.SELF:
        return who
    return f"{registered.name} ({who.lower()})"


def intake_rows(found: Withdrawal) -> Rows:
    """What was registered."""
    registered, language = found.registered, current_language()
    form = (_("On the form"), form_title(found, language))
    channel = (_("How it came"), consent_words(registered.channel))
    if found.waits:
        came = (_("The request came"), long_date(registered.withdrawn_on))
        return _filled(form, came)
    return _filled(
        form,
        (_("Taken back"), "\n".join(purpose_words(found, language))),
        (_("When"), long_date(registered.withdrawn_on)),
        (_("By"), who_words(found)),
        channel,
        (_("Note"), registered.note),
    )


def step_rows(found: Withdrawal, step: Step) -> Rows:
    """What is known at one step, without what is empty."""
    case = found.case
    if step is Step.STOP:
        return _filled((_("Places"), _progress(found))) if not found.waits else ()
    if step is Step.CONFIRM and found.confirmed is not None:
        told = found.confirmed
        return _filled(
            (_("Told"), long_date(told.told_on)),
            (_("How"), told_channel(told.channel)),
            (_("Note"), told.note),
        )
    if step is Step.FILE:
        return _filled((_("Archive number"), case.archive_number))
    if step is Step.CLOSE and not case.open:
        return _filled((_("Outcome"), outcome_words(case.outcome)))
    return ()


def told_channel(code: str) -> str:
    """How the person was told; a code of a later version as it is."""
    return channel_words(DispatchChannel(code)) if code in set(DispatchChannel) else code


def _progress(found: Withdrawal) -> str:
    """«2 of 3 places are seen to»."""
    every, done = len(found.stops), sum(one.done for one in found.stops)
    if not every:
        return _("No places") if found.settled else ""
    text = ngettext(
        "{done} of {count} place is seen to", "{done} of {count} places are seen to", every
    )
    return text.format(done=done, count=every)


def step_hint(found: Withdrawal, step: Step) -> str:
    """What must come first, or what is to be thought of."""
    if not found.case.open:
        return ""
    if found.waits:
        return "" if step is Step.SETTLE else _("Settle first whether it is about this consent.")
    if step is Step.STOP and found.release:
        return _(
            "A release from confidentiality was taken back. Stop sharing. Nothing is deleted"
            " because of it: the data have another basis in law."
        )
    if step is Step.STOP and not found.stops and not found.settled:
        return _("The form does not say where it is used. Find out, and add every place.")
    if step is Step.CONFIRM and found.confirmed is None and not is_done(found, Step.STOP):
        return _("Stop the use first. Then the person is told of all of it at once.")
    if step is Step.CONFIRM and found.confirmed is None and others(found):
        text = _("{names} said yes too. Tell them that the consent does not hold any more.")
        return text.format(names=", ".join(others(found)))
    return "" if step_rows(found, step) else step_texts(step.value).action


def others(found: Withdrawal) -> tuple[str, ...]:
    """Who else had said yes to what was taken back: they may believe that it still holds."""
    consent, registered = found.consent, found.registered
    said = consent.standing() if consent is not None else ()
    names = [one.name for one in said if set(one.yes) & set(registered.purposes)]
    gone = folded(registered.name) or folded(found.case.subject_name)
    return tuple(dict.fromkeys(one for one in names if folded(one) != gone))


def place_line(found: Withdrawal, task: Task, today: date) -> str:
    """Who sees to a place, by when, and what is to be done; or what was done."""
    ended = found.end_of(task.id)
    if task.done_on is not None:
        kept = ended.other_basis if ended is not None else ""
        what = words(ended.outcome) if ended is not None else ""
        note = ended.note if ended is not None else ""
        done = _("Done {day}").format(day=long_date(task.done_on))
        return " · ".join(one for one in (done, what, kept, note) if one)
    due = ""
    if task.due is not None:
        text = _("by {day} ({left})")
        due = text.format(day=long_date(task.due), left=remaining(task.due, today))
    return " · ".join(one for one in (task.responsible, due, _todo(found, task)) if one)


def _todo(found: Withdrawal, task: Task) -> str:
    place = found.place(task)
    if found.release:
        return _("stop sharing")
    if in_use(found, task):
        return _("stop this use; other answers about the place still hold")
    if place.other_basis:
        return _("stop this use; kept by {law}").format(law=place.other_basis)
    if proposed(place) is TaskOutcomeCode.CANNOT:
        return _("use it no more; it cannot be deleted")
    if must_be_told(place):
        return _("tell them to stop and delete")
    return _("stop and delete")


def in_use(found: Withdrawal, task: Task) -> bool:
    """Does a purpose that still holds use the same place?"""
    consent, content = found.consent, found.content
    if consent is None or content is None:
        return False
    return any(
        consent.agreeing(one.key) and not consent.withdrawn(one.key)
        for one in content.purposes
        if one.key not in found.registered.purposes
        and any(place.name == task.title for place in one.places)
    )


def _filled(*rows: tuple[str, str]) -> Rows:
    return tuple(row for row in rows if row[1])
