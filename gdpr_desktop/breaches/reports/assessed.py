"""The assessment in words, for the documents."""

from gdpr_desktop.breaches.assessing.advice import advise
from gdpr_desktop.breaches.assessing.words import risk_words
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
    score = f"{severity.score:g}".replace(".", ",")
    return (
        (_("Risk", language=language), risk_words(advice.risk, language)),
        (_("Severity by the method of ENISA", language=language), score),
        (_("Likely consequences", language=language), version.assessment.consequences),
        (
            _("Assessed", language=language),
            ", ".join((long_instant(version.at), version.by)),
        ),
        (_("Versions", language=language), str(version.number)),
    )
