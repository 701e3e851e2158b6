"""The answer about a picture, for Word."""

from typing import TYPE_CHECKING

from gdpr_desktop.consents.pictures.model import PictureAnswer
from gdpr_desktop.consents.pictures.rules import judge
from gdpr_desktop.consents.pictures.words import fact_rows, reason_words, verdict_words
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter

TEMPLATE = "picture_answer"


def picture_report(vault: Vault, found: PictureAnswer, language: Language) -> "Letter":
    """The answer with its reasons, as it was judged on the day it was made."""
    from gdpr_desktop.letters.reports import Report  # loads the letters

    report = Report(language, _("Can the picture be used?", language=language))
    report.paragraph(verdict_words(found.verdict, language), bold=True)
    report.facts(
        (
            (_("Picture", language=language), found.title),
            (_("Unit", language=language), found.unit),
            (_("Answered on", language=language), long_date(found.made_on, language)),
            (_("Answered by", language=language), found.made_by),
        )
    )
    report.heading(2, _("Why", language=language))
    reasons = judge(found.facts, found.made_on).reasons
    report.bullets(reason_words(one, language) for one in reasons)
    report.heading(2, _("What was answered", language=language))
    report.facts(fact_rows(found.facts, language))
    report.paragraph(found.note)
    return report.letter(vault.municipality(), vault.clock.today(), TEMPLATE)


def suggested_name(vault: Vault, found: PictureAnswer, language: Language) -> str:
    """A file name without personal data."""
    from gdpr_desktop.letters.file_names import document_name

    title = _("Can the picture be used?", language=language)
    return document_name(str(found.id), title, vault.clock.today())
