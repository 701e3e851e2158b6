"""What was changed in a work file, against what was sent and what stands in the register now.

Everything has a key that is the same in every copy, so it is compared one by one: an answer, a
scenario, a measure, an attachment, a comment, a line of the first page; and the order of the risks
and of the measures. What was changed in the
file alone is taken; what was changed on both sides is a clash, and a person chooses.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gdpr_desktop.dpia.content import About, Answer, Assessment, Measure

_NOT_SENT = frozenset({"activities"})  # a work file has no record of processing


class Part(StrEnum):
    """What kind of thing differs, in the order they are shown."""

    ABOUT = "about"
    ANSWER = "answer"
    SCENARIO = "scenario"
    MEASURE = "measure"
    ATTACHMENT = "attachment"
    COMMENT = "comment"
    ORDER = "order"  # of the risks or the measures
    SCALE = "scale"


class Side(StrEnum):
    """Whose is kept."""

    HERE = "here"
    THERE = "there"


@dataclass(frozen=True, slots=True)
class Order:
    """The keys of the risks, or of the measures, in a row."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that was changed in the file. A value is None where the thing is not there."""

    part: Part
    key: str  # of a line of the first page: the name of the field; of an order: of what
    before: Any  # of the scale: its steps, and the municipality's own
    here: Any
    there: Any

    @property
    def clash(self) -> bool:
        """Was it changed here too?"""
        return bool(self.here != self.before)

    @property
    def name(self) -> str:
        """What tells it from the others."""
        return f"{self.part.value}:{self.key}"


_ORDERED = (Part.SCENARIO, Part.MEASURE)
Choices = Mapping[str, Side]  # by the name of a difference


def differences(base: Assessment, here: Assessment, there: Assessment) -> tuple[Difference, ...]:
    """What is to be taken in or chosen; what is alike on both sides now is none of it."""
    before, ours, theirs = (_things(one) for one in (base, here, there))
    order = dict.fromkeys((*ours, *theirs))
    found = (
        Difference(
            part=part,
            key=key,
            before=before.get((part, key)),
            here=ours.get((part, key)),
            there=theirs.get((part, key)),
        )
        for part, key in order
    )
    changed = [
        one
        for one in (*found, *_orders(base, here, there))
        if one.there != one.before and one.there != one.here
    ]
    return tuple(sorted(changed, key=_place))


def merged(
    here: Assessment, found: tuple[Difference, ...], choices: Choices, *, catalogue: str = ""
) -> Assessment:
    """``here`` with what was changed in the file, but where a choice says to keep what is here."""
    things, orders = _things(here), {}
    for one in found:
        if choices.get(one.name, Side.THERE) is Side.HERE:
            continue
        if one.part is Part.ORDER:
            orders[Part(one.key)] = one.there
        elif one.there is None:
            things.pop((one.part, one.key), None)
        else:
            things[one.part, one.key] = one.there
    for part, order in orders.items():
        things = _arranged(things, part, order)
    return _assessment(here, things, catalogue)


def alike(one: Assessment, other: Assessment) -> bool:
    """Do they say the same, risks and measures in the same order?"""
    orders = ([_keys(each, part) for part in _ORDERED] for each in (one, other))
    return _things(one) == _things(other) and next(orders) == next(orders)


def _keys(content: Assessment, part: Part) -> list[str]:
    items = content.scenarios if part is Part.SCENARIO else content.measures
    return [one.key for one in items]


def _orders(base: Assessment, here: Assessment, there: Assessment) -> Iterator[Difference]:
    """How what all three have is ordered in each; what is new in the file stands last elsewhere."""
    for part in _ORDERED:
        before, ours, theirs = (_keys(one, part) for one in (base, here, there))
        shared = set(before) & set(ours) & set(theirs)
        new = [key for key in theirs if key not in before and key not in ours]
        yield Difference(
            part=Part.ORDER,
            key=part.value,
            before=Order((*(key for key in before if key in shared), *new)),
            here=Order((*(key for key in ours if key in shared), *new)),
            there=Order(tuple(key for key in theirs if key in shared or key in new)),
        )


def _arranged(things: "_Things", part: Part, order: Order) -> "_Things":
    """Those of a kind in the order wanted; what it does not tell of stays behind its neighbour."""
    keys, told = [key for kind, key in things if kind is part], set(order.keys)
    found = [key for key in order.keys if (part, key) in things]
    for number, key in enumerate(keys):
        if key not in told:
            found.insert(found.index(keys[number - 1]) + 1 if number else 0, key)
    others = {name: value for name, value in things.items() if name[0] is not part}
    return others | {(part, key): things[part, key] for key in found}


def _place(one: Difference) -> int:
    return list(Part).index(one.part)


_Things = dict[tuple[Part, str], Any]


def _things(content: Assessment) -> _Things:
    lines = (each.name for each in dataclasses.fields(About) if each.name not in _NOT_SENT)
    found: _Things = {(Part.ABOUT, name): getattr(content.about, name) for name in lines}
    found |= {(Part.ANSWER, one.question): one for one in content.answers if one}
    for part, items in (
        (Part.SCENARIO, content.scenarios),
        (Part.MEASURE, content.measures),
        (Part.ATTACHMENT, content.attachments),
        (Part.COMMENT, content.comments),
    ):
        found |= {(part, one.key): one for one in items}
    return found | {(Part.SCALE, ""): (content.scale, content.own_scale)}


def _assessment(here: Assessment, things: _Things, catalogue: str) -> Assessment:
    def of(part: Part) -> tuple[Any, ...]:
        return tuple(value for (kind, _key), value in things.items() if kind is part)

    lines = {key: value for (part, key), value in things.items() if part is Part.ABOUT}
    measures = _told_apart(of(Part.MEASURE))
    keys = {one.key for one in measures}
    scenarios = tuple(
        dataclasses.replace(one, measures=tuple(key for key in one.measures if key in keys))
        for one in of(Part.SCENARIO)
    )
    answers: tuple[Answer, ...] = of(Part.ANSWER)
    scale, own_scale = things[Part.SCALE, ""]
    return dataclasses.replace(
        here,
        about=dataclasses.replace(here.about, **lines),
        answers=tuple(sorted(answers, key=_question)),
        scenarios=scenarios,
        measures=measures,
        attachments=of(Part.ATTACHMENT),
        comments=of(Part.COMMENT),
        scale=scale,
        own_scale=own_scale,
        catalogue=max(here.catalogue, catalogue),
    )


def _question(answer: Answer) -> str:
    return answer.question


def _told_apart(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Titles are unique in an assessment: the later of two alike gets a number."""
    taken: set[str] = set()
    found = []
    for one in measures:
        title, number = one.title, 1
        while title.casefold() in taken:
            number += 1
            title = f"{one.title} ({number})"
        taken.add(title.casefold())
        found.append(one if title == one.title else dataclasses.replace(one, title=title))
    return tuple(found)
