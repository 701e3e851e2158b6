"""A line for each risk and each measure, and what is read when one is chosen."""

from collections.abc import Mapping

from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.dpia.codes import MeasurePurpose
from gdpr_desktop.dpia.content import Assessment, Estimate, Measure, Scenario
from gdpr_desktop.dpia.risks.model import Level, level_of, scale_in
from gdpr_desktop.dpia.risks.words import (
    consequence_steps,
    likelihood_steps,
    measure_state,
    titles_of,
)
from gdpr_desktop.dpia.words import words

Facts = tuple[tuple[str, str], ...]


def risk_line(content: Assessment, number: int, scenario: Scenario) -> str:
    """«3. Somebody sees it — high → medium · 2 measures»."""
    scale = scale_in(content)
    first, then = level_of(scenario.before, scale), level_of(scenario.after, scale)
    level = words(first)
    if then is not Level.NONE:
        level = f"{level} → {words(then).lower()}"
    many = len(scenario.measures)
    told = ngettext("{count} measure", "{count} measures", many).format(count=many)
    return f"{number}. {scenario.title}\n{level} · {told}"


def numbers_by_measure(content: Assessment) -> Mapping[str, tuple[int, ...]]:
    """The numbers of the risks that each measure lowers, by its key."""
    found: dict[str, tuple[int, ...]] = {}
    for number, one in enumerate(content.scenarios, 1):
        for key in one.measures:
            found[key] = (*found.get(key, ()), number)
    return found


def measure_line(measure: Measure, numbers: tuple[int, ...]) -> str:
    """«Log control\nBy 1 February 2027 · IT · lowers the risks 1, 3»."""
    lowers = ""
    if numbers:
        text = ngettext("Lowers risk {numbers}", "Lowers the risks {numbers}", len(numbers))
        lowers = text.format(numbers=", ".join(map(str, numbers)))
    beyond = words(measure.purpose) if measure.purpose is MeasurePurpose.BEYOND else ""
    parts = (measure_state(measure), measure.owner, lowers, beyond)
    return f"{measure.title}\n{' · '.join(part for part in parts if part)}"


def risk_facts(content: Assessment, scenario: Scenario) -> Facts:
    """All that is written of a risk."""
    kinds = ", ".join(words(kind) for kind in scenario.kinds)
    found = (
        (_("What it would mean for them"), scenario.description),
        (_("To whom"), scenario.who),
        (_("Cause"), scenario.cause),
        (_("What suffers"), kinds),
        (_("Without the measures"), estimate_text(content, scenario.before)),
        (_("Measures"), "\n".join(f"• {one}" for one in titles_of(content, scenario.measures))),
        (_("With the measures"), estimate_text(content, scenario.after)),
        (_("What is left"), scenario.after_why),
    )
    return tuple(row for row in found if row[1])


def measure_facts(measure: Measure) -> Facts:
    """All that is written of a measure."""
    found = (
        (_("How"), measure.text),
        (_("What for"), words(measure.purpose)),
        (_("Who sees to it"), measure.owner),
        (_("State"), measure_state(measure)),
    )
    return tuple(row for row in found if row[1])


def estimate_text(content: Assessment, estimate: Estimate) -> str:
    """The level, and each of the two with its reason."""
    level = level_of(estimate, scale_in(content))
    consequence = dict(consequence_steps(content)).get(estimate.consequence, "")
    likelihood = dict(likelihood_steps(content)).get(estimate.likelihood, "")
    lines = [words(level)] if level else []
    for name, step, why in (
        (_("Consequence"), consequence, estimate.consequence_why),
        (_("Likelihood"), likelihood, estimate.likelihood_why),
    ):
        if step or why:
            lines.append(f"{name}: {'. '.join(part for part in (step, why) if part)}")
    return "\n".join(lines)
