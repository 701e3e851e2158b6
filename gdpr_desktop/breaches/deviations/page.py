"""The shelf of deviations: the list left, the chosen one right."""

from typing import TYPE_CHECKING

from gdpr_desktop.breaches.deviations.widgets.filters import DeviationFilters
from gdpr_desktop.breaches.deviations.widgets.list import DeviationSource, columns
from gdpr_desktop.breaches.deviations.widgets.view import DeviationView
from gdpr_desktop.breaches.deviations.words import chips
from gdpr_desktop.casework.narrowing import Narrowing
from gdpr_desktop.casework.widgets.case_deeds import dialog_class
from gdpr_desktop.casework.widgets.case_page import CasePage, CaseShelf
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.labels import button

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_ROOM = "breaches.deviations.dialogs"


class DeviationsPage(CasePage):
    """The list of deviations."""

    def __init__(self, vault: "Vault") -> None:
        self._filters = DeviationFilters(vault)
        source = DeviationSource(vault)
        source.narrow(self.narrowing())
        shelf = CaseShelf(
            name="deviations",
            source=source,
            columns=columns(vault),
            chips=chips(),
            new_text=_("&New deviation"),
            empty_title=_("No deviations yet"),
            empty_text=_(
                "A deviation broke a routine or tested the security, and hit no personal data:"
                " log-ins that failed, a door that stood open, a list that was not updated. The"
                " list shows who follows up what, and until when."
            ),
            filters=self._filters,
        )
        super().__init__(vault, DeviationView(vault), shelf)
        self.export_button = button(_("Export the &list …"))
        self.export_button.clicked.connect(self._on_export)
        self.add_tool(self.export_button)

    def refresh(self, change: Change | None = None) -> None:
        """Read list and case anew; the chosen case stays chosen."""
        self._filters.offer_names()
        super().refresh(change)

    def narrowing(self) -> Narrowing | None:
        return self._filters.filter()

    def open_intake(self) -> None:
        self.open_new(dialog_class(_ROOM, "intake", "NewDialog")(self._vault, self))

    def _on_export(self) -> None:
        typed, pressed = self.search.text().strip(), self.checked_chips()
        shown = [self._hits.text(), *(words for chip, words in chips() if chip in pressed)]
        shown += [one for one in (self._filters.words(), f"«{typed}»" if typed else "") if one]
        made = dialog_class(_ROOM, "export", "ExportDialog")
        made(self._vault, self._source.query, ", ".join(shown), self).open()
