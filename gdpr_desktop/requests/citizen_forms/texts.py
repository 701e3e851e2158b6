"""The forms, from ``forms/citizens``: structure once, words in each written form."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.requests.citizen_forms.model import (
    CitizenForm,
    FieldKind,
    FormField,
    FormKind,
    FormSection,
)

WISH = "wish"  # the section of the right itself


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """A field as it is asked, a sentence of help, and the words of its choices."""

    label: str
    help: str = ""
    choices: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormWords:
    """The words of one form. ``sections`` has a heading and a sentence; ``texts`` what is the same
    in all forms; ``file`` what its file is called."""

    title: str
    short: str
    file: str
    intro: str
    points: tuple[str, ...]
    sections: dict[str, tuple[str, str]]
    fields: dict[str, FieldWords]
    texts: dict[str, str]


@cache
def version() -> int:
    """Raised when a field changes its meaning: an older program does not guess."""
    return int(_tree("common.toml")["version"])


@cache
def citizen_form(kind: FormKind) -> CitizenForm:
    """What a form asks."""
    common, own = _tree("common.toml"), _tree(f"{kind}.toml")
    wish = FormSection(id=WISH, fields=tuple(map(_field, own["fields"])))
    return CitizenForm(
        kind=kind,
        sections=(*map(_section, common["before"]), wish, *map(_section, common["after"])),
        articles=tuple(own["articles"]),
        handbook=tuple(own["handbook"]),
    )


@cache
def form_words(kind: FormKind, language: Language) -> FormWords:
    """A form's words in one language."""
    common, own = _tree(f"common.{language}.toml"), _tree(f"{kind}.{language}.toml")
    sections = {key: (one["title"], one["intro"]) for key, one in common["sections"].items()}
    return FormWords(
        title=own["title"],
        short=own["short"],
        file=own["file"],
        intro=own["intro"],
        points=tuple(own["points"]),
        sections={**sections, WISH: (own["heading"], "")},
        fields={key: _words(one) for key, one in (common["fields"] | own["fields"]).items()},
        texts=dict(common["texts"]),
    )


def _tree(name: str) -> dict[str, Any]:
    return tomllib.loads(form("citizens").joinpath(name).read_text(encoding="utf-8"))


def _section(tree: dict[str, Any]) -> FormSection:
    return FormSection(id=tree["id"], fields=tuple(map(_field, tree["fields"])))


def _field(tree: dict[str, Any]) -> FormField:
    return FormField(
        id=tree["id"],
        kind=FieldKind(tree["kind"]),
        choices=tuple(tree.get("choices", ())),
        fills_in=tree.get("fills_in", ""),
        adds=tuple(tree.get("adds", {}).items()),
    )


def _words(tree: dict[str, Any]) -> FieldWords:
    return FieldWords(
        label=tree["label"], help=tree.get("help", ""), choices=dict(tree.get("choices", {}))
    )
