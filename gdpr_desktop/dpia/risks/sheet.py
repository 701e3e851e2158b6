"""Risks and measures as a workbook: a sheet for each, and one about the scale."""

from typing import TYPE_CHECKING

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import record, require_readable
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.content import Assessment, Estimate, Measure, Scenario
from gdpr_desktop.dpia.risks.model import left, level_of, scale_in
from gdpr_desktop.dpia.risks.words import (
    consequence_steps,
    likelihood_steps,
    measure_state,
    scale_text,
    titles_of,
)
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.dpia.words import words

if TYPE_CHECKING:
    from datetime import date

    from gdpr_desktop.letters.sheet import Value
    from gdpr_desktop.vault import Vault

_RISK_WIDTHS = (6, 34, 34, 22, 28, 20, 12, 12, 12, 30, 30, 34, 12, 12, 12, 30, 30, 14, 30)
_MEASURE_WIDTHS = (34, 44, 14, 24, 22, 14, 14, 24)


def book(municipality: str, found: Dpia, day: "date", language: Language) -> bytes:
    """The workbook. What was typed stays text, whatever it begins with."""
    from gdpr_desktop.letters.sheet import Writer, new_book, saved

    content = found.content
    top = (
        _("Risks and measures: {title}", language=language).format(title=found.about.title),
        ", ".join(part for part in (municipality, found.case.number, long_date(day)) if part),
    )
    work = new_book(top[0], municipality, language)
    writer = Writer(work.create_sheet(_("Risks", language=language)))
    writer.page(
        (*top, scale_text(content, language)),
        _RISK_WIDTHS,
        _risk_headers(language),
        [_risk(content, at, one, language) for at, one in enumerate(content.scenarios, 1)],
        stays=2,
    )
    writer = Writer(work.create_sheet(_("Measures", language=language)))
    writer.page(
        top,
        _MEASURE_WIDTHS,
        _measure_headers(language),
        [_measure(content, one, language) for one in content.measures],
    )
    writer = Writer(work.create_sheet(_("Scale", language=language)))
    writer.page(top, (34, 34), _scale_headers(language), _scale(content, language))
    return saved(work)


def _risk_headers(language: Language) -> tuple[str, ...]:
    return (
        _("No.", language=language),
        _("What could happen", language=language),
        _("What it would mean for them", language=language),
        _("To whom", language=language),
        _("Cause", language=language),
        _("What suffers", language=language),
        _("Consequence", language=language),
        _("Likelihood", language=language),
        _("Risk", language=language),
        _("Why so grave?", language=language),
        _("Why so likely?", language=language),
        _("Measures", language=language),
        _("Consequence with the measures", language=language),
        _("Likelihood with the measures", language=language),
        _("Risk with the measures", language=language),
        _("Why so grave?", language=language),
        _("Why so likely?", language=language),
        _("Counts as", language=language),
        _("What is left", language=language),
    )


def _risk(
    content: Assessment, number: int, one: Scenario, language: Language
) -> "tuple[Value, ...]":
    scale = scale_in(content)
    return (
        number,
        one.title,
        one.description,
        one.who,
        one.cause,
        ", ".join(words(kind, language) for kind in one.kinds),
        *_estimate(content, one.before, language),
        "\n".join(titles_of(content, one.measures)),
        *_estimate(content, one.after, language),
        words(left(one, scale), language),
        one.after_why,
    )


def _estimate(content: Assessment, estimate: Estimate, language: Language) -> "tuple[Value, ...]":
    level = level_of(estimate, scale_in(content))
    return (
        estimate.consequence or "",
        estimate.likelihood or "",
        words(level, language) if level else "",
        estimate.consequence_why,
        estimate.likelihood_why,
    )


def _measure_headers(language: Language) -> tuple[str, ...]:
    return (
        _("Measure", language=language),
        _("How", language=language),
        _("State", language=language),
        _("What for", language=language),
        _("Who sees to it", language=language),
        _("By when", language=language),
        _("Carried out", language=language),
        _("Lowers the risks", language=language),
    )


def _measure(content: Assessment, one: Measure, language: Language) -> "tuple[Value, ...]":
    numbers = [str(at) for at, risk in enumerate(content.scenarios, 1) if one.key in risk.measures]
    return (
        one.title,
        one.text,
        measure_state(one, language),
        words(one.purpose, language),
        one.owner,
        one.due or "",
        one.done_on or "",
        ", ".join(numbers),
    )


def _scale_headers(language: Language) -> tuple[str, ...]:
    return _("Consequence for the person", language=language), _("Likelihood", language=language)


def _scale(content: Assessment, language: Language) -> "list[tuple[Value, ...]]":
    pairs = zip(
        consequence_steps(content, language), likelihood_steps(content, language), strict=True
    )
    return [(first[1], second[1]) for first, second in pairs]


def suggested_name(vault: "Vault", case_id: CaseId, language: Language) -> str:
    """A file name without personal data: number, kind and day."""
    from gdpr_desktop.letters.file_names import document_name

    number = read_dpia(vault, case_id).case.number
    kind = _("Risks and measures", language=language)
    name = document_name(number, kind, vault.clock.today())
    return name.removesuffix(".docx") + ".xlsx"


def note_export(vault: "Vault", case_id: CaseId) -> Change:
    """Note on the timeline that the risks have left the register."""
    with vault.begin(Deed.READ_CASE) as work:
        found = cases.case(work.db, case_id)
        work.require(Deed.READ_CASE, assigned=cases.assigned(found, work.actor))
        require_readable(vault, found)
        record(work, case_id, "dpia_risks_exported")
    return work.change
