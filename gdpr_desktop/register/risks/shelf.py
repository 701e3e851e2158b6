"""The shelf of risk assessments."""

from datetime import date
from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date, short_date
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.entries.shelf import ExtraColumn, Group, Shelf
from gdpr_desktop.register.risks import levels
from gdpr_desktop.register.risks.model import Measure, Risk, RiskAssessment
from gdpr_desktop.register.risks.words import (
    due_words,
    finding_words,
    harm_words,
    level_words,
    occasion_words,
)

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

REPORT = "report"


def groups(vault: "Vault", entry: Entry) -> tuple[Group, ...]:
    """What was assessed, what could happen, what is done about it."""
    assessment: RiskAssessment = entry.content
    return (
        _about(vault, assessment),
        Group(
            title=_("Risk map"),
            widget="gdpr_desktop.register.risks.widgets:map_of",
            summary=_("Highest risk: {level}").format(
                level=level_words(levels.highest_left(assessment)).lower()
            ),
        ),
        Group(
            title=_("Risks"),
            part="risks",
            why=_("Handbook 2.4: how likely it is, and how hard it hits the person (article 32)."),
            facts=tuple((_level_line(risk), _risk_line(risk)) for risk in assessment.risks),
            summary=str(len(assessment.risks)),
        ),
        Group(
            title=_("Measures"),
            part="risks",
            facts=tuple(
                (_measure_state(one), _measure_line(one))
                for risk in assessment.risks
                for one in risk.measures
            ),
        ),
        Group(
            title=_("Conclusion"),
            part="conclusion",
            facts=(
                (_("Conclusion"), assessment.conclusion),
                (_("Risk that is accepted"), assessment.accepted),
                (_("Assess again"), _day(assessment.review_on)),
                (_("Archive case number"), assessment.archive_number),
            ),
        ),
    )


def _about(vault: "Vault", assessment: RiskAssessment) -> Group:
    return Group(
        title=_("About the assessment"),
        part="about",
        facts=(
            (_("Activities"), "\n".join(store.names_of(vault.db, assessment.activities))),
            (_("Systems"), "\n".join(store.names_of(vault.db, assessment.systems))),
            (_("Occasion"), occasion_words(assessment.occasion)),
            (_("Assessed"), _day(assessment.made_on)),
            (_("Made by"), assessment.made_by),
            (_("Method"), assessment.method),
        ),
    )


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _level_line(risk: Risk) -> str:
    first, then = levels.before(risk), levels.after(risk)
    if not then:
        return level_words(first)
    return f"{level_words(first)} → {level_words(then).lower()}"


def _risk_line(risk: Risk) -> str:
    kinds = ", ".join(harm_words(kind).lower() for kind in risk.kinds)
    text = f"{risk.text} ({kinds})" if kinds else risk.text
    return "\n".join(part for part in (text, risk.cause) if part)


def _measure_state(measure: Measure) -> str:
    if measure.done_on:
        return _("Done {day}").format(day=short_date(measure.done_on))
    if measure.due:
        return _("By {day}").format(day=short_date(measure.due))
    return _("Not done")


def _measure_line(measure: Measure) -> str:
    return f"{measure.text} ({measure.owner})" if measure.owner else measure.text


def _highest(entry: Entry) -> str:
    return level_words(levels.highest_left(entry.content))


def _made(entry: Entry) -> str:
    day = entry.content.made_on
    return short_date(day) if day else ""


def _deeds(_vault: "Vault", _entry: Entry) -> tuple[tuple[str, str], ...]:
    return ((REPORT, _("Write the report")),)


SHELF = Shelf(
    kind=EntryKind.RISK_ASSESSMENT,
    title=N_("Risk"),
    new_text=N_("&New risk assessment"),
    search_hint=N_("Search name, method or risk"),
    empty_title=N_("No risk assessments yet"),
    empty_text=N_(
        "When a system is bought, changed or developed its risk is assessed, seen from the people"
        " whose data it holds. The outcome says which measures are needed, and whether a DPIA is."
    ),
    groups=groups,
    finding_words=finding_words,
    due_words=due_words,
    edit="gdpr_desktop.register.risks.dialogs.assessment:RiskAssessmentDialog",
    icon="shield",
    columns=(
        ExtraColumn(header=N_("Highest risk"), text=_highest, width=128),
        ExtraColumn(header=N_("Assessed"), text=_made, width=100, named=True),
    ),
    do="gdpr_desktop.register.risks.dialogs:do",
    deeds=_deeds,
)
