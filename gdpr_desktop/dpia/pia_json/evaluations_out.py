"""Evaluations and comments, out."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from gdpr_desktop.dpia.codes import MeasureStatus, RiskKind
from gdpr_desktop.dpia.content import Assessment, Comment, Measure
from gdpr_desktop.dpia.pia_json.evaluations import BETTER, NAME
from gdpr_desktop.dpia.pia_json.listed import Evaluated, evaluation_in
from gdpr_desktop.dpia.pia_json.places import REST, RISKS, SECTIONS, item_of, pia_id_of
from gdpr_desktop.dpia.pia_json.risks_out import RisksOut, kind_of
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.rich_html import to_html

Row = dict[str, Any]
_ITEM_OF_SECTION = {section: item for item, section in SECTIONS.items()}
_ACCEPTABLE = 3


def evaluations_out(
    found: Assessment, risks: RisksOut, numbers: Mapping[str, int]
) -> Iterator[Row]:
    """Of the measures, of the risks, then of single answers and sections."""
    said = [(one, evaluation_in(one.text)) for one in found.comments]
    told = {one.about: (one, what) for one, what in said if what is not None}
    for measure in found.measures:
        at, what = told.get(f"measure:{measure.key}", (None, None))
        row = _of_measure(measure, what)
        if row is not None:
            reference = f"3.1.{numbers[measure.key]}"
            yield {**_row(reference, row, at), "gauges": {"x": 0, "y": 0}}
    for kind in RISKS:
        yield from _of_risk(kind, risks, told)
    for comment, what in said:
        where = _reference(comment.about)
        if what is not None and where:
            yield {**_row(where, what, comment), "gauges": {"x": 0, "y": 0}}


def comments_out(found: Assessment, numbers: Mapping[str, int]) -> Iterator[Row]:
    """What is said of answers, risks and measures."""
    keys = {one.key: one for one in found.scenarios}
    for comment in found.comments:
        if evaluation_in(comment.text) is not None:
            continue
        what, _colon, name = comment.about.partition(":")
        number, measure = REST, False
        if what == "question":
            number = pia_id_of(name)
        elif what == "measure" and name in numbers:
            number, measure = numbers[name], True
        elif what == "scenario" and name in keys:
            kind = kind_of(keys[name])
            number = RISKS[kind] if kind is not None else REST
        yield {
            "description": _with_names(comment),
            "reference_to": number,
            "for_measure": measure,
            "created_at": _instant(comment.at),
        }


def _of_measure(measure: Measure, said: Evaluated | None) -> Evaluated | None:
    planned = measure.status is MeasureStatus.PLANNED
    if said is None:
        if not (planned or measure.owner or measure.due):
            return None
        said = Evaluated(status=BETTER if planned else 0)
    return said._replace(person=measure.owner or said.person, day=measure.due or said.day)


def _of_risk(
    kind: RiskKind, risks: RisksOut, told: Mapping[str, tuple[Comment, Evaluated]]
) -> Iterator[Row]:
    scenarios = risks.of_kind(kind)
    worst = risks.gravest(one.after for one in scenarios)
    plans = "\n".join(one.after_why for one in scenarios if one.after_why)
    found = [told[name] for one in scenarios if (name := f"scenario:{one.key}") in told]
    judged = bool(worst.consequence or worst.likelihood or plans)
    if not found and not judged:
        return
    comment, said = found[0] if found else (None, Evaluated(status=BETTER))
    gauges = {"x": risks.fitted(worst.consequence), "y": risks.fitted(worst.likelihood)}
    where = item_of(RISKS[kind])
    yield {**_row(where, said._replace(plan=plans or said.plan), comment), "gauges": gauges}
    for other, what in found[1:]:
        yield {**_row(where, what, other), "gauges": gauges}


def _reference(about: str) -> str:
    what, _colon, name = about.partition(":")
    if what == "section":
        return _ITEM_OF_SECTION.get(name, "")
    if what != "question":
        return ""
    number = pia_id_of(name)
    item = item_of(number)
    return f"{item}.{number}" if item.startswith("2") else item


def _row(reference: str, said: Evaluated, comment: Comment | None) -> Row:
    finished = said.status == _ACCEPTABLE or bool(said.status and said.comment)
    row: Row = {
        "reference_to": reference,
        "status": said.status,
        "global_status": 2 if finished else int(bool(said.status)),
        "evaluation_comment": to_html(rich(said.comment)),
        "action_plan_comment": to_html(rich(said.plan)),
        "estimated_implementation_date": _midnight(said.day),
        "person_in_charge": said.person,
    }
    return row | ({"created_at": _instant(comment.at)} if comment is not None else {})


def _with_names(comment: Comment) -> str:
    first = comment.text if comment.name == NAME else f"{comment.name}: {comment.text}"
    answer = f"\n{comment.answered_by}: {comment.answer}" if comment.answer else ""
    return first + answer


def _midnight(day: date | None) -> str | None:
    return f"{day.isoformat()}T00:00:00.000Z" if day is not None else None


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
