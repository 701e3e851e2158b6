"""Suggestions: several risks are ticked at once, and the measures that may lower them."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, current_language, ngettext
from gdpr_desktop.dpia.risks.dialogs.promises import PromisesField
from gdpr_desktop.dpia.risks.service import add_all
from gdpr_desktop.dpia.risks.suggestions import as_written, suggestions, taken
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import label
from gdpr_desktop.vault import Vault

_LINES = 7  # shown without scrolling, where there is room
_SHARE = 0.45  # of the height of the window, at most
_KEY = Qt.ItemDataRole.UserRole


class PickDialog(CaseDialog):
    """Search, or choose an area; tick. What is ticked stays ticked when the list is narrowed."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(
            vault,
            case_id,
            parent,
            _("Suggestions of risks"),
            _("Add what is ticked"),
            intro=_(
                "What often can happen in municipal work. Tick what fits here; you judge and"
                " rewrite it afterwards."
            ),
            width=820,
        )
        self._all = suggestions(current_language())
        self._there = taken(read_dpia(vault, case_id).content)
        self._build()
        self._show_risks()
        self._show_measures()
        self.search.text_changed.connect(self._on_narrowed)
        self.area.value_changed.connect(self._on_narrowed)
        self.risks.ticked.connect(self._show_measures)
        self.measures.changed.connect(self._tell)

    def _build(self) -> None:
        self.search = LineField()
        self.search.setObjectName("search")
        self.area = Choice(self._all.areas, empty=_("All areas"))
        self.area.setObjectName("area")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Search"), self.search),
            forms.FieldRow(_("A&rea"), self.area),
        )
        self.risks, self.measures = TickList(self._most()), PromisesField()
        forms.add_row(self.form, _("R&isks"), self.risks, name="risks")
        help_ = _(
            "These may lower the risks you ticked. Nothing is chosen beforehand: choose only what"
            " you have or promise to do."
        )
        self._measures_row = forms.add_row(
            self.form, _("&Measures"), self.measures, help_, name="measures"
        )
        self.count = label("", "muted")
        self.form.addRow(self.count)

    def _most(self) -> int:
        """How high the list of risks may be."""
        parent = self.parentWidget()
        return round(parent.window().height() * _SHARE) if parent is not None else 400

    def _on_narrowed(self, _value: object = None) -> None:
        self._show_risks()

    def _show_risks(self) -> None:
        found = self._all.found(self.search.text(), self.area.value() or "")
        self.risks.show_lines(
            (one.id, f"{one.title}\n{one.meaning}") for one in found if one.id not in self._there
        )
        self._tell()

    def _show_measures(self) -> None:
        """The measures of the risks that are ticked."""
        wanted = {
            measure.id: measure
            for risk in self._chosen_risks()
            for measure in self._all.measures_of(risk)
        }
        self.measures.show_measures(wanted.values())
        self._measures_row.setVisible(bool(wanted))
        self._tell()

    def _chosen_risks(self) -> list[Any]:
        ticked = self.risks.value()
        return [one for one in self._all.risks if one.id in ticked]

    def _tell(self) -> None:
        many, more = len(self.risks.value()), len(self.measures.value())
        first = ngettext("{count} risk ticked", "{count} risks ticked", many)
        second = ngettext("{count} measure", "{count} measures", more)
        texts = (first.format(count=many), second.format(count=more))
        self.count.setText(" · ".join(texts) if many else _("Nothing is ticked yet."))

    def do(self) -> Change:
        risks = self._chosen_risks()
        if not risks:
            raise AppError(_("Tick at least one risk."))
        states = self.measures.value()
        chosen = [one for one in self._all.measures if one.id in states]
        scenarios, measures = as_written(risks, chosen, states)
        return add_all(self.vault, self.case_id, scenarios, measures)

    def _state(self) -> tuple[Any, ...]:
        chosen = tuple(self.measures.value().items())
        return (self.risks.value(), chosen)  # a search is no answer


class TickList(QListWidget):
    """Lines with a box each; Space ticks. What was ticked is kept while it is not shown."""

    ticked = Signal()

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticked: set[str] = set()
        self.setProperty("role", "lines")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        height = self.fontMetrics().height() * 2 + 12
        self.setFixedHeight(max(min(height * _LINES, most), height * 3) + 8)
        self.itemChanged.connect(self._on_item_changed)
        self.itemClicked.connect(self._on_item_clicked)

    def show_lines(self, lines: Iterable[tuple[str, str]]) -> None:
        """Show (key, words)."""
        was = self.blockSignals(True)
        self.clear()
        for key, text in lines:
            item = QListWidgetItem(text)
            item.setData(_KEY, key)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(self._state_of(key))
            self.addItem(item)
        if self.count():
            self.setCurrentRow(0)
        self.blockSignals(was)

    def value(self) -> frozenset[str]:
        """Those ticked."""
        return frozenset(self._ticked)

    def turn(self, item: QListWidgetItem) -> None:
        """Tick a line, or take the tick away."""
        on = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            self.turn(item)
            return
        super().keyPressEvent(event)

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self.turn(item)

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        key = str(item.data(_KEY))
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked.add(key)
        else:
            self._ticked.discard(key)
        self.ticked.emit()

    def _state_of(self, key: str) -> Qt.CheckState:
        return Qt.CheckState.Checked if key in self._ticked else Qt.CheckState.Unchecked
