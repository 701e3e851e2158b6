"""Activities of the record → the facts of every text that tells people: pure, no case needed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.facts import municipality_facts
from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.bases import Basis, DataRight, Fit, fit
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    After,
    Answer,
    Law,
    LawfulBasis,
    Party,
    Provision,
    Purpose,
    Sensitivity,
    SpecialBasis,
    Transfer,
    TransferGround,
)
from gdpr_desktop.register.activities.words import (
    article_words,
    basis_name,
    condition_words,
    ground_words,
    laws_words,
    retention_words,
)
from gdpr_desktop.register.countries import country_name

Facts = dict[str, object]
Row = Mapping[str, object]

# What a letter says of the record or the case is changed there, never in one letter
RECORD_FACTS = frozenset(
    {
        "purposes",
        "interests",
        "tells_interest",
        "tells_receivers",
        "tells_transfers",
        "special_conditions",
        "data_categories",
        "receivers",
        "transfers",
        "inside_eea",
        "keeping",
        "data_sources",
        "erasure",
        "can_move",
        "can_object",
        "by_consent",
        "consent_line",
        "archived",
        "automated",
        "automated_article",
        "logic",
        "consequences",
        "provision",
        "provision_note",
    }
)

_TELLS = (("interest", "interests"), ("receivers", "receivers"), ("transfers", "transfers"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What of the activities was collected: nynorsk (or only) words; empty means all of it."""

    categories: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def key_of(text: Bilingual) -> str:
    """The words that a choice of it is kept by."""
    return text.nn or text.nb


def information_facts(
    activities: Sequence[Activity],
    municipality: Municipality,
    language: Language,
    chosen: Chosen | None = None,
) -> Facts:
    """What people are told of ``activities``, in ``language``: only what applies is there."""
    chosen = chosen or Chosen()
    purposes = tuple(_purposes(activities, language))
    found: Facts = {
        **municipality_facts(municipality),
        "controller_address": "\n".join(municipality.address.lines()),
        "purposes": purposes,
        "purpose_line": "; ".join(
            dict.fromkeys(_lower_first(str(one["text"])) for one in purposes)
        ),
        "consent_line": "; ".join(dict.fromkeys(_consented(activities, language))),
        "interests": tuple(_interests(activities, language)),
        "special_conditions": tuple(_conditions(activities, language)),
        "data_categories": tuple(_categories(activities, chosen, language)),
        "receivers": _parties((one for a in activities for one in a.recipients), language),
        "keeping": tuple(_keeping(activities, chosen, language)),
        "data_sources": tuple(_sources(activities, chosen, language)),
        **_outside(activities, language),
        **rights_facts(activities),
        **_automated(activities, language),
        **_provision(activities, language),
    }
    told = {f"tells_{name}": bool(found[key]) for name, key in _TELLS}
    return {**found, **told}


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _unique(rows: Iterable[Row]) -> Iterable[Row]:
    seen: list[Row] = []
    for row in rows:
        if row not in seen:
            seen.append(row)
            yield row


def _purposes(activities: Iterable[Activity], language: Language) -> Iterable[Row]:
    rows = (_purpose(one, language) for activity in activities for one in activity.purposes)
    return _unique(rows)


def _purpose(purpose: Purpose, language: Language) -> Row:
    return {
        "text": purpose.text.in_(language),
        "bases": "\n".join(_basis(basis, language) for basis in purpose.bases),
    }


def _consented(activities: Iterable[Activity], language: Language) -> Iterable[str]:
    """What people have said yes to: only this can they stop by withdrawing it."""
    for activity in activities:
        for purpose in activity.purposes:
            if any(one.basis is Basis.CONSENT for one in purpose.bases):
                yield _lower_first(purpose.text.in_(language)).rstrip(". ")


def _interests(activities: Iterable[Activity], language: Language) -> Iterable[Row]:
    return _unique(
        {"text": basis.interest.in_(language)}
        for activity in activities
        for purpose in activity.purposes
        for basis in purpose.bases
        if basis.basis is Basis.LEGITIMATE_INTERESTS and basis.interest
    )


def _basis(basis: LawfulBasis, language: Language) -> str:
    """With its act and section; an interest is told of by itself, a contract not at all."""
    words = f"{basis_name(basis.basis, language)}, {article_words(basis.basis.article, language)}"
    return _with_laws(words, basis.laws, language)


def _condition(one: SpecialBasis, language: Language) -> str:
    return _with_laws(condition_words(one.condition, language), one.laws, language)


def _with_laws(words: str, laws: Iterable[Law], language: Language) -> str:
    named = laws_words(laws, language)
    return f"{words} ({named})" if named else words


def _conditions(activities: Iterable[Activity], language: Language) -> Iterable[Row]:
    return _unique(
        {"name": _condition(one, language)} for activity in activities for one in activity.special
    )


def _categories(
    activities: Iterable[Activity], chosen: Chosen, language: Language
) -> Iterable[Row]:
    delicate = (Sensitivity.SPECIAL, Sensitivity.CRIMINAL)
    return _unique(
        {"name": one.text.in_(language), "delicate": one.sensitivity in delicate}
        for activity in activities
        for one in activity.data
        if not chosen.categories or key_of(one.text) in chosen.categories
    )


def _parties(parties: Iterable[Party], language: Language) -> tuple[Row, ...]:
    return tuple(_unique({"name": party.text.in_(language)} for party in parties))


def _sources(activities: Iterable[Activity], chosen: Chosen, language: Language) -> Iterable[Row]:
    return _unique(
        {"name": one.text.in_(language), "public": one.public}
        for activity in activities
        for one in activity.sources
        if not one.subject and (not chosen.sources or key_of(one.text) in chosen.sources)
    )


def _keeping(activities: Iterable[Activity], chosen: Chosen, language: Language) -> Iterable[Row]:
    for activity in activities:
        for one in activity.data:
            if chosen.categories and key_of(one.text) not in chosen.categories:
                continue
            time = retention_words(one.retention, language)
            if time:
                yield {"what": one.text.in_(language), "time": time}


def _outside(activities: Iterable[Activity], language: Language) -> Facts:
    """Transfers; that there is none is said only where the record says so."""
    activities = tuple(activities)
    transfers = [one for activity in activities for one in activity.transfers]
    inside = bool(activities) and all(one.outside_eea is Answer.NO for one in activities)
    return {
        "transfers": tuple(_unique(_transfer(one, language) for one in transfers)),
        "inside_eea": inside and not transfers,
    }


def _transfer(transfer: Transfer, language: Language) -> Row:
    return {
        "country": country_name(transfer.country, language),
        "recipient": transfer.recipient,
        "ground": _ground(transfer.ground, language),
        "safeguards": transfer.safeguards.in_(language),
        "support": transfer.support,
    }


def _ground(ground: TransferGround, language: Language) -> str:
    """Empty where none is given: then the letter cannot be made."""
    return "" if ground is TransferGround.NONE else ground_words(ground, language)


def rights_facts(activities: Iterable[Activity]) -> Facts:
    """The rights that fit the lawful bases, and what is kept in the archive."""
    activities = tuple(activities)
    bases = frozenset(basis for activity in activities for basis in activity.bases)
    erasing = {fit(DataRight.ERASURE, basis) for basis in bases}
    kept = (one.retention for activity in activities for one in activity.data)
    return {
        "erasure": _erasure(erasing),
        "can_object": any(fit(DataRight.OBJECTION, one) is Fit.YES for one in bases),
        "can_move": any(fit(DataRight.PORTABILITY, one) is not Fit.NO for one in bases),
        "by_consent": Basis.CONSENT in bases,
        "archived": any(one is not None and one.then is After.ARCHIVE for one in kept),
    }


def _erasure(found: set[Fit]) -> str:
    if found <= {Fit.YES}:
        return "full"
    return "limited" if found == {Fit.NO} else "partly"


def _automated(activities: Iterable[Activity], language: Language) -> Facts:
    made = [one.automated for one in activities if one.automated is not None]
    return {
        "automated": bool(made),
        "automated_article": ", ".join(cited(one.permitted_by) for one in made if one.permitted_by),
        "logic": _texts((one.logic for one in made), language),
        "consequences": _texts((one.consequences for one in made), language),
    }


def refuse_unexplained(activities: Iterable[Activity]) -> None:
    """Raise ``RefusedError`` where a machine decides and not said how: art. 13(2)(f), 14(2)(g)."""
    if all(map(_explained, activities)):
        return
    raise RefusedError(
        _("The activity has automated decisions, but not how they are made and what follows."),
        hint=_("Fill in the logic and the consequences in the activity first."),
    )


def _explained(activity: Activity) -> bool:
    how = activity.automated
    if how is None:
        return activity.automatic is not Answer.YES
    return bool(how.logic and how.consequences)


def _provision(activities: Iterable[Activity], language: Language) -> Facts:
    """Must they give the data? The strictest answer of several activities."""
    activities = tuple(activities)
    answers = {activity.provision for activity in activities}
    order = (Provision.STATUTORY, Provision.CONTRACTUAL, Provision.VOLUNTARY)
    found = next((one.value for one in order if one in answers), "")
    notes = (activity.provision_note for activity in activities)
    return {"provision": found, "provision_note": _texts(notes, language)}


def _texts(texts: Iterable[Bilingual], language: Language) -> str:
    said = dict.fromkeys(text.in_(language) for text in texts if text)
    return "\n\n".join(said)
