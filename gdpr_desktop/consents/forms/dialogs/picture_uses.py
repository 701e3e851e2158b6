"""What is done with pictures and film: a tick each (handbook 8)."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from gdpr_desktop.consents.codes import PictureUse
from gdpr_desktop.consents.words import words

_COLUMNS = 2


class PictureUses(QWidget):
    """The purposes beside it are the answer: the ticks follow them, and are no draft."""

    use_toggled = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[PictureUse, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        rows = -(-len(PictureUse) // _COLUMNS)
        for index, use in enumerate(PictureUse):
            box = self.boxes[use] = QCheckBox(words(use))
            box.toggled.connect(partial(self.use_toggled.emit, use))
            grid.addWidget(box, index % rows, index // rows)
        self.setFocusProxy(self.boxes[PictureUse.TAKE])

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the description inwards; each box has its own name."""
        for box in self.boxes.values():
            box.setAccessibleDescription(description)

    def show_ticked(self, uses: Collection[PictureUse]) -> None:
        """Tick exactly these, without telling anybody."""
        for use, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(use in uses)

    def draft_state(self) -> None:
        """It is no answer."""

    def restore_draft(self, state: object) -> None:
        """It is no answer."""
