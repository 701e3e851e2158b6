"""What stands in a form, by names that outlive the run: read, compared, put back, watched.

A field's key is its object name, or that of the nearest part around it. A part that is more than
its fields (rows that come and go, a date half typed) answers for itself with ``draft_state()``
and ``restore_draft(state)``, and sends ``draft_changed`` where its fields change. States are what
JSON can hold.
"""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

State = dict[str, Any]
_BUTTONS = (QCheckBox, QRadioButton)


def capture(container: QWidget) -> State:
    """What stands in each field now; passwords are left out."""
    return {key: _read(widget) for key, widget in _answers(container)}


def restore(container: QWidget, state: Mapping[str, Any]) -> None:
    """Put back what ``capture`` or ``changes`` gave; fields without a key there are left alone."""
    for _round in range(2):  # one answer may decide what stands in another
        for key, widget in list(_answers(container)):
            if key in state and _read(widget) != state[key]:
                with contextlib.suppress(KeyError, TypeError, ValueError):
                    _write(widget, state[key])  # kept by another version of the program, perhaps


def changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> State:
    """What in ``now`` differs from ``before``, inside nested parts too."""
    found: State = {}
    for key, value in now.items():
        old = before.get(key)
        if value == old and key in before:
            continue
        if isinstance(value, dict) and isinstance(old, dict):
            found[key] = changes(old, value)
        else:
            found[key] = value
    return found


def watch(container: QWidget, slot: Callable[..., None]) -> None:
    """Call ``slot`` whenever a field of ``container`` changes."""
    for widget in (container, *container.findChildren(QWidget)):
        signal = getattr(widget, "draft_changed", None)
        if signal is not None:
            signal.connect(slot)
        if isinstance(widget, (QLineEdit, QPlainTextEdit)):
            widget.textChanged.connect(slot)
        elif isinstance(widget, QComboBox):
            widget.currentIndexChanged.connect(slot)
        elif isinstance(widget, _BUTTONS):
            widget.toggled.connect(slot)


def watch_edits(container: QWidget, slot: Callable[..., None]) -> None:
    """Call ``slot`` when a person edits a field; text that is only tidied up does not count."""
    for widget in (container, *container.findChildren(QWidget)):
        signal = getattr(widget, "value_changed", None) or getattr(widget, "draft_changed", None)
        if signal is not None:
            signal.connect(slot)
        if isinstance(widget, QLineEdit):
            widget.textEdited.connect(slot)
        elif isinstance(widget, QPlainTextEdit):
            widget.textChanged.connect(slot)
        elif isinstance(widget, _BUTTONS):
            widget.toggled.connect(slot)


def _answers(container: QWidget) -> Iterator[tuple[str, QWidget]]:
    counted: Counter[str] = Counter()
    for name, widget in _walk(container, ""):
        counted[name] += 1
        yield (name if counted[name] == 1 and name else f"{name}#{counted[name]}"), widget


def _walk(parent: QWidget, name: str) -> Iterator[tuple[str, QWidget]]:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for child in parent.findChildren(QWidget, options=direct):
        if child.isWindow():
            continue
        own = child.objectName()
        known = own if own and not own.startswith("qt_") else name
        if hasattr(child, "draft_state") or _holds_answer(child):
            yield known, child
        else:
            yield from _walk(child, known)


def _holds_answer(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        shown = widget.echoMode() is QLineEdit.EchoMode.Normal  # a password never leaves its line
        return shown and not widget.isReadOnly()
    if isinstance(widget, QPlainTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, (QComboBox, *_BUTTONS))


def _read(widget: Any) -> Any:
    if hasattr(widget, "draft_state"):
        return widget.draft_state()
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return widget.currentIndex() if isinstance(widget, QComboBox) else widget.isChecked()


def _write(widget: Any, state: Any) -> None:
    if hasattr(widget, "restore_draft"):
        widget.restore_draft(state)
    elif isinstance(widget, QLineEdit):
        widget.setText(str(state))
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(str(state))
    elif isinstance(widget, QComboBox):
        widget.setCurrentIndex(int(state))
    else:
        widget.setChecked(bool(state))
