"""The columns of the list of requests."""

from typing import TYPE_CHECKING

from gdpr_desktop.casework.widgets.case_list import case_columns
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.model import CloseOutcome
from gdpr_desktop.requests.steps import Step
from gdpr_desktop.requests.words import action_words, words
from gdpr_desktop.ui.list_model import Column

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def request_columns(vault: "Vault") -> tuple[Column, ...]:
    """Deadline, person, next step, number."""
    return case_columns(
        vault, step_words=_step_words, outcome_words=_outcome_words, settled=_("Answered")
    )


def _step_words(code: str) -> str:
    return action_words(Step(code))


def _outcome_words(code: str) -> str:
    return words(CloseOutcome(code))
