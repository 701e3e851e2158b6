"""The rows and columns of the list of deviations."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gdpr_desktop.breaches.deviations import store
from gdpr_desktop.breaches.deviations.lists import DeviationFilter
from gdpr_desktop.breaches.deviations.model import Facts, Severity, state_of
from gdpr_desktop.breaches.deviations.words import ended_words, severity_words, state_words
from gdpr_desktop.casework.model import Case, CaseKind, CaseSort
from gdpr_desktop.casework.narrowing import Narrowing
from gdpr_desktop.casework.widgets.case_list import CaseSource, DueCell
from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.list_model import Column

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_TONES = {Severity.LOW: "muted", Severity.MEDIUM: "text", Severity.HIGH: "danger"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A deviation in the list."""

    case: Case
    facts: Facts

    @property
    def id(self) -> CaseId:
        """The case's."""
        return self.case.id


class DeviationSource(CaseSource):
    """Pages of deviations, each with what is known of it."""

    def __init__(self, vault: "Vault") -> None:
        super().__init__(vault, (CaseKind.DEVIATION,))

    def narrow(self, narrowing: Narrowing | None) -> None:
        asked = isinstance(narrowing, DeviationFilter) and not narrowing.empty
        super().narrow(narrowing if asked else None)

    def page(self, offset: int, limit: int) -> tuple[Row, ...]:
        found = super().page(offset, limit)
        facts = store.facts_by_case(self._vault.db, (case.id for case in found))
        return tuple(Row(case=case, facts=facts[case.id]) for case in found)


class DeviationCells:
    """What each column shows of a row."""

    def __init__(self, vault: "Vault") -> None:
        self._due = DueCell(vault, ended_words, _("Not set"))

    def due(self, row: Row) -> str:
        """How long it is to the next look, or how it ended."""
        return self._due.text(row.case)

    def due_look(self, row: Row) -> tuple[str, str]:
        """Icon and tone."""
        waits = row.case.open and row.case.due is None
        return ("open", "muted") if waits else self._due.look(row.case)

    def due_tone(self, row: Row) -> str:
        """The colour of the words."""
        return self.due_look(row)[1] if row.case.open else "muted"

    def due_tip(self, row: Row) -> str:
        """The date itself."""
        return self._due.tip(row.case)

    @staticmethod
    def title(row: Row) -> str:
        """What happened, in a line."""
        return row.case.subject_name if row.case.anonymised_at is None else _("(erased)")

    @staticmethod
    def noticed(row: Row) -> str:
        """The day it was noticed."""
        return short_date(row.facts.noticed_on)

    @staticmethod
    def severity(row: Row) -> str:
        """How serious it is."""
        return severity_words(row.facts.severity)

    @staticmethod
    def severity_tone(row: Row) -> str:
        """The colour of the words."""
        return _TONES[row.facts.severity] if row.case.open else "muted"

    @staticmethod
    def state(row: Row) -> str:
        """How far it has come."""
        return state_words(state_of(row.case, row.facts.responsible))

    @staticmethod
    def responsible(row: Row) -> str:
        """Who follows it up."""
        return row.facts.responsible or "–"

    @staticmethod
    def department(row: Row) -> str:
        """Department, or the system where none is named."""
        return row.facts.department or row.facts.system or "–"

    @staticmethod
    def number(row: Row) -> str:
        """The case's number."""
        return row.case.number


def columns(vault: "Vault") -> tuple[Column, ...]:
    """Next follow-up, what, severity, state, department, responsible, noticed, number."""
    cells = DeviationCells(vault)
    return (
        Column(
            header=_("Next follow-up"),
            text=cells.due,
            sort_key=CaseSort.DUE,
            icon=cells.due_look,
            tone=cells.due_tone,
            tooltip=cells.due_tip,
            width=150,
        ),
        Column(header=_("What happened"), text=cells.title, sort_key=CaseSort.NAME, width=190),
        Column(
            header=_("Severity"),
            text=cells.severity,
            tone=cells.severity_tone,
            width=128,
            optional=True,
        ),
        Column(header=_("State"), text=cells.state, width=120, optional=True),
        Column(header=_("Department"), text=cells.department, width=130, optional=True),
        Column(header=_("Follows it up"), text=cells.responsible, width=140, optional=True),
        Column(
            header=_("Noticed"),
            text=cells.noticed,
            sort_key=CaseSort.RECEIVED,
            width=100,
            optional=True,
        ),
        Column(
            header=_("Number"),
            text=cells.number,
            sort_key=CaseSort.NUMBER,
            align_right=True,
            width=100,
            optional=True,
        ),
    )
