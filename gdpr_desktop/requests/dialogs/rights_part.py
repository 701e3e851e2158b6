"""Which rights a request is about: a box for each, with its article and what it means."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.requests.model import NO_RIGHTS, Right
from gdpr_desktop.requests.rights import OFFERED
from gdpr_desktop.requests.words import named_right, right_help
from gdpr_desktop.ui.labels import label


class RightsField(QWidget):
    """Boxes for ``offered``, the rights first; what each means stands below it.

    ``explained`` is False where the rights are known already: then the tooltip is enough.
    """

    changed = Signal()

    def __init__(self, offered: Iterable[Right] = OFFERED, *, explained: bool = True) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.boxes: dict[Right, QCheckBox] = {}
        offered = tuple(offered)
        rights = [right for right in offered if right not in NO_RIGHTS]
        others = [right for right in offered if right in NO_RIGHTS]
        for title, group in ((_("Rights"), rights), (_("Other things that come in"), others)):
            if rights and others:
                heading = label(title, "label")
                heading.setContentsMargins(0, 8 if self.boxes else 0, 0, 2)
                layout.addWidget(heading)
            for right in group:
                self._add_box(layout, right, explained=explained)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def _add_box(self, layout: QVBoxLayout, right: Right, *, explained: bool) -> None:
        box = self.boxes[right] = QCheckBox(named_right(right))
        box.setObjectName(f"right_{right.value}")
        box.setAccessibleDescription(right_help(right))
        box.toggled.connect(self._on_toggled)
        layout.addWidget(box)
        if not explained:
            box.setToolTip(right_help(right))
            return
        said = label(right_help(right), "help")
        said.setContentsMargins(24, 0, 0, 4)
        layout.addWidget(said)

    def rights(self) -> tuple[Right, ...]:
        """What is ticked, in the order they are offered."""
        return tuple(right for right, box in self.boxes.items() if box.isChecked())

    def set_rights(self, rights: Iterable[Right]) -> None:
        """Tick these and no others."""
        wanted = set(rights)
        for right, box in self.boxes.items():
            box.setChecked(right in wanted)

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Each box has its own name."""

    def _on_toggled(self, _checked: bool) -> None:
        self.changed.emit()
