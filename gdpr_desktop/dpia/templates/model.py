"""A municipality's own template: an assessment without what belongs to one case only."""

from dataclasses import dataclass, replace
from datetime import date

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia.content import (
    About,
    Assessment,
    Estimate,
    Measure,
    Opinions,
    Scenario,
    new_key,
)

LONGEST_NAME = 120  # characters
VIEWS = ("views_asked", "views_how", "views_result", "views_followed", "views_why_not")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateHead:
    """A template in a list. ``answers``, ``risks`` and ``measures`` are counts."""

    id: int
    name: str
    note: str
    made_on: date
    made_by: str
    answers: int = 0
    risks: int = 0
    measures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What is to be in it."""

    answers: bool = True
    risks: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a person asks to have saved."""

    case_id: CaseId
    name: str
    note: str = ""
    parts: Parts = Parts()


def template_of(content: Assessment, parts: Parts) -> Assessment:
    """What may be used again.

    Left out is what holds for one processing only: who answers for it and when it begins, what
    those concerned have said, what has been done and judged, comments and attachments.
    """
    about = About(
        title="",
        description=content.about.description,
        systems=content.about.systems,
        novelty=content.about.novelty,
    )
    answers = tuple(one for one in content.answers if one.question not in VIEWS)
    return Assessment(
        about=about,
        answers=answers if parts.answers else (),
        scenarios=tuple(map(_unjudged, content.scenarios)) if parts.risks else (),
        measures=tuple(map(_undone, content.measures)) if parts.risks else (),
        scale=content.scale,
        own_scale=content.own_scale,
        catalogue=content.catalogue,
        opinions=Opinions(),
    )


def begun_from(template: Assessment) -> Assessment:
    """The same with keys of its own, so that two assessments are never taken for copies."""
    keys = {one.key: new_key() for one in template.measures}
    return replace(
        template,
        measures=tuple(replace(one, key=keys[one.key]) for one in template.measures),
        scenarios=tuple(
            replace(
                one,
                key=new_key(),
                measures=tuple(keys[key] for key in one.measures if key in keys),
            )
            for one in template.scenarios
        ),
    )


def _unjudged(scenario: Scenario) -> Scenario:
    """What is left after the measures must be judged for each processing."""
    return replace(scenario, after=Estimate(), after_why="")


def _undone(measure: Measure) -> Measure:
    return replace(measure, owner="", due=None, done_on=None)
