"""Unobtrusive notices at the foot of the window, and the progress of long work."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.labels import button, label, restyle

_ICONS = {"info": "info", "ok": "done", "warning": "warning", "danger": "problem"}
SHOWN_FOR = 8000  # milliseconds; twice that when there is something to press


class NoticeBar(QFrame):
    """One line of text, a sign, and perhaps one button such as «Undo»."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._deed: Callable[[], None] | None = None
        self._sign = QLabel()
        self._text = label("")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(120)
        self._action = button("", "link")
        self._action.clicked.connect(self._on_action_clicked)
        self._close = QToolButton()
        self._close.setAccessibleName(_("Close the notice"))
        self._close.setToolTip(_("Close the notice"))
        icons.set_icon(self._close, "close")
        self._close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        for widget in (self._progress, self._action, self._close):
            layout.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    def say(
        self,
        text: str,
        *,
        tone: str = "ok",
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        """Show ``text``; ``tone`` is info, ok, warning or danger. Danger stays till closed."""
        self._show(text, tone, action, on_action, busy=False)
        if tone != "danger":
            self._timer.start(SHOWN_FOR * (2 if action else 1))

    def say_working(self, text: str, on_cancel: Callable[[], None] | None = None) -> None:
        """Show that something takes time; stays until ``dismiss`` or the next notice."""
        self._show(text, "info", _("Cancel") if on_cancel else "", on_cancel, busy=True)

    def dismiss_working(self) -> None:
        """Take the notice away if it is about work that takes time."""
        if not self._progress.isHidden():
            self.dismiss()

    def dismiss(self) -> None:
        """Take the notice away."""
        self._timer.stop()
        self._deed = None
        self.hide()

    def _show(
        self, text: str, tone: str, action: str, deed: Callable[[], None] | None, *, busy: bool
    ) -> None:
        self._timer.stop()
        self._text.setText(text)
        self._deed = deed
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._progress.setVisible(busy)
        self._progress.setAccessibleName(text)
        self._close.setVisible(not busy)
        icons.set_icon(self._sign, _ICONS[tone], "accent" if tone == "info" else tone, 20)
        self.setProperty("tone", tone)
        restyle(self)
        self.setAccessibleName(text)
        self.show()
        announce(self, text)

    def _on_action_clicked(self) -> None:
        deed = self._deed
        self.dismiss()
        if deed:
            deed()


def say(
    widget: QWidget,
    text: str,
    *,
    tone: str = "ok",
    action: str = "",
    on_action: Callable[[], None] | None = None,
) -> None:
    """Show a notice in the window that ``widget`` belongs to; nothing where there is none."""
    owner: QWidget | None = widget
    while owner is not None:
        bar = getattr(owner, "notice_bar", None)
        if isinstance(bar, NoticeBar):
            bar.say(text, tone=tone, action=action, on_action=on_action)
            return
        owner = owner.parentWidget()


def say_gently(widget: QWidget, text: str, *, tone: str = "info") -> None:
    """Like ``say``, unless something is being told already: for what is seen elsewhere too."""
    bar = getattr(widget.window(), "_notice_bar", None)
    if bar is None or bar.isHidden():
        say(widget, text, tone=tone)
