"""Routine disclosures to begin from: data in ``forms/disclosures``, to be checked before use."""

import tomllib
from dataclasses import replace
from functools import cache
from typing import Any

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.register.activities.parts import Law
from gdpr_desktop.register.disclosures.model import RoutineDisclosure


@cache
def starting_points() -> tuple[RoutineDisclosure, ...]:
    """All of them, in the order of the file. ``from_library`` is the id."""
    words = {language: _read(f"starting_points.{language.value}.toml") for language in Language}
    return tuple(
        _disclosure(point, words[Language.NYNORSK][point["id"]], words[Language.BOKMAL])
        for point in _read("starting_points.toml")["point"]
    )


def _disclosure(point: Any, nn: Any, bokmal: Any) -> RoutineDisclosure:
    nb = bokmal[point["id"]]

    def both(key: str) -> Bilingual:
        return Bilingual(nn=nn[key], nb=nb[key])

    acts = zip(nn["acts"], nb["acts"], point["basis"], strict=True)
    return RoutineDisclosure(
        name=both("name"),
        recipient_purpose=both("purpose"),
        data=both("data"),
        basis=tuple(Law(act=Bilingual(nn=a, nb=b), section=section) for a, b, section in acts),
        confidential=point["confidential"],
        lifted_by=Law(act=both("lifted_act"), section=point["lifted_by"]),
        from_library=point["id"],
    )


def begun_from(point: RoutineDisclosure, language: Language) -> RoutineDisclosure:
    """``point`` with what is kept in one language only in ``language``."""
    words = _read(f"starting_points.{language.value}.toml")[point.from_library]
    return replace(point, recipient=words["recipient"], how=words["how"], often=words["often"])


@cache
def _read(name: str) -> Any:
    return tomllib.loads(form(f"disclosures/{name}").read_text("utf-8"))
