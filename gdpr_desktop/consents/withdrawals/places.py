"""What must happen in each place: what is stopped, erased, kept by another basis, or stays."""

from collections.abc import Iterable
from datetime import date

from gdpr_desktop.consents.codes import PlaceKind
from gdpr_desktop.consents.content import FormContent, Place
from gdpr_desktop.consents.withdrawals.model import TaskOutcomeCode as Outcome
from gdpr_desktop.law.calendar import add_working_days
from gdpr_desktop.law.rules import rules_on


def due_of(withdrawn_on: date) -> date:
    """By when all is stopped: «as soon as possible» (handbook 3.7), by the law's prompt days."""
    return add_working_days(withdrawn_on, rules_on(withdrawn_on).prompt_working_days)


def places_of(content: FormContent, purposes: Iterable[str]) -> tuple[Place, ...]:
    """The places of these purposes, each once; of two that differ, what demands most.

    Another basis or a print of one purpose does not save what another purpose left there.
    """
    asked = [content.purpose(key) for key in purposes]
    return together(place for one in asked if one is not None for place in one.places)


def together(places: Iterable[Place]) -> tuple[Place, ...]:
    """Each place once."""
    found: dict[str, Place] = {}
    for place in places:
        before = found.get(place.name)
        found[place.name] = place if before is None else _both(before, place)
    return tuple(found.values())


def all_places_known(content: FormContent, purposes: Iterable[str]) -> bool:
    """Does the form say where each of these purposes is used?"""
    found = [content.purpose(key) for key in purposes]
    return all(one is not None and one.places for one in found)


def _both(one: Place, other: Place) -> Place:
    same_basis = one.other_basis if one.other_basis == other.other_basis else ""
    return Place(
        name=one.name,
        kind=one.kind,
        responsible=one.responsible or other.responsible,
        erasable=one.erasable or other.erasable,
        other_basis=same_basis,
    )


def offered(place: Place, *, release: bool) -> tuple[Outcome, ...]:
    """What can have become of a place, the likeliest first.

    By a release from confidentiality data were shared: to take it back stops that and erases
    nothing, here or where they were sent.
    """
    if release:
        return (Outcome.STOPPED,)
    likely = proposed(place)
    return (likely, *(one for one in _ORDER if one is not likely))


def proposed(place: Place) -> Outcome:
    """What is to be done: to keep is also to use, so what rests on the consent alone is erased."""
    if place.other_basis:
        return Outcome.KEPT
    return Outcome.ERASED if place.erasable else Outcome.CANNOT


def must_be_told(place: Place) -> bool:
    """Has somebody outside got the data, so that they must be told (art. 19)?"""
    return place.kind is PlaceKind.RECIPIENT


_ORDER = (Outcome.ERASED, Outcome.STOPPED, Outcome.KEPT, Outcome.CANNOT)
