"""The versions of an assessment in a report, with what came of each; what is attached."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.advice.model import Opinion
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.catalogue.words import question_words
from gdpr_desktop.dpia.reports.people import advice_text, approval_text, signed
from gdpr_desktop.dpia.wizard.words import size_words
from gdpr_desktop.dpia.words import words

if TYPE_CHECKING:
    from gdpr_desktop.letters.reports import Report


def add_versions(made: "Report", found: Dpia, language: Language) -> None:
    """Each submission with the advice and the decision on it, and each review."""
    if not found.submissions:
        made.paragraph(_("It has not been sent to the officer yet.", language=language))
        return
    given = {one.submission: one for one in (*found.opinions, *_last(found))}
    header = (
        _("No.", language=language),
        _("Sent", language=language),
        _("Remark", language=language),
        _("Advice and decision", language=language),
    )
    made.table(
        header,
        [
            (
                str(one.number),
                signed(one.name, long_date(local_date(one.at), language)),
                one.note,
                _came_of(given.get(one.number), found, language),
            )
            for one in found.submissions
        ],
        (1, 3, 4, 4),
    )
    _add_reviews(made, found, language)


def _last(found: Dpia) -> tuple[Opinion, ...]:
    return (found.opinion,) if found.opinion is not None else ()


def _came_of(given: Opinion | None, found: Dpia, language: Language) -> str:
    if given is None:
        return ""
    mine = found.opinion is not None and given.submission == found.opinion.submission
    decided = found.decision if mine else given.decision
    approved = found.approval if mine else given.approval
    lines = [advice_text(given, language)]
    if decided is not None and decided.submission == given.submission:
        lines.append(words(decided.follow, language))
    if approved is not None and approved.submission == given.submission:
        lines.append(approval_text(approved, language))
    return "\n".join(line for line in lines if line)


def _add_reviews(made: "Report", found: Dpia, language: Language) -> None:
    if not found.reviews:
        return
    same = _("It still holds", language=language)
    anew = _("To be assessed anew", language=language)
    made.heading(3, _("Looked at again", language=language))
    header = (
        _("Date", language=language),
        _("By", language=language),
        _("Result", language=language),
    )
    made.table(
        header,
        [
            (
                long_date(one.reviewed_on, language),
                one.name,
                f"{same if one.same else anew}. {one.why}",
            )
            for one in found.reviews
        ],
    )


def add_attachments(made: "Report", found: Dpia, catalogue: Catalogue, language: Language) -> None:
    """What is kept with it, and to what question: the files themselves stay in the register."""
    if not found.content.attachments:
        return
    made.heading(2, _("Attachments", language=language))
    header = (
        _("File", language=language),
        _("About", language=language),
        _("Size", language=language),
        _("Added", language=language),
    )
    made.table(
        header,
        [
            (
                one.name,
                _attached_to(one.about, catalogue, language),
                size_words(one.size, language),
                long_date(local_date(one.added_at), language),
            )
            for one in found.content.attachments
        ],
        (5, 6, 2, 4),
    )


def _attached_to(about: str, catalogue: Catalogue, language: Language) -> str:
    kind, _colon, question = about.partition(":")
    if kind == "question":
        return question_words(catalogue, question, language)
    return _("The whole assessment", language=language)
