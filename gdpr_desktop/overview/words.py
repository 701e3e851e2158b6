"""Words for the overview."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gdpr_desktop.breaches.clock.model import ClockState
from gdpr_desktop.breaches.clock.words import left_words
from gdpr_desktop.breaches.model import DEMAND, MEASURE
from gdpr_desktop.breaches.service.upkeep import FOLLOW_UP, LOOK_AGAIN, NOTIFY
from gdpr_desktop.casework.model import FEATURE_OF, CaseKind, Due
from gdpr_desktop.consents.forms.model import REVIEW
from gdpr_desktop.consents.withdrawals.upkeep import CONFIRM, SETTLE
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import N_, _, ngettext
from gdpr_desktop.dpia.due_words import DUES
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.overview.model import Band, Restricted
from gdpr_desktop.register.entries.lists import DueEntry
from gdpr_desktop.register.entries.model import EntryDue
from gdpr_desktop.register.entries.words import kind_words
from gdpr_desktop.register.rooms import due_words as entry_due_words

TASK = "task"
_BANDS = {
    Band.OVERDUE: N_("Overdue"),
    Band.TODAY: N_("Today"),
    Band.WEEK: N_("The next seven days"),
    Band.LATER: N_("After that"),
}
_KINDS = {
    **DUES,
    "restriction": N_("Look again at a restriction of processing"),
    "reply": N_("Answer a request for access"),
    "officer_told": N_("The officer must know of a request"),
    "rectification_target": N_("Put data right: our own target"),
    "correction_target": N_("Correct an error that we found"),
    "fee_answer": N_("Answer wanted on a fee: refuse when none comes"),
    "disclosure_told": N_("The officer must know that somebody asks for data"),
    "disclosure_wanted": N_("Somebody who asks for data wants an answer"),
    "deviation_follow_up": N_("Follow up a deviation"),
    SETTLE: N_("A request may be about a consent: settle which"),
    CONFIRM: N_("Tell the person that the use of a consent is stopped"),
    "inform": N_("Tell people of data that were collected"),
    "inform_latest": N_("The last day to tell people of data that were collected"),
    REVIEW: N_("Follow up a consent form: is it still how it is?"),
    NOTIFY: N_("Notify the authority of a breach"),
    FOLLOW_UP: N_("Send the authority what is missing about a breach"),
    LOOK_AGAIN: N_("Look again at why people are not yet told of a breach"),
}
_TASKS = {
    MEASURE: N_("Measure after a breach: {title}"),
    DEMAND: N_("The authority waits for: {title}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One thing that is due, in words. ``feature`` empty: ``target`` is an entry of the record."""

    due: date
    what: str
    who: str
    number: str
    target: int
    feature: str = ""
    is_task: bool = False


def line_of(item: Due | DueEntry) -> DueLine:
    """A case's or an entry's due item as it is shown."""
    if isinstance(item, Due):
        return DueLine(
            due=item.due,
            what=due_words(item),
            who=item.subject_name,
            number=item.number,
            target=item.case_id,
            feature=FEATURE_OF[item.case_kind],
            is_task=item.kind == TASK,
        )
    due = EntryDue(kind=item.kind, due=item.due, title=item.title)
    what = entry_due_words(item.entry_kind, due)
    return DueLine(
        due=item.due,
        what=what,
        who=item.name,
        number=kind_words(item.entry_kind),
        target=item.entry_id,
    )


def restricted_line(item: Restricted) -> DueLine:
    """«Avgrensa sidan 3. februar 2026: vurder på nytt»."""
    text = _("Restricted since {day}: look at it again")
    return DueLine(
        due=item.look_again,
        what=text.format(day=long_date(item.since)),
        who=item.subject_name,
        number=item.number,
        target=item.case_id,
        feature=FEATURE_OF[CaseKind.REQUEST],
    )


def band_words(code: Band) -> str:
    """The heading of a group."""
    return _(_BANDS[code])


def due_words(item: Due) -> str:
    """What is due. One task is named; several are counted."""
    if item.kind == TASK:
        if item.case_kind is CaseKind.BREACH:
            return _breach_task(item)
        if item.case_kind is CaseKind.CONSENT_WITHDRAWAL:
            return _place_to_stop(item)
        if item.case_kind is CaseKind.CONSENT_FORM:
            return _consent_task(item)
        if item.case_kind is CaseKind.DPIA:
            return _assessment_task(item)
        if item.count == 1:
            return _("Answer from: {title}").format(title=item.title)
        text = ngettext(
            "{count} answer is missing in the collection",
            "{count} answers are missing in the collection",
            item.count,
        )
        return text.format(count=item.count)
    return _(_KINDS[item.kind]) if item.kind in _KINDS else item.kind


def _consent_task(item: Due) -> str:
    """What ends by itself on a form says it in its own words."""
    if item.count == 1:
        return item.title
    text = ngettext(
        "{count} thing to follow up with consents that end",
        "{count} things to follow up with consents that end",
        item.count,
    )
    return text.format(count=item.count)


def _assessment_task(item: Due) -> str:
    """A measure by its title, and what was changed in the record in its own words."""
    if item.count == 1:
        return item.title
    text = ngettext(
        "{count} thing to follow up after an assessment (DPIA)",
        "{count} things to follow up after an assessment (DPIA)",
        item.count,
    )
    return text.format(count=item.count)


def _breach_task(item: Due) -> str:
    if item.count == 1 and item.task_kind in _TASKS:
        return _(_TASKS[item.task_kind]).format(title=item.title)
    text = ngettext(
        "{count} measure or demand to follow up after a breach",
        "{count} measures and demands to follow up after a breach",
        item.count,
    )
    return text.format(count=item.count)


def _place_to_stop(item: Due) -> str:
    if item.count == 1:
        return _("A consent is taken back: stop the use in {title}").format(title=item.title)
    text = ngettext(
        "A consent is taken back: stop the use in {count} place",
        "A consent is taken back: stop the use in {count} places",
        item.count,
    )
    return text.format(count=item.count)


def draft_words(count: int, lost: int) -> str:
    """What was typed and not saved, in a sentence; ``lost`` drafts can no longer be read."""
    sentences = []
    if count:
        text = ngettext(
            "You have {count} draft that is not saved.",
            "You have {count} drafts that are not saved.",
            count,
        )
        sentences.append(text.format(count=count))
    if lost:
        text = ngettext(
            "{count} draft from before the password was reset could not be read, and is gone.",
            "{count} drafts from before the password was reset could not be read, and are gone.",
            lost,
        )
        sentences.append(text.format(count=lost))
    return " ".join(sentences)


def reminder_words(due: Iterable[Due], today: date, clocks: Sequence[ClockState] = ()) -> str:
    """What presses now, in a sentence: running clocks, overdue answers, the last reminder.

    Empty when nothing does. The days of the reminders are a dated rule (7 and 3). ``clocks``:
    those of breaches that run, the most urgent first; their days are not counted once more.
    """
    limit = min(rules_on(today).reminder_days)
    days = [(item.due - today).days for item in due if item.kind not in (TASK, NOTIFY)]
    over, near = sum(left < 0 for left in days), sum(0 <= left <= limit for left in days)
    sentences = [clock_reminder(clocks)] if clocks else []
    if over:
        text = ngettext("{count} deadline has passed.", "{count} deadlines have passed.", over)
        sentences.append(text.format(count=over))
    if near:
        text = ngettext(
            "{count} deadline is at most {days} days away.",
            "{count} deadlines are at most {days} days away.",
            near,
        )
        sentences.append(text.format(count=near, days=limit))
    return " ".join(sentences)


def clock_reminder(clocks: Sequence[ClockState]) -> str:
    """«Klokka går for 2 brot: 5 timar att for det første.»"""
    left = left_words(clocks[0])
    if len(clocks) == 1:
        return _("The 72 hours run for a breach: {left}.").format(left=left)
    text = _("The 72 hours run for {count} breaches; for the first: {left}.")
    return text.format(count=len(clocks), left=left)
