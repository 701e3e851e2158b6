"""What the fields of risks, measures and scales may hold. Each gives the problems."""

from collections.abc import Iterable
from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.codes import MeasureStatus
from gdpr_desktop.dpia.content import Estimate, Measure, OwnScale, Scenario
from gdpr_desktop.dpia.risks.model import Scale

Problems = list[FieldProblem]
LONGEST_REASON = 5000  # characters
SIZES = (4, 5)  # steps of a scale


def scenario_problems(scenario: Scenario, measures: Iterable[Measure], scale: Scale) -> Problems:
    """A name, steps of the scale, and measures that are there."""
    found = required("title", scenario.title, _("Write what could happen."))
    found += line_lengths(title=scenario.title, who=scenario.who)
    for field, text in (
        ("description", scenario.description),
        ("cause", scenario.cause),
        ("consequence_why", scenario.before.consequence_why),
        ("likelihood_why", scenario.before.likelihood_why),
        ("consequence_why_after", scenario.after.consequence_why),
        ("likelihood_why_after", scenario.after.likelihood_why),
        ("after_why", scenario.after_why),
    ):
        found += text_length(field, text, LONGEST_REASON)
    found += _step_problems(scenario.before, "", scale)
    found += _step_problems(scenario.after, "_after", scale)
    if not set(scenario.measures) <= {one.key for one in measures}:
        text = _("A measure that was chosen here is gone. Choose them again.")
        found.append(problem("measures", text))
    return found


def _step_problems(estimate: Estimate, suffix: str, scale: Scale) -> Problems:
    steps = {
        f"consequence{suffix}": estimate.consequence,
        f"likelihood{suffix}": estimate.likelihood,
    }
    text = _("Choose a step from 1 to {steps}.").format(steps=scale.steps)
    return [problem(field, text) for field, step in steps.items() if not 0 <= step <= scale.steps]


def measure_problems(measure: Measure, others: Iterable[Measure], today: date) -> Problems:
    """A name of its own, and days that go together. ``others`` are all but this one."""
    found = required("title", measure.title, _("Write what is done."))
    found += line_lengths(title=measure.title, owner=measure.owner)
    found += text_length("text", measure.text, LONGEST_REASON)
    if measure.title.casefold() in {one.title.casefold() for one in others}:
        text = _("This is in the list already. Give it a name that tells them apart.")
        found.append(problem("title", text))
    if measure.status is MeasureStatus.PLANNED and measure.done_on and measure.done_on > today:
        found.append(problem("done_on", _("This day has not come yet.")))
    return found


def scale_problems(own: OwnScale) -> Problems:
    """Limits that leave room for all three levels; words that fit on a line."""
    highest = own.steps * own.steps
    found = []
    if not 2 <= own.medium_from < highest:
        text = _("Choose a number from {low} to {high}.").format(low=2, high=highest - 1)
        found.append(problem("medium_from", text))
    if not own.medium_from < own.high_from <= highest:
        text = _("High must begin above medium, and at {high} at the most.").format(high=highest)
        found.append(problem("high_from", text))
    for name, texts in (("consequence", own.consequence), ("likelihood", own.likelihood)):
        for step, words in enumerate(texts, 1):
            found += line_lengths(**{f"{name}_{step}": max(words.nn, words.nb, key=len)})
    return found
