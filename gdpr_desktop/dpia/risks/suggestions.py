"""What often can happen in municipal work, and what is done about it: ``forms/dpia/risks.toml``.

Only to begin from: what is taken into an assessment is a copy, to be judged and rewritten there.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import fold_short
from gdpr_desktop.core.paths import form
from gdpr_desktop.dpia.codes import MeasurePurpose, MeasureStatus, RiskKind
from gdpr_desktop.dpia.content import Assessment, Measure, Scenario, new_key


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedMeasure:
    """A measure, in one language."""

    id: str
    title: str
    text: str
    purpose: MeasurePurpose


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedRisk:
    """A risk, in one language. ``measures`` are ids of those that may lower it."""

    id: str
    areas: tuple[str, ...]
    kinds: tuple[RiskKind, ...]
    measures: tuple[str, ...]
    title: str
    meaning: str
    who: str
    cause: str

    def holds(self, text: str) -> bool:
        """Do all words of ``text`` stand in it?"""
        mine = fold_short(" ".join((self.title, self.meaning, self.who, self.cause)))
        return all(word in mine for word in fold_short(text).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """All of them, in one language. ``areas`` are (id, words)."""

    areas: tuple[tuple[str, str], ...]
    risks: tuple[SuggestedRisk, ...]
    measures: tuple[SuggestedMeasure, ...]

    def found(self, text: str = "", area: str = "") -> tuple[SuggestedRisk, ...]:
        """Those of an area that hold the words searched for."""
        fitting = (one for one in self.risks if not area or area in one.areas)
        return tuple(one for one in fitting if one.holds(text))

    def measures_of(self, risk: SuggestedRisk) -> tuple[SuggestedMeasure, ...]:
        """What may lower a risk."""
        by_id = {one.id: one for one in self.measures}
        return tuple(by_id[one] for one in risk.measures)


@cache
def suggestions(language: Language) -> Suggestions:
    """The suggestions in ``language``."""
    made, words = _structure(), _words(language)
    return Suggestions(
        areas=tuple((one, words["areas"][one]) for one in made["areas"]),
        risks=tuple(_risk(one, words["risks"][one["id"]]) for one in made["risks"]),
        measures=tuple(
            SuggestedMeasure(
                id=one["id"],
                purpose=MeasurePurpose(one["purpose"]),
                **words["measures"][one["id"]],
            )
            for one in made["measures"]
        ),
    )


def _risk(made: dict[str, Any], words: dict[str, str]) -> SuggestedRisk:
    return SuggestedRisk(
        id=made["id"],
        areas=tuple(made["areas"]),
        kinds=tuple(map(RiskKind, made["kinds"])),
        measures=tuple(made["measures"]),
        **words,
    )


def _structure() -> dict[str, Any]:
    return tomllib.loads(form("dpia/risks.toml").read_text("utf-8"))


def _words(language: Language) -> dict[str, Any]:
    return tomllib.loads(form(f"dpia/risks.{language.value}.toml").read_text("utf-8"))


def taken(content: Assessment) -> frozenset[str]:
    """The ids that stand in an assessment already."""
    return frozenset(one.suggestion for one in content.scenarios if one.suggestion)


def as_written(
    risks: Iterable[SuggestedRisk],
    measures: Iterable[SuggestedMeasure],
    states: Mapping[str, MeasureStatus],
) -> tuple[tuple[Scenario, ...], tuple[Measure, ...]]:
    """The risks as they are written into an assessment, pointing to those of ``measures``.

    ``states`` says of each measure whether it is there or planned.
    Nothing is judged beforehand: how grave and how likely it is here, nobody knows yet.
    """
    made = {
        one.id: Measure(
            key=new_key(),
            title=one.title,
            text=one.text,
            status=states[one.id],
            purpose=one.purpose,
            suggestion=one.id,
        )
        for one in measures
    }
    scenarios = tuple(
        Scenario(
            key=new_key(),
            title=one.title,
            description=one.meaning,
            who=one.who,
            cause=one.cause,
            kinds=one.kinds,
            measures=tuple(made[measure].key for measure in one.measures if measure in made),
            suggestion=one.id,
        )
        for one in risks
    )
    return scenarios, tuple(made.values())
