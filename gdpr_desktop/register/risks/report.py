"""The risk assessment as a document: handbook 2.4 asks that it is kept and can be shown."""

from datetime import date
from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date, short_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.letter import Letter
from gdpr_desktop.letters.reports import Report
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.register.entries.titles import titles_in
from gdpr_desktop.register.risks import levels
from gdpr_desktop.register.risks.levels import DpiaReason
from gdpr_desktop.register.risks.model import Risk, RiskAssessment
from gdpr_desktop.register.risks.words import (
    consequence_words,
    harm_words,
    level_words,
    likelihood_words,
    occasion_words,
)

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

KIND = "risk_report"


def report(vault: "Vault", entry: Entry, language: Language) -> Letter:
    """The report of an assessment in ``language``."""
    assessment: RiskAssessment = entry.content
    title = _("Risk assessment: {name}", language=language).format(name=entry.name)
    made = Report(language, title)
    _add_about(vault, made, assessment, language)
    _add_risks(made, assessment, language)
    _add_measures(made, assessment, language)
    _add_conclusion(made, assessment, language)
    return made.letter(vault.municipality(), vault.clock.today(), KIND)


def _add_about(
    vault: "Vault", made: Report, assessment: RiskAssessment, language: Language
) -> None:
    activities = titles_in(vault.db, assessment.activities, language)
    made.facts(
        (
            (_("Activities", language=language), ", ".join(activities)),
            (_("Systems", language=language), _systems(vault, assessment, language)),
            (_("Occasion", language=language), occasion_words(assessment.occasion, language)),
            (_("Assessed", language=language), _day(assessment.made_on)),
            (_("Made by", language=language), assessment.made_by),
            (_("Method", language=language), assessment.method),
        )
    )
    made.paragraph(
        _(
            "Likelihood and consequence are set from 1 to 5. The consequence is the one for the"
            " person that the data are about. The risk is likelihood times consequence: from {low}"
            " it is medium, from {high} it is high.",
            language=language,
        ).format(low=levels.USUAL.medium_from, high=levels.USUAL.high_from)
    )


def _add_risks(made: Report, assessment: RiskAssessment, language: Language) -> None:
    made.heading(2, _("Risks", language=language))
    for number, risk in enumerate(assessment.risks, 1):
        made.heading(3, f"{number}. {risk.text}")
        made.facts(
            (
                (_("Cause", language=language), risk.cause),
                (_("What suffers", language=language), _harms(risk, language)),
                (
                    _("Without the measures", language=language),
                    _cell(risk.likelihood, risk.consequence, language),
                ),
                (
                    _("With the measures", language=language),
                    _cell(risk.likelihood_after, risk.consequence_after, language),
                ),
            )
        )


def _add_measures(made: Report, assessment: RiskAssessment, language: Language) -> None:
    rows = [
        (one.text, str(number), one.owner, _short(one.due), _short(one.done_on))
        for number, risk in enumerate(assessment.risks, 1)
        for one in risk.measures
    ]
    if not rows:
        return
    made.heading(2, _("Measures", language=language))
    made.table(
        (
            _("Measure", language=language),
            _("Risk no.", language=language),
            _("Who sees to it", language=language),
            _("Due", language=language),
            _("Done", language=language),
        ),
        rows,
    )


def _add_conclusion(made: Report, assessment: RiskAssessment, language: Language) -> None:
    made.heading(2, _("Conclusion", language=language))
    made.facts(
        (
            (
                _("Highest risk without the measures", language=language),
                level_words(levels.highest_before(assessment), language),
            ),
            (
                _("Highest risk with the measures", language=language),
                level_words(levels.highest_left(assessment), language),
            ),
            (_("Assess again", language=language), _day(assessment.review_on)),
        )
    )
    made.paragraph(assessment.conclusion)
    if assessment.accepted:
        accepted = _("Risk that is accepted: {text}", language=language)
        made.paragraph(accepted.format(text=assessment.accepted))
    reason = levels.needs_dpia_hint(assessment)
    if reason is not None:
        made.paragraph(_dpia(reason, language))
    made.signature_lines(
        (_("Place and date", language=language), _("Signature", language=language))
    )


def _dpia(reason: DpiaReason, language: Language) -> str:
    if reason is DpiaReason.HIGH_LEFT:
        return _(
            "The risk is high even with the measures. A data protection impact assessment"
            " (article 35), and prior consultation with the supervisory authority (article 36),"
            " must be considered.",
            language=language,
        )
    return _(
        "The risk is high without the measures. A data protection impact assessment (article 35)"
        " must be considered.",
        language=language,
    )


def _systems(vault: "Vault", assessment: RiskAssessment, language: Language) -> str:
    return ", ".join(titles_in(vault.db, assessment.systems, language))


def _harms(risk: Risk, language: Language) -> str:
    return ", ".join(harm_words(kind, language) for kind in risk.kinds)


def _cell(likelihood: int, consequence: int, language: Language) -> str:
    level = levels.USUAL.level(likelihood, consequence)
    if not level:
        return level_words(level, language)
    text = _(
        "{level} ({product}). Likelihood: {likelihood}. Consequence: {consequence}.",
        language=language,
    )
    return text.format(
        level=level_words(level, language),
        product=likelihood * consequence,
        likelihood=likelihood_words(likelihood, language),
        consequence=consequence_words(consequence, language),
    )


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _short(day: date | None) -> str:
    return short_date(day) if day else ""
