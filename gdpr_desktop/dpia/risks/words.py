"""The scale, the map and the measures in words, on the screen and in a report."""

from collections.abc import Iterable

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _, current_language, ngettext
from gdpr_desktop.dpia.codes import MeasureStatus
from gdpr_desktop.dpia.content import Assessment, Measure
from gdpr_desktop.dpia.risks.model import Level, left, level_of, scale_in
from gdpr_desktop.dpia.words import words

_CONSEQUENCE = {
    5: (
        N_("hardly noticed"),
        N_("small trouble"),
        N_("clear trouble"),
        N_("serious"),
        N_("very serious, perhaps for life"),
    ),
    4: (
        N_("small trouble"),
        N_("clear trouble"),
        N_("serious"),
        N_("very serious, perhaps for life"),
    ),
}
_LIKELIHOOD = {
    5: (
        N_("very unlikely"),
        N_("unlikely"),
        N_("possible"),
        N_("likely"),
        N_("very likely"),
    ),
    4: (N_("unlikely"), N_("possible"), N_("likely"), N_("very likely")),
}


def consequence_steps(
    content: Assessment, language: Language | None = None
) -> tuple[tuple[int, str], ...]:
    """Each step with its words: «4 – serious»."""
    own = content.own_scale
    mine = own.consequence if own and own.steps == content.scale else ()
    return _steps(_CONSEQUENCE, content.scale, mine, language)


def likelihood_steps(
    content: Assessment, language: Language | None = None
) -> tuple[tuple[int, str], ...]:
    """Each step with its words: «2 – unlikely»."""
    own = content.own_scale
    mine = own.likelihood if own and own.steps == content.scale else ()
    return _steps(_LIKELIHOOD, content.scale, mine, language)


def usual_words(steps: int) -> tuple[tuple[Bilingual, ...], tuple[Bilingual, ...]]:
    """The usual words of a scale, for consequence and for likelihood."""
    consequence, likelihood = (
        tuple(_both(text) for text in table[4 if steps == 4 else 5])
        for table in (_CONSEQUENCE, _LIKELIHOOD)
    )
    return consequence, likelihood


def _both(text: str) -> Bilingual:
    return Bilingual(
        nn=_(text, language=Language.NYNORSK),
        nb=_(text, language=Language.BOKMAL),
    )


def _steps(
    table: dict[int, tuple[str, ...]],
    steps: int,
    own: tuple[Bilingual, ...],
    language: Language | None,
) -> tuple[tuple[int, str], ...]:
    usual = table[4 if steps == 4 else 5]
    found = []
    for step, text in enumerate(usual, 1):
        mine = own[step - 1].in_(language or current_language()) if step <= len(own) else ""
        found.append((step, f"{step} – {mine or _(text, language=language)}"))
    return tuple(found)


def scale_text(content: Assessment, language: Language | None = None) -> str:
    """How the risks are reckoned, in a sentence or two."""
    scale = scale_in(content)
    text = _(
        "Consequence and likelihood are set from 1 to {steps}. The consequence is the one for the"
        " person that the data are about. The risk is the product of the two: from {medium} it is"
        " medium, from {high} it is high.",
        language=language,
    )
    return text.format(steps=scale.steps, medium=scale.medium_from, high=scale.high_from)


def map_text(content: Assessment, language: Language | None = None) -> str:
    """The map without looking at it: how many risks stand at each level, before and after."""
    scale = scale_in(content)
    before = [level_of(one.before, scale) for one in content.scenarios]
    after = [level_of(one.after, scale) for one in content.scenarios]
    parts = []
    for level in (Level.HIGH, Level.MEDIUM, Level.LOW):
        count = before.count(level)
        text = ngettext(
            "{level}: {count} risk without the measures, {after} with them.",
            "{level}: {count} risks without the measures, {after} with them.",
            count,
            language=language,
        )
        said = words(level, language)
        parts.append(text.format(level=said, count=count, after=after.count(level)))
    unjudged = sum(bool(first) and not then for first, then in zip(before, after, strict=True))
    if unjudged:
        text = ngettext(
            "{count} risk has not been judged with the measures, and counts as before.",
            "{count} risks have not been judged with the measures, and count as before.",
            unjudged,
            language=language,
        )
        parts.append(text.format(count=unjudged))
    unset = sum(not first and not then for first, then in zip(before, after, strict=True))
    if unset:
        text = ngettext(
            "{count} risk is not set: consequence or likelihood is not chosen, so it is not on the"
            " map.",
            "{count} risks are not set: consequence or likelihood is not chosen, so they are not on"
            " the map.",
            unset,
            language=language,
        )
        parts.append(text.format(count=unset))
    return " ".join(parts)


def counts_text(content: Assessment, language: Language | None = None) -> str:
    """«12 risks – high: 1, medium: 4, low: 7» as they are left."""
    scale = scale_in(content)
    levels = [left(one, scale) for one in content.scenarios]
    if not levels:
        return ""
    many = ngettext("{count} risk", "{count} risks", len(levels), language=language)
    parts = [
        _("{level}: {count}", language=language).format(
            count=levels.count(level), level=words(level, language).lower()
        )
        for level in (Level.HIGH, Level.MEDIUM, Level.LOW, Level.NONE)
        if level in levels
    ]
    return f"{many.format(count=len(levels))} – {', '.join(parts)}"


def measure_state(measure: Measure, language: Language | None = None) -> str:
    """Existing, done, by when, or planned without a day."""
    if measure.done_on is not None:
        text = _("Done {day}", language=language)
        return text.format(day=long_date(measure.done_on, language))
    if measure.status is MeasureStatus.PLANNED and measure.due is not None:
        text = _("Planned, by {day}", language=language)
        return text.format(day=long_date(measure.due, language))
    return words(measure.status, language)


def titles_of(content: Assessment, keys: Iterable[str]) -> tuple[str, ...]:
    """The titles of measures, of those that are there."""
    found = (content.measure(key) for key in keys)
    return tuple(one.title for one in found if one is not None)
