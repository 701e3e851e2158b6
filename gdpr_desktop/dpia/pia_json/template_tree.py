"""The questions of a template that somebody made in that program, by their ids."""

from collections.abc import Iterator
from typing import Any

from gdpr_desktop.dpia.pia_json.cleaning import line_of, number_of
from gdpr_desktop.dpia.pia_json.places import RISKS, TEXTS


def own_questions(pia: dict[str, Any]) -> dict[int, str]:
    """Titles of questions that are not among the built-in ones."""
    data = pia.get("structure_data")
    found: dict[int, str] = {}
    for question in _questions(data if isinstance(data, dict) else {}):
        number, title = number_of(question.get("id")), line_of(question.get("title"))
        if number is not None and title and not is_built_in(number):
            found.setdefault(number, title[:500])
    return found


def is_built_in(number: int) -> bool:
    """Is it a question that every copy of that program has?"""
    return number in TEXTS or any(0 <= number - first < 6 for first in RISKS.values())


def _questions(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for section in _objects(data.get("sections")):
        for item in _objects(section.get("items")):
            yield from _objects(item.get("questions"))


def _objects(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, list):
        yield from (one for one in found if isinstance(one, dict))
