"""What the handbook wants at each step, from ``forms/guidance``, in the language of the screen."""

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


def step_texts(step_id: str) -> StepTexts:
    """The texts of a step, by ``Step.value``. Raises ``KeyError``."""
    one = _words(current_language())["steps"][step_id]
    return StepTexts(title=one["title"], action=one["action"], why=one["why"])


@cache
def _words(language: Language) -> dict[str, Any]:
    path = form("guidance").joinpath(f"withdrawals.{language.value}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
