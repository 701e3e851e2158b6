"""The page that those who decide will read: everything of weight, and no more."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.consultation.words import answer_words
from gdpr_desktop.dpia.content import Assessment
from gdpr_desktop.dpia.reports.answers import LABELS, counted
from gdpr_desktop.dpia.reports.people import advice_text, approval_text, signed
from gdpr_desktop.dpia.reports.risk_tables import due_text
from gdpr_desktop.dpia.reports.standing import since_text
from gdpr_desktop.dpia.risks.model import Level, highest_left, left, level_of, scale_in
from gdpr_desktop.dpia.words import words

if TYPE_CHECKING:
    from gdpr_desktop.letters.reports import Report

_LONGEST, _MOST = 600, 5  # characters of a text, and risks that are named
_LEVELS = (Level.HIGH, Level.MEDIUM, Level.LOW)


def add_summary(made: "Report", found: Dpia, catalogue: Catalogue, language: Language) -> None:
    """What it is about, how grave it is, and what was said and decided."""
    content, decided = found.content, found.decision
    made.paragraph(shortened(found.about.description or content.answer("what").text.plain))
    answered, asked = counted(catalogue, content)
    many = _("{count} of {all}", language=language)
    made.facts(
        (
            (_("Questions answered", language=language), many.format(count=answered, all=asked)),
            (_("Risk that is left", language=language), words(highest_left(content), language)),
            (_("Next measure", language=language), due_text(content, language)),
            (_("Advice of the officer", language=language), advice_text(found.opinion, language)),
            (
                _("The advice", language=language),
                words(decided.follow, language) if decided else "",
            ),
            (
                _("Datatilsynet", language=language),
                answer_words(found.consultation, language) if found.consultation else "",
            ),
            (_("Approval", language=language), _approval(found, language)),
            (
                _("Views of those concerned", language=language),
                shortened(_views(content)),
            ),
        ),
        shares=LABELS,
    )
    if content.scenarios:
        made.heading(3, _("Risks, before and after the measures", language=language))
        made.table(counts_header(language), counts_rows(content, language))
        _add_gravest(made, content, language)


def _approval(found: Dpia, language: Language) -> str:
    """Who approved it, and what was written since."""
    given, since = found.approval, since_text(found, language)
    if given is None:
        return since or _("Not approved yet", language=language)
    said = f"{approval_text(given, language)}. {signed(given.name, given.role)}"
    return "\n".join(one for one in (said, since) if one)


def counts_header(language: Language) -> tuple[str, str, str]:
    """Of a table with a row to each level."""
    return (
        _("Level", language=language),
        _("Without the measures", language=language),
        _("With the measures", language=language),
    )


def counts_rows(content: Assessment, language: Language) -> list[tuple[str, str, str]]:
    """How many risks stand at each level; one that is not judged anew stands where it stood."""
    scale = scale_in(content)
    before = [level_of(one.before, scale) for one in content.scenarios]
    after = [left(one, scale) for one in content.scenarios]
    levels = (*_LEVELS, *((Level.NONE,) if Level.NONE in (*before, *after) else ()))
    return [
        (words(level, language), str(before.count(level)), str(after.count(level)))
        for level in levels
    ]


def _add_gravest(made: "Report", content: Assessment, language: Language) -> None:
    scale, gravest = scale_in(content), highest_left(content)
    if gravest in (Level.NONE, Level.LOW):
        return
    named = [one.title for one in content.scenarios if left(one, scale) is gravest]
    text = _("Risks that are left at «{level}»:", language=language)
    made.paragraph(text.format(level=words(gravest, language)))
    rest = len(named) - _MOST
    more = _("and {count} more", language=language)
    made.bullets((*named[:_MOST], *((more.format(count=rest),) if rest > 0 else ())))


def _views(content: Assessment) -> str:
    for name in ("views_result", "views_why_not"):
        if text := content.answer(name).text.plain:
            return text
    return ""


def shortened(text: str) -> str:
    """The beginning of a long text, to the end of a word."""
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" .,;:") + " …"
