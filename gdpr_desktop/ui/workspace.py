"""The tabs of an open register. Pages are made when first shown; hidden ones refresh when shown."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.feature import Feature, call, keeper

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class Workspace(QWidget):
    """One tab to a feature."""

    def __init__(
        self, vault: "Vault", features: tuple[Feature, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.vault, self._features = vault, features
        self._pages: dict[int, QWidget] = {}
        self._holders: list[QVBoxLayout] = []
        self._stale: dict[int, Change] = {}
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setAccessibleName(_("Tabs"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        for feature in features:
            holder = QWidget()
            inside = QVBoxLayout(holder)
            inside.setContentsMargins(0, 0, 0, 0)
            self._holders.append(inside)
            self.tabs.addTab(holder, _(feature.TITLE))
        self.tabs.tabBar().setVisible(len(features) > 1)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        bus.changed.connect(self._on_bus_changed)
        bus.case_wanted.connect(self._on_case_wanted)
        bus.list_wanted.connect(self._on_list_wanted)
        bus.draft_wanted.connect(self._on_draft_wanted)
        bus.entry_wanted.connect(self._on_entry_wanted)
        if features:
            self._on_tab_changed(0)

    def page(self) -> QWidget | None:
        """The page shown."""
        return self._pages.get(self.tabs.currentIndex())

    def page_of(self, name: str) -> QWidget:
        """The page of a feature, shown and made if need be."""
        index = next(i for i, feature in enumerate(self._features) if name == feature.NAME)
        self.tabs.setCurrentIndex(index)
        return self._pages[index]

    def show_tab(self, index: int) -> None:
        """Go to a tab."""
        if 0 <= index < self.tabs.count():
            self.tabs.setCurrentIndex(index)

    def leave(self) -> None:
        """Let every page keep its drafts; hear no more."""
        for page in self._pages.values():
            call(page, "leave")
        bus.changed.disconnect(self._on_bus_changed)
        bus.case_wanted.disconnect(self._on_case_wanted)
        bus.list_wanted.disconnect(self._on_list_wanted)
        bus.draft_wanted.disconnect(self._on_draft_wanted)
        bus.entry_wanted.disconnect(self._on_entry_wanted)

    def _on_tab_changed(self, index: int) -> None:
        if index < 0:
            return
        if index not in self._pages:
            page = self._features[index].make_page(self.vault)
            self._pages[index] = page
            self._holders[index].addWidget(page)
        elif index in self._stale:
            call(self._pages[index], "refresh", self._stale.pop(index))

    def _on_case_wanted(self, feature: str, case_id: int) -> None:
        call(self.page_of(feature), "show_case", case_id)

    def _on_list_wanted(self, feature: str, chip: object) -> None:
        call(self.page_of(feature), "show_list", chip)

    def _on_entry_wanted(self, entry_id: int) -> None:
        call(self.page_of(keeper(self._features, self.vault, entry_id)), "show_entry", entry_id)

    def _on_draft_wanted(self, feature: str, draft: object) -> None:
        if any(feature == known.NAME for known in self._features):
            call(self.page_of(feature), "resume_draft", draft)

    def _on_bus_changed(self, change: Change, _initiator: object) -> None:
        shown = self.tabs.currentIndex()
        for index, page in self._pages.items():
            if index == shown:
                call(page, "refresh", change)
            else:
                self._stale[index] = _joined(self._stale.get(index), change)


def _joined(one: Change | None, other: Change) -> Change:
    if one is None:
        return other
    ids = (*one.ids, *(number for number in other.ids if number not in one.ids))
    return Change(kinds=one.kinds | other.kinds, ids=ids)
