"""What a starting point holds: a heading to each part, and its text below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.library.words import facts, mark
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.page_scroll import PageScroll


class Preview(PageScroll):
    """Scrolls by itself: it may hold more than the dialog has room for."""

    def __init__(self) -> None:
        inside = QWidget()
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 8, 0)
        self._layout.setSpacing(8)
        self.title = label("", "heading")
        self.mark = label(mark(), "warning")
        self._facts = QWidget()
        for one in (self.title, self.mark, self._facts):
            self._layout.addWidget(one)
        self._layout.addStretch(1)
        super().__init__(inside)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrow keys read on
        self.setAccessibleName(_("What the starting point holds"))
        self.setMinimumSize(240, 320)

    def show_activity(self, activity: Activity) -> None:
        """Show another one, from its top."""
        self.title.setText(activity.name.in_(current_language()))
        old, self._facts = self._facts, QWidget()
        column = QVBoxLayout(self._facts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for head, text in facts(activity):
            column.addWidget(label(head, "muted"))
            body = label(text)
            body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(body)
            column.addSpacing(8)
        swap(self._layout, old, self._facts)
        self.verticalScrollBar().setValue(0)
