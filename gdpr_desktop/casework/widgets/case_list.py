"""The rows and columns of a list of cases."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from gdpr_desktop.casework import lists
from gdpr_desktop.casework.deadline_words import Urgency, remaining, urgency
from gdpr_desktop.casework.model import Case, CaseFilter, CaseKind, CaseQuery, CaseSort
from gdpr_desktop.casework.narrowing import Narrowing
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.list_model import Column, Count

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

URGENCY_LOOKS = {
    Urgency.OVERDUE: ("overdue", "danger"),
    Urgency.TODAY: ("warning", "danger"),
    Urgency.SOON: ("warning", "warning"),
    Urgency.WEEK: ("clock", "text"),
    Urgency.LATER: ("clock", "muted"),
}


class CaseSource:
    """Pages of cases of some kinds, as the actor may see them."""

    def __init__(self, vault: "Vault", kinds: Iterable[CaseKind]) -> None:
        self._vault = vault
        self.query = CaseQuery(
            kinds=tuple(kinds), filter=CaseFilter.ALL, sort=CaseSort.NUMBER, descending=True
        )

    def filter(self, wanted: CaseFilter) -> None:
        """Show the cases of one chip: what is open by its deadline, the rest newest first."""
        past = wanted in (CaseFilter.CLOSED, CaseFilter.ALL)
        sort = CaseSort.NUMBER if past else CaseSort.DUE
        self.query = replace(self.query, filter=wanted, sort=sort, descending=past)

    def narrow(self, narrowing: Narrowing | None) -> None:
        """Show only what the feature's own filters ask for."""
        self.query = replace(self.query, narrowing=narrowing)

    def count(self) -> Count:
        vault = self._vault
        found = lists.count(vault.db, self.query, vault.actor, vault.clock.today())
        limit = lists.HIT_LIMIT if self.query.text else lists.COUNT_LIMIT
        return Count(min(found, limit), found > limit)

    def page(self, offset: int, limit: int) -> tuple[Case, ...]:
        vault = self._vault
        return lists.page(
            vault.db, self.query, vault.actor, vault.clock.today(), offset=offset, limit=limit
        )

    def sort(self, key: str, descending: bool) -> None:
        self.query = replace(self.query, sort=CaseSort(key), descending=descending)


class DueCell:
    """What the first column shows: the deadline while one runs, else how it ended.

    ``settled`` is said of an open case that no deadline runs in.
    """

    def __init__(self, vault: "Vault", outcome_words: Callable[[str], str], settled: str) -> None:
        self._clock = vault.clock
        self._outcome_words, self._settled = outcome_words, settled

    def text(self, case: Case) -> str:
        """«3 days left»."""
        if not case.open:
            return self._outcome_words(case.outcome) if case.outcome else _("Closed")
        return remaining(case.due, self._clock.today()) if case.due else self._settled

    def look(self, case: Case) -> tuple[str, str]:
        """Icon and tone."""
        if not case.open or case.due is None:
            return "done", "ok"
        return URGENCY_LOOKS[urgency(case.due, self._clock.today())]

    def tone(self, case: Case) -> str:
        """The colour of the words."""
        return self.look(case)[1] if case.open else "muted"

    def tip(self, case: Case) -> str:
        """The date itself."""
        return long_date(case.due) if case.due else self.text(case)


def _name(case: Case) -> str:
    return case.subject_name if case.anonymised_at is None else _("(erased)")


def _number(case: Case) -> str:
    return case.number


def case_columns(
    vault: "Vault",
    *,
    step_words: Callable[[str], str],
    outcome_words: Callable[[str], str],
    settled: str,
    person: str = "",
) -> tuple[Column, ...]:
    """Deadline, person, next step, number. The words are those of ``Case.next_step`` and outcome.

    ``person`` is the header over the names, where «Person» is not the word.
    """
    due = DueCell(vault, outcome_words, settled)

    def step(case: Case) -> str:
        return step_words(case.next_step) if case.next_step else "–"

    return (
        Column(
            header=_("Deadline"),
            text=due.text,
            sort_key=CaseSort.DUE,
            icon=due.look,
            tone=due.tone,
            tooltip=due.tip,
            width=160,
        ),
        Column(header=person or _("Person"), text=_name, sort_key=CaseSort.NAME, width=150),
        Column(header=_("Next step"), text=step, width=150, optional=True),
        Column(
            header=_("Number"),
            text=_number,
            sort_key=CaseSort.NUMBER,
            align_right=True,
            width=124,
            optional=True,
        ),
    )
