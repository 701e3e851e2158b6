"""What people are told of an arrangement, as a document to publish or to give (art. 26(2))."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.reports import Report
from gdpr_desktop.register.arrangements.model import DUTIES, Arrangement, CooperationForm
from gdpr_desktop.register.arrangements.words import duty_words
from gdpr_desktop.register.documents import record_document
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter

KIND = "arrangement_essence"


def essence_report(
    arrangement: Arrangement, municipality: Municipality, day: date, language: Language
) -> "Letter":
    """The essence, who takes part, who does what, and what people can demand."""
    report = Report(language, arrangement.name.in_(language))
    report.paragraph(arrangement.essence.in_(language))
    report.heading(2, _("Who takes part", language=language))
    report.bullets(arrangement.partners)
    duties = [(duty_words(duty, language), arrangement.who(duty)) for duty in DUTIES]
    if any(who for _words, who in duties):
        report.heading(2, _("Who does what", language=language))
        report.facts(duties, (_("Task", language=language), _("Who", language=language)))
    report.heading(2, _("Your rights", language=language))
    if arrangement.form is CooperationForm.JOINT:
        report.paragraph(
            _(
                "You can use your rights against each of those who take part (article 26 no. 3).",
                language=language,
            )
        )
    if arrangement.contact_point:
        text = _("Contact point: {name}", language=language).format(name=arrangement.contact_point)
        report.paragraph(text)
    officer = municipality.officer
    text = _(
        "You can also ask the data protection officer of {municipality}: {name}, {email}.",
        language=language,
    )
    report.paragraph(
        text.format(municipality=municipality.name, name=officer.name, email=officer.email)
    )
    return report.letter(municipality, day, KIND)


def make(vault: Vault, entry: Entry, language: Language) -> "Letter":
    """The document of an entry, today."""
    return essence_report(entry.content, vault.municipality(), vault.clock.today(), language)


def record(vault: Vault, entry: Entry, letter: "Letter", path: Path, sha256: str) -> Change:
    """Note that it was written."""
    return record_document(
        vault,
        kind=KIND,
        title=letter.title,
        language=letter.language.value,
        path=path,
        sha256=sha256,
        about=entry.id,
        sources=[entry.id],
    )
