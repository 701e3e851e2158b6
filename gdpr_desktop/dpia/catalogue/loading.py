"""The questions that come with the program, from ``forms/dpia``: structure once, words twice."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.dpia.catalogue.model import Catalogue, Question, QuestionKind, Section

_NN, _NB = Language.NYNORSK, Language.BOKMAL
_Words = Mapping[Language, Mapping[str, Any]]
_When = Mapping[str, tuple[str, ...]]


@cache
def builtin() -> Catalogue:
    """All sections with their questions, in order."""
    tree = _tree("questions.toml")
    words = {one: _tree(f"questions.{one.value}.toml") for one in Language}
    asked = (one for section in tree["sections"] for one in section["questions"])
    when = {one["id"]: tuple(one.get("when", ())) for one in asked}
    parts = zip(words[_NN]["parts"], words[_NB]["parts"], strict=True)
    return Catalogue(
        version=tree["version"],
        parts=tuple(Bilingual(nn=nn, nb=nb) for nn, nb in parts),
        sections=tuple(_section(one, words, when) for one in tree["sections"]),
    )


def _tree(name: str) -> dict[str, Any]:
    return tomllib.loads(form("dpia").joinpath(name).read_text(encoding="utf-8"))


def _section(tree: Mapping[str, Any], words: _Words, when: _When) -> Section:
    own = {language: one["sections"][tree["id"]] for language, one in words.items()}
    asked = {language: one["questions"] for language, one in words.items()}
    return Section(
        id=tree["id"],
        part=tree["part"],
        title=_both(own, "title"),
        intro=_both(own, "intro"),
        questions=tuple(_question(one, asked, when) for one in tree["questions"]),
    )


def _question(tree: Mapping[str, Any], words: _Words, when: _When) -> Question:
    own = {language: asked[tree["id"]] for language, asked in words.items()}
    return Question(
        id=tree["id"],
        kind=QuestionKind(tree["kind"]),
        text=_both(own, "text"),
        why=_both(own, "why"),
        example=_both(own, "example"),
        choices=_named(tree.get("choices", ()), own, "choices"),
        columns=_named(tree.get("columns", ()), own, "columns"),
        when=_whole(tree["id"], when),
        required=tree.get("required", True),
        articles=tuple(tree.get("articles", ())),
        handbook=tuple(tree.get("handbook", ())),
    )


def _both(words: _Words, name: str) -> Bilingual:
    return Bilingual(nn=words[_NN][name], nb=words[_NB][name])


def _named(ids: tuple[str, ...], words: _Words, name: str) -> tuple[tuple[str, Bilingual], ...]:
    if not ids:
        return ()
    own = {language: one[name] for language, one in words.items()}
    return tuple((one, _both(own, one)) for one in ids)


def _whole(question_id: str, when: _When) -> tuple[str, ...]:
    """The conditions of a question, each with those of the question it hangs on: the answer to a
    question that has folded since does not count."""
    found: list[str] = []
    for condition in when[question_id]:
        others = _whole(condition.partition("=")[0], when)
        found += [f"{condition} & {other}" for other in others] or [condition]
    return tuple(found)
