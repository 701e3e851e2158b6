"""The filters of the list of deviations."""

from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.breaches.deviations import store
from gdpr_desktop.breaches.deviations.lists import DeviationFilter
from gdpr_desktop.breaches.deviations.model import Severity
from gdpr_desktop.breaches.deviations.words import severity_words
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.filter_row import FilterRow

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

# by register: kept while the program runs, over a lock, and never on the disk
_kept: dict[Path, DeviationFilter] = {}


class DeviationFilters(FilterRow):
    """Severity and department."""

    def __init__(self, vault: "Vault") -> None:
        super().__init__(
            (("severity", _("Any severity")), ("department", _("All departments"))),
        )
        self._vault = vault
        self.offer("severity", [(one, severity_words(one)) for one in reversed(Severity)])
        self.offer_names()
        self.show_filter(_kept.get(vault.path, DeviationFilter()))
        self.changed.connect(self._on_changed)

    def offer_names(self) -> None:
        """The departments that the list has now."""
        here = self.filter().department
        found = store.known(self._vault.db, "department", self._vault.actor)
        names = dict.fromkeys((*found, here) if here else found)
        self.offer("department", [(name, name) for name in names])

    def filter(self) -> DeviationFilter:
        """What is chosen."""
        values = self.values()
        return DeviationFilter(severity=values["severity"], department=values["department"] or "")

    def show_filter(self, wanted: DeviationFilter) -> None:
        """Choose this; a department that the list has no more is left out."""
        self.set_values({"severity": wanted.severity, "department": wanted.department or None})

    def _on_changed(self) -> None:
        _kept[self._vault.path] = self.filter()
