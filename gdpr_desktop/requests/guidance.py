"""What the handbook wants at each step, from ``forms/guidance``, in the language of the screen."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from gdpr_desktop.core.dates import long_date, weekday
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.core.text import current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTexts:
    """One step: its title when done, the deed, why, and where the rule stands."""

    title: str
    action: str
    why: str
    handbook: tuple[str, ...]  # chapters
    articles: tuple[str, ...]  # of the Regulation


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteTexts:
    """A note shown where it matters."""

    title: str
    text: str


def step_texts(step_id: str) -> StepTexts:
    """The texts of a step, by ``Step.value``. Raises ``KeyError``."""
    return _steps(current_language())[step_id]


def note(note_id: str) -> NoteTexts:
    """A note by its id in ``requests.toml``. Raises ``KeyError``."""
    return _notes(current_language())[note_id]


def collection_mail(*, case_number: str, due: date, officer: str) -> str:
    """The e-mail to a department that may hold data: subject line first, no personal data."""
    language = current_language()
    day = f"{weekday(due, language)} {long_date(due)}"
    return _mail(language).format(case_number=case_number, due=day, officer=officer)


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(form("guidance").joinpath(name).read_text(encoding="utf-8"))


@cache
def _mail(language: Language) -> str:
    path = form("guidance") / f"collection_mail.{language.value}.txt"
    return path.read_text(encoding="utf-8").rstrip("\n")


@cache
def _steps(language: Language) -> dict[str, StepTexts]:
    places = _data("requests.toml")["steps"]
    words = _data(f"requests.{language.value}.toml")["steps"]
    return {
        step_id: StepTexts(
            title=words[step_id]["title"],
            action=words[step_id]["action"],
            why=words[step_id]["why"],
            handbook=tuple(place["handbook"]),
            articles=tuple(place["articles"]),
        )
        for step_id, place in places.items()
    }


@cache
def _notes(language: Language) -> dict[str, NoteTexts]:
    words = _data(f"requests.{language.value}.toml")["notes"]
    return {
        note_id: NoteTexts(title=one["title"], text=one["text"]) for note_id, one in words.items()
    }
