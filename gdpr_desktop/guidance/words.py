"""The words about topics and checklists: references, answers, how far one has come."""

from dataclasses import dataclass

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.guidance.model import (
    Answer,
    Checklist,
    ChecklistPoint,
    FilledChecklist,
    PointKind,
    References,
    answered,
)
from gdpr_desktop.guidance.texts import checklist
from gdpr_desktop.law.articles import cited


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistLine:
    """A point with its answer in words; ``answer`` is empty where it was passed over."""

    number: int
    text: str
    answer: str
    note: str


def answer_words(answer: Answer, language: Language | None = None) -> str:
    """«Yes», «No» or «Not relevant»."""
    return {
        Answer.YES: _("Yes", language=language),
        Answer.NO: _("No", language=language),
        Answer.NOT_RELEVANT: _("Not relevant", language=language),
    }[answer]


def checklist_lines(
    filled: FilledChecklist, language: Language | None = None
) -> tuple[ChecklistLine, ...]:
    """All points of a filled checklist with their answers: what a document is built of."""
    points = checklist(filled.checklist, language).points
    return tuple(_line(filled, point, language) for point in points)


def _line(
    filled: FilledChecklist, point: ChecklistPoint, language: Language | None
) -> ChecklistLine:
    given = filled.answer_to(point)
    if point.kind is PointKind.TEXT:
        return ChecklistLine(number=point.number, text=point.text, answer=given.text, note="")
    words = answer_words(given.choice, language) if given.choice else ""
    return ChecklistLine(number=point.number, text=point.text, answer=words, note=given.text)


def progress_words(checklist: Checklist, done: int) -> str:
    """«5 of 19 answered»."""
    words = ngettext("{done} of {count} answered", "{done} of {count} answered", done)
    return words.format(done=done, count=len(checklist.points))


def filled_words(filled: FilledChecklist) -> str:
    """A filled checklist in one line: what about, when, who."""
    parts = (filled.about_name, long_date(filled.filled_on), filled.answered_by)
    return " · ".join(part for part in parts if part)


def filled_progress(filled: FilledChecklist) -> str:
    """How far a saved one has come."""
    structure = checklist(filled.checklist)
    return progress_words(structure, answered(structure, filled.answers))


def reference_words(references: References, language: Language | None = None) -> tuple[str, ...]:
    """The handbook, the Regulation and the laws, one line each."""
    lines = []
    if references.handbook:
        text = _("The privacy handbook, chapter {chapters}", language=language)
        lines.append(text.format(chapters=_row(references.handbook, language)))
    if references.articles:
        named = [
            _("article {number}", language=language).format(number=cited(article))
            for article in references.articles
        ]
        text = _("The General Data Protection Regulation, {articles}", language=language)
        lines.append(text.format(articles=_row(named, language)))
    lines += references.laws
    return tuple(lines)


def _row(parts: tuple[str, ...] | list[str], language: Language | None) -> str:
    *most, last = parts
    if not most:
        return last
    return _("{most} and {last}", language=language).format(most=", ".join(most), last=last)
