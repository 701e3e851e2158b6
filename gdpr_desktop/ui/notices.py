"""Boxes and file choices: the only ``exec()`` in the program. Cancel is always the default.

Tests queue the answers with ``queue_answers``; from then on a box without an answer raises.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.labels import restyle


@dataclass(frozen=True, slots=True)
class Shown:
    """A box that a test answered."""

    kind: str
    title: str
    text: str


class UnexpectedBoxError(AssertionError):
    """A test did not expect this box."""


_answers: deque[Any] | None = None
shown: list[Shown] = []


def queue_answers(answers: Iterable[Any]) -> None:
    """Test mode: answer the coming boxes in this order. ``[]`` expects none.

    ``ask`` takes a bool, ``choose`` a value or None, paths a Path or None, the others anything.
    """
    global _answers  # the seam for tests
    _answers = deque(answers)
    shown.clear()


def clear_answers() -> None:
    """Leave test mode."""
    global _answers  # the seam for tests
    _answers = None
    shown.clear()


def waiting_answers() -> int:
    """How many queued answers no box has asked for."""
    return len(_answers or ())


def _answer(kind: str, title: str, text: str = "") -> tuple[bool, Any]:
    if _answers is None:
        return False, None
    if not _answers:
        raise UnexpectedBoxError(f"{kind}: {title}: {text}")
    shown.append(Shown(kind, title, text))
    return True, _answers.popleft()


def ask(
    parent: QWidget | None, title: str, text: str, deed: str, *, dangerous: bool = False
) -> bool:
    """Ask before a deed. ``deed`` names the button: «Delete the case for good»."""
    answered, answer = _answer("ask", title, text)
    if answered:
        return bool(answer)
    box, _cancel = question_box(parent, title, text)
    do = box.addButton(deed, QMessageBox.ButtonRole.AcceptRole)
    if dangerous:
        do.setProperty("kind", "danger")
        restyle(do)
        box.setIcon(QMessageBox.Icon.Warning)
    box.exec()
    return box.clickedButton() is do


def question_box(parent: QWidget | None, title: str, text: str) -> tuple[QMessageBox, QPushButton]:
    """A box whose default and Escape are Cancel."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(text)
    cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    return box, cancel


def choose(
    parent: QWidget | None, title: str, text: str, choices: Iterable[tuple[Any, str]]
) -> Any | None:
    """Let the person pick one of ``(value, words)``; None is Cancel."""
    answered, answer = _answer("choose", title, text)
    if answered:
        return answer
    box, _cancel = question_box(parent, title, text)
    buttons = [
        (box.addButton(words, QMessageBox.ButtonRole.AcceptRole), value) for value, words in choices
    ]
    box.exec()
    clicked = box.clickedButton()
    return next((value for button, value in buttons if button is clicked), None)


def inform(parent: QWidget | None, title: str, text: str) -> None:
    """Tell something that needs no choice. Prefer the notice bar."""
    answered, _unused = _answer("inform", title, text)
    if not answered:
        _plain_box(parent, title, text, QMessageBox.Icon.Information)


def error(parent: QWidget | None, error: AppError) -> None:
    """Show a user error: what is wrong, and what to do."""
    answered, _unused = _answer("error", error.text, error.hint)
    if not answered:
        _plain_box(parent, error.text, error.hint, QMessageBox.Icon.Warning)


def _plain_box(parent: QWidget | None, title: str, text: str, icon: QMessageBox.Icon) -> None:
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(text)
    box.setIcon(icon)
    box.addButton(_("OK"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def save_path(parent: QWidget | None, title: str, suggested: Path, filter: str) -> Path | None:
    """Where to save. The system's dialog asks before an existing file is replaced."""
    answered, answer = _answer("save_path", title, suggested.name)
    if answered:
        return answer
    path, _filter = QFileDialog.getSaveFileName(parent, title, str(suggested), filter)
    if not path:
        return None
    chosen = Path(path)
    if suggested.suffix and not chosen.suffix:
        chosen = chosen.with_suffix(suggested.suffix)
        if chosen.exists() and not _replace(parent, chosen):
            return None
    return chosen


def _replace(parent: QWidget | None, path: Path) -> bool:
    return ask(
        parent,
        _("The file exists already"),
        _("«{name}» is there from before. Replacing it cannot be undone.").format(name=path.name),
        _("Replace the file"),
        dangerous=True,
    )


def open_path(parent: QWidget | None, title: str, start: Path, filter: str) -> Path | None:
    """An existing file."""
    answered, answer = _answer("open_path", title)
    if answered:
        return answer
    path, _filter = QFileDialog.getOpenFileName(parent, title, str(start), filter)
    return Path(path) if path else None


def place_path(parent: QWidget | None, title: str, start: Path, filter: str) -> Path | None:
    """A file that is there or not; nothing is asked about one that is."""
    answered, answer = _answer("place_path", title)
    if answered:
        return answer
    keep = QFileDialog.Option.DontConfirmOverwrite
    path, _filter = QFileDialog.getSaveFileName(parent, title, str(start), filter, options=keep)
    return Path(path) if path else None


def folder(parent: QWidget | None, title: str, start: Path) -> Path | None:
    """An existing folder."""
    answered, answer = _answer("folder", title)
    if answered:
        return answer
    path = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(path) if path else None
