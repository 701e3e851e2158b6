"""The risks of a report: the map, the tables before and after, each risk, and the action plan."""

import struct
from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.content import Assessment, Estimate, Scenario
from gdpr_desktop.dpia.reports.answers import LABELS
from gdpr_desktop.dpia.risks.model import Level, highest_left, level_of, scale_in
from gdpr_desktop.dpia.risks.words import map_text, measure_state, scale_text, titles_of
from gdpr_desktop.dpia.words import words

if TYPE_CHECKING:
    from gdpr_desktop.letters.reports import Report

_WIDTH = 150.0  # millimetres of the map


def add_risks(made: "Report", content: Assessment, language: Language, picture: bytes) -> None:
    """Everything about risks and measures; ``picture`` is the map as PNG, or nothing."""
    if not content.scenarios:
        made.paragraph(_("No risk has been written down.", language=language))
        return
    made.paragraph(scale_text(content, language))
    add_map(made, content, language, picture)
    made.heading(4, _("Risks without the measures", language=language))
    _add_table(made, content, language, after=False)
    made.heading(4, _("Risks with the measures", language=language))
    _add_table(made, content, language, after=True)
    if highest_left(content) is Level.HIGH:
        made.paragraph(_high_text(content, language), bold=True)
    made.heading(3, _("Each risk", language=language))
    for number, one in enumerate(content.scenarios, 1):
        _add_risk(made, number, one, content, language)


def _high_text(content: Assessment, language: Language) -> str:
    """Must Datatilsynet be asked? Not said of what has not been judged with the measures."""
    scale = scale_in(content)
    if any(level_of(one.after, scale) is Level.HIGH for one in content.scenarios):
        return _(
            "A risk that is left is high. Datatilsynet must be asked before the processing"
            " begins (article 36(1)).",
            language=language,
        )
    return _(
        "A risk is high, and not judged with the measures yet. If it stays high, Datatilsynet must"
        " be asked before the processing begins (article 36(1)).",
        language=language,
    )


def add_map(made: "Report", content: Assessment, language: Language, picture: bytes) -> None:
    """The map, which words stand for where it cannot be seen."""
    said = map_text(content, language)
    if picture:
        wide, high = struct.unpack_from(">II", picture, 16)  # where every PNG has its size
        made.picture(picture, said, _WIDTH, _WIDTH * high / wide)
    made.paragraph(said)


def add_plan(made: "Report", content: Assessment, language: Language) -> None:
    """Each measure: against what, by whom, and by when."""
    if not content.measures:
        made.paragraph(_("No measure has been written down.", language=language))
        return
    header = (
        _("Measure", language=language),
        _("Purpose", language=language),
        _("Who does it", language=language),
        _("Status", language=language),
        _("Risk", language=language),
    )
    against: dict[str, list[str]] = {}
    for number, one in enumerate(content.scenarios, 1):
        for key in one.measures:
            against.setdefault(key, []).append(str(number))
    made.table(
        header,
        [
            (
                f"{one.title}\n{one.text}" if one.text else one.title,
                words(one.purpose, language),
                one.owner,
                measure_state(one, language),
                ", ".join(against.get(one.key, ())),
            )
            for one in content.measures
        ],
        (6, 4, 4, 4, 2),
    )


def _add_table(made: "Report", content: Assessment, language: Language, *, after: bool) -> None:
    header = (
        _("No.", language=language),
        _("What could happen", language=language),
        _("Consequence", language=language),
        _("Likelihood", language=language),
        _("Risk", language=language),
    )
    scale = scale_in(content)
    rows = []
    for number, one in enumerate(content.scenarios, 1):
        judged = one.after if after else one.before
        level = level_of(judged, scale)
        said = words(level, language)
        if after and level is Level.NONE:
            said = _("Not judged anew", language=language)
        rows.append((str(number), one.title, _step(judged.consequence), _step(judged.likelihood),
                     said))  # fmt: skip
    made.table(header, rows, (2, 8, 5, 4, 4))


def _step(value: int) -> str:
    return str(value) if value else "–"


def _add_risk(
    made: "Report", number: int, one: Scenario, content: Assessment, language: Language
) -> None:
    made.heading(4, f"{number}. {one.title}")
    made.facts(
        (
            (_("What could happen", language=language), one.description),
            (_("Whom it hits", language=language), one.who),
            (_("Cause", language=language), one.cause),
            (
                _("What suffers", language=language),
                ", ".join(words(kind, language) for kind in one.kinds),
            ),
            (
                _("Without the measures", language=language),
                estimate_text(one.before, content, language),
            ),
            (
                _("Measures", language=language),
                "\n".join(titles_of(content, one.measures)),
            ),
            (
                _("With the measures", language=language),
                estimate_text(one.after, content, language),
            ),
            (_("Why it is so", language=language), one.after_why),
        ),
        shares=LABELS,
    )


def estimate_text(given: Estimate, content: Assessment, language: Language) -> str:
    """The level, and the reason for each of the two steps."""
    if not (given.consequence or given.likelihood):
        return ""
    lines = [words(level_of(given, scale_in(content)), language)]
    steps = (
        (_("Consequence", language=language), given.consequence, given.consequence_why),
        (_("Likelihood", language=language), given.likelihood, given.likelihood_why),
    )
    for label, value, why in steps:
        lines.append(f"{label}: {_step(value)}. {why}" if why else f"{label}: {_step(value)}")
    return "\n".join(lines)


def due_text(content: Assessment, language: Language) -> str:
    """The next measure that is due, and its day."""
    due = [(one.due, one.title) for one in content.measures if one.due and not one.done_on]
    if not due:
        return ""
    day, title = min(due)
    return f"{title}, {long_date(day, language)}"
