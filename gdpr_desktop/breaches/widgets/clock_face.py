"""The clock of 72 hours as the face of a ring, and as the icon of a row."""

from datetime import datetime

from PySide6.QtGui import QIcon

from gdpr_desktop.breaches.clock.model import ClockState, ClockTone, Stop
from gdpr_desktop.breaches.clock.words import ring_words, state_words
from gdpr_desktop.ui.ring import RingFace, RingTone, ring_icon

_ICON = 16  # pixels


def ring_tone(state: ClockState) -> RingTone:
    """A late notification is no calm green."""
    if state.tone is ClockTone.STOPPED:
        late = state.stop is Stop.NOTIFIED and state.late
        return RingTone.DONE_LATE if late else RingTone.DONE
    return RingTone(state.tone.value)


def face_of(state: ClockState, now: datetime) -> RingFace:
    """What the ring shows of a clock."""
    big, small = ring_words(state)
    return RingFace(
        fraction=state.fraction,
        tone=ring_tone(state),
        big=big,
        small=small,
        text=state_words(state, now),
    )


def row_icon(state: ClockState) -> QIcon:
    """The ring of a row in a list."""
    return ring_icon(state.fraction, ring_tone(state), _ICON)
