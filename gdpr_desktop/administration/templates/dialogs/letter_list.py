"""The letters, and whether each has the municipality's own wording."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters import Template, templates
from gdpr_desktop.letters.copies import CopyState, copies, state
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.forms import FieldRow
from gdpr_desktop.ui.labels import label
from gdpr_desktop.vault import Vault

_ROW_EDGES = 40  # spacing and margins around sign and words, with a little to spare
_ID = Qt.ItemDataRole.UserRole
_SIGNS = {
    CopyState.ORIGINAL: ("letter", "muted"),
    CopyState.OWN: ("note", "accent"),
    CopyState.OWN_OUTDATED: ("warning", "warning"),
}


def state_words(found: CopyState) -> str:
    """The mark of a letter."""
    return {
        CopyState.ORIGINAL: _("original"),
        CopyState.OWN: _("own wording"),
        CopyState.OWN_OUTDATED: _("own wording; the original has changed since"),
    }[found]


class _Rows(QStyledItemDelegate):
    """As high as the words need: Qt's own measure is a line too little where they just wrap."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        view = self.parent()
        assert isinstance(view, QListWidget)
        bar = view.verticalScrollBar().sizeHint().width()
        width = view.width() - bar - option.decorationSize.width() - _ROW_EDGES
        words = option.fontMetrics.boundingRect(
            0, 0, max(width, 40), 10_000, Qt.TextFlag.TextWordWrap, index.data()
        )
        return QSize(size.width(), words.height() + 12)


class LetterList(QWidget):
    """``wanted`` carries the id and the language that the person chose.

    What is chosen stays until ``choose`` is called: the dialog may have to ask first.
    """

    wanted = Signal(str, object)

    def __init__(self, vault: Vault, language: Language) -> None:
        super().__init__()
        self._vault = vault
        self._templates = templates()
        self._chosen = (self._templates[0].id, language)
        names = ((Language.NYNORSK, "Nynorsk"), (Language.BOKMAL, "Bokmål"))
        self.language = Choice(names)
        self.language.set_value(language)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("Letters"))
        for one in self._templates:
            QListWidgetItem(self.list).setData(_ID, one.id)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(FieldRow(_("&Written form"), self.language))
        layout.addWidget(label(_("Letters"), "label"))
        layout.addWidget(self.list, 1)
        self.setMinimumWidth(200)
        self.refresh()
        self.language.value_changed.connect(self._on_language_changed)
        self.list.currentItemChanged.connect(self._on_item_changed)

    def template(self) -> Template:
        """The letter that is chosen."""
        return next(one for one in self._templates if one.id == self._chosen[0])

    def choose(self, template: str, language: Language) -> None:
        """Show this one as chosen."""
        self._chosen = (template, language)
        self.refresh()

    def refresh(self) -> None:
        """Read the marks anew."""
        template, language = self._chosen
        own = {one.template: one for one in copies(self._vault) if one.language == language}
        was = self.list.blockSignals(True), self.language.blockSignals(True)
        self.language.set_value(language)
        for row, one in enumerate(self._templates):  # the items stay: one may be telling just now
            mark, item = state(one, language, own.get(one.id)), self.list.item(row)
            item.setText(f"{one.title(language)}\n{state_words(mark)}")
            item.setIcon(icons.icon(*_SIGNS[mark], 16))
            if one.id == template:
                self.list.setCurrentRow(row)
        self.list.blockSignals(was[0])
        self.language.blockSignals(was[1])

    def _on_language_changed(self, language: Language) -> None:
        self._ask(self._chosen[0], language)

    def _on_item_changed(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is not None:
            self._ask(item.data(_ID), self._chosen[1])

    def _ask(self, template: str, language: Language) -> None:
        if (template, language) != self._chosen:
            self.wanted.emit(template, language)
