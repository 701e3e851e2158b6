"""F1: all keyboard shortcuts in one list."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui.information_dialog import InformationDialog
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.shortcuts import shortcuts


class ShortcutsDialog(InformationDialog):
    """Group by group."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, _("Keyboard shortcuts"), 520, 600)
        for group, members in shortcuts.groups().items():
            self.body.addSpacing(4)
            self.body.addWidget(label(group, "label"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(24)
            grid.setVerticalSpacing(6)
            grid.setColumnMinimumWidth(0, 120)
            grid.setColumnStretch(1, 1)
            for number, shortcut in enumerate(members):
                keys = shortcut.sequence().toString(QKeySequence.SequenceFormat.NativeText)
                key = label(keys, "muted")
                key.setWordWrap(False)
                grid.addWidget(key, number, 0)
                grid.addWidget(label(_(shortcut.text)), number, 1)
            self.body.addLayout(grid)
        self.body.addStretch(1)
