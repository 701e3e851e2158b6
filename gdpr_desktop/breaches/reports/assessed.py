"""The assessment in words, for the documents."""

from gdpr_desktop.breaches.assessing import factors
from gdpr_desktop.breaches.assessing.advice import advise
from gdpr_desktop.breaches.assessing.words import reason_words, risk_words, score_words
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _


def assessment_rows(found: Breach, language: Language) -> tuple[tuple[str, str], ...]:
    """What the assessment that holds came to; () where there is none."""
    if not found.versions:
        return ()
    version = found.versions[-1]
    advice, severity = advise(version.assessment), version.assessment.enisa.severity()
    band = factors.band_words(severity.band, language).title
    score = f"{score_words(severity.score)} ({band})"
    return (
        (_("Risk", language=language), risk_words(advice.risk, language)),
        (_("Severity by the method of ENISA", language=language), score),
        (_("Likely consequences", language=language), version.assessment.consequences),
        (
            _("Assessed", language=language),
            ", ".join((long_instant(version.at, language), version.by)),
        ),
        (_("Versions", language=language), str(version.number)),
    )


def factor_rows(found: Breach, language: Language) -> tuple[tuple[str, str], ...]:
    """Why it came to that (handbook 10.7): the six factors, the reasons, the note."""
    made = found.assessment
    if made is None:
        return ()
    rows = [
        (
            factors.factor_words(one.factor, language).title,
            f"{factors.weight_words(one.weight, language)}. {one.why}".strip(),
        )
        for one in made.factors
    ]
    reasons = " ".join(reason_words(one, language) for one in advise(made).reasons)
    return (
        *rows,
        (_("Reasons", language=language), reasons),
        (_("The assessment as a whole", language=language), made.note),
    )
