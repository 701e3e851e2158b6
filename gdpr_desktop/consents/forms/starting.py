"""Starting points: forms that most municipalities use, to be filled in and changed.

``forms/consents``: the structure once, the words in nynorsk and in bokmål, joined by the id.
"""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from gdpr_desktop.consents.codes import (
    Audience,
    FormKind,
    LanguageLevel,
    Lasting,
    Matter,
    PictureUse,
    PlaceKind,
)
from gdpr_desktop.consents.content import FormContent, Place, Purpose
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form

_MATTERS = {
    FormKind.BASIS: Matter.ORDINARY,
    FormKind.CONFIDENTIALITY: Matter.CONFIDENTIALITY,
    FormKind.PICTURE: Matter.PICTURE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A starting point in the list."""

    id: str
    kind: FormKind
    name: str
    about: str


def starts(language: Language) -> tuple[Start, ...]:
    """All starting points, those of one kind together."""
    return tuple(
        Start(
            id=start_id,
            kind=FormKind(data["kind"]),
            name=_said("starts", start_id, "name").in_(language),
            about=_said("starts", start_id, "about").in_(language),
        )
        for start_id, data in _structure()["starts"].items()
    )


def content_from(start_id: str, language: Language) -> FormContent:
    """The form that a starting point describes; what only the municipality knows is blank.

    ``language`` is that of what is kept in one language. Raises ``KeyError``.
    """
    data = _structure()["starts"][start_id]
    kind, audience = FormKind(data["kind"]), Audience(data["audience"])
    found = [purpose_of(PictureUse(one), audience, language) for one in data.get("uses", ())]
    found += [_purpose(start_id, one, kind, language) for one in data.get("purposes", ())]
    texts: dict[str, Any] = {name: _said("starts", start_id, name) for name in _TEXTS}
    texts |= {name: texts[name] or _said("shared", name, kind.value) for name in _SHARED}
    return FormContent(
        kind=kind,
        audience=audience,
        level=LanguageLevel(data.get("level", LanguageLevel.ADULT.value)),
        purposes=tuple(replace(one, key=f"p{n}") for n, one in enumerate(found, 1)),
        lasting=Lasting(data["lasting"]),
        law=_said("starts", start_id, "law").in_(language),
        online=data.get("online", False),
        age_check=_said("starts", start_id, "age_check").in_(language),
        **texts,
    )


_TEXTS = (
    *("title", "sources", "data", "recipients", "use", "withdraw_how", "withdraw_after"),
    *("irrevocable", "refusing", "explicit"),
)
_SHARED = ("withdraw_how", "withdraw_after", "irrevocable")


def blank_content(kind: FormKind) -> FormContent:
    """A form without a starting point: only what is true of all forms of its kind."""
    audience = Audience.ADULTS if kind is FormKind.BASIS else Audience.CHILDREN
    texts: dict[str, Any] = {name: _said("shared", name, kind.value) for name in _SHARED}
    return FormContent(kind=kind, audience=audience, **texts)


def matter_of(kind: FormKind) -> Matter:
    """What a purpose of such a form is about, unless somebody says otherwise."""
    return _MATTERS[kind]


def purpose_of(
    use: PictureUse,
    audience: Audience,
    language: Language,
    level: LanguageLevel = LanguageLevel.ADULT,
) -> Purpose:
    """What is done with a picture, as a purpose with its own sentence; it has no key yet.

    A form about children that adults read speaks of «your child», any other of «you».
    """
    parents = audience is Audience.CHILDREN and level is LanguageLevel.ADULT
    reader = "children" if parents else "others"
    return Purpose(
        key="",
        text=_said("uses", reader, use.value),
        matter=Matter.PICTURE,
        use=use,
        places=_places(_structure()["uses"][use.value], language),
    )


def _purpose(start_id: str, data: Any, kind: FormKind, language: Language) -> Purpose:
    return Purpose(
        key="",
        text=_said("starts", start_id, "purposes", data["id"]),
        matter=Matter(data.get("matter", _MATTERS[kind].value)),
        use=PictureUse(data["use"]) if "use" in data else None,
        special=data.get("special", False),
        places=_places(data.get("places", ()), language),
    )


def _places(ids: Any, language: Language) -> tuple[Place, ...]:
    known = _structure()["places"]
    return tuple(
        Place(
            name=_said("places", one).in_(language),
            kind=PlaceKind(known[one]["kind"]),
            erasable=known[one].get("erasable", True),
        )
        for one in ids
    )


def _said(*path: str) -> Bilingual:
    nynorsk, bokmal = _words(Language.NYNORSK), _words(Language.BOKMAL)
    return Bilingual(nn=_text(nynorsk, path), nb=_text(bokmal, path))


def _text(branch: Any, path: tuple[str, ...]) -> str:
    for key in path:
        branch = branch.get(key, {})
    return branch if isinstance(branch, str) else ""


@cache
def _structure() -> dict[str, Any]:
    return _read("starting.toml")


@cache
def _words(language: Language) -> dict[str, Any]:
    return _read(f"starting.{language.value}.toml")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(form("consents").joinpath(name).read_text(encoding="utf-8"))
