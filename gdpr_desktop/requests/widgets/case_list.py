"""The rows and columns of the list of requests."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from gdpr_desktop.casework.model import Case, CaseKind
from gdpr_desktop.casework.widgets.case_list import CaseSource, case_columns
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.lists import rights_of
from gdpr_desktop.requests.model import CloseOutcome, Right
from gdpr_desktop.requests.steps import Step
from gdpr_desktop.requests.words import action_words, rights_words, words
from gdpr_desktop.ui.list_model import Column

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_FIELDS = tuple(field.name for field in fields(Case))


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow(Case):
    """A case in the list, and what it is about: two cases of one person differ."""

    rights: tuple[Right, ...] = ()


class RequestSource(CaseSource):
    """Pages of requests; the rights of a whole page are read at once."""

    def __init__(self, vault: "Vault") -> None:
        super().__init__(vault, (CaseKind.REQUEST,))

    def page(self, offset: int, limit: int) -> tuple[Case, ...]:
        found = super().page(offset, limit)
        rights = rights_of(self._vault.db, (case.id for case in found))
        return tuple(_row(case, rights.get(case.id, ())) for case in found)


def request_columns(vault: "Vault") -> tuple[Column, ...]:
    """Deadline, person, rights, next step, number."""
    deadline, person, *others = case_columns(
        vault, step_words=_step_words, outcome_words=_outcome_words, settled=_("Answered")
    )
    rights = Column(header=_("It is about"), text=_rights, width=120, optional=True)
    return (deadline, person, rights, *others)


def _row(case: Case, rights: tuple[Right, ...]) -> RequestRow:
    return RequestRow(**{name: getattr(case, name) for name in _FIELDS}, rights=rights)


def _rights(row: RequestRow) -> str:
    return rights_words(row.rights)


def _step_words(code: str) -> str:
    return action_words(Step(code))


def _outcome_words(code: str) -> str:
    return words(CloseOutcome(code))
