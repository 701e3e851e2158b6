"""The filters of the list of consents."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.store import FormName
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.core.ids import CaseId, GroupId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.filter_row import FilterRow

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

# by register: kept while the program runs, over a lock, and never on the disk
_kept: dict[Path, dict[str, Any]] = {}


class ConsentFilters(FilterRow):
    """Form, group and unit."""

    def __init__(self, vault: "Vault") -> None:
        super().__init__(
            (("form", _("All forms")), ("group", _("All groups")), ("unit", _("All units")))
        )
        self._vault = vault
        self._forms: tuple[FormName, ...] = ()
        self.offer_names()
        self.set_values(_kept.get(vault.path, {}))
        self.changed.connect(self._on_changed)

    def offer_names(self) -> None:
        """The forms, groups and units that there are now."""
        db, actor = self._vault.db, self._vault.actor
        self._forms = forms.names(db, actor, in_use=False)
        self.offer("form", [(one.id, one.title) for one in self._forms])
        found = groups.groups(db, actor, ended=True)
        self.offer("group", [(one.id, _named(one.name, one.year)) for one in found])
        units = sorted({one.unit for one in self._forms if one.unit})
        self.offer("unit", [(unit, unit) for unit in units])

    def forms(self) -> tuple[CaseId, ...] | None:
        """The forms asked for by form or unit; None: all."""
        form, unit = self.values()["form"], self.values()["unit"]
        if form is None and unit is None:
            return None
        return tuple(
            one.id for one in self._forms if form in (None, one.id) and unit in (None, one.unit)
        )

    def group(self) -> GroupId | None:
        """The group asked for."""
        chosen: GroupId | None = self.values()["group"]
        return chosen

    def _on_changed(self) -> None:
        _kept[self._vault.path] = self.values()


def _named(name: str, year: str) -> str:
    return f"{name} {year}".strip()
