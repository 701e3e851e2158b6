"""The three risks and the measures, in: measures are joined to risks by their titles."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from gdpr_desktop.dpia.codes import MeasureStatus, RiskKind
from gdpr_desktop.dpia.content import Measure, Scenario, new_key
from gdpr_desktop.dpia.pia_json.cleaning import line_of, number_of
from gdpr_desktop.dpia.pia_json.listed import Lists, joined, risk_title
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
    risk_of,
)
from gdpr_desktop.dpia.pia_json.raw import LONGEST_TEXT, Told

LONGEST_TITLE = 200  # characters, of a measure
_MOST_ITEMS = 500


@dataclass(slots=True)
class _Six:
    """The answers to the six questions of a risk."""

    lists: dict[int, tuple[str, ...]] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class RisksIn:
    """Takes in rows in any order; ``join`` when all answers and measures have been read."""

    told: Told
    scenarios: dict[RiskKind, Scenario] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)  # by key
    _six: dict[RiskKind, _Six] = field(default_factory=dict)
    _keys: dict[int, str] = field(default_factory=dict)  # by the id in the file
    _taken: dict[str, int] = field(default_factory=dict)  # titles, with the last number given
    _by_title: dict[str, str] = field(default_factory=dict)  # as the risks name them

    def read_answer(self, number: int, data: dict[str, Any]) -> None:
        """One of the six answers of a risk."""
        kind = risk_of(number)
        assert kind is not None, "the caller has looked"
        six, which = self._six.setdefault(kind, _Six()), number - RISKS[kind]
        if which in (SEVERITY, LIKELIHOOD):
            six.levels[which] = self.level(data.get("gauge"), number)
            six.reasons[which] = self.told.plain(data.get("text"), number)
            return
        items = data.get("list")
        if isinstance(items, list):
            some = tuple(line for one in items[:_MOST_ITEMS] if (line := line_of(one)))
            six.lists[which] = six.lists.get(which, ()) + some
        if text := self.told.plain(data.get("text"), number):
            six.lists[which] = six.lists.get(which, ()) + tuple(filter(None, text.split("\n")))

    def read_measures(self, rows: Iterable[dict[str, Any]]) -> None:
        """The list of measures. Titles become unique."""
        for row in rows:
            text = self.told.plain(row.get("content"), "measures")
            named = line_of(row.get("title"))
            title = named or text.partition("\n")[0]
            if not title:
                continue
            if len(title) > LONGEST_TITLE and len(text) + len(title) < LONGEST_TEXT:
                text = f"{title}\n{text}".strip() if named else text
            made = Measure(
                key=new_key(),
                title=self._unique(title[:LONGEST_TITLE].strip()),
                text=text if named else text.partition("\n")[2].strip(),
                status=MeasureStatus.EXISTING,
            )
            self.measures[made.key] = made
            self._by_title.setdefault(title, made.key)
            number = number_of(row.get("id"))
            if number is not None:
                self._keys.setdefault(number, made.key)

    def join(self) -> None:
        """Make the scenarios, with the measures that they name."""
        for kind in RISKS:
            if kind not in self._six:
                continue
            six = self._six[kind]
            lists = (six.lists.get(one, ()) for one in (IMPACTS, THREATS, SOURCES))
            made = self._scenario(kind)
            before = replace(
                made.before,
                consequence=six.levels.get(SEVERITY, 0),
                likelihood=six.levels.get(LIKELIHOOD, 0),
                consequence_why=six.reasons.get(SEVERITY, ""),
                likelihood_why=six.reasons.get(LIKELIHOOD, ""),
            )
            named = dict.fromkeys(self._named(one) for one in six.lists.get(MEASURES, ()))
            changed = replace(
                made, description=joined(Lists(*lists)), before=before, measures=tuple(named)
            )
            if changed != made:
                self.scenarios[kind] = changed
            else:
                del self.scenarios[kind]

    def key_of(self, number: int | None) -> str | None:
        """The measure with this id in the file."""
        return self._keys.get(number) if number is not None else None

    def scenario_at(self, number: int) -> Scenario:
        """The scenario that an id belongs to, made when there was nothing in it."""
        kind = risk_of(number)
        assert kind is not None, "the caller has looked"
        return self._scenario(kind)

    def level(self, value: Any, where: object) -> int:
        """A step of a gauge; 0 when it is not set, or makes no sense."""
        found = number_of(value) if value is not None else 0
        if found is None or not 0 <= found <= STEPS:
            self.told.add(FindingCode.BAD_LEVEL, where)
            return 0
        return found

    def all_scenarios(self) -> tuple[Scenario, ...]:
        """In the order of that program."""
        return tuple(self.scenarios[kind] for kind in RISKS if kind in self.scenarios)

    def all_measures(self) -> tuple[Measure, ...]:
        """In the order of the file."""
        return tuple(self.measures.values())

    def _scenario(self, kind: RiskKind) -> Scenario:
        if kind not in self.scenarios:
            made = Scenario(key=new_key(), title=risk_title(kind), kinds=(kind,))
            self.scenarios[kind] = made
        return self.scenarios[kind]

    def _named(self, title: str) -> str:
        if title not in self._by_title:
            self.told.add(FindingCode.MEASURE_MADE, title)
            unique = self._unique(title[:LONGEST_TITLE].strip())
            made = Measure(key=new_key(), title=unique, status=MeasureStatus.EXISTING)
            self.measures[made.key] = made
            self._by_title[title] = made.key
        return self._by_title[title]

    def _unique(self, title: str) -> str:
        if title not in self._taken:
            self._taken[title] = 1
            return title
        self.told.add(FindingCode.SAME_TITLE, title)
        while (made := f"{title} ({self._taken[title] + 1})") in self._taken:
            self._taken[title] += 1
        self._taken[title] += 1
        self._taken[made] = 1
        return made
