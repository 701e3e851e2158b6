"""The whole assessment for Word: what is filed, and what Datatilsynet gets."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.model import RISKS, Catalogue, Section
from gdpr_desktop.dpia.reports.answers import LABELS, add_earlier, add_section, is_written
from gdpr_desktop.dpia.reports.consultations import add_consultations
from gdpr_desktop.dpia.reports.history import add_attachments, add_versions
from gdpr_desktop.dpia.reports.people import (
    add_advice,
    add_decision,
    add_need,
    signed,
)
from gdpr_desktop.dpia.reports.risk_tables import add_plan, add_risks
from gdpr_desktop.dpia.reports.standing import add_standing, version_text
from gdpr_desktop.dpia.reports.summary import add_summary
from gdpr_desktop.dpia.words import words

if TYPE_CHECKING:
    from datetime import date

    from gdpr_desktop.letters import Letter
    from gdpr_desktop.letters.reports import Report
    from gdpr_desktop.vault import Vault

KIND = "dpia_report"


def report(vault: "Vault", found: Dpia, language: Language, picture: bytes = b"") -> "Letter":
    """The report on an assessment as it stands; ``picture`` is the risk map, as PNG."""
    from gdpr_desktop.dpia.catalogue.service import catalogue

    return make(
        found, catalogue(vault.db), vault.municipality(), vault.clock.today(), language, picture
    )


def make(
    found: Dpia,
    catalogue: Catalogue,
    municipality: Municipality,
    day: "date",
    language: Language,
    picture: bytes = b"",
) -> "Letter":
    """The same of values alone."""
    from gdpr_desktop.letters.reports import Report

    title = _("Data protection impact assessment: {title}", language=language)
    made = Report(language, title.format(title=found.about.title))
    _add_front(made, found, municipality, day, language)
    made.page_break()
    made.heading(2, _("Summary", language=language))
    add_summary(made, found, catalogue, language)
    made.heading(2, _("Why an assessment is made", language=language))
    add_need(made, found, language)
    waiting = _add_parts(made, found, catalogue, language, picture)
    add_earlier(made, catalogue, found.content, language)
    made.heading(2, _("Action plan", language=language))
    add_plan(made, found.content, language)
    made.heading(2, _("Advice of the data protection officer", language=language))
    add_advice(made, found, catalogue, language)
    add_consultations(made, found, language)
    made.heading(2, _("Decision and approval", language=language))
    add_decision(made, found, language)
    made.heading(2, _("Versions", language=language))
    add_versions(made, found, language)
    add_attachments(made, found, catalogue, language)
    if waiting:
        made.heading(2, _("Not answered yet", language=language))
        made.bullets(waiting)
    return made.letter(municipality, day, KIND)


def _add_front(
    made: "Report", found: Dpia, municipality: Municipality, day: "date", language: Language
) -> None:
    """What it is, whose it is, and where it stands; then the contents."""
    about, case = found.about, found.case
    add_standing(made, found, language)
    made.facts(
        (
            (_("Controller", language=language), municipality.name),
            (_("Unit", language=language), about.unit),
            (
                _("Risk owner", language=language),
                signed(about.responsible, about.responsible_role),
            ),
            (_("Data protection officer", language=language), municipality.officer.name),
            (_("System", language=language), about.systems),
            (_("New or changed", language=language), words(about.novelty, language)),
            (
                _("Begins", language=language),
                long_date(about.starts_on, language) if about.starts_on else "",
            ),
            (_("State", language=language), words(found.state, language)),
            (_("Version", language=language), version_text(found, language)),
            (_("Case", language=language), case.number),
            (_("Archive number", language=language), case.archive_number),
            (_("Caseworker", language=language), case.caseworker),
            (_("Printed", language=language), long_date(day, language)),
        ),
        shares=LABELS,
    )
    made.page_break()
    made.paragraph(_("Contents", language=language), bold=True)
    made.contents()


def _add_parts(
    made: "Report", found: Dpia, catalogue: Catalogue, language: Language, picture: bytes
) -> tuple[str, ...]:
    """All parts with their sections; gives the questions that are not answered."""
    waiting: list[str] = []
    part = 0
    for section in catalogue.sections:
        if section.id != RISKS and not is_written(section, found.content):
            waiting += add_section(made, section, found.content, language)
            continue
        if section.part != part:
            part = section.part
            made.heading(2, _part_title(catalogue, section, language))
        made.heading(3, section.title.in_(language))
        if section.id == RISKS:
            add_risks(made, found.content, language, picture)
        waiting += add_section(made, section, found.content, language)
    return tuple(waiting)


def _part_title(catalogue: Catalogue, section: Section, language: Language) -> str:
    return f"{section.part}. {catalogue.parts[section.part - 1].in_(language)}"
