"""The risks, out: any number of ours become that program's three."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.codes import RiskKind
from gdpr_desktop.dpia.content import Assessment, Estimate, Measure, Scenario
from gdpr_desktop.dpia.pia_json.listed import Lists, is_risk_title, split
from gdpr_desktop.dpia.pia_json.model import FindingCode
from gdpr_desktop.dpia.pia_json.places import (
    IMPACTS,
    LIKELIHOOD,
    MEASURES,
    RISKS,
    SEVERITY,
    SOURCES,
    STEPS,
    THREATS,
)
from gdpr_desktop.dpia.pia_json.raw import Told
from gdpr_desktop.dpia.rich import BlockKind, Rich, RichBlock, Span, rich
from gdpr_desktop.dpia.rich_html import to_html
from gdpr_desktop.dpia.words import words

Answers = list[tuple[int, dict[str, Any]]]
_FOUR = {0: 0, 1: 1, 2: 2, 3: 3, 4: 3, 5: 4}  # of five steps: the nearest, a half upwards


@dataclass(slots=True, kw_only=True)
class RisksOut:
    """Those of one kind are put together: all that is said, and the gravest levels."""

    assessment: Assessment
    told: Told
    language: Language

    def answers(self) -> Answers:
        """The six answers of each risk that there is."""
        found: Answers = []
        for kind in RISKS:
            scenarios = self.of_kind(kind)
            if len(scenarios) > 1:
                self.told.add(FindingCode.RISKS_JOINED, words(kind))
            if scenarios:
                found += self._six(RISKS[kind], scenarios)
        if self.assessment.scale != STEPS and self.assessment.scenarios:
            self.told.add(FindingCode.LEVELS_FITTED)
        return found

    def measures(self) -> list[dict[str, Any]]:
        """The list of measures, in our order."""
        for one in self.assessment.measures:
            if one.done_on is not None:
                self.told.add(FindingCode.MEASURE_FIELDS)
        return [
            {
                "title": one.title,
                "content": to_html(rich(one.text)),
                "placeholder": "measures.default_placeholder",
            }
            for one in self.assessment.measures
        ]

    def of_kind(self, kind: RiskKind) -> tuple[Scenario, ...]:
        """Our risks that go into one of the three."""
        return tuple(one for one in self.assessment.scenarios if kind_of(one) is kind)

    def left_over(self) -> Rich:
        """Risks to rights and freedoms alone: that program has no place for them but in a text."""
        others = [one for one in self.assessment.scenarios if kind_of(one) is None]
        if not others:
            return Rich()
        for _other in others:
            self.told.add(FindingCode.RISKS_AS_TEXT)
        heading = _("Other risks to rights and freedoms", language=self.language)
        lines = [RichBlock(spans=(Span(text=heading, bold=True),))]
        for one in others:
            text = ". ".join(filter(None, (one.title, " ".join(one.description.split()))))
            lines.append(RichBlock(spans=(Span(text=text),), kind=BlockKind.BULLET))
        return Rich(blocks=tuple(lines))

    def fitted(self, level: int) -> int:
        """A step of our scale on that of that program."""
        return level if self.assessment.scale == STEPS else _FOUR[min(level, 5)]

    def gravest(self, estimates: Iterable[Estimate]) -> Estimate:
        """The one to show for several; unset ones count least."""
        found = list(estimates)
        return max(found, key=_weight, default=Estimate())

    def _six(self, first: int, scenarios: tuple[Scenario, ...]) -> Answers:
        lists = [_lists(one) for one in scenarios]
        titles = [one.title for one in self._measures_of(scenarios)]
        worst = self.gravest(one.before for one in scenarios)
        columns = {
            IMPACTS: [item for one in lists for item in one.impacts],
            THREATS: [item for one in lists for item in one.threats],
            SOURCES: [item for one in lists for item in one.sources],
            MEASURES: titles,
        }
        found: Answers = [
            (first + which, {"text": None, "gauge": None, "list": items})
            for which, items in columns.items()
            if items
        ]
        for which, level, why in (
            (SEVERITY, worst.consequence, worst.consequence_why),
            (LIKELIHOOD, worst.likelihood, worst.likelihood_why),
        ):
            if level or why:
                data = {"text": to_html(rich(why)), "gauge": self.fitted(level), "list": []}
                found.append((first + which, data))
        return found

    def _measures_of(self, scenarios: tuple[Scenario, ...]) -> list[Measure]:
        keys = dict.fromkeys(key for one in scenarios for key in one.measures)
        found = (self.assessment.measure(key) for key in keys)
        return [one for one in found if one is not None]


def kind_of(scenario: Scenario) -> RiskKind | None:
    """Which of the three it goes into; one of rights or freedoms alone goes into none.

    One that nobody has said the kind of is taken for a breach of confidentiality.
    """
    if not scenario.kinds:
        return RiskKind.CONFIDENTIALITY
    return next((one for one in RISKS if one in scenario.kinds), None)


def _lists(scenario: Scenario) -> Lists:
    found = split(scenario.description)
    threats = () if is_risk_title(scenario.title) else (scenario.title,)
    cause = (" ".join(scenario.cause.split()),) if scenario.cause else ()
    who = (" ".join(scenario.who.split()),) if scenario.who else ()
    return Lists(
        impacts=(*who, *found.impacts),
        threats=(*threats, *found.threats, *cause),
        sources=found.sources,
    )


def _weight(estimate: Estimate) -> tuple[int, int]:
    return estimate.consequence * estimate.likelihood, estimate.consequence
