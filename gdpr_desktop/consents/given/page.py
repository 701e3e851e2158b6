"""The shelf of consents: the list left, the chosen one right, and «Har vi lov?»."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShortcut

from gdpr_desktop.casework.widgets.case_deeds import dialog_class
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.lists import Chip, ConsentQuery, ConsentRow
from gdpr_desktop.consents.given.widgets.consent_view import ConsentView
from gdpr_desktop.consents.given.widgets.filters import ConsentFilters
from gdpr_desktop.consents.given.widgets.list import ConsentCells, ConsentSource, columns
from gdpr_desktop.consents.given.widgets.shelves import FORMS, show_shelf
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import ConsentId
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons, notices
from gdpr_desktop.ui.empty_state import EmptyState
from gdpr_desktop.ui.labels import button
from gdpr_desktop.ui.list_model import WindowedModel
from gdpr_desktop.ui.list_page import ListPage
from gdpr_desktop.ui.shortcuts import shortcuts

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_ALLOWED = "consents.allowed.dialogs"


class ConsentsPage(ListPage):
    """Chips exclude each other; with none pressed the list shows every consent."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        self._source, self._cells = ConsentSource(vault), ConsentCells(vault)
        self._filters = ConsentFilters(vault)
        self._pressed: frozenset[Chip] = frozenset()
        self._source.ask(self._query("", None))
        self.consent_view = ConsentView(vault)
        super().__init__(
            WindowedModel(self._source, columns(self._cells)),
            name="consents",
            new_text=_("Are we &allowed?"),
            search_hint=_("Search by name"),
            chips=(
                (Chip.LACKING, _("Something is lacking")),
                (Chip.RENEWAL, _("Ask again")),
                (Chip.WITHDRAWN, _("Withdrawn")),
                (Chip.EXPIRED, _("Ended")),
            ),
            filters=self._filters,
            empty=EmptyState(
                "inbox",
                _("No consents yet"),
                _(
                    "Make a form under «Forms», print it, and register the answers when they come"
                    " back. Here you see who said yes to what, and what needs to be looked at."
                ),
                _("Make a form"),
            ),
            detail=self.consent_view,
        )
        self._add_tools()
        assert self._empty is not None  # it leads on, where there is nobody to ask about
        self._empty.activated.disconnect(self.new_requested)
        self._empty.activated.connect(self._on_forms_wanted)
        self.new_requested.connect(self.ask_allowed)
        self.search_changed.connect(self._on_asked)
        self.chips_changed.connect(self._on_chips_changed)
        self.row_selected.connect(self._on_row_selected)
        self._filters.changed.connect(self._on_asked)

    def _add_tools(self) -> None:
        icons.set_icon(self.new_button, "search", "on_accent")
        self.photo_button = button(_("List for the &photographer …"))
        self.photo_button.clicked.connect(self.open_photo_list)
        self.add_tool(self.photo_button)
        self._show_photo_button()
        self.import_button = button(_("Take in &consents …"))
        registers = scope(self._vault.actor.role, Deed.REGISTER_CASE) is not None
        self.import_button.setVisible(registers)
        self.import_button.clicked.connect(self.import_list)
        self.add_tool(self.import_button)
        keys = QShortcut(shortcuts.sequence("allowed"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.ask_allowed)
        text = _("May what you plan be done? Ask by name or group ({keys}).")
        self.new_button.setToolTip(text.format(keys=shortcuts.keys("allowed")))

    def _show_photo_button(self) -> None:
        """There is a list where somebody can stand in it."""
        found = self.model.count.rows or groups.groups(self._vault.db, self._vault.actor)
        self.photo_button.setVisible(bool(found))

    # What the window calls

    def refresh(self, change: Change | None = None) -> None:
        """Read list and consent anew; the chosen one stays chosen."""
        self._filters.offer_names()
        self._cells.read_titles()
        super().refresh(change)
        self._show_photo_button()
        try:
            self.consent_view.refresh()
        except AppError:  # gone, or not to be seen any more: the list says so
            self.consent_view.clear()

    def undo_words(self) -> str:
        """What Ctrl+Z takes back of the consent shown."""
        shown = self.selected_id()
        return self.consent_view.deeds.undo_words(shown) if shown is not None else ""

    def undo(self) -> None:
        """Take back what was done last with the consent shown."""
        shown = self.selected_id()
        if shown is not None:
            self.consent_view.deeds.undo(shown)

    def show_consent(self, consent_id: ConsentId) -> None:
        """Choose a consent wherever it stands: if need be by searching for its person."""
        if self.select(consent_id):
            return
        self._filters.clear()
        self.check_chips([])
        try:
            name = store.consent(self._vault.db, consent_id).subject.name
        except AppError as error:
            notices.error(self, error)
            return
        self.search.setText(name)
        self._timer.stop()
        self._on_asked()
        for start in range(0, self.model.rowCount(), 100):
            if self.model.find(consent_id, start) is not None:
                break
        self.select(consent_id)

    def ask_allowed(self) -> None:
        """«Har vi lov?»"""
        made = dialog_class(_ALLOWED, "allowed", "AllowedDialog")
        dialog = made(self._vault, self, self._filters.group())
        dialog.consent_wanted.connect(self._on_consent_wanted)
        dialog.list_wanted.connect(self.open_photo_list)
        dialog.open()

    def open_photo_list(self) -> None:
        """The list for the photographer."""
        made = dialog_class(_ALLOWED, "photo_list", "PhotoListDialog")
        made(self._vault, self, self._filters.group()).open()

    def import_list(self) -> None:
        """Consents from a spreadsheet."""
        made = dialog_class("consents.exchange.dialogs", "importing", "ImportConsentsDialog")
        self.consent_view.deeds.import_list(made(self._vault, self))

    # What happens

    def _query(self, text: str, chip: Chip | None) -> ConsentQuery:
        chosen = self._filters
        return ConsentQuery(text=text, chip=chip, forms=chosen.forms(), group_id=chosen.group())

    def _on_asked(self) -> None:
        chip = next(iter(self.checked_chips()), None)
        self._source.ask(self._query(self.search.text().strip(), chip))
        self.reload()

    def _on_chips_changed(self, pressed: frozenset[Chip]) -> None:
        new = pressed - self._pressed
        if len(pressed) > 1 and new:
            self._pressed = new
            self.check_chips(new)
            return
        self._pressed = pressed
        self._on_asked()

    def _on_row_selected(self, row: ConsentRow | None) -> None:
        if row is None:
            self.consent_view.clear()
        else:
            self.consent_view.show_consent(row.id)

    def _on_forms_wanted(self) -> None:
        show_shelf(self, FORMS)

    def _on_consent_wanted(self, consent_id: int) -> None:
        QTimer.singleShot(0, self, partial(self.show_consent, ConsentId(consent_id)))
