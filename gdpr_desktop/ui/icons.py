"""Icons: SVG files in ``resources/icons``, painted in a colour of the theme."""

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QColor, QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from gdpr_desktop.core.paths import resource
from gdpr_desktop.ui import theme


def icon(name: str, tone: str = "text", size: int = 16) -> QIcon:
    """The icon ``name`` in the colour of token ``tone``, for ``size`` pixels."""
    return _icon(name, getattr(theme.tokens(), tone), size)


def pixmap(name: str, size: int, tone: str = "text", *, ratio: float = 1.0) -> QPixmap:
    """The picture ``size`` × ``size`` pixels, sharp at the screen's ``ratio``."""
    picture = QPixmap(_render(name, getattr(theme.tokens(), tone), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    return picture


def set_icon(widget: QAbstractButton | QLabel, name: str, tone: str = "text", size: int = 16):
    """Give a button or a label an icon that follows the theme."""
    widget.setProperty("iconName", name)
    widget.setProperty("iconTone", tone)
    widget.setProperty("iconPixels", size)
    _paint(widget)


def refresh() -> None:
    """Paint all icons anew after the theme changed."""
    for widget in QApplication.allWidgets():
        if widget.property("iconName"):
            _paint(widget)


def _paint(widget: QWidget) -> None:
    name, tone = widget.property("iconName"), widget.property("iconTone")
    size = int(widget.property("iconPixels"))
    if isinstance(widget, QLabel):
        widget.setPixmap(pixmap(name, size, tone, ratio=widget.devicePixelRatioF()))
    elif isinstance(widget, QAbstractButton):
        widget.setIcon(icon(name, tone, size))
        widget.setIconSize(QSize(size, size))


@cache
def _icon(name: str, colour: str, size: int) -> QIcon:
    result = QIcon()
    for pixels in (size, size * 2):  # the larger one serves at 125, 150 and 200 %
        picture = _render(name, colour, pixels)
        result.addPixmap(picture, QIcon.Mode.Normal)
        result.addPixmap(picture, QIcon.Mode.Selected)
        result.addPixmap(picture, QIcon.Mode.Active)
    return result


@cache
def _source(name: str) -> str:
    return (resource("icons") / f"{name}.svg").read_text(encoding="utf-8")


def _render(name: str, colour: str, size: int) -> QPixmap:
    data = QByteArray(_source(name).replace("currentColor", colour).encode())
    buffer = QBuffer(data)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size, size))
    image = reader.read()
    if image.isNull():  # the SVG plugin is missing: a blank, never a crash
        blank = QPixmap(size, size)
        blank.fill(QColor(0, 0, 0, 0))
        return blank
    return QPixmap.fromImage(image)
