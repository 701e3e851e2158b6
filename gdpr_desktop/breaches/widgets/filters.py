"""The filters of the log of breaches."""

from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.breaches import lists
from gdpr_desktop.breaches.assessing.advice import Risk
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import AuthorityState, BreachKind, Incident
from gdpr_desktop.breaches.lists import BreachFilter
from gdpr_desktop.breaches.words import kind_words, risk_words
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.filter_row import FilterRow

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

# by register: kept while the program runs, over a lock, and never on the disk
_kept: dict[Path, BreachFilter] = {}


class BreachFilters(FilterRow):
    """Incident, kind, risk, authority, unit and special categories."""

    def __init__(self, vault: "Vault") -> None:
        super().__init__(
            (
                ("incident", _("All incidents")),
                ("kind", _("All kinds")),
                ("risk", _("Any risk")),
                ("authority", _("Told or not")),
                ("unit", _("All units")),
                ("special", _("All data")),
            )
        )
        self._vault = vault
        self.offer("incident", [(one, words(one)) for one in Incident])
        self.offer("kind", [(one, kind_words(one)) for one in BreachKind])
        self.offer("risk", [(one, risk_words(one)) for one in Risk])
        self.offer("authority", [(one, words(one)) for one in AuthorityState])
        self.offer("special", [(True, _("With special categories"))])
        self.offer_names()
        self.show_filter(_kept.get(vault.path, BreachFilter()))
        self.changed.connect(self._on_changed)

    def offer_names(self) -> None:
        """The units that the log has now."""
        here = self.filter().unit
        found = lists.units(self._vault.db)
        names = dict.fromkeys((*found, here) if here else found)
        self.offer("unit", [(name, name) for name in names])

    def filter(self) -> BreachFilter:
        """What is chosen."""
        values = self.values()
        return BreachFilter(
            incident=values["incident"],
            kind=values["kind"],
            risk=values["risk"],
            authority=values["authority"],
            unit=values["unit"] or "",
            special=bool(values["special"]),
        )

    def show_filter(self, wanted: BreachFilter) -> None:
        """Choose this; a unit that the log has no more is left out."""
        self.set_values(
            {
                "incident": wanted.incident,
                "kind": wanted.kind,
                "risk": wanted.risk,
                "authority": wanted.authority,
                "unit": wanted.unit or None,
                "special": wanted.special or None,
            }
        )

    def _on_changed(self) -> None:
        _kept[self._vault.path] = self.filter()
