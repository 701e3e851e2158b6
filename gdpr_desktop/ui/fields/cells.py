"""Lines and choices in the cells of a table that is typed in."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QWidget


class CellDelegate(QStyledItemDelegate):
    """What is typed or chosen in a cell counts at once, not when the cell is left.

    ``createEditor`` is for those who inherit: it gives ``made_line`` or ``made_choice``, named.
    """

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findText(index.data() or ""), 0))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            assert isinstance(editor, QLineEdit)
            model.setData(index, editor.text())

    def made_line(self, longest: int, parent: QWidget) -> QLineEdit:
        """A line of at most ``longest`` characters."""
        line = QLineEdit(parent)
        line.setProperty("role", "cell")
        line.setMaxLength(longest)
        line.setFrame(False)
        line.textEdited.connect(self._on_edited)
        return line

    def made_choice(self, choices: Iterable[tuple[str, str]], parent: QWidget) -> QComboBox:
        """A choice of (value, words), or nothing; the cell has the words."""
        box = QComboBox(parent)
        box.setProperty("role", "cell")
        box.setFrame(False)
        box.addItems(["", *(words for _value, words in choices)])
        box.activated.connect(self._on_edited)
        return box

    def _on_edited(self) -> None:
        self.commitData.emit(self.sender())
