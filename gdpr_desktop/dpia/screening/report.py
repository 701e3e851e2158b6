"""The decision about the need as a document: what was asked, answered, advised and decided."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import Advice
from gdpr_desktop.dpia.screening import texts
from gdpr_desktop.dpia.screening.model import MOMENTS, Excuse, Need, NeedView, ScreeningAnswers
from gdpr_desktop.dpia.screening.rules import screen
from gdpr_desktop.dpia.screening.words import (
    advice_means,
    by_words,
    decided_words,
    need_by_words,
    reason_lines,
    view_words,
)
from gdpr_desktop.dpia.words import words
from gdpr_desktop.law.articles import cited

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter
    from gdpr_desktop.letters.reports import Report
    from gdpr_desktop.vault import Vault

KIND = "dpia_need"


def title(language: Language) -> str:
    """What the document is called."""
    return _("Is an assessment of data protection needed?", language=language)


def need_report(vault: "Vault", found: Dpia, language: Language) -> "Letter":
    """The document. What was decided earlier stands last."""
    from gdpr_desktop.letters.reports import Report

    made = Report(language, title(language))
    made.facts(_about(vault, found, language))
    if found.need is not None:
        made.heading(2, _("Decision", language=language))
        _add_need(made, found.need, language)
    if found.view is not None:
        made.heading(2, _("The officer's view", language=language))
        _add_view(made, found.view, language)
    if found.screening is not None:
        _add_advice(made, found.screening, language)
        _add_answers(made, found.screening, language)
        _add_earlier(made, found.screening, language)
    return made.letter(vault.municipality(), vault.clock.today(), KIND)


def _about(vault: "Vault", found: Dpia, language: Language) -> tuple[tuple[str, str], ...]:
    about = found.about
    owner = ", ".join(one for one in (about.responsible, about.responsible_role) if one)
    starts = long_date(about.starts_on, language) if about.starts_on else ""
    return (
        (_("Controller", language=language), vault.municipality().name),
        (_("Case", language=language), found.case.number),
        (_("Archive number", language=language), found.case.archive_number),
        (_("About", language=language), about.title),
        (_("Description", language=language), about.description),
        (_("System", language=language), about.systems),
        (_("New or changed", language=language), words(about.novelty, language)),
        (_("Unit", language=language), about.unit),
        (_("Risk owner", language=language), owner),
        (_("Begins", language=language), starts),
        (_("Articles of the GDPR", language=language), _articles(language)),
        (_("Chapters of the handbook", language=language), "11, 11.1"),
    )


def _articles(language: Language) -> str:
    pages = (texts.page(name, language) for name in texts.PAGES)
    found = sorted({one for page in pages for one in page.articles}, key=_number)
    return "; ".join(map(cited, found))


def _number(article: str) -> int:
    """The paragraph of «35(10)»."""
    return int(article.partition("(")[2].rstrip(")"))


def _add_need(made: "Report", need: Need, language: Language) -> None:
    made.paragraph(decided_words(need, language), bold=True, kept=True)
    made.paragraph(need_by_words(need, language))
    made.paragraph(need.why)
    if need.covered_reference:
        text = _("Covered by: {assessment}", language=language)
        made.paragraph(text.format(assessment=need.covered_reference))
    if need.look_again_on is not None:
        text = _("To be looked at again by {day}.", language=language)
        made.paragraph(text.format(day=long_date(need.look_again_on, language)))


def _add_view(made: "Report", view: NeedView, language: Language) -> None:
    made.paragraph(view_words(view, language), bold=True, kept=True)
    made.paragraph(by_words(view.name, "", long_date(view.given_on, language), language))
    made.paragraph(view.why)


def _add_advice(made: "Report", answers: ScreeningAnswers, language: Language) -> None:
    found = screen(answers)
    made.heading(2, _("What the answers give", language=language))
    made.paragraph(words(found.advice, language), bold=True)
    if found.advice is not Advice.NOT:  # that one tells the reader of the screen what to do
        made.paragraph(advice_means(found.advice, language))
    made.bullets(reason_lines(found.reasons, answers, language))
    if answers.answered_on is not None:
        text = _("Answered {day}.", language=language)
        made.paragraph(text.format(day=long_date(answers.answered_on, language)))


def _add_answers(made: "Report", answers: ScreeningAnswers, language: Language) -> None:
    yes = {*answers.listed, *answers.always, *answers.criteria}
    said = {True: _("Yes", language=language), False: _("No", language=language)}
    unsure = _("Unsure", language=language)
    header = (_("Question", language=language), _("Answer", language=language))
    for name in ("listed", "always", "criteria"):
        page = texts.page(name, language)
        made.heading(2, page.title)
        rows = (
            (one.text, unsure if one.id in answers.unsure else said[one.id in yes])
            for one in texts.asked(name, language)
        )
        made.table(header, rows, (5, 1))
    told = {
        one.id: "\n".join(part for part in (said[one.high], one.why) if part)
        for one in answers.moments
    }
    told |= {one: unsure for one in MOMENTS if one in answers.unsure}
    if told:
        made.heading(2, texts.page("moments", language).title)
        pairs = ((texts.moment_text(one, language), told[one]) for one in MOMENTS if one in told)
        made.table(header, pairs)
    _add_excuse(made, answers.excuse, answers.excuse_proof, language)


def _add_excuse(made: "Report", excuse: Excuse | None, proof: str, language: Language) -> None:
    made.heading(2, texts.page("excuse", language).title)
    made.paragraph(texts.excuse_text(excuse, language).text)
    made.paragraph(proof)


def _add_earlier(made: "Report", answers: ScreeningAnswers, language: Language) -> None:
    if not answers.earlier and not answers.earlier_views:
        return
    made.heading(2, _("What was decided earlier", language=language))
    for need in reversed(answers.earlier):
        _add_need(made, need, language)
    for view in reversed(answers.earlier_views):
        made.paragraph(_("The officer's view", language=language), bold=True)
        _add_view(made, view, language)
