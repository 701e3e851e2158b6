"""Unobtrusive notices at the foot of the window, and the progress of long work."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.labels import button, label, restyle

_ICONS = {"info": "info", "ok": "done", "warning": "warning", "danger": "problem"}
SHOWN_FOR = 8000  # milliseconds; twice that when there is something to press


_MUST_BE_SEEN = ("warning", "danger")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is told, in which ``tone``, and what can be done about it."""

    text: str
    tone: str
    action: str = ""
    deed: Callable[[], None] | None = None


class NoticeBar(QFrame):
    """One line of text, a sign, and perhaps one button such as «Undo».

    A warning that another notice takes the place of waits, and comes back when that one goes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._shown: Notice | None = None
        self._waiting: list[Notice] = []
        self._sign = QLabel()
        self._text = label("")
        self._more = label("", "muted")
        self._more.setWordWrap(False)
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
        for widget in (self._progress, self._action, self._more, self._close):
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
        said = Notice(text=text, tone=tone, action=action, deed=on_action)
        before, busy = self._shown, not self._progress.isHidden()
        self._waiting = [one for one in self._waiting if one.text != text]
        if before and before.tone in _MUST_BE_SEEN and before.text != text and not busy:
            self._waiting.insert(0, before)
        self._show(said, busy=False)

    def say_working(self, text: str, on_cancel: Callable[[], None] | None = None) -> None:
        """Show that something takes time; stays until ``dismiss`` or the next notice."""
        if self._shown and self._shown.tone in _MUST_BE_SEEN:
            self._waiting.insert(0, self._shown)
        action = _("Cancel") if on_cancel else ""
        self._show(Notice(text=text, tone="info", action=action, deed=on_cancel), busy=True)

    def dismiss_working(self) -> None:
        """Take the notice away if it is about work that takes time."""
        if not self._progress.isHidden():
            self.dismiss()

    def dismiss(self) -> None:
        """Take the notice away; a warning that waits takes its place."""
        if self._waiting:
            self._show(self._waiting.pop(0), busy=False)
        else:
            self.clear()

    def clear(self) -> None:
        """Take all notices away, those that wait too."""
        self._timer.stop()
        self._waiting.clear()
        self._shown = None
        self._progress.hide()
        self.hide()

    def _show(self, notice: Notice, *, busy: bool) -> None:
        self._timer.stop()
        self._shown = notice
        self._text.setText(notice.text)
        self._action.setText(notice.action)
        self._action.setVisible(bool(notice.action))
        waiting = len(self._waiting)
        words = ngettext("{count} more", "{count} more", waiting).format(count=waiting)
        self._more.setText(words if waiting else "")
        self._more.setVisible(waiting > 0)
        self._progress.setVisible(busy)
        self._progress.setAccessibleName(notice.text)
        self._close.setVisible(not busy)
        tone = notice.tone
        icons.set_icon(self._sign, _ICONS[tone], "accent" if tone == "info" else tone, 20)
        self.setProperty("tone", tone)
        restyle(self)
        self.setAccessibleName(notice.text)
        self.show()
        announce(self, notice.text)
        if tone != "danger" and not busy:
            self._timer.start(SHOWN_FOR * (2 if notice.action else 1))

    def _on_action_clicked(self) -> None:
        deed = self._shown.deed if self._shown else None
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
