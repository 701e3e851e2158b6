"""Made-up facts to try a template on: every branch of every letter (``letter_samples.toml``)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.municipality import Language, Municipality, definite_title
from gdpr_desktop.core.paths import form
from gdpr_desktop.letters.frame import Frame, Sender, Signer
from gdpr_desktop.letters.template import Template, Words

_LETTER = "26-001"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One set of facts for a letter. ``id`` is empty for the usual one."""

    id: str
    titles: Words

    def title(self, language: Language) -> str:
        """What sets it apart."""
        return self.titles[language]


_USUAL = Variant(id="", titles=Words(nn="Vanleg", nb="Vanlig"))


def variants(template: Template) -> tuple[Variant, ...]:
    """The sets of facts for ``template``, the usual one first."""
    found = (
        Variant(id=one["id"], titles=Words(**one["title"]))
        for one in _data().get("variant", ())
        if one["id"] and template.id in one["templates"]
    )
    return (_USUAL, *found)


def sample_facts(
    template: Template,
    language: Language,
    variant: str = "",
    municipality: Municipality | None = None,
) -> dict[str, object]:
    """Facts for every field of ``template``; what ``municipality`` knows in place of ours."""
    data = _data()
    facts: dict[str, object] = _in(data["facts"], language)
    for one in data["variant"]:
        if one["id"] in ("", variant) and template.id in one["templates"]:
            facts |= _in(one["facts"], language)
    if municipality is not None:
        facts |= _known(municipality)
    return facts


def sample_frame(language: Language, day: date, municipality: Municipality | None = None) -> Frame:
    """Everything around a sample letter."""
    person, facts = _in(_data()["person"], language), _in(_data()["facts"], language)
    officer = municipality.officer.name if municipality else ""
    name = officer or str(facts["officer_name"])
    sender = Sender.of(municipality) if municipality else Sender(name=facts["municipality"])
    return Frame(
        sender=sender,
        recipient=person["name"],
        recipient_address=PostalAddress(
            street=person["street"], postal_code=person["postal_code"], city=person["city"]
        ),
        day=day,
        our_reference=_LETTER,
        caseworker=name,
        signers=(Signer(name=name),),
    )


def _known(municipality: Municipality) -> Mapping[str, object]:
    officer = municipality.officer
    known = {
        "municipality": municipality.name,
        "controller_title": definite_title(municipality.controller_title),
        "controller_contact": _lines(municipality.phone, municipality.email, municipality.web),
        "officer_name": officer.name,
        "officer_contact": _lines(officer.phone, officer.email, *officer.address.lines()),
        "dialogue_url": municipality.dialogue_url,
    }
    return {name: value for name, value in known.items() if value}


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads(form("letter_samples.toml").read_text(encoding="utf-8"))


def _in(data: Any, language: Language) -> Any:
    """The data with its texts in one language."""
    if isinstance(data, dict):
        if set(data) == {"nn", "nb"}:
            return data[language.value]
        return {name: _in(inner, language) for name, inner in data.items()}
    if isinstance(data, list):
        return tuple(_in(inner, language) for inner in data)
    return data
