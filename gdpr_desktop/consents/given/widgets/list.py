"""The rows and columns of the list of consents."""

from dataclasses import replace
from typing import TYPE_CHECKING

from gdpr_desktop.casework.lists import COUNT_LIMIT, HIT_LIMIT
from gdpr_desktop.consents.codes import State
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given import lists
from gdpr_desktop.consents.given.lists import Anchors, Chip, ConsentQuery, ConsentRow, Sort
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.dates import long_date, short_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.list_model import Column, Count

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_Look = tuple[str, str]
_LOOKS: dict[State, _Look] = {
    State.VALID: ("done", "ok"),
    State.LACKING: ("warning", "warning"),
    State.REFUSED: ("close", "muted"),
    State.WITHDRAWN: ("close", "muted"),
}
_NEWER: _Look = ("archive", "muted")


class ConsentSource:
    """Pages of consents, as the actor may see them."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        self._anchors = Anchors()
        self.query = ConsentQuery()
        self.total = Count(0)

    def ask(self, query: ConsentQuery) -> None:
        """Show this from now on, in the order that the list has."""
        self.query = replace(query, sort=self.query.sort, descending=self.query.descending)
        self._anchors.clear()

    def count(self) -> Count:
        vault = self._vault
        self._anchors.clear()
        found = lists.count(vault.db, self.query, vault.actor, vault.clock.today(), self._anchors)
        limit = HIT_LIMIT if self.query.text else COUNT_LIMIT
        self.total = Count(min(found, limit), found > limit)
        return self.total

    def page(self, offset: int, limit: int) -> tuple[ConsentRow, ...]:
        vault = self._vault
        return lists.page(
            vault.db,
            self.query,
            vault.actor,
            vault.clock.today(),
            offset=offset,
            limit=limit,
            anchors=self._anchors,
        )

    def sort(self, key: str, descending: bool) -> None:
        self.query = replace(self.query, sort=Sort(key), descending=descending)
        self._anchors.clear()


class ConsentCells:
    """What each column shows of a row."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        self._titles: dict[CaseId, str] = {}

    def read_titles(self) -> None:
        """Read the names of the forms anew."""
        found = forms.names(self._vault.db, self._vault.actor, in_use=False)
        self._titles = {one.id: one.title for one in found}

    def form(self, row: ConsentRow) -> str:
        """The form's title."""
        if row.form_id not in self._titles:
            self.read_titles()
        return self._titles.get(row.form_id, "–")

    def chip(self, row: ConsentRow) -> Chip | None:
        """Why somebody should look at the row today."""
        today = self._vault.clock.today()
        if row.state is State.WITHDRAWN:
            return Chip.WITHDRAWN
        if row.state is State.REFUSED:
            return None
        if row.valid_until is not None and row.valid_until < today:
            return Chip.EXPIRED
        if row.state is State.LACKING:
            return Chip.LACKING
        due = row.attention_on is not None and row.attention_on <= today
        return Chip.RENEWAL if due else None

    def state(self, row: ConsentRow) -> str:
        """«Valid», «Needs renewal»."""
        if row.pending:
            return _("Withdrawal asked for")
        chip = self.chip(row)
        if chip is Chip.EXPIRED:
            return _("Ended")
        if chip is Chip.RENEWAL:
            return _("Ask again")
        return _("Newer answer") if self._taken_over(row) else words(row.state)

    def look(self, row: ConsentRow) -> _Look:
        """Icon and tone."""
        if row.pending:
            return "warning", "warning"
        chip = self.chip(row)
        if chip is Chip.EXPIRED:
            return "overdue", "danger"
        if chip is Chip.RENEWAL:
            return "clock", "warning"
        return _NEWER if self._taken_over(row) else _LOOKS[row.state]

    @staticmethod
    def _taken_over(row: ConsentRow) -> bool:
        """Is it a yes that a later answer of the same person has taken the place of?"""
        return row.newer and row.state is State.VALID

    def tone(self, row: ConsentRow) -> str:
        """The colour of the words."""
        return self.look(row)[1]

    @staticmethod
    def name(row: ConsentRow) -> str:
        """Whom it is about."""
        return row.name or _("(erased)")

    @staticmethod
    def given(row: ConsentRow) -> str:
        """The day of the newest answer."""
        return short_date(row.given_on) if row.given_on else _("Undated")

    @staticmethod
    def until(row: ConsentRow) -> str:
        """The last day it holds."""
        return short_date(row.valid_until) if row.valid_until else "–"

    @staticmethod
    def until_tip(row: ConsentRow) -> str:
        """In words."""
        if row.valid_until is None:
            return _("Until it is withdrawn")
        return _("Valid until {day}").format(day=long_date(row.valid_until))


def columns(cells: ConsentCells) -> tuple[Column, ...]:
    """Person, state, valid until; form and date on a second line where there is little room."""
    return (
        Column(header=_("Person"), text=cells.name, sort_key=Sort.NAME, width=170),
        Column(
            header=_("State"),
            text=cells.state,
            icon=cells.look,
            tone=cells.tone,
            width=150,
        ),
        Column(
            header=_("Valid until"),
            text=cells.until,
            sort_key=Sort.UNTIL,
            tooltip=cells.until_tip,
            width=110,
        ),
        Column(header=_("Consent form"), text=cells.form, width=260, optional=True),
        Column(
            header=_("Date of the answer"),
            text=cells.given,
            sort_key=Sort.GIVEN,
            width=100,
            optional=True,
            named=True,
        ),
    )
