"""What suffers: boxes in a row that wraps."""

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QWidget

from gdpr_desktop.dpia.codes import RiskKind
from gdpr_desktop.dpia.words import words
from gdpr_desktop.ui.flow_layout import FlowLayout


class KindsField(QWidget):
    """A box for each kind."""

    def __init__(self) -> None:
        super().__init__()
        row = FlowLayout(self, spacing=16)
        self.boxes = {kind: QCheckBox(words(kind)) for kind in RiskKind}
        for kind, box in self.boxes.items():
            box.setObjectName(f"kind_{kind.value}")
            row.addWidget(box)
        self.setFocusProxy(self.boxes[RiskKind.CONFIDENTIALITY])

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        for box in self.boxes.values():
            box.setAccessibleName(f"{name}: {box.text()}")
            box.setAccessibleDescription(description)

    def value(self) -> tuple[RiskKind, ...]:
        """Those ticked."""
        return tuple(kind for kind, box in self.boxes.items() if box.isChecked())

    def set_value(self, kinds: Iterable[RiskKind]) -> None:
        """Tick these."""
        wanted = frozenset(kinds)
        for kind, box in self.boxes.items():
            box.setChecked(kind in wanted)
