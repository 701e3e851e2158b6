"""Sentences shown while a request is typed in: when it is due, what the channel and age mean."""

from collections.abc import Iterable
from datetime import date

from gdpr_desktop.casework.deadline_words import explain, remaining
from gdpr_desktop.core.dates import long_date, weekday
from gdpr_desktop.core.text import N_, _, ngettext
from gdpr_desktop.law.ages import AskerNote, age_on, asker_notes
from gdpr_desktop.law.deadlines import reply_due
from gdpr_desktop.law.regimes import answer_window
from gdpr_desktop.requests import guidance
from gdpr_desktop.requests.checks import REGULATION_IN_FORCE
from gdpr_desktop.requests.model import SECURE_CHANNELS, SPOKEN_CHANNELS, Channel, OnBehalfOf, Right
from gdpr_desktop.requests.rights import CLAIMS
from gdpr_desktop.requests.summary import own_target

_AGE_NOTES = {
    AskerNote.CHILD_LANGUAGE: N_("The answer must suit the child's age."),
    AskerNote.PARENT_MAY_ASK: N_("Who has parental responsibility may ask for the child."),
    AskerNote.CHILD_MAY_ASK: N_("The child may ask alone when mature enough."),
    AskerNote.CHILD_ASKS_SELF: N_("At this age the child normally asks alone."),
    AskerNote.OLDER_CHILD_CAUTION: N_("Weigh whether a parent may see all of it."),
    AskerNote.HEALTH_WITHHELD: N_(
        "In health care, what a child from 12 to 16 wants kept from the parents may be kept."
    ),
    AskerNote.HEALTH_CHILD_DECIDES: N_(
        "In health care the parents get only what they need for their responsibility."
    ),
}


def due_text(received: date | None, today: date, rights: Iterable[Right] = CLAIMS) -> str:
    """When the answer is due, and how the date was reached; empty for an unusable date."""
    if received is None or not REGULATION_IN_FORCE <= received <= today:
        return ""
    deadline = reply_due(received)
    text = _("The answer is due {weekday} {day}, {left}. That is {sum}.")
    said = text.format(
        weekday=weekday(deadline.due),
        day=long_date(deadline.due),
        left=remaining(deadline.due, today),
        sum=explain(deadline),
    )
    chosen = tuple(rights)
    own = bool(chosen) and not CLAIMS.intersection(chosen)
    return f"{said} {own_target()}." if own else said


def channel_text(channel: Channel | None) -> str:
    """What the channel means for the case."""
    if channel in SECURE_CHANNELS:
        return _("The sender has logged in. When the person asks alone, the identity is settled.")
    if channel in SPOKEN_CHANNELS:
        equal = _("This is as good as a written request: never demand a form.")
        return f"{equal} {guidance.note('phone_number').text}"
    return guidance.note("where_it_came").text if channel is not None else ""


def age_text(born: date | None, received: date) -> tuple[str, str]:
    """The note and its title: the age in years at receipt, and what it means for a child."""
    if born is None or born > received:
        return "", ""
    age = age_on(born, received)
    years = ngettext("{count} year old", "{count} years old", age).format(count=age)
    codes = asker_notes(age, day=max(received, REGULATION_IN_FORCE))
    if not codes:
        return years, ""
    sentences = " ".join(_(_AGE_NOTES[code]) for code in codes)
    child = guidance.note("child")
    return f"{sentences}\n\n{child.text}", f"{years}. {child.title}"


def other_access_text(received: date) -> str:
    """Both clocks, where another act may give access sooner (handbook 5.6)."""
    window, due = answer_window(received), reply_due(received).due
    text = _(
        "A party to a case, a patient, or anybody who wants a document, may get it sooner by"
        " another act: from {first} to {last}, which is one to three working days. By the"
        " Regulation the answer is due {due}."
    ).format(first=long_date(window.first), last=long_date(window.last), due=long_date(due))
    return f"{text} " + _("Use what is best for the person, and say which act you answer by.")


def asker_text(asker: OnBehalfOf) -> str:
    """What it means that this one asks, where that decides by which act."""
    return guidance.note("parent_without").text if asker is OnBehalfOf.PARENT_WITHOUT else ""


def health_text(age: int | None) -> str:
    """What a child of ``age`` may keep from the parents in health care; empty for an adult."""
    health = (AskerNote.HEALTH_WITHHELD, AskerNote.HEALTH_CHILD_DECIDES)
    codes = asker_notes(age) if age is not None else ()
    return " ".join(_(_AGE_NOTES[code]) for code in codes if code in health)
