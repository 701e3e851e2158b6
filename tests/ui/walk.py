"""Walks windows: what can take the focus, which labels are cut, which shortcuts there are."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QPushButton,
    QWidget,
)

from gdpr_desktop.ui.elided_label import ElidedLabel

_INNER = (QComboBox, QAbstractSpinBox)  # name their own parts


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Every widget under ``root`` that a person can reach."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            continue
        if any(isinstance(ancestor, _INNER) for ancestor in _ancestors(widget)):
            continue
        if widget.objectName().startswith("qt_") and isinstance(
            widget.parentWidget(), QAbstractScrollArea
        ):
            continue
        yield widget


def nameless(root: QWidget) -> list[str]:
    """The reachable widgets that a screen reader has no words for."""
    return [
        f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in focusable(root)
        if not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
        and not widget.isWindow()
    ]


def _ancestors(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def cut(root: QWidget) -> list[str]:
    """The visible labels and buttons that have too little room for their words."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel):
            found += _cut_label(widget)
        elif isinstance(widget, QPushButton) and widget.width() < widget.sizeHint().width():
            found.append(f"button {widget.text()!r}: {widget.width()}")
    return found


def _cut_label(widget: QLabel) -> list[str]:
    if not widget.text():
        return []
    if widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        if widget.height() < needed:
            return [f"label {widget.text()!r}: {widget.height()} of {needed} high"]
        return []
    if widget.width() < widget.sizeHint().width():
        return [f"label {widget.text()!r}: {widget.width()} of {widget.sizeHint().width()} wide"]
    return []


def shortcuts(root: QWidget) -> list[tuple[str, str]]:
    """(keys, who) of every action and shortcut under ``root``."""
    found = [
        (action.shortcut().toString(), action.text())
        for action in root.findChildren(QAction)
        if not action.shortcut().isEmpty()
    ]
    return found + [
        (shortcut.key().toString(), type(shortcut.parent()).__name__)
        for shortcut in root.findChildren(QShortcut)
    ]
