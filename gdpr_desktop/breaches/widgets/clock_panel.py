"""The clocks that run now, the most urgent first; pressing one opens its case."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gdpr_desktop.breaches.clock.model import clock_of
from gdpr_desktop.breaches.clock.words import limit_words
from gdpr_desktop.breaches.lists import RunningClock
from gdpr_desktop.breaches.widgets.clock_face import face_of
from gdpr_desktop.casework.model import FEATURE_OF, CaseFilter, CaseKind
from gdpr_desktop.core.clock import Clock
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.ring import CountdownRing, RingFace

_FEATURE = FEATURE_OF[CaseKind.BREACH]
_SHOWN = 6  # the rest is in the list
_WIDTH = 50  # characters of a card


def _face(running: RunningClock, clock: Clock) -> RingFace:
    now = clock.now()
    return face_of(clock_of(running.aware, now, stopped_at=None), now)


class ClockCard(QPushButton):
    """A ring, and beside it what happened and by when the authority is to be notified."""

    def __init__(self, running: RunningClock, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setProperty("kind", "row")
        self._running, self._clock = running, clock
        self.ring = CountdownRing(_("The 72 hours"), partial(_face, running, clock))
        self._said = label("")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        for made in (label(running.title, "label"), self._said, label(running.number, "muted")):
            words.addWidget(made)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(self.ring)
        layout.addLayout(words, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ring.face_changed.connect(self._on_face_changed)
        self._on_face_changed(self.ring.face)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * _WIDTH
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout else 0
        return QSize(width, max(height, self.ring.sizeHint().height() + 16))

    def _on_face_changed(self, face: RingFace) -> None:
        now = self._clock.now()
        state = clock_of(self._running.aware, now, stopped_at=None)
        self._said.setText(limit_words(state, now))
        spoken = (self._running.title, face.text, self._running.number)
        self.setAccessibleName(", ".join(spoken))
        self.updateGeometry()

    def _on_clicked(self) -> None:
        bus.case_wanted.emit(_FEATURE, self._running.case_id)


class ClockPanel(QWidget):
    """Cards in rows that wrap; hidden by its owner where no clock runs."""

    def __init__(
        self, clocks: tuple[RunningClock, ...], clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(_("The clock runs"), "heading"))
        cards = QWidget()
        flow = FlowLayout(cards, spacing=8)
        for running in clocks[:_SHOWN]:
            flow.addWidget(ClockCard(running, clock))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        cards.setSizePolicy(policy)
        column.addWidget(cards)
        more = len(clocks) - _SHOWN
        if more > 0:
            text = ngettext("{count} more clock runs", "{count} more clocks run", more)
            link = button(text.format(count=more), "link")
            link.clicked.connect(partial(bus.list_wanted.emit, _FEATURE, CaseFilter.RUNNING))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
