"""What the handbook wants at each step of a kind of case, in the language of the screen."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.core.text import current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTexts:
    """One step: its title, what is to be done, why, and where the rule stands."""

    title: str
    action: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteTexts:
    """A note shown where it matters."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """The texts of ``forms/guidance/NAME.LANGUAGE.toml``."""

    name: str

    def step(self, step_id: str) -> StepTexts:
        """The texts of a step, by ``Step.value``. Raises ``KeyError``."""
        one = _words(self.name, current_language())["steps"][step_id]
        return StepTexts(title=one["title"], action=one["action"], why=one["why"])

    def note(self, note_id: str) -> NoteTexts:
        """A note by its id. Raises ``KeyError``."""
        one = _words(self.name, current_language())["notes"][note_id]
        return NoteTexts(title=one["title"], text=one["text"])


@cache
def _words(name: str, language: Language) -> dict[str, Any]:
    path = form("guidance").joinpath(f"{name}.{language.value}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
