"""What a letter must say by law; an own wording that lacks it is warned about.

``forms/letter_requirements.toml`` describes each requirement once; a template's ``ID.toml`` names
those that hold for it. Loads Jinja.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import nodes

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.letters.template import Template, Words
from gdpr_desktop.letters.template_check import parse_template
from gdpr_desktop.letters.template_limits import TemplateProblem, tidy

_TAG = re.compile(r"\{[{%#].*?[%#}]\}", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """Fields that must be used (``list.item`` for one inside a list), and words by language."""

    id: str
    fields: tuple[str, ...]
    words: dict[Language, tuple[str, ...]]
    say: Words


@lru_cache(maxsize=1)
def requirements() -> dict[str, Requirement]:
    """All of them, by id."""
    data = tomllib.loads(form("letter_requirements.toml").read_text(encoding="utf-8"))
    return {name: _requirement(name, one) for name, one in data.items()}


def _requirement(name: str, data: dict[str, Any]) -> Requirement:
    words = data.get("text", {})
    return Requirement(
        id=name,
        fields=tuple(data.get("fields", ())),
        words={language: tuple(words.get(language.value, ())) for language in Language},
        say=Words(**data["say"]),
    )


def missing_requirements(
    template: Template, language: Language, text: str
) -> tuple[Requirement, ...]:
    """What the law wants of this letter that ``text`` no longer says. ``text`` is checked."""
    tree = parse_template(tidy(text))
    if isinstance(tree, TemplateProblem):
        return ()
    used, said = _used(tree), _TAG.sub(" ", text).casefold()
    wanted = (requirements()[name] for name in template.must_have)
    return tuple(
        one
        for one in wanted
        if not used.issuperset(one.fields) or not all(_says(said, w) for w in one.words[language])
    )


def _says(said: str, words: str) -> bool:
    return any(re.search(rf"\b{re.escape(one)}", said) for one in words.split("|"))


def _used(tree: nodes.Template) -> set[str]:
    """Every field that is named; those inside a list as ``list.item``."""
    loops = {
        loop.target.name: loop.iter.name
        for loop in tree.find_all(nodes.For)
        if isinstance(loop.target, nodes.Name) and isinstance(loop.iter, nodes.Name)
    }
    names = {node.name for node in tree.find_all(nodes.Name)}
    for node in tree.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name):
            owner = node.node.name
            names.add(f"{loops.get(owner, owner)}.{node.attr}")
    return names
