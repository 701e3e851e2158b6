"""How many risks, and how grave."""

from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.risks.model import Level, highest_left, left, level_of, scale_in
from gdpr_desktop.dpia.risks.service import is_waiting
from gdpr_desktop.dpia.risks.words import counts_text
from gdpr_desktop.dpia.words import words


def rows(found: Dpia) -> tuple[tuple[str, str], ...]:
    """Labels and texts; those without a text are left out."""
    content = found.content
    highest = highest_left(content)
    return (
        (_("Risks"), counts_text(content)),
        (_("Highest risk that is left"), words(highest) if highest else ""),
        (_("Not judged yet"), _unjudged(found)),
        (_("Measures"), _measures(found)),
        (_("Prior consultation"), _consult(highest)),
    )


def _unjudged(found: Dpia) -> str:
    scale = scale_in(found.content)
    after = sum(
        bool(left(one, scale)) and not level_of(one.after, scale)
        for one in found.content.scenarios
        if one.measures
    )
    if not after:
        return ""
    text = ngettext(
        "{count} risk has measures, and is not judged with them",
        "{count} risks have measures, and are not judged with them",
        after,
    )
    return text.format(count=after)


def _measures(found: Dpia) -> str:
    measures = found.content.measures
    if not measures:
        return ""
    waiting = sum(map(is_waiting, measures))
    there = len(measures) - waiting
    text = _("{there} in place, {planned} planned")
    return text.format(there=there, planned=waiting)


def _consult(highest: Level) -> str:
    if highest is not Level.HIGH:
        return ""
    return _(
        "A high risk is left. If it stays so, Datatilsynet must be asked before the processing"
        " begins (article 36(1))."
    )
