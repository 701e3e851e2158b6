"""From an address list to letters, one after the other. Nothing here knows the vault: a worker
makes the letters of what was read before it began."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from gdpr_desktop.breaches.many.model import Addressee
from gdpr_desktop.breaches.telling.facts import AFFECTED, CHILD
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.law.ages import age_on
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.letters.copies import Wordings

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class Reader(StrEnum):
    """Who reads a letter."""

    SELF = "self"
    PARENTS = "parents"  # of a child who is too young to be asked: handbook 5.2
    CHILD = "child"  # in words for children

    @property
    def template(self) -> str:
        """The letter."""
        return CHILD if self is Reader.CHILD else AFFECTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """All that the worker needs. ``facts`` by language and template, each with a ``frame``."""

    people: tuple[Addressee, ...]
    language: Language  # of who has none
    day: date
    facts: Mapping[tuple[Language, str], Mapping[str, object]]
    wordings: Wordings
    letterhead: bytes | None

    @property
    def template(self) -> str:
        """The letter that most get."""
        return AFFECTED


def reader_of(one: Addressee, day: date) -> Reader:
    """Who reads the letter about ``one``; an adult where the birth date is not known."""
    if one.born is None or one.born > day:
        return Reader.SELF
    age, ages = age_on(one.born, day), rules_on(day).ages
    if age < ages.access_may_ask:
        return Reader.PARENTS
    return Reader.CHILD if age < ages.adult else Reader.SELF


def letters(batch: Batch) -> Iterator["Letter"]:
    """A letter to each, in the order of the list. Raises ``AppError`` for one without content."""
    from gdpr_desktop.letters import Frame, render

    for one in batch.people:
        language, reader = one.language or batch.language, reader_of(one, batch.day)
        facts = dict(batch.facts[language, reader.template])
        frame, name = facts["frame"], one.name
        assert isinstance(frame, Frame)
        if reader is Reader.PARENTS:
            facts["on_behalf_of"] = name
            name = _("The parents or guardians of {name}", language=language).format(name=name)
        facts["frame"] = replace(frame, recipient=name, recipient_address=one.address)
        yield render(reader.template, language, facts, source=batch.wordings)
