"""What was meant of each part, in: the plan of a measure, a risk judged anew, and comments."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from gdpr_desktop.dpia.codes import MeasureStatus, RiskKind
from gdpr_desktop.dpia.content import Comment, Measure, Scenario, new_key
from gdpr_desktop.dpia.pia_json.cleaning import day_of, line_of, moment_of, number_of, text_of
from gdpr_desktop.dpia.pia_json.listed import Evaluated, evaluation_text
from gdpr_desktop.dpia.pia_json.model import FindingCode
from gdpr_desktop.dpia.pia_json.places import RISKS, SECTIONS, TEXTS, item_of
from gdpr_desktop.dpia.pia_json.raw import Told
from gdpr_desktop.dpia.pia_json.risks import RisksIn

_REFERENCE = re.compile(r"\s*(\d)\.(\d)(?:\.(\d{1,15}))?\s*")
_ITEMS = {item_of(first): kind for kind, first in RISKS.items()}
NAME = "PIA"
MENDED, BETTER = 1, 2  # statuses: something is to be done


@dataclass(slots=True, kw_only=True)
class Evaluations:
    """What is said of a measure or a risk goes into it; what has no field becomes a comment."""

    told: Told
    risks: RisksIn
    now: datetime
    comments: list[Comment] = field(default_factory=list)

    def read(self, rows: Iterable[dict[str, Any]]) -> None:
        """All of them."""
        for row in rows:
            found = _REFERENCE.fullmatch(text_of(row.get("reference_to")))
            section, item, last = found.groups() if found else ("", "", None)
            about = self._read(f"{section}.{item}", number_of(last), row) if found else None
            if about is None:
                self.told.add(FindingCode.JUNK_REFERENCE, "evaluations")

    def _read(self, item: str, number: int | None, row: dict[str, Any]) -> str | None:
        """What it is about; None for a reference to nothing."""
        said = self._said(row)
        if item in _ITEMS:
            return self._of_risk(_ITEMS[item], said, row)
        if item == "3.1" and number is not None:
            return self._of_measure(number, said, row)
        about = None
        if number in TEXTS and item.startswith("2"):
            about = f"question:{TEXTS[number][0]}"
        elif item in SECTIONS:
            about = f"section:{SECTIONS[item]}"
        if about is not None and any(said):
            self._comment(about, said, row)
        return about

    def _of_risk(self, kind: RiskKind, said: Evaluated, row: dict[str, Any]) -> str:
        gauges = row.get("gauges")
        levels = gauges if isinstance(gauges, dict) else {}
        severity = self.risks.level(levels.get("x"), "gauges")
        likelihood = self.risks.level(levels.get("y"), "gauges")
        known = self.risks.scenarios.get(kind)
        if not any((*said, severity, likelihood)):
            return f"scenario:{known.key if known else ''}"
        scenario: Scenario = self.risks.scenario_at(RISKS[kind])
        after = replace(scenario.after, consequence=severity, likelihood=likelihood)
        self.risks.scenarios[kind] = replace(scenario, after=after, after_why=said.plan)
        about = f"scenario:{scenario.key}"
        rest = said._replace(plan="")
        judged = bool(severity or likelihood or said.plan)
        if rest != Evaluated(status=BETTER) or not judged:
            self._comment(about, rest, row)
        return about

    def _of_measure(self, number: int, said: Evaluated, row: dict[str, Any]) -> str | None:
        key = self.risks.key_of(number)
        if key is None:
            return None
        measure: Measure = self.risks.measures[key]
        planned = said.status in (MENDED, BETTER)
        status = MeasureStatus.PLANNED if planned else measure.status
        self.risks.measures[key] = replace(
            measure,
            status=status,
            owner=said.person or measure.owner,
            due=said.day or measure.due,
        )
        about = f"measure:{key}"
        in_fields = said.status in (0, BETTER) and not (said.comment or said.plan)
        if not in_fields:
            self._comment(about, said, row)
        return about

    def _said(self, row: dict[str, Any]) -> Evaluated:
        status = number_of(row.get("status")) or 0
        day = row.get("estimated_implementation_date")
        found = day_of(day)
        if day and found is None:
            self.told.add(FindingCode.BAD_DATE, text_of(day)[:40])
        return Evaluated(
            status=status if 0 <= status <= 3 else 0,
            comment=self.told.plain(row.get("evaluation_comment"), "evaluations"),
            plan=self.told.plain(row.get("action_plan_comment"), "evaluations"),
            person=line_of(row.get("person_in_charge"))[:200],
            day=found,
        )

    def _comment(self, about: str, said: Evaluated, row: dict[str, Any]) -> None:
        at = moment_of(row.get("created_at")) or self.now
        text = evaluation_text(said)
        self.comments.append(Comment(key=new_key(), about=about, text=text, name=NAME, at=at))
