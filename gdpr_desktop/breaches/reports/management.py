"""A report to the management: what happened, where it stands, what is asked of them."""

from typing import TYPE_CHECKING

from gdpr_desktop.breaches.assessing.words import given_words
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import Incident
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.reports import said
from gdpr_desktop.breaches.reports.assessed import assessment_rows
from gdpr_desktop.breaches.steps import must_follow_up, needs_telling
from gdpr_desktop.core.dates import long_date, long_instant
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter
    from gdpr_desktop.letters.reports import Report
    from gdpr_desktop.vault import Vault

KIND = "breach_report"


def management_report(vault: "Vault", found: Breach, language: Language) -> "Letter":
    """The report as things stand now. It names no one the breach has hit."""
    from gdpr_desktop.letters.reports import Report

    made = Report(language, _("Report on a personal data breach", language=language))
    made.facts(
        (
            (_("Case", language=language), found.case.number),
            (_("In short", language=language), found.intake.title),
            (_("Unit", language=language), found.intake.unit),
            (_("As of", language=language), long_instant(vault.clock.now(), language)),
        )
    )
    _add_course(made, found, language)
    sections = (
        (_("Whom and what it concerns", language=language), said.data(found, language)),
        (
            _("What it may lead to", language=language),
            said.consequences(found, language),
        ),
        (_("Measures", language=language), said.measures(found, language)),
        (_("The authority", language=language), said.notified(found, language)),
        (_("The people concerned", language=language), said.told(found, language)),
    )
    for heading, text in sections:
        if text:
            made.heading(2, heading)
            lines = text.split("\n")
            made.bullets(lines) if len(lines) > 1 else made.paragraph(text)
    rows = assessment_rows(found, language)
    if rows:
        made.heading(2, _("Risk", language=language))
        made.facts(rows)
    _add_given(made, found, language)
    made.heading(2, _("What remains", language=language))
    made.bullets(_remains(found, language))
    if found.lessons is not None:
        made.heading(2, _("What we learnt", language=language))
        made.paragraph(f"{found.lessons.learnt}\n\n{found.lessons.changes}")
    return made.letter(vault.municipality(), vault.clock.today(), KIND)


def _add_course(made: "Report", found: Breach, language: Language) -> None:
    made.heading(2, _("What happened", language=language))
    made.paragraph(found.intake.what)
    made.bullets(said.times(found, language).split("\n"))
    made.facts(_cause(found, language))


def _cause(found: Breach, language: Language) -> tuple[tuple[str, str], ...]:
    """What kind of thing it was, what failed, who caused it, and how."""
    course, incident = found.course, found.intake.incident
    kind = "" if incident is Incident.OTHER else words(incident, language)
    rows = ((_("What kind of thing", language=language), kind),)
    if course is None:
        return rows
    return (
        *rows,
        (_("Cause", language=language), said.listed(course.causes, language)),
        (
            _("Who caused it, and whether they meant it", language=language),
            words(course.origin, language),
        ),
        (_("How it could happen", language=language), course.cause),
    )


def _add_given(made: "Report", found: Breach, language: Language) -> None:
    """What the officer advised and what was decided, each with its reasons."""
    advice, decision = found.advice, found.decision
    if advice is not None:
        made.heading(2, _("Advice of the data protection officer", language=language))
        made.paragraph(given_words(advice, language), bold=True)
        made.paragraph(advice.why)
        made.paragraph(f"{advice.name}, {long_date(advice.given_on, language)}")
    if decision is not None:
        made.heading(2, _("Decision", language=language))
        made.paragraph(given_words(decision, language), bold=True)
        made.paragraph("\n\n".join(filter(None, (decision.why_authority, decision.why_people))))
        by = (decision.name, decision.role, long_date(decision.decided_on, language))
        made.paragraph(", ".join(one for one in by if one))


def _remains(found: Breach, language: Language) -> list[str]:
    """What somebody must still do; one line that says so where there is nothing."""
    lines = []
    if found.clock_runs:
        due = long_instant(found.clock.due, language)
        text = _(
            "The authority must be notified by {when}, or it must be decided that it need not be.",
            language=language,
        )
        lines.append(text.format(when=due))
    if found.decision is None:
        lines.append(_("Somebody who is delegated to must decide.", language=language))
    elif needs_telling(found) and not found.tellings:
        lines.append(_("The people concerned must be told.", language=language))
    if must_follow_up(found):
        lines.append(_("The authority waits for more from us.", language=language))
    for task in (*found.demands, *found.measures):
        if not task.done:
            day = long_date(task.due, language) if task.due else ""
            whom = task.responsible
            lines.append(", ".join(part for part in (task.title, whom, day) if part))
    return lines or [_("Nothing remains to be done.", language=language)]
