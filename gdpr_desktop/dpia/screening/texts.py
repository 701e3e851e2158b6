"""The words of «do we need one?», from ``forms/dpia/screening.*``.

The authority's list and the nine criteria have their words where the start of a processing asks
for them (``forms/assessments/start.*``); here are the examples to them, and the rest.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.core.text import current_language
from gdpr_desktop.dpia.screening.model import ALWAYS, CRITERIA, Excuse
from gdpr_desktop.law.impact import LISTED, WITH_ANOTHER
from gdpr_desktop.register.assessments.model import Kind
from gdpr_desktop.register.assessments.questions import words as questions

ENTRIES = (*LISTED, *WITH_ANOTHER)  # of the authority's list, in the order they are asked
PAGES = ("listed", "always", "criteria", "moments", "excuse", "result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing that is asked, with an example or a sentence of help."""

    id: str
    text: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the dialog. ``articles`` are of the Regulation, ``handbook`` chapters."""

    id: str
    title: str
    intro: str
    articles: tuple[str, ...]
    handbook: tuple[str, ...]


def page(page_id: str, language: Language | None = None) -> Page:
    """The words of a page, and where it stands in the law."""
    one, place = _words(language)["pages"][page_id], _structure()["pages"][page_id]
    return Page(
        id=page_id,
        title=one["title"],
        intro=one["intro"],
        articles=tuple(place["articles"]),
        handbook=tuple(place["handbook"]),
    )


def asked(page_id: str, language: Language | None = None) -> tuple[Asked, ...]:
    """What a page asks, in order: the list, art. 35(3), the criteria or the moments."""
    tree = _words(language)[page_id]
    if page_id == "listed":
        return tuple(_lent("always", one, tree[one], language) for one in ENTRIES)
    if page_id == "criteria":
        return tuple(_lent("criteria", one, tree[one], language) for one in CRITERIA)
    help_ = "example" if page_id == "always" else "help"
    return tuple(Asked(id=name, text=one["text"], help=one[help_]) for name, one in tree.items())


def entry_text(code: str, language: Language | None = None) -> str:
    """An entry of the list, a case of art. 35(3) or a criterion, in words."""
    if code in ALWAYS:
        return str(_words(language)["always"][code]["text"])
    where = "criteria" if code in CRITERIA else "always"
    return questions(Kind.START, language).questions[where].choices[code]


def moment_text(code: str, language: Language | None = None) -> str:
    """What is asked about nature, scope, purpose or context."""
    return str(_words(language)["moments"][code]["text"])


def excuse_text(excuse: Excuse | None, language: Language | None = None) -> Asked:
    """A reason why none is needed; None is «none of these»."""
    name = excuse.value if excuse is not None else "none"
    one = _words(language)["excuse"][name]
    return Asked(id=name, text=one["text"], help=one.get("help", ""))


def proof_text(excuse: Excuse, language: Language | None = None) -> str:
    """What must be shown for a reason to hold."""
    return str(_words(language)["excuse"][excuse.value]["proof"])


def code_text(code: str, language: Language | None = None) -> str:
    """A rule, or what an advice means."""
    return str(_words(language)["codes"][code])


def article(code: str) -> str:
    """Where a case of art. 35(3) stands: «35(3)(a)»."""
    return str(_structure()["always"][code]["article"])


def _lent(where: str, code: str, example: str, language: Language | None) -> Asked:
    text = questions(Kind.START, language).questions[where].choices[code]
    return Asked(id=code, text=text, help=example)


def _words(language: Language | None) -> dict[str, Any]:
    return _read(f"screening.{(language or current_language()).value}.toml")


def _structure() -> dict[str, Any]:
    return _read("screening.toml")


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(form("dpia").joinpath(name).read_text(encoding="utf-8"))
