"""The ring of a time limit: what it says, when it looks at the clock, how it is drawn."""

import weakref
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gdpr_desktop.ui import theme as looks
from gdpr_desktop.ui.ring import CountdownRing, RingFace, RingTone, ring_icon
from gdpr_desktop.ui.theme import Scheme, Theme

FACE = RingFace(fraction=0.5, tone=RingTone.CALM, big="36 t", small="att", text="36 timar att")


class Around(QWidget):
    """A window whose method tells the ring."""

    def __init__(self) -> None:
        super().__init__()
        self.now = FACE
        self.ring = CountdownRing("The 72 hours", self.face)
        QVBoxLayout(self).addWidget(self.ring)

    def face(self) -> RingFace:
        return self.now


def _at(image: QImage, x: float, y: float) -> str:
    ratio = image.devicePixelRatio()
    return image.pixelColor(
        round(x * image.width() / ratio), round(y * image.height() / ratio)
    ).name()


def test_it_looks_at_the_clock_only_while_it_is_seen(shown):
    around = shown(Around())
    assert around.ring.is_ticking()
    around.hide()
    assert not around.ring.is_ticking()
    around.now = replace(FACE, big="30 t", text="30 timar att")
    around.show()
    assert around.ring.face.big == "30 t"
    assert around.ring.accessibleName() == "The 72 hours"
    assert around.ring.accessibleDescription() == "30 timar att"


def test_a_window_with_a_ring_is_freed(qapp: QApplication, theme: Theme, freed: Callable[[], None]):
    around = Around()
    around.show()
    still = weakref.ref(around)
    around.close()
    del around
    assert still() is None  # at once: nothing holds it in a circle
    freed()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_what_is_left_runs_from_twelve_oclock_in_the_colour_of_the_tone(
    qapp: QApplication, theme: Theme, scheme: Scheme
):
    theme.choose(scheme, 100)
    image = ring_icon(0.5, RingTone.AMBER, 64).pixmap(64, 64).toImage()
    edge = 0.085
    assert _at(image, edge, 0.5) == looks.tokens().warning
    assert _at(image, 1 - edge, 0.5) == looks.tokens().line
    theme.choose(Scheme.LIGHT, 100)


def test_every_tone_has_its_own_picture(qapp: QApplication, theme: Theme):
    pictures = [ring_icon(0.5, tone, 32).pixmap(32, 32).toImage() for tone in RingTone]
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])


def test_it_grows_with_the_text(shown, theme: Theme):
    around = shown(Around())
    before = around.ring.sizeHint().width()
    theme.choose(Scheme.LIGHT, 150)
    grown = around.ring.sizeHint().width()
    theme.choose(Scheme.LIGHT, 100)
    assert grown > before * 1.3
