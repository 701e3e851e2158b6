"""The short version that can be published: no names of people, nothing that tells how to break in.

Left out on purpose: who wrote and decided, how the data are kept and guarded, and what each risk
and each measure is. What is left is free text that somebody wrote: it must be read before it is
published, and ``names.py`` points out the names that are known.
"""

from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.folding import applies, by_question
from gdpr_desktop.dpia.catalogue.model import Catalogue
from gdpr_desktop.dpia.codes import MeasureStatus
from gdpr_desktop.dpia.consultation.words import answer_words
from gdpr_desktop.dpia.reports.answers import LABELS, add_answer
from gdpr_desktop.dpia.reports.people import advice_text, approval_text
from gdpr_desktop.dpia.reports.standing import add_standing, since_text
from gdpr_desktop.dpia.reports.summary import counts_header, counts_rows
from gdpr_desktop.dpia.risks.model import highest_left
from gdpr_desktop.dpia.words import words

if TYPE_CHECKING:
    from datetime import date

    from gdpr_desktop.letters import Letter
    from gdpr_desktop.letters.reports import Report
    from gdpr_desktop.vault import Vault

KIND = "dpia_short"
QUESTIONS = (
    "what",
    "aim",
    "purposes",
    "data",
    "special_which",
    "subjects",
    "source",
    "retention",
    "vulnerable",
    "basis",
    "basis_law",
    "views_asked",
    "views_result",
    "views_why_not",
    "proportionate",
    "gentler_way",
    "information",
    "right_access",
    "right_rectification",
    "right_restriction",
    "right_objection",
    "right_portability",
    "automated",
)  # in the order of the catalogue; none of them is about security


def short_version(vault: "Vault", found: Dpia, language: Language) -> "Letter":
    """The short version of an assessment as it stands."""
    from gdpr_desktop.dpia.catalogue.service import catalogue

    day = vault.clock.today()
    return make(found, catalogue(vault.db), vault.municipality(), day, language)


def make(
    found: Dpia, catalogue: Catalogue, municipality: Municipality, day: "date", language: Language
) -> "Letter":
    """The same of values alone."""
    from gdpr_desktop.letters.reports import Report

    title = _("Short version of a data protection impact assessment", language=language)
    made = Report(language, title)
    add_standing(made, found, language)
    about = found.about
    made.facts(
        (
            (_("Processing", language=language), about.title),
            (_("Controller", language=language), municipality.name),
            (_("Unit", language=language), about.unit),
            (
                _("Begins", language=language),
                long_date(about.starts_on, language) if about.starts_on else "",
            ),
            (_("State", language=language), words(found.state, language)),
            (_("Date", language=language), long_date(day, language)),
        ),
        shares=LABELS,
    )
    made.paragraph(about.description)
    _add_answers(made, found, catalogue, language)
    _add_risks(made, found, language)
    _add_outcome(made, found, language)
    made.heading(2, _("Questions?", language=language))
    text = _(
        "Ask the data protection officer of {municipality}. The whole assessment is kept in the"
        " archive of the municipality.",
        language=language,
    )
    made.paragraph(text.format(municipality=municipality.name))
    return made.letter(municipality, day, KIND)


def _add_answers(made: "Report", found: Dpia, catalogue: Catalogue, language: Language) -> None:
    answers = by_question(found.content.answers)
    for section in catalogue.sections:
        chosen = [
            one
            for one in section.questions
            if one.id in QUESTIONS and answers.get(one.id) and applies(one, answers)
        ]
        if not chosen:
            continue
        made.heading(2, section.title.in_(language))
        for asked in chosen:
            add_answer(made, asked, answers[asked.id], language, level=3)


def _add_risks(made: "Report", found: Dpia, language: Language) -> None:
    content = found.content
    if not content.scenarios:
        return
    made.heading(2, _("Risks", language=language))
    made.table(counts_header(language), counts_rows(content, language))
    existing = sum(
        one.status is MeasureStatus.EXISTING or one.done_on is not None for one in content.measures
    )
    text = _(
        "The highest risk that is left: {level}. {existing} measures are in place, {planned} are"
        " planned.",
        language=language,
    )
    made.paragraph(
        text.format(
            level=words(highest_left(content), language).lower(),
            existing=existing,
            planned=len(content.measures) - existing,
        )
    )


def _add_outcome(made: "Report", found: Dpia, language: Language) -> None:
    decided, approved, asked = found.decision, found.approval, found.consultation
    made.heading(2, _("Advice and decision", language=language))
    none = _("Not given yet", language=language)
    said = approval_text(approved, language) if approved else ""
    made.facts(
        (
            (
                _("Advice of the officer", language=language),
                advice_text(found.opinion, language) or none,
            ),
            (
                _("The advice", language=language),
                words(decided.follow, language) if decided else "",
            ),
            (
                _("Datatilsynet", language=language),
                answer_words(asked, language) if asked else "",
            ),
            (
                _("Approval", language=language),
                "\n".join(one for one in (said, since_text(found, language)) if one)
                or _("Not approved yet", language=language),
            ),
            (
                _("Looked at again by", language=language),
                long_date(approved.review_on, language) if approved and approved.review_on else "",
            ),
        ),
        shares=LABELS,
    )
