"""Boxes and file choices: the only ``exec()`` in the program. Cancel is always the default.

Tests queue the answers with ``queue_answers``; from then on a box without an answer raises.

When the register is locked, ``close_all`` answers what is open with Cancel, and whatever comes
until ``allow`` is answered with Cancel unseen: who waits for a box goes on as if the person had
changed their mind. The vault is closed after that (``locking.py``), never under their feet.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,
    QPushButton,
    QWidget,
)

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
_running: list[QDialog] = []
_refusing = False
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


def are_open() -> bool:
    """Does anybody wait for the answer of a box?"""
    return bool(_running)


def close_all() -> None:
    """Answer every box and file choice with Cancel, and those to come until ``allow``."""
    global _refusing  # boxes belong to the program, not to a window
    _refusing = True
    kinds = (QMessageBox, QFileDialog)  # also those that Qt's file dialog opens by itself
    loose = [box for box in QApplication.topLevelWidgets() if isinstance(box, kinds)]
    for box in (*loose, *reversed(_running)):
        if box.isVisible() or box in _running:
            box.reject()


def allow() -> None:
    """Boxes are shown again."""
    global _refusing  # see close_all
    _refusing = False


def _run(box: QDialog) -> bool:
    """Show ``box`` until it is answered; was it answered with anything but Cancel?"""
    if _refusing:
        return False
    _running.append(box)
    try:
        accepted = box.exec()
    finally:
        _running.remove(box)
    return bool(accepted) and not _refusing


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
    _run(box)
    return not _refusing and box.clickedButton() is do


def question_box(
    parent: QWidget | None, title: str, text: str, *, cancel_words: str = ""
) -> tuple[QMessageBox, QPushButton]:
    """A box whose default and Escape are Cancel, or what ``cancel_words`` call it."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(text)
    cancel = box.addButton(cancel_words or _("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    return box, cancel


def choose(
    parent: QWidget | None,
    title: str,
    text: str,
    choices: Iterable[tuple[Any, str]],
    *,
    cancel: str = "",
) -> Any | None:
    """Let the person pick one of ``(value, words)``; None is Cancel, or ``cancel`` in words."""
    answered, answer = _answer("choose", title, text)
    if answered:
        return answer
    box, _cancel = question_box(parent, title, text, cancel_words=cancel)
    buttons = [
        (box.addButton(words, QMessageBox.ButtonRole.AcceptRole), value) for value, words in choices
    ]
    _run(box)
    clicked = None if _refusing else box.clickedButton()
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
    _run(box)


def save_path(parent: QWidget | None, title: str, suggested: Path, filter: str) -> Path | None:
    """Where to save. The system's dialog asks before an existing file is replaced."""
    answered, answer = _answer("save_path", title, suggested.name)
    if answered:
        return answer
    dialog = QFileDialog(parent, title, str(suggested.parent), filter)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(suggested.name)
    chosen = _chosen(dialog)
    if chosen is None:
        return None
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
    folder = start if start.is_dir() else start.parent
    dialog = QFileDialog(parent, title, str(folder), filter)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog)


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
    dialog = QFileDialog(parent, title, str(start))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog)


def _chosen(dialog: QFileDialog) -> Path | None:
    accepted = _run(dialog)
    paths = dialog.selectedFiles() if accepted else []
    dialog.deleteLater()
    return Path(paths[0]) if paths else None
