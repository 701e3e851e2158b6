"""What Datatilsynet was asked beforehand, and what it said, each time, in a report."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.consultation.model import Consultation
from gdpr_desktop.dpia.consultation.rounds import all_asked
from gdpr_desktop.dpia.consultation.timing import answer_due, notice_came_late, runs, stands
from gdpr_desktop.dpia.consultation.words import answer_words, suspension_words
from gdpr_desktop.dpia.reports.answers import LABELS
from gdpr_desktop.dpia.reports.people import signed

if TYPE_CHECKING:
    from datetime import date

    from gdpr_desktop.letters.reports import Report


def add_consultations(made: "Report", found: Dpia, language: Language) -> None:
    """Every one, also of what was sent earlier: the oldest first."""
    every = tuple(all_asked(found))
    if not every:
        return
    made.heading(2, _("Prior consultation with Datatilsynet", language=language))
    for asked in every:
        if len(every) > 1:
            made.heading(3, _title(asked, language))
        _add(made, asked, language)


def _title(asked: Consultation, language: Language) -> str:
    if asked.submission:
        return _("Version {number}", language=language).format(number=asked.submission)
    text = _("Decided on {day}", language=language)
    return text.format(day=long_date(asked.decided_on, language))


def _add(made: "Report", asked: Consultation, language: Language) -> None:
    due = answer_due(asked) if runs(asked) and not stands(asked) else None
    latest = due.due if due else None
    who = signed(asked.decided_by, asked.role, long_date(asked.decided_on, language))
    stood = "\n".join(suspension_words(one, language) for one in asked.suspensions)
    made.facts(
        (
            (_("Why", language=language), asked.why),
            (_("Decided by", language=language), who),
            (_("Sent on", language=language), _day(asked.sent_on, language)),
            (_("Received by Datatilsynet", language=language), _day(asked.received_on, language)),
            (_("Reference of Datatilsynet", language=language), asked.reference),
            (_("Told of fourteen weeks", language=language), _longer(asked, language)),
            (_("Time that stood", language=language), stood),
            (_("Answer at the latest", language=language), _day(latest, language)),
            (_("Answered on", language=language), _day(asked.answered_on, language)),
            (_("Withdrawn on", language=language), _day(asked.withdrawn_on, language)),
            (_("Answer", language=language), answer_words(asked, language)),
            (_("What the answer says", language=language), asked.answer_text),
            (_last_label(asked, language), asked.followed_up),
        ),
        shares=LABELS,
    )


def _last_label(asked: Consultation, language: Language) -> str:
    if asked.withdrawn_on is not None:
        return _("Why it was withdrawn", language=language)
    return _("What was changed after it", language=language)


def _longer(asked: Consultation, language: Language) -> str:
    """When the notice of fourteen weeks came, whether that was in time, and its reason."""
    if asked.extended_on is None:
        return ""
    told = long_date(asked.extended_on, language)
    if notice_came_late(asked):
        text = _("{day}, after the month that the law gives (article 36(2))", language=language)
        told = text.format(day=told)
    return "\n".join(one for one in (told, asked.extended_why) if one)


def _day(day: "date | None", language: Language) -> str:
    return long_date(day, language) if day else ""
