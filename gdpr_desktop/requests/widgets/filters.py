"""The filters of the list of requests."""

from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.core.text import _
from gdpr_desktop.requests import lists
from gdpr_desktop.requests.lists import RequestFilter
from gdpr_desktop.requests.model import Result
from gdpr_desktop.requests.rights import OFFERED
from gdpr_desktop.requests.words import words
from gdpr_desktop.ui.filter_row import FilterRow

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

# by register: kept while the program runs, over a lock, and never on the disk
_kept: dict[Path, RequestFilter] = {}


class RequestFilters(FilterRow):
    """Right, result, unit and caseworker."""

    def __init__(self, vault: "Vault") -> None:
        super().__init__(
            (
                ("right", _("All rights")),
                ("result", _("All results")),
                ("unit", _("All units")),
                ("caseworker", _("All caseworkers")),
            )
        )
        self._vault = vault
        self.offer("right", [(right, words(right)) for right in OFFERED])
        self.offer("result", [(result, words(result)) for result in Result])
        self.offer_names()
        self.show_filter(_kept.get(vault.path, RequestFilter()))
        self.changed.connect(self._on_changed)

    def offer_names(self) -> None:
        """The units and caseworkers that the register has now."""
        chosen = self.filter()
        for key, found in (
            ("unit", lists.units(self._vault.db)),
            ("caseworker", lists.caseworkers(self._vault.db)),
        ):
            here = getattr(chosen, key)
            names = dict.fromkeys((*found, here) if here else found)
            self.offer(key, [(name, name) for name in names])

    def filter(self) -> RequestFilter:
        """What is chosen."""
        values = self.values()
        return RequestFilter(
            right=values["right"],
            result=values["result"],
            unit=values["unit"] or "",
            caseworker=values["caseworker"] or "",
        )

    def show_filter(self, wanted: RequestFilter) -> None:
        """Choose this; a name that the register has no more is left out."""
        self.set_values(
            {
                "right": wanted.right,
                "result": wanted.result,
                "unit": wanted.unit or None,
                "caseworker": wanted.caseworker or None,
            }
        )

    def _on_changed(self) -> None:
        _kept[self._vault.path] = self.filter()
