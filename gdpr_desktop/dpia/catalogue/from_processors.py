"""What the record says of processors, their agreements, and of transfers out of the EEA."""

from collections.abc import Mapping

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.catalogue.pieces import filled, lines
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.register.activities import words
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Answer as Said
from gdpr_desktop.register.activities.parts import Transfer
from gdpr_desktop.register.countries import country_name
from gdpr_desktop.register.processors.model import CLAUSES, FRAME, Agreement, Processor

_POINTS: Mapping[str, str] = dict(  # clause of 28(3) → point of the question
    zip(
        CLAUSES,
        (
            "instructions",
            "confidentiality",
            "security",
            "sub_processors",
            "rights",
            "assistance",
            "deletion",
            "audit",
        ),
        strict=True,
    )
)


def answers(
    activity: Activity, processors: tuple[Processor, ...], language: Language
) -> list[Answer]:
    """About processors and transfers; empty answers among them."""
    transfers = (*activity.transfers, *(each for one in processors for each in one.transfers))
    return [
        filled("processors_used", choice="yes" if processors else ""),
        filled("processors", rows=(row for one in processors for row in _rows(one, language))),
        filled("outside", choice=_outside(activity, processors, transfers)),
        filled("transfer", lines(words.transfer_words(one, language) for one in transfers)),
        _agreement(processors, language),
        _agreement_points(processors, language),
    ]


def _rows(one: Processor, language: Language) -> list[tuple[str, ...]]:
    country = country_name(one.country, language)
    found: list[tuple[str, ...]] = [(one.name, one.service.in_(language), country)]
    text = _("{name} (for {processor})", language=language)
    for sub in (sub for each in one.current for sub in each.sub_processors):
        name = text.format(name=sub.name, processor=one.name)
        found.append((name, sub.service, country_name(sub.country, language)))
    return found


def _outside(
    activity: Activity, processors: tuple[Processor, ...], transfers: tuple[Transfer, ...]
) -> str:
    """Yes where any says so; no where the activity and every processor say no."""
    said = {activity.outside_eea, *(one.outside_eea for one in processors)}
    if transfers or Said.YES in said:
        return "yes"
    return "no" if said == {Said.NO} else ""


def _agreement(processors: tuple[Processor, ...], language: Language) -> Answer:
    """Yes where each of them has signed one; else what is known, for the person to judge."""
    if not processors:
        return Answer(question="agreement")
    signed = _("{name}: signed {day}", language=language)
    unsigned = _("{name}: no signed agreement in the record", language=language)
    said, every = [], True
    for one in processors:
        days = [each.signed_on for each in one.current if each.signed_on]
        every = every and bool(days)
        day = long_date(max(days), language) if days else ""
        said.append((signed if days else unsigned).format(name=one.name, day=day))
    return filled("agreement", lines(said), choice="yes" if every else "")


def _agreement_points(processors: tuple[Processor, ...], language: Language) -> Answer:
    """Points of agreements that have been gone through: yes where all have it, else who lacks it.

    An agreement without a single tick in the record has not been gone through.
    """
    read = [
        (one.name, each) for one in processors for each in one.current if each.clauses or each.frame
    ]
    lacking = {
        point: [name for name, each in read if point not in _has(each)]
        for point in ("frame", *_POINTS.values(), "unlawful")
    }
    text = _("Lacks in the agreement with {names}", language=language)
    rows = [
        (point, "no" if names else "yes", text.format(names=", ".join(names)) if names else "")
        for point, names in lacking.items()
    ]
    return filled("agreement_points", rows=rows if read else ())


def _has(one: Agreement) -> frozenset[str]:
    found = {_POINTS[clause] for clause in one.clauses if clause in _POINTS}
    if set(FRAME) <= set(one.frame):
        found.add("frame")
    if one.warns is Said.YES:
        found.add("unlawful")
    return frozenset(found)
