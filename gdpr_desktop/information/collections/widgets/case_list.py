"""The columns of the list of collections."""

from typing import TYPE_CHECKING

from gdpr_desktop.casework.widgets.case_list import case_columns
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections.model import CloseOutcome
from gdpr_desktop.information.collections.steps import Step
from gdpr_desktop.information.collections.words import action_words, words
from gdpr_desktop.ui.list_model import Column

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def collection_columns(vault: "Vault") -> tuple[Column, ...]:
    """Deadline, person or group, next step, number."""
    return case_columns(
        vault,
        step_words=_step_words,
        outcome_words=_outcome_words,
        settled=_("Settled"),
        person=_("Person or group"),
    )


def _step_words(code: str) -> str:
    return action_words(Step(code))


def _outcome_words(code: str) -> str:
    return words(CloseOutcome(code))
